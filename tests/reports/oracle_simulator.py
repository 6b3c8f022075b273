"""The report "simulator" from its definition: the year so far, or what is typed, carried on month by month, in exact fractions."""

import datetime
from fractions import Fraction
from math import ceil

from asked_about import courses, departments, open_on
from asking import Ask

HOURS_A_MONTH = 110  # a full-time caseworker's, with citizens
WEEKS_A_MONTH = Fraction(52, 12)
USUAL = {"at-risk": 60, "hours": 12, "cases": 40}
NORMS = (80, 70, 60, 50, 45, 40, 35)
ASKS = [Ask(), Ask(own=(("inflow", "4.5"), ("at-risk", "45"), ("hours", "7.5"), ("cases", "35"))), Ask(own=(("inflow", "0"), ("hours", "0"))),
        Ask(own=(("at-risk", "0"), ("hours", "0.1"))), Ask(own=(("inflow", "100000"), ("at-risk", "100"), ("hours", "500"), ("cases", "1"))),
        Ask(own=(("inflow", "7"), ("hours", "33.3"), ("cases", "200"))), Ask(today=datetime.date(2024, 2, 29)), Ask(today=datetime.date(2022, 6, 15))]


def a_year_before(day):
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def a_month(of_a_year):
    """The mean month of a year's number."""
    return Fraction(of_a_year, 12)


def now(cohort, ask, world):
    """(open, opened and closed in a year): what is on pause is not open, what was of low risk was never open, but somebody came."""
    there = courses(cohort, ask, world)
    real = [course for course in there if course["state"] != "closed-low"]
    after = a_year_before(ask.today)
    return (sum(open_on(course, ask.today) and course["state"] != "paused" for course in real), sum(after < course["opened_on"] <= ask.today for course in there),
            sum(course["closed_on"] is not None and after < course["closed_on"] <= ask.today for course in real))


def staff(cohort, ask):
    where = departments(cohort, ask)
    return sum((Fraction(row["fte"]) for row in cohort.now("staff_hours")
                if row["department_id"] in where and row["from_on"] <= ask.today and (row["to_on"] is None or row["to_on"] >= ask.today)), Fraction(0))


def hundredths_up(number):
    return Fraction(ceil(number * 100), 100)


def needed(given, open_, cases):
    """For the courses that are open, or for the hours of those who come: whichever is more."""
    fresh = Fraction(given["inflow"]) * given["at-risk"] / 100
    return max(hundredths_up(Fraction(open_) / cases), hundredths_up(fresh * given["hours"] / HOURS_A_MONTH))


def months(given):
    """A year, one month after the other: everybody at risk waits until there are hours to begin with, and room among the courses of the staff."""
    queue, open_, everybody = Fraction(0), Fraction(given["open"]), Fraction(given["open"])
    for _ in range(12):
        fresh = Fraction(given["inflow"]) * given["at-risk"] / 100
        waiting = queue + fresh
        capacity = max(Fraction(0), given["staff"] * given["cases"] - (open_ - given["closed"]))
        if given["hours"]:
            capacity = min(capacity, given["staff"] * HOURS_A_MONTH / given["hours"])
        begun = min(waiting, capacity)
        queue = waiting - begun
        open_ = max(Fraction(0), open_ + begun - given["closed"])
        everybody = max(Fraction(0), everybody + fresh - given["closed"])
        weeks = Fraction(0) if queue == 0 else queue / capacity * WEEKS_A_MONTH if capacity else None
        yield {"fresh": fresh, "begun": begun, "queue": queue, "weeks": weeks, "open": open_, "needed": needed(given, everybody, given["cases"])}, everybody


def figures(cohort, ask, world):
    open_, opened, closed = now(cohort, ask, world)
    given = {"inflow": a_month(opened), **USUAL, **{name: Fraction(value) for name, value in ask.own}, "open": open_, "closed": a_month(closed), "staff": staff(cohort, ask)}
    out = {("brief", name, "value"): given[name] for name in ("inflow", "at-risk", "hours", "cases", "open", "staff")}
    month, everybody = ask.today, given["open"]
    for values, everybody in months(given):
        month = (month.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
        out.update({("months", str(month), column): value for column, value in values.items()})
    out["brief", "needed", "value"] = needed(given, everybody, given["cases"])
    for norm in NORMS:
        then = needed(given, everybody, norm)
        out.update({("norms", f"norm-{norm}", column): value for column, value in
                    (("now", hundredths_up(Fraction(open_, norm))), ("needed", then), ("more", then - given["staff"]))})
    return out
