"""Small cohorts with their whole past, made by chance from a seed: what the reports are compared on.

A cohort is a department with a department below it, its staff, courses and all that reports read of them.  Nobody's row belongs to two
cohorts.  A row is a dict with Python's values (dates as datetime.date, moments in UTC as datetime, decimals as Decimal, None for NULL);
"since" and "until" say between which moments the database had it so.

	cohort.now("course")	the rows as the database has them at AS_OF: what a report may know
	cohort.all("course")	each version of each row, also what became known after AS_OF
	world["benefit_type"]	the rows that belong to nobody (catalogue, questions, rates ...), as the database has them
"""

import datetime
import random

from course_rows import Courses
from given import AS_OF, FIRST, STEP, TODAY
from people_rows import People

# What a cohort is for: every PROFILES-th cohort is like this one, the others are by chance.
PROFILES = {
    0: "nobody",  # no staff, no course
    1: "no-courses",  # staff with hours, no course
    2: "no-hours",  # courses, nobody's hours are known
    3: "one",  # one course
    4: "one-day",  # each course is closed on the day that it was opened
    5: "twins",  # two citizens of each: born on one day, opened on one day
    6: "year-ends",  # all happens on the first and last days of months
    7: "still-open",  # none is closed
    8: "few-weeks",  # of one quarter: the others are empty
}
EVERY = 20


class Cohort(People, Courses):
    """One department, its people and its courses."""

    def __init__(self, number, seed):
        self.number = number
        self.random = random.Random(seed * 1000003 + number)
        self.profile = PROFILES.get(number % EVERY, "chance")
        self.id = f"k{number:04d}"
        self.below = f"k{number:04d}-b"
        self.departments = [self.id, self.below]
        self.rows = {}
        self.next_id = number * STEP
        self.add_departments()
        if self.profile != "nobody":
            self.add_staff()
        for nth in range(self.size()):
            self.add_citizen_with_courses(nth)
        if self.profile != "nobody" and self.chance(0.7):
            self.add_action_plan()

    def size(self):
        if self.profile in ("nobody", "no-courses"):
            return 0
        return 1 if self.profile == "one" else self.random.choice((1, 3, 5, 8, 12, 20, 40))

    def chance(self, share):
        return self.random.random() < share

    def new_id(self):
        self.next_id += 1
        return self.next_id

    def moment(self, day, hour=None):
        """A moment of a working day; in UTC it is the same day."""
        return datetime.datetime.combine(day, datetime.time(self.random.randrange(8, 14) if hour is None else hour, self.random.randrange(60)))

    def day(self, first=FIRST, last=TODAY):
        """A day between two, more often than not an ordinary one."""
        if last <= first:
            return first
        if self.profile == "few-weeks":
            first = max(first, min(last, datetime.date(2025, 4, 1)))
            last = max(first, min(last, datetime.date(2025, 6, 30)))
        out = first + datetime.timedelta(days=self.random.randrange((last - first).days + 1))
        if self.profile == "year-ends" or self.chance(0.1):
            begins = out.replace(day=1)
            out = self.random.choice((begins, begins - datetime.timedelta(days=1)))
        return min(max(out, first), last)

    def add(self, table, since=None, until=None, **columns):
        """A row; since is the moment that the database had it from (a day: some time on it)."""
        if isinstance(since, datetime.date) and not isinstance(since, datetime.datetime):
            since = self.moment(since)
        row = {**columns, "since": since, "until": until}
        self.rows.setdefault(table, []).append(row)
        return row

    def now(self, table):
        return [row for row in self.rows.get(table, ()) if (row["since"] is None or row["since"] <= AS_OF) and (row["until"] is None or AS_OF < row["until"])]

    def all(self, table):
        return self.rows.get(table, [])


def cohorts(count, seed):
    return [Cohort(number, seed) for number in range(1, count + 1)]
