"""Are the cohorts what they are for?  What each check looks for is an edge that a report has to meet."""

import datetime
import subprocess
from collections import Counter

from given import AS_OF, TODAY
from load import PLAIN
from world import client

DAY = datetime.timedelta(days=1)


def courses(made):
    return [course for cohort in made for course in cohort.now("course")]


def by_citizen(made, table):
    out = {}
    for cohort in made:
        for row in cohort.now(table):
            out.setdefault(row["citizen_id"], []).append(row)
    return out


def began_before(made):
    """An outcome of a month before the citizen's first course."""
    opened = {citizen: min(row["opened_on"] for row in rows) for citizen, rows in by_citizen(made, "course").items()}
    return any(row["month"] < opened[citizen].replace(day=1) for citizen, rows in by_citizen(made, "outcome").items() if citizen in opened for row in rows)


def gaps(made):
    for rows in by_citizen(made, "benefit_period").values():
        rows = sorted((row for row in rows if row["benefit_type"] != "tillaeg"), key=lambda row: row["starts_on"])
        for row, following in zip(rows, rows[1:]):
            yield (following["starts_on"] - row["ends_on"]).days - 1


EDGES = {
    "nobody at all": lambda made: any(not cohort.now("course") and not cohort.now("staff") for cohort in made),
    "courses and no hours": lambda made: any(cohort.now("course") and not cohort.now("staff_hours") for cohort in made),
    "closed on the day that it was opened": lambda made: any(course["closed_on"] == course["opened_on"] for course in courses(made)),
    "closed as low risk": lambda made: any(course["state"] == "closed-low" for course in courses(made)),
    "closed by then, told later": lambda made: any(row["closed_on"] is not None and row["closed_on"] <= TODAY and row["since"] > AS_OF
                                                   for cohort in made for row in cohort.all("course")),
    "opened again": lambda made: any(row["state"] == "active" and row.get("state_reason") == "Genåbnet" for row in courses(made)),
    "two courses of one citizen": lambda made: any(len(rows) > 1 for rows in by_citizen(made, "course").values()),
    "an outcome before the start": began_before,
    "periods without an end, with a gap of a day, with none": lambda made: {0, 1} <= set(gaps(made)) and any(
        row["ends_on"] is None for rows in by_citizen(made, "benefit_period").values() for row in rows),
    "a period that is not main beside one that is": lambda made: any({row["benefit_type"] == "tillaeg" for row in rows} == {True, False}
                                                                     for rows in by_citizen(made, "benefit_period").values()),
    "hours of nought, of half, without an end": lambda made: {"0.00", "0.50"} <= {str(row["fte"]) for cohort in made for row in cohort.now("staff_hours")} and any(
        row["to_on"] is None for cohort in made for row in cohort.now("staff_hours")),
    "twins": lambda made: any(len({row["birth_date"] for row in cohort.now("citizen")}) < len(cohort.now("citizen")) for cohort in made),
    "a dead and a protected citizen": lambda made: any(row["death_date"] for cohort in made for row in cohort.now("citizen")) and any(
        row["protection_from"] for cohort in made for row in cohort.now("citizen")),
    "from hand to hand": lambda made: any(cohort.now("course_handover") for cohort in made),
    "a value that was corrected, one that was not possible": lambda made: any(row["correction"] for cohort in made for row in cohort.now("measurement")) and any(
        row["not_possible"] for cohort in made for row in cohort.now("measurement")),
    "a round that is not open yet": lambda made: any(AS_OF - row["measured_at"] < 7 * DAY for cohort in made for row in cohort.now("measurement")),
    "an intervention that never began": lambda made: any(row["started_on"] is None for cohort in made for row in cohort.now("intervention")),
}


def loaded(made, socket):
    """The database has each version of each row."""
    wanted = Counter()
    for cohort in made:
        for table, rows in cohort.rows.items():
            wanted[table] += len(rows)
    shared = {"department": 1, "staff": 1}
    for table, count in sorted(wanted.items()):
        ever = "" if table in PLAIN else " FOR SYSTEM_TIME ALL"
        got = int(subprocess.run(client(socket, "-N", "-e", f"SELECT COUNT(*) FROM {table}{ever}"), capture_output=True, check=True, text=True).stdout)
        if got != count + shared.get(table, 0):
            yield f"{table}: {got} versions in the database, {count} made"


def checks(made, socket):
    """(name, faults) of each check."""
    yield "each version of each row is in the database", list(loaded(made, socket))
    for name, there in EDGES.items():
        yield f"there is: {name}", [] if there(made) else ["in no cohort"]
