"""What comes in as a file while people work on the same cases: deadlines that follow, or are owed; what somebody changed here stays."""

import datetime
import os
import subprocess
import zoneinfo

import pytest

import course as c
from test_benefits import back, change, counts_from, course_on, day, periods, take
from walk import danish

DANISH_TODAY = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Copenhagen")).date()


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


def tool(stack, name, *words):
    done = subprocess.run([os.path.join(stack.folder, "installed/sbin/samspil-" + name), "--config", os.path.join(stack.folder, "conf/samspil-root.conf"), *words],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return done.returncode, done.stdout, done.stderr


def bring(stack, file, rows, *options):
    """A file of periods (CPR number, benefit, from, to, first day of absence; days from today): code, what was said, what was wrong."""
    cell = lambda value: value if isinstance(value, str) else "" if value is None else str(day(value))
    file.write_text("cpr;benefit;from;to;first-absence-day\n" + "".join(";".join(cell(value) for value in row) + "\n" for row in rows))
    return tool(stack, "import", *options, "benefit-periods", str(file))


def cpr_of(stack, course):
    return c.citizen_of(stack, course)[1]


def ended(client, course):
    return [(d.get("ended-as"), d.get("ended-reason")) for d in client.get(f"/plan/{course}/control").all("//p:deadline[@done-on]")]


def owed(stack, course):
    return int(stack.sql(f"SELECT COUNT(*) FROM deadline_owed WHERE course_id = {course}")[0][0])


# --- a day that a file takes out ---

def test_a_day_that_is_emptied_cancels_what_it_opened(stack, mads, tmp_path):
    course = course_on(stack, ("sygedagpenge", -40, None))
    file, cpr = tmp_path / "periods.csv", cpr_of(stack, course)
    take(stack, file, cpr, -30)
    take(stack, file, cpr, -37)
    assert counts_from(mads, course) == [str(day(-37))]
    assert "cancelled" not in take(stack, file, cpr, None, "--dry-run")
    assert "the deadlines of 1 open course follow; 1 deadline cancelled: the day is gone that they were counted from" in take(stack, file, cpr, None)
    assert counts_from(mads, course) == [], "not as it was counted before that either: nobody says that day"
    assert [as_ for as_, _ in ended(mads, course)] == ["cancelled"] and "fagsystemet" in ended(mads, course)[0][1]
    assert "follow" not in take(stack, file, cpr, None)
    take(stack, file, cpr, -30)
    assert counts_from(mads, course) == [str(day(-30))], "said again, it opens again"


def test_a_file_without_the_column_takes_no_day_out(stack, mads, tmp_path):
    course = course_on(stack, ("sygedagpenge", -40, None))
    take(stack, tmp_path / "periods.csv", cpr_of(stack, course), -30)
    (tmp_path / "other.csv").write_text(f"cpr;benefit;from\n{cpr_of(stack, course)};sygedagpenge;{day(-40)}\n")
    assert "1 as they were" in tool(stack, "import", "benefit-periods", str(tmp_path / "other.csv"))[1] and counts_from(mads, course) == [str(day(-30))]


def test_what_a_person_moved_stays(stack, mads, tmp_path):
    course = course_on(stack, ("sygedagpenge", -40, None))
    file, cpr = tmp_path / "periods.csv", cpr_of(stack, course)
    take(stack, file, cpr, -30)
    mads.get(f"/plan/{course}/control")
    assert mads.submit("deadline", {"deadline-kind": "follow-up", "due-on": danish(day(20)), "moved-reason": "Aftalt med borgeren"}).notices() == ["saved"]
    assert "1 deadline whose day is gone stays: a person opened or moved them" in take(stack, file, cpr, None)
    assert counts_from(mads, course) == [str(day(-30))] and ended(mads, course) == []


def test_what_a_person_opened_stays(stack, mads, tmp_path):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    change(mads, course, "sygedagpenge", -10, danish(day(-20)))
    code, out, err = bring(stack, tmp_path / "periods.csv", [(cpr_of(stack, course), "sygedagpenge", -10, None, None)])
    assert code == 0 and "1 deadline whose day is gone stays" in out, (out, err)
    assert counts_from(mads, course) == [str(day(-20))]


def test_what_rests_is_untouched_and_what_was_open_before_stands_again(stack, mads, tmp_path):
    course, other = course_on(stack, ("sygedagpenge", -40, None)), course_on(stack, ("sygedagpenge", -40, None))
    mads.get(f"/plan/{course}/control")
    mads.submit("deadline-event", {"event": "asked-early", "on": danish(day(-1))})
    was = stack.sql(f"SELECT due_on, rule_id, counts_from FROM deadline WHERE course_id = {course}")
    take(stack, tmp_path / "a.csv", cpr_of(stack, course), -50)
    assert stack.sql(f"SELECT due_on FROM deadline WHERE course_id = {course}") == [[str(day(5))]], "it is earlier"
    assert "cancelled" not in take(stack, tmp_path / "a.csv", cpr_of(stack, course), None)
    assert stack.sql(f"SELECT due_on, rule_id, counts_from FROM deadline WHERE course_id = {course} AND done_on IS NULL") == was
    take(stack, tmp_path / "b.csv", cpr_of(stack, other), -30)
    stack.sql(f"UPDATE deadline SET due_on = due_on + INTERVAL 4 DAY, moved_reason = 'Hvilede, mens forløbet var på pause; dage: 4', changed_by = 'mads.sb' WHERE course_id = {other}")
    assert "1 deadline cancelled" in take(stack, tmp_path / "b.csv", cpr_of(stack, other), None) and counts_from(mads, other) == []


def test_a_day_that_another_says_too_is_not_gone(stack, mads, tmp_path):
    course = course_on(stack, ("sygedagpenge", -40, None))
    take(stack, tmp_path / "periods.csv", cpr_of(stack, course), -30)
    mads.get(f"/plan/{course}/background/work")
    mads.submit("work", {"first-absence-day": danish(day(-30))})
    said = take(stack, tmp_path / "periods.csv", cpr_of(stack, course), None)
    assert "cancelled" not in said and "stays" not in said and counts_from(mads, course) == [str(day(-30))]


# --- deadlines that are owed ---

class Holder:
    """Somebody who works on courses just then."""

    def __init__(self, stack, *courses):
        self.stack, self.courses = stack, courses

    def __enter__(self):
        self.process = subprocess.Popen(["mariadb", "--no-defaults", "--socket", self.stack.folder + "/run/mariadb.sock", "-N", "-B", "--unbuffered", "samspil"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write("BEGIN; SELECT COUNT(*) FROM (SELECT id FROM course WHERE id IN (%s) FOR UPDATE) x;\n" % ",".join(map(str, self.courses)))
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == str(len(self.courses))

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()


def test_a_course_that_is_worked_on_follows_later(stack, mads, tmp_path):
    busy, free = (course_on(stack, ("sygedagpenge", -40, None)) for _ in range(2))
    with Holder(stack, busy):
        code, out, err = bring(stack, tmp_path / "periods.csv", [(cpr_of(stack, course), "sygedagpenge", -40, None, -30) for course in (busy, free)])
        assert code == 0 and "2 changed" in out and "the deadlines of 2 open courses follow; those of 1 course are owed still: samspil-notify sees to them" in out, (out, err)
        assert (owed(stack, busy), owed(stack, free)) == (1, 0)
        assert counts_from(mads, free) == [str(day(-30))]
        tool(stack, "notify", "--once")
        assert owed(stack, busy) == 1
    assert tool(stack, "notify", "--once")[0] == 0
    assert owed(stack, busy) == 0 and counts_from(mads, busy) == [str(day(-30))]
    assert stack.sql(f"SELECT changed_by, COUNT(*) FROM deadline FOR SYSTEM_TIME ALL WHERE course_id = {busy} GROUP BY 1") == [["samspil-import", "1"]]


def test_many_pay_what_is_owed_once(stack, mads, tmp_path):
    courses = [course_on(stack, ("sygedagpenge", -40, None)) for _ in range(12)]
    with Holder(stack, *courses):
        code, out, err = bring(stack, tmp_path / "periods.csv", [(cpr_of(stack, course), "sygedagpenge", -40, None, -30) for course in courses])
        assert code == 0 and "those of 12 courses are owed still" in out, (out, err)
    command = [os.path.join(stack.folder, "installed/sbin/samspil-notify"), "--config", os.path.join(stack.folder, "conf/samspil-root.conf"), "--once"]
    for one in [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]:
        one.communicate()
    tool(stack, "notify", "--once")
    ids = ",".join(courses)
    assert stack.sql(f"SELECT COUNT(*) FROM deadline_owed WHERE course_id IN ({ids})") == [["0"]]
    assert stack.sql(f"SELECT COUNT(*), COUNT(DISTINCT course_id) FROM deadline FOR SYSTEM_TIME ALL WHERE course_id IN ({ids})") == [["12", "12"]]


def test_what_is_not_so_any_more_does_not_follow(stack, mads, tmp_path):
    course = course_on(stack, ("sygedagpenge", -40, None))
    with Holder(stack, course):
        take(stack, tmp_path / "periods.csv", cpr_of(stack, course), -30)
        take(stack, tmp_path / "periods.csv", cpr_of(stack, course), -35)
        stack.sql("INSERT INTO deadline_owed (course_id, event, on_day, changed_by) VALUES (99999999, 'first-absence', '2026-01-01', 'samspil-import')")
    tool(stack, "notify", "--once")
    assert counts_from(mads, course) == [str(day(-35))]
    assert stack.sql("SELECT COUNT(*) FROM deadline_owed") == [["0"]], "nor of a course that is gone"
    assert stack.sql(f"SELECT COUNT(*) FROM deadline FOR SYSTEM_TIME ALL WHERE course_id = {course}") == [["1"]]


# --- what a person changed here since ---

def imported(page):
    return [(p.get("benefit"), p.get("imported-on"), p.get("imported-ends-on"), p.get("imported-absence")) for p in page.all("//p:benefit-period[@imported-on]")]


def test_a_nightly_file_keeps_what_a_person_changed(stack, mads, tmp_path):
    course, other = c.new_course(stack), c.new_course(stack)
    file, rows = tmp_path / "periods.csv", [(cpr_of(stack, course), "kontanthjaelp", -300, None, None)]
    assert bring(stack, file, rows)[0] == 0
    assert change(mads, course, "sygedagpenge", -3, danish(day(-20))).notices() == ["benefit-changed"]
    stands = periods(mads.get(f"/plan/{course}/background/benefits"))
    rows.append((cpr_of(stack, other), "dagpenge", -100, None, None))
    code, out, err = bring(stack, file, rows)
    assert code == 0 and "1 new, 0 changed, 0 as they were, 1 kept as changed here; 0 of citizens" in out, (out, err)
    assert f"periods.csv:2: kept as it was changed here by mads.sb {DANISH_TODAY}; to: {day(-4)} here, empty in the file\n" in out
    page = mads.get(f"/plan/{course}/background/benefits")
    assert periods(page) == stands and imported(page) == [("Kontanthjælp", str(DANISH_TODAY), None, None)]
    code, out, err = bring(stack, file, [(rows[0][0], "kontanthjaelp", -300, 10, None), rows[1]])
    assert code == 0 and f"to: {day(-4)} here, {day(10)} in the file" in out
    assert imported(mads.get(f"/plan/{course}/background/benefits")) == [("Kontanthjælp", str(DANISH_TODAY), str(day(10)), None)]
    again = stack.sql("SELECT COUNT(*) FROM benefit_imported FOR SYSTEM_TIME ALL")
    assert "1 kept" in bring(stack, file, [(rows[0][0], "kontanthjaelp", -300, 10, None), rows[1]])[1]
    assert stack.sql("SELECT COUNT(*) FROM benefit_imported FOR SYSTEM_TIME ALL") == again, "taken again, it changes nothing"
    assert stack.sql("SELECT total, added, changed, same FROM import_run ORDER BY id DESC LIMIT 1") == [["2", "0", "0", "2"]]
    assert "siger" in mads.html(f"/plan/{course}/background/benefits").text


def test_what_was_taken_back_is_the_system_s_again(stack, mads, tmp_path):
    course = c.new_course(stack)
    file, cpr = tmp_path / "periods.csv", cpr_of(stack, course)
    bring(stack, file, [(cpr, "kontanthjaelp", -300, None, None)])
    change(mads, course, "sygedagpenge", -3)
    assert "1 kept" in bring(stack, file, [(cpr, "kontanthjaelp", -300, None, None)])[1]
    back(mads, course)
    assert "0 changed, 1 as they were;" in bring(stack, file, [(cpr, "kontanthjaelp", -300, None, None)])[1]
    assert imported(mads.get(f"/plan/{course}/background/benefits")) == []
    assert "1 changed, 0 as they were;" in bring(stack, file, [(cpr, "kontanthjaelp", -300, -20, None)])[1], "nobody's word stands against it"


def test_the_system_that_tells_of_the_change_is_followed(stack, mads, tmp_path):
    course = c.new_course(stack)
    file, cpr = tmp_path / "periods.csv", cpr_of(stack, course)
    bring(stack, file, [(cpr, "kontanthjaelp", -300, None, None)])
    change(mads, course, "sygedagpenge", -3)
    told = [(cpr, "kontanthjaelp", -300, -6, None), (cpr, "sygedagpenge", -5, None, None)]
    code, out, err = bring(stack, file, told)
    assert code == 0 and "2 changed, 0 as they were;" in out, (out, err)
    assert periods(mads.get(f"/plan/{course}/background/benefits")) == [("Sygedagpenge", str(day(-5)), None), ("Kontanthjælp", str(day(-300)), str(day(-6)))]
    assert "0 changed, 2 as they were;" in bring(stack, file, told)[1]


def test_a_real_contradiction_is_an_error(stack, mads, tmp_path):
    course = c.new_course(stack)
    file, cpr = tmp_path / "periods.csv", cpr_of(stack, course)
    bring(stack, file, [(cpr, "kontanthjaelp", -300, None, None)])
    change(mads, course, "sygedagpenge", -3)
    code, out, err = bring(stack, file, [(cpr, "kontanthjaelp", -300, -2, None), (cpr, "dagpenge", -1, None, None)])
    assert code == 1 and "overlaps a period that is stored" in err and ":3:" in err and "nothing is taken" in err, (out, err)
    code, out, err = bring(stack, file, [(cpr, "kontanthjaelp", -300, -310, None)])
    assert code == 1 and ":2: to: is before from" in err, "what cannot be is told, whoever changed it"


# --- a day that nobody can mean ---

def test_an_old_day_of_absence_in_a_file_is_asked_about(stack, mads, tmp_path):
    course = c.new_course(stack)
    file, row = tmp_path / "periods.csv", [(cpr_of(stack, course), "sygedagpenge", -40, None, -40 - 3 * 366)]
    code, out, err = bring(stack, file, row)
    assert code == 1 and ":2: first-absence-day: is more than 3 years before from (if it is meant, say so with --old-absence take)" in err, err
    assert bring(stack, file, row, "--old-absence", "refuse")[0] == 1 and bring(stack, file, row, "--old-absence", "x")[0] == 2
    assert "1 new" in bring(stack, file, row, "--old-absence", "take")[1]
    assert "1 as they were" in bring(stack, file, row)[1], "what stands was meant"
    assert bring(stack, file, [(row[0][0], "sygedagpenge", -40, None, -40 - 3 * 365)])[0] == 0


@pytest.mark.parametrize("benefit, since, absence, error", [("sygedagpenge", -5, -3 * 366 - 5, "absence-before-rules"), ("sygedagpenge", -5, -800, None),
                                                            ("jobafklaring", -5, -3 * 366 - 5, "absence-long-before"), (None, 0, -3 * 366, "absence-long-before")])
def test_an_old_day_of_absence_in_the_background_is_asked_about(stack, mads, benefit, since, absence, error):
    course = course_on(stack, *([(benefit, since, None)] if benefit else []))
    path = f"/plan/{course}/background/work"
    assert not mads.get(path).all("//p:field[@name='absence-old']"), "asked only of who typed such a day"
    page = mads.submit("work", {"first-absence-day": danish(day(absence))})
    if error is None:
        assert page.notices() == ["saved"]
        return
    assert page.status == 422 and page.errors() == {"absence-old": error}
    assert page.one("//p:form[@name='work']/p:field[@name='first-absence-day']/p:value").text in (danish(day(absence)), str(day(absence)))
    assert mads.submit("work", {"absence-old": "yes"}).notices() == ["saved"]
    assert stack.sql(f"SELECT field, value FROM background_value WHERE course_id = {course}") == [["first-absence-day", str(day(absence))]], "the tick is no value"
    mads.get(path)
    assert mads.submit("work", {"occupation": "Murer"}).notices() == ["saved"], "what stands was meant"


def test_an_old_day_of_absence_of_a_new_benefit_is_asked_about(stack, mads):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    page = change(mads, course, "jobafklaring", -3, danish(day(-3 - 3 * 366)))
    assert page.status == 422 and page.errors() == {"absence-old": "absence-long-before"}
    assert mads.submit("benefit", {"absence-old": "yes"}).notices() == ["benefit-changed"]


# --- a deadline of a benefit that ended ---

def test_a_deadline_that_is_left_is_ended_with_one_click(stack, mads):
    course = course_on(stack, ("kontanthjaelp", -300, None))
    change(mads, course, "sygedagpenge", -10, danish(day(-20)))
    path = f"/plan/{course}/background/benefits"
    assert not mads.get(path).all("//p:deadline")
    page = change(mads, course, "dagpenge", 0)
    left = page.one("//p:deadline")
    assert page.notices() == ["benefit-changed-deadline"] and (left.get("not-for"), left.get("kind")) == ("Sygedagpenge", "follow-up")
    page = mads.submit("end-left", {})
    assert page.notices() == ["deadline-closed"] and not page.all("//p:deadline"), page.text
    row = mads.get(f"/plan/{course}/control").one("//p:deadline")
    assert (row.get("ended-as"), row.get("ended-reason"), row.get("done-on") is not None) == ("waived", "Gælder ikke for den ydelse, borgeren får nu", True)
    assert int(stack.sql(f"SELECT COUNT(*) FROM deadline FOR SYSTEM_TIME ALL WHERE course_id = {course} AND done_on IS NULL")[0][0]) > 0, "history keeps it"
    other = course_on(stack, ("sygedagpenge", -40, None))
    mads.get(f"/plan/{other}/background/work")
    mads.submit("work", {"first-absence-day": danish(day(-20))})
    deadline = stack.sql(f"SELECT id FROM deadline WHERE course_id = {other}")[0][0]
    mads.get(f"/plan/{other}/background/benefits")
    sent = [pair for pair in mads.fill(mads.page.form("benefit"), {}) if pair[0] in ("token", "once")] + [("reason", "x"), ("submit", "end-left")]
    refused = mads.send(f"/plan/{other}/background/benefits/{deadline}", sent)
    assert refused.status == 422 and refused.notices() == ["deadline-not-left"], refused.text
    assert stack.sql(f"SELECT done_on FROM deadline WHERE id = {deadline}") == [[None]], "one that is for his benefit is not ended so"
