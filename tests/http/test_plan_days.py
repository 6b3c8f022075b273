"""Days of analysis: the rotation, what goes wrong on the day, holidays and clocks, the calendar."""

import datetime
import itertools
import zoneinfo

import pytest

import course as c
from samspil import Client

TEAM = {"psychologist": "psy.eva", "physiotherapist": "fys.pia", "nurse": "spl.nils", "caseworker": "sofie.sb"}
# Each test has its own weekdays, so that nobody is elsewhere at that time.
DAYS = (day for n in itertools.count(60) if (day := datetime.date.today() + datetime.timedelta(days=n)).weekday() < 4
        and not (day.month == 12 and day.day > 22) and not (day.month == 1 and day.day < 3) and day.month not in (3, 4, 5, 6))


def danish(day):
    return day.strftime("%d-%m-%Y")


@pytest.fixture(scope="module")
def sofie(stack):
    return c.person(stack, "sofie.sb")


@pytest.fixture(scope="module")
def eva(stack):
    return c.person(stack, "psy.eva")


def courses(stack, count, interpreter=(), **words):
    """They have waited longest, and so stand first among those to choose from."""
    found = [c.new_course(stack, caseworker="sofie.sb", **words) for _ in range(count)]
    stack.sql(f"UPDATE course SET state_since = '2001-01-01' WHERE id IN ({','.join(found)})")
    for number in interpreter:
        stack.sql(f"UPDATE citizen SET interpreter_needed = 1 WHERE id = (SELECT citizen_id FROM course WHERE id = {found[number]})")
    return found


def send(who, day, citizens, **fields):
    who.get("/plan/days/new")
    team = {**TEAM, **{f"member-{n}": "" for n in (5, 6, 7, 8)}}
    return who.submit("day", {"held-on": danish(day), "starts-at": "09:00", "slot-minutes": "45", "pause-minutes": "15", "place": "Sundhedscenteret",
                              **team, "citizens": citizens, "conference-on": "", "conference-at": "", "note": "", **fields})


def plan(who, day, citizens, **fields):
    """The new day's number."""
    page = send(who, day, citizens, **fields)
    assert page.status == 200 and page.notices() == ["day-planned"], page.text
    return page.one("//p:assessment-day").get("id")


def begin(stack, number):
    """The day has come: whether somebody came can be said."""
    stack.sql(f"UPDATE assessment_day SET held_on = CURRENT_DATE WHERE id = {number}")


def grid(page):
    """{(slot, member): citizen}, talks of two slots in their first one."""
    return {(slot.get("starts-at"), place.get("member")): place.find("p:talk", {"p": "urn:samspil:page:1"}).get("citizen")
            for slot in page.all("//p:slot") for place in slot.findall("p:place", {"p": "urn:samspil:page:1"})
            if len(place)}


def talk_of(stack, day, course, uid):
    return stack.sql(f"SELECT id, state, slot, TIME(starts_at) FROM assessment_appointment WHERE day_id = {day} AND course_id = {course} AND uid = '{uid}'"
                     " ORDER BY id DESC LIMIT 1")[0]


def times(stack, day, course=None):
    return stack.sql(f"SELECT course_id, uid, slot, state FROM assessment_appointment WHERE day_id = {day}"
                     + (f" AND course_id = {course}" if course else "") + " ORDER BY course_id, uid")


def test_the_rotation_contacts_and_conference(stack, sofie, eva):
    day, four = next(DAYS), courses(stack, 4)
    number = plan(sofie, day, four)
    for i, course in enumerate(four):
        for j, uid in enumerate(TEAM.values()):
            assert talk_of(stack, number, course, uid)[2] == str((j - i) % 4)
    assert len(grid(sofie.page)) == 16 and sofie.page.one("//p:assessment-day").get("ends-at") == "12:45"
    assert stack.sql(f"SELECT role FROM course_contact WHERE course_id = {four[0]} ORDER BY role") == [["nurse"], ["physiotherapist"], ["psychologist"]]
    assert eva.get(f"/plan/{four[3]}").status == 200, "who is in the team sees the course"
    assert eva.get(f"/plan/days/{number}").status == 200
    held = stack.sql(f"SELECT state, DATE(planned_at), day_id FROM conference WHERE course_id IN ({','.join(four)}) ORDER BY planned_at")
    after = day + datetime.timedelta(days=1)
    assert held == [["planned", after.isoformat(), number]] * 4
    assert number in eva.get("/plan/days").all("//p:day/@id") and "new-href" not in eva.page.one("//p:assessment-days").attrib


def test_interpreters_take_two_slots(stack, sofie):
    three = courses(stack, 3, interpreter=[1])
    number = plan(sofie, next(DAYS), three)
    assert stack.sql(f"SELECT DISTINCT course_id, slots, TIMESTAMPDIFF(MINUTE, starts_at, ends_at) FROM assessment_appointment WHERE day_id = {number}"
                     " ORDER BY slots, course_id") == [[three[0], "1", "45"], [three[2], "1", "45"], [three[1], "2", "105"]]
    twice = stack.sql(f"SELECT slot FROM assessment_taken WHERE day_id = {number} GROUP BY slot HAVING COUNT(*) > COUNT(DISTINCT uid)")
    assert twice == [] and len(stack.sql(f"SELECT 1 FROM assessment_taken WHERE day_id = {number}")) == 16


def test_a_late_citizen_and_one_who_cancels_move_nobody(stack, sofie):
    four, late = courses(stack, 4), courses(stack, 1)[0]
    number = plan(sofie, next(DAYS), four[:3])
    before = times(stack, number)
    page = sofie.submit("day-citizen", {"citizen": late})
    assert page.notices() == ["citizen-added"] and [row for row in times(stack, number) if row[0] != late] == before
    assert len(times(stack, number, late)) == 4
    sofie.get(f"/plan/days/{number}/citizens/{four[0]}")
    page = sofie.submit("day-citizen-off", {"by": "", "reason": ""}, submit="cancel")
    assert page.status == 422 and page.errors() == {"by": "required", "reason": "required"}
    page = sofie.submit("day-citizen-off", {"by": "citizen", "reason": "Syg"}, submit="cancel")
    assert page.notices() == ["citizen-cancelled"], page.text
    assert {row[3] for row in times(stack, number, four[0])} == {"cancelled"}
    assert [row for row in times(stack, number) if row[0] in four[1:3]] == [row for row in before if row[0] in four[1:3]]
    assert stack.sql(f"SELECT state FROM conference WHERE course_id = {four[0]}") == [["cancelled"]]
    assert stack.sql(f"SELECT kind FROM message WHERE course_id = {four[0]} AND to_uid = 'psy.eva'") == [["citizen-cancelled"]]
    # ... and comes back, to the same slots: nobody else has taken them.
    sofie.get(f"/plan/days/{number}")
    sofie.submit("day-citizen", {"citizen": four[0], "interpreter": "no"})
    assert [row[3] for row in times(stack, number, four[0])].count("booked") == 4
    assert c.state_of(stack, "course", four[0]) == "assessment"


def test_no_show_never_closes_a_course(stack, sofie):
    two = courses(stack, 2)
    number = plan(sofie, next(DAYS), two)
    page = sofie.get(f"/plan/days/{number}/citizens/{two[0]}")
    assert page.all("//p:form[@name='day-citizen-off']/p:submit/@name") == ["cancel"], "nobody can have stayed away yet"
    page = sofie.submit("day-citizen-off", {"by": ""}, submit="no-show")
    assert page.status == 422 and {row[3] for row in times(stack, number, two[0])} == {"booked"}
    begin(stack, number)
    sofie.get(f"/plan/days/{number}/citizens/{two[0]}")
    page = sofie.submit("day-citizen-off", {"by": ""}, submit="no-show")
    assert page.notices() == ["citizen-no-show"] and {row[3] for row in times(stack, number, two[0])} == {"no-show"}
    assert c.state_of(stack, "course", two[0]) == "assessment"


def test_two_swap_and_nobody_else_moves(stack, sofie):
    three = courses(stack, 3)
    number = plan(sofie, next(DAYS), three)
    slots = {course: [row[2] for row in times(stack, number, course)] for course in three}
    sofie.get(f"/plan/days/{number}/citizens/{three[0]}")
    page = sofie.submit("day-citizen-swap", {"with": three[1]})
    assert page.notices() == ["citizens-swapped"], page.text
    now = {course: [row[2] for row in times(stack, number, course)] for course in three}
    assert now == {three[0]: slots[three[1]], three[1]: slots[three[0]], three[2]: slots[three[2]]}


def test_one_talk_held_moved_swapped_cancelled(stack, sofie, eva):
    two = courses(stack, 2)
    number = plan(sofie, next(DAYS), two)
    talk = talk_of(stack, number, two[0], "psy.eva")[0]
    page = eva.get(f"/plan/days/{number}/talks/{talk}")
    assert [form.get("name") for form in page.all("//p:content//p:form")] == ["talk"], "one of the team says only what became of it"
    assert eva.submit("talk", submit="confirm").notices() == ["saved"]
    assert talk_of(stack, number, two[0], "psy.eva")[1] == "confirmed"
    other = talk_of(stack, number, two[0], "fys.pia")[0]
    assert not eva.get(f"/plan/days/{number}/talks/{other}").all("//p:form[@name='talk']")
    sofie.get(f"/plan/days/{number}/talks/{talk}")
    free = sofie.page.all("//p:form[@name='talk-move']//p:choice/@value")
    assert "0" not in free and "1" not in free, "her own slot now, and the citizen's other talk's"
    assert sofie.submit("talk-move", {"slot": free[0]}).notices() == ["talk-moved"]
    assert talk_of(stack, number, two[0], "psy.eva")[2] == free[0]
    sofie.get(f"/plan/days/{number}/talks/{talk}")
    page = sofie.submit("talk-cancel", {"by": "professional", "reason": "Kursus"})
    assert page.notices() == ["talk-cancelled"]
    assert stack.sql(f"SELECT 1 FROM assessment_taken WHERE appointment_id = {talk}") == []
    sofie.get(f"/plan/days/{number}/talks/{talk}")
    assert not sofie.page.all("//p:form[@name='talk-cancel']")
    assert sofie.submit("talk-move", {"slot": "0"}).notices() == ["talk-moved"], "another time for a talk that was off"
    assert talk_of(stack, number, two[0], "psy.eva")[1:3] == ["booked", "0"]
    sofie.get(f"/plan/days/{number}/talks/{talk}")
    with_whom = sofie.page.all("//p:form[@name='talk-swap']//p:choice/@value")
    for value in with_whom[:1]:
        assert sofie.submit("talk-swap", {"with": value}).notices() == ["talks-swapped"]


def test_two_take_the_same_free_slot(stack, sofie):
    """Both saw it free: the second is told, and nothing of it is kept."""
    two = courses(stack, 2)
    number = plan(sofie, next(DAYS), two)
    one, other = (talk_of(stack, number, course, "psy.eva")[0] for course in two)
    tabs = [c.person(stack, "sofie.sb"), c.person(stack, "tl.karla")]
    for tab, talk in zip(tabs, (one, other)):
        tab.get(f"/plan/days/{number}/talks/{talk}")
    free = [slot for slot in tabs[0].page.all("//p:form[@name='talk-move']//p:choice/@value")
            if slot in tabs[1].page.all("//p:form[@name='talk-move']//p:choice/@value")][-1]
    assert tabs[0].submit("talk-move", {"slot": free}).notices() == ["talk-moved"]
    page = tabs[1].submit("talk-move", {"slot": free})
    assert page.status == 422 and "slot" in page.errors()
    assert talk_of(stack, number, two[1], "psy.eva")[2] != free


def test_ill_in_the_morning(stack, sofie):
    """A colleague takes over what is not held; with nobody to do so the talks are off, and each can have another time."""
    two = courses(stack, 2)
    number = plan(sofie, next(DAYS), two)
    held = talk_of(stack, number, two[0], "sofie.sb")[0]
    sofie.get(f"/plan/days/{number}/talks/{held}")
    assert sofie.submit("talk", submit="held").status == 422, "the day has not come"
    begin(stack, number)
    sofie.get(f"/plan/days/{number}/talks/{held}")
    assert sofie.submit("talk", submit="held").notices() == ["saved"]
    before = times(stack, number)
    sofie.get(f"/plan/days/{number}/members/4")
    assert "sofie.sb" not in sofie.page.all("//p:form[@name='member-replace']//p:choice/@value")
    assert sofie.submit("member-replace", {"colleague": "mads.sb"}).notices() == ["member-replaced"]
    assert talk_of(stack, number, two[0], "sofie.sb")[1] == "held" and talk_of(stack, number, two[1], "mads.sb")[1] == "booked"
    assert [row[2] for row in times(stack, number) if row[1] != "mads.sb" and row[1] != "sofie.sb"] == [row[2] for row in before if row[1] != "sofie.sb"]
    assert stack.sql(f"SELECT role FROM course_contact WHERE course_id = {two[1]} AND uid = 'mads.sb'") == [["co-caseworker"]]
    sofie.get(f"/plan/days/{number}/members/1")
    page = sofie.submit("member-cancel", {"reason": "Fraværende"})
    assert page.notices() == ["talks-cancelled"]
    assert {row[3] for row in times(stack, number) if row[1] == "psy.eva"} == {"cancelled"}
    assert stack.sql(f"SELECT DISTINCT cancelled_by FROM assessment_appointment WHERE day_id = {number} AND uid = 'psy.eva'") == [["professional"]]


def test_nobody_on_two_days_at_once(stack, sofie):
    day, one, two = next(DAYS), courses(stack, 1), courses(stack, 2)
    number = plan(sofie, day, one)
    page = send(sofie, day, two)
    assert page.status == 422 and page.errors() == {"psychologist": "on-another-day"}
    assert len(page.all("//p:form[@name='day']/p:field[@name='citizens']/p:value")) == 2, "what was chosen is still there"
    assert stack.sql(f"SELECT COUNT(*) FROM assessment_day WHERE held_on = '{day}' AND state = 'planned'") == [["1"]]
    page = send(sofie, day, two, **{"starts-at": "14:00"})
    assert page.notices() == ["day-planned"], "in the afternoon they are free"
    mine = courses(stack, 1)
    sofie.get(f"/plan/days/{number}")
    assert two[0] not in sofie.page.all("//p:form[@name='day-citizen']//p:choice/@value"), "who has a day waits for none"
    assert mine[0] in sofie.page.all("//p:form[@name='day-citizen']//p:choice/@value")


OVERLAPS = ("SELECT a.id FROM assessment_appointment a JOIN assessment_appointment b ON b.uid = a.uid AND b.id <> a.id AND b.state = 'booked'"
            " AND b.starts_at < a.ends_at AND b.ends_at > a.starts_at WHERE a.state = 'booked' AND a.day_id = ")


def test_a_late_citizen_takes_nobody_from_another_day(stack, sofie):
    """The same team has another day in the afternoon: what is free is after it, and then not before midnight."""
    day, ten = next(DAYS), courses(stack, 10)
    morning = plan(sofie, day, ten[:4])
    plan(sofie, day, ten[4:8], **{"starts-at": "13:00"})
    sofie.get(f"/plan/days/{morning}")
    page = sofie.submit("day-citizen", {"citizen": ten[8]})
    assert page.notices() == ["citizen-added-later"] and page.one("//p:assessment-day").get("ends-at") == "20:45"
    assert stack.sql(OVERLAPS + morning) == [] and len(times(stack, morning, ten[8])) == 4
    talk = talk_of(stack, morning, ten[8], "psy.eva")[0]
    assert moved_back(stack, sofie, morning, talk).status in (200, 422) and stack.sql(OVERLAPS + morning) == []
    sofie.get(f"/plan/days/{morning}")
    before = times(stack, morning)
    page = sofie.submit("day-citizen", {"citizen": ten[9], "interpreter": "yes"})
    assert page.status == 422 and page.errors() == {"citizen": "day-full"}, "not after midnight"
    assert times(stack, morning) == before


def test_a_late_citizen_today_gets_times_to_come(stack, sofie):
    """Half hours from midnight on; where too few of them are left of today, none."""
    two = courses(stack, 2)
    number = plan(sofie, next(DAYS), two[:1], psychologist="", nurse="", caseworker="")
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Copenhagen")).isoformat(sep=" ")
    stack.sql(f"UPDATE assessment_day SET held_on = '{today[:10]}', starts_at = '00:00', slot_minutes = 20, pause_minutes = 10 WHERE id = {number}")
    sofie.get(f"/plan/days/{number}")
    page = sofie.submit("day-citizen", {"citizen": two[1]})
    late = stack.sql(f"SELECT starts_at > UTC_TIMESTAMP() - INTERVAL 5 MINUTE FROM assessment_appointment WHERE day_id = {number} AND course_id = {two[1]}")
    assert late == [["1"]] or (page.errors() == {"citizen": "day-full"} and late == [] and today[11:] >= "22:50")


def test_the_whole_day_off(stack, sofie):
    two = courses(stack, 2)
    number = plan(sofie, next(DAYS), two)
    assert sofie.submit("cancel-day", {"reason": ""}).status == 422
    page = sofie.submit("cancel-day", {"reason": "Vandskade"})
    assert page.notices() == ["day-cancelled"] and not page.all("//p:assessment-day/p:form")
    assert {row[3] for row in times(stack, number)} == {"cancelled"} and stack.sql(f"SELECT 1 FROM assessment_taken WHERE day_id = {number}") == []
    assert stack.sql(f"SELECT DISTINCT state FROM conference WHERE course_id IN ({','.join(two)})") == [["cancelled"]]
    send(sofie, next(DAYS), two)
    assert sofie.page.notices() == ["day-planned"], "the citizens can have another one"


def test_a_closed_course_keeps_no_day(stack, sofie):
    """What is left on the day of a course that ended meanwhile can be taken off it, alone or with all of it."""
    three = courses(stack, 3)
    number = plan(sofie, next(DAYS), three)
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE WHERE id IN ({three[0]}, {three[1]})")
    sofie.get(f"/plan/days/{number}/citizens/{three[0]}")
    page = sofie.submit("day-citizen-off", {"by": "citizen", "reason": "Afsluttet"}, submit="cancel")
    assert page.notices() == ["citizen-cancelled"], page.text
    assert sofie.submit("cancel-day", {"reason": "Vandskade"}).notices() == ["day-cancelled"]
    assert {row[3] for row in times(stack, number)} == {"cancelled"}
    assert stack.sql(f"SELECT DISTINCT state FROM conference WHERE course_id IN ({','.join(three)})") == [["cancelled"]]


def parts(stack, course):
    """Who takes part in the course today; of each contact the day that it is for."""
    return dict(stack.sql(f"SELECT uid, COALESCE(day_id, 'none') FROM course_contact WHERE course_id = {course} AND (to_on IS NULL OR to_on > CURRENT_DATE)"))


def test_who_sees_a_course_for_a_days_sake(stack, sofie, eva):
    """No longer than there is a day; but for who held a talk, has begun a note, or takes part for another reason."""
    four = [*courses(stack, 3), *courses(stack, 1, team=[("psy.eva", "psychologist")])]
    number = plan(sofie, next(DAYS), four)
    team = {uid: number for uid in ("psy.eva", "fys.pia", "spl.nils")}
    assert [parts(stack, course) for course in four] == [team] * 3 + [{**team, "psy.eva": "none"}]
    sofie.get(f"/plan/days/{number}/citizens/{four[0]}")
    sofie.submit("day-citizen-off", {"by": "citizen", "reason": "Syg"}, submit="cancel")
    assert parts(stack, four[0]) == {} and eva.get(f"/plan/{four[0]}").status == 403
    assert [parts(stack, course) for course in four[1:3]] == [team] * 2, "the others' courses are as they were"
    talk = talk_of(stack, number, four[0], "psy.eva")[0]
    sofie.get(f"/plan/days/{number}/talks/{talk}")
    sofie.submit("talk-move", {"slot": sofie.page.all("//p:form[@name='talk-move']//p:choice/@value")[0]})
    assert parts(stack, four[0]) == {"psy.eva": number}, "another time for a talk that was off"
    sofie.get(f"/plan/days/{number}/members/2")
    assert sofie.submit("member-cancel", {"reason": "Syg"}).notices() == ["talks-cancelled"]
    assert parts(stack, four[1]) == {uid: number for uid in ("psy.eva", "spl.nils")}
    begin(stack, number)
    eva.get(f"/plan/days/{number}/talks/{talk_of(stack, number, four[1], 'psy.eva')[0]}")
    eva.submit("talk", submit="held")
    stack.sql(f"INSERT INTO form_draft (path, uid, field, value) VALUES ('/plan/{four[2]}/notes', 'spl.nils', 'limitation', 'Set')")
    sofie.get(f"/plan/days/{number}")
    assert sofie.submit("cancel-day", {"reason": "Vandskade"}).notices() == ["day-cancelled"]
    assert [parts(stack, course) for course in four] == [{}, {"psy.eva": number}, {"spl.nils": number}, {"psy.eva": "none"}]
    assert eva.get(f"/plan/{four[2]}").status == 403


def moved_back(stack, who, number, talk):
    """Another time for a talk that is off: the page that answers."""
    who.get(f"/plan/days/{number}/talks/{talk}")
    return who.submit("talk-move", {"slot": who.page.all("//p:form[@name='talk-move']//p:choice/@value")[0]})


def test_a_talk_comes_back_as_a_new_one_would(stack, sofie):
    """With the citizen's conference; not in a closed course, and not when the day is over."""
    three = courses(stack, 3)
    number = plan(sofie, next(DAYS), three)
    talks = [talk_of(stack, number, course, "psy.eva")[0] for course in three]
    for course in three:
        sofie.get(f"/plan/days/{number}/citizens/{course}")
        sofie.submit("day-citizen-off", {"by": "citizen", "reason": "Syg"}, submit="cancel")
    assert moved_back(stack, sofie, number, talks[0]).notices() == ["talk-moved"]
    assert stack.sql(f"SELECT state FROM conference WHERE course_id = {three[0]} ORDER BY id") == [["cancelled"], ["planned"]]
    assert stack.sql(f"SELECT done_on IS NULL FROM deadline WHERE course_id = {three[0]} AND kind = 'conference' ORDER BY id DESC LIMIT 1") == [["1"]]
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE WHERE id = {three[1]}")
    page = moved_back(stack, sofie, number, talks[1])
    assert page.status == 422 and talk_of(stack, number, three[1], "psy.eva")[1] == "cancelled"
    sofie.get(f"/plan/days/{number}/talks/{talks[2]}")
    form = sofie.fill(sofie.page.form("talk-move"), {"slot": sofie.page.all("//p:form[@name='talk-move']//p:choice/@value")[0]})
    stack.sql(f"UPDATE assessment_day SET held_on = CURRENT_DATE - INTERVAL 2 DAY WHERE id = {number}")
    page = sofie.send(f"/plan/days/{number}/talks/{talks[2]}/move", form)
    assert page.status == 422 and talk_of(stack, number, three[2], "psy.eva")[1] == "cancelled"
    assert not sofie.get(f"/plan/days/{number}/talks/{talks[2]}").all("//p:form[@name='talk-move']")


def weekend():
    return next(day for n in itertools.count(61) if (day := datetime.date.today() + datetime.timedelta(days=n)).weekday() == 5)


def test_holidays_weekends_and_clocks_are_asked_about(stack, sofie):
    one, year = courses(stack, 1), datetime.date.today().year + 1
    page = send(sofie, datetime.date(year, 12, 25), one)
    assert page.errors() == {"held-on": "is-holiday"} and page.all("//p:form[@name='day']/p:field[@name='anyway']")
    assert send(sofie, weekend(), one).errors() == {"held-on": "is-weekend"}
    page = sofie.submit("day", {"anyway": "yes"})
    assert page.notices() == ["day-planned"] and page.one("//p:assessment-day").get("weekend") == "yes"
    assert send(sofie, datetime.date.today() - datetime.timedelta(days=1), courses(stack, 1)).errors() == {"held-on": "day-in-past"}
    assert not sofie.page.all("//p:field[@name='anyway']")
    page = send(sofie, next(DAYS), courses(stack, 1), **{"conference-on": danish(datetime.date(year, 12, 25))})
    assert page.errors() == {"conference-on": "is-holiday"} and page.all("//p:form[@name='day']/p:field[@name='anyway']")
    assert sofie.submit("day", {"anyway": "yes"}).notices() == ["day-planned"]
    last = max(day for d in range(25, 32) if (day := datetime.date(year, 3, d)).weekday() == 6)
    page = send(sofie, last, courses(stack, 1), **{"starts-at": "02:30"})
    assert page.errors()["starts-at"] == "skipped-hour"
    page = sofie.submit("day", {"anyway": "yes", "starts-at": "01:30", "slot-minutes": "30", "pause-minutes": "0"})
    assert page.notices() == ["day-planned"], page.text
    assert page.all("//p:slot/@starts-at") == ["01:30", "03:00", "03:30", "04:00"], "the clocks skip an hour in the first pause"


def test_a_leap_day_and_what_does_not_fit(stack, sofie):
    year = next(year for year in itertools.count(datetime.date.today().year + 1) if year % 4 == 0)
    day = datetime.date(year, 2, 29)
    page = send(sofie, day, courses(stack, 1))
    if day.weekday() >= 5:
        page = sofie.submit("day", {"anyway": "yes"})
    assert page.notices() == ["day-planned"]
    assert send(sofie, next(DAYS), courses(stack, 13)).errors() == {"citizens": "too-many-citizens"}
    assert send(sofie, next(DAYS), courses(stack, 1), **{"member-5": "psy.eva"}).errors() == {"member-5": "already-member"}
    page = send(sofie, next(DAYS), courses(stack, 5), **{"slot-minutes": "240"})
    assert page.errors() == {"slot-minutes": "past-midnight"}
    assert send(sofie, next(DAYS), courses(stack, 1), **{"conference-on": "01-01-2026"}).errors() == {"conference-on": "before-day"}
    assert send(sofie, next(DAYS), [], place="").errors() == {"citizens": "required", "place": "required"}
    closed = c.new_course(stack, caseworker="sofie.sb", state="closed")
    sofie.get("/plan/days/new")
    assert closed not in sofie.page.all("//p:field[@name='citizens']/p:choice/@value")


def test_twelve_with_eight(stack, sofie):
    """The most there can be, in the database: nobody twice in a slot, or its keys would refuse."""
    eight = {"member-5": "mads.sb", "member-6": "tl.karla", "member-7": "tl.sanne", "member-8": "bf.tina"}
    twelve = courses(stack, 12, interpreter=[3, 8])
    number = plan(sofie, next(DAYS), twelve, **eight, **{"slot-minutes": "20", "pause-minutes": "5", "starts-at": "08:00"})
    assert len(times(stack, number)) == 96
    assert stack.sql(f"SELECT COUNT(*) FROM assessment_taken WHERE day_id = {number}") == [["112"]]


def other_talks(stack, day, course, count, state):
    """As if booked and off again so often; the sequence engine counts."""
    stack.sql("INSERT INTO assessment_appointment (day_id, course_id, uid, profession, slot, starts_at, ends_at, state, changed_by)"
              f" SELECT day_id, course_id, uid, profession, slot, starts_at, ends_at, '{state}', changed_by FROM assessment_appointment"
              f" JOIN seq_1_to_{count} WHERE day_id = {day} AND course_id = {course} AND uid = 'psy.eva'")


def test_a_day_takes_no_more_than_it_has_room_for(stack, sofie):
    """Talks that are off do not fill it, however many; what is held does, and nobody is added then."""
    one, late, later = courses(stack, 1)[0], *courses(stack, 2)
    number = plan(sofie, next(DAYS), [one])
    other_talks(stack, number, one, 400, "cancelled")
    sofie.get(f"/plan/days/{number}")
    assert len(sofie.page.all("//p:assessed/p:talk")) == 5, "the last one that was off stands there"
    assert sofie.submit("day-citizen", {"citizen": late}).notices() == ["citizen-added"]
    assert [row[3] for row in times(stack, number, late)] == ["booked"] * 4
    stack.sql(f"DELETE FROM assessment_appointment WHERE day_id = {number} AND state = 'cancelled'")
    other_talks(stack, number, one, 389, "held")
    sofie.get(f"/plan/days/{number}")
    page = sofie.submit("day-citizen", {"citizen": later})
    assert page.status == 422 and page.errors() == {"citizen": "too-many-citizens"}
    assert times(stack, number, later) == []


def test_who_may_see_and_change(stack, sofie, eva):
    one = courses(stack, 1)
    number = plan(sofie, next(DAYS), one)
    lis = c.person(stack, "lis.sb")
    assert lis.get(f"/plan/days/{number}").status == 403
    assert eva.get("/plan/days/new").status == 403
    assert eva.get(f"/plan/days/{number}/members/1").status == 403
    assert not eva.get(f"/plan/days/{number}").all("//p:assessment-day/p:form")
    editor = c.person(stack, "xsl.jens")
    assert editor.get(f"/plan/days/{number}").status == 403 and editor.get("/plan/calendar").status == 403
    assert not editor.get("/").all("//p:navigation/p:item[@name = 'days']")
    ole = c.person(stack, "vk.ole")
    assert ole.get("/plan/days").status == 403
    looked = stack.sql(f"SELECT COUNT(*) FROM access_log WHERE uid = 'psy.eva' AND citizen_id = {c.citizen_of(stack, one[0])[0]}")
    assert int(looked[0][0]) > 0, "that she saw the citizen's name is in the log"


def test_who_can_be_chosen_is_in_the_access_log(stack, sofie):
    """A name that can be chosen is a name that was shown, also in a form that is drawn again."""
    citizens = sorted(c.citizen_of(stack, course)[0] for course in courses(stack, 2))
    for show in (lambda: sofie.get("/plan/days/new"), lambda: sofie.submit("day", {"place": ""})):
        last = stack.sql("SELECT MAX(id) FROM access_log")[0][0]
        assert set(citizens) <= set(show().all("//p:field[@name='citizens']/p:choice/@citizen-id"))
        shown = stack.sql(f"SELECT citizen_id FROM access_log WHERE id > {last} AND uid = 'sofie.sb' AND route = '/plan/days/new' AND grade = 'list'"
                          f" AND citizen_id IN ({','.join(citizens)}) ORDER BY citizen_id")
        assert sorted(row[0] for row in shown) == citizens


def test_ones_own_day_is_on_the_home_page(stack):
    """Of the demo's next day: to who is in the team, with the way to it."""
    for uid, there in (("psy.eva", True), ("fys.pia", True), ("mads.sb", False), ("vk.ole", False)):
        items = c.person(stack, uid).get("/").all("//p:worklist/p:item[@kind = 'day'][@href = '/plan/days/2']")
        assert bool(items) == there, uid


def test_the_list_on_paper_has_no_cpr(stack, sofie):
    one = courses(stack, 1)
    number = plan(sofie, next(DAYS), one)
    _, cpr, name = c.citizen_of(stack, one[0])
    body = sofie.html(f"/plan/days/{number}/list").text
    assert name in body and cpr not in body and cpr[:6] not in body.replace("-", "")


def test_the_calendar_tells_no_names(stack, sofie, eva):
    two, day = courses(stack, 2), next(DAYS)
    number = plan(sofie, day, two)
    file = eva.send(f"/plan/days/{number}/calendar.ics")
    assert file.headers.get_content_type() == "text/calendar" and "vurderingsdag.ics" in file.headers["Content-Disposition"]
    assert file.text.count("BEGIN:VEVENT") == 4 and file.text.count("SUMMARY:Konference") == 2, "talks and conferences"
    assert "BEGIN:VCALENDAR\r\n" in file.text
    assert all(c.citizen_of(stack, course)[2] not in file.text for course in two) and "Sundhedscenteret" in file.text
    utc = stack.sql(f"SELECT DATE_FORMAT(MIN(starts_at), '%Y%m%dT%H%i%sZ') FROM assessment_appointment WHERE day_id = {number} AND uid = 'psy.eva'")[0][0]
    assert f"DTSTART:{utc}" in file.text

    eva.get("/plan/calendar")
    page = eva.submit("calendar-new", submit="make")
    address = page.one("//p:calendar").get("address")
    assert "address" not in eva.get("/plan/calendar").one("//p:calendar").attrib, "it is shown once"
    anybody = Client(eva.url)
    feed = anybody.send(address[len(eva.url.rstrip("/")):])
    assert feed.status == 200 and f"DTSTART:{utc}" in feed.text
    assert stack.sql("SELECT seen_at IS NOT NULL FROM calendar_feed WHERE uid = 'psy.eva'") == [["1"]]
    assert anybody.send("/plan/calendar.ics?key=forkert").status == 404 and anybody.send("/plan/calendar.ics").status == 404
    talk = talk_of(stack, number, two[0], "psy.eva")[0]
    sofie.get(f"/plan/days/{number}/talks/{talk}")
    sofie.submit("talk-cancel", {"by": "municipality", "reason": "Andet"})
    assert "STATUS:CANCELLED" in anybody.send(address[len(eva.url.rstrip("/")):]).text
    stack.sql("UPDATE staff SET active = 0 WHERE uid = 'psy.eva'")
    try:
        assert anybody.send(address[len(eva.url.rstrip("/")):]).status == 404, "who has left"
    finally:
        stack.sql("UPDATE staff SET active = 1 WHERE uid = 'psy.eva'")
    eva = c.person(stack, "psy.eva")
    eva.get("/plan/calendar")
    assert eva.submit("calendar-end", submit="stop").notices() == ["calendar-ended"]
    assert anybody.send(address[len(eva.url.rstrip("/")):]).status == 404


def change(who, number, form="day-times", **fields):
    who.get(f"/plan/days/{number}/change")
    return who.submit(form, fields)


def starts(stack, number):
    return [row[0] for row in stack.sql(f"SELECT starts_at FROM assessment_appointment WHERE day_id = {number} ORDER BY slot, uid, id")]


def test_a_longer_pause_moves_what_comes_after(stack, sofie):
    number = plan(sofie, next(DAYS), courses(stack, 4), **{"break-after": "2", "break-minutes": "45"})
    assert sofie.page.all("//p:slot/@starts-at") == ["09:00", "10:00", "11:30", "12:30"]
    assert sofie.page.all("//p:slot/@pause-until") == ["11:30"]
    page = change(sofie, number, **{"break-after": "2", "break-minutes": ""})
    assert page.status == 422 and page.errors() == {"break-minutes": "required"}
    assert change(sofie, number, **{"break-after": "2", "break-minutes": "10"}).errors() == {"break-minutes": "break-too-short"}
    assert change(sofie, number, **{"break-after": "", "break-minutes": ""}).notices() == ["day-moved"]
    assert sofie.page.all("//p:slot/@starts-at") == ["09:00", "10:00", "11:00", "12:00"]


def test_no_pause_in_a_talk_with_an_interpreter(stack, sofie):
    two = courses(stack, 2, interpreter=[0])
    assert send(sofie, next(DAYS), two, **{"break-after": "1", "break-minutes": "45"}).errors() == {"break-after": "break-cuts-talk"}
    number = plan(sofie, next(DAYS), two, **{"break-after": "4", "break-minutes": "45"})
    late = courses(stack, 1, interpreter=[0])[0]
    sofie.get(f"/plan/days/{number}")
    assert sofie.submit("day-citizen", {"citizen": late}).notices() == ["citizen-added"]
    assert stack.sql(f"SELECT DISTINCT TIMESTAMPDIFF(MINUTE, starts_at, ends_at) FROM assessment_appointment WHERE day_id = {number} AND slots = 2") == [["105"]]
    assert change(sofie, number, **{"break-after": "3"}).errors() == {"break-after": "break-cuts-talk"}


def test_a_pause_while_the_clocks_change(stack, sofie):
    """The pause is as long as it says, whatever the clocks do in it."""
    year = datetime.date.today().year + 2
    last = max(day for d in range(25, 32) if (day := datetime.date(year, 3, d)).weekday() == 6)
    page = send(sofie, last, courses(stack, 2), **{"starts-at": "00:00", "break-after": "1", "break-minutes": "90"})
    page = sofie.submit("day", {"anyway": "yes"})
    assert page.notices() == ["day-planned"], page.text
    assert page.all("//p:slot/@starts-at") == ["00:00", "03:15", "04:15", "05:15"], "an hour is missing: 00.45 and 90 minutes is 03.15"


def test_the_day_moves_as_a_whole(stack, sofie, eva):
    old, new, two = next(DAYS), next(DAYS), courses(stack, 2)
    number = plan(sofie, old, two)
    before, slots = starts(stack, number), times(stack, number)
    talk = talk_of(stack, number, two[0], "psy.eva")[0]
    eva.get(f"/plan/days/{number}/talks/{talk}")
    eva.submit("talk", submit="confirm")
    assert change(sofie, number, **{"held-on": danish(datetime.date.today() - datetime.timedelta(days=1))}).errors() == {"held-on": "day-in-past"}
    assert change(sofie, number, **{"held-on": danish(weekend())}).errors() == {"held-on": "is-weekend"}
    assert sofie.page.all("//p:form[@name='day-times']/p:field[@name='anyway']")
    page = change(sofie, number, **{"held-on": danish(new), "starts-at": "10:00"})
    assert page.notices() == ["day-moved"], page.text
    assert times(stack, number) == slots, "the same order; and who had said yes is asked again"
    shift = datetime.datetime.combine(new, datetime.time(10)) - datetime.datetime.combine(old, datetime.time(9))
    hour = [datetime.timedelta(hours=n) for n in (-1, 0, 1)]
    moved = [datetime.datetime.fromisoformat(now) - datetime.datetime.fromisoformat(was) for was, now in zip(before, starts(stack, number))]
    assert len(set(moved)) == 1 and moved[0] - shift in hour, "the clocks may have changed between the two"
    after = stack.sql(f"SELECT DISTINCT DATE(planned_at), state FROM conference WHERE course_id IN ({','.join(two)})")
    assert after == [[(new + datetime.timedelta(days=1)).isoformat(), "planned"]]
    told = stack.sql(f"SELECT to_uid FROM message WHERE kind = 'assessment-day-moved' AND path = '/plan/days/{number}' ORDER BY to_uid")
    assert told == [["fys.pia"], ["psy.eva"], ["spl.nils"]], "each once"


def test_a_conference_that_was_put_elsewhere_stays_there(stack, sofie):
    day, two = next(DAYS), courses(stack, 2)
    number = plan(sofie, day, two)
    far = (day + datetime.timedelta(days=40)).isoformat()
    stack.sql(f"UPDATE conference SET planned_at = '{far} 12:00:00' WHERE course_id = {two[0]}")
    assert change(sofie, number, **{"starts-at": "10:00", "conference-at": "11:00"}).notices() == ["day-moved"]
    at = dict(stack.sql(f"SELECT course_id, planned_at FROM conference WHERE course_id IN ({','.join(two)})"))
    assert at[two[0]] == f"{far} 12:00:00" and at[two[1]][:10] == (day + datetime.timedelta(days=1)).isoformat()


def test_a_day_moves_to_no_time_at_which_somebody_is_elsewhere(stack, sofie):
    day, other = next(DAYS), next(DAYS)
    plan(sofie, day, courses(stack, 1))
    number = plan(sofie, other, courses(stack, 1))
    before = starts(stack, number)
    page = change(sofie, number, **{"held-on": danish(day)})
    assert page.status == 422 and page.errors() == {"held-on": "member-on-another-day"} and starts(stack, number) == before


def test_what_has_begun_keeps_its_times(stack, sofie):
    number = plan(sofie, next(DAYS), courses(stack, 1))
    sofie.get(f"/plan/days/{number}/change")
    tab = c.person(stack, "tl.karla")
    tab.get(f"/plan/days/{number}/change")
    stack.sql(f"UPDATE assessment_appointment SET state = 'held' WHERE day_id = {number} LIMIT 1")
    assert not sofie.get(f"/plan/days/{number}/change").all("//p:form[@name='day-times']")
    assert sofie.submit("day-facts", {"place": "Rådhuset"}).notices() == ["day-changed"]
    page = tab.submit("day-times", {"starts-at": "11:00"})
    assert page.status == 409, "and who had the old one before him sees both"
    tab.get(f"/plan/days/{number}/change")


def test_place_note_and_rooms_by_two_people(stack, sofie):
    number = plan(sofie, next(DAYS), courses(stack, 1))
    tab = c.person(stack, "tl.karla")
    sofie.get(f"/plan/days/{number}/change")
    tab.get(f"/plan/days/{number}/change")
    page = sofie.submit("day-facts", {"place": "Rådhuset", "note": "Mød kl. 8", "room-1": "Lokale 7"})
    assert page.notices() == ["day-changed"] and page.one("//p:assessment-day").get("place") == "Rådhuset"
    assert page.one("//p:member[@ordinal='0']").get("room") == "Lokale 7"
    assert stack.sql(f"SELECT DISTINCT k.place FROM conference k WHERE k.day_id = {number}") == [["Rådhuset"]]
    assert stack.sql(f"SELECT kind FROM message WHERE to_uid = 'psy.eva' AND path = '/plan/days/{number}' ORDER BY kind") \
        == [["assessment-day-changed"], ["assessment-room"]]
    page = tab.submit("day-facts", {"place": "Biblioteket", "note": "Mød kl. 9"})
    assert page.status == 409
    place = page.one("//p:form[@name='day-facts']/p:field[@name='place']")
    assert [part.text for part in place] == ["Biblioteket", "Rådhuset"], "what was typed, and what stands there"
    assert tab.submit("day-facts").notices() == ["day-changed"], "seen, and sent again"
    sofie.get(f"/plan/days/{number}/members/2")
    tab.get(f"/plan/days/{number}/members/2")
    assert sofie.submit("member-room", {"room": "Sal A"}).notices() == ["saved"]
    assert tab.submit("member-room", {"room": "Sal B"}).status == 409


def test_another_departments_citizen_on_the_day(stack, sofie):
    """Whose one citizen is there sees that one; the others are taken times."""
    mine, theirs = c.new_course(stack, caseworker="sofie.sb", department="sundhedscenter"), courses(stack, 2)
    # One's own that has waited longest can be chosen, however many wait; it is the other one's afterwards.
    stack.sql(f"UPDATE course SET state_since = '2001-01-01' WHERE id = {mine}")
    number = plan(sofie, next(DAYS), [*theirs, mine])
    stack.sql(f"UPDATE course SET caseworker_uid = 'tl.sanne' WHERE id = {mine}")
    sanne = c.person(stack, "tl.sanne")
    page = sanne.get(f"/plan/days/{number}")
    name = c.citizen_of(stack, mine)[2]
    assert set(page.all("//p:talk/@citizen")) == {name} and page.all("//p:assessed/@course") == [mine]
    assert len(page.all("//p:place[@taken]")) == 8 and len(page.all("//p:place[p:talk]")) == 4
    for course in theirs:
        citizen, _, other = c.citizen_of(stack, course)
        assert other not in page.text and other not in sanne.html(f"/plan/days/{number}/list").text
        assert sanne.get(f"/plan/days/{number}/citizens/{course}").status == 404
        assert sanne.get(f"/plan/days/{number}/talks/{talk_of(stack, number, course, 'psy.eva')[0]}").status == 404
        assert stack.sql(f"SELECT COUNT(*) FROM access_log WHERE uid = 'tl.sanne' AND citizen_id = {citizen}") == [["0"]]
    for path in ("members/1", "change"):
        assert sanne.get(f"/plan/days/{number}/{path}").status == 403
    assert not sanne.get(f"/plan/days/{number}").all("//p:form[@name='cancel-day']") and "change-href" not in sanne.page.one("//p:assessment-day").attrib
    sanne.get(f"/plan/days/{number}/talks/{talk_of(stack, number, mine, 'psy.eva')[0]}")
    assert not sanne.page.all("//p:form[@name='talk-swap']"), "with people whom one does not know nobody swaps"
    sanne.get(f"/plan/days/{number}/citizens/{mine}")
    assert sanne.submit("day-citizen-off", {"by": "citizen", "reason": "Syg"}, submit="cancel").notices() == ["citizen-cancelled"]
    assert {row[3] for row in times(stack, number) if row[0] in theirs} == {"booked"}


def test_the_protected_on_paper_by_first_name(stack, sofie):
    one, two, three = (c.new_course(stack, caseworker="sofie.sb", name=name) for name in ("Maja Hemmelig", "Maja Skjult", "Ole Åben"))
    stack.sql(f"UPDATE course SET state_since = '2001-01-01' WHERE id IN ({one}, {two}, {three})")
    stack.sql(f"UPDATE citizen SET protection_from = '2020-01-01' WHERE id IN (SELECT citizen_id FROM course WHERE id IN ({one}, {two}))")
    number = plan(sofie, next(DAYS), [one, two, three])
    assert "Maja Hemmelig" in sofie.page.text, "on the screen by name"
    paper = sofie.html(f"/plan/days/{number}/list").text
    assert "Hemmelig" not in paper and "Skjult" not in paper and "Maja (1)" in paper and "Maja (2)" in paper and "Ole Åben" in paper
    page = sofie.get(f"/plan/days/{number}/list")
    assert "Hemmelig" not in page.text and set(page.all("//p:talk[@protected]/@citizen")) == {"Maja (1)", "Maja (2)"}
    assert len(page.all("//p:assessed/@birth-date")) == 1


def test_an_adviser_finds_the_day(stack, sofie):
    day = next(day for n in itertools.count(1) if (day := datetime.date.today() + datetime.timedelta(days=n)).weekday() == 6)
    send(sofie, day, courses(stack, 1), **{"psychologist": "", "physiotherapist": "", "nurse": "", "caseworker": "", "member-5": "bf.tina"})
    assert sofie.submit("day", {"anyway": "yes"}).notices() == ["day-planned"], sofie.page.text
    number = sofie.page.one("//p:assessment-day").get("id")
    tina = c.person(stack, "bf.tina")
    home = tina.get("/")
    assert home.all("//p:navigation/p:item[@name='days']") and home.all(f"//p:worklist/p:item[@kind='day'][@href='/plan/days/{number}']")
    assert number in tina.get("/plan/days").all("//p:day/@id") and tina.page.one("//p:assessment-days").get("calendar-href")
    assert tina.get(f"/plan/days/{number}").status == 200 and len(tina.page.all("//p:place[@own]/p:talk")) == 1
    tina.get("/plan/calendar")
    assert tina.submit("calendar-new", submit="make").one("//p:calendar").get("address")
    assert tina.send(f"/plan/days/{number}/calendar.ics").text.count("BEGIN:VEVENT") == 2
