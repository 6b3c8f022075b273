"""What does not work: raised once, from open rounds alone, decided on in three ways; and the chart as it was then."""

import pytest

import course as c

QUESTION = "13"


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def bent(stack):
    return c.person(stack, "vh.bent")


@pytest.fixture
def running(stack):
    """(course, intervention) that vh.bent runs, with a goal."""
    course = c.new_course(stack, state="active")
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course))
    stack.sql("INSERT INTO progress_goal (course_id, intervention_id, question_id, chosen_on, changed_by)"
              f" VALUES ({course}, {intervention}, {QUESTION}, CURRENT_DATE - INTERVAL 200 DAY, 'vh.bent')")
    return course, intervention


def measured(stack, running, by, values, first=1, days_ago=20, correction=0):
    """One value a round; x: not possible."""
    rows = [f"({running[0]}, {running[1]}, {QUESTION}, {first + n}, '{by}', {'NULL' if v == 'x' else v}, {'1' if v == 'x' else 'NULL'},"
            f" {correction}, {'1' if correction else 'NULL'}, UTC_TIMESTAMP() - INTERVAL {days_ago} DAY, 'vh.bent')" for n, v in enumerate(values)]
    stack.sql("INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, not_possible, correction,"
              f" correction_reason, measured_at, changed_by) VALUES {', '.join(rows)}")


def look(stack):
    code, _, said = stack.tool("notify", "--all")
    assert code in (0, 1), said


def tasks(stack, running, columns="cause, at_round, figure"):
    return [tuple(row) for row in stack.sql(f"SELECT {columns} FROM stop_task WHERE intervention_id = {running[1]} ORDER BY id")]


def waiting(stack, running, uid="lis.sb"):
    """What waits for the course's caseworker (or for uid); she has few other courses, and a list of what waits is cut somewhere."""
    stack.sql(f"UPDATE course SET caseworker_uid = 'lis.sb' WHERE id = {running[0]}")
    client = c.person(stack, uid)
    found = client.get("/").all(f"//p:worklist/p:item[@what='stop-task'][contains(@href, 'intervention={running[1]}')]")
    stack.sql(f"UPDATE course SET caseworker_uid = 'mads.sb' WHERE id = {running[0]}")
    return found


def decide(client, running, answer, **fields):
    client.get(f"/plan/{running[0]}/progression?intervention={running[1]}")
    return client.submit("stop", {"answer": answer, "reason": "Vi har talt om det", **fields})


def test_it_is_raised_once_and_asks_again_when_there_is_more(stack, mads, bent, running):
    course, intervention = running
    measured(stack, running, "provider", "44")
    measured(stack, running, "citizen", "56")
    measured(stack, running, "provider", "4", first=3, days_ago=2)
    look(stack)
    assert tasks(stack, running) == [], "the third round is not open: nobody learns of it by a task"
    measured(stack, running, "citizen", "7", first=3, days_ago=1)
    look(stack)
    look(stack)
    assert tasks(stack, running) == [("no-progress", "3", "3"), ("distance", "3", "3")]
    assert len(waiting(stack, running)) == 1 and not waiting(stack, running, "sofie.sb")
    page = mads.get(f"/plan/{course}/progression")
    assert {(s.get("by"), s.text) for s in page.all("//p:stop-task[@cause='no-progress']/p:seen")} == {("citizen", "5, 6, 7"), ("provider", "4, 4, 4")}
    assert not bent.get(f"/plan/{course}/progression").all("//p:stop-task | //p:form[@name='stop']"), "it is the caseworker's to decide"
    page = decide(mads, running, "go-on")
    assert page.all("//p:notice[@key='stop-go-on']") and not page.all("//p:stop-task | //p:form[@name='stop']")
    assert [d.get("answer") for d in page.all("//p:stop-decision")] == ["go-on", "go-on"] and not waiting(stack, running)
    look(stack)
    measured(stack, running, "provider", "44", first=4)
    measured(stack, running, "citizen", "55", first=4)
    look(stack)
    assert len(tasks(stack, running)) == 2, "two measurements more are too few, and they are near each other again"
    measured(stack, running, "provider", "4", first=6)
    measured(stack, running, "citizen", "5", first=6)
    look(stack)
    assert tasks(stack, running)[2:] == [("no-progress", "6", "3")]


def test_to_adjust_leads_on_and_the_provider_is_told(stack, mads, running):
    course, intervention = running
    measured(stack, running, "provider", "444")
    look(stack)
    page = decide(mads, running, "adjust")
    ways = page.one("//p:adjust")
    assert ways.get("plan").endswith(f"/plan/{course}/plan") and ways.get("goals").endswith(f"/plan/interventions/{intervention}/goals")
    assert stack.sql(f"SELECT to_uid, kind, text, intervention_id FROM message WHERE course_id = {course} AND kind NOT LIKE 'remind%'") == [
        ["vh.bent", "stop-adjust", "Vi har talt om det", intervention]]
    assert c.state_of(stack, "intervention", intervention) == "running"


def test_it_stops(stack, mads, bent, running):
    course, intervention = running
    measured(stack, running, "provider", "444")
    look(stack)
    for fields, errors in (({"on": ""}, {"on": "required"}), ({"on": "01-01-2090"}, {"on": "in-future"}),
                           ({"on": "01-01-2001"}, {"on": "before-start"}), ({"reason": ""}, {"reason": "required"})):
        page = decide(mads, running, "stop", **fields)
        assert (page.status, page.errors()) == (422, errors)
    assert page.one("//p:form[@name='stop']/p:field[@name='answer']/p:value").text == "stop", "what was typed is kept"
    page = decide(mads, running, "stop")
    assert page.all("//p:notice[@key='stop-stop']") and page.one("//p:intervention[@current]").get("state") == "stopped"
    assert tasks(stack, running, "answer, answered_by") == [("stop", "mads.sb")]
    assert stack.sql(f"SELECT state, ended_on = CURRENT_DATE, state_reason FROM intervention WHERE id = {intervention}") == [
        ["stopped", "1", "Vi har talt om det"]]
    assert stack.sql(f"SELECT to_uid, kind FROM message WHERE course_id = {course} AND kind NOT LIKE 'remind%'") == [["vh.bent", "intervention-stop"]]


def test_what_a_correction_took_away_comes_back_with_the_next(stack, running):
    measured(stack, running, "provider", "444")
    look(stack)
    measured(stack, running, "provider", "8", first=3, correction=1)
    look(stack)
    assert tasks(stack, running, "cause, at_round, answer") == [("no-progress", "3", "ended")]
    measured(stack, running, "provider", "4", first=3, correction=2)
    look(stack)
    assert tasks(stack, running, "cause, at_round, COALESCE(answer, 'open'), revision") == [("no-progress", "3", "open", "3")]
    turn = stack.sql(f"SELECT n FROM course_turn WHERE course_id = {running[0]}")
    look(stack)
    assert stack.sql(f"SELECT n FROM course_turn WHERE course_id = {running[0]}") == turn, "a pass with nothing new keeps nobody waiting"


def test_two_who_decide(stack, mads, running):
    measured(stack, running, "provider", "444")
    look(stack)
    other = c.person(stack, "mads.sb")
    for client in (mads, other):
        client.get(f"/plan/{running[0]}/progression")
    assert mads.submit("stop", {"answer": "go-on", "reason": "Det går fremad"}).status == 200
    page = other.submit("stop", {"answer": "stop", "reason": "Det går ikke"})
    assert page.status == 409 and page.one("//p:form[@name='stop']/p:field[@name='reason']/p:theirs").text == "Det går fremad"
    page = other.submit("stop", {"answer": "stop", "reason": "Det går ikke"})
    assert page.status == 422 and page.all("//p:notice[@key='stop-answered']")
    assert tasks(stack, running, "answer, answer_reason") == [("go-on", "Det går fremad")]
    assert c.state_of(stack, "intervention", running[1]) == "running"


def test_only_who_runs_the_course_decides(stack, bent, running):
    measured(stack, running, "provider", "444")
    look(stack)
    token = bent.get("/").one("//p:user/p:form/p:token").text
    assert bent.send(f"/plan/{running[0]}/progression/stop", {"token": token, "intervention": running[1], "answer": "go-on", "reason": "x"}).status == 403
    assert tasks(stack, running, "answer") == [(None,)]


def test_a_correction_or_another_goal_takes_the_ground_away(stack, running):
    measured(stack, running, "provider", "444")
    look(stack)
    measured(stack, running, "provider", "8", first=3, correction=1, days_ago=0)
    look(stack)
    assert tasks(stack, running, "answer, answered_by") == [("ended", None)]
    measured(stack, running, "provider", "888", first=4)
    look(stack)
    assert tasks(stack, running, "answer, at_round") == [("ended", "3"), (None, "6")]
    stack.sql(f"UPDATE progress_goal SET ended_on = CURRENT_DATE, ended_reason = 'Andet mål' WHERE intervention_id = {running[1]}")
    look(stack)
    assert tasks(stack, running, "answer, at_round") == [("ended", "3"), ("ended", "6")]


def test_missed_rounds_and_too_long(stack, mads, running):
    course, intervention = running
    stack.sql("INSERT INTO measurement_schedule (course_id, intervention_id, first_round, first_due_on, interval_weeks, changed_by)"
              f" VALUES ({course}, {intervention}, 1, CURRENT_DATE - INTERVAL 50 DAY, 2, 'vh.bent');"
              f" UPDATE intervention SET starts_on = CURRENT_DATE - INTERVAL 120 DAY, ends_on = CURRENT_DATE - INTERVAL 60 DAY,"
              f" started_on = CURRENT_DATE - INTERVAL 120 DAY, first_measurement_on = CURRENT_DATE - INTERVAL 50 DAY WHERE id = {intervention}")
    measured(stack, running, "citizen", "5", first=1, days_ago=50)
    measured(stack, running, "provider", "5", first=1, days_ago=50)
    look(stack)
    assert tasks(stack, running) == [("missed", "3", "2"), ("longer", "17", "17")]
    page = mads.get(f"/plan/{course}/progression")
    for series in page.all("//p:chart/p:series"):
        assert [p.get("value") or "-" for p in series.findall("{*}point")] == ["5", "-", "-"]
    stack.sql(f"UPDATE course SET state = 'paused' WHERE id = {course}; DELETE FROM stop_task WHERE intervention_id = {intervention}")
    look(stack)
    assert tasks(stack, running) == [], "nothing is raised while the course rests"


def test_the_past_shows_what_was_open_then(stack, mads):
    """Mogens' third round: the citizen's of 40 days ago, the provider's of the day after."""
    def values(days, by):
        at = stack.sql(f"SELECT DATE_FORMAT(MAX(measured_at) + INTERVAL {days} HOUR, '%Y-%m-%dT%H:%i:%sZ') FROM measurement"
                       " WHERE intervention_id = 4 AND question_id = 5 AND measured_by = 'citizen'")[0][0]
        return mads.get(f"/plan/5/progression?intervention=4&as-of={at}").all(f"//p:progress[@question='5']/p:line[@by='{by}']/p:point/@value")

    assert (values(1, "citizen"), values(1, "provider")) == (["4", "4"], ["5", "5"])
    assert (values(48, "citizen"), values(48, "provider")) == (["4", "4", "3"], ["5", "5", "4"])


def test_the_whole_of_several_goals(mads):
    page = mads.get("/plan/5/progression?intervention=4")
    assert {(s.get("kind"), s.get("by"), s.get("value"), s.get("items")) for s in page.all("//p:score")} == {
        ("gas", "citizen", "36.3", "3"), ("gas", "provider", "36.3", "3")}


def walk(stack):
    """One pass as the clock makes it: what is new, and the next of what is looked at once a day."""
    code, _, said = stack.tool("notify", "--once")
    assert code in (0, 1), said
    return stack.sql("SELECT on_day, done FROM notify_walk WHERE name = 'stop'")[0]


def test_a_pass_looks_at_what_is_new_and_at_all_once_a_day(stack, running):
    look(stack)
    today, over = walk(stack)
    assert over == "1"
    measured(stack, running, "provider", "444")
    walk(stack)
    assert tasks(stack, running) == [("no-progress", "3", "3")], "a value that came is looked at in the next pass"
    stack.sql("UPDATE intervention SET starts_on = CURRENT_DATE - INTERVAL 120 DAY, ends_on = CURRENT_DATE - INTERVAL 60 DAY,"
              f" started_on = CURRENT_DATE - INTERVAL 120 DAY WHERE id = {running[1]}")
    # As many values as a pass looks at once more come after this one.
    stack.sql("UPDATE notify_walk SET measurement_id = measurement_id + 1000 WHERE name = 'stop'")
    walk(stack)
    assert len(tasks(stack, running)) == 1, "all of this day were looked at"
    stack.sql("UPDATE notify_walk SET on_day = on_day - INTERVAL 1 DAY WHERE name = 'stop'")
    assert walk(stack) == [today, "1"]
    assert tasks(stack, running)[1:] == [("longer", "17", "17")]


def test_another_rule_is_applied_to_all(stack, running):
    look(stack)
    walk(stack)
    measured(stack, running, "provider", "44")
    walk(stack)
    stack.sql("UPDATE notify_walk SET measurement_id = measurement_id + 1000 WHERE name = 'stop'")
    stack.sql("UPDATE stop_rule SET no_progress = 2, revision = revision + 1 WHERE entry_id IS NULL")
    try:
        walk(stack)
        assert tasks(stack, running) == [("no-progress", "2", "2")]
    finally:
        stack.sql("UPDATE stop_rule SET no_progress = 3, revision = revision + 1 WHERE entry_id IS NULL")


def test_who_is_at_work_on_the_course_is_not_disturbed_and_it_is_looked_at_later(stack, running):
    measured(stack, running, "provider", "444")
    with c.held(stack, f"SELECT id FROM course WHERE id = {running[0]} FOR UPDATE"):
        code, _, said = stack.tool("notify", "--all")
        assert code in (0, 1) and tasks(stack, running) == [], said
        assert stack.sql("SELECT done FROM notify_walk WHERE name = 'stop'") == [["0"]], "it begins once more"
    walk(stack)
    assert tasks(stack, running) == [("no-progress", "3", "3")]


def test_a_new_value_on_a_busy_course_is_looked_at_when_it_is_free(stack, running):
    look(stack)
    assert walk(stack)[1] == "1", "the day's walk is over"
    measured(stack, running, "provider", "444")
    with c.held(stack, f"SELECT id FROM course WHERE id = {running[0]} FOR UPDATE"):
        walk(stack)
        assert tasks(stack, running) == []
    stack.sql("UPDATE notify_walk SET measurement_id = measurement_id + 1000 WHERE name = 'stop'")
    walk(stack)
    assert tasks(stack, running) == [("no-progress", "3", "3")]
