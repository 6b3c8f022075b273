"""How long people are on benefits, and what became of them: from the definitions, row by row."""

import dataclasses
import datetime
from collections import Counter
from fractions import Fraction

import asking

DAY = datetime.timedelta(days=1)
GAP = 91
GOAL = 365
OUTCOMES = ("job", "education", "flexjob", "wage-subsidy", "benefit", "pension", "moved", "dead")


def own(ask, baseline):
    return dataclasses.replace(ask, own=(("baseline", baseline),))


WHOLE, YEAR, MONTH, GROUP, BENEFIT = asking.asks()
ASKS = [own(WHOLE, "1"), own(YEAR, "2"), MONTH, own(GROUP, "1"), BENEFIT]


def month_of(day):
    return day.replace(day=1)


def later(month, months):
    number = month.year * 12 + month.month - 1 + months
    return datetime.date(number // 12, number % 12 + 1, 1)


def group_of(cohort, course):
    """The newest assessment's target group, else the frame's."""
    assessed = [row for row in cohort.now("risk_assessment")
                if row.get("course_id") == course["id"] or (course.get("screening_id") is not None and row.get("screening_id") == course["screening_id"])]
    return max(assessed, key=lambda row: row["id"])["target_group"] if assessed else None


def benefit_of(cohort, course):
    on = course["opened_on"]
    then = [row for row in cohort.now("benefit_period") if row["citizen_id"] == course["citizen_id"] and row["starts_on"] <= on
            and (row["ends_on"] is None or row["ends_on"] >= on)]
    return max(then, key=lambda row: (row["starts_on"], row["id"]))["benefit_type"] if then else None


def courses_of(cohort, ask, world):
    frames = {int(row["id"]): row["target_group"] for row in world["course_frame"]}
    for course in cohort.now("course"):
        group = group_of(cohort, course)
        if group is None and course.get("frame_id") is not None:
            group = frames[course["frame_id"]]
        if ask.target_group is not None and group != ask.target_group:
            continue
        if ask.benefit is not None and benefit_of(cohort, course) != ask.benefit:
            continue
        if course["state"] != "closed-low" and course["opened_on"] <= ask.today:
            yield course


def within(day, first, last):
    return (first is None or day >= first) and (last is None or day <= last)


def spells_of(cohort, citizen, today, world):
    """Lists of the days on benefits: a new list after more than GAP days without."""
    counts = {row["code"] for row in world["benefit_type"] if row["is_main"] == "1" and row["is_paid"] == "1"}
    days = set()
    for row in cohort.now("benefit_period"):
        if row["citizen_id"] == citizen and row["benefit_type"] in counts:
            day, last = row["starts_on"], min(today, row["ends_on"] or today)
            while day <= last:
                days.add(day)
                day += DAY
    out = []
    for day in sorted(days):
        if not out or (day - out[-1][-1]).days > GAP:
            out.append([])
        out[-1].append(day)
    return out


def lasted(cohort, courses, today, world):
    """[(days, over)] of the spells, and how many citizens were on nothing."""
    dead = {row["id"]: row["death_date"] for row in cohort.now("citizen")}
    spells, found, without = {}, {}, set()
    for course in courses:
        citizen = course["citizen_id"]
        if citizen not in spells:
            spells[citizen] = spells_of(cohort, citizen, today, world)
        mine = [days for days in spells[citizen] if days[0] <= course["opened_on"] <= days[-1]]
        if not mine:
            without.add(citizen)
            continue
        days = mine[0]
        over = (today - days[-1]).days >= GAP and not (dead[citizen] is not None and dead[citizen] <= days[-1] + GAP * DAY)
        found[citizen, days[0]] = (len(days), over)
    return sorted(found.values()), len(without)


def curve(people):
    """[(day, share left after it)], by hand: at each day on which it ended for somebody."""
    share, out = Fraction(1), []
    for day in sorted({days for days, over in people if over}):
        there = sum(1 for days, _ in people if days >= day)
        share *= Fraction(there - sum(1 for days, over in people if over and days == day), there)
        out.append((day, share))
    return out


def horizon(people):
    """None where it ended for the last one."""
    longest = max((days for days, _ in people), default=None)
    return longest if (longest, False) in people else None


def mean(people, limit):
    if not people:
        return None
    end = max(days for days, _ in people) if limit is None else min(limit, max(days for days, _ in people))
    share, day, area = Fraction(1), 0, Fraction(0)
    for at, left in curve(people):
        if at >= end:
            break
        area += share * (at - day)
        share, day = left, at
    return area + share * (end - day)


def figures(cohort, ask, world):
    out = {}
    courses = list(courses_of(cohort, ask, world))
    asked = [course for course in courses if within(course["opened_on"], ask.first, ask.last)]
    chosen = dict(ask.own).get("baseline")
    baseline = next((row for row in world["baseline"] if row["id"] == chosen), None)
    groups = {"now": lasted(cohort, asked, ask.today, world)}
    told = None
    if baseline is not None:
        told = None if baseline["mean_days"] is None else Fraction(baseline["mean_days"])
        first, last = (datetime.date.fromisoformat(baseline[name]) for name in ("from_on", "to_on"))
        groups["earlier"] = ([], 0) if told is not None else lasted(
            cohort, [c for c in courses if within(c["opened_on"], first, last)
                     and (baseline["benefit_type"] is None or benefit_of(cohort, c) == baseline["benefit_type"])], ask.today, world)
    limit = min((horizon(people) for people, _ in groups.values() if horizon(people) is not None), default=None)
    means = {name: mean(people, limit) for name, (people, _) in groups.items()}
    if told is not None:
        means["earlier"] = told
    for name, (people, without) in groups.items():
        median = next((day for day, share in curve(people) if share <= Fraction(1, 2)), None)
        row = {"persons": len(people), "over": sum(over for _, over in people), "going-on": sum(not over for _, over in people), "without": without,
               "median": median, "horizon": horizon(people)}
        if name == "earlier" and told is not None:
            row = dict.fromkeys(row)
        for column, value in {**row, "mean": means[name]}.items():
            out["groups", name, column] = value
        if name == "earlier" and told is not None:
            continue
        everybody = [days for people, _ in groups.values() for days, _ in people]
        for weeks in range(0, min(260, next((w for w in range(0, 261, 13) if all(days <= w * 7 for days in everybody)), 260)) + 1, 13):
            known = people and (horizon(people) is None or weeks * 7 <= horizon(people))
            left = next((share for day, share in reversed(curve(people)) if day <= weeks * 7), Fraction(1))
            out["curve", f"w{weeks}", name] = 100 * left if known else None
    out["brief", "now", "value"] = means["now"]
    out["brief", "earlier", "value"] = means.get("earlier")
    both = means["now"] is not None and means.get("earlier") is not None
    out["brief", "shorter", "value"] = means["earlier"] - means["now"] if both else None
    out["brief", "goal", "value"] = None if not both else "not" if means["earlier"] - means["now"] < GOAL else "unknown" if told is not None and limit is not None else "reached"
    out.update(outcomes(cohort, ask, courses))
    out.update(years(cohort, ask, asked))
    out.update(effect(world, ask))
    return out


def outcomes(cohort, ask, courses):
    began = {}
    for course in courses:
        began[course["citizen_id"]] = min(began.get(course["citizen_id"], course["opened_on"]), course["opened_on"])
    counted = Counter((row["month"], row["kind"]) for row in cohort.now("outcome")
                      if row["citizen_id"] in began and row["month"] >= month_of(began[row["citizen_id"]]) and within(row["month"], ask.first, ask.last))
    month = ask.first
    out = {}
    while later(month, 1) <= min(ask.last, ask.today) + DAY:
        for kind in OUTCOMES:
            out["outcomes", str(month), kind] = counted[month, kind]
        month = later(month, 1)
    return out


def hours_of(told, citizen, month):
    """Hours a week of a month, None where it is not known."""
    rows = told.get((citizen, month), [])
    jobs = [row["hours_week"] for row in rows if row["kind"] in ("job", "flexjob")]
    if not rows or None in jobs:
        return None
    return sum((Fraction(hours) for hours in jobs), Fraction(0))


def years(cohort, ask, courses):
    told = {}
    for row in cohort.now("outcome"):
        told.setdefault((row["citizen_id"], row["month"]), []).append(row)
    out = {}
    for number in range(1, 6):
        followed = Counter()
        for course in courses:
            end = later(month_of(course["opened_on"]), 12 * number)
            if end > ask.today:
                continue
            hours = [hours_of(told, course["citizen_id"], later(end, -n)) for n in (1, 2, 3)]
            followed["unknown" if None in hours else "stable" if sum(hours) / 3 >= Fraction("27.75") else "other"] += 1
        for column in ("stable", "other", "unknown"):
            out["years", f"y{number}", column] = followed[column]
        out["years", f"y{number}", "followed"] = sum(followed.values())
        known = followed["stable"] + followed["other"]
        out["years", f"y{number}", "share"] = Fraction(100 * followed["stable"], known) if known else None
    return out


def effect(world, ask):
    newest = {}
    for row in sorted(world["effect_figure"], key=lambda row: row["stated_on"]):
        if row["stated_on"] <= str(ask.today):
            newest[row["study"], int(row["years_since"]), row["population"], row["moment"]] = row
    out = {}
    for nth, (study, since) in enumerate(sorted({key[:2] for key in newest}), 1):
        name, shares = f"effect-{nth}", {}
        out["effect", name, "years"] = since
        for population in ("treated", "control"):
            for moment in ("before", "after"):
                row = newest.get((study, since, population, moment))
                known = row is not None and int(row["persons"]) > 0
                shares[population, moment] = Fraction(100 * int(row["stable"]), int(row["persons"])) if known else None
                out["effect", name, f"{population}-{moment}"] = shares[population, moment]
        whole = None not in shares.values()
        out["effect", name, "difference"] = (shares["treated", "after"] - shares["treated", "before"] - shares["control", "after"]
                                             + shares["control", "before"]) if whole else None
    return out
