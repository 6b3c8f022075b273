"""Screening at the caseworker's desk: the list, the slip, one screening, filling in, paper, beside earlier ones."""

import datetime
import re
import shutil

import pytest

from samspil import TOP
from test_screening import ANNE, KAREN, WELL, issue, submitted, visit

TODAY = datetime.date.today()


@pytest.fixture(autouse=True)
def no_failures(stack):
    """Tests share an address: what one fails with must not slow the next."""
    yield
    stack.sql("DELETE FROM sign_in_failure")


@pytest.fixture
def mads(sign_in):
    return sign_in("mads.sb")


def total(client, query):
    page = client.get(f"/screening?limit=200&{query}")
    assert page.status == 200
    return int(page.one("//p:list").get("total")), {row.get("id"): row for row in page.all("//p:invitation")}


def test_the_list_is_narrowed_by_all_filters_at_once(stack, mads, sign_in):
    screening, _ = issue(mads)
    stack.sql(f"UPDATE screening SET issued_at = NOW() - INTERVAL 9 DAY WHERE id = {screening}")
    n, rows = total(mads, "whose=mine&state=open&questionnaire=demo-kontanthjaelp&waiting=9")
    assert screening in rows and rows[screening].get("days") == "9" and n == len(rows)
    assert all(row.get("state") in ("invited", "opened") and int(row.get("days")) >= 9 for row in rows.values())
    assert screening not in total(mads, "waiting=10")[1]
    assert screening not in total(mads, "questionnaire=demo-sygedagpenge")[1]
    assert screening not in total(sign_in("sofie.sb"), "whose=mine")[1]
    assert screening in total(sign_in("sofie.sb"), "whose=department")[1]
    assert total(mads, "questionnaire=there-is-none")[0] == 0
    page = mads.get("/screening?whose=mine&state=open&waiting=9&sort=-waiting&limit=1")
    assert [page.one(f"//p:field[@name = '{name}']/p:value").text for name in ("whose", "state", "waiting")] == ["mine", "open", "9"]
    assert page.one("//p:list").get("sort") == "-waiting" and len(page.all("//p:invitation")) == 1
    stack.sql(f"UPDATE screening SET expires_on = CURRENT_DATE - INTERVAL 1 DAY WHERE id = {screening}")
    assert screening in total(mads, "state=expired")[1] and screening not in total(mads, "state=open")[1]
    assert "days" not in total(mads, "state=expired")[1][screening].attrib, "what is over waits for nobody"


def test_an_expired_code_opens_nothing_and_is_renewed(stack, base_url, mads):
    screening, code = issue(mads)
    stack.sql(f"UPDATE screening SET expires_on = CURRENT_DATE - INTERVAL 1 DAY WHERE id = {screening}")
    stack.sql(f"UPDATE access_code SET expires_on = CURRENT_DATE - INTERVAL 1 DAY WHERE screening_id = {screening}")
    assert visit(base_url, code).page.errors() == {"code": "code-refused"}
    for state in ("invited", "expired"):
        stack.sql(f"UPDATE screening SET state = '{state}', expires_on = CURRENT_DATE - INTERVAL 1 DAY WHERE id = {screening}")
        assert mads.get(f"/screening/{screening}").one("//p:screening").get("state") == "expired"
        page = mads.submit("new-code")
        assert page.status == 200 and page.notices() == ["new-code"] and page.one("//p:screening").get("state") == "invited"
    new = page.one("//p:access-code").get("code")
    assert new != code and not visit(base_url, new).page.errors()


def test_all_pages_agree_on_what_is_over(stack, mads):
    # The home page shows the 200 that are most urgent: not those of courses that other tests left.
    stack.sql("UPDATE course c JOIN citizen z ON z.id = c.citizen_id SET c.caseworker_uid = 'it.bo' WHERE c.caseworker_uid = 'mads.sb' AND z.name LIKE 'Prøve Forløb %'")
    screening, _ = issue(mads)
    citizen = stack.sql(f"SELECT citizen_id FROM screening WHERE id = {screening}")[0][0]

    def states():
        page = mads.get(f"/citizens/{citizen}")
        waits = [item.get("href") for item in mads.get("/?kind=screening").all("//p:item")]
        return (mads.get(f"/screening/{screening}").one("//p:screening").get("state"), total(mads, "")[1][screening].get("state"),
                page.one(f"//p:screening[@id = '{screening}']").get("state"), any(href.endswith(f"/screening/{screening}") for href in waits))

    assert states() == ("invited", "invited", "invited", False)
    stack.sql(f"UPDATE screening SET expires_on = CURRENT_DATE - INTERVAL 1 DAY WHERE id = {screening}")
    assert states() == ("expired", "expired", "expired", True)
    stack.sql(f"UPDATE screening SET state = 'opened', filled_by = 'staff-with-citizen' WHERE id = {screening}")
    assert states() == ("opened", "opened", "opened", False), "the days are the citizen's"
    assert "days-left" not in total(mads, "state=open")[1][screening].attrib
    stack.sql(f"UPDATE access_code SET failures = 4 WHERE screening_id = {screening}")
    assert mads.get(f"/screening/{screening}").one("//p:screening").get("locked") is None and not states()[3]
    stack.sql(f"UPDATE access_code SET failures = 5 WHERE screening_id = {screening}")
    assert mads.get(f"/screening/{screening}").one("//p:screening").get("locked") == "yes" and states()[3]


def test_the_citizens_language_is_preset_where_the_questionnaire_has_it(stack, mads):
    try:
        for speaks, preset in (("ar", "ar"), ("so", "da"), ("da", "da")):
            stack.sql(f"UPDATE citizen SET language = '{speaks}' WHERE id = {ANNE}")
            screening, _ = issue(mads)
            assert stack.sql(f"SELECT language FROM screening WHERE id = {screening}") == [[preset]]
            assert mads.get(f"/screening/{screening}/paper").one("//p:paper").get("lang") == preset
            assert mads.get(f"/screening/{screening}/paper?language=ar").one("//p:paper").get("dir") == "rtl"
    finally:
        stack.sql(f"UPDATE citizen SET language = 'da' WHERE id = {ANNE}")


def test_the_slip_has_a_qr_code_and_nothing_about_the_citizen(mads):
    issue(mads)
    code = mads.page.one("//p:access-code")
    assert code.get("address").endswith("/answer")
    size = int(mads.page.one("//p:access-code/p:qr").get("size"))
    dark = {(int(run.get("x")) + i, int(run.get("y"))) for run in mads.page.all("//p:qr/p:run") for i in range(int(run.get("width")))}
    assert all(4 <= x < size - 4 and 4 <= y < size - 4 for x, y in dark)
    assert {(4, 4), (10, 4), (4, size - 5)} <= dark and (5, 5) not in dark


def answers_of(stack, screening):
    return dict((row[0], row[1] or row[2]) for row in stack.sql(
        f"SELECT question, choice, value FROM answer WHERE screening_id = {screening}"))


def test_staff_fill_in_and_the_citizens_code_is_closed(stack, base_url, mads):
    screening, code = issue(mads)
    citizen = visit(base_url, code)
    form = citizen.page.form("questionnaire")
    mads.get(f"/screening/{screening}")
    page = mads.submit("begin")
    assert page.status == 200 and page.one("//p:filling").get("how") == "staff-with-citizen"
    # Whoever was at it with the code is put out, and the code opens nothing.
    late = citizen.send(form.get("action"), citizen.fill(form, {"familie": "skilt"}))
    assert late.status != 200 or not late.all("//p:form[@name = 'questionnaire']")
    assert answers_of(stack, screening) == {}
    assert visit(base_url, code).page.errors() == {"code": "code-refused"}

    page = mads.submit("questionnaire", {"familie": "gift"}, "send")
    assert page.status == 422 and len(page.errors()) == 23 and page.errors()["forsoerger"] == "unanswered"
    assert answers_of(stack, screening) == {"familie": "gift"}, "what was typed is kept"
    page = mads.submit("questionnaire", {"forsoerger": "nej"}, "pause")
    assert page.status == 200 and page.notices() == ["saved"] and page.one("//p:screening").get("fill-href")
    page = mads.get(f"/screening/{screening}/fill")
    assert page.one("//p:filling").get("answered") == "2"
    form = page.form("questionnaire")
    pairs = mads.fill(form, WELL, "send")
    first, second = mads.send(form.get("action"), pairs), mads.send(form.get("action"), pairs)
    assert first.status == second.status == 303 and first.headers["Location"] == second.headers["Location"]
    page = mads.get(f"/screening/{screening}")
    assert page.one("//p:screening").get("filled-by") == "staff-with-citizen" and page.one("//p:tally").get("indicates") == "jobparat"
    assert stack.sql(f"SELECT DISTINCT changed_by FROM answer WHERE screening_id = {screening}") == [["mads.sb"]]
    assert mads.get(f"/screening/{screening}/fill").status == 404


def test_two_windows_that_fill_in_undo_nothing(stack, mads, sign_in):
    screening, _ = issue(mads)
    mads.get(f"/screening/{screening}")
    mads.submit("begin")
    other = sign_in("mads.sb")
    other.get(f"/screening/{screening}/fill")
    assert mads.submit("questionnaire", {"familie": "gift", "frygt": "3"}, "pause").notices() == ["saved"]
    page = other.submit("questionnaire", {"familie": "skilt"}, "pause")
    assert page.status == 409 and page.notices() == ["stale"]
    assert page.one("//p:field[@name = 'familie']/p:value").text == "skilt", "what was typed stands"
    assert {it.getparent().get("name"): it.text for it in page.all("//p:theirs")} == {"familie": "gift"}
    assert page.one("//p:field[@name = 'frygt']/p:value").text == "3", "where nothing was typed, what stands now"
    assert answers_of(stack, screening) == {"familie": "gift", "frygt": "3"}
    # Having seen both, one may save; and what is refused is kept, so that it is newer than a third window's.
    third = sign_in("mads.sb")
    third.get(f"/screening/{screening}/fill")
    page = other.submit("questionnaire", {}, "send")
    assert page.status == 422 and answers_of(stack, screening) == {"familie": "skilt", "frygt": "3"}
    assert third.submit("questionnaire", {"familie": "brud"}, "pause").status == 409
    assert answers_of(stack, screening) == {"familie": "skilt", "frygt": "3"}
    assert other.submit("questionnaire", WELL, "send").notices() == ["screening-filled"], "its own revision goes on"


def test_what_staff_typed_outlives_their_session(stack, mads):
    screening, _ = issue(mads)
    mads.get(f"/screening/{screening}")
    form = mads.submit("begin").form("questionnaire")
    pairs = mads.fill(form, {"familie": "gift", "frygt": "3"}, "pause")
    stack.sql("UPDATE session SET ended_at = NOW() WHERE uid = 'mads.sb' AND ended_at IS NULL")
    mads.get(mads.send(form.get("action"), pairs).headers["Location"])
    page = mads.submit("sign-in", {"username": "mads.sb", "password": stack.users["mads.sb"]["password"]})
    assert page.notices() == ["kept"] and page.one("//p:filling") is not None, page.text
    assert [page.one(f"//p:field[@name = '{name}']/p:value").text for name in ("familie", "frygt")] == ["gift", "3"]
    assert answers_of(stack, screening) == {}, "to look at it changes nothing"
    assert mads.submit("questionnaire", {}, "pause").notices() == ["saved"]
    assert answers_of(stack, screening) == {"familie": "gift", "frygt": "3"}


def test_paper_is_typed_in_with_the_day_it_was_written(stack, mads):
    screening, _ = issue(mads)
    stack.sql(f"UPDATE screening SET issued_at = NOW() - INTERVAL 5 DAY WHERE id = {screening}")
    mads.get(f"/screening/{screening}")
    for typed, error in (("", "required"), ((TODAY + datetime.timedelta(2)).isoformat(), "date-future"),
                         ((TODAY - datetime.timedelta(7)).isoformat(), "written-early"), ("31-02-2026", "not-a-date")):
        page = mads.submit("begin-paper", {"written-on": typed})
        assert page.status == 422 and (page.errors() == {"written-on": error} or error == "not-a-date")
    written = TODAY - datetime.timedelta(3)
    page = mads.submit("begin-paper", {"written-on": written.strftime("%d-%m-%Y")})
    assert page.one("//p:filling").get("written-on") == written.isoformat()
    page = mads.submit("questionnaire", KAREN, "send")
    assert page.status == 200 and page.notices() == ["screening-filled"]
    head = page.one("//p:screening")
    assert [head.get(name) for name in ("filled-by", "written-on", "red", "state")] == \
        ["staff-from-paper", written.isoformat(), "10", "submitted"]
    assert mads.get(f"/triage/{screening}").status == 200


def test_a_new_code_hands_it_back_to_the_citizen(stack, base_url, mads):
    screening, _ = issue(mads)
    mads.get(f"/screening/{screening}")
    mads.submit("begin-paper", {"written-on": TODAY.isoformat()})
    page = mads.submit("questionnaire", {"familie": "gift"}, "pause")
    form = mads.get(f"/screening/{screening}/fill").form("questionnaire")
    pairs = mads.fill(form, KAREN, "send")
    mads.get(f"/screening/{screening}")
    page = mads.submit("new-code")
    code = page.one("//p:access-code").get("code")
    assert page.one("//p:screening").get("filled-by") is None and not page.all("//@fill-href")
    assert mads.send(form.get("action"), pairs).status == 409, "a page that was left open"
    citizen = visit(base_url, code)
    assert not citizen.page.errors() and answers_of(stack, screening) == {"familie": "gift"}


def test_the_questionnaire_on_paper(mads):
    screening, _ = issue(mads)
    page = mads.get(f"/screening/{screening}/paper")
    assert page.status == 200 and page.one("//p:paper").get("screening") == screening
    assert len(page.all("//p:ask")) == 24 and page.one("//p:ask[@id = 'frygt']").get("kind") == "scale"
    assert len(page.all("//p:ask[@id = 'frygt']/p:tick")) == 11
    assert "Anne" not in page.text.split("<content>")[1] and "111168" not in page.text


def fill(mads, answers):
    """A screening that staff filled in with the citizen."""
    screening, _ = issue(mads)
    mads.get(f"/screening/{screening}")
    mads.submit("begin")
    assert mads.submit("questionnaire", answers, "send").notices() == ["screening-filled"]
    return screening


def test_earlier_screenings_side_by_side(stack, mads):
    first = fill(mads, KAREN)
    second = fill(mads, {**KAREN, "smerter": "aldrig", "tro": "8", "gaeld": "svaert", "frygt": "declined"})
    page = mads.get(f"/screening/{second}/compare")
    columns = [column.get("id") for column in page.all("//p:column")]
    assert len(columns) <= 4 and columns[-2:] == [first, second] and page.one("//p:column[@current]").get("id") == second

    def at(kind, name):
        return page.all(f"//p:compared[@kind = '{kind}'][@id = '{name}']/p:at")[-1]

    assert (at("dimension", "smerter").get("level"), at("dimension", "smerter").get("move")) == ("green", "better")
    assert at("dimension", "gaeld").get("move") == "worse" and at("dimension", "familie").get("move") is None
    assert at("question", "tro").get("by") == "6" and at("question", "smerter").get("by") is None
    assert at("question", "smerter").get("changed") == "yes" and at("question", "familie").get("changed") is None
    declined = at("question", "frygt")
    assert declined.get("state") == "declined" and declined.get("by") is None, "measured once: no difference"

    # What was found then stands, whatever the engine would say of the answers.
    stack.sql(f"UPDATE screening_dimension SET level = 'yellow' WHERE screening_id = {second} AND dimension = 'smerter'")
    page = mads.get(f"/screening/{second}/compare")
    assert at("dimension", "smerter").get("level") == "yellow"
    assert mads.get(f"/screening/{second}").one("//p:screening").get("compare-href")
    unanswered, _ = issue(mads)
    assert mads.get(f"/screening/{unanswered}/compare").status == 404


def test_answers_are_for_those_who_may_assess_and_have_a_relation(stack, base_url, mads, sign_in):
    screening = submitted(mads, base_url)
    assert mads.get(f"/screening/{screening}").all("//p:dimension/p:answer")
    for uid in ("lis.sb", "it.bo", "eval.ane", "fys.pia"):
        for path in ("", "/compare", "/paper", "/fill"):
            page = sign_in(uid).get(f"/screening/{screening}{path}")
            assert page.status == 403 and "smerter" not in page.text, (uid, path)


@pytest.fixture
def newer(stack, tmp_path):
    """publish(): the same questionnaire with another limit, as the next version; its number."""
    where = "code = 'demo-kontanthjaelp'"
    (now,) = stack.sql(f"SELECT id FROM questionnaire WHERE {where} AND state = 'published' ORDER BY version DESC LIMIT 1")[0]
    version = str(int(stack.sql(f"SELECT MAX(version) FROM questionnaire WHERE {where}")[0][0]) + 1)

    def publish():
        text = open(TOP + "/conf/questionnaires/demo-kontanthjaelp.xml", encoding="utf-8").read()
        text = re.sub(r'version="\d+" lang', f'version="{version}" lang', text, count=1)
        text = text.replace('id="red-limit" value="5"', 'id="red-limit" value="12"')
        for case in re.findall(r"\s*<test [\s\S]*?</test>", text)[1:]:
            text = text.replace(case, "")
        (tmp_path / "next.xml").write_text(text, encoding="utf-8")
        shutil.copy(TOP + "/conf/questionnaires/shared.xml", tmp_path)
        code, _, err = stack.tool("import", "questionnaire", str(tmp_path / "next.xml"))
        assert code == 0, err
        return version

    yield publish
    stack.sql(f"UPDATE questionnaire SET state = IF(id = {now}, 'published', 'retired') WHERE {where} AND state <> 'draft'")


def test_newer_rules_stand_beside_the_first_result(stack, base_url, mads, newer):
    screening = submitted(mads, base_url)
    assert not mads.get(f"/screening/{screening}").all("//p:form[@name = 'rescore']")
    version = newer()
    page = mads.get(f"/screening/{screening}")
    assert page.one("//p:screening").get("newer-version") == version
    form = page.form("rescore")
    pairs = mads.fill(form, {})
    assert mads.send(form.get("action"), pairs).status == mads.send(form.get("action"), pairs).status == 303
    page = mads.get(f"/screening/{screening}")
    assert page.one("//p:screening/p:tally").get("indicates") == "aktivitetsparat"
    assert page.one("//p:rescoring").get("version") == version and page.one("//p:rescoring/p:tally").get("indicates") == "jobparat"
    assert not page.all("//p:form[@name = 'rescore']")
    assert stack.sql(f"SELECT indicates FROM screening WHERE id = {screening}") == [["aktivitetsparat"]]


def test_the_number_on_paper_finds_it(sign_in):
    mads = sign_in("mads.sb")
    screening, _ = issue(mads)
    page = mads.get(f"/screening?number={screening}")
    assert page.one("//p:screening").get("id") == screening
    assert mads.get("/screening?number=99999999").one("//p:notice").get("key") == "screening-unknown"
    # Somebody else's is not told from one that is not there.
    assert sign_in("lis.sb").get(f"/screening?number={screening}").one("//p:notice").get("key") == "screening-unknown"


def test_a_second_one_is_told(sign_in):
    mads = sign_in("mads.sb")
    first, _ = issue(mads)
    second, _ = issue(mads)
    assert mads.get(f"/screening/{second}").one("//p:also-open").get("href").endswith(f"/screening/{first}")
    for screening in (first, second):
        mads.get(f"/screening/{screening}")
        mads.submit("revoke")
    assert not mads.get(f"/screening/{second}").all("//p:also-open")
