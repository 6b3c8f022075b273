"""The report "time", from its definition: until the first offer, where a course waits, which lie still, how many are in an offer."""

import datetime
from fractions import Fraction

import asked_about

DAY = datetime.timedelta(days=1)
STEPS = ("new", "screened", "assessed-risk", "assessment", "conference-ready", "planning", "paused")
OPEN = ("new", "screened", "assessed-risk", "assessment", "conference-ready", "planning", "active")
BANDS = (("weeks-0", 0, 3), ("weeks-4", 4, 7), ("weeks-8", 8, 12), ("weeks-13", 13, 25), ("weeks-26", 26, 51), ("weeks-52", 52, 10**6))
STILL = 28
TOUCHED = ("course_contact", "background_value", "focus_area", "conference", "plan", "intervention", "measurement", "intervention_absence",
           "employment_measurement")


def danish_day(moment):
    """Summer time: from the last Sunday of March to that of October, at one in the night in UTC."""
    def last_sunday(month):
        day = datetime.datetime(moment.year, month, 31, 1)
        return day - DAY * ((day.weekday() + 1) % 7)
    return (moment + datetime.timedelta(hours=2 if last_sunday(3) <= moment < last_sunday(10) else 1)).date()


def mean(values):
    return Fraction(sum(values), len(values)) if values else None


def quantile(values, part):
    """The value that so many do not exceed; where that is between two, the mean of both."""
    if not values:
        return None
    at = sorted(values)
    below = len(at) * part
    if below.denominator == 1 and 0 < below < len(at):
        return Fraction(at[int(below) - 1] + at[int(below)], 2)
    return Fraction(at[min(int(below), len(at) - 1)])


def started(cohort, course, today):
    return [row for row in cohort.now("intervention") if row["course_id"] == course["id"] and row["started_on"] is not None and row["started_on"] <= today and
            row["state"] in ("running", "completed", "stopped")]


def offers(cohort, courses, ask, last, out):
    weeks = {"offer": [], "company": []}
    opened = [course for course in courses if ask.first <= course["opened_on"] <= last and course["state"] != "closed-low"]
    for course in opened:
        of = [row for row in started(cohort, course, ask.today) if row["is_offer"]]
        for kind, rows in (("offer", of), ("company", [row for row in of if row["is_company_offer"]])):
            if rows:
                weeks[kind].append(max(0, (min(row["started_on"] for row in rows) - course["opened_on"]).days // 7))
    for kind, of in weeks.items():
        out["offers", kind, "mean"], out["offers", kind, "median"] = mean(of), quantile(of, Fraction(1, 2))
        out["offers", kind, "without"] = Fraction(100 * (len(opened) - len(of)), len(opened)) if opened else None
        for name, least, most in BANDS:
            out["weeks", name, kind] = sum(least <= one <= most for one in of)
        out["weeks", "none", kind], out["weeks", "total", kind] = len(opened) - len(of), len(opened)
    for name in ("mean", "median", "without"):
        out["brief", name, "value"] = out["offers", "offer", name]


def stays(cohort, course, now):
    """(step, since, until) of a course, as its versions have it up to the one of now."""
    known = {(row["state"], row["state_since"]) for row in cohort.all("course") if row["id"] == course["id"] and row["since"] <= now["since"]}
    known = sorted(known, key=lambda one: one[1])
    return [(state, since, after[1]) for (state, since), after in zip(known, known[1:])]


def waiting(cohort, courses, ask, last, out):
    waits = {step: [] for step in (*STEPS, "order")}
    for course in courses:
        for step, since, until in stays(cohort, course, course):
            if step in waits and ask.first <= danish_day(until) <= last:
                waits[step].append((until - since) // DAY)
        for row in started(cohort, course, ask.today):
            if row["ordered_on"] is not None and ask.first <= row["started_on"] <= last:
                waits["order"].append(max(0, (row["started_on"] - row["ordered_on"]).days))
    for step, days in waits.items():
        out["waiting", step, "left"], out["waiting", step, "mean"] = len(days), mean(days)
        out["waiting", step, "median"], out["waiting", step, "nine-tenths"] = quantile(days, Fraction(1, 2)), quantile(days, Fraction(9, 10))


def touched_on(cohort, course):
    """The day on which anything of it changed last."""
    days = [course["opened_on"], danish_day(course["since"])]
    for table in TOUCHED:
        days += [danish_day(row["since"]) for row in cohort.now(table) if row["course_id"] == course["id"]]
    days += [danish_day(row["sent_at"]) for row in cohort.now("message") if row["course_id"] == course["id"] and row["from_uid"] is not None]
    days += [danish_day(row["signed_at"]) for row in cohort.now("professional_note") if row["course_id"] == course["id"] and row["state"] == "signed"]
    return max(days)


def still(cohort, courses, ask, out):
    count = {state: [0, 0] for state in (*OPEN, "total")}
    for course in courses:
        if course["state"] in OPEN and asked_about.open_on(course, ask.today):
            lies = (ask.today - touched_on(cohort, course)).days >= STILL
            for row in (course["state"], "total"):
                count[row][0] += 1
                count[row][1] += lies
    for row, (all_of_them, lying) in count.items():
        out["still", row, "open"], out["still", row, "still"], out["still", row, "moves"] = all_of_them, lying, all_of_them - lying
        out["still", row, "share"] = Fraction(100 * lying, all_of_them) if all_of_them else None
    out["brief", "still", "value"] = out["still", "total", "share"]


def month_ends(first, last):
    day = first
    while day <= last:
        if (day + DAY).day == 1:
            yield day
        day += DAY


def quarter_of(day):
    return datetime.date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def activation(cohort, courses, ask, out):
    """Whole quarters, also where the period begins or ends within one."""
    shares, after = {}, quarter_of(quarter_of(ask.last) + 100 * DAY)
    for day in month_ends(quarter_of(ask.first), min(after - DAY, ask.today)):
        there = [course for course in courses if asked_about.open_on(course, day)]
        running = [(course, row) for course in there for row in started(cohort, course, ask.today)
                   if row["is_offer"] and row["started_on"] <= day and (row["ended_on"] is None or row["ended_on"] > day)]
        count = {"open": len(there), "active": len({course["citizen_id"] for course, _ in running}), "offers": len(running),
                 "company-offers": sum(row["is_company_offer"] for _, row in running)}
        out.update({("month-ends", str(day), column): value for column, value in count.items()})
        of = {"degree": Fraction(100 * count["active"], count["open"]) if there else None,
              "company-share": Fraction(100 * count["company-offers"], count["offers"]) if running else None}
        quarter = quarter_of(day)
        for column, share in of.items():
            out["month-ends", str(day), column] = share
            shares.setdefault((quarter, column), []).append(share)
    for (quarter, column), known in shares.items():
        known = [share for share in known if share is not None]
        out["activation", str(quarter), column] = sum(known) / len(known) if known else None


def figures(cohort, ask, world):
    courses, last, out = asked_about.courses(cohort, ask, world), min(ask.last, ask.today), {}
    offers(cohort, courses, ask, last, out)
    waiting(cohort, courses, ask, last, out)
    still(cohort, courses, ask, out)
    activation(cohort, courses, ask, out)
    return out
