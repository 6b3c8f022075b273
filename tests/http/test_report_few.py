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
