"""The report "flow", from its definition: who comes, who goes, who is there."""

import calendar
import datetime
from fractions import Fraction

import asked_about
from asking import Ask, asks

DAY = datetime.timedelta(days=1)
OUTCOMES = ("job", "education", "flexjob", "wage-subsidy", "benefit", "pension", "moved", "dead", "low-risk", "other")


ASKS = [*asks(), Ask(first=datetime.date(2026, 2, 1), last=datetime.date(2026, 2, 28))]


def months(first, last):
    """The first and the last day of each month between two days."""
    out = []
    day = first
    while day <= last:
        end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        out.append((day, min(end, last)))
        day = end + DAY
    return out


def all_days(first, last):
    return [first + n * DAY for n in range((last - first).days + 1)]


def moves(courses, first, last):
    """What was there the evening before, what came, what went, and what is there on the last evening, counted one by one."""
    return {
        "before": sum(asked_about.open_on(course, first - DAY) for course in courses),
        "opened": sum(first <= course["opened_on"] <= last for course in courses),
        "closed": sum(course["closed_on"] is not None and first <= course["closed_on"] <= last for course in courses),
        "after": sum(asked_about.open_on(course, last) for course in courses),
    }


def outcome(course):
    return course["outcome"] if course["outcome"] in OUTCOMES else "other"


def closed_with(courses, first, last):
    out = dict.fromkeys(OUTCOMES, 0)
    for course in courses:
        if course["closed_on"] is not None and first <= course["closed_on"] <= last:
            out[outcome(course)] += 1
    return {**out, "closed": sum(out.values())}


def persons(courses, first, last):
    """A day in a course is one day, also in two; who was there before, or came, was touched."""
    days = {(course["citizen_id"], day) for course in courses for day in all_days(first, last) if asked_about.open_on(course, day)}
    touched = {course["citizen_id"] for course in courses if course["opened_on"] <= last and (course["closed_on"] is None or course["closed_on"] >= first)}
    return {"touched": len(touched), "full-time": Fraction(len(days), (last - first).days + 1)}


def figures(cohort, ask, world):
    courses = asked_about.courses(cohort, ask, world)
    last = min(ask.last, ask.today)
    out = {}

    def put(table, row, values):
        out.update({(table, row, column): value for column, value in values.items()})

    for begins, ends in months(ask.first, last):
        put("stock", str(begins), {**moves(courses, begins, ends), **persons(courses, begins, ends)})
        put("outcome", str(begins), closed_with(courses, begins, ends))
    total, ways = moves(courses, ask.first, last), closed_with(courses, ask.first, last)
    put("stock", "total", total)
    put("outcome", "total", ways)
    for table, key in (("by-group", "target_group"), ("by-department", "department_id")):
        for name in {course[key] for course in courses}:
            part = moves([course for course in courses if course[key] == name], ask.first, last)
            if part["before"] + part["opened"] + part["closed"] > 0:
                put(table, "none" if name is None else name, part)
        put(table, "total", total)
    for name in ("opened", "closed", "after"):
        out["brief", name, "value"] = total[name]
    at_work = ways["job"] + ways["education"] + ways["flexjob"] + ways["wage-subsidy"]
    out["brief", "at-work", "value"] = Fraction(100 * at_work, ways["closed"]) if ways["closed"] else None
    return out
