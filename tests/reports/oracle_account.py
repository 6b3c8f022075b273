"""The report "account" from its definitions: what was typed, year by year; and what benefits cost against a period, counted day by day."""

import datetime
from decimal import Decimal
from fractions import Fraction

from asked_about import departments
from asking import Ask

DAY = datetime.timedelta(days=1)
KINDS = ("actual", "forecast", "budget")
DATE = datetime.date.fromisoformat
FEWER = 3
ASKS = [Ask(), Ask(own=(("baseline", "1"),), first=datetime.date(2022, 1, 1), last=datetime.date(2025, 12, 31)),
        Ask(own=(("baseline", "1"),), first=datetime.date(2024, 1, 1), last=datetime.date(2024, 12, 31), benefit="sygedagpenge"),
        Ask(first=datetime.date(2016, 1, 1), last=datetime.date(2018, 12, 31))]


def lines(ask, world):
    """The newest line of each category, year and kind: {(category, year, kind): amount}"""
    newest = {}
    for row in world["budget_line"]:
        year, on = int(row["year"]), DATE(row["stated_on"])
        if on > ask.today or (ask.first and year < ask.first.year) or (ask.last and year > ask.last.year):
            continue
        key = (row["category"], year, row["kind"])
        if key not in newest or on > newest[key][0]:
            newest[key] = (on, Decimal(row["amount"]))
    return {key: amount for key, (_, amount) in newest.items()}


def best(found, side, whole, year):
    """What is known best of each part of a side in a year, or of the whole where that is surer than one of them; None: nothing."""
    choices = []
    for categories in (side - whole, side & whole):
        surest = {}
        for (category, when, what), amount in found.items():
            if category in categories and when == year and (category not in surest or KINDS.index(what) < surest[category][0]):
                surest[category] = (KINDS.index(what), amount)
        if surest:
            choices.append((max(kind for kind, _ in surest.values()), sum(amount for _, amount in surest.values())))
    return min(choices, key=lambda choice: choice[0])[1] if choices else None


def typed(out, ask, world):
    sides = {side: {row["code"] for row in world["budget_category"] if row["side"] == side} for side in ("investment", "saving")}
    whole = {row["code"] for row in world["budget_category"] if row["whole"] == "1"}
    found = lines(ask, world)
    for (category, year, kind), amount in found.items():
        out |= {("lines", f"{category}-{year}-{kind}", "amount"): amount, ("lines", f"{category}-{year}-{kind}", "stated-on"): None}
    years = sorted({year for _, year, _ in found})
    budget = {}
    for (category, year, kind), amount in found.items():
        if kind == "budget" and category in sides["investment"] - whole:
            budget.setdefault(category, {})[year] = amount
    divided = sorted({year for of in budget.values() for year in of})
    totals = {"invested": Decimal(0), "saved": Decimal(0), "net": Decimal(0)}
    own = dict(totals)
    known = own_known = bool(years)
    even = None
    for year in years:
        day = f"{year}-01-01"
        invested, saved = best(found, sides["investment"], whole, year), best(found, sides["saving"], whole, year)
        net = None if invested is None or saved is None else saved - invested
        known = known and net is not None
        for sums, counts in ((totals, True), (own, year in divided)):
            if counts:
                sums["invested"] += invested or 0
                sums["saved"] += saved or 0
                sums["net"] += net or 0
        if year in divided:
            own_known = own_known and net is not None
        out |= {("result", day, "invested"): invested, ("result", day, "saved"): saved, ("result", day, "net"): net,
                ("result", day, "cumulative"): totals["net"] if known else None}
        if even is None and known and totals["net"] >= 0:
            even = year
    if not years:
        return out.update({("brief", name, "value"): None for name in ("net", "break-even", "a-krone")})
    some = {name: any(category in sides[side] for category, _, _ in found) for name, side in (("invested", "investment"), ("saved", "saving"))}
    out |= {("result", "total", name): totals[name] if some[name] else None for name in some} | {("result", "total", "net"): totals["net"] if known else None}
    out |= {("brief", "net", "value"): totals["net"] if known else None, ("brief", "break-even", "value"): even,
            ("brief", "a-krone", "value"): half_up(totals["saved"] / totals["invested"], 2) if known and totals["invested"] > 0 else None}
    if divided:
        for row, sums, all_known in (("own", own, own_known), ("all", totals, known)):
            out |= {("within", row, name): sums[name] if some[name] or row == "own" else None for name in some} | {("within", row, "net"): sums["net"] if all_known else None}
    everything = sum(sum(of.values()) for of in budget.values())
    categories = {category for category, _, _ in found if category in sides["investment"] - whole}
    for category in categories:
        of = budget.get(category, {})
        for year in divided:
            out["investment", category, f"{year}-01-01"] = of.get(year)
        out["investment", category, "sum"] = sum(of.values())
        out["investment", category, "share"] = 100 * Fraction(sum(of.values())) / Fraction(everything) if everything else None
    for year in divided:
        out["investment", "total", f"{year}-01-01"] = sum(of.get(year, 0) for of in budget.values())
    out["investment", "total", "sum"] = everything
    out["investment", "total", "share"] = 100 if everything else None
    planned_sum = spent_sum = Decimal(0)
    for year in years:
        planned = [amount for (category, when, kind), amount in found.items() if category in sides["investment"] - whole and when == year and kind == "budget"]
        planned = planned or [amount for (category, when, kind), amount in found.items() if category in sides["investment"] and when == year and kind == "budget"]
        if planned:
            spent = best(found, sides["investment"], whole, year)
            out |= {("deviation", f"{year}-01-01", "budget"): sum(planned), ("deviation", f"{year}-01-01", "best"): spent,
                    ("deviation", f"{year}-01-01", "difference"): spent - sum(planned)}
            planned_sum += sum(planned)
            spent_sum += spent
    out |= {("deviation", "total", "budget"): planned_sum, ("deviation", "total", "best"): spent_sum, ("deviation", "total", "difference"): spent_sum - planned_sum}


def half_up(number, decimals):
    scale = 10 ** decimals
    twice = Fraction(number) * scale * 2
    return Fraction((abs(twice) + 1) // 2 * (1 if twice >= 0 else -1), scale)


def days_on(cohort, ask, of, paid):
    """{(benefit, day, the week of the citizen's time on benefits): people}, day by day."""
    where, out = departments(cohort, ask), {}
    citizens = {row["id"] for row in cohort.now("citizen") if row["department_id"] in where}
    periods = {}
    for row in cohort.now("benefit_period"):
        if row["citizen_id"] in citizens and row["starts_on"] <= ask.today and row["benefit_type"] in paid:
            periods.setdefault(row["citizen_id"], []).append((row["starts_on"], row["id"], min(row["ends_on"] or ask.today, ask.today), row["benefit_type"]))
    for rows in periods.values():
        began = until = None
        for start, _, end, benefit in sorted(rows):
            if until is None or start > until + DAY:
                began = start
            until = end if until is None else max(until, end)
            if benefit in of:
                day = start
                while day <= end:
                    key = (benefit, day, (day - began).days // 7 + 1)
                    out[key] = out.get(key, 0) + 1
                    day += DAY
    return out


def price(benefit, day, world):
    rates = [(DATE(row["valid_from"]), Fraction(Decimal(row["monthly"]))) for row in world["benefit_rate"] if row["benefit_type"] == benefit and DATE(row["valid_from"]) <= day]
    return max(rates)[1] if rates else None


def refund(benefit, day, week, world):
    steps = [row for row in world["benefit_refund"] if row["benefit_type"] == benefit and DATE(row["valid_from"]) <= day]
    newest = max((row["valid_from"] for row in steps), default=None)
    begun = [(int(row["from_week"]), Fraction(Decimal(row["percent"]))) for row in steps if row["valid_from"] == newest and int(row["from_week"]) <= week]
    return max(begun)[1] if begun else Fraction(0)


def next_month(day):
    return (day.replace(day=28) + 4 * DAY).replace(day=1)


def cost(on, first, after, priced, world):
    """(persons, kroner of a mean month); kroner None: a rate is not known."""
    days, sum_days, kroner = (after - first).days, 0, Fraction(0)
    for (benefit, day, week), people in on.items():
        if first <= day < after:
            sum_days += people
            rate = price(benefit, priced, world)
            if rate is None or kroner is None:
                kroner = None
            else:
                kroner += people * rate * (100 - refund(benefit, priced, week, world)) / 100
    return Fraction(sum_days, days), None if kroner is None else half_up(kroner / days, 2)


def figures(cohort, ask, world):
    out = {}
    typed(out, ask, world)
    chosen = dict(ask.own).get("baseline")
    if chosen is None:
        return out
    base = next(row for row in world["baseline"] if row["id"] == chosen)
    of = {row["code"] for row in world["benefit_type"] if row["is_paid"] == "1" and base["benefit_type"] in (None, row["code"]) and ask.benefit in (None, row["code"])}
    on = days_on(cohort, ask, of, {row["code"] for row in world["benefit_type"] if row["is_paid"] == "1"})
    month = max(DATE(base["from_on"]), ask.first or DATE(base["from_on"]))
    while next_month(month) <= ask.today + DAY and (ask.last is None or month <= ask.last):
        persons, actual = cost(on, month, next_month(month), month, world)
        there, expected = cost(on, DATE(base["from_on"]), DATE(base["to_on"]) + DAY, month, world)
        if not there:
            expected = None
        out |= {("computed", str(month), "persons"): persons, ("computed", str(month), "expected"): expected, ("computed", str(month), "actual"): actual,
                ("computed", str(month), "saved"): None if expected is None or actual is None else expected - actual}
        month = next_month(month)
    years(out, any(DATE(base["from_on"]) <= day <= DATE(base["to_on"]) for _, day, _ in on))
    return out


def years(out, compared):
    """The months of each year together; of a department there is no investment and so no net.  compared: somebody was on benefits in the baseline."""
    months = sorted({row for table, row, _ in out if table == "computed"})
    rows = {}
    for month in months:
        rows.setdefault(f"{month[:4]}-01-01", []).append(month)
        rows.setdefault("total", []).append(month)
    for row, of in rows.items():
        parts = {name: [out["computed", month, name] for month in of] for name in ("expected", "actual", "saved")}
        known = None not in parts["saved"]
        out |= {("computed-years", row, name): sum(parts[name]) if known else None for name in parts}
        if not compared:
            out["computed-years", row, "actual"] = None if None in parts["actual"] else sum(parts["actual"])
        out |= {("computed-years", row, name): None for name in ("invested", "net", *(("cumulative",) if row != "total" else ()))}
        if row == "total":
            out["brief", "computed-saved", "value"] = sum(parts["saved"]) if known else None
            out |= {("brief", f"computed-{name}", "value"): None for name in ("net", "a-krone", "break-even")}
