"""Those who work, and those whom it is about: departments, staff and their hours, citizens, benefits, outcomes, action plans."""

import datetime
from decimal import Decimal

from given import BENEFITS, TODAY

DAY = datetime.timedelta(days=1)


def month_of(day):
    return day.replace(day=1)


def add_months(day, months):
    number = day.year * 12 + day.month - 1 + months
    return datetime.date(number // 12, number % 12 + 1, 1)


class People:
    def add_departments(self):
        self.add("department", id=self.id, name=f"Kohorte {self.number}", parent_id=None, kind="jobcenter", valid_from=datetime.date(2000, 1, 1))
        self.add("department", id=self.below, name=f"Kohorte {self.number}, hold b", parent_id=self.id, kind="team", valid_from=datetime.date(2000, 1, 1))

    def add_staff(self):
        self.staff = [f"{self.id}.{nth}" for nth in range(1, 2 + self.random.randrange(4))]
        for uid in self.staff:
            department = self.random.choice(self.departments)
            self.add("staff", uid=uid, name=f"Sagsbehandler {uid}", department_id=department, active=self.chance(0.9))
            if self.profile != "no-hours" and self.chance(0.85):
                self.add_hours(uid, department)

    def add_hours(self, uid, department):
        """Full time, part time, nought, a vacancy between, without an end, for one benefit only, two that lie beside each other."""
        day = self.day(datetime.date(2021, 6, 1), datetime.date(2024, 6, 1))
        for _ in range(1 + self.random.randrange(3)):
            last = None if self.chance(0.3) else day + self.random.randrange(30, 700) * DAY
            self.add("staff_hours", since=max(day, datetime.date(2021, 6, 1)), uid=uid, id=self.new_id(), department_id=department,
                     benefit_type=self.random.choice((None, None, "kontanthjaelp", "sygedagpenge")),
                     fte=self.random.choice([Decimal(n) for n in ("1.00", "1.00", "0.80", "0.50", "2.00", "0.00")]), from_on=day, to_on=last,
                     source="manual", changed_by=uid)
            if last is None:
                if self.chance(0.2):
                    day += self.random.randrange(1, 300) * DAY
                    continue
                return
            day = last + self.random.choice((1, 1, 60)) * DAY
            if day.year > 2025:
                return

    def add_citizen(self, nth):
        born = self.day(datetime.date(1958, 1, 1), datetime.date(2005, 12, 31))
        if self.profile == "twins" and nth % 2 == 1:
            born = self.born
        self.born = born
        citizen = self.new_id()
        protected = self.chance(0.06)
        dead = self.day(datetime.date(2023, 1, 1)) if self.chance(0.04) else None
        self.add("citizen", since=datetime.date(2021, 6, 1), id=citizen, name=f"Opdigtet Borgersen {citizen}", birth_date=born,
                 language=self.random.choice(("da", "da", "da", "en", "ar", "uk")), interpreter_needed=self.chance(0.1),
                 protection_from=datetime.date(2020, 1, 1) if protected else None, death_date=dead, department_id=self.id,
                 created_at=datetime.datetime(2021, 6, 1, 9), changed_by="import")
        return citizen, born, dead

    def add_benefits(self, citizen, main, opened):
        """A chain of main periods, whose gaps are none, a day, weeks; one without an end; perhaps one that is not main beside them."""
        if self.chance(0.05):
            return
        day = opened - self.random.choice((0, 0, 1, 7, 30, 120, 400)) * DAY
        if self.chance(0.04):
            day = opened + DAY * 10  # on nothing when the course was opened
        kind = main
        while day <= TODAY:
            last = None if self.chance(0.4) else day + self.random.choice((0, 6, 13, 27, 60, 120, 250, 365, 500)) * DAY
            if last is not None and last > TODAY:
                last = None
            absence = day - self.random.randrange(30) * DAY if kind == "sygedagpenge" and self.chance(0.7) else None
            key = self.new_id()
            columns = {"citizen_id": citizen, "id": key, "benefit_type": kind, "starts_on": day, "first_absence_day": absence,
                       "source": "import", "changed_by": "import"}
            if last is not None and self.chance(0.3):
                ended = self.moment(last)
                since = min(self.moment(day), ended - datetime.timedelta(hours=1))
                self.add("benefit_period", since=since, until=ended, ends_on=None, **columns)
                self.add("benefit_period", since=ended, ends_on=last, **columns)
            else:
                self.add("benefit_period", since=day, ends_on=last, **columns)
            if last is None:
                break
            day = last + self.random.choice((1, 1, 1, 2, 8, 29, 100)) * DAY
            kind = self.random.choice((kind, *BENEFITS))
        if self.chance(0.08):
            day = self.day(opened, TODAY)
            self.add("benefit_period", since=day, citizen_id=citizen, id=self.new_id(), benefit_type="tillaeg", starts_on=day, ends_on=None,
                     source="import", changed_by="import")

    def add_outcomes(self, citizen, opened, course, dead):
        """Months of work, education ... some before the course began, with and without hours, two kinds in one month."""
        if dead is not None:
            self.add_outcome(citizen, month_of(dead), "dead", None, None)
        if self.chance(0.45):
            return
        month = add_months(month_of(opened), self.random.choice((-3, -1, 0, 1, 6, 12, 13, 24, 36)))
        kind = self.random.choice(("job", "job", "job", "education", "flexjob", "wage-subsidy", "benefit", "pension", "moved"))
        for nth in range(self.random.choice((1, 2, 3, 5, 12, 14))):
            at = add_months(month, nth)
            if at > TODAY or (dead is not None and at > dead):
                return
            if self.chance(0.12):
                continue  # a month that nobody told of
            hours = None if kind in ("benefit", "pension", "moved") or self.chance(0.1) else self.random.choice(("37.0", "32.0", "27.8", "27.7", "25.0", "12.5", "0.0"))
            self.add_outcome(citizen, at, kind, hours, course if self.chance(0.5) else None)
            if kind == "job" and self.chance(0.05):
                self.add_outcome(citizen, at, "flexjob", "10.0", None)

    def add_outcome(self, citizen, month, kind, hours, course):
        if any(row["citizen_id"] == citizen and row["month"] == month and row["kind"] == kind for row in self.all("outcome")):
            return
        self.add("outcome", since=month + self.random.randrange(28) * DAY, citizen_id=citizen, id=self.new_id(), course_id=course, month=month, kind=kind,
                 hours_week=None if hours is None else Decimal(hours), source="fagsystem", changed_by="import")

    def add_action_plan(self):
        since = datetime.date(2023, 1, 1)
        plan = self.new_id()
        self.add("action_plan", since=since, id=plan, title=f"Handleplan {self.number}", department_id=self.id, from_on=since,
                 to_on=self.random.choice((None, datetime.date(2025, 12, 31))), created_at=datetime.datetime(2023, 1, 1, 9), changed_by="import")
        for entry in self.random.sample(range(1, 7), self.random.randrange(4)):
            self.add("action_plan_entry", since=since, plan_id=plan, entry_id=entry, changed_by="import",
                     implemented_on=self.random.choice((None, self.day(), datetime.date(2024, 1, 1))))
        criteria = []
        for nth, rule in enumerate((("better-function", "share", 500, None), ("job-or-education", "relative", 250, 0), ("job-or-education", "points", 50, None),
                                    ("implemented", "share", 500, 250), ("felt-effect", "share", 700, 600), ("judged", None, None, None), ("duration", "days", 60, -200), ("duration", "days", 100, None)), 1):
            metric, unit, threshold, partly = rule
            criteria.append(self.add("success_criterion", since=since, plan_id=plan, id=self.new_id(), ordinal=nth, text=f"Kriterium {nth}", metric=metric, unit=unit,
                                     threshold=threshold, partly=partly, baseline_id=nth - 6 if metric == "duration" else None, changed_by="import"))
        for criterion in self.random.sample(criteria, 4):
            self.add_criterion_states(criterion)

    def add_criterion_states(self, criterion):
        """What was found, or judged, of quarters: some not in their order, some twice, one of a quarter to come, some told after the day that reports are of."""
        judged = criterion["metric"] == "judged"
        for _ in range(self.random.randrange(5)):
            quarter = datetime.date(self.random.choice((2023, 2024, 2025)), self.random.choice((1, 4, 7, 10)), 1)
            if self.chance(0.05):
                quarter = datetime.date(2026, 1, 1)
            told = self.moment(self.random.choice((quarter, quarter + 120 * DAY)))
            of = self.random.choice((0, 3, 5, 12))
            self.add("criterion_state", since=told, criterion_id=criterion["id"], id=self.new_id(), quarter=quarter, created_at=told.replace(microsecond=0),
                     state=self.random.choice(("reached", "partly", "not", "unknown")), numerator=None if judged else of // 2, denominator=None if judged else of,
                     note="Set efter" if judged else None, changed_by=self.staff[0] if judged or self.chance(0.1) else "samspil-reporter")
