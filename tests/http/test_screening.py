"""A questionnaire from its issue to the decision on it, as caseworkers and citizens go through it."""

import concurrent.futures
import hashlib
import re

import pytest

from samspil import Client

# Karen's answers: 10 red, 3 yellow, the rest green.
KAREN = {
    "familie": "skilt", "forsoerger": "nej", "bolig": "fast", "oekonomi": "hver-maaned", "gaeld": "nej", "netvaerk": "ingen",
    "sprog": "fint", "laese": "ingen", "digital": "selv", "uddannelse": "grundskole", "sidste-job": "over-tre",
    "fastholde": "fem-aar", "transport": "bil", "fysisk": "daarligt", "smerter": "hele-tiden", "soevn": "fem-syv", "motion": "en",
    "alkohol": "sjaeldent", "humoer": "hver-dag", "bekymring": "lidt", "struktur": "de-fleste", "arbejdsevne": "3", "tro": "2",
    "frygt": "8",
}
WELL = {**KAREN, "familie": "gift", "oekonomi": "aldrig", "netvaerk": "flere", "uddannelse": "faglig", "sidste-job": "et-aar",
        "fysisk": "godt", "smerter": "aldrig", "soevn": "ingen", "motion": "tit", "humoer": "slet-ikke", "arbejdsevne": "9",
        "tro": "8", "frygt": "1"}
SENTENCE = "Besvarelsen har i alt 10 røde og 3 gule risikodimensioner, hvilket indikerer at borgeren er aktivitetsparat."
ANNE, ANNE_BORN = 14, "11-11-1968"
ALL = "/answer/questionnaire"  # takes the fields of all pages at once


@pytest.fixture(autouse=True)
def no_failures(stack):
    """Tests share an address: what one fails with must not slow the next."""
    yield
    stack.sql("DELETE FROM sign_in_failure")


@pytest.fixture
def mads(sign_in):
    return sign_in("mads.sb")


def issue(client, citizen=ANNE, questionnaire="demo-kontanthjaelp", stack=None):
    """(screening, code) of a new screening."""
    page = client.get(f"/citizens/{citizen}")
    choice = page.all("//p:form[@name = 'screening']/p:field/p:choice[contains(., 'kontanthjælp')]")[0]
    page = client.submit("screening", {"questionnaire": choice.get("value")})
    assert page.status == 200
    return page.one("//p:screening").get("id"), page.one("//p:access-code").get("code")


def visit(base_url, code, born=ANNE_BORN):
    """A citizen who has typed the code; the page is the question that the citizen has come to."""
    client = Client(base_url)
    client.get("/answer")
    page = client.submit("code", {"code": code, "birth-date": born})
    if page.status == 200 and page.one("/p:page").get("name") == "information":
        client.get(page.one("//p:questionnaire").get("href"))
    return client


def number(page):
    """Which page of the questionnaire this is."""
    return int(page.one("//p:questionnaire").get("page"))


def answer_page(client, answers, submit, expected=200):
    """Answer what this page asks."""
    form = client.page.form("questionnaire")
    names = [field.get("name") for field in form.findall("p:field", {"p": form.nsmap[None]})]
    page = client.submit("questionnaire", {name: answers[name] for name in names if name in answers}, submit)
    assert page.status == expected, page.text
    return page


def answer_all(client, answers=KAREN):
    """To the end of the questionnaire, page by page, and send."""
    for _ in range(60):
        if client.page.all("//p:summary"):
            return client.submit("summary", {}, "send")
        answer_page(client, answers, "next")
    raise AssertionError("no end")


def submitted(mads, base_url, answers=KAREN, **more):
    screening, code = issue(mads, **more)
    client = visit(base_url, code)
    assert answer_all(client, answers).all("//p:answered")
    return screening


def test_from_issue_to_decision(stack, base_url, mads):
    # Whoever has an open course is decided on another way.
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE WHERE citizen_id = {ANNE} AND state NOT IN ('closed', 'closed-low')")
    screening, code = issue(mads)
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}", code)
    page = mads.get(f"/screening/{screening}")
    assert not page.all("//p:access-code"), "shown twice"
    assert page.one("//p:screening").get("state") == "invited"
    assert stack.sql(f"SELECT COUNT(*) FROM access_code WHERE shown_once IS NOT NULL AND screening_id = {screening}") == [["0"]]

    citizen = visit(base_url, code.lower().replace("-", " "), "1968-11-11")
    page = citizen.page
    assert page.one("//p:questionnaire").get("page") == "1" and page.one("//p:questionnaire").get("total") == "24"
    assert not page.all("/p:page/p:user") and not page.all("/p:page/p:navigation") and "Anne" not in page.text
    assert mads.get(f"/screening/{screening}").one("//p:screening").get("state") == "opened"
    assert answer_all(citizen).one("//p:answered").get("what") == "questionnaire"

    assert mads.get("/triage?limit=200").one(f"//p:waiting[@id = '{screening}']").get("red") == "10"
    page = mads.get(f"/triage/{screening}")
    tally = page.one("//p:tally")
    assert [tally.get(name) for name in ("red", "yellow", "green", "missing", "indicates")] == ["10", "3", "11", "0", "aktivitetsparat"]
    assert page.one("//p:tally/p:sentence").text == SENTENCE
    levels = [dimension.get("level") for dimension in page.all("//p:dimension")]
    assert levels == ["red"] * 10 + ["yellow"] * 3 + ["green"] * 11
    pain = page.one("//p:dimension[@id = 'smerter']")
    assert pain.get("rule") == "smerter.red" and page.one("//p:dimension[@id = 'smerter']/p:why").text == "4 point. Rød fra 3."
    assert page.one("//p:dimension[@id = 'smerter']/p:answer/p:text").text == "Hele tiden"
    assert len(page.all("//p:dimension[@id = 'smerter']/p:hint")) == 2
    assert not page.all("//p:form[@name = 'assessment']/p:field[@name = 'decision' or @name = 'frame']/p:value"), "something is ticked beforehand"

    # Another decision than the rules' needs a reason; what was typed stays.
    typed = {"decision": "jobparat", "reason": "Vil selv.", "note": "Ringer om en uge.\nMå arbejde.", "employment-goal": "Lager",
             "frame": ""}
    page = mads.submit("assessment", typed)
    assert page.status == 422 and page.errors() == {"decision": "low-has-no-frame", "reason": "reason-short"}
    assert [page.one(f"//p:field[@name = '{name}']/p:value").text for name in ("decision", "reason", "note")] == \
        ["jobparat", "Vil selv.", "Ringer om en uge.\nMå arbejde."]
    page = mads.submit("assessment", {"decision": "", "reason": ""})
    assert page.status == 422 and page.errors() == {"decision": "required"}
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "reason": "", "frame": ""})
    assert page.status == 422 and page.errors() == {"frame": "frame-required"}
    page = mads.submit("assessment", {"decision": "lav-risiko"})
    assert page.status == 422 and page.errors()["decision"] == "unknown-choice"

    form = page.form("assessment")
    frame = page.all("//p:field[@name = 'frame']/p:choice")[-1].get("value")
    pairs = mads.fill(form, {"decision": "aktivitetsparat", "frame": frame, "note": "Rolig samtale.", "employment-goal": "Deltid"})
    first, second = mads.send(form.get("action"), pairs), mads.send(form.get("action"), pairs)
    assert first.status == second.status == 303 and first.headers["Location"] == second.headers["Location"]
    course = re.search(r"/plan/(\d+)", first.headers["Location"]).group(1)
    assert stack.sql(f"SELECT id, state, caseworker_uid, frame_id, employment_goal FROM course WHERE screening_id = {screening}") == \
        [[course, "assessment", "mads.sb", frame, "Deltid"]]
    assert stack.sql(f"SELECT uid, role FROM course_contact WHERE course_id = {course}") == [["mads.sb", "caseworker"]]
    assert stack.sql("SELECT indicated, decision, risk, red, note, legal_basis LIKE 'Lov om en aktiv%', changed_by"
                     f" FROM risk_assessment WHERE screening_id = {screening}") == \
        [["aktivitetsparat", "aktivitetsparat", "high", "10", "Rolig samtale.", "1", "mads.sb"]]
    page = mads.get(f"/triage/{screening}")
    assert page.one("//p:assessment").get("title") == "Aktivitetsparat" and not page.all("//p:form[@name = 'assessment']")
    assert not mads.get("/triage?limit=200").all(f"//p:waiting[@id = '{screening}']")
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = opened_on WHERE id = {course}")


def test_low_risk_is_opened_and_closed_at_once(stack, base_url, mads):
    screening = submitted(mads, base_url, WELL)
    page = mads.get(f"/triage/{screening}")
    assert page.one("//p:tally").get("indicates") == "jobparat"
    assert page.one("//p:tally/p:sentence").text.startswith("Besvarelsen har i alt 0 røde og 0 gule risikodimensioner")
    page = mads.submit("assessment", {"decision": "jobparat", "note": "Har søgt tre job.", "closing-note": "Søger selv."}, "close")
    assert page.status == 200 and page.one("/p:page").get("name") == "list" and page.notices() == ["closed-low"]
    assert stack.sql(f"SELECT state, frame_id, outcome, closed_on = opened_on FROM course WHERE screening_id = {screening}") == \
        [["closed-low", None, "low-risk", "1"]]


def test_two_assess_the_same(stack, base_url, mads, sign_in):
    screening = submitted(mads, base_url, WELL)
    karla = sign_in("tl.karla")
    karla.get(f"/triage/{screening}")
    mads.get(f"/triage/{screening}")
    mads.submit("assessment", {"decision": "jobparat", "closing-note": "Søger selv."}, "close")
    page = karla.submit("assessment", {"decision": "jobparat", "note": "Karlas egne ord.", "closing-note": "Søger selv."}, "close")
    assert page.status == 409 and page.notices() == ["assessed-already"]
    assert page.one("//p:form[@name = 'assessment']/p:field[@name = 'note']/p:value").text == "Karlas egne ord."
    assert page.one("//p:assessment").get("decided-by") == "Mads Samling"
    assert stack.sql(f"SELECT COUNT(*) FROM risk_assessment WHERE screening_id = {screening}") == [["1"]]
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE screening_id = {screening}") == [["1"]]


def test_pause_back_and_what_is_missing(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    for number in range(2, 5):
        page = answer_page(client, {**KAREN, "bolig": "declined"}, "next")
        assert page.one("//p:questionnaire").get("page") == str(number)
    assert page.one("//p:questionnaire").get("answered") == "3"
    page = answer_page(client, KAREN, "back")
    assert page.one("//p:field[@name = 'bolig']/p:value").text == "declined"
    answer_page(client, {}, "back")
    answer_page(client, {}, "back")
    page = answer_page(client, {"familie": "gift"}, "pause")
    assert page.all("//p:paused") and page.url.endswith("/answer/paused")
    assert client.send("/answer/questionnaire").status == 303, "the visit goes on after a pause"

    client = visit(base_url, code)
    page = client.page
    assert page.one("//p:questionnaire").get("page") == "1" and page.one("//p:field[@name = 'familie']/p:value").text == "gift"
    while client.page.one("//p:questionnaire").get("page") != "5":
        answer_page(client, {}, "next")
    # Page 5 is not answered: onwards it stays; back it goes.
    page = answer_page(client, {}, "next", 422)
    assert page.one("//p:questionnaire").get("page") == "5" and page.errors() == {"gaeld": "unanswered"}
    assert answer_page(client, {}, "back").one("//p:questionnaire").get("page") == "4"
    # Sent too early: to page 5 as well, with the answer that came along kept.
    form = client.page.form("questionnaire")
    page = client.page = client.send(ALL, client.fill(form, {}, "send") + [("frygt", "8")])
    assert page.status == 422 and page.one("//p:questionnaire").get("page") == "5"
    assert page.errors() == {"gaeld": "unanswered"}
    assert stack.sql(f"SELECT value FROM answer WHERE screening_id = {screening} AND question = 'frygt'") == [["8"]]
    assert answer_all(client).all("//p:answered")
    rows = dict(stack.sql(f"SELECT question, state FROM answer WHERE screening_id = {screening}"))
    assert len(rows) == 24 and rows["bolig"] == "declined"
    page = mads.get(f"/triage/{screening}")
    assert page.one("//p:tally").get("missing") == "1" and page.one("//p:tally").get("red") == "10"
    dimension = page.one("//p:dimension[@id = 'bolig']")
    assert dimension.get("level") is None and dimension.get("rule") is None


def test_all_at_once(stack, base_url, mads):
    """A program may send all fields with the first page."""
    screening, code = issue(mads)
    client = visit(base_url, code)
    form = client.page.form("questionnaire")
    pairs = [pair for pair in client.fill(form, {}, "send") if pair[0] not in KAREN] + list(KAREN.items())
    first, second = client.send(ALL, pairs), client.send(ALL, pairs)
    assert first.status == second.status == 303 and first.headers["Location"].endswith("/answer/done")
    assert stack.sql(f"SELECT COUNT(*) FROM screening_dimension WHERE screening_id = {screening}") == [["24"]]
    assert stack.sql(f"SELECT red, yellow, green, indicates, rule FROM screening WHERE id = {screening}") == \
        [["10", "3", "11", "aktivitetsparat", "aktivitetsparat"]]
    # Sent is sent: nothing changes it, and the code opens nothing.
    assert client.get("/answer/questionnaire").all("//p:answered")
    again = dict(pairs, familie="gift", once="x" * 43)
    assert client.send(ALL, list(again.items())).headers["Location"].endswith("/answer/done")
    assert stack.sql(f"SELECT choice FROM answer WHERE screening_id = {screening} AND question = 'familie'") == [["skilt"]]
    other = visit(base_url, code)
    assert other.page.status == 422 and other.page.errors() == {"code": "code-refused"}


def test_twins_that_send_at_once(stack, base_url, mads):
    screening, code = issue(mads)
    client = visit(base_url, code)
    form = client.page.form("questionnaire")
    pairs = [pair for pair in client.fill(form, {}, "send") if pair[0] not in KAREN] + list(KAREN.items())
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda _: client.send(ALL, pairs), range(4)))
    assert {page.status for page in pages} == {303}
    assert stack.sql(f"SELECT COUNT(*), MAX(red) FROM screening s JOIN screening_dimension d ON d.screening_id = s.id"
                     f" WHERE s.id = {screening}") == [["24", "10"]]


def test_an_answer_that_is_none(base_url, mads):
    client = visit(base_url, issue(mads)[1])
    page = client.submit("questionnaire", {"familie": "konge"}, "next")
    assert page.status == 422 and page.errors() == {"familie": "unknown-choice"}


def test_codes_that_open_nothing(stack, base_url, mads):
    lost_id, lost = issue(mads)
    mads.get(f"/screening/{lost_id}")
    new = mads.submit("new-code").one("//p:access-code").get("code")
    revoked_id, revoked = issue(mads)
    mads.get(f"/screening/{revoked_id}")
    assert mads.submit("revoke").one("//p:screening").get("state") == "revoked"
    expired_id, expired = issue(mads)
    stack.sql(f"UPDATE screening SET expires_on = CURRENT_DATE - INTERVAL 2 DAY WHERE id = {expired_id};"
              f"UPDATE access_code SET expires_on = CURRENT_DATE - INTERVAL 2 DAY WHERE screening_id = {expired_id}")
    assert mads.get(f"/screening/{expired_id}").one("//p:screening").get("state") == "expired"
    texts = set()
    for code, born in ((lost, ANNE_BORN), (revoked, ANNE_BORN), (expired, ANNE_BORN), ("ABCD-2345-EFGH", ANNE_BORN),
                       ("x", ANNE_BORN), (new, "12-11-1968")):
        client = visit(base_url, code, born)
        assert client.page.status == 422 and client.page.errors() == {"code": "code-refused"}, code
        texts.add(client.page.one("//p:error").get("key"))
    assert len(texts) == 1
    assert visit(base_url, new).page.all("//p:questionnaire")
    mads.get(f"/screening/{expired_id}")
    renewed = mads.submit("new-code").one("//p:access-code").get("code")
    assert visit(base_url, renewed).page.all("//p:questionnaire")


def test_five_wrong_birth_dates_lock_a_code(stack, base_url, mads):
    _, code = issue(mads)
    for day in range(1, 5):
        assert visit(base_url, code, f"0{day}-02-1970").page.status == 422
    assert visit(base_url, code).page.all("//p:questionnaire"), "four are not too many"
    for day in range(1, 6):
        assert visit(base_url, code, f"0{day}-02-1970").page.status == 422
    client = visit(base_url, code)
    assert client.page.status == 422 and client.page.errors() == {"code": "code-refused"}


def test_no_birth_date_is_no_guess_at_the_code(stack, base_url, mads):
    screening, code = issue(mads)
    for _ in range(6):
        client = visit(base_url, code, "")
        assert client.page.status == 422 and client.page.errors() == {"code": "code-refused"}
    assert stack.sql(f"SELECT failures FROM access_code WHERE screening_id = {screening}") == [["0"]]
    assert stack.sql("SELECT COUNT(*) FROM sign_in_failure WHERE address = '127.0.0.1'") >= [["6"]]
    page = Client(base_url).html("/answer").text
    assert "kan udelades" not in page and "24‑12‑1980" in page
    assert page.index("Er koden til en gruppe") > page.index('name="birth-date"'), "the exception comes last"
    assert visit(base_url, code).page.all("//p:questionnaire")


def test_a_locked_code_is_told_of_until_there_is_a_new_one(stack, mads):
    screening, _ = issue(mads)
    assert mads.get(f"/screening/{screening}").one("//p:screening").get("locked") is None
    stack.sql(f"UPDATE access_code SET failures = 5 WHERE screening_id = {screening}")
    assert mads.get(f"/screening/{screening}").one("//p:screening").get("locked") == "yes"
    mads.submit("new-code")
    assert mads.get(f"/screening/{screening}").one("//p:screening").get("locked") is None


def test_from_the_citizen_straight_to_the_assessment(base_url, mads):
    screening = submitted(mads, base_url, WELL)
    row = f"//p:citizen/p:screening[@id = '{screening}']"
    assert mads.get(f"/citizens/{ANNE}").one(row).get("assess-href").endswith(f"/triage/{screening}")
    mads.get(f"/triage/{screening}")
    assert mads.submit("assessment", {"decision": "jobparat", "closing-note": "Søger selv."}, "close").status == 200
    assert mads.get(f"/citizens/{ANNE}").one(row).get("assess-href") is None


def test_many_wrong_codes_from_an_address(stack, base_url):
    stack.sql("INSERT INTO sign_in_failure (account, address) SELECT REPEAT('0', 64), '127.0.0.1' FROM seq_1_to_40")
    client = Client(base_url)
    client.get("/answer")
    page = client.submit("code", {"code": "ABCD-2345-EFGH", "birth-date": ANNE_BORN})
    assert page.status == 429 and page.notices() == ["answer-throttled"]


def test_who_has_nothing_to_do_with_it(stack, base_url, mads, sign_in):
    screening = submitted(mads, base_url, WELL)
    lis = sign_in("lis.sb")
    for path in (f"/screening/{screening}", f"/triage/{screening}"):
        assert lis.get(path).status == 403
        assert stack.sql("SELECT action, citizen_id, object_id FROM access_log WHERE uid = 'lis.sb' ORDER BY id DESC LIMIT 1") == \
            [["refuse", str(ANNE), screening]]
    assert not lis.get("/triage").all(f"//p:waiting[@id = '{screening}']")
    assert not lis.get("/screening").all(f"//p:invitation[@id = '{screening}']")
    for uid in ("fys.pia", "vk.ole", "it.bo"):
        assert sign_in(uid).get(f"/triage/{screening}").status == 403
    client = Client(base_url)
    assert client.send(f"/triage/{screening}").status == 303
    assert client.get("/answer/questionnaire").url.endswith("/answer")


def test_what_is_seen_is_logged(stack, base_url, mads):
    screening, code = issue(mads)
    mads.get(f"/screening/{screening}")
    assert stack.sql("SELECT uid, action, citizen_id, grade FROM access_log WHERE route = '/screening/:id' AND"
                     f" object_id = {screening} ORDER BY id DESC LIMIT 1") == [["mads.sb", "show", str(ANNE), "own"]]
    client = visit(base_url, code)
    answer_page(client, KAREN, "next")
    assert stack.sql("SELECT uid, action, citizen_id, grade FROM access_log WHERE program = 'answer' AND action = 'change'"
                     " ORDER BY id DESC LIMIT 1") == [["citizen", "change", str(ANNE), "citizen"]]
    mads.get("/screening?state=open&sort=citizen")
    assert stack.sql("SELECT grade, action FROM access_log WHERE route = '/screening' AND uid = 'mads.sb' AND"
                     f" citizen_id = {ANNE} ORDER BY id DESC LIMIT 1") == [["list", "show"]]


def test_the_dead_get_no_letters(stack, mads):
    page = mads.get("/citizens/13")
    assert page.status == 200 and not page.all("//p:form[@name = 'screening']")
    # Also where the page was drawn while the citizen lived.
    page = mads.get(f"/citizens/{ANNE}")
    choice = page.all("//p:form[@name = 'screening']/p:field/p:choice")[0].get("value")
    before = stack.sql("SELECT COUNT(*) FROM screening")
    stack.sql(f"UPDATE citizen SET death_date = CURRENT_DATE WHERE id = {ANNE}")
    try:
        page = mads.submit("screening", {"questionnaire": choice})
    finally:
        stack.sql(f"UPDATE citizen SET death_date = NULL WHERE id = {ANNE}")
    assert page.status == 422 and "citizen-dead" in page.notices()
    assert stack.sql("SELECT COUNT(*) FROM screening") == before


def test_the_one_questionnaire_that_fits_is_chosen(stack, mads):
    def chosen():
        return [value.text for value in mads.get(f"/citizens/{ANNE}").all("//p:form[@name = 'screening']/p:field/p:value")]

    fits = stack.sql("SELECT DISTINCT q.id, q.benefit_type FROM questionnaire q JOIN benefit_period b ON b.benefit_type = q.benefit_type"
                     f" WHERE q.state = 'published' AND b.citizen_id = {ANNE}")
    assert len(fits) == 1 and chosen() == [fits[0][0]]
    other = stack.sql(f"SELECT MIN(benefit_type) FROM questionnaire WHERE state = 'published' AND benefit_type <> '{fits[0][1]}'")[0][0]
    stack.sql("INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by)"
              f" VALUES ({ANNE}, '{other}', CURRENT_DATE, 'mads.sb')")
    try:
        assert chosen() == [], "one of two is chosen"
    finally:
        stack.sql(f"DELETE FROM benefit_period WHERE citizen_id = {ANNE} AND benefit_type = '{other}'")
    assert chosen() == [fits[0][0]]


def test_lists_by_page_and_order(base_url, mads):
    page = mads.get("/screening?limit=1&sort=-citizen")
    assert len(page.all("//p:invitation")) == 1 and page.one("//p:list").get("sort") == "-citizen"
    page = mads.get("/triage?sort=-red&limit=200")
    reds = [int(row.get("red")) for row in page.all("//p:waiting")]
    assert reds == sorted(reds, reverse=True)
    assert mads.get("/screening?state=nonsense").status == 200


def measuring_code(stack, course=990001):
    """A course with a running intervention, two questions that its provider has measured, and a code for the citizen."""
    digest = hashlib.sha256(b"access-code\0MMMM-2345-NNNN").hexdigest()
    stack.sql(f"""
        DELETE FROM answer_session WHERE access_code_id IN (SELECT id FROM access_code WHERE code_hash = '{digest}');
        DELETE FROM access_code WHERE code_hash = '{digest}';
        DELETE FROM measurement WHERE course_id = {course}; DELETE FROM progress_goal WHERE course_id = {course}; DELETE FROM intervention WHERE course_id = {course};
        DELETE FROM plan WHERE course_id = {course}; DELETE FROM course WHERE id = {course};
        DELETE FROM progress_question WHERE id IN (990001, 990002);
        INSERT INTO course (id, citizen_id, department_id, caseworker_uid, state, opened_on, changed_by)
          VALUES ({course}, {ANNE}, 'jobcenter', 'mads.sb', 'active', CURRENT_DATE, 'mads.sb');
        INSERT INTO plan (course_id, id, version, changed_by) VALUES ({course}, {course}, 1, 'mads.sb');
        INSERT INTO intervention (course_id, id, plan_id, title, provider_uid, goal, state, starts_on, first_measurement_on, changed_by)
          VALUES ({course}, {course}, {course}, 'Træning', 'fys.pia', 'Mål', 'running', CURRENT_DATE - INTERVAL 28 DAY, CURRENT_DATE - INTERVAL 28 DAY, 'mads.sb');
        INSERT INTO progress_question (id, category, text, anchor_0, anchor_10, valid_from) VALUES
          (990001, 'Prøve', 'Hvor langt kan du gå?', 'ikke ud af huset', 'så langt jeg vil', '2026-01-01'),
          (990002, 'Prøve', 'Hvordan sover du?', 'slet ikke', 'hele natten', '2026-01-01');
        INSERT INTO progress_goal (course_id, intervention_id, question_id, chosen_on, changed_by) VALUES
          ({course}, {course}, 990001, CURRENT_DATE, 'fys.pia'), ({course}, {course}, 990002, CURRENT_DATE, 'fys.pia');
        INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, measured_at, changed_by) VALUES
          ({course}, {course}, 990001, 1, 'provider', 3, NOW() - INTERVAL 3 DAY, 'fys.pia'),
          ({course}, {course}, 990002, 1, 'provider', 5, NOW() - INTERVAL 3 DAY, 'fys.pia'),
          ({course}, {course}, 990002, 1, 'citizen', 2, NOW() - INTERVAL 3 DAY, 'citizen');
        INSERT INTO access_code (code_hash, citizen_id, intervention_id, expires_on, issued_by, issued_at)
          VALUES ('{digest}', {ANNE}, {course}, CURRENT_DATE + INTERVAL 5 DAY, 'fys.pia', NOW() - INTERVAL 1 HOUR)""")
    return "MMMM-2345-NNNN", course


def test_the_citizen_measures(stack, base_url):
    code, course = measuring_code(stack)
    client = visit(base_url, code)
    page = client.page
    assert page.one("//p:measuring").get("title") == "Træning"
    fields = page.all("//p:form[@name = 'measurement']/p:field")
    assert [field.get("name") for field in fields] == ["goals"] + [f"{what}-{n}" for n in (990001, 990002) for what in ("value", "not-possible", "comment")]
    assert fields[1].get("high") == "så langt jeg vil" and page.all("//p:value/text()") == ["990001-990002"], "the provider's value shows"
    page = client.submit("measurement", {"value-990001": "11", "comment-990001": "Gik til købmanden."})
    assert page.status == 422 and page.errors() == {"value-990001": "out-of-range", "value-990002": "value-or-reason"}
    page = client.submit("measurement", {"value-990001": "6", "value-990002": "0"})
    assert page.one("//p:answered").get("what") == "measurement"
    assert stack.sql(f"SELECT question_id, round, value, comment FROM measurement WHERE course_id = {course} AND measured_by = 'citizen'"
                     " ORDER BY question_id, round") == \
        [["990001", "2", "6", "Gik til købmanden."], ["990002", "1", "2", None], ["990002", "2", "0", None]]
    assert visit(base_url, code).page.errors() == {"code": "code-refused"}
