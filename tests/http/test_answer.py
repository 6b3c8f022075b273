"""The citizen's own screens: page by page, the summary, two tablets, silence, and what goes wrong."""

import os
import signal

import pytest
from lxml import etree

from samspil import Client
from test_faults import until, workers
from test_screening import ANNE, ANNE_BORN, KAREN, answer_all, answer_page, issue, number, visit


@pytest.fixture(autouse=True)
def no_failures(stack):
    """Tests share an address: what one fails with must not slow the next."""
    yield
    stack.sql("DELETE FROM sign_in_failure")


@pytest.fixture
def mads(sign_in):
    return sign_in("mads.sb")


def name(page):
    return page.one("/p:page").get("name")


def kept(stack, screening):
    return dict(stack.sql(f"SELECT question, COALESCE(choice, value) FROM answer WHERE screening_id = {screening}"))


def silent(stack, screening, seconds):
    """Nobody has touched any tablet for so long."""
    stack.sql("UPDATE answer_session v JOIN access_code c ON c.id = v.access_code_id SET v.seen_at = NOW() - INTERVAL"
              f" {seconds} SECOND WHERE c.screening_id = {screening}")


def test_what_it_is_about_comes_first(base_url, mads):
    client = Client(base_url)
    client.get("/answer")
    page = client.submit("code", {"code": issue(mads)[1], "birth-date": ANNE_BORN})
    assert page.url.endswith("/answer/information") and name(page) == "information"
    about = page.one("//p:questionnaire")
    assert about.get("total") == "24" and page.one("//p:intro").text and about.get("href").endswith("/answer/questionnaire/1")
    page = client.get("/answer/questionnaire/1")
    assert page.one("//p:questionnaire").get("from") == page.one("//p:questionnaire").get("to") == "1"
    assert len(page.all("//p:form[@name = 'questionnaire']/p:field")) == 1
    # Back from the first question leads there; afterwards one goes on where one was.
    assert name(answer_page(client, {}, "back")) == "information"
    client.get("/answer/questionnaire/1")
    answer_page(client, KAREN, "next")
    assert client.get("/answer/information").one("//p:questionnaire").get("href").endswith("/2")
    assert client.get("/answer/questionnaire").url.endswith("/answer/questionnaire/2")
    assert client.get("/answer").url.endswith("/answer/questionnaire/2")


def test_the_summary_leads_to_each_answer_and_back(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    while not client.page.all("//p:summary"):
        answer_page(client, KAREN, "next")
    asked = client.page.all("//p:asked")
    assert len(asked) == 24 and {it.get("state") for it in asked} == {"answered"} and client.page.one("//p:summary").get("missed") == "0"
    home = client.page.one("//p:asked[@question = 'familie']")
    assert home.find("{*}text").text == "Jeg er skilt eller separeret"
    page = client.get(home.get("href"))
    assert number(page) == 1 and page.one("//p:questionnaire").get("then") == "summary"
    page = answer_page(client, {"familie": "gift"}, "next")
    assert page.one("//p:asked[@question = 'familie']/p:text").text == "Jeg er gift"
    # From there to the last page and back again.
    assert number(client.submit("summary", {}, "back")) == 24
    assert answer_page(client, {}, "next").all("//p:summary")
    # A pause there is a pause there, on another device too.
    client.submit("summary", {}, "pause")
    assert visit(base_url, code).page.all("//p:summary")
    assert kept(stack, screening)["familie"] == "gift"


def test_what_is_missing_is_said_and_not_sent(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    answer_page(client, {"familie": "gift"}, "next")
    page = client.get("/answer/summary")
    assert page.one("//p:summary").get("missed") == "23" and len(page.all("//p:asked[@missed]")) == 23
    page = client.submit("summary", {}, "send")
    assert page.status == 422 and page.notices() == ["answers-missing"] and page.one("//p:summary").get("missed") == "23"
    assert stack.sql(f"SELECT state FROM screening WHERE id = {screening}") == [["opened"]]
    assert client.send("/answer/questionnaire/25").status == 404 and client.send("/answer/questionnaire/0").status == 404


def test_back_pause_and_the_script_keep_what_is_there(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    answer_page(client, KAREN, "next")
    form = client.page.form("questionnaire")
    pairs = [pair for pair in client.fill(form, {"forsoerger": "alene"}) if pair[0] != "once"]
    assert client.send(form.get("action"), pairs + [("submit", "keep")]).headers["Location"].endswith("/answer/questionnaire/2")
    assert kept(stack, screening) == {"familie": "skilt", "forsoerger": "alene"}
    # The button's own form is not used up by that.
    page = answer_page(client, {"forsoerger": "nej"}, "next")
    assert number(page) == 3 and kept(stack, screening)["forsoerger"] == "nej"
    answer_page(client, {"bolig": "fast"}, "back")
    assert kept(stack, screening)["bolig"] == "fast" and number(client.page) == 2
    answer_page(client, {"forsoerger": "faelles"}, "pause")
    assert number(visit(base_url, code).page) == 2 and kept(stack, screening)["forsoerger"] == "faelles"


def test_what_is_kept_late_changes_nothing(stack, base_url, mads):
    """The script's request was on its way when the button was pressed, and comes after it."""
    screening, code = issue(mads)
    client = visit(base_url, code)
    form = client.page.form("questionnaire")
    late = client.fill(form, {"familie": "gift"})
    once = dict(late)["once"]
    late = [pair for pair in late if pair[0] != "once"] + [("submit", "keep"), ("kept-of", once)]
    assert client.send(form.get("action"), late).headers["Location"].endswith("/questionnaire/1")
    assert kept(stack, screening) == {"familie": "gift"}
    answer_page(client, {"familie": "skilt"}, "next")
    assert client.send(form.get("action"), late).status == 303
    assert kept(stack, screening) == {"familie": "skilt"}
    assert client.get("/answer/questionnaire").url.endswith("/answer/questionnaire/2"), "nor where one is"


def test_the_language_is_chosen_and_stays(stack, base_url, mads):
    screening, code = issue(mads)
    client = Client(base_url)
    page = client.get("/answer")
    assert [it.get("name") for it in page.all("//p:language")][:1] == ["Dansk"] and "العربية" in page.text
    page = client.get(page.one("//p:language[@code = 'ar']").get("href"))
    assert page.one("/p:page").get("lang") == "ar"
    page = client.submit("code", {"code": code, "birth-date": ANNE_BORN})
    assert page.one("/p:page").get("lang") == "ar" and name(page) == "information"
    assert 'dir="rtl"' in client.html("/answer/information").text
    assert stack.sql(f"SELECT language FROM screening WHERE id = {screening}") == [["ar"]]
    page = client.submit("language", {"language": "en"})
    assert page.one("/p:page").get("lang") == "en"
    client.get("/answer/questionnaire/1")
    form = client.page.form("questionnaire")
    # With the page's form: what is chosen there is kept.
    page = client.send(form.get("action"), client.fill(form, {"familie": "gift"}) + [("language", "ar")])
    assert page.headers["Location"].endswith("/answer/questionnaire/1") and kept(stack, screening) == {"familie": "gift"}
    assert stack.sql(f"SELECT language FROM screening WHERE id = {screening}") == [["ar"]]
    # Another device goes on in it; an unknown one changes nothing.
    other = visit(base_url, code)
    assert other.get("/answer/questionnaire/1").one("/p:page").get("lang") == "ar"
    form = other.page.form("questionnaire")
    assert other.send(form.get("action"), other.fill(form, {}) + [("language", "xx")]).status == 303
    assert other.get("/answer/questionnaire/1").one("/p:page").get("lang") == "ar"
    assert Client(base_url).get("/answer?language=xx").one("/p:page").get("lang") == "da"


def test_a_tablet_left_alone(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    assert client.page.headers["Refresh"].startswith("120; url=") and client.page.headers["Refresh"].endswith("/answer/still")
    answer_page(client, KAREN, "next")
    silent(stack, screening, 121)
    page = client.get("/answer/still")
    assert name(page) == "still" and page.headers["Refresh"].startswith("72; url=") and not page.all("//p:questionnaire")
    # Asking is no sign of life; answering is, and leads back.
    assert stack.sql("SELECT v.seen_at < NOW() - INTERVAL 100 SECOND FROM answer_session v JOIN access_code c ON c.id = v.access_code_id"
                     f" WHERE c.screening_id = {screening} AND v.ended_at IS NULL") == [["1"]]
    assert number(client.submit("still", {}, "here")) == 2
    # What was last heard may have been heard ten seconds later than it says.
    silent(stack, screening, 185)
    assert number(client.get("/answer/questionnaire/2")) == 2
    silent(stack, screening, 191)
    page = client.get("/answer/questionnaire/1")
    assert name(page) == "closed" and page.one("//p:closed").get("why") == "idle"
    assert page.headers["Clear-Site-Data"] == '"cache"' and page.headers["Cache-Control"] == "no-store"
    # The next person sees nothing, wherever they go; what was answered is there.
    for path in ("questionnaire", "questionnaire/1", "summary", "information", "still", "done", "measurement", "closed"):
        assert name(client.get(f"/answer/{path}")) == "code", path
    assert number(visit(base_url, code).page) == 2 and kept(stack, screening) == {"familie": "skilt"}


def test_closing_at_once(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    client.get("/answer/still")
    page = client.submit("still", {}, "close")
    assert page.one("//p:closed").get("why") == "idle"
    assert stack.sql(f"SELECT v.ended_why FROM answer_session v JOIN access_code c ON c.id = v.access_code_id WHERE c.screening_id = {screening}") \
        == [["idle"]]


def test_two_tablets(stack, base_url, mads):
    screening, code = issue(mads)
    first = visit(base_url, code)
    answer_page(first, KAREN, "next")
    second = visit(base_url, code)
    assert number(second.page) == 2
    answer_page(second, {"forsoerger": "nej"}, "next")
    # The earlier one is told, and changes nothing.
    form = first.page.form("questionnaire")
    page = first.get(first.send(form.get("action"), first.fill(form, {"forsoerger": "alene"}, "next")).headers["Location"])
    assert page.one("//p:closed").get("why") == "elsewhere"
    assert kept(stack, screening)["forsoerger"] == "nej"
    assert name(first.get("/answer/questionnaire/2")) == "code"
    assert answer_all(second).all("//p:answered")


def test_revoked_meanwhile(base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    mads.get(f"/screening/{screening}")
    mads.submit("revoke")
    form = client.page.form("questionnaire")
    page = client.get(client.send(form.get("action"), client.fill(form, {"familie": "gift"}, "next")).headers["Location"])
    assert page.one("//p:closed").get("why") == "revoked"


def closed(client, page):
    form = page.form("questionnaire")
    page = client.get(client.send(form.get("action"), client.fill(form, {"familie": "gift"}, "next")).headers["Location"])
    return page.one("//p:closed")


def test_what_became_of_the_code(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    mads.get(f"/screening/{screening}")
    new = mads.submit("new-code").one("//p:access-code").get("code")
    is_over = closed(client, client.page)
    assert is_over.get("why") == "renewed" and is_over.get("href")
    client = visit(base_url, new)
    mads.get(f"/screening/{screening}")
    mads.submit("begin")
    is_over = closed(client, client.page)
    assert is_over.get("why") == "filling" and is_over.get("href") is None
    mads.get(f"/screening/{screening}")
    client = visit(base_url, mads.submit("new-code").one("//p:access-code").get("code"))
    mads.get(f"/screening/{screening}")
    mads.submit("revoke")
    is_over = closed(client, client.page)
    assert is_over.get("why") == "revoked" and is_over.get("href") is None


def test_the_citizens_language_opens_it(stack, base_url, mads):
    stack.sql("UPDATE citizen SET language = 'ar' WHERE id = 14")
    try:
        _, code = issue(mads)
        _, other = issue(mads)
    finally:
        stack.sql("UPDATE citizen SET language = 'da' WHERE id = 14")
    client = visit(base_url, code)
    assert client.page.one("/p:page").get("lang") == "ar"
    page = answer_page(client, {"familie": "gift"}, "pause")
    assert page.one("//p:paused").get("href").endswith("language=ar") and page.one("/p:page").get("lang") == "ar"
    # Chosen where the code is typed, another one holds.
    client = Client(base_url)
    client.get("/answer?language=en")
    assert client.submit("code", {"code": other, "birth-date": ANNE_BORN}).one("/p:page").get("lang") == "en"
    # One that the site has no words for.
    stack.sql("UPDATE screening s JOIN access_code c ON c.screening_id = s.id SET s.language = 'pl' WHERE c.id = (SELECT MAX(id) FROM access_code)")
    assert visit(base_url, other).page.one("/p:page").get("lang") == "da"


def test_sent_from_another_window(stack, base_url, mads):
    _, code = issue(mads)
    client = visit(base_url, code)
    page = client.page
    assert answer_all(client).all("//p:answered")
    assert client.page.headers["Clear-Site-Data"] == '"cache"'
    for path in ("questionnaire/1", "summary", "information", "questionnaire"):
        assert name(client.get(f"/answer/{path}")) == "done"
    assert client.submit("questionnaire", {"familie": "gift"}, "next", page=page).all("//p:answered")


def test_a_retired_questionnaire_is_finished_on_its_version(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    questionnaire = stack.sql(f"SELECT questionnaire_id FROM screening WHERE id = {screening}")[0][0]
    stack.sql(f"UPDATE questionnaire SET state = 'retired' WHERE id = {questionnaire}")
    try:
        answer_page(client, KAREN, "next")
        assert answer_all(visit(base_url, code)).all("//p:answered")
    finally:
        stack.sql(f"UPDATE questionnaire SET state = 'published' WHERE id = {questionnaire}")
    assert stack.sql(f"SELECT state, red FROM screening WHERE id = {screening}") == [["submitted", "10"]]


def test_every_refused_code_is_the_same_page(stack, base_url, mads):
    def refused(code, born):
        client = Client(base_url)
        client.get("/answer")
        page = client.submit("code", {"code": code, "birth-date": born})
        for node in page.all("//p:token | //p:once | //p:field[@name = 'code' or @name = 'birth-date']/p:value"):
            node.getparent().remove(node)
        return page.status, etree.tostring(page.tree)

    good, used, locked, expired = (issue(mads) for _ in range(4))
    answer_all(visit(base_url, used[1]))
    stack.sql(f"UPDATE access_code SET failures = 5 WHERE screening_id = {locked[0]};"
              f"UPDATE access_code SET expires_on = CURRENT_DATE - INTERVAL 2 DAY WHERE screening_id = {expired[0]}")
    pages = {refused(code, born) for code, born in (("ABCD-2345-EFGH", ANNE_BORN), (good[1], "12-11-1968"), (used[1], ANNE_BORN),
                                                     (locked[1], ANNE_BORN), (expired[1], ANNE_BORN), ("?!", ANNE_BORN))}
    assert len(pages) == 1 and pages.pop()[0] == 422


def test_answers_outside_the_options(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    for wrong in ("konge", "a" * 500, "gift samlevende"):
        page = answer_page(client, {"familie": wrong}, "next", 422)
        assert page.errors() == {"familie": "unknown-choice"}
        client.get("/answer/questionnaire/1")
    page = client.get("/answer/questionnaire/22")
    assert answer_page(client, {"arbejdsevne": "11"}, "next", 422).errors() == {"arbejdsevne": "unknown-choice"}
    assert kept(stack, screening) == {}


def test_a_power_cut_between_two_pages(stack, base_url, mads):
    """All up to the last page that was left is there: after the workers are killed, and after the database was."""
    screening, code = issue(mads)
    client = visit(base_url, code)
    for _ in range(3):
        answer_page(client, KAREN, "next")
    for pid in workers(stack, "answer"):
        os.kill(pid, signal.SIGKILL)
    assert until(lambda: client.send("/answer/questionnaire/4").status == 200)
    answer_page(client, KAREN, "next")
    stack.stop("mariadb")
    try:
        form = client.page.form("questionnaire")
        pairs = client.fill(form, {"gaeld": "nej"}, "next")
        assert client.send(form.get("action"), pairs).status == 503
    finally:
        stack.start("mariadb")
    assert until(lambda: client.send("/answer").status in (200, 303))
    assert kept(stack, screening) == {key: KAREN[key] for key in ("familie", "forsoerger", "bolig", "oekonomi")}
    # The same form again, from the same tablet.
    assert client.send(form.get("action"), pairs).headers["Location"].endswith("/answer/questionnaire/6")
    assert answer_all(visit(base_url, code)).all("//p:answered")
    assert len(kept(stack, screening)) == 24


def test_the_script_is_on_each_page_and_asks_by_itself(base_url, mads):
    client = visit(base_url, issue(mads)[1])
    for path in ("/answer/questionnaire/1", "/answer/summary", "/answer/information", "/answer/still"):
        html = client.html(path).text
        assert html.count("<script ") == 1 and "/static/answer.js?v=" in html, path
    # The server need not send such a browser on.
    page = client.send("/answer/questionnaire/1", headers={"Cookie": "; ".join(
        f"{cookie.name}={cookie.value}" for cookie in client.cookies) + "; samspil-script=1"})
    assert page.headers["Refresh"] is None


def test_who_it_is_stands_nowhere(base_url, mads):
    client = visit(base_url, issue(mads)[1])
    for path in ("/answer/information", "/answer/questionnaire/1", "/answer/summary", "/answer/still"):
        page = client.get(path)
        assert "Anne" not in page.text and not page.all("/p:page/p:user | /p:page/p:navigation") and str(ANNE) not in page.all("//@citizen-id")
