"""The report "regions" from its definitions."""

import datetime
from fractions import Fraction

from asked_about import departments
from asking import Ask

DAY = datetime.timedelta(days=1)
DATE = datetime.date.fromisoformat
ASKS = [Ask(), Ask(first=datetime.date(2015, 1, 1), last=datetime.date(2015, 12, 31)), Ask(first=datetime.date(2024, 1, 1), last=datetime.date(2024, 6, 30)),
        Ask(today=datetime.date(2025, 11, 10))]


def half_up(number):
    twice = Fraction(number) * 2
    return (abs(twice) + 1) // 2 * (1 if twice >= 0 else -1)


def told(ask, world):
    """The newest figure of each: {(region, scheme, month): persons}"""
    newest = {}
    for row in world["regional_figure"]:
        key, on = (row["region"], row["scheme"], DATE(row["month"])), DATE(row["stated_on"])
        if on <= ask.today and key[2] <= ask.today and (key not in newest or on > newest[key][0]):
            newest[key] = (on, int(row["persons"]))
    return {key: persons for key, (_, persons) in newest.items()}


def full_time(cohort, ask, benefits, month):
    """Days of people within the month, by its days."""
    after, where, days = (month.replace(day=28) + 4 * DAY).replace(day=1), departments(cohort, ask), 0
    citizens = {row["id"] for row in cohort.now("citizen") if row["department_id"] in where}
    for row in cohort.now("benefit_period"):
        if row["citizen_id"] in citizens and row["benefit_type"] in benefits:
            first, last = max(row["starts_on"], month), min(row["ends_on"] or ask.today, ask.today, after - DAY)
            days += max(0, (last - first).days + 1)
    return half_up(Fraction(days, (min(after, ask.today + DAY) - month).days))


def put(out, table, row, months, persons):
    for month, is_ in zip(months, persons):
        out[table, row, str(month)] = is_
    first, before, last = persons
    out[table, row, "all"] = None if None in (first, last) or first == 0 else half_up(Fraction(100 * (last - first), first))
    out[table, row, "year"] = None if None in (before, last) or before == 0 else half_up(Fraction(100 * (last - before), before))
    out[table, row, "persons"] = None if None in (before, last) else last - before


def figures(cohort, ask, world):
    out, found = {}, told(ask, world)
    asked = [(of, month) for *of, month in found if (ask.first is None or month >= ask.first) and (ask.last is None or month <= ask.last)]
    if not asked:
        return out
    lines, days = {tuple(of) for of, _ in asked}, {month for _, month in asked}
    newest = max([day for day in days if 2 * sum(month == day for _, month in asked) >= len(lines)], default=max(days))
    months = [newest.replace(year=newest.year - back) for back in (2, 1, 0)]
    rows = sorted({(region, scheme) for region, scheme, month in found if month in months})
    for nth, (region, scheme) in enumerate(rows, 1):
        put(out, "regions", f"source-{nth}", months, [found.get((region, scheme, month)) for month in months])
    schemes = {}
    for row in world["regional_scheme"]:
        schemes.setdefault(row["scheme"], set()).add(row["benefit_type"])
    first = min((row["starts_on"] for row in world["benefit_period"] if row["starts_on"] <= ask.today), default=None)
    for nth, scheme in enumerate(sorted(schemes), 1):
        put(out, "own", f"own-{nth}", months, [full_time(cohort, ask, schemes[scheme], month) if first and first <= month else None for month in months])
    return out
