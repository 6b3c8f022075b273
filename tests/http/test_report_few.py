"""What an evaluator can find out by asking again: courses of some months, asked about by months, days, groups and benefits, and compared answer with answer."""

import collections
import datetime
import itertools
from fractions import Fraction

import pytest

import course as c

DAY = datetime.timedelta(days=1)
DEPARTMENT, COURSES = "faa-prove", 29
PERSONS = ("n", "of", "numerator", "denominator")
# Tables of what is no person: criteria, entries, what region's figures say.
NO_PERSONS = {"plans", "quarters", "entries", "judged", "regions", "norms"}
MONTHS = [(f"{first:02d}-2024", f"{last:02d}-2024") for first, last in ((1, 1), (1, 2), (1, 3), (1, 4), (2, 4), (3, 4), (1, 6))]
ASKED = [f"from={first}&to={last}" for first, last in MONTHS] + [f"from=01-2024&to=06-2024&{more}" for more in (
    "group=sygedagpenge", "group=kontanthjaelp", "benefit=sygedagpenge", "as-of=2024-03-15", "as-of=2024-03-31", "as-of=2024-04-30")]


@pytest.fixture(scope="module")
def courses(stack):
    """Opened five days apart; every third closed after 40 days, every other with an offer after some weeks, none on benefits any more."""
    stack.sql(f"INSERT INTO department (id, name, parent_id) VALUES ('{DEPARTMENT}', 'Prøve af få', 'jobcenter')")
    for nth in range(COURSES):
        opened = datetime.date(2024, 1, 3) + 5 * nth * DAY
        course = c.new_course(stack, department=DEPARTMENT)
        closed = f"state = 'closed', closed_on = '{opened + 40 * DAY}', outcome = '{('job', 'pension', 'job', 'moved', 'job')[nth // 3 % 5]}'" if nth % 3 == 0 else "state = 'active'"
        stack.sql(f"UPDATE course SET opened_on = '{opened}', {closed} WHERE id = {course}")
        citizen, on = c.citizen_of(stack, course)[0], 60 + nth * 37 % 500
        stack.sql("INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, changed_by)"
                  f" VALUES ({citizen}, 'kontanthjaelp', '{opened}', '{opened + on * DAY}', 'mads.sb')")
        if nth % 2 == 0:
            plan, began = c.new_plan(stack, course), opened + 7 * (nth // 2 % 4) * DAY
            stack.sql("INSERT INTO intervention (course_id, plan_id, title, provider_uid, goal, state, is_offer, is_company_offer, starts_on, first_measurement_on, ordered_on,"
                      f" started_on, changed_by) VALUES ({course}, {plan}, 'Tilbud', 'vh.bent', 'Et mål', 'running', 1, {nth % 4 // 2}, '{began}', '{began}', '{began}', '{began}', 'mads.sb')")
    yield
    stack.sql("DELETE FROM report_taken; DELETE FROM report_run")


# Nothing begins or ends in that quarter: the mean of its ends of months is each of them.
EVEN_QUARTER = "from=08-2024&to=08-2024"


def told(page):
    """{(table, row, column, what): how many persons}, of all that the answer tells of persons in whole numbers."""
    out = {}
    for figures in page.all("//p:figures"):
        kinds = {column.get("name"): column.get("kind") for column in figures.findall("{*}figures-column")}
        for row in figures.findall("{*}figures-row"):
            for figure in row.findall("{*}figure"):
                counts = PERSONS + (("value",) if kinds.get(figure.get("column")) == "count" else ())
                out |= {(figures.get("name"), row.get("name"), figure.get("column"), name): int(figure.get(name)) for name in counts
                        if figure.get(name) is not None and figures.get("name") not in NO_PERSONS}
    for brief in page.all("//p:figures-brief"):
        figure = brief.find("{*}figure")
        counts = PERSONS + (("value",) if brief.get("kind") == "count" else ())
        out |= {("brief", "", brief.get("name"), name): int(figure.get(name)) for name in counts if figure.get(name) is not None}
    return out


def shares(page):
    """[(table, row, column, whole per cent)] of all shares and differences of shares that are told."""
    out = []
    for figures in page.all("//p:figures"):
        kinds = {column.get("name"): column.get("kind") for column in figures.findall("{*}figures-column")}
        out += [(figures.get("name"), row.get("name"), figure.get("column"), float(figure.get("value"))) for row in figures.findall("{*}figures-row")
                for figure in row.findall("{*}figure") if kinds.get(figure.get("column")) == "share" and figure.get("value") and figures.get("name") not in NO_PERSONS]
    return out


def of_fives(means):
    """Every whole per cent that two round numbers of these courses can give, or the mean of so many of them."""
    of = {Fraction(part, whole) for whole in range(1, COURSES // 5 + 2) for part in range(whole + 1)}
    return {int(100 * sum(some) / many + Fraction(1, 2)) for many in range(1, means + 1) for some in itertools.combinations_with_replacement(of, many)}


@pytest.mark.parametrize("report, tables", [("time", {"activation", "month-ends"}), ("duration", {"curve"})])
def test_no_share_is_of_other_than_round_numbers(sign_in, courses, report, tables):
    evaluator, found, one = sign_in("eval.ane"), set(), of_fives(1)
    for months in ("from=03-2024&to=03-2024", "from=04-2024&to=04-2024", "from=05-2024&to=05-2024", "from=01-2024&to=06-2024", "from=02-2024&to=06-2024",
                   EVEN_QUARTER):
        for table, row, column, share in shares(evaluator.get(f"/report/{report}?department={DEPARTMENT}&{months}")):
            if table not in tables or table == "activation" and months != EVEN_QUARTER:
                continue
            found.add(table)
            assert share in one, f"{months} {table} {row} {column}"
    assert found >= tables


@pytest.mark.parametrize("report", ["caseload", "flow", "time", "duration", "disagreement", "progression"])
def test_no_two_answers_differ_by_a_few(sign_in, courses, report):
    evaluator, answers = sign_in("eval.ane"), []
    for asked in ASKED:
        page = evaluator.get(f"/report/{report}?department={DEPARTMENT}&{asked}")
        assert page.status in (200, 422), page.text
        if page.status == 200:
            assert page.all("//p:report"), page.text
            answers.append((asked, told(page)))
    assert len(answers) > 5
    found = collections.defaultdict(set)
    for asked, counts in answers:
        for (_, _, column, what), count in counts.items():
            found[what, column].add(count)
            found["any"].add(count)
    few = [(key, one, other) for key, values in found.items() for one, other in itertools.combinations(sorted(values), 2) if 0 < other - one < 5]
    assert few == [] and not found["any"] & {1, 2, 3, 4}


def test_no_file_says_more_than_the_page(sign_in, courses):
    evaluator, asked = sign_in("eval.ane"), f"/report/flow?department={DEPARTMENT}&from=01-2024&to=06-2024"
    page = evaluator.get(asked)
    assert told(page) == told(evaluator.get(page.one("//p:report").get("xml-href"))) != {}


# Reasons that say nothing of people: what was not asked, typed, or told by somebody else.
OPEN_REASONS = {"no-hours", "no-target", "no-line", "no-rate", "no-baseline", "no-comparison", "from-elsewhere", "not-judged", "not-told", "before-data", "no-data", "no-staff", "never", "of-all"}
REPORTS = ["caseload", "simulator", "flow", "time", "progression", "disagreement", "duration", "action-plans", "account", "regions"]
# Tables whose rows are there because somebody is in them.
COME = {"caseload": {"caseworkers", "departments", "benefits"}, "flow": {"by-group", "by-department"}, "progression": {"entries", "kinds", "tracks", "groups"},
        "disagreement": {"directions", "fates", "questionnaires", "departments", "sexes", "ages", "languages"}}


def rows(page):
    """{(table, row): {column: figure}}; what is said in short is a row, since it stands together."""
    out = {(figures.get("name"), row.get("name")): {figure.get("column"): figure for figure in row.findall("{*}figure")}
           for figures in page.all("//p:figures") for row in figures.findall("{*}figures-row")}
    out["brief", ""] = {brief.get("name"): brief.find("{*}figure") for brief in page.all("//p:figures-brief")}
    return out


def kinds(page):
    """{(table, column): kind}."""
    return {(figures.get("name"), column.get("name")): column.get("kind") for figures in page.all("//p:figures") for column in figures.findall("{*}figures-column")} | \
        {("brief", brief.get("name")): brief.get("kind") for brief in page.all("//p:figures-brief")}


def is_few(number):
    return 0 < number < 5


def parts_of(figure):
    """How many people it says it is of, and the others of them."""
    one, all_ = (("numerator", "denominator") if figure.get("denominator") else ("n", "of"))
    return [] if figure.get(all_) is None else [int(figure.get(one)), int(figure.get(all_)), int(figure.get(all_)) - int(figure.get(one))]


def counts_of(kinds_, table, row):
    return {column: int(figure.get("value")) for column, figure in row.items() if kinds_[table, column] == "count" and figure.get("value") is not None}


def few_in(kinds_, table, row):
    return any(is_few(count) for count in counts_of(kinds_, table, row).values()) or any(is_few(part) for figure in row.values() for part in parts_of(figure))


def faults_of(report, truth, told):
    """What a reader without lists learns of few, by what stands in their place; truth is what a leader sees."""
    kinds_, true, said = kinds(truth), rows(truth), rows(told)
    for (table, name), row in said.items():
        if table in NO_PERSONS or report in ("simulator", "account", "regions"):
            continue
        was, hidden = true[table, name], any(figure.get("hidden") for figure in row.values())
        for column, figure in row.items():
            of_people = figure.get("why") is not None and figure.get("why") not in OPEN_REASONS
            if of_people and (hidden or figure.get("why") == "few" or few_in(kinds_, table, was)):
                yield f"{table} {name} {column}: {figure.get('why')}"
            if figure.get("value") is not None and table == "brief" and column not in ("criteria", "reached") and \
                    (any(is_few(part) for part in parts_of(was[column])) or (kinds_[table, column] == "count" and is_few(int(was[column].get("value"))))):
                yield f"{table} {column}: {figure.get('value')}"
        counts = counts_of(kinds_, table, was) if table != "brief" else {}
        if any(counts.values()) and all(is_few(count) for count in counts.values() if count) and any(row[column].get("value") for column in counts):
            yield f"{table} {name}: nobody beside few {counts}"
        if table in COME.get(report, ()) and name not in ("total", "all") and is_few(max(counts.values())) and not any(figure.get("value") for figure in row.values()):
            yield f"{table} {name} is there"
    if report == "duration":
        yield from curve_faults(true, said, truth, told)


def curve_faults(true, said, truth, told):
    """How long the curve is and where nobody was followed tell of those who were left."""
    names = [name for table, name in said if table == "curve"]
    for nth, name in enumerate(names[1:]):
        for column, figure in said["curve", name].items():
            before = said["curve", names[nth]][column]
            if figure.get("why") == "not-followed" and before.get("hidden"):
                yield f"curve {name} {column}: {figure.get('why')} after what is hidden"
    if len(names) > 1 and not any(figure.get("value") for figure in said["curve", names[-1]].values()):
        yield f"the curve ends at {names[-1]}"
    persons = [true["groups", name].get("going-on") for table, name in true if table == "groups"]
    if any(is_few(int(figure.get("value"))) for figure in persons if figure is not None and figure.get("value")) and told.all("//p:figures-note[@key = 'limited']"):
        yield "that some are on benefits still"


# More people a question at a time: from one on.
ONE_BY_ONE = ["from=01-2024&to=01-2024&group=sygedagpenge", "from=02-2024&to=02-2024&benefit=kontanthjaelp", "from=05-2024&to=05-2024", "from=06-2024&to=06-2024", "from=05-2024&to=06-2024",
              "from=01-2024&to=06-2024&as-of=2024-01-03", "from=01-2024&to=06-2024&as-of=2024-01-10", "from=01-2024&to=06-2024&as-of=2024-01-22", "from=01-2024&to=06-2024&as-of=2024-02-20"]


@pytest.mark.parametrize("report", REPORTS)
def test_no_reason_tells_of_few(sign_in, courses, report):
    """Beside each answer stands what the leader is told: where that is of few, neither a reason, nor a nought, nor a row, nor what is said in short may say so."""
    evaluator, leader, found, asked_of = sign_in("eval.ane"), sign_in("tl.karla"), [], 0
    for asked in ASKED + ONE_BY_ONE:
        address = f"/report/{report}?department={DEPARTMENT}&{asked}"
        told, truth = evaluator.get(address), leader.get(address)
        assert told.status in (200, 422) and told.status == truth.status, told.text
        if told.status == 200:
            asked_of += 1
            assert not truth.all("//p:figure[@hidden]")
            found += [f"{asked}: {fault}" for fault in faults_of(report, truth, told)]
            found += [f"{asked}: file: {fault}" for fault in faults_of(report, truth, evaluator.get(told.one("//p:report").get("xml-href")))] if asked == ASKED[0] else []
    assert found == [] and asked_of > 5


@pytest.mark.parametrize("report", REPORTS)
def test_no_two_answers_differ_in_a_reason_by_a_few(sign_in, courses, report):
    """A reason here and a figure there, or another reason, where the two are about the same but for a few people."""
    evaluator, leader, answers = sign_in("eval.ane"), sign_in("tl.karla"), []
    for asked in ASKED + ONE_BY_ONE:
        address = f"/report/{report}?department={DEPARTMENT}&{asked}"
        told, truth = evaluator.get(address), leader.get(address)
        if told.status == 200:
            answers.append((asked, kinds(truth), rows(truth), rows(told)))
    found = []
    for (asked, kinds_, true, said), (other, _, true_there, said_there) in itertools.combinations(answers, 2):
        for table, name in set(said) & set(said_there) if report not in ("simulator", "account", "regions") else ():
            if table == "brief" or table in NO_PERSONS:
                continue
            here, there = counts_of(kinds_, table, true[table, name]), counts_of(kinds_, table, true_there[table, name])
            between = max((abs(here[column] - there[column]) for column in set(here) & set(there)), default=0)
            for column, figure in said[table, name].items():
                ones = (figure.get("why"), said_there[table, name][column].get("why"))
                if is_few(between) and ones[0] != ones[1] and not {"yes"} & {figure.get("hidden"), said_there[table, name][column].get("hidden")} and not set(ones) & OPEN_REASONS:
                    found.append(f"{asked} and {other}: {table} {name} {column}: {ones}")
    assert found == []
