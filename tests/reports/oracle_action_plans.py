"""Action plans: from the definitions (src/domain/report/plans.h), row by row."""

import datetime
from fractions import Fraction

import asking
import oracle_duration
from asked_about import courses, departments
from oracle_progression import changed, open_rounds

DAY = datetime.timedelta(days=1)
WORKS = ("job", "flexjob", "wage-subsidy", "education")
WHOLE, YEAR, MONTH, GROUP, BENEFIT = asking.asks()
ASKS = [WHOLE, YEAR, MONTH, GROUP, BENEFIT]
STATES = ("reached", "partly", "not", "unknown")


def month_of(day, months):
    number = day.year * 12 + day.month - 1 + months
    return datetime.date(number // 12, number % 12 + 1, 1)


def last_of(month):
    return month_of(month, 1) - DAY


def participants(cohort, plan, until, asked, world):
    """{citizen: [interventions]} of those who really began with an entry of the plan while it was in force."""
    entries = {row["entry_id"] for row in cohort.now("action_plan_entry") if row["plan_id"] == plan["id"]}
    versions = {int(row["id"]): int(row["entry_id"]) for row in world["catalogue_version"]}
    last = until if plan["to_on"] is None else min(until, plan["to_on"])
    out = {}
    for row in cohort.now("intervention"):
        began, version = row["started_on"], row["catalogue_version_id"]
        if row["course_id"] in asked and version is not None and versions[version] in entries and began is not None and plan["from_on"] <= began <= last:
            out.setdefault(asked[row["course_id"]]["citizen_id"], []).append(row)
    return out


def by_intervention(rows):
    out = {}
    for row in rows:
        out.setdefault(row["intervention_id"], []).append(row)
    return out


def answer(measurements, chosen, interventions, until, questions):
    """(better, felt) of a participant's goals; None where none was measured twice."""
    changes = []
    for intervention in interventions:
        mine = [row for row in measurements.get(intervention["id"], ()) if row["measured_at"].date() <= until]
        goals = {goal["question_id"]: goal["measure"] for goal in chosen.get(intervention["id"], ())}
        for question, values in open_rounds(mine, until).items():
            _, pairs = changed({question: values}, 0, goals, questions)
            changes += [(last - first, 3 if goals.get(question) == "psfs" else 2) for first, last in pairs]
    if not changes:
        return None
    least = changes[0][1] if len(changes) == 1 else 2 * len(changes)
    return sum(change for change, _ in changes) >= least, any(change >= noticeable for change, noticeable in changes)


def known(cohort, citizen, month):
    return any(row["citizen_id"] == citizen and row["month"] == month for row in cohort.now("outcome")) or any(
        row["citizen_id"] == citizen and row["starts_on"] <= last_of(month) and (row["ends_on"] is None or row["ends_on"] >= month)
        for row in cohort.now("benefit_period"))


def works(cohort, citizen, month):
    return any(row["citizen_id"] == citizen and row["month"] == month and row["kind"] in WORKS for row in cohort.now("outcome"))


def state(unit, threshold, partly, after, of, before, before_of):
    def reached(limit):
        if unit == "share":
            return Fraction(after, of) >= Fraction(limit, 1000)
        change = Fraction(after, of) - Fraction(before, before_of)
        return change >= Fraction(limit, 1000) * (Fraction(before, before_of) if unit == "relative" else 1)

    if of == 0 or (unit != "share" and before_of == 0) or (unit == "relative" and before == 0):
        return "unknown"
    return "reached" if reached(threshold) else "partly" if partly is not None and reached(partly) else "not"


def days(cohort, rule, people, asked, until, world):
    """How long those of the plan were on benefits, beside those of the baseline; both means end where the shorter time of following ends."""
    baseline = next(row for row in world["baseline"] if int(row["id"]) == rule["baseline_id"])
    began = [{"citizen_id": citizen, "opened_on": min(asked[row["course_id"]]["opened_on"] for row in those)} for citizen, those in people.items()]
    first, last = (datetime.date.fromisoformat(baseline[name]) for name in ("from_on", "to_on"))
    before = [course for course in asked.values() if course["state"] != "closed-low" and first <= course["opened_on"] <= min(last, until)
              and baseline["benefit_type"] in (None, course["benefit"])]
    told = None if baseline["mean_days"] is None else Fraction(baseline["mean_days"])
    groups = [oracle_duration.lasted(cohort, of, until, world)[0] for of in ([began] if told is not None else [began, before])]
    limit = min((end for end in map(oracle_duration.horizon, groups) if end is not None), default=None)
    now, earlier = (oracle_duration.mean(groups[0], limit), told if told is not None else oracle_duration.mean(groups[1], limit))
    if now is None or earlier is None:
        return {"persons": len(groups[0]), "now": None, "earlier": None, "shorter": None, "state": "unknown"}
    stands = "reached" if earlier - now >= rule["threshold"] else "partly" if rule["partly"] is not None and earlier - now >= rule["partly"] else "not"
    if told is not None and limit is not None and stands != "not":
        stands = "unknown"  # some are on benefits still: their mean can only become longer
    return {"persons": len(groups[0]), "now": now, "earlier": earlier, "shorter": earlier - now, "state": stands}


def judged(cohort, rule, until):
    """As a person judged it last, of the newest quarter that had begun."""
    mine = [row for row in cohort.now("criterion_state") if row["criterion_id"] == rule["id"] and row["quarter"] <= until and row["changed_by"] != "samspil-reporter"]
    return max(mine, key=lambda row: (row["quarter"], row["id"]))["state"] if mine else None


def quarters(cohort, ask, until, plans):
    """Of each quarter that was asked about, how many criteria stood how: what was said of each last."""
    of = {rule["id"] for rule in cohort.now("success_criterion") if rule["plan_id"] in plans}
    said = {}
    for row in sorted(cohort.now("criterion_state"), key=lambda row: row["id"]):
        if row["criterion_id"] in of and (ask.first is None or row["quarter"] >= ask.first) and row["quarter"] <= until:
            said[row["quarter"], row["criterion_id"]] = row["state"]
    out = {("quarters", str(quarter), one): 0 for quarter, _ in said for one in STATES}
    for (quarter, _), one in said.items():
        out["quarters", str(quarter), one] += 1
        out["quarters", str(quarter), "hidden"] = 0
    return out


def share(numerator, denominator):
    return Fraction(100 * numerator, denominator) if denominator else None


def figures(cohort, ask, world):
    until = ask.today if ask.last is None else min(ask.last, ask.today)
    asked = {course["id"]: course for course in courses(cohort, ask, world)}
    questions = {int(row["id"]): row["higher_is_better"] for row in world["progress_question"]}
    plans = {row["id"]: row for row in cohort.now("action_plan") if row["department_id"] in departments(cohort, ask) and row["from_on"] <= until}
    people = {key: participants(cohort, plan, until, asked, world) for key, plan in plans.items()}
    measurements, chosen = by_intervention(cohort.now("measurement")), by_intervention(cohort.now("progress_goal"))
    answers = {key: [answer(measurements, chosen, those, until, questions) for those in people[key].values()] for key in plans}
    out, reached, count, stands = {}, 0, 0, {key: [] for key in plans}
    for rule in cohort.now("success_criterion"):
        if rule["plan_id"] not in plans:
            continue
        count += 1
        row, key, metric = f"c{rule['id']}", rule["plan_id"], rule["metric"]
        if metric in ("better-function", "felt-effect"):
            told = [a[metric == "felt-effect"] for a in answers[key] if a is not None]
            counts = (sum(told), len(told), 0, 0)
            values = {"persons": len(people[key]), "yes": sum(told), "no": len(told) - sum(told), "missing": len(people[key]) - len(told),
                      "share": share(sum(told), len(told)), "response": share(len(told), len(people[key]))}
            table = "measured"
        elif metric == "job-or-education":
            began = {citizen: min(row["started_on"] for row in those) for citizen, those in people[key].items()}
            late = {citizen: day for citizen, day in began.items() if last_of(month_of(day, 12)) <= until}
            sure = {citizen: day for citizen, day in late.items() if known(cohort, citizen, month_of(day, -1)) and known(cohort, citizen, month_of(day, 12))}
            before = sum(works(cohort, citizen, month_of(day, -1)) for citizen, day in sure.items())
            after = sum(works(cohort, citizen, month_of(day, 12)) for citizen, day in sure.items())
            counts = (after, len(sure), before, len(sure))
            values = {"persons": len(began), "yes": after, "no": len(sure) - after, "missing": len(late) - len(sure), "early": len(began) - len(late),
                      "earlier-share": share(before, len(sure)), "share": share(after, len(sure)), "growth": share(after - before, before) if sure else None,
                      "points": share(after - before, len(sure))}
            table = "work"
        elif metric == "implemented":
            mine = [entry for entry in cohort.now("action_plan_entry") if entry["plan_id"] == key]
            done = sum(entry["implemented_on"] is not None and entry["implemented_on"] <= until for entry in mine)
            counts, table = (done, len(mine), 0, 0), "entries"
            values = {"chosen": len(mine), "implemented": done, "share": share(done, len(mine))}
        elif metric == "duration":
            counts, table = None, "days"
            values = days(cohort, rule, people[key], asked, until, world)
        else:
            counts, table, values = None, "judged", {"state": judged(cohort, rule, until)}
        if counts is not None:
            values["state"] = state(rule["unit"], rule["threshold"], rule["partly"], *counts)
        stands[key].append(values["state"] or "unknown")
        reached += values["state"] == "reached"
        out.update({(table, row, column): value for column, value in values.items()})
    for key, states in stands.items():
        out.update({("plans", f"p{key}", one): states.count(one) for one in (*STATES, "hidden") if states})
    out.update(quarters(cohort, ask, until, plans))
    out["brief", "criteria", "value"] = count
    out["brief", "reached", "value"] = reached
    return out
