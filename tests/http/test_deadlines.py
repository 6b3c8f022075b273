"""Deadlines by rule: what opens them, what they count from, and what becomes of them when law, day or benefit changes."""

import datetime

import pytest

import course as c
from walk import TODAY, danish


def ago(n):
    return TODAY - datetime.timedelta(days=n)


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


def on_benefit(stack, course, benefit="sygedagpenge", since=40):
    stack.sql(f"INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by)"
              f" SELECT citizen_id, '{benefit}', CURRENT_DATE - INTERVAL {since} DAY, 'mads.sb' FROM course WHERE id = {course}")
    return course


def absent_since(client, course, first):
    client.get(f"/plan/{course}/background/work")
    page = client.submit("work", {"first-absence-day": danish(first)})
    assert page.notices() == ["saved"], page.text
    return client.get(f"/plan/{course}/control")


def open_ones(page):
    return {d.get("kind"): d for d in page.all("//p:deadline[not(@done-on)]")}


def test_the_first_follow_up_counts_from_the_first_day_of_absence(stack, mads):
    course = on_benefit(stack, c.new_course(stack))
    assert not open_ones(mads.get(f"/plan/{course}/control"))
    row = open_ones(absent_since(mads, course, ago(40)))["follow-up"]
    assert row.get("due-on") == (ago(40) + datetime.timedelta(days=55)).isoformat() and row.get("counts-from") == ago(40).isoformat()
    assert "8. uge" in row.get("law") and row.get("moved-reason") is None
    row, = absent_since(mads, course, ago(33)).all("//p:deadline")
    assert row.get("days") == str(55 - 33) and danish(ago(40)) in row.get("moved-reason"), "counted anew, and it says so"
    assert absent_since(mads, c.new_course(stack), ago(40)).all("//p:deadline") == [], "no rule for who has another benefit"


def test_a_day_that_was_over_before_the_course_opens_nothing(stack, mads):
    course = on_benefit(stack, c.new_course(stack), since=300)
    assert absent_since(mads, course, ago(300)).all("//p:deadline") == []
    assert open_ones(absent_since(mads, course, ago(60)))["follow-up"].get("late") == "yes", "but what was over after it is late"


def test_a_follow_up_that_was_held_opens_the_next(stack, mads):
    course = on_benefit(stack, c.new_course(stack))
    absent_since(mads, course, ago(50))
    page = mads.submit("end-deadline", {"reason": "Samtale på kontoret"}, submit="done")
    row = open_ones(page)["follow-up"]
    assert row.get("days") == "42" and row.get("counts-from") == TODAY.isoformat() and "mindst 4 opfølgninger" in row.get("law")
    assert page.one("//p:deadline[@done-on]").get("ended-as") == "done"
    row = open_ones(absent_since(mads, course, ago(49)))["follow-up"]
    assert row.get("days") == "42", "a day that is corrected afterwards does not ask for the first one again"
