"""What is asked of a report: ask.first and ask.last are days (first and last of months), None for no limit."""

import dataclasses
import datetime

from given import TODAY


@dataclasses.dataclass(frozen=True)
class Ask:
    first: datetime.date | None = None
    last: datetime.date | None = None
    target_group: str | None = None
    benefit: str | None = None
    own: tuple = ()  # the report's own fields: ((name, value), ...)
    department: str | None = None  # set for each cohort
    today: datetime.date = TODAY

    def arguments(self):
        """The options of samspil-reporter --figures, but for the departments."""
        out = ["--today", str(self.today)] if self.today != TODAY else []
        for option, value in (("--from", self.first), ("--to", self.last), ("--target-group", self.target_group), ("--benefit", self.benefit), *((f"--{name}", value) for name, value in self.own)):
            if value is not None:
                out += [option, str(value)]
        return out

    def __str__(self):
        return " ".join(self.arguments()) or "all"


def asks(**own):
    """Those that a report is asked where its oracle names none: all, a year, a month, a group, a benefit."""
    fields = tuple(own.items())
    year = {"first": datetime.date(2024, 1, 1), "last": datetime.date(2024, 12, 31)}
    whole = {"first": datetime.date(2022, 1, 1), "last": datetime.date(2025, 12, 31)}
    return [Ask(**whole, own=fields), Ask(**year, own=fields), Ask(first=datetime.date(2025, 5, 1), last=datetime.date(2025, 5, 31), own=fields),
            Ask(**year, target_group="sygedagpenge", own=fields), Ask(**whole, benefit="kontanthjaelp", own=fields)]
