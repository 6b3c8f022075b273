"""The plan, its interventions, what providers may do with them."""

import datetime

import pytest

import course as c
from walk import TODAY, danish


def day(n):
    return danish(TODAY + datetime.timedelta(days=n))


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def bent(stack):
    return c.person(stack, "vh.bent")


def propose(client, course, **fields):
    client.get(f"/plan/{course}/interventions")
    return client.submit("intervention", {"title": "Mentorstøtte", "provider": "vh.bent", "goal": "Kommer af sted", "starts-on": day(0),
                                          "first-measurement-on": day(14), **{k.replace("_", "-"): v for k, v in fields.items()}})


def agree(client, course, agreement="agreed", **fields):
    client.get(f"/plan/{course}/plan")
    said = {"agreed-on": day(0), "agreed-how": "meeting"} if agreement != "not-asked" else {}
    return client.submit("agreement", {"agreement": agreement, **said, **{k.replace("_", "-"): v for k, v in fields.items()}})


def states(stack, table, course):
    return [row[0] for row in stack.sql(f"SELECT state FROM {table} WHERE course_id = {course} ORDER BY id")]


@pytest.mark.parametrize("fields, errors", [
    ({"first_measurement_on": day(-1)}, {"first-measurement-on": "before-start"}),
    ({"ends_on": day(-1)}, {"ends-on": "before-start"}),
    ({"ends_on": day(7)}, {"first-measurement-on": "after-end"}),
    ({"provider": "psy.eva"}, {"provider": "unknown-choice"}),
    ({"focus_area": "1"}, {"focus-area": "unknown-choice"}),
    ({"goal": "x" * 1001}, {"goal": "too-long"}),
    ({"title": ""}, {"title": "required"}),
    ({"starts_on": "i morgen"}, {"starts-on": "not-a-date"}),
])
def test_interventions_that_cannot_be(stack, mads, fields, errors):
    course = c.new_course(stack, state="planning")
    page = propose(mads, course, **fields)
    assert page.status == 422 and page.errors().items() >= errors.items()
    assert states(stack, "intervention", course) == [] and states(stack, "plan", course) == []


def test_no_plan_before_the_conference(stack, mads):
    for state in ("assessment", "conference-ready", "paused"):
        course = c.new_course(stack, state=state)
        assert not mads.get(f"/plan/{course}/interventions").all("//p:form[@name='intervention']")


def test_a_plan_is_agreed(stack, mads):
    course = c.new_course(stack, state="planning")
    page = mads.get(f"/plan/{course}/plan")
    assert not page.all("//p:form[@name='agreement']") and page.all("//p:form[@name='plan']/p:submit/@name") == ["save"], "nothing to agree on"
    area = c.insert(stack, "INSERT INTO focus_area (course_id, component, kind, priority, description, profession, uid, changed_by)"
                    f" VALUES ({course}, 'personal', 'barrier', 1, 'x', 'other', 'mads.sb', 'mads.sb')")
    propose(mads, course, focus_area=area)
    page = propose(mads, course, title="Træning", provider="fys.pia")
    assert page.all("//p:intervention/@state") == ["proposed", "proposed"] and page.all("//p:timeline")
    assert c.state_of(stack, "focus_area", area) == "chosen"
    assert mads.get(f"/plan/{course}").one("//p:course").get("waits-for") == "agreement"
    page = agree(mads, course)
    assert page.notices() == ["plan-agreed"]
    plan = page.one("//p:plan")
    assert (plan.get("version"), plan.get("state"), plan.get("agreement"), plan.get("agreed-on")) == ("1", "agreed", "agreed", TODAY.isoformat())
    assert states(stack, "intervention", course) == ["ordered", "ordered"] and c.state_of(stack, "course", course) == "active"
    assert mads.get(f"/plan/{course}").one("//p:course").get("waits-for") == "acceptance"


def test_not_agreed_is_an_answer_too(stack, mads):
    course = c.new_course(stack, state="planning")
    propose(mads, course)
    page = agree(mads, course, "not-agreed", agreed_how="")
    assert (page.status, page.errors()) == (422, {"citizens-words": "required", "agreed-how": "required"})
    page = agree(mads, course, "not-agreed", citizens_words="Jeg vil hellere vente")
    assert page.notices() == ["plan-not-agreed"] and page.one("//p:plan").get("state") == "presented"
    assert "Jeg vil hellere vente" in page.text
    assert states(stack, "intervention", course) == ["proposed"] and c.state_of(stack, "course", course) == "planning"
    page = agree(mads, course, "agreed-with-reservation", citizens_words="")
    assert page.errors() == {"citizens-words": "required"}
    page = agree(mads, course, "agreed", agreed_on="")
    assert page.errors() == {"agreed-on": "required"}
    page = agree(mads, course, "agreed", agreed_on=day(1))
    assert page.errors() == {"agreed-on": "in-future"}
    page = agree(mads, course, "agreed", agreed_on=day(-31))
    assert page.errors() == {"agreed-on": "before-opening"}
    assert agree(mads, course, "agreed-with-reservation", citizens_words="Kun formiddage").status == 200
    assert states(stack, "intervention", course) == ["ordered"]


def test_a_new_version_carries_on_what_runs(stack, mads, bent):
    course = c.new_course(stack, state="planning")
    propose(mads, course)
    agree(mads, course)
    first = stack.sql(f"SELECT id FROM intervention WHERE course_id = {course}")[0][0]
    bent.get("/plan/interventions/" + first)
    bent.submit("accept")
    bent.submit("start", {"started-on": day(0)})
    page = propose(mads, course, title="Praktik", provider="vk.ole")
    assert page.one("//p:course").get("state") == "planning"
    assert states(stack, "plan", course) == ["agreed", "draft"], "the old one stays in force"
    assert bent.get("/plan/interventions/" + first).one("//p:intervention").get("state") == "running"
    page = agree(mads, course)
    assert states(stack, "plan", course) == ["superseded", "agreed"] and page.one("//p:course").get("state") == "active"
    assert sorted(page.all("//p:plan[@version='2']/p:intervention/@title")) == ["Mentorstøtte", "Praktik"]
    assert states(stack, "intervention", course) == ["running", "ordered"]


def test_a_stale_agreement(stack, mads):
    course = c.new_course(stack, state="planning", team=[("sofie.sb", "co-caseworker")])
    propose(mads, course)
    sofie = c.person(stack, "sofie.sb")
    hers = sofie.get(f"/plan/{course}/plan")
    agree(mads, course, "not-asked", not_asked_reason="Er bortrejst")
    page = sofie.submit("agreement", {"agreement": "agreed", "agreed-on": day(0), "agreed-how": "phone"}, page=hers)
    assert page.status == 409 and states(stack, "intervention", course) == ["proposed"]


# Providers

def ordered(stack, provider="vh.bent"):
    course = c.new_course(stack, state="active")
    return course, c.new_intervention(stack, course, c.new_plan(stack, course), provider=provider, state="ordered")


def test_a_provider_learns_what_was_agreed_and_no_more(stack, mads, bent):
    course, intervention = ordered(stack)
    citizen, cpr, name = c.citizen_of(stack, course)
    page = bent.get("/plan/interventions/" + intervention)
    assert page.one("//p:intervention/p:citizen").get("name") == name
    assert cpr[6:] not in page.text.replace(intervention, "") and "employment-goal" not in page.text
    assert sorted(page.all("//p:intervention/p:form[@name != 'message']/@name")) == ["accept", "decline"]
    for tab in ("", "/contacts", "/background", "/notes", "/focus-areas", "/conference", "/plan", "/interventions", "/history", "/progression"):
        assert bent.send(f"/plan/{course}{tab}").status == 403, tab
    page = mads.get("/plan/interventions/" + intervention)
    assert page.all("//p:content//p:form/@name") == ["message"], "only its provider answers"
    grades = stack.sql(f"SELECT DISTINCT grade FROM access_log WHERE citizen_id = {citizen} AND uid = 'vh.bent' AND action = 'show'")
    assert grades == [["provider"]]


def test_accept_and_start(stack, bent):
    course, intervention = ordered(stack)
    bent.get("/plan/interventions/" + intervention)
    page = bent.submit("accept")
    assert page.notices() == ["accepted"] and page.all("//p:intervention/p:form[@name != 'message']/@name") == ["start", "citizen-absence"]
    page = bent.submit("start", {"started-on": day(1)})
    assert (page.status, page.errors()) == (422, {"started-on": "in-future"})
    page = bent.submit("start", {"started-on": day(-2)})
    row = page.one("//p:intervention")
    assert (row.get("state"), row.get("started-on")) == ("running", (TODAY - datetime.timedelta(days=2)).isoformat())
    assert page.all("//p:intervention/p:form[@name != 'message']/@name") == ["citizen-absence", "finish", "propose-stop"]


def test_decline_with_a_reason(stack, mads, bent):
    course, intervention = ordered(stack)
    bent.get("/plan/interventions/" + intervention)
    assert bent.submit("decline", {"reason": ""}).errors() == {"reason": "required"}
    page = bent.submit("decline", {"reason": "Ingen ledige timer"})
    assert page.one("//p:intervention").get("state") == "declined"
    page = mads.get("/plan/" + course)
    assert page.one("//p:course").get("waits-for") == "provider" and page.one("//p:intervention").get("waits") == "provider"
    assert mads.get(f"/plan/{course}/interventions").one("//p:intervention").get("state-reason") == "Ingen ledige timer"


def test_no_step_twice_and_none_by_others(stack, mads, bent):
    course, intervention = ordered(stack)
    page = bent.get("/plan/interventions/" + intervention)
    again = bent.fill(page.form("accept"), {}, "accept")
    decline = bent.fill(page.form("decline"), {"reason": "Alligevel ikke"}, "decline")
    bent.submit("accept")
    assert bent.send(f"/plan/interventions/{intervention}/accept", again).status == 303, "the same form again is no second step"
    assert bent.send(f"/plan/interventions/{intervention}/decline", decline).status == 422
    assert c.state_of(stack, "intervention", intervention) == "accepted"
    ole = c.person(stack, "vk.ole")
    token = ole.get("/plan").one("//p:user/p:form/p:token").text
    assert ole.send(f"/plan/interventions/{intervention}/start", {"token": token, "started-on": day(0)}).status == 403
    token = mads.get("/plan").one("//p:user/p:form/p:token").text
    assert mads.send(f"/plan/interventions/{intervention}/start", {"token": token, "started-on": day(0)}).status == 403
    assert c.state_of(stack, "intervention", intervention) == "accepted"


def test_proposed_is_not_yet_the_providers(stack, bent):
    course = c.new_course(stack, state="planning")
    proposed = c.new_intervention(stack, course, c.new_plan(stack, course, state="draft"), state="proposed")
    assert bent.send("/plan/interventions/" + proposed).status == 403
