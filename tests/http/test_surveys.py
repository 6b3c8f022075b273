"""Surveys: put, answered by staff and by a group without a name, ended, read; and what nobody may find out."""

import collections
import random

import pytest

from samspil import TOP, Client

FILE = TOP + "/tests/data/questionnaires/sammen.xml"
ANSWERS = {"tit": "4", "rettidigt": "3", "kanaler": ["moede", "telefon"], "faggruppe": "social", "aar": "7", "ord": "Korte beskeder."}


@pytest.fixture(autouse=True)
def questionnaire(stack):
    """Its id; imported once, and no survey is left over from another test."""
    code, out, err = stack.tool("import", "questionnaire", FILE)
    assert code == 0, err
    for table in ("survey_answer", "survey_response", "survey_participant"):
        stack.sql(f"DELETE FROM {table}")
    stack.sql("DELETE v FROM answer_session v JOIN access_code c ON c.id = v.access_code_id WHERE c.survey_id IS NOT NULL;"
              " DELETE FROM access_code WHERE survey_id IS NOT NULL; DELETE FROM survey; DELETE FROM sign_in_failure")
    return stack.sql("SELECT id FROM questionnaire WHERE code = 'sammen'")[0][0]


@pytest.fixture
def karla(sign_in):
    return sign_in("tl.karla")


def put(client, questionnaire, kind, **more):
    """(id, code or None) of a new survey."""
    client.get("/screening/surveys")
    page = client.submit("survey", {"questionnaire": questionnaire, "title": "Sammen, " + kind, "kind": kind, **more})
    assert page.status == 200 and page.notices() == ["survey-put"], page.text
    code = page.all("//p:access-code/@code")
    return page.one("//p:survey").get("id"), code[0] if code else None


def visit(base_url, code):
    client = Client(base_url)
    client.get("/answer")
    client.submit("code", {"code": code, "birth-date": ""})
    return client


def answer_page(client, submit="next", answers=ANSWERS):
    form = client.page.form("questionnaire")
    names = [field.get("name") for field in form.findall("p:field", {"p": form.nsmap[None]})]
    return client.submit("questionnaire", {name: answers[name] for name in names if name in answers}, submit)


def answer_all(client, answers=ANSWERS):
    """From anywhere to the sent answers."""
    start = client.page.all("//p:questionnaire[not(@page)]/@href")
    if start:
        client.get(start[0])
    for _ in range(10):
        if client.page.all("//p:summary"):
            name = client.page.all("//p:summary/p:form/@name")[0]
            return client.submit(name, {}, "send")
        page = answer_page(client, answers=answers)
        assert page.status == 200, page.text
    raise AssertionError("no end")


def fill(stack, survey, how_many, **answers):
    """Responses in the database, as if sent; answers: question = a list of what each says (None: declined)."""
    for n in range(how_many):
        response = random.getrandbits(52) + 1
        stack.sql(f"INSERT INTO survey_response (id, survey_id, sent) VALUES ({response}, {survey}, 1)")
        for question, values in answers.items():
            value = values[n]
            column = "given" if question in ("kanaler", "aar", "ord") else "choice" if question == "faggruppe" else "value"
            stack.sql(f"INSERT INTO survey_answer (response_id, question, state, {column}) VALUES ({response}, '{question}', "
                      + ("'declined', NULL)" if value is None else f"'answered', '{value}')"))


def results(client, survey):
    client.get(f"/screening/survey/{survey}")
    if client.page.all("//p:form[@name = 'survey-end']"):
        client.submit("survey-end")
    return client.get(f"/screening/survey/{survey}/results")


def test_a_new_survey_and_what_is_refused(karla, questionnaire, stack):
    page = karla.get("/screening/surveys")
    assert page.one("//p:list").get("total") == "0"
    survey, code = put(karla, questionnaire, "group")
    assert code and karla.get(f"/screening/survey/{survey}").one("//p:access-code").get("code") == code
    assert karla.get("/screening/surveys").one("//p:list/p:survey").get("state") == "open"
    karla.get("/screening/surveys")
    good = {"questionnaire": questionnaire, "title": "Igen", "kind": "group"}
    for typed, errors in (({"opens-on": "2020-01-01", "closes-on": "2020-01-02"}, {"opens-on": "survey-opens-past"}),
                          ({"kind": "staff", "opens-on": "2099-01-10", "closes-on": "2099-01-09"}, {"closes-on": "survey-closes-first"}),
                          ({"opens-on": "2099-01-10", "closes-on": "2101-01-09"}, {"closes-on": "survey-long"}),
                          ({"title": ""}, {"title": "required"}), ({"kind": "all"}, {"kind": "unknown-choice"}),
                          ({"questionnaire": "1"}, {"questionnaire": "unknown-choice"})):
        page = karla.submit("survey", {**good, **typed})
        assert page.status == 422 and page.errors() == errors, page.text
    assert stack.sql("SELECT COUNT(*) FROM survey") == [["1"]]


def test_a_department_of_few_is_not_asked(karla, questionnaire, stack):
    stack.sql("UPDATE staff SET active = 0 WHERE uid IN ('vk.ole', 'vk.viggo', 'oek.rita')")
    try:
        karla.get("/screening/surveys")
        page = karla.submit("survey", {"questionnaire": questionnaire, "title": "Få", "kind": "staff"})
        assert page.status == 422 and page.errors() == {"kind": "survey-few"}
    finally:
        stack.sql("UPDATE staff SET active = 1 WHERE uid IN ('vk.ole', 'vk.viggo', 'oek.rita')")


def test_staff_answer_once(karla, questionnaire, sign_in, stack):
    survey, code = put(karla, questionnaire, "staff")
    assert code is None and karla.get(f"/screening/survey/{survey}").one("//p:survey").get("asked") == "7"
    ole = sign_in("vk.ole")
    item = ole.get("/?kind=survey").one("//p:worklist/p:item")
    assert item.get("href").endswith(f"/screening/survey/{survey}")
    page = ole.get(item.get("href"))
    assert page.one("//p:survey").get("own") == "asked" and not page.all("//p:survey/@answered") and not page.all("//p:survey/p:form")
    ole.get(page.one("//p:survey").get("href"))
    page = answer_page(ole, answers={"tit": "4"})
    assert page.status == 422 and set(page.errors()) == {"rettidigt"}
    page = answer_page(ole)
    assert page.status == 200
    assert ole.get(f"/screening/survey/{survey}").one("//p:survey").get("own") == "begun"
    assert stack.sql("SELECT COUNT(*) FROM survey_participant WHERE response_id IS NOT NULL") == [["1"]]
    # Later, another day: where one was; a second window sees the same.
    again = sign_in("vk.ole")
    page = again.get(again.get(f"/screening/survey/{survey}").one("//p:survey").get("href"))
    assert page.one("//p:questionnaire").get("page") == "2"
    ole.get(page.url.removeprefix(ole.url))
    page = answer_all(again)
    assert page.notices() == ["survey-sent"] and page.one("//p:survey").get("own") == "answered"
    assert answer_page(ole).notices() == ["survey-answered"]
    assert not ole.get("/").all("//p:worklist/p:item[@kind = 'survey']")
    assert stack.sql("SELECT COUNT(*), SUM(sent) FROM survey_response") == [["1", "1"]]
    used = karla.get(f"/admin/questionnaire/{questionnaire}").all("//p:content/p:questionnaire-version")[0]
    assert (used.get("surveys"), used.get("responses"), used.get("open"), used.get("screenings")) == ("1", "1", "1", "0")
    assert karla.get(f"/screening/survey/{survey}").one("//p:survey").get("few") == "yes"


def test_what_staff_typed_outlives_their_session(karla, questionnaire, sign_in, stack):
    survey, _ = put(karla, questionnaire, "staff")
    ole = sign_in("vk.ole")
    form = ole.get(f"/screening/survey/{survey}/answer/1").form("questionnaire")
    pairs = ole.fill(form, {"tit": "4"}, "next")
    stack.sql("UPDATE session SET ended_at = NOW() WHERE uid = 'vk.ole' AND ended_at IS NULL")
    ole.get(ole.send(form.get("action"), pairs).headers["Location"])
    page = ole.submit("sign-in", {"username": "vk.ole", "password": stack.users["vk.ole"]["password"]})
    assert page.notices() == ["kept"] and page.one("//p:field[@name = 'tit']/p:value").text == "4", page.text
    assert stack.sql("SELECT COUNT(*) FROM survey_answer") == [["0"]]


def test_who_is_not_asked(karla, questionnaire, sign_in):
    survey, _ = put(karla, questionnaire, "staff")
    pia = sign_in("fys.pia")
    for path in ("", "/answer/1", "/answer/summary", "/results"):
        assert pia.send(f"/screening/survey/{survey}{path}").status == 403
    assert pia.get("/screening/surveys").one("//p:list").get("total") == "0"
    assert not pia.page.all("//p:form[@name = 'survey']")
    mads = sign_in("mads.sb")
    assert mads.send(f"/screening/survey/{survey}/results").status == 403
    assert mads.get("/screening/surveys").one("//p:list").get("total") == "1" and not mads.page.all("//p:survey/@asked")


def test_a_group_answers(karla, questionnaire, base_url, stack):
    survey, code = put(karla, questionnaire, "group")
    one, two = visit(base_url, code), visit(base_url, code.lower().replace("-", " "))
    assert not one.page.all("/p:page/p:user")
    page = answer_all(one)
    assert page.one("//p:answered").get("what") == "survey", page.text
    assert answer_all(two).all("//p:answered")
    # The next one on the same device.
    page = two.submit("again")
    assert page.all("//p:questionnaire") and not page.all("//p:questionnaire[@answered != '0']")
    assert answer_all(two).all("//p:answered")
    assert stack.sql("SELECT COUNT(*), SUM(sent) FROM survey_response") == [["3", "3"]]
    assert stack.sql("SELECT COUNT(*) FROM answer_session WHERE response_id IS NOT NULL") == [["0"]]


def test_a_code_that_is_none_and_one_that_is_over(karla, questionnaire, base_url, stack):
    """The same page for all: nobody learns which codes are a group's."""
    survey, code = put(karla, questionnaire, "group")
    citizen = stack.sql("SELECT 1")
    refused = [visit(base_url, "ABCD-2345-EFGH").page]
    stack.sql(f"UPDATE survey SET opens_on = CURRENT_DATE + INTERVAL 2 DAY WHERE id = {survey}")
    refused += [visit(base_url, code).page for _ in range(6)]
    stack.sql(f"UPDATE survey SET opens_on = CURRENT_DATE WHERE id = {survey}; DELETE FROM sign_in_failure")
    assert citizen and visit(base_url, code).page.all("//p:questionnaire"), "tries before the first day lock nothing"
    karla.get(f"/screening/survey/{survey}")
    new = karla.submit("survey-code").one("//p:access-code").get("code")
    refused.append(visit(base_url, code).page)
    assert visit(base_url, new).page.all("//p:questionnaire")
    for page in refused:
        assert page.status == 422 and page.errors() == {"code": "code-refused"}


def test_a_new_code_puts_nobody_out(karla, questionnaire, base_url, stack):
    """The code is the door: who is in goes on and sends; nobody comes in by the old one."""
    survey, code = put(karla, questionnaire, "group")
    visitor = visit(base_url, code)
    visitor.get(visitor.page.all("//p:questionnaire/@href")[0])
    assert answer_page(visitor).status == 200
    karla.get(f"/screening/survey/{survey}")
    assert karla.submit("survey-code").one("//p:access-code").get("code") != code
    assert answer_all(visitor).all("//p:answered"), visitor.page.text
    assert stack.sql("SELECT COUNT(*), SUM(sent) FROM survey_response") == [["1", "1"]]
    assert visit(base_url, code).page.errors() == {"code": "code-refused"}
    visitor = visitor.submit("again")
    assert visitor.one("//p:welcome") is not None, "the next one on this device needs the new code"


def test_ended_while_somebody_answers(karla, questionnaire, base_url, sign_in, stack):
    survey, code = put(karla, questionnaire, "group")
    visitor = visit(base_url, code)
    visitor.get(visitor.page.all("//p:questionnaire/@href")[0])
    before = visitor.page
    answer_page(visitor)
    karla.get(f"/screening/survey/{survey}")
    end = karla.page
    assert karla.submit("survey-end").one("//p:survey").get("state") == "ended"
    assert stack.sql("SELECT COUNT(*) FROM survey_response") == [["0"]] and stack.sql("SELECT COUNT(*) FROM survey_answer") == [["0"]]
    visitor.page = before
    page = answer_page(visitor)
    assert page.status == 200 and page.one("//p:closed").get("why") == "ended"
    karla.page = end
    assert karla.submit("survey-end").one("//p:survey").get("state") == "ended", "a repeat gets the first one's answer"
    other = sign_in("tl.karla")
    other.page = end
    assert other.send(f"/screening/survey/{survey}/answer/1").status == 303


def test_few_responses_say_nothing(karla, questionnaire, stack):
    survey, _ = put(karla, questionnaire, "group")
    fill(stack, survey, 4, tit=[5, 5, 5, 5])
    assert karla.get(f"/screening/survey/{survey}/results").one("//p:results").get("waits") == "yes"
    page = results(karla, survey)
    assert page.one("//p:results").attrib == {"few": "yes"} and not page.all("//p:results/*")


def test_results(karla, questionnaire, stack):
    survey, _ = put(karla, questionnaire, "group")
    fill(stack, survey, 20, tit=[1] * 5 + [3] * 6 + [5] * 9, rettidigt=[3] * 8 + [4] * 10 + [None] * 2,
         kanaler=["moede"] * 8 + ["moede telefon"] * 9 + ["telefon besked"] * 3, faggruppe=["social"] * 9 + ["sundhed"] * 8 + ["andet"] * 3,
         aar=range(20), ord=["Sådan."] * 6 + [None] * 14)
    page = results(karla, survey)

    def cells(question):
        return [(cell.get("text") or cell.get("key"), cell.get("count")) for cell in page.all(f"//p:question[@id = '{question}']/p:cell")]

    assert page.one("//p:results").get("responses") == "20"
    assert cells("tit") == [("1", "5"), ("2", "0"), ("3", "6"), ("4", "0"), ("5", "9"), ("declined", "0")]
    assert page.one("//p:question[@id = 'tit']").get("mean") == "3.4" and page.one("//p:question[@id = 'tit']").get("count") == "20"
    # Two declined: the mean alone, and not of how many.
    timely = page.one("//p:question[@id = 'rettidigt']")
    assert timely.get("mean") == "3.6" and timely.get("hidden") == "yes" and timely.get("count") is None and not cells("rettidigt")
    # Three chose a channel, three did not choose another one.
    assert cells("kanaler") == [("Møde", None), ("Telefon", "12"), ("Besked", None)]
    # Three of another profession: the smallest other one is hidden with them.
    assert cells("faggruppe") == [("Socialfaglig", "9"), ("Sundhedsfaglig", None), ("Andet", None), ("declined", "0")]
    assert page.one("//p:question[@id = 'aar']").get("mean") == "9.5"
    assert [node.text for node in page.all("//p:question[@id = 'ord']/p:words")] == ["Sådan."] * 6
    assert page.one("//p:score[@id = 'indeks']").get("hidden") == "yes"
    shown = [int(value) for value in page.all("//p:results//@count")]
    assert all(value == 0 or value >= 5 for value in shown)


def test_nothing_ties_an_answer_to_its_writer(karla, questionnaire, sign_in, stack, base_url):
    """After a day of answering: no row of any table holds a response's id beside a name, a time or a session."""
    survey, _ = put(karla, questionnaire, "staff")
    _, code = put(karla, questionnaire, "group")
    before = stack.sql("SELECT COUNT(*) FROM access_log WHERE program = 'answer'")
    for uid in ("mads.sb", "vk.ole"):
        client = sign_in(uid)
        client.get(f"/screening/survey/{survey}/answer/1")
        answer_all(client)
    answer_all(visit(base_url, code))
    assert stack.sql("SELECT COUNT(*) FROM access_log WHERE program = 'answer'") == before
    responses = [row[0] for row in stack.sql("SELECT id FROM survey_response")]
    assert len(responses) == 3
    columns = collections.defaultdict(list)
    for table, kind, column in stack.sql("SELECT c.table_name, t.table_type, c.column_name FROM information_schema.columns c"
                                         " JOIN information_schema.tables t USING (table_schema, table_name)"
                                         " WHERE c.table_schema = 'samspil' AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')"):
        columns[table, kind].append(column)
    holders = set()
    for (table, kind), names in columns.items():
        held = ", ".join("SUM(" + " OR ".join(f"COALESCE(CAST(`{name}` AS CHAR), '') LIKE '%{response}%'" for response in responses) + ") > 0"
                         for name in names)
        versions = " FOR SYSTEM_TIME ALL" if kind == "SYSTEM VERSIONED" else ""
        holders |= {(table, name) for name, found in zip(names, stack.sql(f"SELECT {held} FROM `{table}`{versions}")[0]) if found == "1"}
    assert holders == {("survey_response", "id"), ("survey_answer", "response_id")}
    for table in ("survey_response", "survey_answer"):
        columns = {row[0] for row in stack.sql(f"SHOW COLUMNS FROM {table}")}
        assert not columns & {"uid", "changed_by", "at", "created_at", "submitted_on", "language"}
        assert stack.sql("SELECT table_type FROM information_schema.tables WHERE table_schema = 'samspil' AND table_name = "
                         f"'{table}'") == [["BASE TABLE"]]
    assert stack.sql("SELECT uid, response_id, answered FROM survey_participant ORDER BY uid") == [["mads.sb", None, "1"], ["vk.ole", None, "1"]]
    assert stack.sql("SELECT COUNT(*) FROM access_log WHERE route LIKE '/screening/survey%' AND citizen_id IS NOT NULL") == [["0"]]
