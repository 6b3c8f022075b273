"""Duration and effect: four citizens of one department, two before and two now, whose days one can count."""

import datetime
import time

import pytest

import course as c

DEPARTMENT = "varighed-prove"


def on_benefit(stack, citizen, first, days):
    first = datetime.date.fromisoformat(first)
    last = first + datetime.timedelta(days=days - 1)
    stack.sql("INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, changed_by)"
              f" VALUES ({citizen}, 'kontanthjaelp', '{first}', '{last}', 'mads.sb')")
    return last


def add_course(stack, opened, *periods):
    course = c.new_course(stack, department=DEPARTMENT)
    citizen = c.citizen_of(stack, course)[0]
    stack.sql(f"UPDATE course SET opened_on = '{opened}' WHERE id = {course}")
    for first, days in periods:
        on_benefit(stack, citizen, first, days)
    return citizen


@pytest.fixture(scope="module")
def citizens(stack):
    """435 days on average now, 800 before: a year less."""
    stack.sql(f"INSERT INTO department (id, name, parent_id) VALUES ('{DEPARTMENT}', 'Prøve af varighed', 'jobcenter');"
              " INSERT INTO baseline (id, title, from_on, to_on, source, changed_by) VALUES (7001, 'Prøve 2019', '2019-01-01', '2019-12-31', 'prøve', 'oek.rita');"
              " INSERT INTO baseline (id, title, from_on, to_on, mean_days, source, changed_by) VALUES (7002, 'Prøve udefra', '2019-01-01', '2019-12-31', 799.5, 'prøve', 'oek.rita')")
    for days in (700, 900):
        add_course(stack, "2019-01-10", ("2019-01-01", days))
    # Last day 19 July 2022, the next begins 91 days later: one time on benefits.
    return [add_course(stack, "2022-01-10", ("2022-01-01", 200), ("2022-10-18", 200)), add_course(stack, "2022-01-10", ("2022-01-05", 470))]


def report(client, baseline=7001, to="12-2022", **more):
    """The report's page; the first one may be computed in the background."""
    address = f"/report/duration?department={DEPARTMENT}&from=01-2022&to={to}&baseline={baseline}" + "".join(f"&{key}={value}" for key, value in more.items())
    for _ in range(40):
        page = client.get(address)
        assert page.status == 200, page.text
        if more.get("format") or page.all("//p:report"):
            return page
        time.sleep(0.5)
    raise AssertionError(page.text)


def row(page, table, name):
    return {figure.get("column"): figure for figure in page.one(f"//p:figures[@name = '{table}']/p:figures-row[@name = '{name}']")}


def brief(page):
    return {node.getparent().get("name"): node.get("word") or node.get("shown") for node in page.all("//p:figures-brief/p:figure")}


@pytest.fixture
def karla(sign_in, citizens):
    return sign_in("tl.karla")


def test_a_year_less_and_a_day_too_few(stack, karla, citizens):
    page = report(karla)
    assert brief(page) == {"now": "435.0", "earlier": "800.0", "shorter": "365.0", "goal": "reached"}
    now = row(page, "groups", "now")
    assert [now[name].get("value") for name in ("persons", "over", "going-on", "without", "median")] == ["2", "2", "0", "0", "400"]
    assert row(page, "groups", "earlier")["mean"].get("shown") == "800.0"
    assert [row(page, "curve", f"w{weeks}")["now"].get("shown") for weeks in (0, 52, 65, 78)] == ["100.0", "100.0", "50.0", "0.0"]
    assert brief(report(karla, baseline=7002)) == {"now": "435.0", "earlier": "799.5", "shorter": "364.5", "goal": "not"}
    stack.sql(f"UPDATE benefit_period SET ends_on = ends_on + INTERVAL 2 DAY WHERE citizen_id = {citizens[1]}")
    assert brief(report(karla, to="11-2022")) == {"now": "436.0", "earlier": "800.0", "shorter": "364.0", "goal": "not"}
    stack.sql(f"UPDATE benefit_period SET ends_on = ends_on - INTERVAL 2 DAY WHERE citizen_id = {citizens[1]}")


def test_who_is_on_benefits_still_counts_as_long_as_he_was_followed(stack, karla, citizens):
    stack.sql(f"UPDATE benefit_period SET ends_on = NULL WHERE citizen_id = {citizens[1]}")
    page = report(karla, to="10-2022")
    days = (datetime.date.today() - datetime.date(2022, 1, 5)).days + 1
    now = row(page, "groups", "now")
    assert [now[name].get("value") for name in ("over", "going-on", "horizon")] == ["1", "1", str(days)]
    assert float(brief(page)["now"]) == pytest.approx((400 + days) / 2) and brief(page)["goal"] == "not"
    assert page.one("//p:figures-note[@key='limited']").get("more") == str(days)
    assert brief(report(karla, to="10-2022", baseline=7002))["goal"] == "not"
    stack.sql(f"UPDATE benefit_period SET ends_on = starts_on + INTERVAL 469 DAY WHERE citizen_id = {citizens[1]}")


def test_stable_from_27_and_three_quarters_and_what_is_not_known(stack, karla, citizens):
    for citizen, hours in zip(citizens, ("9.3", "9.2")):
        stack.sql("INSERT INTO outcome (citizen_id, month, kind, hours_week, source, changed_by) VALUES "
                  + ", ".join(f"({citizen}, '2022-{month}-01', 'job', {h}, 'prøve', 'oek.rita')" for month, h in ((10, "37.0"), (11, "37.0"), (12, hours))))
    page = report(karla, to="09-2022")
    year = row(page, "years", "y1")
    assert [year[name].get("value") for name in ("followed", "stable", "other", "unknown", "share")] == ["2", "1", "1", "0", "50"]
    assert row(page, "years", "y2")["unknown"].get("value") == "2" and row(page, "years", "y2")["share"].get("why") == "nobody"
    assert row(report(karla, to="01-2023"), "outcomes", "2022-11-01")["job"].get("value") == "2"


def test_seven_points_more_than_would_have_anyway(karla):
    fourth = next(found for found in report(karla).all("//p:figures[@name='effect']/p:figures-row") if found.get("title") == "Demo-evaluering (4)")
    figures = {figure.get("column"): figure.get("shown") for figure in fourth}
    assert figures == {"years": "4", "treated-before": "20.0", "treated-after": "35.0", "control-before": "22.0", "control-after": "30.0", "difference": "7.0"}


def test_the_file_tells_nobody_of_few(karla):
    text = report(karla, format="csv").body.decode("utf-8-sig")
    lines = [line.split(";") for line in text.split("\r\n")]
    assert {cell for line in lines if line[0] in ("Den valgte periode", "Prøve 2019") for cell in line[1:]} <= {"skjult", "", "0", "Fulgt længst: den længst fulgte er ikke længere på ydelse"}, "that nobody is followed any more is a 0, too"
    assert ["Sammenlign med", "Prøve 2019"] in [line[:2] for line in lines], "what it is compared with is told in its head"
    assert ["Demo-evaluering (4)", "4", "20", "35", "22", "30", "7"] in [line[:2] + line[2:15:3] for line in lines], "behind each share stands of how many it is"


def test_few_people_are_told_to_nobody_who_may_not_see_them(sign_in, citizens):
    page = report(sign_in("eval.ane"))
    now = row(page, "groups", "now")
    assert all(now[name].get("hidden") == "yes" for name in ("persons", "over", "mean", "median"))
    assert brief(page) == {"now": None, "earlier": None, "shorter": None, "goal": None}
    assert not page.all("//p:figure[@href]")


def test_the_people_behind_a_number(karla):
    href = row(report(karla), "groups", "now")["over"].get("href")
    page = karla.get(href)
    assert page.status == 200 and page.one("//p:report-list").get("total") == "2"


def test_nobody_sees_how_few_left_between_two_rows(sign_in):
    client = sign_in("eval.ane")
    for _ in range(40):
        page = client.get("/report/duration?from=01-2023&to=12-2025&department=jobcenter")
        if page.all("//p:report"):
            break
        time.sleep(0.5)
    shown = [int(figure.get("n")) for figure in page.all("//p:figures[@name='curve']//p:figure[@n]")]
    assert len(shown) > 2 and page.all("//p:figures[@name='curve']//p:figure[@hidden]")
    assert all(earlier - later == 0 or earlier - later >= 5 for earlier, later in zip(shown, shown[1:])) and min(shown) >= 5
