"""The report "progression", from its definition (src/domain/report/progression.h)."""

import datetime
from fractions import Fraction

import crossed
from asked_about import courses

ONLY = {"entries", "kinds", "tracks", "groups", "brief"}
JUDGED = {"whom"}
KINDS = ("kind-health", "kind-social", "kind-education", "kind-company", "kind-none")
CHANGES = ("better", "same", "worse", "missing")


def last_correction(values, by):
    """The value that counts of a giver's in a round; None where none was given, or it was not possible."""
    mine = [row for row in values if row["measured_by"] == by]
    return max(mine, key=lambda row: row["correction"])["value"] if mine else None


def open_rounds(measurements, today):
    """{question: [(citizen's value, provider's value)]} of the rounds that both answered, or one answered more than a week ago."""
    rounds = {}
    for row in measurements:
        if row["measured_by"] in ("citizen", "provider"):
            rounds.setdefault((row["question_id"], row["round"]), []).append(row)
    week_ago = datetime.datetime.combine(today, datetime.time()) - datetime.timedelta(days=7, hours=2)
    out = {}
    for (question, _), values in sorted(rounds.items()):
        if len({row["measured_by"] for row in values}) == 2 or min(row["measured_at"] for row in values) < week_ago:
            out.setdefault(question, []).append((last_correction(values, "citizen"), last_correction(values, "provider")))
    return out


def changed(rounds, giver, goals, questions):
    """(what changed, [(first, last)] of the goals measured twice) as this giver sees it."""
    pairs, measures = [], []
    for question, values in rounds.items():
        given = [value[giver] for value in values if value[giver] is not None]
        if len(given) < 2:
            continue
        first, last = given[0], given[-1]
        if questions[question] == "0":
            first, last = 10 - first, 10 - last
        pairs.append((first, last))
        measures.append(goals.get(question))
    if not pairs:
        return "missing", pairs
    change = Fraction(sum(last - first for first, last in pairs), len(pairs))
    least = 3 if measures == ["psfs"] else 2
    return "better" if change >= least else "worse" if change <= -least else "same", pairs


def participations(cohort, ask, world):
    questions = {int(row["id"]): row["higher_is_better"] for row in world["progress_question"]}
    entries = {int(row["id"]): row["entry_id"] for row in world["catalogue_version"]}
    measured = {}
    for row in cohort.now("measurement"):
        measured.setdefault(row["intervention_id"], []).append(row)
    asked = {course["id"]: course for course in courses(cohort, ask, world)}
    for row in cohort.now("intervention"):
        course = asked.get(row["course_id"])
        began = row["started_on"]
        if course is None or began is None or began > ask.today or (ask.first and began < ask.first) or (ask.last and began > ask.last):
            continue
        goals = {goal["question_id"]: goal["measure"] for goal in cohort.now("progress_goal") if goal["intervention_id"] == row["id"]}
        rounds = open_rounds(measured.get(row["id"], []), ask.today)
        version = row["catalogue_version_id"]
        yield {"citizen": course["citizen_id"], "began": (began, row["id"]), "entries": f"entry-{entries[version] if version else 'own'}",
               "kinds": f"kind-{row['kind'] or 'none'}", "tracks": f"track-{row['track'] or 'none'}", "groups": course["target_group"] or "group-none",
               "changes": (changed(rounds, 0, goals, questions), changed(rounds, 1, goals, questions))}


def put_shares(out, table, row, column, numerator, denominator):
    out[table, row, column] = Fraction(100 * numerator, denominator) if denominator else None


def put_row(out, table, row, those):
    counts = [{change: sum(one["changes"][giver][0] == change for one in those) for change in CHANGES} for giver in (0, 1)]
    out[table, row, "persons"] = len(those)
    for change in CHANGES:
        out[table, row, change] = counts[0][change]
    for giver, name, share in ((0, "citizen", "share"), (1, "provider", "provider-share")):
        put_shares(out, table, row, share, counts[giver]["better"], len(those) - counts[giver]["missing"])
        pairs = [pair for one in those for pair in one["changes"][giver][1]]
        for which, column in ((0, "first"), (1, "last")):
            out[table, row, f"{name}-{column}"] = Fraction(sum(pair[which] for pair in pairs), len(pairs)) if pairs else None
    return counts[0]


def figures(cohort, ask, world):
    all_of_them, out = list(participations(cohort, ask, world)), {}
    brief = dict.fromkeys(CHANGES, 0)
    for table in ("entries", "kinds", "tracks", "groups"):
        newest = {}
        for one in all_of_them:
            key = (one[table], one["citizen"])
            if key not in newest or one["began"] > newest[key]["began"]:
                newest[key] = one
        for row in {name for name, _ in newest}:
            counts = put_row(out, table, row, [one for (name, _), one in newest.items() if name == row])
            if table == "kinds":
                brief = {change: brief[change] + counts[change] for change in CHANGES}
    put_shares(out, "brief", "better", "value", brief["better"], sum(brief.values()) - brief["missing"])
    put_shares(out, "brief", "missing", "value", brief["missing"], sum(brief.values()))
    return out


def wrong(cohort, ask, world, got):
    """What works for whom: of a target group and a kind each citizen once, with the intervention that began last, as that citizen saw it."""
    newest, there = {}, set()
    for one in participations(cohort, ask, world):
        key = (one["groups"], one["kinds"], one["citizen"])
        there.add(one["groups"])
        if key not in newest or one["began"] > newest[key]["began"]:
            newest[key] = one
    cells = {(group, kind): [0, 0] for group in there for kind in KINDS}
    for (group, kind, _), one in newest.items():
        change = one["changes"][0][0]
        if change != "missing":
            cells[group, kind][change != "better"] += 1
    if {(row, column) for _, row, column in got} != set(cells):
        return [f"whom has the cells {sorted(got)}, not {sorted(cells)}"]
    return crossed.faults(cells, {(row, column): value for (_, row, column), value in got.items()})
