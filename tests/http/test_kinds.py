"""Questions of every kind, from the citizen's pages to the database: tests/data/questionnaires/slags.xml has them all."""

import pytest

from samspil import TOP
from test_screening import answer_page, mads, no_failures, number, visit  # noqa: F401: fixtures

ANNE = 14


@pytest.fixture(scope="module", autouse=True)
def published(stack):
    """There while these tests run, and offered to nobody afterwards."""
    code, _, err = stack.tool("import", "questionnaire", TOP + "/tests/data/questionnaires/slags.xml")
    assert code == 0, err
    stack.sql("UPDATE questionnaire SET state = 'published' WHERE code = 'slags'")
    yield
    stack.sql("UPDATE questionnaire SET state = 'retired' WHERE code = 'slags'")


@pytest.fixture
def screening(stack, base_url, mads):  # noqa: F811
    """(id, the citizen's browser at the first question)"""
    page = mads.get(f"/citizens/{ANNE}")
    choice = page.all("//p:form[@name = 'screening']/p:field/p:choice[contains(., 'Alle slags')]")[0]
    page = mads.submit("screening", {"questionnaire": choice.get("value")})
    return page.one("//p:screening").get("id"), visit(base_url, page.one("//p:access-code").get("code"))


def kept(stack, screening_id):
    return {row[0]: tuple(row[1:]) for row in
            stack.sql("SELECT question, state, choice, value, given FROM answer"
                      f" WHERE state <> 'not-asked' AND screening_id = {screening_id}")}


def values(page, name):
    return [node.text for node in page.all(f"//p:field[@name = '{name}']/p:value")]


def given(text):
    return ("answered", None, None, text)


def test_all_kinds(stack, screening):
    screening_id, citizen = screening
    page = answer_page(citizen, {"gener": ["intet", "ryg"]}, "next", 422)
    assert page.errors() == {"gener": "alone"} and values(page, "gener") == ["intet", "ryg"]
    assert kept(stack, screening_id) == {}
    assert answer_page(citizen, {"gener": ["ryg", "nix"]}, "next", 422).errors() == {"gener": "unknown-choice"}
    assert answer_page(citizen, {"gener": [""]}, "next", 422).errors() == {"gener": "unanswered"}
    page = answer_page(citizen, {"gener": ["hoved", "ryg"]}, "next")
    assert page.all("//p:field[@name = 'gener-tekst']") and number(page) == 2
    assert kept(stack, screening_id)["gener"] == given("ryg hoved"), "in the questionnaire's order"

    assert answer_page(citizen, {"gener-tekst": "x" * 201}, "next", 422).errors() == {"gener-tekst": "too-long"}
    answer_page(citizen, {"gener-tekst": "Den gør ondt."}, "next")
    answer_page(citizen, {"vaerst": ["lidt", "meget"]}, "next")
    for text, error in (("82,55", "decimals"), ("19,9", "out-of-range"), ("400,1", "out-of-range"), ("meget", "not-a-number"),
                        ("82.5", "not-a-number")):
        page = answer_page(citizen, {"vaegt": text}, "next", 422)
        assert page.errors() == {"vaegt": error} and values(page, "vaegt") == [text]
    page = answer_page(citizen, {"vaegt": "82,5"}, "next")
    assert kept(stack, screening_id)["vaegt"] == given("82.5")

    # A section on one page: what comes up by an answer of it comes up with the next step.
    names = page.all("//p:form[@name = 'questionnaire']/p:field[@type != 'hidden']/@name")
    assert names == ["syge", "syge.missing", "gode", "hvile"]
    page = answer_page(citizen, {"syge": "4", "gode": "7", "hvile": "dont-know"}, "back")
    answer_page(citizen, {}, "next")
    page = citizen.page
    assert values(page, "syge") == ["4"] and values(page, "hvile") == ["dont-know"] and page.all("//p:field[@name = 'siden']")
    assert answer_page(citizen, {"siden": "31-12-1999"}, "next", 422).errors() == {"siden": "too-early"}
    assert answer_page(citizen, {"siden": "01-01-2199"}, "next", 422).errors() == {"siden": "too-late"}
    assert answer_page(citizen, {"siden": "30-02-2026"}, "next", 422).errors() == {"siden": "not-a-date"}
    page = answer_page(citizen, {"siden": "01-03-2026"}, "next")
    assert page.all("//p:summary")
    page = citizen.submit("summary", {}, "send")
    assert page.all("//p:answered"), page.text
    assert kept(stack, screening_id) == {
        "gener": given("ryg hoved"), "gener-tekst": given("Den gør ondt."), "vaerst": given("lidt meget"), "vaegt": given("82.5"),
        "syge": given("4"), "gode": ("answered", None, "7", None), "hvile": ("dont-know", None, None, None),
        "siden": given("2026-03-01")}
    # 3 + 4 + 4 + 3 of four, and one that is not known: 14 * 5 / 4; of dage (4 + 3) * 3 / 2 is yellow.
    assert stack.sql(f"SELECT score, value FROM screening_score WHERE screening_id = {screening_id} ORDER BY ordinal") == \
        [["alt", "17.500"], ["dage-middel", "3.500"], ["valgt", "4.000"]]
    assert stack.sql(f"SELECT red, yellow, green, missing, indicates FROM screening WHERE id = {screening_id}") == \
        [["2", "1", "0", "0", "hjaelp"]]


def test_taken_back_and_not_asked(stack, screening):
    screening_id, citizen = screening
    answer_page(citizen, {"gener": ["ryg"]}, "next")
    answer_page(citizen, {"gener-tekst": "Fortalt for meget"}, "next")
    answer_page(citizen, {"vaerst": ["lidt"]}, "next")
    answer_page(citizen, {"vaegt": "80"}, "back")
    # Nothing ticked is nothing answered; an emptied text is forgotten.
    answer_page(citizen, {"vaerst": [""]}, "back")
    answer_page(citizen, {"gener-tekst": ""}, "back")
    assert set(kept(stack, screening_id)) == {"gener", "vaegt"}
    # One rather would not say, and then does: the new one holds, although both are sent.
    page = answer_page(citizen, {"gener": ["ryg"], "gener.missing": "declined"}, "next")
    assert kept(stack, screening_id)["gener"][0] == "declined" and not page.all("//p:field[@name = 'gener-tekst']")
    citizen.get("/answer/questionnaire/1")
    assert values(citizen.page, "gener") == [] and values(citizen.page, "gener.missing") == ["declined"]
    page = answer_page(citizen, {"gener": ["ryg"], "gener.missing": "declined"}, "next")
    assert kept(stack, screening_id)["gener"] == given("ryg") and page.all("//p:field[@name = 'gener-tekst']"), "it is asked again"
    citizen.get("/answer/questionnaire/1")
    answer_page(citizen, {"gener": ["hoved"]}, "next")
    assert number(citizen.page) == 3, "the page on the back is passed over"
    assert citizen.submit("questionnaire", {"vaerst.missing": "dont-know"}, "next").errors() == {"vaerst.missing": "unknown-choice"}


def test_an_answer_and_none_at_once(stack, screening):
    screening_id, citizen = screening
    both = {"gener": ["ryg"], "gener.missing": "dont-know"}
    page = answer_page(citizen, both, "next", 422)
    assert page.errors() == {"gener": "either"} and kept(stack, screening_id) == {}
    assert values(page, "gener") == ["ryg"] and values(page, "gener.missing") == ["dont-know"]
    assert answer_page(citizen, both, "next", 422).errors() == {"gener": "either"}, "as long as nothing is chosen"
    # Without a script nothing is unticked: there one says that the answer is meant.
    assert page.all("//p:field[@name = 'gener.missing']/p:choice[@value = 'given']")
    page = answer_page(citizen, {"gener": ["ryg"], "gener.missing": "given"}, "next")
    assert kept(stack, screening_id)["gener"] == given("ryg")
    assert not page.all("//p:choice[@value = 'given']")
    # What is wrong is not hidden by what stands beside it, nor does that count.
    citizen.get("/answer/questionnaire/4")
    page = citizen.submit("questionnaire", {"vaegt": "meget", "vaegt.missing": "dont-know"}, "next")
    assert page.errors() == {"vaegt": "not-a-number"} and "vaegt" not in kept(stack, screening_id)
    page = citizen.submit("questionnaire", {"vaegt": "82", "vaegt.missing": "dont-know"}, "next")
    assert page.errors() == {"vaegt": "either"} and values(page, "vaegt") == ["82"]
    citizen.submit("questionnaire", {"vaegt": "", "vaegt.missing": "dont-know"}, "next")
    assert kept(stack, screening_id)["vaegt"][0] == "dont-know"
    # A new answer beside what stood there holds; a script sends what it took back as nothing at all.
    citizen.get("/answer/questionnaire/4")
    citizen.submit("questionnaire", {"vaegt": "82", "vaegt.missing": "dont-know"}, "next")
    assert kept(stack, screening_id)["vaegt"] == given("82")
    citizen.get("/answer/questionnaire/4")
    citizen.submit("questionnaire", {"vaegt.missing": "declined"}, "next")
    assert kept(stack, screening_id)["vaegt"][0] == "declined"
    citizen.get("/answer/questionnaire/4")
    page = citizen.page
    form = page.form("questionnaire")
    fields = [pair for pair in citizen.fill(form, {"vaegt": ""}, "next") if pair[0] != "vaegt.missing"]
    citizen.send(form.get("action"), fields)
    assert "vaegt" not in kept(stack, screening_id)
