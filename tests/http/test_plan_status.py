"""Where a course stands and what can happen to it: each event by the pages' forms, each guard by what it lacks."""

import datetime
import time

import pytest

import course as c
from walk import TODAY, danish


def day(n):
    return danish(TODAY + datetime.timedelta(days=n))


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def karla(stack):
    return c.person(stack, "tl.karla")


def missing(page, event):
    return [m.get("profession") or m.get("title") or m.get("key") for m in page.all(f"//p:next-event[@name='{event}']/p:missing")]


def lacks(page):
    return [m.get("key") for m in page.all("//p:notice[@key='course-lacks']/p:missing")]


def status(client, course):
    return client.get(f"/plan/{course}/status")


def course_row(stack, course, *columns):
    return stack.sql(f"SELECT {', '.join(columns)} FROM course WHERE id = {course}")[0]


@pytest.mark.parametrize("state, events", [
    ("new", ["screen", "close"]), ("screened", ["assess", "close"]), ("assessed-risk", ["close-low", "analyse", "close"]),
    ("assessment", ["prepare", "close"]), ("conference-ready", ["confer", "close"]), ("planning", ["agree", "close"]),
    ("active", ["replan", "pause", "close"]), ("paused", ["resume", "close"]), ("closed", ["reopen"]), ("closed-low", []),
])
def test_what_can_happen_from_each_state(stack, mads, state, events):
    course = c.new_course(stack, state=state)
    page = status(mads, course)
    assert page.all("//p:next-event/@name") == events
    for missing_thing in page.all("//p:missing"):
        assert mads.get(missing_thing.get("href")).status == 200, missing_thing.get("key")


def test_the_employment_goal(stack, mads, karla):
    course = c.new_course(stack)
    hers = status(karla, course)
    status(mads, course)
    page = mads.submit("goal", {"employment-goal": "Butiksarbejde 20 timer om ugen"})
    assert page.notices() == ["saved"] and page.one("//p:course").get("employment-goal") == "Butiksarbejde 20 timer om ugen"
    page = karla.submit("goal", {"employment-goal": "Kontor"}, page=hers)
    field = page.one("//p:form[@name='goal']/p:field")
    assert page.status == 409 and (field.findtext("{*}value"), field.findtext("{*}theirs")) == ("Kontor", "Butiksarbejde 20 timer om ugen")


def test_presence_is_asked_of_a_conference_that_was_held(stack, mads):
    course = c.new_course(stack, state="conference-ready")
    assert missing(status(mads, course), "confer") == ["conference"]
    stack.sql(f"INSERT INTO conference (course_id, state, held_on, changed_by) VALUES ({course}, 'held', CURRENT_DATE, 'mads.sb')")
    assert missing(status(mads, course), "confer") == ["presence"]


# From a referral

def new_citizen(stack, benefit="kontanthjaelp"):
    course = c.new_course(stack, state="closed")
    citizen = c.citizen_of(stack, course)[0]
    stack.sql(f"UPDATE citizen SET birth_date = '1970-05-01' WHERE id = {citizen};"
              f" INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by) VALUES ({citizen}, '{benefit}', '2020-01-01', 'mads.sb')")
    return citizen


def refer(client, citizen, **fields):
    client.get(f"/plan/new/{citizen}")
    return client.submit("course", {"frame": "1", "caseworker": "mads.sb", "referrer-actor": "Ældre og Sundhed", "referrer-name": "Rie Viser",
                                    "referral": "Vil gerne i gang igen", **{k.replace("_", "-"): v for k, v in fields.items()}})


def course_of(stack, citizen):
    return stack.sql(f"SELECT MAX(id) FROM course WHERE citizen_id = {citizen}")[0][0]


def test_a_course_from_a_referral_to_its_analysis(stack, mads):
    citizen = new_citizen(stack)
    assert mads.get(f"/citizens/{citizen}").one("//p:content/p:citizen").get("new-course").endswith(f"/plan/new/{citizen}")
    page = refer(mads, citizen)
    course = course_of(stack, citizen)
    assert page.notices() == ["course-opened"] and page.one("//p:course").get("state") == "new"
    assert (page.one("//p:course").get("referrer-actor"), page.one("//p:referral").text) == ("Ældre og Sundhed", "Vil gerne i gang igen")
    assert stack.sql(f"SELECT uid, role FROM course_contact WHERE course_id = {course}") == [["mads.sb", "caseworker"]]
    assert missing(page, "screen") == ["screening"]
    page = mads.submit("screen-course", {"screening-note": ""})
    assert page.status == 422 and lacks(page) == ["screening"]
    page = mads.submit("screen-course", {"screening-note": "Kan ikke læse dansk; talen var god nok"})
    assert page.one("//p:course").get("state") == "screened" and missing(page, "assess") == ["risk"]
    page = mads.submit("assess-course", {"decision": "aktivitetsparat", "reason": "for kort", "legal-basis": "LAB § 1"})
    assert page.errors() == {"reason": "reason-too-short"}
    page = mads.submit("assess-course", {"decision": "aktivitetsparat", "reason": "Flere problemer end ledighed, og langt til arbejde", "legal-basis": "LAB § 1"})
    assert page.one("//p:course").get("state") == "assessed-risk"
    assert missing(page, "analyse") == ["informed"] and missing(page, "close-low") == ["low"]
    page = mads.submit("close-low-course", {"closing-note": "Klarer sig"})
    assert page.status == 422 and lacks(page) == ["low"]
    page = status(mads, course)
    page = mads.submit("analyse-course", {"informed-on": day(1)})
    assert page.errors() == {"informed-on": "in-future"}
    page = mads.submit("analyse-course", {"informed-on": "22-11-1800"})
    assert page.errors() == {"informed-on": "informed-before-course"}
    page = mads.submit("analyse-course", {"informed-on": day(0)})
    assert page.one("//p:course").get("state") == "assessment"


def answered(stack, citizen, issued_by="mads.sb"):
    """A questionnaire that the citizen has sent, as the demo's first one."""
    return c.insert(stack, "INSERT INTO screening (citizen_id, questionnaire_id, state, expires_on, issued_by, changed_by, submitted_at, red, yellow, green, indicates)"
                    f" SELECT {citizen}, questionnaire_id, 'submitted', CURRENT_DATE + INTERVAL 30 DAY, '{issued_by}', '{issued_by}', CURRENT_TIMESTAMP, 10, 3, 11, indicates"
                    " FROM screening WHERE id = 1")


@pytest.mark.parametrize("informed, state", [(day(0), "assessment"), ("", "assessed-risk")])
def test_answers_that_come_later_take_the_course_on(stack, mads, informed, state):
    citizen = new_citizen(stack)
    refer(mads, citizen)
    course = course_of(stack, citizen)
    screening = answered(stack, citizen)
    page = status(mads, course)
    assert page.one("//p:next-event[@name='screen']").get("href").endswith(f"/triage/{screening}") and missing(page, "screen") == []
    mads.get(f"/triage/{screening}")
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "reason": "Mange problemer på en gang, siger borgeren", "informed-on": informed,
                                      "employment-goal": "Gartneri", "frame": ""}, submit="assess")
    assert (page.one("//p:course").get("id"), page.one("//p:course").get("state")) == (course, state), page.errors()
    assert course_row(stack, course, "screening_id", "employment_goal") == [screening, "Gartneri"]
    assert course_of(stack, citizen) == course, "no other is opened"


@pytest.mark.parametrize("state", ["new", "screened"])
def test_the_frame_of_the_course_that_waits_is_no_other_course(stack, mads, state):
    citizen = new_citizen(stack)
    screening = answered(stack, citizen)
    page = mads.get(f"/plan/new/{citizen}")
    assert page.one("//p:answers-waiting").get("href").endswith(f"/triage/{screening}"), "a referral is not needed"
    refer(mads, citizen, screening_note="Skrev selv" if state == "screened" else "")
    course = course_of(stack, citizen)
    assert c.state_of(stack, "course", course) == state
    mads.get(f"/triage/{screening}")
    page = mads.submit("assessment", {"decision": "aktivitetsparat", "reason": "Mange problemer på en gang, siger borgeren", "informed-on": day(0),
                                      "frame": "1"}, submit="assess")
    assert (page.one("//p:course").get("id"), page.one("//p:course").get("state")) == (course, "assessment"), page.errors()
    assert course_of(stack, citizen) == course, "no other is opened"
    assert not mads.get(f"/plan/new/{citizen}").all("//p:answers-waiting")


def test_answers_of_low_risk_close_the_course_that_waited(stack, mads):
    citizen = new_citizen(stack)
    refer(mads, citizen)
    course, screening = course_of(stack, citizen), answered(stack, citizen)
    mads.get(f"/triage/{screening}")
    page = mads.submit("assessment", {"decision": "jobparat", "reason": "Har fået arbejde siden svarene blev skrevet", "closing-note": "I arbejde"}, submit="close")
    assert page.status == 200 and page.errors() == {}
    assert course_row(stack, course, "state", "outcome", "state_reason") == ["closed-low", "low-risk", "I arbejde"] and course_of(stack, citizen) == course


LOW = {"decision": "jobparat", "reason": "Har fået arbejde siden svarene blev skrevet", "closing-note": "I arbejde"}


def test_answers_leave_another_departments_course_alone(stack, mads):
    citizen = new_citizen(stack)
    refer(mads, citizen)
    course, screening = course_of(stack, citizen), answered(stack, citizen, "lis.sb")
    lis = c.person(stack, "lis.sb")
    assert lis.send(f"/plan/{course}").status == 403
    lis.get(f"/triage/{screening}")
    page = lis.submit("assessment", LOW, submit="close")
    assert page.status == 200 and page.errors() == {}
    assert c.state_of(stack, "course", course) == "new" and c.state_of(stack, "screening", screening) == "assessed"
    own = course_of(stack, citizen)
    assert own != course and course_row(stack, own, "state", "caseworker_uid", "screening_id") == ["closed-low", "lis.sb", screening]


@pytest.mark.parametrize("submit, fields, kind", [
    ("close", LOW, "course-closed-own"),
    ("assess", {"decision": "aktivitetsparat", "reason": LOW["reason"], "informed-on": day(0), "frame": ""}, "course-assessed"),
])
def test_the_caseworker_is_told_of_answers_that_a_colleague_assessed(stack, mads, submit, fields, kind):
    citizen = new_citizen(stack)
    refer(mads, citizen)
    course, screening = course_of(stack, citizen), answered(stack, citizen)
    sofie = c.person(stack, "sofie.sb")
    sofie.get(f"/triage/{screening}")
    page = sofie.submit("assessment", fields, submit=submit)
    assert page.status == 200 and page.errors() == {} and c.state_of(stack, "course", course) != "new"
    assert stack.sql(f"SELECT to_uid, kind, path FROM message WHERE course_id = {course}") == [["mads.sb", kind, f"/plan/{course}/status"]]


def test_low_risk_without_a_questionnaire(stack, mads):
    citizen = new_citizen(stack)
    refer(mads, citizen, screening_note="Ønsker det ikke")
    course = course_of(stack, citizen)
    assert c.state_of(stack, "course", course) == "screened"
    status(mads, course)
    mads.submit("assess-course", {"decision": "jobparat", "reason": "Har arbejde fra næste måned, kun ledighed", "legal-basis": "LAB § 1"})
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({course}, 'follow-up', CURRENT_DATE + INTERVAL 9 DAY, 'mads.sb')")
    page = mads.submit("close-low-course", {"closing-note": "Klarer sig selv"})
    assert stack.sql(f"SELECT ended_as, ended_reason FROM deadline WHERE course_id = {course}") == [["cancelled", "Klarer sig selv"]]
    assert page.one("//p:course").get("state") == "closed-low" and page.one("//p:course").get("outcome") == "low-risk"
    assert not page.all("//p:content//p:form") and page.one("//p:course").get("closed-on") == TODAY.isoformat()


def test_referrals_that_cannot_be(stack, mads, karla):
    citizen = new_citizen(stack)
    page = refer(mads, citizen, referral="", referrer_actor="")
    assert page.errors() == {"referral": "required", "referrer-actor": "required"}
    refer(mads, citizen)
    page = refer(mads, citizen)
    assert page.errors() == {"frame": "course-open-already"} and len(page.all("//p:open-course")) == 1
    assert page.one("//p:field[@name='referral']").findtext("{*}value") == "Vil gerne i gang igen"
    other = stack.sql("SELECT id FROM course_frame WHERE benefit_type IS NULL AND valid_to IS NULL AND id <> 1 AND min_age IS NULL AND target_group IS NULL LIMIT 1")
    assert other, "a second frame that fits everybody"
    assert refer(mads, citizen, frame=other[0][0]).errors() == {"frame": "frame-by-leader"}
    assert refer(karla, citizen, frame=other[0][0]).status == 200, "a leader may open several"
    stack.sql(f"UPDATE citizen SET death_date = CURRENT_DATE WHERE id = {citizen}")
    page = mads.get(f"/plan/new/{citizen}")
    assert not page.all("//p:content//p:form")


def test_a_retired_frame_is_not_offered_and_old_courses_keep_it(stack, mads):
    frame = c.insert(stack, "INSERT INTO course_frame (name, department_id, benefit_type, valid_from) VALUES ('Gammel ramme', 'jobcenter', NULL, '2020-01-01')")
    citizen = new_citizen(stack)
    assert frame in mads.get(f"/plan/new/{citizen}").all("//p:field[@name='frame']/p:choice/@value")
    refer(mads, citizen, frame=frame)
    course = course_of(stack, citizen)
    stack.sql(f"UPDATE course_frame SET valid_to = CURRENT_DATE - INTERVAL 1 DAY WHERE id = {frame}")
    assert frame not in mads.get(f"/plan/new/{new_citizen(stack)}").all("//p:field[@name='frame']/p:choice/@value")
    assert status(mads, course).one("//p:course").get("frame") == "Gammel ramme"


def test_two_who_open_a_course_at_once(stack, mads, karla):
    citizen = new_citizen(stack)
    fields = {"frame": "1", "caseworker": "mads.sb", "referrer-actor": "Aktør", "referral": "Vil i gang"}
    answers = c.send_together(stack, f"SELECT id FROM course WHERE citizen_id = {citizen} FOR UPDATE",
                              [(who, who.get(f"/plan/new/{citizen}").form("course"), fields, "open-course") for who in (mads, karla)])
    assert sorted(a.status for a in answers) == [303, 422]
    assert stack.sql(f"SELECT COUNT(*) FROM course WHERE citizen_id = {citizen} AND state = 'new'") == [["1"]]


def test_a_referral_needs_a_relation(stack):
    citizen = new_citizen(stack)
    assert c.person(stack, "lis.sb").send(f"/plan/new/{citizen}").status == 403
    assert c.person(stack, "psy.eva").send(f"/plan/new/{citizen}").status == 403


# The notes that the conference waits for

def test_a_missing_note_is_waived_in_writing(stack, mads):
    course = c.new_course(stack)
    c.signed_notes(stack, course, missing=["nurse", "psychologist"])
    page = status(mads, course)
    assert missing(page, "prepare") == ["psychologist", "nurse"]
    page = mads.submit("waive-note", {"profession": "nurse", "reason": ""})
    assert page.errors() == {"reason": "required"}
    page = mads.submit("waive-note", {"profession": "caseworker", "reason": "Er der"})
    assert page.errors() == {"profession": "note-not-awaited"}
    page = mads.submit("waive-note", {"profession": "nurse", "reason": "Er syg til den 1."})
    assert page.one("//p:course").get("state") == "assessment" and missing(page, "prepare") == ["psychologist"]
    page = mads.submit("waive-note", {"profession": "psychologist", "reason": "Borgeren ønsker det ikke"})
    assert page.one("//p:course").get("state") == "conference-ready"
    assert sorted(page.all("//p:note-waiver/@profession")) == ["nurse", "psychologist"]
    assert not mads.get(f"/plan/{course}").all("//p:missing-note")


def test_a_waiver_is_not_written_over_unseen(stack, mads, karla):
    course = c.new_course(stack)
    hers, other = status(karla, course), status(karla, course)
    status(mads, course)
    mads.submit("waive-note", {"profession": "nurse", "reason": "Er syg til den 1."})
    assert karla.submit("waive-note", {"profession": "psychologist", "reason": "Borgeren ønsker det ikke"}, page=other).status == 200, "another note is no quarrel"
    page = karla.submit("waive-note", {"profession": "nurse", "reason": "Ikke nødvendigt"}, page=hers)
    field = page.one("//p:form[@name='waive-note']/p:field[@name='reason']")
    assert page.status == 409 and (field.findtext("{*}value"), field.findtext("{*}theirs")) == ("Ikke nødvendigt", "Er syg til den 1.")
    assert karla.submit("waive-note", {"profession": "nurse", "reason": "Begge dele"}).status == 200
    assert stack.sql(f"SELECT reason FROM note_waiver WHERE course_id = {course} AND profession = 'nurse'") == [["Begge dele"]]


# Pause, close, reopen

def test_a_course_waits_and_goes_on(stack, mads):
    course = c.new_course(stack, state="active")
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({course}, 'follow-up', CURRENT_DATE + INTERVAL 9 DAY, 'mads.sb')")
    status(mads, course)
    page = mads.submit("pause-course", {"reason": "", "returns-on": ""})
    assert page.errors() == {"reason": "required", "returns-on": "required"}
    assert mads.submit("pause-course", {"reason": "Opereres", "returns-on": day(-1)}).errors() == {"returns-on": "in-past"}
    page = mads.submit("pause-course", {"reason": "Opereres", "returns-on": day(40)})
    head = page.one("//p:course")
    assert (head.get("state"), head.get("state-reason"), head.get("waits-for")) == ("paused", "Opereres", "return")
    assert head.get("returns-on") == (TODAY + datetime.timedelta(days=40)).isoformat()
    assert head.get("next-deadline-kind") == "follow-up", "deadlines keep running"
    page = mads.submit("resume-course", {})
    assert page.one("//p:course").get("state") == "active" and page.one("//p:course").get("returns-on") is None
    assert stack.sql(f"SELECT ended_as FROM deadline WHERE course_id = {course} AND kind = 'return'") == [["done"]]


def running(stack, course, ends="NULL"):
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course), title="Mentorstøtte")
    stack.sql(f"UPDATE intervention SET ends_on = {ends} WHERE id = {intervention}")
    return intervention


def test_a_course_is_closed_and_reopened(stack, mads, karla):
    course = c.new_course(stack, state="active", team=[("fys.pia", "physiotherapist")])
    intervention = running(stack, course)
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({course}, 'follow-up', CURRENT_DATE + INTERVAL 9 DAY, 'mads.sb')")
    plan = stack.sql(f"SELECT id FROM plan WHERE course_id = {course}")[0][0]
    ordered = c.new_intervention(stack, course, plan, provider="fys.pia", state="ordered", title="Træning")
    page = status(mads, course)
    assert missing(page, "close") == ["Mentorstøtte"]
    page = mads.submit("close-course", {"outcome": "job", "reason": "Fast arbejde 30 timer"})
    assert page.status == 422 and lacks(page) == ["ends"]
    assert page.one("//p:form[@name='close-course']/p:field[@name='reason']").findtext("{*}value") == "Fast arbejde 30 timer"
    mads.get(f"/plan/{course}/interventions")
    assert mads.submit("end-intervention", {"ends-on": day(-60)}).errors() == {"ends-on": "before-start"}
    assert mads.submit("end-intervention", {"ends-on": day(14)}).status == 200
    status(mads, course)
    page = mads.submit("close-course", {"outcome": "job", "reason": "Fast arbejde 30 timer"})
    head = page.one("//p:course")
    assert (head.get("state"), head.get("outcome"), head.get("closed-on")) == ("closed", "job", TODAY.isoformat())
    assert stack.sql(f"SELECT ended_as, ended_reason FROM deadline WHERE course_id = {course}") == [["cancelled", "Fast arbejde 30 timer"]]
    assert c.state_of(stack, "intervention", ordered) == "withdrawn" and c.state_of(stack, "intervention", intervention) == "running"
    assert stack.sql(f"SELECT to_uid, kind FROM message WHERE course_id = {course}") == [["fys.pia", "course-closed"]]
    assert c.person(stack, "fys.pia").send(f"/plan/{course}").status == 403, "who took part takes part no longer"
    assert not page.all("//p:form[@name='reopen-course']"), "a leader's to do"
    page = status(karla, course)
    page = karla.submit("reopen-course", {"reason": "Jobbet ophørte"})
    head = page.one("//p:course")
    assert (head.get("state"), head.get("state-reason"), head.get("outcome"), head.get("closed-on")) == ("active", "Jobbet ophørte", None, None)
    assert head.get("next-deadline-kind") == "follow-up" and c.state_of(stack, "plan", plan) == "agreed"
    assert c.person(stack, "fys.pia").send(f"/plan/{course}").status == 200


def test_what_had_ended_before_the_course_does_not_begin_again(stack, mads, karla):
    course = c.new_course(stack, state="active", team=[*c.TEAM, ("sofie.sb", "caseworker"), ("mads.sb", "caseworker")])
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({course}, 'follow-up', CURRENT_DATE + INTERVAL 20 DAY, 'mads.sb');"
              f"INSERT INTO deadline (course_id, kind, due_on, done_on, ended_as, ended_reason, changed_by)"
              f" VALUES ({course}, 'other', CURRENT_DATE, CURRENT_DATE, 'cancelled', 'Ikke nødvendig', 'mads.sb');"
              f"UPDATE course_contact SET to_on = CURRENT_DATE WHERE course_id = {course} AND uid = 'psy.eva'")
    status(mads, course)
    assert mads.submit("close-course", {"outcome": "moved", "reason": "Flyttet"}).one("//p:course").get("state") == "closed"
    assert stack.sql(f"SELECT COUNT(*) FROM course_contact WHERE course_id = {course} AND to_on IS NULL") == [["0"]]
    status(karla, course)
    assert karla.submit("reopen-course", {"reason": "Flyttet tilbage"}).one("//p:course").get("state") == "active"
    assert stack.sql(f"SELECT uid FROM course_contact WHERE course_id = {course} AND to_on IS NULL ORDER BY uid") == [["fys.pia"], ["mads.sb"], ["spl.nils"]]
    assert stack.sql(f"SELECT kind FROM deadline WHERE course_id = {course} AND done_on IS NULL") == [["follow-up"]]
    assert c.person(stack, "psy.eva").send(f"/plan/{course}").status == 403


def test_what_was_to_come_ends_with_the_course(stack, mads):
    course = c.new_course(stack, team=c.TEAM)
    plan = c.new_plan(stack, course)
    accepted = c.new_intervention(stack, course, plan, provider="vk.ole", state="accepted", title="Træning")
    conference = c.insert(stack, "INSERT INTO conference (course_id, state, planned_at, changed_by)"
                          f" VALUES ({course}, 'planned', CURRENT_TIMESTAMP + INTERVAL 40 DAY, 'mads.sb')")
    later = (TODAY + datetime.timedelta(days=39)).isoformat()
    on = c.insert(stack, "INSERT INTO assessment_day (department_id, held_on, starts_at, slot_minutes, pause_minutes, place, created_by, changed_by)"
                  f" VALUES ('jobcenter', '{later}', '09:00', 45, 15, 'Sundhedscenteret', 'mads.sb', 'mads.sb')")
    stack.sql(f"INSERT INTO assessment_member (day_id, ordinal, uid, profession, changed_by) VALUES ({on}, 0, 'fys.pia', 'physiotherapist', 'mads.sb');"
              f"INSERT INTO assessment_citizen (day_id, ordinal, course_id, changed_by) VALUES ({on}, 0, {course}, 'mads.sb')")
    talk = c.insert(stack, "INSERT INTO assessment_appointment (day_id, course_id, uid, profession, slot, starts_at, ends_at, changed_by)"
                    f" VALUES ({on}, {course}, 'fys.pia', 'physiotherapist', 0, '{later} 08:00:00', '{later} 08:45:00', 'mads.sb')")
    stack.sql(f"INSERT INTO assessment_taken (day_id, slot, uid, course_id, appointment_id) VALUES ({on}, 0, 'fys.pia', {course}, {talk})")
    status(mads, course)
    page = mads.submit("close-course", {"outcome": "moved", "reason": "Flyttet til Aarhus"})
    assert page.status == 200 and page.one("//p:course").get("state") == "closed", page.text
    assert stack.sql(f"SELECT state, state_reason FROM conference WHERE id = {conference}") == [["cancelled", "Flyttet til Aarhus"]]
    assert stack.sql(f"SELECT state, cancelled_by, reason FROM assessment_appointment WHERE id = {talk}") == [["cancelled", "municipality", "Flyttet til Aarhus"]]
    assert stack.sql(f"SELECT (SELECT COUNT(*) FROM assessment_taken WHERE day_id = {on}), state FROM assessment_citizen WHERE day_id = {on}") == [["0", "cancelled"]]
    assert c.state_of(stack, "intervention", accepted) == "withdrawn"
    told = dict(stack.sql(f"SELECT to_uid, kind FROM message WHERE course_id = {course}"))
    assert told == {"vk.ole": "course-closed", "fys.pia": "course-closed-talk", "psy.eva": "course-closed-conference", "spl.nils": "course-closed-conference"}
    assert accepted not in c.person(stack, "vk.ole").get("/plan/interventions?limit=200").all("//p:intervention/@id")


def test_not_reopened_after_90_days_nor_by_a_caseworker(stack, mads, karla):
    course = c.new_course(stack, state="closed")
    stack.sql(f"UPDATE course SET opened_on = CURRENT_DATE - INTERVAL 300 DAY, closed_on = CURRENT_DATE - INTERVAL 90 DAY WHERE id = {course}")
    page = status(karla, course)
    token = mads.get("/plan").one("//p:page/p:user/p:form/p:token").text
    assert mads.send(f"/plan/{course}/status/reopen", {"token": token, "reason": "x"}).status == 403
    stack.sql(f"UPDATE course SET closed_on = CURRENT_DATE - INTERVAL 91 DAY WHERE id = {course}")
    assert missing(status(karla, course), "reopen") == ["recent"]
    assert not status(karla, course).all("//p:form[@name='reopen-course']"), "nothing to write in where it cannot be"
    page = karla.submit("reopen-course", {"reason": "Jobbet ophørte"}, page=page)
    assert page.status == 422 and lacks(page) == ["recent"] and c.state_of(stack, "course", course) == "closed"
    assert page.one("//p:form[@name='reopen-course']/p:field[@name='reason']").findtext("{*}value") == "Jobbet ophørte"


def closed_today(stack, **fields):
    course = c.new_course(stack, state="closed", **fields)
    stack.sql(f"UPDATE course SET closed_on = CURRENT_DATE WHERE id = {course}")
    return course


def test_a_dead_citizens_course_stays_closed(stack, karla):
    course = closed_today(stack)
    page = status(karla, course)
    stack.sql(f"UPDATE citizen SET death_date = CURRENT_DATE WHERE id = {c.citizen_of(stack, course)[0]}")
    assert not status(karla, course).all("//p:form[@name='reopen-course']")
    page = karla.submit("reopen-course", {"reason": "Jobbet ophørte"}, page=page)
    assert page.status == 422 and page.notices() == ["citizen-died"] and c.state_of(stack, "course", course) == "closed"


def test_who_reopens_what_nobody_has_has_it(stack, karla):
    stack.sql("INSERT INTO staff (uid, name, department_id, active) VALUES ('gone.sb', 'Gerda Gået', 'jobcenter', 0)")
    course = closed_today(stack, caseworker="gone.sb")
    status(karla, course)
    page = karla.submit("reopen-course", {"reason": "Jobbet ophørte"})
    assert page.notices() == ["course-reopened-yours"] and page.one("//p:course").get("caseworker") == "tl.karla"
    assert stack.sql(f"SELECT from_uid, to_uid, reason FROM course_handover WHERE course_id = {course}") == [["gone.sb", "tl.karla", "Jobbet ophørte"]]
    assert stack.sql(f"SELECT uid FROM course_contact WHERE course_id = {course} AND to_on IS NULL") == [["tl.karla"]]


@pytest.mark.parametrize("state, form, fields", [
    ("planning", "pause-course", {"reason": "x", "returns-on": "31-12-2099"}), ("active", "resume-course", {}),
    ("screened", "screen-course", {"screening-note": "x"}), ("assessment", "analyse-course", {"informed-on": day(0)}),
])
def test_an_event_of_another_state(stack, mads, state, form, fields):
    event = form.removesuffix("-course")
    source = {"pause": "active", "resume": "paused", "screen": "new", "analyse": "assessed-risk"}[event]
    course = c.new_course(stack, state=source)
    page = status(mads, course)
    stack.sql(f"UPDATE course SET state = '{state}' WHERE id = {course}")
    page = mads.submit(form, fields, page=page)
    assert page.status == 422 and page.notices() == ["course-state"] and c.state_of(stack, "course", course) == state


def test_a_double_click_closes_once(stack, mads):
    course = c.new_course(stack)
    page = status(mads, course)
    pairs = mads.fill(page.form("close-course"), {"outcome": "moved", "reason": "Flyttet"}, "close-course")
    answers = [mads.send(f"/plan/{course}/status/close", pairs) for _ in range(2)]
    assert [a.status for a in answers] == [303, 303] or [a.status for a in answers] == [200, 200]
    assert stack.sql(f"SELECT COUNT(*) FROM course FOR SYSTEM_TIME ALL WHERE id = {course} AND state = 'closed'") == [["1"]]


# A plan that the citizen does not agree on

def test_a_leader_approves_what_is_not_agreed(stack, mads, karla):
    course = c.new_course(stack, state="planning")
    plan = c.new_plan(stack, course, state="draft")
    intervention = c.new_intervention(stack, course, plan, state="proposed")
    assert missing(status(mads, course), "agree") == ["plan", "ordered"]
    mads.get(f"/plan/{course}/plan")
    page = mads.submit("agreement", {"agreement": "not-agreed", "agreed-on": day(0), "agreed-how": "phone", "citizens-words": "Det vil jeg ikke"})
    assert page.one("//p:plan").get("state") == "presented" and not page.all("//p:form[@name='approve-plan']")
    karla.get(f"/plan/{course}/plan")
    page = karla.submit("approve-plan", {})
    assert page.notices() == ["plan-approved"] and page.one("//p:course").get("state") == "active"
    assert (page.one("//p:plan").get("agreement"), page.one("//p:plan").get("approved-by-name")) == ("not-agreed", "Karla Koordin")
    assert c.state_of(stack, "intervention", intervention) == "ordered"


# Control, documents, contacts, the head

def test_deadlines_say_why_and_how_they_ended(stack, mads):
    course = c.new_course(stack)
    page = mads.get(f"/plan/{course}/control")
    assert page.one("//p:course").get("idle-days") is not None and page.all("//p:next-event/@name") == ["prepare", "close"]
    page = mads.submit("deadline", {"deadline-kind": "follow-up", "due-on": day(20), "counts-from": day(30), "law": "§ 13 b"})
    assert page.errors() == {"due-on": "before-start"}
    page = mads.submit("deadline", {"deadline-kind": "follow-up", "due-on": day(20), "counts-from": day(-30), "law": "§ 13 b"})
    moved = {"deadline-kind": "follow-up", "due-on": day(25), "counts-from": "", "law": ""}
    assert mads.submit("deadline", {**moved, "due-on": day(-1)}).errors() == {"due-on": "in-past"}
    assert mads.submit("deadline", moved).errors() == {"moved-reason": "law-moved"}
    page = mads.submit("deadline", {**moved, "moved-reason": "Borgeren er på ferie"})
    row = page.one("//p:deadline")
    assert (row.get("days"), row.get("law"), row.get("counts-from")) == ("25", "§ 13 b", (TODAY - datetime.timedelta(days=30)).isoformat()), "the rule stands"
    assert row.get("moved-reason") == "Borgeren er på ferie" and "Borgeren er på ferie" in mads.get(f"/plan/{course}/history").text
    mads.get(f"/plan/{course}/control")
    page = mads.submit("end-deadline", {"reason": ""}, submit="waive")
    assert page.errors() == {"reason": "required"}
    page = mads.submit("end-deadline", {"reason": "Undtaget for samtaler"}, submit="waive")
    row = page.one("//p:deadline")
    assert (row.get("ended-as"), row.get("ended-reason"), row.get("done-on")) == ("waived", "Undtaget for samtaler", TODAY.isoformat())
    assert page.one("//p:course").get("next-deadline") is None


def test_people_outside_take_part_and_see_nothing(stack, mads):
    course = c.new_course(stack)
    mads.get(f"/plan/{course}/contacts")
    page = mads.submit("outside-contact", {"name": "Dr. Lise Læge", "role": "doctor", "phone": "ring", "email": "lise"})
    assert page.errors() == {"phone": "not-a-phone-number", "email": "not-an-email"}
    page = mads.submit("outside-contact", {"name": "Dr. Lise Læge", "role": "doctor", "organisation": "Lægehuset", "phone": "99 99 99 99", "email": "lise@example.org"})
    row = page.one("//p:contact")
    assert (row.get("outside"), row.get("department"), row.get("phone"), row.get("uid")) == ("yes", "Lægehuset", "99 99 99 99", None)
    assert "Dr. Lise Læge" in mads.get(f"/plan/{course}").text and "Dr. Lise Læge" in mads.get(f"/plan/{course}/history").text
    mads.get(f"/plan/{course}/contacts")
    assert mads.submit("end-contact").one("//p:contact").get("ended") == "yes"


def test_what_there_is_on_paper(stack, mads):
    course = c.new_course(stack)
    assert not mads.get(f"/plan/{course}/documents").all("//p:document")
    c.signed_notes(stack, course)
    c.new_plan(stack, course)
    stack.sql("INSERT INTO conference (course_id, held_on, citizen_present, changed_by)"
              f" VALUES ({course}, CURRENT_DATE, 'yes', 'mads.sb')")
    rows = mads.get(f"/plan/{course}/documents").all("//p:document")
    assert [r.get("kind") for r in rows] == ["notes", "conference", "plan"]
    assert all(mads.get(r.get("href")).status == 200 for r in rows)
    answered = mads.get("/plan/3/documents").all("//p:document[@kind='answers']")
    assert len(answered) == 1 and mads.get(answered[0].get("href")).status == 200
    assert not c.person(stack, "psy.eva").get("/plan/3/documents").all("//p:document[@kind='answers']")


def test_the_head_says_who_stands_in_and_since_when(stack, mads):
    course = c.new_course(stack)
    stack.sql("INSERT INTO staff_absence (uid, deputy_uid, from_on, to_on, changed_by) VALUES ('mads.sb', 'sofie.sb', CURRENT_DATE, CURRENT_DATE, 'mads.sb')")
    for tab in ("", "/status", "/notes", "/contacts", "/documents", "/control"):
        head = mads.get(f"/plan/{course}{tab}").one("//p:course")
        assert (head.get("deputy-name"), head.get("waits-for"), head.get("waits-since")) == ("Sofie Samtale", "notes", TODAY.isoformat()), tab
    stack.sql("DELETE FROM staff_absence WHERE uid = 'mads.sb' AND from_on = CURRENT_DATE")


def test_as_it_was(stack, mads):
    course = c.new_course(stack, state="active")
    status(mads, course)
    at = c.now(stack)
    time.sleep(1.1)
    mads.submit("pause-course", {"reason": "Opereres", "returns-on": day(40)})
    page = mads.get(f"/plan/{course}/status?as-of={at}")
    assert page.one("//p:course").get("state") == "active" and not page.all("//p:content//p:form")
    assert mads.get(f"/plan/{course}/control?as-of={at}").status == 200 and mads.get(f"/plan/{course}/documents?as-of={at}").status == 200
