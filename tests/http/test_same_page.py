"""Questions that an answer of the same page asks: the page comes again with them, and only then are they demanded."""

import pytest

from samspil import TOP
from test_screening import ANNE, answer_page, mads, no_failures, visit  # noqa: F401: fixtures

FILE = TOP + "/tests/data/questionnaires/side.xml"
HERE = "//p:form[@name = 'questionnaire']/p:field[not(contains(@name, '.'))]/@name"


@pytest.fixture(scope="module", autouse=True)
def published(stack, tmp_path_factory):
    """For citizens, and the same for a survey; offered to nobody afterwards."""
    survey = tmp_path_factory.mktemp("side") / "side.xml"
    text = open(FILE, encoding="utf-8").read().replace('id="side"', 'id="side-alle" audience="survey"')
    survey.write_text(text, encoding="utf-8")
    code, _, err = stack.tool("import", "questionnaire", FILE, str(survey))
    assert code == 0, err
    stack.sql("UPDATE questionnaire SET state = 'published' WHERE code LIKE 'side%'")
    yield
    stack.sql("UPDATE questionnaire SET state = 'retired' WHERE code LIKE 'side%'")


@pytest.fixture
def issued(mads):  # noqa: F811
    """(id, code) of a screening."""
    page = mads.get(f"/citizens/{ANNE}")
    choice = page.all("//p:form[@name = 'screening']/p:field/p:choice[contains(., 'Samme side')]")[0]
    page = mads.submit("screening", {"questionnaire": choice.get("value")})
    return page.one("//p:screening").get("id"), page.one("//p:access-code").get("code")


def grows(send):
    """Page by page to the end of the questions; send(answers, expected status) presses "next"."""
    page = send({"boern": ""}, 422)
    assert page.all(HERE) == ["boern"] and page.errors() == {"boern": "unanswered"}
    page = send({"boern": "ja"}, 200)
    assert page.all(HERE) == ["boern", "bor"] and page.notices() == ["question-added"] and page.errors() == {}
    assert page.one("//p:field[@name = 'boern']/p:value").text == "ja"
    page = send({}, 422)
    assert page.all(HERE) == ["boern", "bor"] and page.errors() == {"bor": "unanswered"}, "it was there to see"
    page = send({"bor": "nej"}, 200)
    assert page.all(HERE) == ["boern", "bor", "hvor"] and page.notices() == ["question-added"], "also one that need not be answered"
    return send({}, 200)


def test_a_citizen(base_url, issued):
    citizen = visit(base_url, issued[1])
    page = grows(lambda answers, status: answer_page(citizen, answers, "next", status))
    assert page.one("//p:summary").get("missed") == "0"
    assert page.all("//p:asked/@question") == ["boern", "bor", "hvor"]


def test_a_citizen_whose_script_saves(base_url, issued):
    """What the script keeps asks the question, but nobody has seen it."""
    citizen = visit(base_url, issued[1])
    drawn = citizen.page
    form = drawn.form("questionnaire")
    pairs = [pair for pair in citizen.fill(form, {"boern": "ja"}, "keep") if pair[0] != "once"]
    assert citizen.send(form.get("action"), pairs).status == 303
    page = citizen.submit("questionnaire", {"boern": "ja"}, "next", page=drawn)
    assert page.all(HERE) == ["boern", "bor"] and page.errors() == {} and page.notices() == ["question-added"]


def test_a_citizen_who_changes_an_answer(base_url, issued):
    citizen = visit(base_url, issued[1])
    page = answer_page(citizen, {"boern": "nej"}, "next")
    citizen.get(page.all("//p:asked/@href")[0])
    page = answer_page(citizen, {"boern": "ja"}, "next")
    assert page.all(HERE) == ["boern", "bor"] and page.one("//p:questionnaire").get("then") == "summary"
    assert answer_page(citizen, {"bor": "ja"}, "next").one("//p:summary").get("missed") == "0"


def test_staff_who_fill_in(issued, mads):  # noqa: F811
    mads.get(f"/screening/{issued[0]}")
    mads.submit("begin")
    page = grows(lambda answers, status: answer_page(mads, answers, "send", status))
    assert page.notices() == ["screening-filled"] and page.one("//p:screening").get("state") == "submitted"


def test_a_survey(sign_in, stack):
    karla = sign_in("tl.karla")
    karla.get("/screening/surveys")
    questionnaire = stack.sql("SELECT id FROM questionnaire WHERE code = 'side-alle'")[0][0]
    page = karla.submit("survey", {"questionnaire": questionnaire, "title": "Samme side", "kind": "staff"})
    survey = page.one("//p:survey").get("id")
    try:
        ole = sign_in("vk.ole")
        ole.get(ole.get(f"/screening/survey/{survey}").one("//p:survey").get("href"))
        assert grows(lambda answers, status: answer_page(ole, answers, "next", status)).one("//p:summary").get("missed") == "0"
    finally:
        stack.sql(f"DELETE FROM survey_answer WHERE response_id IN (SELECT id FROM survey_response WHERE survey_id = {survey});"
                  + "".join(f" DELETE FROM {table} WHERE survey_id = {survey};" for table in ("survey_response", "survey_participant"))
                  + f" DELETE FROM survey WHERE id = {survey}")


def test_a_trial(sign_in, stack):
    karla = sign_in("tl.karla")
    questionnaire = stack.sql("SELECT id FROM questionnaire WHERE code = 'side'")[0][0]
    karla.get(f"/admin/questionnaire/{questionnaire}/try/1")
    page = grows(lambda answers, status: answer_page(karla, answers, "next", status))
    assert page.one("//p:summary").get("missed") == "0"
    page = karla.submit("questionnaire", {}, submit="send")
    assert page.one("//p:trial-result").get("red") == "0"
