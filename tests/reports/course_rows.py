"""What happens to a course: its states one after the other, from hand to hand, its plan, interventions and measurements."""

import datetime
from decimal import Decimal

from given import CATALOGUE_VERSIONS, FIRST, FRAME_OF_NO_GROUP, FRAMES, GROUPS, LIVES_ON, TODAY

DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)
STATES = ("new", "screened", "assessed-risk", "assessment", "conference-ready", "planning", "active")
OUTCOMES = ("job", "education", "flexjob", "wage-subsidy", "benefit", "pension", "moved")


class Courses:
    def add_citizen_with_courses(self, nth):
        citizen, born, dead = self.add_citizen(nth)
        opened = self.day(FIRST, TODAY if dead is None else dead)
        if self.profile == "twins" and nth % 2 == 1:
            opened = self.opened
        self.opened = opened
        group = self.random.choice(GROUPS)
        main = LIVES_ON.get(group) or self.random.choice(("dagpenge", "ledighedsydelse", "ressourceforloeb"))
        self.add_benefits(citizen, main, opened)
        closed = self.add_course(citizen, group, opened, dead)
        if closed is not None and closed < TODAY - 60 * DAY and dead is None and self.chance(0.15):
            self.add_course(citizen, group, self.day(closed, TODAY), None)  # another one, perhaps on the day that the first was closed
        self.add_outcomes(citizen, opened, self.course, dead)

    def add_course(self, citizen, group, opened, dead):
        """Its row in every version; returns the day that it was closed, None while it is open."""
        self.course = self.new_id()
        self.kept = {"id": self.course, "citizen_id": citizen, "frame_id": None if self.chance(0.1) else self.frame_of(group), "screening_id": None,
                     "screening_note": "Ingen", "department_id": self.random.choice(self.departments), "caseworker_uid": self.random.choice(self.staff),
                     "opened_on": opened, "closed_on": None, "outcome": None, "changed_by": self.staff[0]}
        self.versions = []
        at = self.moment(opened)
        low = self.chance(0.1)
        closed = self.closing_day(opened, dead, low)
        ends = closed if closed is not None else TODAY + 20 * DAY
        self.assess(citizen, group, opened, low, at)
        path = ("new", "screened", "assessed-risk") if low else STATES[:2 + self.random.randrange(6)] if closed is None and self.chance(0.4) else STATES
        for state in path:
            self.version(at, state)
            at += self.random.choice((0, 0, 1, 5, 12, 30)) * DAY + self.random.randrange(1, 90) * datetime.timedelta(minutes=1)
            if at.date() >= ends:
                break
        state = self.versions[-1]["state"]
        if state == "active":
            at = self.go_on(at, ends)
        if not low and STATES.index("planning") <= STATES.index(self.reached()):
            self.add_plan(opened, ends if closed is None else closed)
        if closed is not None:
            self.close(at, closed, low, dead)
        self.store(citizen)
        return self.versions[-1]["closed_on"]

    def frame_of(self, group):
        return FRAMES[group] if self.chance(0.95) else FRAME_OF_NO_GROUP

    def closing_day(self, opened, dead, low):
        if self.profile == "one-day":
            return opened
        if dead is not None and self.chance(0.8):
            return max(opened, dead)
        if self.profile == "still-open" or not (low or self.chance(0.5)):
            return None
        length = self.random.choice((0, 1, 20, 91, 180, 364, 365, 366, 500, 700)) if not low else self.random.choice((0, 0, 3))
        return min(opened + length * DAY, TODAY)

    def reached(self):
        return max((v["state"] for v in self.versions if v["state"] in STATES), key=STATES.index)

    def version(self, at, state, **changed):
        """From this moment on the course was so; a version that would begin with its predecessor begins a little later."""
        if self.versions and at <= self.versions[-1]["since"]:
            at = self.versions[-1]["since"] + datetime.timedelta(minutes=1)
        self.kept = {**self.kept, **changed}
        before = self.versions[-1] if self.versions else None
        state_since = at if before is None or before["state"] != state else before["state_since"]
        self.versions.append({**self.kept, "state": state, "state_since": state_since.replace(microsecond=0), "since": at})
        return at

    def go_on(self, at, ends):
        """Pauses, and other hands, while it is active."""
        for _ in range(self.random.randrange(3)):
            at += self.random.choice((10, 40, 100)) * DAY
            if at.date() >= ends:
                return at
            if self.chance(0.4):
                at = self.version(at, "paused", state_reason="Operation", returns_on=None)
                if self.chance(0.4):
                    return at
                at = self.version(at + 15 * DAY, "active", state_reason=None)
            elif len(self.staff) > 1:
                at = self.hand_over(at)
        return at

    def hand_over(self, at):
        before = self.kept["caseworker_uid"]
        after = self.random.choice([uid for uid in self.staff if uid != before])
        to = self.random.choice(self.departments) if self.chance(0.3) else self.kept["department_id"]
        self.add("course_handover", since=at, course_id=self.course, id=self.new_id(), from_uid=before, to_uid=after,
                 from_department=self.kept["department_id"], to_department=to, reason="Andre hænder", created_at=at.replace(microsecond=0), changed_by=before)
        return self.version(at, self.versions[-1]["state"], caseworker_uid=after, department_id=to)

    def close(self, at, closed, low, dead):
        """Told on the day, or days later; perhaps known only after the day that reports are of; perhaps opened again."""
        told = max(at, self.moment(closed)) + self.random.choice((0, 0, 0, 2, 9, 40)) * DAY
        told = max(told, self.versions[-1]["since"] + datetime.timedelta(minutes=1))
        outcome = "low-risk" if low else "dead" if dead is not None and closed >= dead else self.random.choice(OUTCOMES)
        self.version(told, "closed-low" if low else "closed", closed_on=closed, outcome=outcome, state_reason="Slut")
        if not low and dead is None and self.chance(0.1):
            self.version(told + self.random.randrange(1, 60) * DAY, "active", closed_on=None, outcome=None, state_reason="Genåbnet")

    def store(self, citizen):
        for row, following in zip(self.versions, [*self.versions[1:], None]):
            self.add("course", until=None if following is None else following["since"], **row)

    def assess(self, citizen, group, opened, low, at):
        """What the rules indicated beside what was decided, once or twice; sometimes without a target group, or with no screening."""
        questionnaire = 1 if group.startswith("kontanthjaelp") else 2
        screening = None
        if self.chance(0.8):
            screening = self.new_id()
            self.kept["screening_id"], self.kept["screening_note"] = screening, None
            self.add_screening(screening, citizen, questionnaire, opened)
        for nth in range(self.random.choice((0, 1, 1, 1, 2))):
            indicated = self.random.choice(("low", "moderate", "high", None)) if screening is not None else None
            decision = "low" if low else indicated if indicated is not None and self.chance(0.7) else self.random.choice(("moderate", "high"))
            day = at + nth * 30 * DAY
            self.add("risk_assessment", since=day, id=self.new_id(), screening_id=screening, course_id=None if screening is not None else self.course,
                     citizen_id=citizen, indicated=indicated, red=self.random.randrange(12), yellow=3, green=9,
                     target_group=None if self.chance(0.1) else group if self.chance(0.9) else "andre", decision=decision, risk=decision,
                     reason=None if decision == indicated else "En begrundelse på mindst tyve tegn", legal_basis="LAB", decided_at=day.replace(microsecond=0),
                     changed_by=self.random.choice(self.staff))

    def add_screening(self, screening, citizen, questionnaire, opened):
        sent = datetime.datetime.combine(opened - self.random.randrange(1, 20) * DAY, datetime.time(9))
        self.add("screening", since=sent, id=screening, citizen_id=citizen, questionnaire_id=questionnaire, state="assessed", filled_by="citizen",
                 expires_on=opened + 30 * DAY, issued_by=self.staff[0], issued_at=sent, opened_at=sent + HOUR, submitted_at=sent + 2 * HOUR,
                 language=self.random.choice(("da", "da", "en")), red=self.random.randrange(12), yellow=3, green=9, missing=0,
                 indicates=self.random.choice(("low", "moderate", "high")), rule="r1", changed_by="citizen")
        if self.chance(0.6):
            state = self.random.choice(("answered", "answered", "answered", "answered", "declined", "dont-know"))
            self.add("answer", since=sent, screening_id=screening, question="sex", state=state, changed_by="citizen",
                     choice=self.random.choice(("man", "woman")) if state == "answered" else None)
        for nth in range(1, 4):
            self.add("screening_dimension", since=sent, screening_id=screening, ordinal=nth, dimension=f"d{nth}", changed_by="citizen",
                     level=self.random.choice(("red", "yellow", "green", None)))

    def add_plan(self, opened, ends):
        plan = self.new_id()
        first = min(opened + self.random.choice((0, 3, 21, 60)) * DAY, ends)
        self.add("plan", since=first, course_id=self.course, id=plan, version=1, state="agreed", agreement="agreed", agreed_on=first,
                 agreed_how="meeting", created_at=self.moment(first), changed_by=self.staff[0])
        for _ in range(self.random.choice((0, 1, 1, 2, 3, 4))):
            self.add_intervention(plan, self.day(first, max(first, ends)), opened, ends)

    def add_intervention(self, plan, ordered, opened, ends):
        """Proposed, ordered, and then: declined, withdrawn, never begun, running, completed, stopped; begun on the day, or weeks after it."""
        key, version = self.new_id(), self.random.choice((None, *CATALOGUE_VERSIONS))
        offer = self.chance(0.75)
        planned = ordered + self.random.choice((0, 7, 20)) * DAY
        self.base = {"course_id": self.course, "id": key, "plan_id": plan, "title": "Indsats", "catalogue_version_id": version,
                     "kind": self.random.choice(("health", "social", "education", "company")), "is_offer": offer,
                     "track": self.random.choice((None, "physical", "mild-mental", "social")), "is_company_offer": offer and self.chance(0.4),
                     "hours_week": self.random.choice((None, Decimal("10.0"), Decimal("37.0"))), "provider_uid": self.random.choice(self.staff),
                     "goal": "Et mål", "ordered_on": ordered, "starts_on": planned, "ends_on": self.random.choice((None, planned + 90 * DAY)),
                     "first_measurement_on": planned + 7 * DAY, "started_on": None, "ended_on": None, "end_told_on": None,
                     "changed_by": self.staff[0], "created_at": self.moment(ordered, 7)}
        at = self.moment(ordered)
        how = self.random.choice(("ordered", "declined", "withdrawn", "running", "running", "running", "completed", "completed", "stopped"))
        started = self.random.choice((planned, planned + 3 * DAY, opened + 7 * self.random.randrange(1, 20) * DAY))
        started = max(started, ordered)
        if how in ("declined", "withdrawn"):
            self.steps((at, "ordered", {}), (at + 4 * DAY, how, {"ended_on": at.date() + 4 * DAY, "state_reason": "Nej tak"}))
        elif how == "ordered" or started > min(ends, TODAY):
            self.steps((at, "ordered", {}))
        else:
            begun = max(self.moment(started), at + HOUR)
            ended = min(started + self.random.choice((0, 13, 60, 90, 200)) * DAY, ends)
            steps = [(at, "ordered", {}), (begun, "running", {"started_on": started})]
            if how != "running" and ended >= started:
                told = max(self.moment(ended), begun + HOUR) + self.random.choice((0, 0, 3)) * DAY
                steps.append((told, how, {"ended_on": ended, "end_told_on": told.date(), "follow_up": "end" if how == "completed" else None}))
            self.steps(*steps)
            self.add_measurements(key, started, min(ended if how != "running" else ends, TODAY))

    def steps(self, *steps):
        row = self.base
        for (at, state, changed), following in zip(steps, [*steps[1:], None]):
            row = {**row, **changed}
            self.add("intervention", since=at, until=None if following is None else following[0], **row, state=state)

    def add_measurements(self, intervention, started, last):
        """Rounds of the citizen and of the provider: one misses some, one could not say, one is corrected, one is known by one side only."""
        for question in self.random.sample((1, 2, 3, 5, 9), self.random.choice((0, 1, 1, 2))):
            ended = last if self.chance(0.1) and last > started else None
            self.add("progress_goal", since=started, course_id=self.course, intervention_id=intervention, question_id=question, direction="develop",
                     measure=self.random.choice(("nrs", "nrs", "psfs", "gas")), target=self.random.choice((None, 7)), weight=1, chosen_on=started,
                     ended_on=ended, created_at=self.moment(started, 7), changed_by=self.staff[0])
            for by in ("citizen", "provider"):
                day, value, nth = started + 7 * DAY, self.random.randrange(11), 0
                while day <= last and nth < 6:
                    nth += 1
                    if not self.chance(0.15):
                        self.add_measurement(intervention, question, by, nth, day, value)
                    value = min(10, max(0, value + self.random.choice((-2, -1, 0, 1, 2, 3))))
                    day += self.random.choice((27, 28, 30)) * DAY
            if self.chance(0.1):
                self.add_measurement(intervention, question, "caseworker", 1, started, 5)
        self.add("measurement_schedule", since=started, course_id=self.course, intervention_id=intervention, first_round=1, first_due_on=started + 7 * DAY,
                 interval_weeks=4, created_at=self.moment(started, 7), changed_by=self.staff[0])

    def add_measurement(self, intervention, question, by, nth, day, value):
        at = self.moment(day)
        reason = "Ikke mødt" if self.chance(0.08) else None
        columns = {"course_id": self.course, "intervention_id": intervention, "question_id": question, "round": nth, "measured_by": by,
                   "changed_by": self.staff[0]}
        self.add("measurement", since=at, id=self.new_id(), correction=0, value=None if reason else value, not_possible=reason, correction_reason=None,
                 measured_at=at.replace(microsecond=0), **columns)
        if self.chance(0.05):
            later = at + self.random.choice((1, 5, 50)) * DAY
            self.add("measurement", since=later, id=self.new_id(), correction=1, value=self.random.randrange(11), not_possible=None,
                     correction_reason="Forkert tal", measured_at=later.replace(microsecond=0), **columns)
