"""Triage: the queue and who has what, what is typed during the talk, the decision by categories that are data, and what comes of it."""

import concurrent.futures
import datetime

import pytest

import course as c

KAREN = 1
TOMORROW = (datetime.date.today() + datetime.timedelta(days=2)).isoformat()
REASON = "Har talt med lægen, som ser det anderledes."
LATER = "Borgeren er faldet igen og skal udredes på sygehuset."


@pytest.fixture
def mads(sign_in):
    return sign_in("mads.sb")


@pytest.fixture
def karla(sign_in):
    return sign_in("tl.karla")


@pytest.fixture
def waiting(stack):
    """waiting(): a citizen of the job centre with Karen's answers (10 red, 3 yellow) that wait for a decision; (screening, citizen)."""
    made = []

    def waiting(days=1, born="1980-01-02", benefit="kontanthjaelp", department="jobcenter", issued_by="mads.sb", likes=KAREN, indicates=None):
        n = len(made)
        citizen = int(stack.sql("INSERT INTO citizen (name, birth_date, department_id, changed_by) VALUES"
                                f" ('Prøve Triagesen {n}', '{born}', '{department}', 'mads.sb') RETURNING id")[0][0])
        stack.sql(f"INSERT INTO citizen_cpr (citizen_id, cpr, kind, changed_by) VALUES ({citizen}, '{9000000000 + citizen}', 'cpr', 'mads.sb')")
        if benefit:
            stack.sql("INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by) VALUES"
                      f" ({citizen}, '{benefit}', CURDATE() - INTERVAL 300 DAY, 'mads.sb')")
        made.append(citizen)
        return answered(stack, citizen, days, issued_by, likes, indicates), citizen

    yield waiting
    for citizen in made:
        stack.sql(f"UPDATE course SET state = 'closed', closed_on = opened_on WHERE citizen_id = {citizen};"
                  f"UPDATE screening SET state = 'revoked' WHERE citizen_id = {citizen}")


def answered(stack, citizen, days=1, issued_by="mads.sb", likes=KAREN, indicates=None):
    hint = f"'{indicates}'" if indicates else "indicates"
    screening = stack.sql("INSERT INTO screening (citizen_id, questionnaire_id, state, expires_on, issued_by, opened_at, submitted_at, red, yellow,"
                          " green, indicates, rule, sentence, changed_by)"
                          f" SELECT {citizen}, questionnaire_id, 'submitted', CURDATE() + INTERVAL 20 DAY, '{issued_by}', NOW(),"
                          f" NOW() - INTERVAL {days} DAY, red, yellow, green, {hint}, rule, sentence, 'citizen' FROM screening WHERE id = {likes}"
                          " RETURNING id")[0][0]
    for table, columns in (("answer", "question, state, choice, value, given"), ("screening_dimension", "ordinal, dimension, level, score, rule")):
        stack.sql(f"INSERT INTO {table} (screening_id, {columns}, changed_by) SELECT {screening}, {columns}, 'citizen' FROM {table}"
                  f" WHERE screening_id = {likes}")
    return screening


def value(page, field):
    found = page.all(f"//p:form[@name = 'assessment']/p:field[@name = '{field}']/p:value")
    return found[0].text if found else None


def choices(page, field):
    return page.all(f"//p:form[@name = 'assessment']/p:field[@name = '{field}']/p:choice/@value")


def agree(page):
    return {"decision": "aktivitetsparat", "frame": choices(page, "frame")[0]}


def row(client, screening, query=""):
    found = client.get("/triage?limit=200" + query).all(f"//p:waiting[@id = '{screening}']")
    return found[0] if found else None


def test_queue_oldest_first_with_its_limit(stack, mads, waiting):
    late, _ = waiting(5)
    today, _ = waiting(0)
    ids = mads.get("/triage?limit=200").all("//p:waiting/@id")
    assert ids.index(late) < ids.index(today)
    assert row(mads, late).get("days-over") == "2" and row(mads, late).get("days") == "5"
    assert row(mads, today).get("days-over") is None
    assert "2 dage over" in mads.html("/triage?limit=200").text
    page = mads.get("/triage?limit=1&offset=1")
    assert len(page.all("//p:waiting")) == 1 and int(page.one("//p:list").get("total")) >= 2
    assert mads.get("/triage?questionnaire=demo-sygedagpenge&limit=200").all(f"//p:waiting[@id = '{late}']") == []
    assert mads.get("/triage?questionnaire=nothing").one("//p:list").get("total") == "0"
    assert "Ingen besvarelser venter" in mads.html("/triage?questionnaire=nothing").text
    assert mads.get("/triage?whose=nonsense&limit=200").all(f"//p:waiting[@id = '{late}']")


def test_filter_has_what_waits(stack, mads, waiting):
    waiting()
    twin, quiet = "demo-tvilling", "demo-stille"
    for code, title in ((twin, "title"), (quiet, "'Venter ikke'")):
        stack.sql("INSERT INTO questionnaire (code, version, title, language, legal_basis, licence, xml, checksum, state)"
                  f" SELECT '{code}', 7, {title}, language, legal_basis, licence, xml, SHA2('{code}', 256), 'published'"
                  f" FROM questionnaire WHERE id = (SELECT questionnaire_id FROM screening WHERE id = {KAREN})")
    screening, _ = waiting()
    stack.sql(f"UPDATE screening SET questionnaire_id = (SELECT id FROM questionnaire WHERE code = '{twin}') WHERE id = {screening}")
    try:
        page = mads.get("/triage")
        offered = {c.get("value"): c.text for c in page.all("//p:field[@name = 'questionnaire']/p:choice")}
        assert quiet not in offered, "nothing of it waits"
        assert offered[twin].endswith(" (v7)") and len(set(offered.values())) == len(offered), "two of one title can be told apart"
        assert quiet in mads.get(f"/triage?questionnaire={quiet}").all("//p:field[@name = 'questionnaire']/p:choice/@value"), "what is wanted stays"
        assert "»Mine« er dem" in mads.html("/triage").text
    finally:
        stack.sql(f"UPDATE screening SET questionnaire_id = (SELECT * FROM (SELECT questionnaire_id FROM screening WHERE id = {KAREN}) k) WHERE id = {screening};"
                  f"DELETE FROM questionnaire WHERE code IN ('{twin}', '{quiet}')")


def test_questions_and_the_whole_beside_the_answers(mads, waiting):
    screening, _ = waiting()
    page = mads.get(f"/triage/{screening}")
    assert page.one("//p:screening").get("answers-href").endswith(f"/screening/{screening}")
    words = mads.html(f"/triage/{screening}").text
    assert "Hvor tit er det svært at betale regningerne?" in words and "Se hele besvarelsen" in words
    assert mads.get(page.one("//p:screening").get("answers-href")).status == 200


def test_what_is_wrong_is_said_first(mads, waiting):
    screening, _ = waiting()
    mads.get(f"/triage/{screening}")
    form = mads.page.form("assessment")
    words = mads.send(form.get("action"), mads.fill(form, {}, "assess"), headers={"Accept": "text/html"}).text
    assert words.index('id="assessment-errors"') < words.index('class="sp-cols"') and words.count('id="assessment-errors"') == 1
    assert "Din vurdering: Vælg din vurdering" in " ".join(words.split()) and "Feltet skal udfyldes" not in words


def test_a_questionnaire_that_only_scores(stack, mads, waiting):
    scores = stack.sql("SELECT screening_id FROM screening_score WHERE score = 'score' AND value IS NOT NULL AND screening_id IN"
                       " (SELECT id FROM screening WHERE state IN ('submitted', 'assessed') AND indicates IS NULL) LIMIT 1")[0][0]
    screening, _ = waiting(likes=scores)
    stack.sql(f"INSERT INTO screening_score (screening_id, ordinal, score, value, band, changed_by) SELECT {screening}, ordinal, score, value, band, 'citizen'"
              f" FROM screening_score WHERE screening_id = {scores}")
    row(mads, screening)
    waits = row(mads, screening)
    assert waits.get("plain") == "yes" and mads.page.all(f"//p:waiting[@id = '{screening}']/p:score/@value") and \
        mads.page.all(f"//p:waiting[@id = '{screening}']/p:score/p:text")
    words = mads.html(f"/triage/{screening}").text
    assert "Skemaet peger ikke på noget" in words and "sp-tally" not in words and "Kan ikke beregnes" not in words
    assert "0 grønne" not in words and "sp-lead" not in words
    assert mads.get(f"/triage/{screening}").all("//p:screening/p:score/@value")


def test_titles_from_before_they_were_kept(stack, mads, waiting):
    first, citizen = waiting(3)
    stack.sql("INSERT INTO risk_assessment (screening_id, citizen_id, indicated, decision, risk, reason, legal_basis, changed_by)"
              f" SELECT id, citizen_id, indicates, 'lav-risiko', 'low', '{REASON}', 'lov', 'mads.sb' FROM screening WHERE id = {first};"
              f"UPDATE screening SET state = 'assessed' WHERE id = {first}")
    assert mads.get(f"/triage/{first}").one("//p:assessment").get("title") == "Lav risiko"
    assert mads.get(f"/triage/{answered(stack, citizen)}").one("//p:earlier").get("decided") == "Lav risiko"
    assert stack.sql("SELECT COUNT(*) FROM risk_assessment WHERE title IS NULL AND id <= 139") == [["0"]], "the demo's have their own"


def test_nothing_can_be_decided_today(stack, mads, waiting):
    screening, _ = waiting()
    mads.get(f"/triage/{screening}")
    try:
        stack.sql("UPDATE risk_category SET valid_to = CURDATE() - INTERVAL 1 DAY WHERE target_group = 'kontanthjaelp'")
        page = mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "4", "note": "Det, jeg skrev."})
        assert page.status == 422 and value(page, "note") == "Det, jeg skrev." and page.errors() == {"target-group": "group-changed"}
        assert not mads.get(f"/triage/{screening}").all("//p:form[@name = 'assessment']")
        assert "Der er ingen vurderinger at vælge imellem" in mads.html(f"/triage/{screening}").text
    finally:
        stack.sql("UPDATE risk_category SET valid_to = NULL WHERE target_group = 'kontanthjaelp'")


def test_who_has_it_and_my_day_agrees(stack, sign_in, mads, waiting):
    screening, citizen = waiting()
    sofie = sign_in("sofie.sb")

    def on_my_day(client):
        return bool(client.get("/?kind=triage").all(f"//p:item[@citizen-id = '{citizen}']"))

    assert on_my_day(mads) and not on_my_day(sofie)
    assert row(sofie, screening, "&whose=nobody") is not None and row(sofie, screening, "&whose=mine") is None
    sofie.get("/triage?limit=200")
    form = sofie.page.one(f"//p:waiting[@id = '{screening}']/p:form")
    answer = sofie.send(form.get("action"), sofie.fill(form, {}))
    assert answer.status == 303 and f"/triage/{screening}" in answer.headers["Location"], "taken with one click, and there"
    assert row(mads, screening).get("taken-by") == "Sofie Samtale" and row(sofie, screening, "&whose=mine").get("mine") == "yes"
    assert row(mads, screening, "&whose=mine") is None and row(mads, screening, "&whose=nobody") is None
    assert on_my_day(sofie) and not on_my_day(mads)

    page = sofie.get(f"/triage/{screening}")
    assert "sofie.sb" not in page.all("//p:field[@name = 'colleague']/p:choice/@value")
    assert sofie.submit("hand-over", {"colleague": "lis.sb"}).errors() == {"colleague": "unknown-choice"}, "of another department"
    assert sofie.submit("hand-over", {"colleague": "fys.pia"}).errors() == {"colleague": "unknown-choice"}, "may not assess"
    assert sofie.submit("hand-over", {"colleague": ""}).status == 422
    page = sofie.submit("hand-over", {"colleague": "mads.sb"})
    assert page.notices() == ["handed-over"] and on_my_day(mads)
    assert not page.all("//p:form[@name = 'let-go' or @name = 'hand-over' or @name = 'take']"), "it is another's now"
    page = mads.get(f"/triage/{screening}")
    assert [(h.get("by-name"), h.get("to-name")) for h in page.all("//p:hand")] == [("Sofie Samtale", "Mads Samling"), ("Sofie Samtale", "Sofie Samtale")]
    page = mads.submit("let-go", {})
    assert page.notices() == ["let-go"] and page.all("//p:form[@name = 'take']") and page.one("//p:hand[1]").get("to-name") is None


def test_two_take_at_once(stack, sign_in, mads, waiting):
    screening, _ = waiting()
    people = [mads, sign_in("sofie.sb"), sign_in("tl.karla")]
    forms = [p.get(f"/triage/{screening}").form("take") for p in people]
    with concurrent.futures.ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda pf: pf[0].send(pf[1].get("action"), pf[0].fill(pf[1], {})), zip(people, forms)))
    assert sorted(a.status for a in answers) == [303, 409, 409]
    late = next(a for a in answers if a.status == 409)
    assert late.notices() == ["taken-already"] and late.one("//p:screening").get("taken-by")


def test_draft_is_kept_and_is_one_s_own(stack, sign_in, mads, waiting):
    screening, _ = waiting()
    page = mads.get(f"/triage/{screening}")
    typed = {"decision": "jobparat", "note": "Første linje\nanden linje æøå", "reason": "for", "employment-goal": "Lager", "informed-on": "i går",
             "referral": "Ønsker tolk.", "closing-note": "måske", "frame": choices(page, "frame")[1], "caseworker": ""}
    page = mads.submit("assessment", typed, "draft")
    assert page.status == 200 and page.notices() == ["draft-kept"]
    again = sign_in("mads.sb").get(f"/triage/{screening}")
    assert {name: value(again, name) for name in typed} == {**typed, "caseworker": None}, "another device; and what was emptied stays empty"
    assert again.one("//p:draft").get("saved-at")
    karla = sign_in("tl.karla").get(f"/triage/{screening}")
    assert value(karla, "note") is None and not karla.all("//p:draft") and "anden linje" not in karla.text

    form = mads.page.form("assessment")
    pairs = [(n, v) for n, v in mads.fill(form, {"note": "Tredje linje"}, "draft") if n != "once"] + [("quietly", "yes")]
    for _ in range(2):
        answer = mads.send(form.get("action"), pairs)
        assert answer.status == 303 and answer.headers["Location"].endswith(f"/triage/{screening}/saved")
    assert mads.get(f"/triage/{screening}/saved").one("//p:saved").get("at")
    assert value(mads.get(f"/triage/{screening}"), "note") == "Tredje linje"

    page = mads.submit("assessment", {"note": "x" * 20001}, "draft")
    assert page.status == 422 and page.errors() == {"note": "too-long"} and len(value(page, "note")) == 20001
    page = mads.get(f"/triage/{screening}")
    page = mads.submit("assessment", {**agree(page), "decision": "aktivitetsparat", "reason": "", "informed-on": datetime.date.today().isoformat()}, "assess")
    assert page.status == 200, page.text
    assert stack.sql(f"SELECT COUNT(*) FROM form_draft WHERE path = '/triage/{screening}'") == [["0"]]


def test_two_windows_of_one_s_own(mads, waiting):
    screening, _ = waiting()
    first = mads.get(f"/triage/{screening}").form("assessment")
    second, third = (mads.get(f"/triage/{screening}").form("assessment") for _ in range(2))
    pairs = mads.fill(second, {"note": "Fra det andet vindue."}, "draft")
    assert mads.send(first.get("action"), mads.fill(first, {"note": "Fra det første."}, "draft")).status == 303
    late = mads.send(second.get("action"), pairs)
    assert late.status == 409 and late.notices() == ["draft-elsewhere"] and value(late, "note") == "Fra det andet vindue."
    assert late.one("//p:field[@name = 'note']/p:theirs").text == "Fra det første."
    words = mads.send(second.get("action"), pairs, headers={"Accept": "text/html"}).text
    assert "i et andet vindue" in words and "Fra det første." in words and "En anden har rettet" not in words
    assert value(mads.get(f"/triage/{screening}"), "note") == "Fra det første.", "nothing was overwritten"
    mads.page = late
    assert mads.submit("assessment", {}, "draft").status == 200, "both were seen"
    assert value(mads.get(f"/triage/{screening}"), "note") == "Fra det andet vindue."
    # To decide with what is older loses as much; what goes on from it loses nothing.
    late = mads.send(third.get("action"), mads.fill(third, {**agree(mads.page), "note": "Fra det første."}, "assess"))
    assert late.status == 409 and late.notices() == ["draft-elsewhere"]
    assert mads.send(third.get("action"), mads.fill(third, {"note": "Fra det andet vindue. Og mere."}, "draft")).status == 303


def test_typed_text_survives_the_end_of_the_session(stack, mads, waiting):
    screening, _ = waiting()
    mads.get(f"/triage/{screening}")
    form = mads.page.form("assessment")
    pairs = mads.fill(form, {"note": "Skrevet, da sessionen udløb."}, "draft")
    stack.sql("UPDATE session SET ended_at = NOW() WHERE uid = 'mads.sb'")
    answer = mads.send(form.get("action"), pairs)
    assert answer.status == 303 and "/sign-in" in answer.headers["Location"]
    mads.get(answer.headers["Location"])
    page = mads.submit("sign-in", {"username": "mads.sb", "password": stack.users["mads.sb"]["password"]})
    assert value(page, "note") == "Skrevet, da sessionen udløb." and page.notices() == ["kept"]


def test_agreement_opens_a_course(stack, mads, waiting):
    screening, citizen = waiting()
    page = mads.get(f"/triage/{screening}")
    assert value(page, "decision") is None and value(page, "frame") is None, "nothing is decided beforehand"
    assert page.one("//p:target-group").get("code") == "kontanthjaelp" and page.one("//p:target-group").get("by-benefit") == "yes"
    page = mads.submit("assessment", agree(page))
    assert page.status == 200 and page.one("/p:page").get("program") == "plan" and page.notices() == ["course-opened"]
    assert stack.sql("SELECT indicated, decision, title, risk, target_group, reason FROM risk_assessment WHERE screening_id = " + screening) == \
        [["aktivitetsparat", "aktivitetsparat", "Aktivitetsparat", "high", "kontanthjaelp", None]]
    assert stack.sql(f"SELECT state, informed_on = CURDATE(), department_id, caseworker_uid FROM course WHERE citizen_id = {citizen}") == \
        [["assessment", "1", "jobcenter", "mads.sb"]]


def test_another_decision_needs_a_reason(stack, mads, waiting):
    screening, _ = waiting()
    mads.get(f"/triage/{screening}")
    low = {"decision": "jobparat", "closing-note": "Søger selv."}
    for reason in ("", "x" * 19, " " * 30):
        page = mads.submit("assessment", {**low, "reason": reason}, "close")
        assert page.status == 422 and page.errors() == {"reason": "reason-short"} and value(page, "decision") == "jobparat"
    assert mads.submit("assessment", {**low, "reason": "x" * 20}, "close").status == 200
    with pytest.raises(Exception):
        stack.sql("INSERT INTO risk_assessment (screening_id, citizen_id, indicated, decision, risk, legal_basis, changed_by)"
                  f" SELECT id, citizen_id, 'aktivitetsparat', 'jobparat', 'low', 'lov', 'x' FROM screening WHERE id = {screening}")


@pytest.mark.parametrize("fields, submit, errors", [
    ({}, "assess", {"decision": "required"}),
    ({"decision": "aktivitetsparat"}, "assess", {"frame": "frame-required"}),
    ({"decision": "aktivitetsparat", "frame": "4", "informed-on": ""}, "assess", {"informed-on": "informed-required"}),
    ({"decision": "aktivitetsparat", "frame": "4", "informed-on": TOMORROW}, "assess", {"informed-on": "in-future"}),
    ({"decision": "aktivitetsparat", "frame": "4", "informed-on": "1900-01-01"}, "assess", {"informed-on": "informed-too-early"}),
    ({"decision": "aktivitetsparat", "frame": "4", "informed-on": "31-02-2026"}, "assess", {"informed-on": "not-a-date"}),
    ({"decision": "aktivitetsparat", "frame": "2"}, "assess", {"frame": "unknown-choice"}),
    ({"decision": "aktivitetsparat", "frame": "3"}, "assess", {"frame": "unknown-choice"}),
    ({"decision": "aktivitetsparat", "frame": "99999"}, "assess", {"frame": "unknown-choice"}),
    ({"decision": "aktivitetsparat", "frame": "4", "responsible": "it"}, "assess", {"responsible": "unknown-choice"}),
    ({"decision": "aktivitetsparat", "frame": "4", "caseworker": "fys.pia"}, "assess", {"caseworker": "unknown-choice"}),
    ({"decision": "hoej-risiko", "frame": "4"}, "assess", {"decision": "unknown-choice"}),
    ({"decision": "jobparat", "reason": REASON, "frame": "4"}, "assess", {"decision": "low-has-no-frame"}),
    ({"decision": "aktivitetsparat", "closing-note": "Slut."}, "close", {"decision": "not-low"}),
    ({"decision": "jobparat", "reason": REASON}, "close", {"closing-note": "closing-note-required"}),
    ({"decision": "aktivitetsparat", "frame": "4", "note": "x" * 20001}, "assess", {"note": "too-long"}),
    ({"decision": "aktivitetsparat", "frame": "4", "employment-goal": "a\nb"}, "assess", {"employment-goal": "one-line"}),
])
def test_refused(stack, mads, waiting, fields, submit, errors):
    screening, citizen = waiting()
    mads.get(f"/triage/{screening}")
    page = mads.submit("assessment", {"note": "Det, jeg skrev.", **fields}, submit)
    assert page.status == 422 and page.errors() == errors, page.text
    assert value(page, "note") == fields.get("note", "Det, jeg skrev.") and value(page, "decision") == fields.get("decision")
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE citizen_id = {citizen}") == [["0"]]


def test_referral_to_a_colleague_and_another_department(stack, mads, waiting):
    screening, citizen = waiting()
    page = mads.get(f"/triage/{screening}")
    assert value(page, "caseworker") == "mads.sb" and "voksenhandicap" in choices(page, "responsible")
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "6", "caseworker": "lis.sb", "referral": "Kender borgeren.",
                                      "employment-goal": "Fleksjob"})
    assert page.status == 200 and page.one("/p:page").get("name") == "list", "a course that one may not see is not where one is led"
    assert stack.sql(f"SELECT department_id, caseworker_uid, referral, employment_goal FROM course WHERE citizen_id = {citizen}") == \
        [["voksenhandicap", "lis.sb", "Kender borgeren.", "Fleksjob"]]


def test_one_open_course_a_frame(stack, mads, waiting):
    screening, citizen = waiting()
    mads.get(f"/triage/{screening}")
    assert mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "4"}).status == 200
    second = answered(stack, citizen)
    page = mads.get(f"/triage/{second}")
    assert page.one("//p:its-course[@open]").get("href") and page.one("//p:earlier").get("id") == screening
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "4"})
    assert page.status == 422 and page.errors() == {"frame": "course-open"} and page.one("//p:its-course[@open]").get("href")


def test_double_click_and_two_windows(stack, mads, karla, waiting):
    screening, citizen = waiting()
    page = mads.get(f"/triage/{screening}")
    form, pairs = page.form("assessment"), mads.fill(page.form("assessment"), agree(page))
    other = karla.get(f"/triage/{screening}").form("assessment")
    theirs = karla.fill(other, {**agree(page), "note": "Karlas ord."})
    with concurrent.futures.ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda _: mads.send(form.get("action"), pairs), range(3)))
    assert {a.status for a in answers} == {303} and len({a.headers["Location"] for a in answers}) == 1
    late = karla.send(other.get("action"), theirs)
    assert late.status == 409 and late.notices() == ["assessed-already"] and late.one("//p:assessment").get("decided-by") == "Mads Samling"
    assert value(late, "note") == "Karlas ord."
    assert stack.sql(f"SELECT COUNT(*) FROM risk_assessment WHERE screening_id = {screening}") == [["1"]]
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE citizen_id = {citizen}") == [["1"]]
    # A draft from before the decision is none of what comes after; its words stay.
    karla.page = late
    stale = karla.send(other.get("action"), [(n, v) for n, v in karla.fill(other, {"note": "Mere."}, "draft") if n != "once"])
    assert stale.status == 409 and value(stale, "note") == "Mere."


@pytest.mark.parametrize("born, benefit, group, categories", [
    ("1980-01-02", "kontanthjaelp", "kontanthjaelp", ["jobparat", "aktivitetsparat"]),
    ("2004-01-02", "kontanthjaelp", "kontanthjaelp-ung", ["uddannelsesparat", "jobparat", "aktivitetsparat"]),
    ("1980-01-02", "sygedagpenge", "sygedagpenge", ["lav-risiko", "moderat-risiko", "hoej-risiko"]),
    ("1980-01-02", "dagpenge", "andre", ["lav-risiko", "moderat-risiko", "hoej-risiko"]),
    ("1980-01-02", None, "andre", ["lav-risiko", "moderat-risiko", "hoej-risiko"]),
])
def test_target_groups(mads, waiting, born, benefit, group, categories):
    screening, _ = waiting(born=born, benefit=benefit)
    page = mads.get(f"/triage/{screening}")
    assert page.one("//p:target-group").get("code") == group and choices(page, "decision") == categories
    assert (page.one("//p:target-group").get("benefit") is None) == (benefit is None)
    frames = {"kontanthjaelp": {"1", "4", "5", "6"}, "kontanthjaelp-ung": {"3", "4", "5", "6"}, "sygedagpenge": {"2", "4", "5", "6"},
              "andre": {"4", "5", "6"}}
    assert set(choices(page, "frame")) == frames[group]
    if "aktivitetsparat" not in categories:
        page = mads.submit("assessment", {"decision": "hoej-risiko", "frame": "4"})
        assert page.status == 422 and page.errors() == {"reason": "reason-short"}, "the hint is of another group"
        assert mads.submit("assessment", {"decision": "hoej-risiko", "frame": "4", "reason": REASON}).status == 200


def test_the_group_changes_meanwhile(stack, mads, waiting):
    screening, citizen = waiting(born="2004-01-02")
    mads.get(f"/triage/{screening}")
    stack.sql(f"UPDATE citizen SET birth_date = '1980-01-02' WHERE id = {citizen}")
    page = mads.submit("assessment", {"decision": "jobparat", "reason": REASON, "closing-note": "Slut."}, "close")
    assert page.status == 422 and page.errors() == {"target-group": "group-changed"}
    assert value(page, "decision") is None and value(page, "reason") == REASON, "it is chosen anew; what was written stays"
    assert "Kontanthjælp, 30 år og derover" in page.text
    stack.sql(f"UPDATE citizen SET birth_date = '2004-01-02' WHERE id = {citizen}")
    page = mads.submit("assessment", {"decision": "", "closing-note": "Slut."}, "close")
    assert page.errors() == {"target-group": "group-changed"}, "one thing, said once"
    stack.sql(f"UPDATE citizen SET birth_date = '1980-01-02' WHERE id = {citizen}")
    mads.get(f"/triage/{screening}")
    assert mads.submit("assessment", {"decision": "jobparat", "reason": REASON, "closing-note": "Slut."}, "close").status == 200


def test_after_a_change_of_law(stack, mads, waiting):
    before, citizen = waiting()
    mads.get(f"/triage/{before}")
    assert mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "4"}).status == 200
    rows = "target_group = 'kontanthjaelp'"
    try:
        stack.sql(f"UPDATE risk_category SET valid_to = CURDATE() - INTERVAL 1 DAY WHERE {rows};"
                  "INSERT INTO risk_category (target_group, code, title, risk, ordinal, valid_from) VALUES"
                  " ('kontanthjaelp', 'klar', 'Klar til job', 'low', 1, CURDATE()), ('kontanthjaelp', 'aktivitetsparat', 'Klar med støtte', 'moderate', 2, CURDATE())")
        stack.sql(f"UPDATE course SET state = 'closed', closed_on = opened_on WHERE citizen_id = {citizen}")
        after = answered(stack, citizen)
        page = mads.get(f"/triage/{after}")
        assert choices(page, "decision") == ["klar", "aktivitetsparat"]
        assert page.one("//p:earlier").get("decided") == "Aktivitetsparat"
        assert mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "4"}).status == 200
        assert mads.get(f"/triage/{before}").one("//p:assessment").get("title") == "Aktivitetsparat"
        assert mads.get(f"/triage/{after}").one("//p:assessment").get("title") == "Klar med støtte"
    finally:
        stack.sql(f"DELETE FROM risk_category WHERE {rows} AND valid_from = CURDATE(); UPDATE risk_category SET valid_to = NULL WHERE {rows}")


def test_assessed_again(stack, mads, karla, waiting):
    screening, citizen = waiting()
    assert mads.get(f"/triage/{screening}/again").one("//p:form[@name = 'assessment']").get("action").endswith(f"/triage/{screening}")
    mads.get(f"/triage/{screening}")
    assert mads.submit("assessment", {"decision": "jobparat", "reason": REASON, "closing-note": "Søger selv."}, "close").status == 200
    page = mads.get(f"/triage/{screening}")
    assert page.one("//p:screening").get("again-href") and not page.all("//p:form[@name = 'assessment']")
    mads.get(f"/triage/{screening}/again")
    other = karla.get(f"/triage/{screening}/again").form("assessment")
    words = mads.html(f"/triage/{screening}/again").text
    assert "Skal altid skrives" in words and "hvis du vurderer noget andet" not in words
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "reason": "kort"})
    assert page.status == 422 and page.errors() == {"reason": "reason-again", "frame": "frame-required"}
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "reason": LATER, "frame": "4"})
    assert page.status == 200 and page.notices() == ["course-opened"], page.text
    late = karla.send(other.get("action"), karla.fill(other, {"decision": "jobparat", "reason": LATER}))
    assert late.status == 409 and value(late, "reason") == LATER and len(late.all("//p:assessment")) == 2
    # With a course that runs there is none to open, and it goes on.
    page = mads.get(f"/triage/{screening}/again")
    assert not choices(page, "frame") and page.one("//p:its-course[@open]") is not None
    page = mads.submit("assessment", {"decision": "jobparat", "reason": LATER})
    assert page.notices() == ["assessed-again"]
    assert [a.get("decision") for a in page.all("//p:assessment")] == ["jobparat", "aktivitetsparat", "jobparat"]
    assert page.one("//p:assessment[3]/p:reason").text == REASON, "nothing is overwritten"
    assert stack.sql(f"SELECT state FROM course WHERE citizen_id = {citizen} ORDER BY id") == [["closed-low"], ["assessment"]]


def held(stack, screening):
    """Somebody else changes the screening."""
    return c.held(stack, f"SELECT id FROM screening WHERE id = {screening} FOR UPDATE")


def send_together(stack, screening, requests):
    return c.send_together(stack, f"SELECT id FROM screening WHERE id = {screening} FOR UPDATE", requests)


@pytest.fixture
def closed_low(stack, mads, waiting):
    """A screening that was decided as low risk: (screening, citizen)."""
    screening, citizen = waiting()
    mads.get(f"/triage/{screening}")
    assert mads.submit("assessment", {"decision": "jobparat", "reason": REASON, "closing-note": "Søger selv."}, "close").status == 200
    return screening, citizen


AGAIN = {"decision": "aktivitetsparat", "reason": LATER, "frame": "4", "informed-on": datetime.date.today().isoformat()}


def test_two_assess_again_at_once(stack, mads, karla, closed_low):
    screening, citizen = closed_low
    requests = [(who, who.get(f"/triage/{screening}/again").form("assessment"), AGAIN) for who in (mads, karla)]
    answers = send_together(stack, screening, requests)
    assert sorted(a.status for a in answers) == [303, 409]
    assert value(next(a for a in answers if a.status == 409), "reason") == LATER
    assert stack.sql(f"SELECT COUNT(*) FROM risk_assessment WHERE screening_id = {screening}") == [["2"]]
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE citizen_id = {citizen} AND state = 'assessment'") == [["1"]]


def test_again_and_another_one_at_once(stack, mads, karla, closed_low):
    screening, citizen = closed_low
    second = answered(stack, citizen)
    again, first = mads.get(f"/triage/{screening}/again").form("assessment"), karla.get(f"/triage/{second}").form("assessment")
    answers = send_together(stack, screening, [(mads, again, AGAIN), (karla, first, {**AGAIN, "reason": ""})])
    # Whoever comes second sees the course: assessed again it goes on, the first time another frame is to be chosen.
    assert answers[0].status == 303 and answers[1].status in (303, 422)
    assert answers[1].status == 303 or answers[1].errors() == {"frame": "course-open"}
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE citizen_id = {citizen} AND state = 'assessment'") == [["1"]]


def test_a_draft_that_comes_while_it_is_decided(stack, mads, waiting):
    screening, citizen = waiting()
    mads.get(f"/triage/{screening}")
    form = mads.submit("assessment", {"note": "Skrevet før."}, "draft").form("assessment")
    pairs = mads.fill(form, {"note": "Skrevet imens."}, "draft")
    with concurrent.futures.ThreadPoolExecutor() as pool:
        with held(stack, screening) as run:
            sent = pool.submit(mads.send, form.get("action"), pairs)
            c.until_waiting(stack, 1)
            run("INSERT INTO risk_assessment (screening_id, citizen_id, indicated, decision, risk, legal_basis, changed_by) VALUES"
                f" ({screening}, {citizen}, 'jobparat', 'jobparat', 'low', 'lov', 'tl.karla');"
                f"UPDATE screening SET state = 'assessed', changed_by = 'tl.karla' WHERE id = {screening}")
        answer = sent.result()
    assert answer.status == 409 and answer.notices() == ["assessed-already"] and value(answer, "note") == "Skrevet imens."
    assert stack.sql(f"SELECT value FROM form_draft WHERE path = '/triage/{screening}' AND field = 'note'") == [["Skrevet før."]]


def test_a_group_is_always_said(stack, mads, waiting):
    screening, citizen = waiting()
    page = mads.get(f"/triage/{screening}")
    form = page.form("assessment")
    pairs = mads.fill(form, agree(page))
    for sent in ([pair for pair in pairs if pair[0] != "target-group"], [(n, "" if n == "target-group" else v) for n, v in pairs]):
        answer = mads.send(form.get("action"), sent)
        assert answer.status == 422 and answer.errors() == {"target-group": "required"} and value(answer, "decision") is None
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE citizen_id = {citizen}") == [["0"]]


def test_several_frames_need_a_leader(stack, mads, karla, waiting):
    screening, citizen = waiting()
    mads.get(f"/triage/{screening}")
    assert mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "4"}).status == 200
    second = answered(stack, citizen)
    mads.get(f"/triage/{second}")
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "5", "note": "Skal bruge en ramme mere."})
    assert page.status == 422 and page.errors() == {"frame": "frame-by-leader"} and value(page, "note") == "Skal bruge en ramme mere."
    form = page.form("assessment")
    assert "en teamleder" in mads.send(form.get("action"), mads.fill(form, {"frame": "5"}, "assess"), headers={"Accept": "text/html"}).text
    karla.get(f"/triage/{second}")
    assert karla.submit("assessment", {"decision": "aktivitetsparat", "frame": "4"}).errors() == {"frame": "course-open"}
    assert karla.submit("assessment", {"decision": "aktivitetsparat", "frame": "5"}).status == 200
    assert stack.sql(f"SELECT frame_id FROM course WHERE citizen_id = {citizen} AND state = 'assessment' ORDER BY id") == [["4"], ["5"]]


def test_a_course_that_runs_goes_on(stack, mads, waiting):
    """Without a frame the decision is kept, and no second course is opened."""
    screening, citizen = waiting()
    mads.get(f"/triage/{screening}")
    assert mads.submit("assessment", {"decision": "aktivitetsparat", "frame": "4"}).status == 200
    second = answered(stack, citizen)
    mads.get(f"/triage/{second}")
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "frame": ""})
    assert page.status == 200 and page.notices() == ["assessed-goes-on"]
    assert stack.sql(f"SELECT state FROM screening WHERE id = {second}") == [["assessed"]]
    assert stack.sql(f"SELECT COUNT(*) FROM risk_assessment WHERE citizen_id = {citizen}") == [["2"]]
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE citizen_id = {citizen}") == [["1"]]


def test_the_dead_and_the_protected(stack, mads, waiting):
    screening, citizen = waiting()
    page = mads.get(f"/triage/{screening}")
    pairs = mads.fill(page.form("assessment"), agree(page))
    stack.sql(f"UPDATE citizen SET death_date = CURDATE() - INTERVAL 1 DAY WHERE id = {citizen}")
    assert row(mads, screening) is None and not mads.get("/?kind=triage").all(f"//p:item[@citizen-id = '{citizen}']")
    assert not mads.get(f"/triage/{screening}").all("//p:form[@name = 'assessment']")
    assert mads.send(f"/triage/{screening}", pairs).status == 422
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE citizen_id = {citizen}") == [["0"]]
    hidden, citizen = waiting()
    stack.sql(f"UPDATE citizen SET protection_from = CURDATE() - INTERVAL 1 DAY WHERE id = {citizen}")
    assert row(mads, hidden).get("protected") == "yes" and row(mads, hidden).get("cpr").endswith("-****")
    assert mads.get(f"/triage/{hidden}").one("//p:citizen").get("protected") == "yes"


@pytest.mark.parametrize("uid", ["fys.pia", "vk.ole", "it.bo", "eval.ane", "bf.tina", "lis.sb", "psy.eva"])
def test_who_may_not(stack, sign_in, mads, waiting, uid):
    screening, _ = waiting()
    client = sign_in(uid)
    token = client.page.one("//p:form[@name = 'sign-out']/p:token").text
    for path in ("", "/again", "/saved"):
        assert client.get(f"/triage/{screening}{path}").status == 403
    for path in ("", "/again", "/take", "/hand-over", "/let-go"):
        assert client.send(f"/triage/{screening}{path}", [("token", token), ("decision", "jobparat"), ("colleague", "mads.sb")]).status == 403
    assert stack.sql(f"SELECT state, taken_by FROM screening WHERE id = {screening}") == [["submitted", None]]


def test_not_sent_and_not_there(stack, mads, waiting):
    screening, _ = waiting()
    stack.sql(f"UPDATE screening SET state = 'opened', submitted_at = NULL WHERE id = {screening}")
    token = mads.page.one("//p:form[@name = 'sign-out']/p:token").text
    assert mads.get(f"/triage/{screening}").status == 404
    assert mads.send(f"/triage/{screening}", [("token", token), ("decision", "aktivitetsparat"), ("frame", "4"), ("informed-on", "2020-01-01")]).status in (404, 422)
    assert mads.send(f"/triage/{screening}", [("token", token), ("note", "x"), ("submit", "draft")]).status == 404
    assert mads.send(f"/triage/{screening}/take", [("token", token)]).status in (404, 409)
    assert mads.get("/triage/99999999").status == 403
    assert stack.sql(f"SELECT COUNT(*) FROM form_draft WHERE path = '/triage/{screening}'") == [["0"]]
