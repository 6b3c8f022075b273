"""What who runs interventions sees of them and does with them, how long, and what nobody of them ever sees."""

import datetime

import pytest

import course as c

TODAY = datetime.date.today()


def ago(days):
    return (TODAY - datetime.timedelta(days=days)).isoformat()


@pytest.fixture
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture
def bent(stack):
    return c.person(stack, "vh.bent")


def one(stack, state="running", course_state="active", **more):
    """A course with one of Bent's interventions: (course, intervention)."""
    course = c.new_course(stack, state=course_state)
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course), state=state)
    if more:
        stack.sql(f"UPDATE intervention SET {', '.join(f'{key} = {value}' for key, value in more.items())} WHERE id = {intervention}")
    return course, intervention


# How long

@pytest.mark.parametrize("state", ["completed", "stopped", "declined", "withdrawn"])
def test_access_ends_a_while_after_the_intervention(stack, bent, state):
    course, intervention = one(stack, state, ended_on=f"'{ago(28)}'")
    path, progression = f"/plan/interventions/{intervention}", f"/plan/{course}/progression"
    measured = 200 if state in ("completed", "stopped") else 403
    assert (bent.send(path).status, bent.send(progression).status) == (200, measured), "the last day"
    stack.sql(f"UPDATE intervention SET ended_on = '{ago(29)}' WHERE id = {intervention}")
    assert (bent.send(path).status, bent.send(progression).status) == (403, 403)


def test_what_was_never_ordered_is_never_seen(stack, bent):
    course, intervention = one(stack, "proposed", "planning")
    assert bent.send(f"/plan/interventions/{intervention}").status == 403
    stack.sql(f"UPDATE intervention SET state = 'withdrawn', ended_on = CURRENT_DATE WHERE id = {intervention}")
    assert bent.send(f"/plan/interventions/{intervention}").status == 403


def test_what_runs_on_after_the_course_was_closed_ends_by_its_own_end(stack, bent):
    course, intervention = one(stack, starts_on=f"'{ago(120)}'", ends_on=f"'{ago(20)}'")
    stack.sql(f"UPDATE course SET state = 'closed', outcome = 'job', closed_on = '{ago(90)}' WHERE id = {course}")
    assert bent.send(f"/plan/interventions/{intervention}").status == 200
    stack.sql(f"UPDATE intervention SET ends_on = '{ago(29)}' WHERE id = {intervention}")
    assert bent.send(f"/plan/interventions/{intervention}").status == 403
