"""Flow and time: six courses of one department, whose figures one can count on one's fingers."""

import datetime
import time

import pytest

import course as c

DAY = datetime.timedelta(days=1)
DEPARTMENT = "flow-prove"
JAN = datetime.date(2024, 1, 1)
# opened, closed, outcome, offers: (days after the opening, ended on, in a company)
COURSES = [
    ("2024-01-10", "2024-05-20", "job", [(27, "2024-04-15", 0)]),  # three weeks and six days
    ("2024-01-15", None, None, [(56, None, 0)]),
    ("2024-02-01", "2024-06-30", "pension", [(84, None, 1)]),
    ("2024-02-01", None, None, [(140, None, 1)]),
    ("2024-02-20", "2024-05-31", "job", []),
    ("2024-03-05", "2024-03-05", "low-risk", []),
]


def add_course(stack, opened, closed, outcome, offers):
    course = c.new_course(stack, department=DEPARTMENT)
    plan = c.new_plan(stack, course)
    state = "active" if closed is None else "closed-low" if outcome == "low-risk" else "closed"
    ends = "NULL, outcome = NULL" if closed is None else f"'{closed}', outcome = '{outcome}'"
    stack.sql(f"UPDATE course SET opened_on = '{opened}', state = '{state}', closed_on = {ends} WHERE id = {course}")
    for days, ended, company in offers:
        add_intervention(stack, course, plan, datetime.date.fromisoformat(opened) + days * DAY, ended, company)
    return course, plan


def add_intervention(stack, course, plan, started, ended, company=0, offer=1, state=None):
    state = state or ("running" if ended is None else "completed")
    on = "NULL" if state == "ordered" else f"'{started}'"
    stack.sql("INSERT INTO intervention (course_id, plan_id, title, provider_uid, goal, state, is_offer, is_company_offer, starts_on, first_measurement_on, ordered_on,"
              f" started_on, ended_on, changed_by) VALUES ({course}, {plan}, 'Tilbud', 'vh.bent', 'Et mål', '{state}', {offer}, {company}, '{started}', '{started}',"
              f" '{started - 5 * DAY}', {on}, {'NULL' if ended is None else repr(ended)}, 'mads.sb')")


@pytest.fixture(scope="module")
def courses(stack):
    stack.sql(f"INSERT INTO department (id, name, parent_id) VALUES ('{DEPARTMENT}', 'Prøve af til- og afgang', 'jobcenter')")
    made = [add_course(stack, *one) for one in COURSES]
    # What never began, and what is no offer, is none.
    add_intervention(stack, *made[4], datetime.date(2024, 2, 27), None, state="ordered")
    add_intervention(stack, *made[3], datetime.date(2024, 2, 8), "2024-02-20", offer=0)
    return [course for course, _ in made]


def report(client, name, **more):
    """The report's page; the first one may be computed in the background."""
    address = f"/report/{name}?department={DEPARTMENT}" + "".join(f"&{key}={value}" for key, value in {"from": "01-2024", "to": "06-2024", **more}.items())
    for _ in range(40):
        page = client.get(address)
        assert page.status == 200, page.text
        if more.get("format") or page.all("//p:report"):
            return page
        time.sleep(0.5)
    raise AssertionError(page.text)


def table(page, name, column="value"):
    """{(row, column): (value, n, of)}"""
    return {(row.get("name"), figure.get("column")): figure.get(column) for row in page.all(f"//p:figures[@name = '{name}']/p:figures-row")
            for figure in row}


@pytest.fixture
def karla(sign_in, courses):
    return sign_in("tl.karla")


def test_the_stock_balances(karla):
    page = report(karla, "flow")
    stock = table(page, "stock")
    rows = {month: [int(stock[f"2024-{month:02}-01", column]) for column in ("before", "opened", "closed", "after", "touched")] for month in range(1, 7)}
    assert rows == {1: [0, 2, 0, 2, 2], 2: [2, 3, 0, 5, 5], 3: [5, 1, 1, 5, 6], 4: [5, 0, 0, 5, 5], 5: [5, 0, 2, 3, 5], 6: [3, 0, 1, 2, 3]}
    assert [stock["total", column] for column in ("before", "opened", "closed", "after")] == ["0", "6", "4", "2"]
    assert float(stock["2024-01-01", "full-time"]) == pytest.approx((22 + 17) / 31), "days of the month that they were in a course"
    ways = table(page, "outcome")
    assert [ways["total", column] for column in ("job", "pension", "low-risk", "other", "closed")] == ["2", "1", "1", "0", "4"]
    assert ways["2024-05-01", "job"] == "2" and ways["2024-03-01", "low-risk"] == "1"
    assert table(page, "by-department")[DEPARTMENT, "opened"] == "6"
    brief = {node.getparent().get("name"): node.get("value") for node in page.all("//p:figures-brief/p:figure")}
    assert brief == {"opened": "6", "closed": "4", "after": "2", "at-work": "50"}


def test_weeks_to_the_first_offer(karla):
    """3, 8, 12, 20 and none: the mean is of those who got one, and the share without stands beside it."""
    page = report(karla, "time")
    offers, shown = table(page, "offers"), table(page, "offers", "shown")
    assert offers["offer", "mean"] == "10.75" and shown["offer", "mean"] == "10.8" and shown["offer", "median"] == "10.0"
    n, of = table(page, "offers", "n"), table(page, "offers", "of")
    assert (n["offer", "mean"], of["offer", "mean"]) == ("4", "5") and offers["offer", "without"] == "20"
    assert shown["company", "mean"] == "16.0" and (n["company", "mean"], of["company", "mean"]) == ("2", "5")
    weeks = table(page, "weeks")
    assert [weeks[row, "offer"] for row in ("weeks-0", "weeks-4", "weeks-8", "weeks-13", "weeks-26", "weeks-52", "none", "total")] == list("10210015")
    assert table(page, "waiting")["order", "median"] == "5"


def test_the_activation_degree_is_the_mean_of_month_ends(karla):
    page = report(karla, "time")
    ends, quarters = table(page, "month-ends"), table(page, "activation")
    assert [ends[day, "degree"] for day in ("2024-01-31", "2024-02-29", "2024-03-31")] == ["0", "20", "40"]
    assert ends["2024-01-31", "company-share"] is None and ends["2024-04-30", "company-share"] == "50"
    assert quarters["2024-01-01", "degree"] == "20" and quarters["2024-01-01", "company-share"] == "0"
    assert float(quarters["2024-04-01", "degree"]) == pytest.approx((40 + 200 / 3 + 100) / 3) and quarters["2024-04-01", "company-share"] == "50"


def test_a_quarter_that_the_period_cuts_is_whole(karla):
    whole, cut = (table(report(karla, "time", **more), "activation") for more in ({}, {"from": "03-2024", "to": "05-2024"}))
    assert cut == {place: share for place, share in whole.items() if place[0] in ("2024-01-01", "2024-04-01")} != {}


def test_a_number_leads_to_its_courses(karla, courses):
    page = report(karla, "flow")
    href = page.one("//p:figures[@name = 'outcome']/p:figures-row[@name = 'total']/p:figure[@column = 'job']").get("href")
    page = karla.get(href)
    head = page.one("//p:report-list")
    assert (head.get("total"), head.get("others")) == ("2", "2"), "of another department: counted, not named"


def test_each_count_of_time_leads_to_as_many(stack, karla):
    page, opened = report(karla, "time"), set()
    for name in ("waiting", "still", "month-ends"):
        for figure in page.all(f"//p:figures[@name = '{name}']/p:figures-row/p:figure[@href]"):
            stack.sql("DELETE FROM report_taken")
            people = karla.get(figure.get("href"))
            assert people.status == 200 and people.one("//p:report-list").get("total") == figure.get("value"), figure.get("href")
            opened.add((name, figure.get("column")))
    assert opened >= {("waiting", "left"), ("still", "moves"), ("still", "open"), *(("month-ends", column) for column in ("open", "active", "offers", "company-offers"))}


def test_csv_tells_nobody_of_few(karla):
    lines = [line.split(";") for line in report(karla, "flow", format="csv").body.decode("utf-8-sig").splitlines()]
    assert ["I alt", *["skjult"] * 6] in [line[:7] for line in lines]
    lines = [line.split(";") for line in report(karla, "time", format="csv").body.decode("utf-8-sig").splitlines()]
    assert any(line[:7] == ["Første tilbud", "skjult", "", "", "skjult", "", ""] for line in lines)


def test_few_people_are_told_to_nobody_else(sign_in, courses):
    """The months of few are kept from the evaluator, and so is the sum; that the rest would tell it, too, is why whole rows are."""
    ane = sign_in("eval.ane")
    page = report(ane, "flow")
    for name in ("stock", "by-department", "by-group"):
        assert not [value for value in table(page, name).values() if value is not None], name
    assert {value for (row, _), value in table(report(ane, "time"), "weeks").items()} <= {None, "0", "5"}
    assert not page.all("//p:figure/@href")
