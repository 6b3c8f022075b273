"""Contacts, background, the conference: each rule, by the pages' forms."""

import datetime

import pytest

import course as c
from walk import TODAY, danish

TOMORROW = danish(TODAY + datetime.timedelta(days=1))


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


# Contacts

def test_a_contact_comes_and_goes(stack, mads):
    course = c.new_course(stack)
    nils = c.person(stack, "spl.nils")
    assert nils.send("/plan/" + course).status == 403
    mads.get(f"/plan/{course}/contacts")
    page = mads.submit("contact", {"staff": "spl.nils", "role": "nurse"})
    assert page.notices() == ["contact-added"] and page.one("//p:contact").get("department") == "Sundhedscenter"
    assert nils.send("/plan/" + course).status == 200
    page = mads.submit("contact", {"staff": "spl.nils", "role": "adviser"})
    assert (page.status, page.errors()) == (422, {"staff": "already-contact"})
    mads.get(f"/plan/{course}/contacts")
    page = mads.submit("end-contact")
    assert page.notices() == ["contact-ended"] and page.one("//p:contact").get("to-on") == TODAY.isoformat()
    assert nils.send("/plan/" + course).status == 403, "at once, not tomorrow"
    page = mads.submit("contact", {"staff": "spl.nils", "role": "nurse"})
    assert page.status == 200 and len(page.all("//p:contact")) == 2, "who was in it may come back"


@pytest.mark.parametrize("fields, errors", [
    ({"staff": "mads.sb", "role": "adviser"}, {"staff": "is-caseworker"}),
    ({"staff": "nobody", "role": "nurse"}, {"staff": "unknown-choice"}),
    ({"staff": "it.bo", "role": "nurse"}, {"staff": "unknown-choice"}),
    ({"staff": "psy.eva", "role": "caseworker"}, {"role": "unknown-choice"}),
    ({"staff": "", "role": ""}, {"staff": "required", "role": "required"}),
])
def test_contacts_that_cannot_be(stack, mads, fields, errors):
    course = c.new_course(stack)
    mads.get(f"/plan/{course}/contacts")
    page = mads.submit("contact", fields)
    assert (page.status, page.errors()) == (422, errors)
    assert stack.sql(f"SELECT COUNT(*) FROM course_contact WHERE course_id = {course}") == [["0"]]


def test_only_the_caseworker_changes_the_team(stack):
    course = c.new_course(stack, team=c.TEAM)
    eva = c.person(stack, "psy.eva")
    page = eva.get(f"/plan/{course}/contacts")
    assert len(page.all("//p:contact")) == 3 and not page.all("//p:content//p:form")
    token = eva.get(f"/plan/{course}/notes").one("//p:form[@name='professional-note']/p:token").text
    assert eva.send(f"/plan/{course}/contacts", {"token": token, "staff": "bf.tina", "role": "adviser"}).status == 403


# Background

def test_background_writes_what_changed(stack, mads):
    course = c.new_course(stack)
    path = f"/plan/{course}/background/work"
    mads.get(path)
    page = mads.submit("work", {"occupation": "Lagermedarbejder", "last-job-month": "3/2015", "weekly-hours": "32,5", "cv-active": "yes",
                                "source": "employer", "told-on": "01-03-2026"})
    assert page.notices() == ["saved"]
    entries = {e.get("name"): (e.findtext("{*}value"), e.get("source"), e.get("told-on"), e.get("type")) for e in page.all("//p:entry")}
    assert entries == {"last-job-month": ("2015-03", "employer", "2026-03-01", "month"), "occupation": ("Lagermedarbejder", "employer", "2026-03-01", "text"),
                       "weekly-hours": ("32.5", "employer", "2026-03-01", "decimal"), "cv-active": ("yes", "employer", "2026-03-01", "choice")}
    page = mads.submit("work", {"occupation": "Truckfører", "source": "citizen", "told-on": danish(TODAY)})
    told = dict(stack.sql(f"SELECT field, source FROM background_value WHERE course_id = {course}"))
    assert told == {"last-job-month": "employer", "occupation": "citizen", "weekly-hours": "employer", "cv-active": "employer"}
    assert mads.submit("work", {}).notices() == ["unchanged"]
    before = stack.sql(f"SELECT value FROM background_value FOR SYSTEM_TIME ALL WHERE course_id = {course} AND field = 'occupation' ORDER BY ROW_START")
    assert before == [["Lagermedarbejder"], ["Truckfører"]]
    page = mads.get(f"/plan/{course}/background")
    assert page.all("//p:section/@name") == ["referral", "work", "education", "social", "health", "functioning", "lifestyle", "earlier"]
    assert page.one("//p:section[@name='work']").get("filled") == "4"


def test_an_emptied_field_is_removed_and_not_forgotten(stack, mads):
    course = c.new_course(stack)
    path = f"/plan/{course}/background/work"
    mads.get(path)
    mads.submit("work", {"occupation": "Bager", "employer": "Eksempel ApS"})
    page = mads.submit("work", {"occupation": ""})
    assert page.notices() == ["saved"] and page.all("//p:entry/@name") == ["employer"]
    versions = stack.sql(f"SELECT value, changed_by FROM background_value FOR SYSTEM_TIME ALL WHERE course_id = {course} AND field = 'occupation'")
    assert versions and set(map(tuple, versions)) == {("Bager", "mads.sb")}
    events = mads.get(f"/plan/{course}/history").all("//p:event[@what='background'][@key='work.occupation']")
    assert sorted((e.get("change"), e.get("by")) for e in events) == [("created", "mads.sb"), ("removed", "mads.sb")]


@pytest.mark.parametrize("first", [{"occupation": "Bager"}, {"employer": ""}])
def test_two_windows_of_one_background(stack, mads, first):
    course = c.new_course(stack)
    path = f"/plan/{course}/background/work"
    mads.get(path)
    mads.submit("work", {"occupation": "Slagter", "employer": "Eksempel ApS"})
    one, two = mads.get(path), mads.get(path)
    assert mads.submit("work", first, page=one).status == 200
    page = mads.submit("work", {"occupation": "Smed"}, page=two)
    field = page.one("//p:field[@name='occupation']")
    stands = first.get("occupation", "Slagter")
    assert page.status == 409 and (field.findtext("{*}value"), field.findtext("{*}theirs")) == ("Smed", stands)
    assert page.one("//p:field[@name='employer']").findtext("{*}theirs") == first.get("employer")
    assert not page.all("//p:field[@name='source']/p:theirs"), "only what differs is shown twice"
    assert ["occupation", stands] in stack.sql(f"SELECT field, value FROM background_value WHERE course_id = {course}")
    assert mads.submit("work", {}).status == 200
    assert ["occupation", "Smed"] in stack.sql(f"SELECT field, value FROM background_value WHERE course_id = {course}")


@pytest.mark.parametrize("fields, errors", [
    ({"last-job-month": "13-2015"}, {"last-job-month": "not-a-month"}),
    ({"last-job-month": "marts"}, {"last-job-month": "not-a-month"}),
    ({"weekly-hours": "37 timer"}, {"weekly-hours": "not-a-number"}),
    ({"weekly-hours": "170"}, {"weekly-hours": "out-of-range"}),
    ({"first-absence-day": "31-04-2026"}, {"first-absence-day": "not-a-date"}),
    ({"last-offer-from": "02-03-2026", "last-offer-to": "01-03-2026"}, {"last-offer-to": "before-start"}),
    ({"told-on": TOMORROW}, {"told-on": "in-future"}),
    ({"first-absence-day": TOMORROW}, {"first-absence-day": "in-future"}),
    ({"source": "rumour"}, {"source": "unknown-choice"}),
    ({"occupation": "x" * 201}, {"occupation": "too-long"}),
])
def test_background_that_cannot_be(stack, mads, fields, errors):
    course = c.new_course(stack)
    mads.get(f"/plan/{course}/background/work")
    page = mads.submit("work", {"employer": "Eksempel ApS", **fields})
    assert (page.status, page.errors()) == (422, errors)
    assert page.one("//p:field[@name='employer']").findtext("{*}value") == "Eksempel ApS", "what was typed is still there"
    assert stack.sql(f"SELECT COUNT(*) FROM background_value WHERE course_id = {course}") == [["0"]]




# The conference

def test_a_conference_leads_to_the_plan(stack, mads):
    course = c.new_course(stack)
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({course}, 'conference', CURRENT_DATE + INTERVAL 1 DAY, 'mads.sb')")
    page = mads.get(f"/plan/{course}/conference")
    assert page.all("//p:course/p:missing/@profession") == ["caseworker", "psychologist", "physiotherapist", "nurse"]
    page = mads.submit("conference", {"held-on": TOMORROW, "citizen-present": "yes", "conclusion": "Plan"})
    assert (page.status, page.errors()) == (422, {"held-on": "in-future"})
    page = mads.submit("conference", {"held-on": danish(TODAY), "citizen-present": "perhaps", "conclusion": ""})
    assert page.errors() == {"citizen-present": "unknown-choice", "conclusion": "required"}
    page = mads.submit("conference", {"held-on": danish(TODAY), "citizen-present": "no", "conclusion": "Plan"})
    assert page.errors() == {"absence-reason": "required"}
    said = {"held-on": danish(TODAY), "citizen-present": "phone", "citizens-words": "I gang", "conclusion": "Plan"}
    c.signed_notes(stack, course, missing=["psychologist", "nurse"])
    page = mads.submit("conference", said)
    missing = page.all("//p:notice[@key='course-lacks']/p:missing")
    assert page.status == 422 and [(m.get("key"), m.get("profession")) for m in missing] == [("note", "psychologist"), ("note", "nurse")]
    assert mads.get(missing[0].get("href")).status == 200 and c.state_of(stack, "course", course) == "assessment"
    assert page.one("//p:field[@name='conclusion']").findtext("{*}value") == "Plan", "what was typed is still there"
    c.signed_notes(stack, course, missing=["caseworker", "physiotherapist", "nurse"])
    stack.sql(f"INSERT INTO note_waiver (course_id, profession, reason, waived_on, changed_by) VALUES ({course}, 'nurse', 'Er syg', CURRENT_DATE, 'mads.sb')")
    mads.get(f"/plan/{course}/conference")
    page = mads.submit("conference", said)
    assert page.status == 200 and page.one("//p:course").get("state") == "planning"
    assert page.one("//p:conference").findtext("{*}citizens-words") == "I gang"
    assert page.one("//p:course").get("next-deadline-kind") != "conference", "its deadline is met"


@pytest.mark.parametrize("state", ["closed", "closed-low"])
def test_nothing_changes_in_a_closed_course(stack, mads, state):
    course = c.new_course(stack, state="planning")
    pages = {name: mads.get(f"/plan/{course}/{name}") for name in ("contacts", "notes", "focus-areas", "conference", "interventions")}
    stack.sql(f"UPDATE course SET state = '{state}' WHERE id = {course}")
    fields = {"contacts": ("contact", {"staff": "spl.nils", "role": "nurse"}), "notes": ("professional-note", {"limitation": "Min tekst"}),
              "focus-areas": ("focus-area", {"component": "function", "kind": "barrier", "icf-code": "FB525", "description": "Min tekst"}),
              "conference": ("conference", {"held-on": danish(TODAY), "citizen-present": "yes", "conclusion": "Min tekst"}),
              "interventions": ("intervention", {"title": "x", "provider": "vh.bent", "goal": "Min tekst", "starts-on": danish(TODAY), "first-measurement-on": danish(TODAY)})}
    for name, (form, values) in fields.items():
        page = mads.submit(form, values, page=pages[name])
        assert page.status == 422 and page.notices() == ["course-closed"], name
        assert name == "contacts" or page.one(f"//p:form[@name='{form}']").xpath("string()").count("Min tekst") == 1, "what was typed is not lost"
        assert not mads.get(f"/plan/{course}/{name}").all("//p:content//p:form[@method='post']"), name
    assert stack.sql(f"SELECT COUNT(*) FROM course_contact WHERE course_id = {course}") == [["0"]]
