"""A change of what the citizen lives on, and what follows from it."""

import datetime
import os
import subprocess

import pytest

import course as c
from walk import TODAY, danish

RESTED = "Hvilede, mens forløbet var på pause; dage:"


def day(n):
    return TODAY + datetime.timedelta(days=n)


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


def course_on(stack, *periods):
    """A course whose citizen has lived on (benefit, from, to): days from today."""
    course = c.new_course(stack)
    for benefit, starts, ends in periods:
        stack.sql("INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, changed_by)"
                  f" SELECT citizen_id, '{benefit}', '{day(starts)}', {'NULL' if ends is None else f'{chr(39)}{day(ends)}{chr(39)}'}, 'mads.sb' FROM course WHERE id = {course}")
    return course


def change(client, course, benefit, starts, absence=""):
    client.get(f"/plan/{course}/background/benefits")
    return client.submit("benefit", {"benefit-type": benefit, "starts-on": danish(day(starts)), "first-absence-day": absence})


def periods(page):
    return [(p.get("benefit"), p.get("starts-on"), p.get("ends-on")) for p in page.all("//p:benefit-period")]


def test_the_new_benefit_ends_the_running_one_and_the_deadlines_follow(stack, mads):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    assert mads.get(f"/plan/{course}/background").one("//p:benefits").get("href").endswith(f"/plan/{course}/background/benefits")
    page = change(mads, course, "sygedagpenge", -3, danish(day(-20)))
    assert page.status == 200 and page.notices() == ["benefit-changed"], stack.log("plan")[-1500:]
    assert periods(page) == [("Sygedagpenge", str(day(-3)), None), ("Kontanthjælp", str(day(-300)), str(day(-4)))]
    assert [p.get("first-absence-day") for p in page.all("//p:benefit-period[@now]")] == [str(day(-20))]
    page = mads.get(f"/plan/{course}/control")
    assert page.one("//p:deadline").get("counts-from") == str(day(-20)), "as one that is typed opens it"
    assert "first-absence" not in page.all("//p:lack/@key")
    assert stack.sql(f"SELECT changed_by, source FROM benefit_period WHERE starts_on = '{day(-3)}' AND citizen_id ="
                     f" (SELECT citizen_id FROM course WHERE id = {course})") == [["mads.sb", "manual"]]


@pytest.mark.parametrize("benefit, starts, absence, error", [
    ("kontanthjaelp", -10, "", {"benefit-type": "benefit-same"}), ("dagpenge", -300, "", {"starts-on": "benefit-later"}),
    ("dagpenge", -400, "", {"starts-on": "benefit-later"}), ("dagpenge", 93, "", {"starts-on": "benefit-far-ahead"}),
    ("sygedagpenge", -10, -43000, {"first-absence-day": "before-birth"}), ("sygedagpenge", -10, -9, {"first-absence-day": "absence-after-benefit"}), ("sygedagpenge", 20, 5, {"first-absence-day": "in-future"}),
])
def test_what_cannot_be_is_refused_and_kept(stack, mads, benefit, starts, absence, error):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    page = change(mads, course, benefit, starts, absence if absence == "" else danish(day(absence)))
    assert page.status == 422 and page.errors() == error
    assert page.one("//p:form[@name='benefit']/p:field[@name='starts-on']/p:value").text in (danish(day(starts)), str(day(starts))), "what was typed is kept"
    assert len(periods(page)) == 1


def test_two_windows_give_one_change(stack, mads):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    path = f"/plan/{course}/background/benefits"
    first, second = mads.get(path).form("benefit"), c.person(stack, "mads.sb")
    other = second.get(path).form("benefit")
    fields = {"benefit-type": "dagpenge", "starts-on": danish(TODAY), "first-absence-day": ""}
    assert mads.send(path, mads.fill(first, fields)).status == 303
    assert second.send(path, second.fill(other, {**fields, "benefit-type": "jobafklaring"})).status == 409
    assert mads.send(path, mads.fill(first, fields)).status == 303, "sent twice, done once"
    assert len(periods(mads.get(path))) == 2


def test_one_that_is_not_main_lies_beside(stack, mads):
    stack.sql("INSERT IGNORE INTO benefit_type (code, title, valid_from, is_main) VALUES ('tillaeg', 'Prøvetillæg', '2000-01-01', FALSE)")
    try:
        course = course_on(stack, ("kontanthjaelp", -300, None))
        page = change(mads, course, "tillaeg", -5)
        assert periods(page) == [("Prøvetillæg", str(day(-5)), None), ("Kontanthjælp", str(day(-300)), None)]
    finally:
        stack.sql("DELETE FROM benefit_period WHERE benefit_type = 'tillaeg'; DELETE FROM benefit_type WHERE code = 'tillaeg'")


def test_an_imported_first_day_of_absence_counts_for_a_new_course(stack, mads):
    course = course_on(stack, ("sygedagpenge", -20, None))
    citizen = c.citizen_of(stack, course)[0]
    stack.sql(f"UPDATE benefit_period SET first_absence_day = '{day(-25)}', source = 'import' WHERE citizen_id = {citizen};"
              f" UPDATE course SET state = 'closed', closed_on = CURRENT_DATE, outcome = 'job' WHERE id = {course}")
    mads.get(f"/plan/new/{citizen}")
    page = mads.submit("course", {"frame": "2", "caseworker": "mads.sb", "referrer-actor": "Lægen", "referrer-name": "Rie Viser", "referral": "Sygemeldt"})
    assert page.notices() == ["course-opened"], page.text
    course = stack.sql(f"SELECT MAX(id) FROM course WHERE citizen_id = {citizen}")[0][0]
    assert [str(day(-25))] == [d.get("counts-from") for d in mads.get(f"/plan/{course}/control").all("//p:deadline[@rule-event='first-absence']")]


def take(stack, file, cpr, absence, *options, since=-40):
    """A file of the system of records about one who is on sickness benefit; what samspil-import said."""
    file.write_text(f"cpr;benefit;from;first-absence-day\n{cpr};sygedagpenge;{day(since)};{'' if absence is None else day(absence)}\n")
    done = subprocess.run([os.path.join(stack.folder, "installed/sbin/samspil-import"), "--config", os.path.join(stack.folder, "conf/samspil-root.conf"),
                           *options, "benefit-periods", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, done
    return done.stdout


def test_an_imported_first_day_of_absence_opens_and_moves_the_deadline(stack, mads, tmp_path):
    course = course_on(stack, ("sygedagpenge", -40, None))
    citizen, cpr, _ = c.citizen_of(stack, course)
    stack.sql(f"INSERT INTO course (citizen_id, frame_id, department_id, caseworker_uid, state, opened_on, closed_on, outcome, changed_by)"
              f" VALUES ({citizen}, 1, 'jobcenter', 'mads.sb', 'closed', '{day(-90)}', '{day(-60)}', 'job', 'mads.sb')")

    def first():
        return [(d.get("counts-from"), d.get("due-on"), d.get("moved-reason")) for d in mads.get(f"/plan/{course}/control").all("//p:deadline[@rule-event='first-absence']")]

    file = tmp_path / "periods.csv"
    assert "follow" not in take(stack, file, cpr, None) and first() == []
    assert "the deadlines of 1 open course follow" in take(stack, file, cpr, -30, "--dry-run") and first() == []
    assert "0 new, 1 changed, 0 as they were; 0 of citizens who are not here; the deadlines of 1 open course follow" in take(stack, file, cpr, -30)
    assert first() == [(str(day(-30)), str(day(-30 + 55)), None)]
    assert "0 new, 1 changed" in take(stack, file, cpr, -37)
    assert [(str(day(-37)), str(day(-37 + 55)))] == [one[:2] for one in first()] and danish(day(-30)) in first()[0][2]
    assert "follow" not in take(stack, file, cpr, -37) and len(first()) == 1
    assert stack.sql(f"SELECT d.changed_by, COUNT(*) FROM deadline d JOIN course c ON c.id = d.course_id WHERE c.citizen_id = {citizen} GROUP BY 1") == [["samspil-import", "1"]]


# By the rule of the first follow-up it would be due in 5 days, and was due 161 days ago: both earlier than the one that is open, and after the course began.
@pytest.mark.parametrize("opened, since, absence, held", [(-30, -40, -50, -5), (-190, -200, -216, -33)])
def test_an_imported_first_day_does_not_put_back_what_was_held_since(stack, mads, tmp_path, opened, since, absence, held):
    course = course_on(stack, ("sygedagpenge", since, None))
    _, cpr, _ = c.citizen_of(stack, course)
    stack.sql(f"UPDATE course SET opened_on = '{day(opened)}' WHERE id = {course};"
              " INSERT INTO deadline (course_id, kind, due_on, counts_from, rule_id, changed_by)"
              f" SELECT {course}, kind, '{day(9)}', '{day(held)}', id, 'mads.sb' FROM deadline_rule WHERE event = 'follow-up-held' AND kind = 'follow-up' LIMIT 1")
    before = stack.sql(f"SELECT id, due_on, counts_from, rule_id FROM deadline WHERE course_id = {course}")
    assert len(before) == 1
    assert "the deadlines of 1 open course follow" in take(stack, tmp_path / "periods.csv", cpr, absence, since=since)
    assert stack.sql(f"SELECT id, due_on, counts_from, rule_id FROM deadline WHERE course_id = {course}") == before


def back(client, course, notice="benefit-taken-back"):
    client.get(f"/plan/{course}/background/benefits")
    page = client.submit("benefit-back", {})
    assert page.status == 200 and page.notices() == [notice], page.text
    return page


def counts_from(client, course):
    return [d.get("counts-from") for d in client.get(f"/plan/{course}/control").all("//p:deadline[@rule-event='first-absence'][not(@done-on)]")]


def test_wrong_changes_are_taken_back_and_the_deadlines_go_back(stack, mads):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    was = [("Kontanthjælp", str(day(-300)), None)]
    assert not mads.get(f"/plan/{course}/background/benefits").all("//p:benefit-back[@again]"), "nothing was ended yet"
    change(mads, course, "sygedagpenge", -10, danish(day(-20)))
    change(mads, course, "dagpenge", -5)
    first = periods(mads.get(f"/plan/{course}/background/benefits"))
    page = change(mads, course, "sygedagpenge", -2, danish(day(-4)))
    assert counts_from(mads, course) == [str(day(-4))], "counted anew"
    newest = mads.get(f"/plan/{course}/background/benefits").one("//p:benefit-back")
    assert [newest.get(name) for name in ("benefit", "starts-on", "by-name", "again")] == ["Sygedagpenge", str(day(-2)), "Mads Samling", "Arbejdsløshedsdagpenge"]
    assert periods(back(mads, course, "benefit-taken-back-deadline")) == first and counts_from(mads, course) == [str(day(-20))], "as it was before"
    back(mads, course)
    assert periods(back(mads, course)) == was and counts_from(mads, course) == [], "what the change opened is cancelled"
    assert stack.sql(f"SELECT COUNT(DISTINCT id) FROM benefit_period FOR SYSTEM_TIME ALL WHERE citizen_id = {c.citizen_of(stack, course)[0]}") == [["4"]], \
        "history keeps them"


@pytest.mark.parametrize("reason, due", (("Aftalt med borgeren", 70), ("rested", 45), (None, 35)))
def test_what_happened_to_a_deadline_since_stays(stack, mads, reason, due):
    """It was due in 35 days; the wrong change made it 51; since then somebody set another day, or it rested, or nothing."""
    course = course_on(stack, ("kontanthjaelp", -300, None))
    change(mads, course, "sygedagpenge", -10, danish(day(-20)))
    change(mads, course, "dagpenge", -5)
    change(mads, course, "sygedagpenge", -2, danish(day(-4)))
    if reason is not None:
        stack.sql("UPDATE deadline d JOIN deadline_rule r ON r.id = d.rule_id SET d.due_on = d.due_on + INTERVAL IF('{0}' LIKE 'Aftalt%', 19, 10) DAY,"
                  " d.moved_reason = IF('{0}' LIKE 'Aftalt%', '{0}', CONCAT_WS(' ', d.moved_reason, '{1}', 10)), d.changed_by = 'mads.sb'"
                  " WHERE d.course_id = {2} AND r.event = 'first-absence' AND d.done_on IS NULL".format(reason, RESTED, course))
    back(mads, course, "benefit-taken-back-deadline")
    found = mads.get(f"/plan/{course}/control").one("//p:deadline[@rule-event='first-absence'][not(@done-on)]")
    assert (found.get("counts-from"), found.get("due-on")) == (str(day(-20)), str(day(due)))


def test_a_benefit_to_come_has_its_deadline_at_once(stack, mads):
    course = course_on(stack, ("dagpenge", -300, None))
    assert change(mads, course, "sygedagpenge", 7, danish(day(-20))).notices() == ["benefit-changed"]
    assert counts_from(mads, course) == [str(day(-20))]
    page = mads.get(f"/plan/{course}/control")
    assert page.one("//p:deadline").get("not-for") is None and "deadline-not-for" not in [lack.get("key") for lack in page.all("//p:lack")]
    back(mads, course)
    assert counts_from(mads, course) == []


def test_a_day_from_before_the_rules_is_asked_about(stack, mads):
    course = course_on(stack, ("dagpenge", -300, None))
    page = change(mads, course, "sygedagpenge", 0, "01-01-1999")
    assert page.status == 422 and page.errors() == {"absence-old": "absence-before-rules"} and len(periods(page)) == 1
    page = mads.submit("benefit", {"absence-old": "yes"})
    assert page.notices() == ["benefit-changed"] and counts_from(mads, course) == []
    assert not page.all("//p:field[@name='absence-old']"), "asked only of who typed such a day"


def test_a_deadline_of_a_benefit_that_ended_is_told(stack, mads):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    change(mads, course, "sygedagpenge", -10, danish(day(-20)))
    assert change(mads, course, "dagpenge", 0).notices() == ["benefit-changed-deadline"]
    page = mads.get(f"/plan/{course}/control")
    assert page.one("//p:deadline").get("not-for") == "Sygedagpenge" and "deadline-not-for" in [lack.get("key") for lack in page.all("//p:lack")]
    back(mads, course)
    assert "deadline-not-for" not in [lack.get("key") for lack in mads.get(f"/plan/{course}/control").all("//p:lack")]


def test_a_course_that_was_opened_by_a_wrong_benefit_gets_the_deadline_of_the_right_one(stack, mads):
    course = course_on(stack, ("sygedagpenge", -20, None))
    citizen = c.citizen_of(stack, course)[0]
    stack.sql(f"UPDATE benefit_period SET first_absence_day = '{day(-25)}' WHERE citizen_id = {citizen}")
    change(mads, course, "jobafklaring", -3)
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE, outcome = 'job' WHERE id = {course}")
    mads.get(f"/plan/new/{citizen}")
    page = mads.submit("course", {"frame": "4", "caseworker": "mads.sb", "referrer-actor": "Lægen", "referrer-name": "Rie Viser", "referral": "Sygemeldt"})
    assert page.notices() == ["course-opened"], page.text
    course = stack.sql(f"SELECT MAX(id) FROM course WHERE citizen_id = {citizen}")[0][0]
    assert counts_from(mads, course) == []
    back(mads, course)
    assert counts_from(mads, course) == [str(day(-25))]


def test_who_takes_back(stack, mads):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    karla, path = c.person(stack, "tl.karla"), f"/plan/{course}/background/benefits"
    change(mads, course, "dagpenge", -5)
    mine, hers = mads.get(path).form("benefit-back"), karla.get(path).form("benefit-back")
    assert karla.send(path + "/back", karla.fill(hers, {})).status == 303
    assert mads.send(path + "/back", mads.fill(mine, {})).status == 409, "another window was faster"
    assert karla.send(path + "/back", karla.fill(hers, {})).status == 303, "sent twice, done once"
    change(karla, course, "dagpenge", -5)
    assert not mads.get(path).all("//p:benefit-back"), "neither his own nor is he a leader"
    sent = [pair for pair in mads.fill(mads.get(path).form("benefit"), {}, submit="take-back") if pair[0] in ("token", "once", "revision", "submit")]
    refused = mads.send(path + "/back", sent)
    assert refused.status == 422 and refused.notices() == ["benefit-stays"]
    assert len(periods(mads.get(path))) == 2


def test_what_is_to_come_does_not_block_what_comes_before(stack, mads):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    change(mads, course, "dagpenge", 40)
    assert change(mads, course, "dagpenge", 3).errors() == {"benefit-type": "benefit-comes"}
    assert change(mads, course, "sygedagpenge", 40).errors() == {"starts-on": "benefit-later"}
    page = change(mads, course, "jobafklaring", 3)
    ahead = ("Arbejdsløshedsdagpenge", str(day(40)), None)
    assert periods(page) == [ahead, ("Ressourceforløbsydelse i jobafklaring", str(day(3)), str(day(39))), ("Kontanthjælp", str(day(-300)), str(day(2)))], page.errors()
    assert periods(back(mads, course)) == [ahead, ("Kontanthjælp", str(day(-300)), str(day(39)))]
    assert periods(back(mads, course)) == [("Kontanthjælp", str(day(-300)), None)]


def test_only_who_runs_the_course_changes_it(stack):
    eva = c.person(stack, "psy.eva")
    course = c.new_course(stack, team=[("psy.eva", "psychologist")])
    assert not eva.get(f"/plan/{course}/background/benefits").all("//p:form[@name='benefit']")
