"""The report "caseload", from its definition: open courses against full-time equivalents, by caseworker, benefit and department, and over time."""

import calendar
import datetime
from fractions import Fraction

import asked_about
from asking import Ask

ASKS = [Ask(first=datetime.date(2025, 1, 1), last=datetime.date(2025, 12, 31)), Ask(first=datetime.date(2022, 1, 1), last=datetime.date(2024, 6, 30)),
        Ask(first=datetime.date(2025, 12, 1), last=datetime.date(2026, 3, 31))]


def hours(cohort, where, day):
    """The rows of hours that count on a day."""
    return [row for row in cohort.now("staff_hours") if row["department_id"] in where and row["from_on"] <= day and (row["to_on"] is None or row["to_on"] >= day)]


def full_time(rows):
    return sum((Fraction(str(row["fte"])) for row in rows), Fraction(0))


def load(open_, fte):
    return None if fte == 0 else Fraction(open_) / fte


def tables(courses, rows, benefits, targets):
    """For each table: row -> (its courses, its hours).  A benefit with a target has a row anyway."""
    out = {"benefits": {benefit: ([], []) for benefit in targets}} if targets else {}
    for course in courses:
        for table, key in (("caseworkers", course["caseworker_uid"]), ("benefits", benefits[course["id"]] or "none"), ("departments", course["department_id"])):
            out.setdefault(table, {}).setdefault(key, ([], []))[0].append(course)
    for row in rows:
        for table, key in (("caseworkers", row["uid"]), ("benefits", row["benefit_type"]), ("departments", row["department_id"])):
            if key is not None:
                out.setdefault(table, {}).setdefault(key, ([], []))[1].append(row)
    return out


def target(world, benefit, day):
    best = None
    for row in world["caseload_target"]:
        if row["benefit_type"] == benefit and str(row["valid_from"]) <= str(day) and (best is None or str(row["valid_from"]) > str(best["valid_from"])):
            best = row
    return best


def numbers(courses, rows):
    open_ = sum(course["state"] != "paused" for course in courses)
    fte = full_time(rows)
    return {"open": open_, "paused": len(courses) - open_, "fte": None if fte == 0 else fte, "load": load(open_, fte)}


def danish_day(moment):
    """A moment in UTC as a day in Denmark; summer time from the last Sunday of March to that of October, at 01:00 UTC."""
    def change(month):
        last = datetime.datetime(moment.year, month, 31, 1)
        return last - datetime.timedelta(days=(last.weekday() + 1) % 7)
    return (moment + datetime.timedelta(hours=2 if change(3) <= moment < change(10) else 1)).date()


def had_by(cohort, course, day):
    """Whose it was at the end of the day: of the handovers after it the first one's giver."""
    later = sorted((row for row in cohort.now("course_handover") if row["course_id"] == course["id"] and danish_day(row["created_at"]) > day), key=lambda row: row["id"])
    return later[0]["from_uid"] if later else course["caseworker_uid"]


def figures(cohort, ask, world):
    where = asked_about.departments(cohort, ask)
    courses = [course for course in asked_about.courses(cohort, ask, world) if course["state"] != "closed-low"]
    today = [course for course in courses if asked_about.open_on(course, ask.today)]
    benefits = {course["id"]: asked_about.benefit_on(cohort, course["citizen_id"], ask.today) for course in today}
    rows = hours(cohort, where, ask.today)
    out = {}
    targets = {row["benefit_type"] for row in world["caseload_target"] if target(world, row["benefit_type"], ask.today)}
    for table, keyed in tables(today, rows, benefits, targets).items():
        for key, (mine, my_hours) in keyed.items():
            out.update({(table, key, column): value for column, value in numbers(mine, my_hours).items()})
            if table == "benefits":
                if any(row["benefit_type"] is None and Fraction(str(row["fte"])) > 0 and row["uid"] == course["caseworker_uid"] for course in mine if course["state"] != "paused" for row in rows):
                    out[table, key, "load"] = None
                is_ = target(world, key, ask.today)
                out[table, key, "least"] = None if is_ is None else int(is_["least"])
                out[table, key, "most"] = None if is_ is None else int(is_["most"])
        out.update({(table, "total", column): value for column, value in numbers(today, rows).items()})
    out.update({("brief", name, "value"): value for name, value in numbers(today, rows).items() if name != "fte"})
    day = ask.first
    while day <= min(ask.last, ask.today):
        end = min(day.replace(day=calendar.monthrange(day.year, day.month)[1]), ask.today)
        had = {}
        for course in courses:
            if asked_about.open_on(course, end):
                uid = had_by(cohort, course, end)
                had[uid] = had.get(uid, 0) + 1
        fte = full_time(hours(cohort, where, end))
        for column, value in (("held", sum(had.values())), ("caseworkers", len(had)), ("highest", max(had.values(), default=0)), ("fte", None if fte == 0 else fte),
                              ("held-load", load(sum(had.values()), fte))):
            out["months", str(day), column] = value
        day = (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
    return out
