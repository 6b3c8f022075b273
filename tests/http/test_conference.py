"""Conferences: planned, moved, called off; the screen of the room, its texts by two people, and its end in one transaction."""

import datetime

import pytest

import course as c
from walk import TODAY, danish

TOMORROW = TODAY + datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


def finding(stack, course, priority=1, title="Rygsmerter", code="FB28013"):
    return c.insert(stack, "INSERT INTO focus_area (course_id, component, kind, icf_code, icf_title, priority, description, profession, uid, changed_by)"
                    f" VALUES ({course}, 'function', 'barrier', '{code}', '{title}', {priority}, 'Ondt', 'physiotherapist', 'fys.pia', 'fys.pia')")


def opened(stack, mads, state="conference-ready", findings=1):
    """A course whose conference is being held: (course, conference, page)."""
    course = c.new_course(stack, state=state, team=c.TEAM)
    for n in range(findings):
        finding(stack, course, n + 1)
    mads.get(f"/plan/{course}/conference")
    page = mads.submit("conference-now", submit="now")
    assert page.status == 200 and page.one("//p:conference").get("state") == "held", page.text
    return course, page.one("//p:conference").get("id"), page


def press(client, page, button, value):
    """Press a button that has the number of what it stands beside."""
    form = page.form("conference-room")
    pairs = [pair for pair in client.fill(form, {}, None) if pair[0] != "submit"] + [(button, value)]
    answer = client.send(form.get("action"), pairs)
    assert answer.status == 303, answer.text
    return client.get(answer.headers["Location"].partition("#")[0])


def next_workday():
    day = TOMORROW
    while day.weekday() > 4 or (day.month, day.day) in ((12, 24), (12, 25), (12, 31), (1, 1)):
        day += datetime.timedelta(days=1)
    return day


def test_one_opened_by_mistake_is_called_off(stack, mads):
    """As long as nothing was said in it, and by who has seen that it is open."""
    course, conference, page = opened(stack, mads, findings=1)
    mads.get(f"/plan/{course}/conference")
    assert mads.submit("conference-off", {"reason": "Åbnet ved en fejl"}).notices() == ["conference-off"]
    assert stack.sql(f"SELECT state, state_reason FROM conference WHERE id = {conference}") == [["cancelled", "Åbnet ved en fejl"]]
    assert c.state_of(stack, "course", course) in ("assessment", "conference-ready")
    course, conference, page = opened(stack, mads, findings=1)
    before = c.person(stack, "mads.sb")
    before.get(f"/plan/{course}/conference")
    mads.submit("conference-room", {"citizens-words": "Jeg vil arbejde."}, submit="save", page=page)
    assert not mads.get(f"/plan/{course}/conference").all("//p:form[@name='conference-off']")
    assert before.submit("conference-off", {"reason": "Åbnet ved en fejl"}).status == 409
    assert stack.sql(f"SELECT state FROM conference WHERE id = {conference}") == [["held"]]


@pytest.mark.parametrize("button", [("submit", "save"), ("submit", "conclude"), ("look", None), ("own", "1")])
def test_what_was_typed_when_the_session_had_ended(stack, mads, button):
    """Whatever was pressed, and with a draft of before."""
    course, conference, page = opened(stack, mads, findings=2)
    form = page.form("conference-room")
    typed = {"citizens-words": "Jeg vil gerne noget med heste.", "conclusion": "Der søges en plads.", "guest-name": "Rita Ringe"}
    name, pressed = button
    last = stack.sql(f"SELECT MAX(id) FROM focus_area WHERE course_id = {course}")[0][0]
    stack.sql(f"INSERT INTO form_draft (path, uid, field, value) VALUES ('/plan/{course}/conference/{conference}', 'mads.sb', 'citizens-words', 'Jeg vil');"
              "UPDATE session SET ended_at = NOW() WHERE uid = 'mads.sb' AND ended_at IS NULL")
    answer = mads.send(form.get("action"), mads.fill(form, typed) + [(name, pressed or last)])
    assert answer.status == 401 or answer.status == 303, answer.text
    mads.page = answer if answer.status == 401 else mads.get(answer.headers["Location"])
    page = mads.submit("sign-in", {"username": "mads.sb", "password": stack.users["mads.sb"]["password"]})
    assert page.status == 200 and "kept" in page.notices(), page.text
    values = {field.get("name"): field.findtext("{*}value") for field in page.form("conference-room").findall("{*}field")}
    assert {name: values[name] for name in typed} == typed
    page = mads.submit("conference-room", {}, submit="save")
    assert stack.sql(f"SELECT citizens_words, conclusion FROM conference WHERE id = {conference}") == [[typed["citizens-words"], typed["conclusion"]]]


def test_the_same_offer_for_two_findings_is_one_intervention(stack, mads):
    course, conference, page = opened(stack, mads, findings=2)
    entry = next(e for e in page.all("//p:catalogue-entry") if e.get("provider"))
    findings = page.all("//p:finding/@id")
    page = press(mads, press(mads, page, "take", entry.get("version")), "look", findings[1])
    chosen = next((e for e in page.all("//p:catalogue-entry") if e.get("version") == entry.get("version")), None)
    assert chosen is None or chosen.get("decided-for") == "Rygsmerter"
    page = press(mads, page, "take", entry.get("version"))
    assert page.notices() == ["chosen-already"]
    assert stack.sql(f"SELECT focus_area_id FROM conference_decision WHERE conference_id = {conference}") == [[findings[0]]]


def test_planned_moved_and_called_off(stack, mads):
    course = c.new_course(stack)
    day = next_workday()
    mads.get(f"/plan/{course}/conference")
    page = mads.submit("conference-plan", {"day": danish(TODAY - datetime.timedelta(days=3)), "time": "10.00"})
    assert (page.status, page.errors()) == (422, {"day": "time-past"})
    page = mads.submit("conference-plan", {"day": "12-06-2027", "time": "10.00"})
    assert page.errors() == {"day": "is-weekend"} and page.all("//p:field[@name='day-off']"), "asked about, not refused"
    page = mads.submit("conference-plan", {"day": danish(day), "time": "10.00", "place": "Lokale 2"})
    assert page.notices() == ["conference-planned"] and page.one("//p:course").get("next-deadline") == day.isoformat()
    page = mads.submit("conference-plan", {"day": danish(day), "time": "11.30", "place": "Lokale 3"})
    assert stack.sql(f"SELECT state, place FROM conference WHERE course_id = {course}") == [["planned", "Lokale 3"]], "moved, not one more"
    page = mads.submit("conference-off", {"reason": "Borgeren er syg"})
    assert page.notices() == ["conference-off"] and page.one("//p:conference").get("state-reason") == "Borgeren er syg"
    assert stack.sql(f"SELECT ended_as FROM deadline WHERE course_id = {course}") == [["cancelled"]]


def test_a_conference_ends_in_plan_interventions_and_messages(stack, mads):
    course, conference, page = opened(stack, mads, findings=2)
    assert [a.get("role") for a in page.all("//p:attendee")] == ["caseworker", "psychologist", "physiotherapist", "nurse"]
    page = mads.submit("conference-room", {"citizens-words": "Jeg vil i gang"}, submit="conclude")
    assert (page.status, set(page.errors())) == (422, {"citizen-present", "conclusion"})
    assert page.one("//p:field[@name='citizens-words']").findtext("{*}value") == "Jeg vil i gang", "nothing typed is lost"
    page = mads.submit("conference-room", {"citizens-words": "Jeg vil i gang"}, submit="all-here")
    assert page.all("//p:attendee/@present") == ["yes"] * 4 and page.one("//p:conference").get("citizen-present") == "yes"
    offer = page.all("//p:catalogue-entry[@provider]")[0]
    page = press(mads, page, "take", offer.get("version"))
    assert page.one("//p:decision").get("title") == offer.get("title")
    page = mads.submit("conference-room", {"realistic": "7", "manageable": "8"}, submit="conclude")
    assert page.notices() == ["conference-concluded"] and page.one("//p:course").get("state") == "planning"
    assert stack.sql(f"SELECT state, conference_id, catalogue_version_id FROM intervention WHERE course_id = {course}") == [["proposed", conference, offer.get("version")]]
    assert stack.sql(f"SELECT state FROM plan WHERE course_id = {course}") == [["draft"]]
    assert [["fys.pia"], ["psy.eva"], ["spl.nils"]] == stack.sql(
        f"SELECT DISTINCT to_uid FROM message WHERE course_id = {course} AND kind = 'conference-concluded' ORDER BY to_uid")
    assert stack.sql(f"SELECT state FROM focus_area WHERE course_id = {course} ORDER BY priority") == [["chosen"], ["open"]]


def test_only_what_is_published_is_decided_on(stack, mads):
    course, conference, page = opened(stack, mads)
    version = page.all("//p:catalogue-entry[@provider]")[0].get("version")
    draft = c.insert(stack, "INSERT INTO catalogue_version (entry_id, version, state, title, kind, goal) SELECT entry_id, 99, 'draft', 'Hemmelig kladde', kind,"
                     f" 'Hemmeligt mål' FROM catalogue_version WHERE id = {version}")
    try:
        page = mads.get(f"/plan/{course}/conference/{conference}?write=v{draft}")
        assert "Hemmelig" not in page.text
        fields = {"title": "Kladde", "goal": "Mål", "provider": "vh.bent", "starts-on": danish(TOMORROW), "first-measurement-on": danish(TOMORROW)}
        page = mads.submit("conference-room", fields, submit="write", page=page)
        assert (page.status, page.notices()) == (422, ["not-offered"])
        assert stack.sql(f"SELECT COUNT(*) FROM conference_decision WHERE conference_id = {conference}") == [["0"]]
    finally:
        stack.sql(f"DELETE FROM catalogue_version WHERE id = {draft}")


def test_two_windows_end_it_once(stack, mads):
    course, conference, page = opened(stack, mads)
    second, third = (mads.get(f"/plan/{course}/conference/{conference}") for _ in range(2))
    fields = {"citizen-present": "yes", "conclusion": "Vi prøver"}
    assert mads.submit("conference-room", fields, submit="conclude", page=page).notices() == ["conference-concluded"]
    again = mads.submit("conference-room", fields, submit="conclude", page=page)
    assert again.status == 200 and again.one("//p:conference").get("state") == "concluded", "pressed twice"
    assert mads.submit("conference-room", fields, submit="conclude", page=second).status == 200, "the same in another window"
    late = mads.submit("conference-room", {"citizens-words": "Vent lidt"}, page=third)
    assert (late.status, late.notices()) == (409, ["conference-over"])
    assert late.one("//p:field[@name='citizens-words']").findtext("{*}value") == "Vent lidt", "to be copied"
    assert stack.sql(f"SELECT COUNT(*) FROM conference WHERE course_id = {course}") == [["1"]]


def test_absence_has_a_reason_and_examination_a_day(stack, mads):
    course, _, page = opened(stack, mads)
    page = mads.submit("conference-room", {"citizen-present": "no", "examination": "Årsag til smerter"}, submit="conclude")
    assert set(page.errors()) == {"absence-reason", "examination-on"}
    page = mads.submit("conference-room", {"citizen-present": "no", "absence-reason": "Indlagt", "examination": "Årsag til smerter",
                                           "examination-on": danish(TODAY + datetime.timedelta(days=21))}, submit="conclude")
    assert page.notices() == ["conference-concluded"] and page.one("//p:course").get("state") == "conference-ready", "it waits for that"
    assert page.one("//p:course").get("next-deadline-kind") == "examination"


def test_two_people_lose_no_text(stack, mads):
    _, _, page = opened(stack, mads)
    karla = c.person(stack, "tl.karla")
    action = page.form("conference-room").get("action")
    other, third = karla.get(action), karla.get(action)
    mads.submit("conference-room", {"citizens-words": "Mads skrev"}, page=page)
    kept = karla.submit("conference-room", {"conclusion": "Karla skrev"}, page=other)
    assert kept.status == 200 and kept.one("//p:field[@name='citizens-words']").findtext("{*}value") == "Mads skrev", "another field is no quarrel"
    clash = karla.submit("conference-room", {"citizens-words": "Karla mente"}, page=third)
    assert clash.status == 409 and clash.one("//p:field[@name='citizens-words']").findtext("{*}theirs") == "Mads skrev"


def test_two_plan_it_at_once(stack, mads):
    karla, course, day = c.person(stack, "tl.karla"), c.new_course(stack), danish(next_workday())
    answers = c.meanwhile(stack, course, [
        (who, who.get(f"/plan/{course}/conference").form("conference-plan"), {"day": day, "time": at, "place": "Lokale 2"})
        for who, at in ((mads, "10.00"), (karla, "11.00"))])
    assert [a.status for a in answers] == [303, 303]
    assert stack.sql(f"SELECT state FROM conference WHERE course_id = {course}") == [["planned"]], "the second one moves it"
    assert stack.sql(f"SELECT kind FROM deadline WHERE course_id = {course} AND done_on IS NULL") == [["conference"]]


def test_what_is_taken_while_it_is_concluded_is_not_lost(stack, mads):
    course, conference, page = opened(stack, mads)
    karla = c.person(stack, "tl.karla")
    form = page.form("conference-room")
    take = [pair for pair in mads.fill(form, {}, None) if pair[0] != "submit"] + [("take", page.all("//p:catalogue-entry[@provider]")[0].get("version"))]
    other = karla.get(form.get("action")).form("conference-room")
    conclude = karla.fill(other, {"citizen-present": "yes", "conclusion": "Vi prøver"}, "conclude")
    answers = c.send_pairs_together(stack, f"SELECT id FROM course WHERE id = {course} FOR UPDATE",
                                    [(mads, form.get("action"), take), (karla, other.get("action"), conclude)])
    assert c.state_of(stack, "conference", conference) == "concluded", [a.status for a in answers]
    decided = stack.sql(f"SELECT COUNT(*) FROM conference_decision WHERE course_id = {course}")[0][0]
    assert (answers[0].status, decided) in ((303, "1"), (409, "0")), "what was answered is so"
    assert stack.sql(f"SELECT COUNT(*) FROM intervention WHERE course_id = {course}") == [[decided]]


def died(stack, course, days_ago=0):
    stack.sql(f"UPDATE citizen z JOIN course c ON c.citizen_id = z.id SET z.death_date = CURRENT_DATE - INTERVAL {days_ago} DAY, z.changed_by = 'mads.sb'"
              f" WHERE c.id = {course}")


def test_nothing_is_decided_for_who_died_meanwhile(stack, mads):
    course, _, page = opened(stack, mads)
    page = press(mads, page, "take", page.all("//p:catalogue-entry[@provider]")[0].get("version"))
    died(stack, course)
    page = mads.submit("conference-room", {"citizen-present": "yes", "conclusion": "Vi prøver"}, submit="conclude", page=page)
    assert (page.status, page.notices()) == (422, ["conference-dead"])
    assert stack.sql(f"SELECT COUNT(*) FROM intervention WHERE course_id = {course}") == [["0"]]


def test_none_was_held_elsewhere_after_the_death(stack, mads):
    course = c.new_course(stack, state="planning")
    died(stack, course, days_ago=5)
    record = {"held-on": danish(TODAY), "citizen-present": "yes", "conclusion": "Vi prøver"}
    mads.get(f"/plan/{course}/conference")
    page = mads.submit("conference", record)
    assert (page.status, page.notices()) == (422, ["conference-dead"])
    assert mads.submit("conference", {**record, "held-on": danish(TODAY - datetime.timedelta(days=6))}).notices() == ["saved"], "but before it"


def test_one_that_is_open_is_neither_called_off_nor_written_twice(stack, mads):
    course = c.new_course(stack, state="conference-ready")
    mads.get(f"/plan/{course}/conference")
    page = mads.submit("conference-plan", {"day": danish(next_workday()), "time": "10.00"})
    stack.sql(f"UPDATE conference SET state = 'held', held_on = CURRENT_DATE, changed_by = 'tl.karla' WHERE course_id = {course}")
    off = mads.submit("conference-off", {"reason": "Borgeren er syg"}, page=page)
    assert (off.status, off.notices()) == (409, ["conference-open"]), "opened meanwhile"
    record = mads.submit("conference", {"held-on": danish(TODAY), "citizen-present": "yes", "conclusion": "Vi prøver"}, page=page)
    assert (record.status, record.notices()) == (409, ["conference-open"])
    assert stack.sql(f"SELECT state FROM conference WHERE course_id = {course}") == [["held"]]


def test_days_that_make_no_sense(stack, mads):
    course, _, page = opened(stack, mads)
    assert mads.submit("conference-room", {"held-on": "01-01-1900"}, page=page).errors() == {"held-on": "before-course"}
    yesterday = danish(TODAY - datetime.timedelta(days=1))
    assert mads.submit("conference-room", {"examination": "Ryg", "examination-on": yesterday}, page=page).errors() == {"examination-on": "before-conference"}
    page = press(mads, page, "own", "1")
    own = {"title": "Samtale", "goal": "Ro", "provider": "vh.bent", "ends-on": ""}
    for day, error in (("06-01-2020", "before-conference"), ("07-01-2099", "two-years-ahead")):
        answer = mads.submit("conference-room", {**own, "starts-on": day, "first-measurement-on": day}, submit="write", page=page)
        assert (answer.status, answer.errors()) == (422, {"starts-on": error}), answer.text
    other = c.new_course(stack, state="planning")
    page = mads.get(f"/plan/{other}/conference")
    assert mads.submit("conference-plan", {"day": "07-01-2099", "time": "10.00"}, page=page).errors() == {"day": "two-years-ahead"}
    past = mads.submit("conference-plan", {"day": "15-06-2026", "time": "10.00"}, page=page)
    assert past.errors() == {"day": "time-past"} and not past.all("//p:field[@name='day-off']"), "a working day needs no yes"
    record = {"held-on": "01-01-1850", "citizen-present": "yes", "conclusion": "Vi prøver"}
    assert mads.submit("conference", record, page=page).errors() == {"held-on": "before-course"}


def test_an_open_one_ends_with_its_course(stack, mads):
    course, conference, _ = opened(stack, mads)
    mads.get(f"/plan/{course}/status")
    page = mads.submit("close-course", {"outcome": "moved", "reason": "Flyttet til Aarhus"})
    assert page.status == 200 and stack.sql(f"SELECT state, state_reason FROM conference WHERE id = {conference}") == [["cancelled", "Flyttet til Aarhus"]]


def test_whom_nobody_noted_was_not_there_for_sure(stack, mads):
    course, conference, page = opened(stack, mads)
    first = page.all("//p:attendee/@n")[0]
    page = mads.submit("conference-room", {f"present-{first}": "yes", "citizen-present": "yes", "conclusion": "Vi prøver"}, submit="conclude", page=page)
    others = len(page.all("//p:attendee")) - 1
    html = mads.html(f"/plan/{course}/conference/{conference}")
    assert html.text.count("(ikke noteret)") == others > 0
