"""The bank of questions: written by versions, proposed by providers, taken up or refused, each department its own."""

import itertools
import urllib.parse

import pytest

import course as c

NUMBER = itertools.count(1)
WORDS = ["abrikos", "brombær", "citronmelisse", "dadelpalme", "estragon", "fennikel", "granatæble", "hyldeblomst", "ingefær", "jordbær", "kvædegelé", "lavendel"]


def form(**fields):
    n = next(NUMBER)
    return {"category": "prøve", "text": f"Jeg {WORDS[n]}{n} uden {WORDS[n - 1]}{n}", "anchor-0": "slet ikke", "anchor-10": "altid", "way": "up",
            **{name.replace("_", "-"): value for name, value in fields.items()}}


@pytest.fixture(scope="module", autouse=True)
def forgotten(stack):
    yield
    stack.sql("UPDATE progress_question SET valid_to = CURDATE() - INTERVAL 1 DAY WHERE category = 'prøve'")


@pytest.fixture(scope="module")
def bo(stack):
    return c.person(stack, "it.bo")


@pytest.fixture(scope="module")
def karla(stack):
    return c.person(stack, "tl.karla")


def new(client, fields):
    client.get("/admin/questions/new")
    return client.submit("question", fields)


def proposal(stack, **fields):
    q = form(**fields)
    return q, c.insert(stack, "INSERT INTO progress_question (category, text, anchor_0, anchor_10, state, proposed_by, proposed_at, valid_from)"
                       f" VALUES ('{q['category']}', '{q['text']}', '0', '10', 'proposed', 'vh.bent', UTC_TIMESTAMP(), CURDATE())")


def test_only_who_writes_the_catalogue_sees_the_bank(stack, bo):
    bent = c.person(stack, "vh.bent")
    assert {bent.get(path).status for path in ("/admin/questions", "/admin/questions/new", "/admin/questions/3")} == {403}
    page = bo.get("/admin/questions?words=sk%C3%A6rm")
    assert page.one("//p:bank-question").get("way") == "up" and bo.get("/admin/questions?words=%25").all("//p:bank-question") == []
    assert bo.get("/admin/questions/99999").status == 404 and bo.html("/admin/questions/3").status == 200


def test_a_change_is_a_version_and_what_was_measured_keeps_its_own(stack, karla):
    page = new(karla, form(department=""))
    assert page.errors() == {"department": "question-own-department"}
    page = karla.submit("question", {"department": "jobcenter"})
    assert page.notices() == ["question-saved"], page.errors()
    first = page.one("//p:bank-question")
    karla.submit("question", {"anchor-10": "hele tiden"})
    page = karla.page
    now = page.one("//p:bank-question")
    assert now.get("version") == "2" and now.get("anchor-10") == "hele tiden" and page.one("//p:earlier").get("anchor-10") == "altid"
    assert stack.sql(f"SELECT state, anchor_10 FROM progress_question WHERE id = {first.get('id')}") == [["retired", "altid"]]
    assert karla.get(f"/admin/questions/{first.get('id')}").all("//p:content//p:form") == [], "an earlier version is not written on"
    assert [now.get("id")] == karla.get("/admin/questions?words=" + urllib.parse.quote(now.get("text").split()[1])).all("//p:bank-question/@id")
    karla.get(f"/admin/questions/{now.get('id')}")
    assert karla.submit("question", {}).notices() == ["unchanged"]
    assert karla.submit("question-retire", {}).one("//p:bank-question").get("state") == "retired"
    assert stack.sql(f"SELECT COUNT(*) FROM rule_change WHERE rule = 'question' AND code IN ({first.get('id')}, {now.get('id')})") == [["3"]]


def test_one_that_is_alike_is_shown_first(karla):
    fields = form(department="jobcenter")
    new(karla, fields)
    page = new(karla, {**fields, "anchor-10": "tit"})
    assert page.status == 422 and page.errors() == {"text": "question-alike"} and page.all("//p:alike/@text") == [fields["text"]]
    assert karla.submit("question", {"anyway": "yes"}).notices() == ["question-saved"]
    assert new(karla, {**form(department="jobcenter"), "text": "Kan 221185-2020 cykle"}).errors() == {"text": "no-cpr"}


def test_a_proposal_is_taken_up_or_refused_and_its_author_told(stack, karla, bo):
    (fields, taken), (_, refused) = proposal(stack), proposal(stack)
    assert bo.get("/admin/questions?question-state=proposed").all("//p:bank-question/@proposed-by-name")
    karla.get(f"/admin/questions/{taken}")
    page = karla.submit("question", {"department": "jobcenter", "anchor-10": "hver gang"})
    assert page.notices() == ["question-taken-up"] and page.one("//p:bank-question").get("state") == "published"
    karla.get(f"/admin/questions/{refused}")
    assert karla.submit("question-refuse", {"reason": ""}).errors() == {"reason": "required"}
    page = karla.submit("question-refuse", {"reason": "Vi har et, der ligner"})
    assert page.notices() == ["question-refused"] and page.one("//p:bank-question").get("refused-reason") == "Vi har et, der ligner"
    told = stack.sql("SELECT kind, text FROM message WHERE to_uid = 'vh.bent' AND kind LIKE 'question-%' ORDER BY id")
    assert told == [["question-taken-up", fields["text"]], ["question-refused", "Vi har et, der ligner"]]
    assert [m.get("kind") for m in c.person(stack, "vh.bent").get("/").all("//p:messages/p:message") if m.get("kind").startswith("question-")]
    stack.sql("DELETE FROM message WHERE to_uid = 'vh.bent' AND kind LIKE 'question-%'")


def test_two_decide_at_once_and_departments_keep_their_own(stack, karla, bo):
    _, one = proposal(stack)
    hers = karla.get(f"/admin/questions/{one}")
    bo.get(f"/admin/questions/{one}")
    assert bo.submit("question-refuse", {"reason": "Nej"}).notices() == ["question-refused"]
    page = karla.submit("question", {"department": "jobcenter"}, page=hers)
    assert page.status in (409, 422) and stack.sql(f"SELECT state FROM progress_question WHERE id = {one}") == [["refused"]]
    page = new(bo, form(department="sundhedscenter"))
    theirs = page.one("//p:bank-question").get("id")
    assert karla.get(f"/admin/questions/{theirs}").all("//p:content//p:form") == []
    fields = [("token", karla.page.one("/p:page/p:user/p:form/p:token").text), ("once", f"{theirs:q<43}"), ("revision", "1"), *form(department="jobcenter").items()]
    assert karla.send(f"/admin/questions/{theirs}", fields).status == 403
