"""What an intervention is measured by, and measuring: goals, the provider, the citizen; who sees which value when."""

import concurrent.futures
from datetime import date, timedelta

import pytest

import course as c
import walk
from samspil import Client
from walk import danish

QUESTION = "13"


def day(days):
    return danish(date.today() + timedelta(days))


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def bent(stack):
    return c.person(stack, "vh.bent")


@pytest.fixture
def running(stack):
    """(course, intervention) that vh.bent runs, without a goal."""
    course = c.new_course(stack, state="active")
    return course, c.new_intervention(stack, course, c.new_plan(stack, course))


@pytest.fixture
def measured(stack, running):
    """The same, measured by one goal."""
    stack.sql("INSERT INTO progress_goal (course_id, intervention_id, question_id, chosen_on, changed_by)"
              f" VALUES ({running[0]}, {running[1]}, {QUESTION}, CURRENT_DATE, 'vh.bent')")
    return running


def goals(client, intervention, query=""):
    return client.get(f"/plan/interventions/{intervention}/goals{query}")


def own(client, intervention, **fields):
    goals(client, intervention)
    return client.submit("goal-own", {"question": "Jeg kan cykle til byen", "anchor-0": "slet ikke", "anchor-10": "hver dag", "category": "krop",
                                      **{k.replace("_", "-"): v for k, v in fields.items()}})


def measure_page(client, intervention):
    return client.get(f"/plan/interventions/{intervention}/measure")


def measure(client, intervention, question=QUESTION, **fields):
    measure_page(client, intervention)
    return client.submit("measurement", {f"{k.replace('_', '-')}-{question}": v for k, v in fields.items()})


def code_for(stack, client, course, intervention):
    """A visit with a code that was just issued."""
    measure_page(client, intervention)
    page = client.submit("citizen-code")
    _, cpr, _ = c.citizen_of(stack, course)
    return page.one("//p:access-code").get("code"), walk.birth_date(cpr)


# Goals

def test_a_first_measurement_takes_five_activations(stack, bent, running):
    """From the home page, where nothing was chosen: the item, a question, choose, a value, save."""
    home = bent.get("/")
    href = next(h for h in home.all("//p:item[@kind='measurement']/@href") if f"/interventions/{running[1]}/" in h)
    bent.get(href)                                                                              # 1
    question = bent.page.all("//p:form[@name='goals-choose']//p:choice/@value")[0]
    bent.submit("goals-choose", {"questions": question})                                        # 2 the tick, 3 the button
    page = bent.submit("measurement", {f"value-{question}": "4"})                               # 4 the value, 5 the button
    assert page.all("//p:given[@value='4']") and page.all("//p:access-code/p:form[@name='hand-over']")


def test_the_bank_is_narrowed(bent, running):
    found = goals(bent, running[1], "?q=kan+TUR&category=krop").all("//p:form[@name='goals-choose']//p:choice/@value")
    assert found == ["4"]
    page = goals(bent, running[1], "?q=findesikke")
    assert not page.all("//p:form[@name='goals-choose']//p:choice")
    assert "Banken har ikke noget, der passer" in bent.html(f"/plan/interventions/{running[1]}/goals?q=findesikke").text


def test_own_words_stay_with_the_course_and_may_be_proposed(stack, bent, running):
    page = own(bent, running[1], better="higher", direction="maintain", measure="psfs", target="8", weight="2", propose="yes")
    assert page.status == 200 and page.all("//p:notice[@key='goal-proposed']")
    goal = goals(bent, running[1]).one("//p:progress-goal")
    assert [goal.get(k) for k in ("text", "own", "direction", "measure", "target", "weight")] == ["Jeg kan cykle til byen", "yes", "maintain", "psfs", "8", "2"]
    assert stack.sql("SELECT state, course_id IS NULL, department_id, proposed_by FROM progress_question WHERE text = 'Jeg kan cykle til byen' ORDER BY state") == \
        [["own", "0", None, None], ["proposed", "1", "voksenhandicap", "vh.bent"]]
    assert own(bent, running[1]).errors() == {"question": "goal-known"}
    assert own(bent, running[1], question="Kan 221185-2020 cykle").errors() == {"question": "no-cpr"}
    assert "Jeg kan cykle til byen" not in goals(bent, running[1]).text.split("goals-choose")[1].split("</form>")[0]
    stack.sql("DELETE FROM progress_question WHERE state = 'proposed' AND proposed_by = 'vh.bent'")


def test_other_words_are_another_goal(stack, bent, measured):
    path = f"/plan/interventions/{measured[1]}/goals/{QUESTION}"
    measure(bent, measured[1], value="4")
    bent.get(path)
    assert bent.submit("progress-goal", {"question": "Noget andet"}).errors() == {"reason": "words-changed"}
    page = bent.submit("progress-goal", {"question": "Noget andet", "reason": "Det passer bedre"})
    assert page.all("//p:progress-goal[@ended-on]/@id") == [QUESTION] and page.all("//p:progress-goal[not(@ended-on)]/@text") == ["Noget andet"]
    assert stack.sql(f"SELECT COUNT(*) FROM measurement WHERE course_id = {measured[0]}") == [["1"]], "what was measured stays"
    assert measure_page(bent, measured[1]).all("//p:form[@name='measurement']/p:field[@type='scale']/p:label/text()") == ["Noget andet"]


def test_two_windows_change_one_goal(bent, stack, measured):
    path = f"/plan/interventions/{measured[1]}/goals/{QUESTION}"
    form = bent.get(path).form("progress-goal")
    other = c.person(stack, "vh.bent")
    other.get(path)
    assert other.submit("progress-goal", {"target": "9"}).status == 200
    page = bent.send(path, bent.fill(form, {"target": "5"}))
    assert page.status == 409 and page.one("//p:form[@name='progress-goal']/p:field[@name='target']/p:theirs").text == "9"


def test_two_windows_measure_once(stack, bent, measured):
    form = measure_page(bent, measured[1]).form("measurement")
    path = f"/plan/interventions/{measured[1]}/measure"
    assert bent.send(path, bent.fill(form, {"value-13": "7"})).status == 303
    page = bent.send(path, [("once", "w" * 43) if pair[0] == "once" else pair for pair in bent.fill(form, {"value-13": "5"})])
    assert page.status == 409 and page.notices() == ["measured-already"] and page.one("//p:typed").get("value") == "5"
    assert stack.sql(f"SELECT value FROM measurement WHERE intervention_id = {measured[1]}") == [["7"]]


def test_a_form_from_before_the_change_keeps_what_was_typed(stack, bent, measured):
    form = measure_page(bent, measured[1]).form("measurement")
    other = c.person(stack, "vh.bent")
    other.get(f"/plan/interventions/{measured[1]}/goals/{QUESTION}")
    other.submit("progress-goal", {"question": "Et nyt mål", "reason": "Aftalt"})
    page = bent.send(f"/plan/interventions/{measured[1]}/measure", bent.fill(form, {"value-13": "7", "comment-13": "Må ikke blive væk"}))
    typed = page.one("//p:typed")
    assert page.status == 409 and (typed.get("value"), typed.get("comment")) == ("7", "Må ikke blive væk")
    assert stack.sql(f"SELECT COUNT(*) FROM measurement WHERE course_id = {measured[0]}") == [["0"]]


def test_at_most_ten_goals(bent, running):
    goals(bent, running[1])
    ids = bent.page.all("//p:form[@name='goals-choose']//p:choice/@value")
    page = bent.send(f"/plan/interventions/{running[1]}/goals/choose",
                     bent.fill(bent.page.form("goals-choose"), {}) + [("questions", i) for i in ids[:11]])
    assert page.status == 422 and not page.all("//p:progress-goal"), page.text[:500]


def test_a_goal_that_is_chosen_again_is_measured_anew(stack, bent, measured):
    stack.sql(f"UPDATE progress_goal SET measure = 'gas', target = 9, weight = 3, direction = 'maintain', chosen_on = CURRENT_DATE - INTERVAL 9 DAY,"
              f" ended_on = CURRENT_DATE - INTERVAL 2 DAY, ended_reason = 'Ikke nu' WHERE intervention_id = {measured[1]}")
    goals(bent, measured[1])
    bent.submit("goals-choose", {"questions": QUESTION})
    assert stack.sql("SELECT measure, target, weight, direction, chosen_on = CURRENT_DATE, ended_reason FROM progress_goal"
                     f" WHERE intervention_id = {measured[1]}") == [["nrs", None, "1", "develop", "1", None]]


def test_nothing_is_agreed_with_a_dead_citizen(stack, bent, measured):
    goal_form, plan_form = goals(bent, measured[1]).form("goal-own"), bent.page.form("measuring-plan")
    visitor = walk.open_by_code(stack.urls[0], *code_for(stack, bent, *measured))
    code, born = code_for(stack, bent, *measured)
    late = walk.open_by_code(stack.urls[0], code, born)
    code_form = measure_page(bent, measured[1]).form("citizen-code")
    citizen = c.citizen_of(stack, measured[0])[0]
    stack.sql(f"UPDATE citizen SET death_date = CURRENT_DATE WHERE id = {citizen}")
    page = bent.send(f"/plan/interventions/{measured[1]}/goals/own", bent.fill(goal_form, {"question": "Nyt", "anchor-0": "a", "anchor-10": "b", "category": "krop"}))
    assert page.status == 422 and page.notices() == ["citizen-died-measuring"]
    assert bent.send(f"/plan/interventions/{measured[1]}/goals/plan", bent.fill(plan_form, {"next-on": day(5)})).notices() == ["citizen-died-measuring"]
    assert bent.send(f"/plan/interventions/{measured[1]}/code", bent.fill(code_form, {})).notices() == ["citizen-died-measuring"]
    late.submit("measurement", {"value-13": "3"})
    visitor.get("/answer/measurement")
    assert stack.sql(f"SELECT COUNT(*) FROM measurement WHERE course_id = {measured[0]}") == [["0"]]
    assert refused(stack, code, born)
    assert not goals(bent, measured[1]).all("//p:main//p:form | //p:form[@name='goal-own']")
    page = measure(bent, measured[1], value="4")
    assert page.all("//p:given[@value='4']") and not page.all("//p:access-code | //p:form[@name='citizen-code']")


# When

def test_the_first_measurements_meet_their_deadline(stack, mads, bent, measured):
    other = c.new_intervention(stack, measured[0], c.new_plan(stack, measured[0], version=2), state="accepted")
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({measured[0]}, 'first-measurement', CURRENT_DATE, 'mads.sb')")
    measure(bent, measured[1], value="4")
    assert stack.sql(f"SELECT done_on FROM deadline WHERE course_id = {measured[0]}") == [[None]], "another waits for its first one"
    stack.sql(f"UPDATE intervention SET state = 'withdrawn' WHERE id = {other}; DELETE FROM measurement WHERE course_id = {measured[0]}")
    measure(bent, measured[1], value="5")
    assert stack.sql(f"SELECT ended_as FROM deadline WHERE course_id = {measured[0]}") == [["done"]]


def test_rounds_that_were_only_counted_are_not_due(stack, bent, measured):
    """What was measured before days were agreed: the schedule begins with the round after it."""
    stack.sql("INSERT INTO measurement_schedule (course_id, intervention_id, first_round, first_due_on, interval_weeks, changed_by)"
              f" VALUES ({measured[0]}, {measured[1]}, 4, CURRENT_DATE + INTERVAL 10 DAY, 4, 'vh.bent');"
              "INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, changed_by)"
              f" VALUES ({measured[0]}, {measured[1]}, {QUESTION}, 1, 'provider', 4, 'vh.bent'),"
              f" ({measured[0]}, {measured[1]}, {QUESTION}, 3, 'citizen', 4, 'citizen')")
    head = measure_page(bent, measured[1]).one("//p:measured")
    assert (head.get("round"), head.get("due-on")) == ("4", str(date.today() + timedelta(10)))
    item = [i for i in bent.get("/").all("//p:item[@kind='measurement']") if f"/interventions/{measured[1]}/" in i.get("href")]
    assert [i.get("due-on") for i in item] == [str(date.today() + timedelta(10))]
    assert "mangler" not in bent.html(f"/plan/{measured[0]}/progression?intervention={measured[1]}").text


def test_the_provider_agrees_the_dates_and_the_caseworker_is_told(stack, mads, bent, running):
    goals(bent, running[1])
    page = bent.submit("measuring-plan", {"next-on": day(5), "interval-weeks": "3"})
    head = page.one("//p:measured")
    assert (head.get("due-on"), head.get("interval-weeks")) == (str(date.today() + timedelta(5)), "3")
    assert stack.sql(f"SELECT first_round, interval_weeks FROM measurement_schedule WHERE intervention_id = {running[1]}") == [["1", "3"]]
    assert stack.sql(f"SELECT first_measurement_on = CURRENT_DATE + INTERVAL 5 DAY FROM intervention WHERE id = {running[1]}") == [["1"]]
    assert stack.sql(f"SELECT to_uid, kind FROM message WHERE course_id = {running[0]}") == [["mads.sb", "measuring-first"]]


def test_the_interval_changes_for_the_rounds_to_come(stack, bent, measured):
    measure(bent, measured[1], value="4")
    goals(bent, measured[1])
    bent.submit("measuring-plan", {"next-on": day(10), "interval-weeks": "1"})
    assert stack.sql(f"SELECT first_round, interval_weeks FROM measurement_schedule WHERE intervention_id = {measured[1]} ORDER BY 1") == [["1", "4"], ["2", "1"]]


@pytest.mark.parametrize("fields, errors", [
    ({"next-on": day(-1), "interval-weeks": "2"}, {"next-on": "in-past"}),
    ({"next-on": day(400), "interval-weeks": "2"}, {"next-on": "after-end"}),
    ({"next-on": day(5), "interval-weeks": "0"}, {"interval-weeks": "out-of-range"}),
    ({"next-on": "", "interval-weeks": "27"}, {"next-on": "required", "interval-weeks": "out-of-range"}),
])
def test_dates_that_cannot_be(stack, bent, running, fields, errors):
    stack.sql(f"UPDATE intervention SET ends_on = CURRENT_DATE + INTERVAL 90 DAY WHERE id = {running[1]}")
    goals(bent, running[1])
    page = bent.submit("measuring-plan", fields)
    assert (page.status, page.errors()) == (422, errors)


def test_the_next_time_is_no_later_than_the_longest_interval(stack, bent, running):
    stack.sql(f"UPDATE intervention SET ends_on = NULL WHERE id = {running[1]}")
    goals(bent, running[1])
    assert bent.submit("measuring-plan", {"next-on": day(26 * 7 + 1), "interval-weeks": "4"}).errors() == {"next-on": "measured-too-late"}
    assert bent.submit("measuring-plan", {"next-on": day(26 * 7), "interval-weeks": "4"}).notices() == ["measuring-agreed"]


def test_0_and_10_do_not_mean_the_same(stack, bent, running):
    assert own(bent, running[1], anchor_10="Slet ikke").errors() == {"anchor-10": "anchors-alike"}


# Measuring

def test_a_wrong_value_is_corrected_by_addition(stack, bent, measured):
    page = measure(bent, measured[1], value="4")
    href = page.one("//p:given").get("href")
    form = bent.get(href).form("correction")
    assert bent.submit("correction", {"value": "5"}).errors() == {"reason": "required"}
    page = bent.submit("correction", {"value": "5", "reason": "Tastet forkert"})
    given = page.one("//p:given")
    assert (given.get("value"), given.get("correction-reason")) == ("5", "Tastet forkert")
    assert stack.sql(f"SELECT value, correction FROM measurement WHERE course_id = {measured[0]} ORDER BY correction") == [["4", "0"], ["5", "1"]]
    page = bent.send(href, bent.fill(form, {"value": "9", "reason": "Fra et gammelt vindue"}))
    assert page.status == 409 and page.one("//p:form[@name='correction']/p:field[@name='value']/p:theirs").text == "5"


def test_the_citizens_own_values_cannot_be_corrected_by_the_provider(stack, bent, measured):
    row = c.insert(stack, "INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, changed_by)"
                   f" VALUES ({measured[0]}, {measured[1]}, {QUESTION}, 1, 'citizen', 9, 'citizen')")
    assert bent.get(f"/plan/interventions/{measured[1]}/measure/{row}").status == 404
    token = measure_page(bent, measured[1]).one("//p:user/p:form/p:token").text
    page = bent.send(f"/plan/interventions/{measured[1]}/measure/{row}", {"token": token, "value": "1", "reason": "x", "revision": "1"})
    assert page.status in (403, 404) and stack.sql(f"SELECT COUNT(*) FROM measurement WHERE course_id = {measured[0]}") == [["1"]]


def test_measured_once_a_round_however_often_it_is_sent(stack, bent, measured):
    form = measure_page(bent, measured[1]).form("measurement")
    pairs = bent.fill(form, {"value-13": "4"})
    with concurrent.futures.ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda _: bent.send(f"/plan/interventions/{measured[1]}/measure", pairs).status, range(2)))
    assert answers == [303, 303] and stack.sql(f"SELECT value FROM measurement WHERE course_id = {measured[0]}") == [["4"]]
    page = measure_page(bent, measured[1])
    assert page.one("//p:measured").get("given") == "yes" and not page.all("//p:form[@name='measurement']")


# The citizen

def refused(stack, code, born):
    client = Client(stack.urls[0])
    client.get("/answer")
    return client.submit("code", {"code": code, "birth-date": born}).errors() == {"code": "code-refused"}


def test_the_citizen_says_it_in_three_activations_a_question(stack, bent, measured):
    code, born = code_for(stack, bent, *measured)
    first, second = walk.open_by_code(stack.urls[0], code, born), walk.open_by_code(stack.urls[0], code, born)
    assert first.get("/answer/measurement").all("//p:form[@name='measurement']"), "what is typed there is not lost"
    assert second.submit("measurement", {}).errors() == {"value-13": "value-or-reason"}
    page = second.submit("measurement", {"not-possible-13": "Jeg var syg"})     # open, write, send
    assert page.all("//p:answered")
    assert stack.sql(f"SELECT measured_by, not_possible FROM measurement WHERE course_id = {measured[0]}") == [["citizen", "Jeg var syg"]]
    page = first.submit("measurement", {"value-13": "9"})
    assert page.status == 409 and page.notices() == ["measured-already"] and page.one("//p:typed").get("value") == "9"
    assert stack.sql(f"SELECT COUNT(*) FROM measurement WHERE course_id = {measured[0]}") == [["1"]]
    assert refused(stack, code, born), "used"


def test_no_code_where_there_is_nothing_to_say(stack, bent, measured):
    form = measure_page(bent, measured[1]).form("citizen-code")
    visitor = walk.open_by_code(stack.urls[0], *code_for(stack, bent, *measured))
    visitor.submit("measurement", {"value-13": "3"})
    assert not measure_page(bent, measured[1]).all("//p:form[@name='citizen-code']")
    page = bent.send(f"/plan/interventions/{measured[1]}/code", [("once", "n" * 43) if pair[0] == "once" else pair for pair in bent.fill(form, {})])
    assert page.status == 422 and page.notices() == ["citizen-not-asked"]


def test_an_expired_code_opens_nothing(stack, bent, measured):
    code, born = code_for(stack, bent, *measured)
    stack.sql(f"UPDATE access_code SET expires_on = CURRENT_DATE - INTERVAL 1 DAY WHERE intervention_id = {measured[1]}")
    assert refused(stack, code, born)


def test_the_citizens_form_from_before_a_change_keeps_what_was_typed(stack, bent, measured):
    visitor = walk.open_by_code(stack.urls[0], *code_for(stack, bent, *measured))
    stack.sql(f"UPDATE progress_goal SET ended_on = CURRENT_DATE WHERE intervention_id = {measured[1]};"
              "INSERT INTO progress_goal (course_id, intervention_id, question_id, chosen_on, changed_by)"
              f" VALUES ({measured[0]}, {measured[1]}, 4, CURRENT_DATE, 'vh.bent')")
    page = visitor.submit("measurement", {"value-13": "3", "comment-13": "Det gik dårligt"})
    assert page.status == 409 and page.one("//p:typed").get("comment") == "Det gik dårligt"
    assert visitor.submit("measurement", {"value-4": "3"}).all("//p:answered")


def test_the_screen_is_handed_over(stack, measured):
    bent = c.person(stack, "vh.bent")
    measure_page(bent, measured[1])
    page = bent.submit("citizen-code")
    code = page.one("//p:access-code").get("code")
    form = page.one("//p:access-code/p:form")
    assert form.get("action").endswith(f"/sign-out?then=answer#{code}")
    page = bent.send(form.get("action").split("#")[0], {"token": form.findtext("{*}token"), "once": form.findtext("{*}once"), "submit": "hand-over"})
    assert page.status == 303 and page.headers["Location"].endswith("/answer")
    assert bent.get("/answer").all("//p:form[@name='code']")
    assert bent.send(f"/plan/interventions/{measured[1]}/measure").status == 303, "nobody is signed in any more"


# Nobody sees the other's value early

def everywhere(stack, client, course, intervention):
    """All pages that might tell, now and as of now."""
    at = c.now(stack)
    paths = [f"/plan/{course}/progression", f"/plan/{course}/progression?intervention={intervention}", f"/plan/interventions/{intervention}",
             f"/plan/interventions/{intervention}/measure", f"/plan/interventions/{intervention}/goals", "/", "/messages"]
    if client.uid == "mads.sb":
        paths += [f"/plan/{course}", f"/plan/{course}/history", f"/plan/{course}/history/difference?from={day(-1)}", f"/plan/{course}/case",
                  f"/plan/{course}/documents", f"/plan/{course}/interventions", f"/plan/{course}/plan", f"/plan/{course}/control"]
    return [(path, client.get(path)) for path in paths] + \
        [(path, client.get(path + ("&" if "?" in path else "?") + f"as-of={at}")) for path in paths if path.startswith("/plan/")]


def test_nobody_sees_a_value_early_anywhere(stack, mads, bent, measured):
    course, intervention = measured
    mads.uid, bent.uid = "mads.sb", "vh.bent"
    page = measure(bent, intervention, value="7", comment="KANARIFUGL-UDFØRER")
    bent.get(page.one("//p:given").get("href"))
    bent.submit("correction", {"not-possible": "KANARIFUGL-RETTET", "reason": "KANARIFUGL-GRUND", "value": ""})
    for path, page in everywhere(stack, mads, course, intervention):
        assert "KANARIFUGL" not in page.text, path
    visitor = walk.open_by_code(stack.urls[0], *code_for(stack, bent, course, intervention))
    assert "KANARIFUGL" not in visitor.page.text
    visitor.submit("measurement", {"value-13": "9", "comment-13": "KANARI-BORGER"})
    page = mads.get(f"/plan/{course}/progression")
    assert "KANARI-BORGER" in page.text and "KANARIFUGL-RETTET" in page.text, "both are in"


def test_the_provider_does_not_see_the_citizens_early(stack, mads, bent, measured):
    course, intervention = measured
    mads.uid, bent.uid = "mads.sb", "vh.bent"
    visitor = walk.open_by_code(stack.urls[0], *code_for(stack, bent, course, intervention))
    visitor.submit("measurement", {"value-13": "9", "comment-13": "KANARI-BORGER"})
    for who in (mads, bent):
        for path, page in everywhere(stack, who, course, intervention):
            assert "KANARI" not in page.text, path
    assert "KANARI" not in str(stack.sql("SELECT * FROM outbox")) + str(stack.sql(f"SELECT text FROM message WHERE course_id = {course}"))
    stack.sql(f"UPDATE measurement SET measured_at = UTC_TIMESTAMP() - INTERVAL 7 DAY WHERE course_id = {course}")
    assert "KANARI-BORGER" in bent.get(f"/plan/{course}/progression?intervention={intervention}").text


# The employment goal

def test_the_caseworker_measures_the_employment_goal(stack, mads):
    course = c.new_course(stack, state="active")
    stack.sql(f"UPDATE course SET employment_goal = 'Kontorarbejde' WHERE id = {course}; INSERT INTO deadline (course_id, kind, due_on, changed_by)"
              f" VALUES ({course}, 'goal-measurement', CURRENT_DATE + INTERVAL 3 DAY, 'mads.sb')")
    path = f"/plan/{course}/progression/employment"
    without = mads.get(f"/plan/{c.new_course(stack, state='active')}/progression/employment")
    assert without.notices() == ["employment-goal-first"] and not without.all("//p:form[@name='employment-measurement']")
    assert mads.get(f"/plan/{course}/progression").one("//p:course[@id]").get("employment").endswith(path)
    assert mads.get(path).status == 200 and mads.submit("employment-measurement", {}).errors() == {"value": "value-or-reason"}
    page = mads.submit("employment-measurement", {"value": "4", "comment": "Er begyndt"})
    measured = page.one("//p:employment-measurement")
    assert (measured.get("value"), measured.get("goal")) == ("4", "Kontorarbejde")
    assert stack.sql(f"SELECT done_on IS NOT NULL, due_on > CURRENT_DATE + INTERVAL 20 DAY FROM deadline WHERE course_id = {course}"
                     " AND kind = 'goal-measurement' ORDER BY id") == [["1", "0"], ["0", "1"]]
    form = mads.get(measured.get("href").split("samspil")[-1]).form("employment-measurement")
    assert mads.page.one("//p:form[@name='employment-measurement']/p:field[@name='comment']/p:value").text == "Er begyndt"
    assert mads.submit("employment-measurement", {"value": "6"}).errors() == {"reason": "required"}
    page = mads.submit("employment-measurement", {"value": "6", "reason": "Tastet forkert"})
    assert [m.get("value") for m in page.all("//p:employment-measurement")] == ["6"]
    page = mads.send(path, mads.fill(form, {"value": "1", "reason": "Et gammelt vindue"}))
    assert page.status == 409 and page.notices() == ["corrected-already"]
    events = {e.get("what") for e in mads.get(f"/plan/{course}/history?limit=200").all("//p:event")}
    assert "employment" in events and mads.get(f"/plan/{course}/case").status == 200


def test_goals_and_agreements_stand_in_the_history(mads, bent, running):
    own(bent, running[1])
    goals(bent, running[1])
    bent.submit("measuring-plan", {"next-on": day(5), "interval-weeks": "3"})
    page = mads.get(f"/plan/{running[0]}/history?limit=200")
    assert {"goal", "schedule"} <= {e.get("what") for e in page.all("//p:event")}
    assert "Jeg kan cykle til byen" in mads.get(f"/plan/{running[0]}/case").text
