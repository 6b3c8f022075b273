"""Deadlines by rule: what opens them, what they count from, and what becomes of them when law, day or benefit changes."""

import datetime

import pytest

import course as c
from walk import TODAY, danish


def ago(n):
    return TODAY - datetime.timedelta(days=n)


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


def on_benefit(stack, course, benefit="sygedagpenge", since=40):
    stack.sql(f"INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by)"
              f" SELECT citizen_id, '{benefit}', CURRENT_DATE - INTERVAL {since} DAY, 'mads.sb' FROM course WHERE id = {course}")
    return course


def absent_since(client, course, first):
    client.get(f"/plan/{course}/background/work")
    page = client.submit("work", {"first-absence-day": danish(first)})
    assert page.notices() == ["saved"], page.text
    return client.get(f"/plan/{course}/control")


def open_ones(page):
    return {d.get("kind"): d for d in page.all("//p:deadline[not(@done-on)]")}


def test_the_first_follow_up_counts_from_the_first_day_of_absence(stack, mads):
    course = on_benefit(stack, c.new_course(stack))
    assert not open_ones(mads.get(f"/plan/{course}/control"))
    row = open_ones(absent_since(mads, course, ago(40)))["follow-up"]
    assert row.get("due-on") == (ago(40) + datetime.timedelta(days=55)).isoformat() and row.get("counts-from") == ago(40).isoformat()
    assert "8. uge" in row.get("law") and row.get("moved-reason") is None
    row, = absent_since(mads, course, ago(33)).all("//p:deadline")
    assert row.get("days") == str(55 - 33) and danish(ago(40)) in row.get("moved-reason"), "counted anew, and it says so"
    assert absent_since(mads, c.new_course(stack), ago(40)).all("//p:deadline") == [], "no rule for who has another benefit"


def test_a_day_that_was_over_before_the_course_opens_nothing(stack, mads):
    course = on_benefit(stack, c.new_course(stack), since=300)
    assert absent_since(mads, course, ago(300)).all("//p:deadline") == []
    assert open_ones(absent_since(mads, course, ago(60)))["follow-up"].get("late") == "yes", "but what was over after it is late"


def test_a_follow_up_that_was_held_opens_the_next(stack, mads):
    course = on_benefit(stack, c.new_course(stack))
    absent_since(mads, course, ago(50))
    page = mads.submit("end-deadline", {"reason": "Samtale på kontoret"}, submit="done")
    row = open_ones(page)["follow-up"]
    assert row.get("days") == "42" and row.get("counts-from") == TODAY.isoformat() and "mindst 4 opfølgninger" in row.get("law")
    assert page.one("//p:deadline[@done-on]").get("ended-as") == "done"
    row = open_ones(absent_since(mads, course, ago(49)))["follow-up"]
    assert row.get("days") == "42", "a day that is corrected afterwards does not ask for the first one again"


def test_the_control_says_which_rule_and_when_it_is_for_another_benefit(stack, mads):
    course = on_benefit(stack, c.new_course(stack))
    assert {lack.get("key") for lack in mads.get(f"/plan/{course}/control").all("//p:lack")} == {"goal", "first-absence", "deadline"}
    row = open_ones(absent_since(mads, course, ago(20)))["follow-up"]
    assert (row.get("rule-event"), row.get("rule-n"), row.get("rule-unit"), row.get("rule-by-end-of")) == ("first-absence", "8", "week", "week")
    stack.sql(f"UPDATE benefit_period SET ends_on = CURRENT_DATE - INTERVAL 1 DAY WHERE citizen_id = (SELECT citizen_id FROM course WHERE id = {course})")
    on_benefit(stack, course, "jobafklaring", since=0)
    page = mads.get(f"/plan/{course}/control")
    assert page.one("//p:deadline").get("not-for") == "Sygedagpenge"
    reason = page.one("//p:deadline/p:form/p:field[@name='reason']/p:value").text
    page = mads.submit("end-deadline", {"reason": reason}, submit="waive")
    assert page.one("//p:deadline").get("ended-as") == "waived" and page.one("//p:deadline").get("not-for") is None
    assert absent_since(mads, course, ago(18)).all("//p:deadline[not(@done-on)]") == [], "and it is not asked for again"


def test_an_early_follow_up_is_asked_for_and_held(stack, mads):
    course = on_benefit(stack, c.new_course(stack))
    absent_since(mads, course, ago(10))
    page = mads.submit("deadline-event", {"event": "asked-early", "on": danish(TODAY + datetime.timedelta(days=1))})
    assert page.errors() == {"on": "in-future"}
    assert mads.submit("deadline-event", {"on": danish(ago(90))}).errors() == {"on": "before-course"}
    page = mads.submit("deadline-event", {"on": danish(ago(3))})
    assert page.notices() == ["deadline-event"] and open_ones(page)["follow-up"].get("days") == "11", "14 days after it, before day 56"
    page = mads.submit("deadline-event", {"event": "follow-up-held", "on": danish(ago(1))})
    assert open_ones(page)["follow-up"].get("days") == "41" and page.one("//p:deadline[@done-on]").get("done-on") == ago(1).isoformat()
    page = mads.submit("deadline-event", {"event": "asked-early", "on": danish(TODAY)})
    assert open_ones(page)["follow-up"].get("days") == "14", "earlier than the one that is open"
    assert len(open_ones(page)) == 1


def test_a_change_of_law_leaves_what_is_open(stack, mads):
    course, other = (on_benefit(stack, c.new_course(stack)) for _ in range(2))
    absent_since(mads, course, ago(10))
    rule = stack.sql("SELECT id FROM deadline_rule WHERE event = 'first-absence' AND valid_to IS NULL")[0][0]
    new = None
    try:
        stack.sql(f"UPDATE deadline_rule SET valid_to = CURRENT_DATE - INTERVAL 6 DAY WHERE id = {rule}")
        new = c.insert(stack, "INSERT INTO deadline_rule (kind, event, benefit_type, n, unit, law, valid_from)"
                       " VALUES ('follow-up', 'first-absence', 'sygedagpenge', 10, 'day', 'Ny lov', CURRENT_DATE - INTERVAL 5 DAY)")
        row = open_ones(absent_since(mads, course, ago(4)))["follow-up"]
        assert row.get("days") == "51" and row.get("rule-ended-on") == ago(6).isoformat(), "a corrected day is counted by the rule that it has"
        row = open_ones(absent_since(mads, other, ago(4)))["follow-up"]
        assert (row.get("days"), row.get("law")) == ("6", "Ny lov")
    finally:
        stack.sql(f"UPDATE deadline SET rule_id = NULL WHERE rule_id = {new or 0}; DELETE FROM deadline_rule WHERE id = {new or 0};"
                  f" UPDATE deadline_rule SET valid_to = NULL WHERE id = {rule}")


def test_what_rests_is_as_many_days_later_and_not_late_meanwhile(stack, mads):
    course = c.new_course(stack, state="active")
    rule = stack.sql("SELECT id FROM deadline_rule WHERE kind = 'goal-measurement'")[0][0]
    stack.sql(f"INSERT INTO deadline (course_id, kind, rule_id, due_on, law, changed_by) VALUES ({course}, 'goal-measurement', {rule},"
              " CURRENT_DATE + INTERVAL 2 DAY, 'Eget mål', 'mads.sb')")
    mads.get(f"/plan/{course}/status")
    mads.submit("pause-course", {"reason": "Indlagt", "returns-on": danish(TODAY + datetime.timedelta(days=30))})
    row = open_ones(mads.get(f"/plan/{course}/control"))["goal-measurement"]
    assert row.get("rests-since") == TODAY.isoformat()
    stack.sql(f"UPDATE deadline SET rests_since = CURRENT_DATE - INTERVAL 9 DAY, due_on = CURRENT_DATE - INTERVAL 7 DAY WHERE course_id = {course} AND rule_id = {rule}")
    page = mads.get(f"/plan/{course}/control")
    assert open_ones(page)["goal-measurement"].get("late") is None and page.one("//p:course").get("next-deadline-kind") == "return"
    mads.get(f"/plan/{course}/status")
    mads.submit("resume-course", {})
    row = open_ones(mads.get(f"/plan/{course}/control"))["goal-measurement"]
    assert row.get("days") == "2" and row.get("rests-since") is None and "9" in row.get("moved-reason")
    mads.submit("end-deadline", {"reason": "Målt"}, submit="done", page=mads.get(f"/plan/{course}/control"))
    assert open_ones(mads.page)["goal-measurement"].get("days") == "56", "it repeats"


def test_the_leader_sees_what_is_late_and_what_lies_still(stack, mads):
    karla = c.person(stack, "tl.karla")
    assert mads.get("/plan/late").status == 403
    assert karla.get("/plan").one("//p:tools/p:item[@name='late']").get("href").endswith("/plan/late")
    still, late, paused = c.new_course(stack), c.new_course(stack, state="active"), c.new_course(stack, state="paused")
    stack.sql("SET STATEMENT system_versioning_insert_history = ON FOR SELECT 1")
    old = "CURRENT_DATE - INTERVAL 60 DAY"
    for course in (still, paused):
        stack.sql(f"SET SESSION system_versioning_insert_history = ON; CREATE TEMPORARY TABLE was AS SELECT * FROM course WHERE id = {course};"
                  f" DELETE FROM course_turn WHERE course_id = {course}; DELETE FROM course WHERE id = {course};"
                  " INSERT INTO course (id, citizen_id, frame_id, department_id, caseworker_uid, state, opened_on, changed_by, ROW_START, ROW_END)"
                  f" SELECT id, citizen_id, frame_id, department_id, caseworker_uid, state, {old}, changed_by, {old}, '2038-01-19 03:14:07.999999' FROM was")
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({late}, 'follow-up', CURRENT_DATE - INTERVAL 9 DAY, 'mads.sb')")
    stack.sql(f"INSERT INTO message (course_id, to_uid, kind, text, path, changed_by) VALUES ({still}, 'mads.sb', 'remind-measurement', 'x', '/plan', 'samspil');"
              f" UPDATE message SET read_at = UTC_TIMESTAMP() WHERE course_id = {still}")  # Samspil reminds, and it is read: nothing that happens
    plan = c.new_plan(stack, late)
    running = c.new_intervention(stack, late, plan, state="running", title="Ingen måler")
    stack.sql(f"UPDATE intervention SET starts_on = CURRENT_DATE - INTERVAL 40 DAY, started_on = starts_on, ends_on = NULL,"
              f" first_measurement_on = CURRENT_DATE - INTERVAL 6 DAY WHERE id = {running}; DELETE FROM measurement_schedule WHERE intervention_id = {running};"
              " INSERT INTO stop_task (course_id, intervention_id, cause, at_round, figure, raised_on, changed_by)"
              f" VALUES ({late}, {running}, 'longer', 5, 5, CURRENT_DATE - INTERVAL 2 DAY, 'samspil')")
    fresh = c.new_course(stack, state="active")
    stack.sql("INSERT INTO stop_task (course_id, intervention_id, cause, at_round, figure, raised_on, changed_by)"
              f" VALUES ({fresh}, {c.new_intervention(stack, fresh, c.new_plan(stack, fresh))}, 'longer', 5, 5, CURRENT_DATE, 'samspil')")
    page = karla.get("/plan/late?caseworker=mads.sb")
    assert page.status == 200 and page.all("//p:list"), page.text[-900:]
    rows = {(row.get("what"), row.get("course-id")): row for row in page.all("//p:list/p:late")}
    assert {what: rows[(what, late)].get("days") for what in ("deadline", "measurement", "stop-task")} == {
        "deadline": "9", "measurement": "6", "stop-task": "2"} and rows[("measurement", late)].get("title") == "Ingen måler"
    assert karla.get(rows[("stop-task", late)].get("href")).status == 200
    assert ("stop-task", fresh) not in rows, "what was asked for today is not late"
    assert rows[("still", still)].get("days") == "60" and ("still", paused) not in rows
    assert set(page.all("//p:list/p:late/@caseworker")) == {"mads.sb"}
    counts = page.one("//p:late-caseworker[@uid='mads.sb']")
    assert int(counts.get("late")) + int(counts.get("still")) == int(page.one("//p:list").get("total"))
    for what in ("deadline", "measurement", "stop-task", "still"):
        assert set(karla.get("/plan/late?limit=200&late-kind=" + what).all("//p:list/p:late/@what")) == {what}
    assert all(int(days) >= 30 for days in karla.get("/plan/late?days=30&sort=-since").all("//p:list/p:late/@days"))
    assert karla.get("/plan/late?late-kind=x&days=-5&caseworker=nobody").all("//p:list/p:late") == []
    assert mads.get(f"/plan/{still}/control").one("//p:course").get("still") == "yes"
    assert karla.html("/plan/late").status == 200


def test_closing_ends_all_deadlines(stack, mads):
    course = c.new_course(stack, state="active")
    stack.sql("INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES "
              + ", ".join(f"({course}, 'follow-up', CURRENT_DATE + INTERVAL {n} DAY, 'mads.sb')" for n in range(25)))
    mads.get(f"/plan/{course}/status")
    page = mads.submit("close-course", {"outcome": "dead", "reason": "x"})
    assert page.errors() == {"outcome": "citizen-lives"}
    mads.submit("close-course", {"outcome": "job", "reason": "I arbejde"})
    assert stack.sql(f"SELECT DISTINCT ended_as FROM deadline WHERE course_id = {course}") == [["cancelled"]]


def test_where_no_rule_fits_none_is_said_to(stack, mads):
    mads.get(f"/plan/{c.new_course(stack)}/control")
    page = mads.submit("deadline-event", {"event": "asked-early", "on": danish(TODAY)})
    assert page.notices() == ["deadline-event-none"] and not page.all("//p:deadline")
