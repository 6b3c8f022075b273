"""What who runs interventions sees of them and does with them, how long, and what nobody of them ever sees."""

import datetime

import pytest

import course as c

TODAY = datetime.date.today()


def ago(days):
    return (TODAY - datetime.timedelta(days=days)).isoformat()


@pytest.fixture
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture
def bent(stack):
    return c.person(stack, "vh.bent")


def one(stack, state="running", course_state="active", **more):
    """A course with one of Bent's interventions: (course, intervention)."""
    course = c.new_course(stack, state=course_state)
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course), state=state)
    if more:
        stack.sql(f"UPDATE intervention SET {', '.join(f'{key} = {value}' for key, value in more.items())} WHERE id = {intervention}")
    return course, intervention


# How long

@pytest.mark.parametrize("state", ["completed", "stopped", "declined", "withdrawn"])
def test_access_ends_a_while_after_the_intervention(stack, bent, state):
    course, intervention = one(stack, state, ended_on=f"'{ago(28)}'")
    path, progression = f"/plan/interventions/{intervention}", f"/plan/{course}/progression"
    measured = 200 if state in ("completed", "stopped") else 403
    assert (bent.send(path).status, bent.send(progression).status) == (200, measured), "the last day"
    stack.sql(f"UPDATE intervention SET ended_on = '{ago(29)}' WHERE id = {intervention}")
    assert (bent.send(path).status, bent.send(progression).status) == (403, 403)


def test_an_end_that_is_told_late_is_told_and_seen(stack, bent):
    course, intervention = one(stack, starts_on=f"'{ago(120)}'", started_on=f"'{ago(120)}'")
    bent.get(f"/plan/interventions/{intervention}")
    page = bent.submit("finish", {"ended-on": ago(60), "follow-up": "end", "result": "Gik godt"})
    assert page.notices() == ["intervention-finished"]
    assert page.one("//p:intervention").get("seen-until") == ago(-28), "counted from the day it was told"
    stack.sql(f"UPDATE intervention SET end_told_on = '{ago(29)}' WHERE id = {intervention}")
    assert bent.send(f"/plan/interventions/{intervention}").status == 403


def test_one_that_lives_opens_no_other(stack, bent):
    course, over = one(stack, "completed", ended_on=f"'{ago(29)}'", title="'Den gamle'")
    at = c.now(stack)
    lives = c.new_intervention(stack, course, stack.sql(f"SELECT plan_id FROM intervention WHERE id = {over}")[0][0], title="Den nye")
    for query in ("", f"?as-of={at}", f"?intervention={over}"):
        page = bent.get(f"/plan/{course}/progression{query}")
        assert page.status == 200 and "Den gamle" not in page.text, query
    assert [i.get("id") for i in bent.get(f"/plan/{course}/progression").all("//p:intervention")] == [lives]


def test_what_was_never_ordered_is_never_seen(stack, bent):
    course, intervention = one(stack, "proposed", "planning")
    assert bent.send(f"/plan/interventions/{intervention}").status == 403
    stack.sql(f"UPDATE intervention SET state = 'withdrawn', ended_on = CURRENT_DATE WHERE id = {intervention}")
    assert bent.send(f"/plan/interventions/{intervention}").status == 403


def test_what_runs_on_after_the_course_was_closed_ends_by_its_own_end(stack, bent):
    course, intervention = one(stack, starts_on=f"'{ago(120)}'", ends_on=f"'{ago(20)}'")
    stack.sql(f"UPDATE course SET state = 'closed', outcome = 'job', opened_on = '{ago(200)}', closed_on = '{ago(90)}' WHERE id = {course}")
    assert bent.send(f"/plan/interventions/{intervention}").status == 200
    stack.sql(f"UPDATE intervention SET ends_on = '{ago(29)}' WHERE id = {intervention}")
    assert bent.send(f"/plan/interventions/{intervention}").status == 403


# The list

def test_the_list_and_its_parts(stack, bent):
    titles = {}
    for state, more in {"ordered": {}, "accepted": {"starts_on": f"'{ago(-15)}'", "first_measurement_on": f"'{ago(-30)}'"},
                        "running": {"ends_on": f"'{ago(1)}'", "first_measurement_on": f"'{ago(2)}'"}, "declined": {}, "proposed": {},
                        "completed": {"ended_on": f"'{ago(29)}'"}}.items():
        course, intervention = one(stack, state, **more)
        titles[state] = intervention

    def rows(show):
        page = bent.get("/plan/interventions?limit=200" + show)
        return {row.get("id"): row.get("waits") for row in page.all("//p:list/p:intervention")}

    shown = rows("")
    assert [shown[titles[state]] for state in ("ordered", "accepted")] == ["acceptance", None]
    assert titles["running"] in shown and not {titles["declined"], titles["proposed"], titles["completed"]} & set(shown)
    assert titles["accepted"] not in rows("&show=waits") and titles["ordered"] in rows("&show=waits")
    assert titles["ordered"] not in rows("&show=running") and titles["running"] in rows("&show=running")
    ended = rows("&show=ended")
    assert titles["declined"] in ended and titles["completed"] not in ended
    page = bent.get("/plan/interventions?show=ended")
    assert page.one("//p:show[@current]").get("name") == "ended" and int(page.one("//p:show[@name='ended']").get("count")) == len(ended)
    assert rows("&show=nonsense") == shown


def test_what_is_over_waits_to_be_finished(stack, bent):
    course, intervention = one(stack, starts_on=f"'{ago(60)}'", ends_on=f"'{ago(3)}'", first_measurement_on=f"'{ago(30)}'")
    stack.sql(f"UPDATE citizen SET death_date = '{ago(5)}' WHERE id = {c.citizen_of(stack, course)[0]}")
    row = bent.get("/plan/interventions?show=waits&limit=200").one(f"//p:intervention[@id='{intervention}']")
    assert row.get("waits") == "finish", "nobody is measured any more"
    assert bent.get(f"/plan/interventions/{intervention}").one("//p:intervention").get("over") == "yes"


def test_nobody_begins_for_the_dead(stack, bent):
    course, intervention = one(stack, "ordered")
    bent.get(f"/plan/interventions/{intervention}")
    form = bent.page.form("accept")
    stack.sql(f"UPDATE citizen SET death_date = '{ago(2)}' WHERE id = {c.citizen_of(stack, course)[0]}")
    page = bent.send(form.get("action"), bent.fill(form, {}, "accept"))
    assert page.status == 422 and page.one("//p:missing").get("key") == "intervention-alive"
    assert bent.send(page.one("//p:missing").get("href")).status == 200, "it leads where a provider may go"
    assert not page.all("//p:form[@name='accept']") and page.form("decline") is not None
    stack.sql(f"UPDATE intervention SET state = 'accepted' WHERE id = {intervention}")
    assert not bent.get(f"/plan/interventions/{intervention}").all("//p:form[@name='start']")


def test_nothing_waits_for_anybody_when_the_course_is_closed(stack, mads, bent):
    course, intervention = one(stack, ends_on=f"'{ago(-30)}'")
    bent.get(f"/plan/interventions/{intervention}")
    assert bent.submit("propose-stop", {"reason": "Kommer ikke"}).notices() == ["stop-proposed"]
    stack.sql("INSERT INTO access_code (code_hash, citizen_id, intervention_id, expires_on, issued_by) VALUES"
              f" (REPEAT('c', 64), {c.citizen_of(stack, course)[0]}, {intervention}, CURRENT_DATE + INTERVAL 9 DAY, 'vh.bent')")
    mads.get(f"/plan/{course}/status")
    assert mads.submit("close-course", {"outcome": "moved", "reason": "Flyttet"}).notices() == ["course-closed-now"]
    assert stack.sql(f"SELECT answer FROM stop_task WHERE course_id = {course}") == [["ended"]]
    assert stack.sql(f"SELECT revoked_at IS NULL FROM access_code WHERE intervention_id = {intervention}") == [["0"]]
    assert bent.get(f"/plan/interventions/{intervention}").one("//p:stop-proposal").get("answer") == "ended"


def test_protection_and_a_pause_are_told(stack, bent):
    course, intervention = one(stack, "ordered")
    stack.sql(f"UPDATE citizen SET protection_from = '{ago(2)}' WHERE id = {c.citizen_of(stack, course)[0]}")
    stack.sql(f"UPDATE course SET state = 'paused', state_reason = 'Indlagt' WHERE id = {course}")
    assert bent.get(f"/plan/interventions/{intervention}").one("//p:intervention/p:citizen").get("protected") == "yes"
    assert bent.page.one("//p:intervention").get("course-state") == "paused"
    assert bent.get("/plan/interventions?limit=200").one(f"//p:intervention[@id='{intervention}']").get("protected") == "yes"


# Absence

def absence(client, intervention, kind="ill", start=0, end=None, note=""):
    client.get(f"/plan/interventions/{intervention}")
    return client.submit("citizen-absence", {"absence-kind": kind, "from-on": ago(start), "to-on": "" if end is None else ago(end), "note": note})


def test_absence_is_told_the_same_day_and_the_plan_stays(stack, mads, bent):
    course, intervention = one(stack)
    before = stack.sql(f"SELECT state, starts_on, ends_on, revision FROM intervention WHERE id = {intervention}")
    page = absence(bent, intervention, note="Har ringet")
    assert page.notices() == ["absence-told"]
    row = page.one("//p:citizen-absence")
    assert (row.get("kind"), row.get("from-on"), row.get("to-on"), row.get("now"), row.get("note")) == ("ill", ago(0), None, "yes", "Har ringet")
    assert stack.sql(f"SELECT state, starts_on, ends_on, revision FROM intervention WHERE id = {intervention}") == before
    assert stack.sql(f"SELECT to_uid, kind, text, path FROM message WHERE course_id = {course}") == \
        [["mads.sb", "absence-told", "Har ringet", f"/plan/interventions/{intervention}"]]
    page = mads.get(f"/plan/interventions/{intervention}")
    assert page.one("//p:citizen-absence").get("told-by") == "Bent Støtte" and page.all("//p:intervention//p:form/@name") == ["message"]
    assert "citizen-absence" in mads.get(f"/plan/{course}/history").all("//p:event/@what")
    assert "Har ringet" in mads.get(f"/plan/{course}/case").text


@pytest.mark.parametrize("start, end, error", [
    (0, 1, {"to-on": "before-start"}), (40, 39, {"from-on": "absence-too-late"}), (10, None, {"from-on": "before-intervention"}),
    (-200, None, {"from-on": "absence-far-ahead"}), (0, -300, {"to-on": "absence-half-year"}), (2, 1, {"from-on": "absence-told"}),
])
def test_absence_that_cannot_be(stack, bent, start, end, error):
    course, intervention = one(stack)
    absence(bent, intervention, start=3, end=2)
    page = absence(bent, intervention, "not-told", start, end, "Skrevet")
    assert (page.status, page.errors()) == (422, error)
    assert page.form("citizen-absence") is not None and "Skrevet" in page.text, "what was typed is kept"
    assert len(stack.sql(f"SELECT 1 FROM intervention_absence WHERE intervention_id = {intervention}")) == 1


def test_a_wrong_absence_is_marked_and_stays(stack, bent):
    course, intervention = one(stack)
    absence(bent, intervention)
    page = bent.submit("absence-wrong", {})
    assert page.notices() == ["absence-wrong"] and page.one("//p:citizen-absence").get("wrong") == "yes"
    assert not page.all("//p:citizen-absence/p:form")
    assert absence(bent, intervention).notices() == ["absence-told"], "the day can be told rightly"
    kinds = stack.sql(f"SELECT kind FROM message WHERE course_id = {course} ORDER BY id")
    assert kinds == [["absence-told"], ["absence-wrong"], ["absence-told"]]


def test_what_was_told_just_after_midnight_is_of_the_new_day(stack, bent):
    course, intervention = one(stack)
    absence(bent, intervention)
    stack.sql(f"UPDATE intervention_absence SET created_at = '2026-04-14 22:30:00' WHERE intervention_id = {intervention};"
              f" UPDATE intervention SET state = 'proposed', started_on = NULL, waits_since = '2026-01-14 23:30:00' WHERE id = {intervention}")
    mads = c.person(stack, "mads.sb")
    assert mads.get(f"/plan/interventions/{intervention}").one("//p:citizen-absence").get("told-on") == "2026-04-15"
    assert mads.get(f"/plan/{course}/interventions").one("//p:intervention").get("waits-since") == "2026-01-15"


def test_twice_at_once_is_one_absence(stack, bent):
    course, intervention = one(stack)
    form = bent.get(f"/plan/interventions/{intervention}").form("citizen-absence")
    other = c.person(stack, "vh.bent")
    second = other.get(f"/plan/interventions/{intervention}").form("citizen-absence")
    fields = {"absence-kind": "not-told", "from-on": ago(0)}
    answers = c.meanwhile(stack, course, [(bent, form, fields), (other, second, fields)])
    assert [answer.status for answer in answers] == [303, 422]
    assert len(stack.sql(f"SELECT 1 FROM intervention_absence WHERE intervention_id = {intervention}")) == 1


# The end

def finish(client, intervention, **fields):
    client.get(f"/plan/interventions/{intervention}")
    return client.submit("finish", {"ended-on": ago(0), "follow-up": "end", "result": "Hun klarer det selv nu."} | fields)


def test_it_is_finished(stack, mads, bent):
    course, intervention = one(stack)
    assert finish(bent, intervention, **{"ended-on": ago(-1)}).errors() == {"ended-on": "in-future"}
    assert finish(bent, intervention, **{"ended-on": ago(10)}).errors() == {"ended-on": "before-start"}
    assert finish(bent, intervention, **{"follow-up": "", "result": ""}).errors() == {"follow-up": "required", "result": "required"}
    page = finish(bent, intervention, **{"ended-on": ago(1)})
    row = page.one("//p:intervention")
    assert page.notices() == ["intervention-finished"] and page.all("//p:intervention/p:form/@name") == ["message"]
    assert (row.get("state"), row.get("ended-on"), row.get("follow-up"), row.get("seen-until")) == ("completed", ago(1), "end", ago(-28))
    assert page.one("//p:intervention/p:result").text == "Hun klarer det selv nu."
    assert stack.sql(f"SELECT to_uid FROM message WHERE course_id = {course} AND kind = 'intervention-complete'") == [["mads.sb"]]
    assert mads.get(f"/plan/interventions/{intervention}").one("//p:intervention/p:result").text == "Hun klarer det selv nu."


def test_what_ran_when_its_course_was_closed_can_be_finished(stack, bent):
    course, intervention = one(stack, ends_on="CURRENT_DATE")
    stack.sql(f"UPDATE course SET state = 'closed', outcome = 'job', closed_on = CURRENT_DATE WHERE id = {course}")
    page = bent.get(f"/plan/interventions/{intervention}")
    assert page.all("//p:intervention/p:form[@name != 'message']/@name") == ["finish"]
    assert finish(bent, intervention).notices() == ["intervention-finished"]


def test_to_stop_is_proposed_once_and_decided_by_the_caseworker(stack, mads, bent):
    course, intervention = one(stack)
    bent.get(f"/plan/interventions/{intervention}")
    assert bent.submit("propose-stop", {"reason": ""}).errors() == {"reason": "required"}
    again = bent.fill(bent.get(f"/plan/interventions/{intervention}").form("propose-stop"), {"reason": "Igen"}, "propose-stop")
    bent.get(f"/plan/interventions/{intervention}")
    page = bent.submit("propose-stop", {"reason": "Det virker ikke"})
    assert page.notices() == ["stop-proposed"] and page.one("//p:stop-proposal").get("words") == "Det virker ikke"
    assert not page.all("//p:form[@name='propose-stop']") and page.one("//p:intervention").get("state") == "running"
    assert bent.send(f"/plan/interventions/{intervention}/propose-stop", again).status == 422, "from another window"
    assert stack.sql(f"SELECT cause, words, answer FROM stop_task WHERE intervention_id = {intervention}") == [["proposed", "Det virker ikke", None]]
    assert stack.sql(f"SELECT to_uid, kind FROM message WHERE course_id = {course}") == [["mads.sb", "stop-proposed"]]
    page = mads.get(f"/plan/{course}/progression?intervention={intervention}")
    assert page.one("//p:stop-task[@cause='proposed']").get("words") == "Det virker ikke"
    assert mads.submit("stop", {"answer": "go-on", "reason": "En måned til"}).status == 200
    page = bent.get(f"/plan/interventions/{intervention}")
    assert page.one("//p:stop-proposal").get("answer-reason") == "En måned til"
    assert bent.submit("propose-stop", {"reason": "Stadig ikke"}).notices() == ["stop-proposed"], "new evidence may be told"


# What waits for the caseworker

def items(client, kind="intervention"):
    return {(item.get("what"), item.get("href")): item for item in client.get(f"/?kind={kind}").all("//p:worklist/p:item")}


def test_a_declined_one_waits_for_the_caseworker_until_it_is_replaced(stack, mads, bent):
    course, intervention = one(stack, "ordered")
    bent.get(f"/plan/interventions/{intervention}")
    bent.submit("decline", {"reason": "Ingen ledige timer"})
    key = ("declined", f"/plan/{course}/interventions")
    stack.sql(f"UPDATE course SET caseworker_uid = 'lis.sb' WHERE id = {course}")  # who has few others: a list of what waits is cut somewhere
    lis = c.person(stack, "lis.sb")
    item = items(lis)[key]
    assert (item.get("who"), item.get("title")) == ("Bent Støtte", "Mentorstøtte")
    other = c.new_intervention(stack, course, stack.sql(f"SELECT plan_id FROM intervention WHERE id = {intervention}")[0][0], state="proposed")
    stack.sql(f"UPDATE intervention SET replaces_id = {intervention} WHERE id = {other}")
    assert key not in items(lis)
    stack.sql(f"UPDATE course SET caseworker_uid = 'mads.sb' WHERE id = {course}")


def test_who_left_has_nothing_more_and_the_caseworker_is_told(stack, mads):
    course = c.new_course(stack, state="active")
    stack.sql("INSERT IGNORE INTO staff (uid, name, department_id, active) VALUES ('vh.gone', 'Gorm Gået', 'voksenhandicap', FALSE)")
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course), provider="vh.gone")
    assert items(mads)[("left", f"/plan/{course}/interventions")].get("who") == "Gorm Gået"
    assert mads.get(f"/plan/interventions/{intervention}").one("//p:intervention").get("left") == "yes"


# And nothing else

CANARIES = {
    "professional_note": "INSERT INTO professional_note (course_id, uid, profession, state, limitation, suggestion, signed_at, changed_by)"
                         " VALUES ({course}, 'psy.eva', 'psychologist', 'signed', 'KANARIE-NOTAT', 'KANARIE-RÅD', CURRENT_TIMESTAMP, 'psy.eva')",
    "focus_area": "INSERT INTO focus_area (course_id, component, kind, priority, description, profession, uid, changed_by)"
                  " VALUES ({course}, 'personal', 'barrier', 1, 'KANARIE-FUND', 'other', 'mads.sb', 'mads.sb')",
    "background_value": "INSERT INTO background_value (course_id, section, field, value, source, told_on, changed_by)"
                        " VALUES ({course}, 'health', 'diagnoses', 'KANARIE-DIAGNOSE', 'citizen', CURRENT_DATE, 'mads.sb')",
    "course": "UPDATE course SET employment_goal = 'KANARIE-MÅL', referral = 'KANARIE-HENVISNING' WHERE id = {course}",
    "plan": "UPDATE plan SET citizens_words = 'KANARIE-ORD', own_words = 'KANARIE-EGNE', employment_goal = 'KANARIE-JOB', plain_words = 'KANARIE-ENKELT'"
            " WHERE course_id = {course}",
    "citizen": "UPDATE citizen SET phone = '55501234' WHERE id = (SELECT citizen_id FROM course WHERE id = {course})",
    "message": "INSERT INTO message (course_id, to_uid, kind, text, path, changed_by) VALUES ({course}, 'psy.eva', 'note', 'KANARIE-BREV', '/', 'mads.sb')",
}


def test_a_provider_sees_the_own_intervention_and_nothing_else(stack, mads, bent):
    """Every page that a provider can reach, as a person and as a program, now and as of an hour ago."""
    course, intervention = one(stack)
    citizen, cpr, name = c.citizen_of(stack, course)
    plan = stack.sql(f"SELECT plan_id FROM intervention WHERE id = {intervention}")[0][0]
    other = c.new_intervention(stack, course, plan, provider="vk.ole", title="KANARIE-INDSATS")
    stack.sql(f"UPDATE intervention SET goal = 'KANARIE-ANDET', facts = 'KANARIE-FAKTA', result = 'KANARIE-RESULTAT' WHERE id = {other}")
    stack.sql(f"INSERT INTO intervention_absence (course_id, intervention_id, from_on, kind, note, uid, changed_by)"
              f" VALUES ({course}, {other}, CURRENT_DATE, 'ill', 'KANARIE-FRAVÆR', 'vk.ole', 'vk.ole')")
    for statement in CANARIES.values():
        stack.sql(statement.format(course=course))
    stack.sql(f"UPDATE intervention SET facts = 'Må vides' WHERE id = {intervention}")
    then = c.now(stack)
    seen = 0
    for path in ("/plan/interventions?limit=200", f"/plan/interventions/{intervention}", f"/plan/{course}/progression",
                 f"/plan/{course}/progression?intervention={intervention}", f"/plan/{course}/progression?intervention={other}", "/plan", "/", f"/plan/interventions/{intervention}?as-of={then}",
                 f"/plan/{course}/progression?as-of={then}"):
        for page in (bent.send(path), bent.html(path)):
            assert page.status == 200, path
            assert "KANARIE" not in page.text and cpr not in page.text and "55501234" not in page.text, path
            seen += name in page.text
    assert seen >= 8 and "Må vides" in bent.get(f"/plan/interventions/{intervention}").text
    for tab in ("", "/status", "/contacts", "/background", "/notes", "/focus-areas", "/conference", "/plan", "/my-plan", "/interventions", "/documents",
                "/control", "/history", "/difference", "/case"):
        page = bent.send(f"/plan/{course}{tab}")
        assert page.status in (403, 404) and "KANARIE" not in page.text, tab
    for path in (f"/plan/interventions/{other}", f"/citizens/{citizen}", f"/plan/interventions/{other}/finish"):
        assert bent.send(path).status == 403, path


def test_before_it_was_ordered_there_was_nothing_to_see(stack, bent):
    course = c.new_course(stack, state="active")
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course), state="proposed")
    then = c.now(stack)
    stack.sql("DO SLEEP(1.1)")
    stack.sql(f"UPDATE intervention SET state = 'ordered', ordered_on = CURRENT_DATE, goal = 'Som aftalt' WHERE id = {intervention}")
    assert bent.get(f"/plan/interventions/{intervention}").status == 200
    assert bent.send(f"/plan/interventions/{intervention}?as-of={then}").status == 404


def test_provider_and_caseworker_write_to_each_other(stack, mads, bent):
    course, intervention = one(stack)
    form = bent.get(f"/plan/interventions/{intervention}").form("message")
    assert form.get("action") == f"/messages/interventions/{intervention}"
    assert bent.submit("message", {"subject": "Mødetider", "text": "Kan vi rykke mandag?"}).status == 200
    assert stack.sql(f"SELECT to_uid, from_uid, intervention_id FROM message WHERE course_id = {course}") == [["mads.sb", "vh.bent", intervention]]
    mads.get(f"/plan/interventions/{intervention}")
    assert mads.submit("message", {"subject": "Mødetider", "text": "Ja"}).status == 200
    assert stack.sql(f"SELECT COUNT(*) FROM message WHERE course_id = {course} AND to_uid = 'vh.bent'") == [["1"]]
