"""The account and the regions: the documents' tables to the decimal, on the page and as CSV; and what benefits cost less than before."""

import csv
import io

import pytest

import course as c

ASKED = "/report/account?from=2015&to=2019"


@pytest.fixture(scope="module")
def rita(stack):
    return c.person(stack, "oek.rita")


def figures(page, table):
    """{row: {column: what is shown, or why there is nothing}}"""
    return {row.get("name")[:10]: {figure.get("column")[:4] if figure.get("column")[:2] == "20" else figure.get("column"): shown(figure) for figure in row}
            for row in page.all(f"//p:figures[@name = '{table}']/p:figures-row")}


def shown(figure):
    return "hidden" if figure.get("hidden") else figure.get("why") or figure.get("shown") or figure.get("value")


def test_the_result_is_that_of_the_document(rita):
    page = rita.get(ASKED)
    result = figures(page, "result")
    years = [f"{year}-01-01" for year in range(2015, 2020)]
    assert [result[year]["invested"] for year in years] == ["15.7", "28.7", "37.0", "38.3", "38.3"]
    assert [result[year]["saved"] for year in years] == ["0.2", "47.3", "86.2", "91.2", "117.8"]
    assert [result[year]["net"] for year in years] == ["-15.5", "18.6", "49.2", "52.9", "79.5"]
    assert [result[year]["cumulative"] for year in years] == ["-15.5", "3.1", "52.3", "105.2", "184.7"]
    assert result["total"] == {"invested": "158.0", "saved": "342.7", "net": "184.7"}
    assert [page.one(f"//p:figures-brief[@name = '{name}']/p:figure").get("value") for name in ("net", "a-krone", "break-even")] == ["184.7", "2.17", "2016"]
    marks = [figure.get("mark") for figure in page.all("//p:figures[@name = 'result']/p:figures-row/p:figure[@column = 'saved']")]
    assert marks == ["actual", "actual", "actual", "budget", "budget", None]


def test_the_budget_its_shares_and_what_came_of_it(rita):
    page = rita.get(ASKED)
    investment = figures(page, "investment")
    assert {row: of["sum"] for row, of in investment.items()} == {"sagsbehand": "36.5", "mentor": "22.2", "oevrige": "66.0", "total": "124.7"}
    assert {row: of["share"] for row, of in investment.items()} == {"sagsbehand": "29.3", "mentor": "17.8", "oevrige": "52.9", "total": "100.0"}
    assert [investment["total"][year] for year in ("2015", "2016", "2017", "2018")] == ["19.3", "30.1", "37.0", "38.3"]
    assert {row: of["difference"] for row, of in figures(page, "deviation").items()} == {
        "2015-01-01": "-3.6", "2016-01-01": "-1.4", "2017-01-01": "0.0", "2018-01-01": "0.0", "2019-01-01": "0.0", "total": "-5.0"}
    assert figures(page, "within")["own"] == {"invested": "119.7", "saved": "224.9", "net": "105.2"}


def test_before_it_was_told_it_was_forecast(rita):
    page = rita.get(ASKED + "&as-of=2017-12-01")
    result = figures(page, "result")
    assert result["2017-01-01"] == {"invested": "37.0", "saved": "no-line", "net": "no-line", "cumulative": "no-line"}
    assert page.one("//p:figures[@name = 'result']/p:figures-row[3]/p:figure[1]").get("mark") == "forecast"
    assert shown(page.one("//p:figures-brief[@name = 'net']/p:figure")) == "no-line"


def test_the_lines_say_of_when_they_are_and_what_was_noted(stack, rita):
    stack.sql("UPDATE budget_line SET note = 'Prøve, 1.5 incl.' WHERE category = 'mentor' AND year = 2015; DELETE FROM report_run")
    page = rita.get(ASKED)
    csv_lines = rita.get(page.one("//p:report").get("csv-href")).text.splitlines()
    stack.sql("UPDATE budget_line SET note = NULL WHERE category = 'mentor' AND year = 2015; DELETE FROM report_run")
    row = page.one("//p:figures[@name = 'lines']/p:figures-row[@name = 'mentor-2015-budget']")
    on = stack.sql("SELECT MAX(stated_on), DATE_FORMAT(MAX(stated_on), '%d-%m-%Y') FROM budget_line WHERE category = 'mentor' AND year = 2015 AND kind = 'budget'")[0]
    assert row.get("title").endswith(", 2015")
    assert [(figure.get("value"), figure.get("mark"), figure.get("day"), figure.get("text")) for figure in row] == [
        ("4.5", "budget", None, None), (None, None, on[0], None), (None, None, None, "Prøve, 1.5 incl.")]
    assert [line for line in csv_lines if on[1] in line and '"Prøve, 1.5 incl."' in line or f";{on[1]};Prøve, 1.5 incl." in line]
    figure = page.one("//p:figures[@name = 'investment']/p:figures-row[@name = 'mentor']/p:figure[1]")
    assert figure.get("mark") == "noted"


def test_a_year_of_forecasts_and_budgets_is_mixed(stack, rita):
    stack.sql("INSERT INTO budget_line (category, year, kind, amount, stated_on, source, changed_by) VALUES ('mentor', 2018, 'forecast', 7.7, '2020-06-02', 'Prøve', 'oek.rita');"
              " DELETE FROM report_run")
    page = rita.get(ASKED)
    stack.sql("DELETE FROM budget_line WHERE source = 'Prøve'; DELETE FROM report_run")
    marks = {table: page.one(f"//p:figures[@name = '{table}']/p:figures-row[@name = '2018-01-01']/p:figure[@column = '{column}']").get("mark")
             for table, column in (("result", "invested"), ("deviation", "best"))}
    assert marks == {"result": "mixed", "deviation": "mixed"} and figures(page, "result")["2018-01-01"]["invested"] == "40.1"


def test_as_csv_it_is_what_the_page_shows(rita):
    page = rita.get(ASKED)
    xml = rita.get(page.one("//p:report").get("xml-href"))
    assert xml.one("//p:figures[@name = 'result']/p:figures-row[1]/p:figure[1]").get("mark-label") == "regnskab"
    page = rita.get(page.one("//p:report").get("csv-href"))
    rows = list(csv.reader(io.StringIO(page.text.lstrip("\ufeff")), delimiter=";"))
    assert ["2015", "15,7", "0,2", "-15,5", "-15,5", "Investering: regnskab; Sparet forsørgelse: regnskab"] in [[cell for cell in row if cell] for row in rows]
    assert ["Budgettet fordelt på poster, mio. kr.", "2015", "2016", "2017", "2018", "I alt", "Andel (%)", "Andel: antal", "Andel: ud af", "bemærkning"] in [[cell for cell in row if cell] for row in rows]


def test_the_regions_are_those_of_the_document(rita):
    page = rita.get("/report/regions?from=2014&to=2016")
    rows = {row.get("title"): [shown(figure) for figure in row][3:] for row in page.all("//p:figures[@name = 'regions']/p:figures-row")}
    assert rows == {
        "Nordjylland: Ressourceforløb": ["376", "50", "574"], "Nordjylland: Fleksjobvisiterede": ["9", "4", "339"], "Nordjylland: Førtidspension": ["-7", "-4", "-972"],
        "Hele landet: Ressourceforløb": ["413", "54", "5566"], "Hele landet: Fleksjobvisiterede": ["9", "5", "3548"], "Hele landet: Førtidspension": ["-7", "-4", "-8081"]}
    own = page.all("//p:figures[@name = 'own']/p:figures-row/p:figure")
    assert own and all(figure.get("value") is None and figure.get("why") == "before-data" for figure in own), "nobody knows whom we had in 2014"
    assert rita.get("/report/regions?from=1999&to=2000").all("//p:figures-note[@key = 'no-figures']")


def test_one_newer_figure_leaves_the_others(stack, rita):
    stack.sql("INSERT INTO regional_figure (region, scheme, month, persons, stated_on, source, changed_by)"
              " VALUES ('Nordjylland', 'Ressourceforløb', '2016-05-01', 1750, '2016-07-01', 'Prøve', 'oek.rita'); DELETE FROM report_run")
    page = rita.get("/report/regions?from=2014&to=2016")
    stack.sql("DELETE FROM regional_figure WHERE source = 'Prøve'; DELETE FROM report_run")
    rows = {row.get("title"): [shown(figure) for figure in row][3:] for row in page.all("//p:figures[@name = 'regions']/p:figures-row")}
    assert len(rows) == 6 and rows["Nordjylland: Ressourceforløb"] == ["376", "50", "574"]
    assert page.one("//p:figures-note[@key = 'other-months']").get("more") == "Nordjylland: Ressourceforløb (05-2016)"


@pytest.fixture(scope="module")
def department(stack):
    """A department with ten on a benefit in 2020, and six of them in 2021; the state pays half, and nobody knew the rate of January 2020.  (id, baseline)"""
    stack.sql("INSERT IGNORE INTO department (id, name, valid_from) VALUES ('regnskab', 'Prøve regnskab', '2015-01-01');"
              " INSERT IGNORE INTO benefit_type (code, title, valid_from) VALUES ('proeveydelse', 'Prøveydelse', '2015-01-01');"
              " INSERT INTO benefit_rate (benefit_type, valid_from, monthly, source, changed_by) VALUES ('proeveydelse', '2020-02-01', 10000, 'Prøve', 'oek.rita');"
              " INSERT INTO benefit_refund (benefit_type, valid_from, from_week, percent, source, changed_by) VALUES ('proeveydelse', '2015-01-01', 1, 50, 'Prøve', 'oek.rita');")
    for nth in range(10):
        citizen = c.insert(stack, f"INSERT INTO citizen (name, birth_date, department_id, changed_by) VALUES ('Prøve Regnskab {nth}', '1980-01-02', 'regnskab', 'x')")
        ends = "2021-12-31" if nth < 6 else "2020-12-31"
        stack.sql(f"INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, changed_by) VALUES ({citizen}, 'proeveydelse', '2020-01-01', '{ends}', 'x')")
    yield c.insert(stack, "INSERT INTO baseline (title, from_on, to_on, source, changed_by) VALUES ('Prøve 2020', '2020-01-01', '2020-12-31', 'Prøve', 'oek.rita')")
    stack.sql("DELETE FROM benefit_rate WHERE benefit_type = 'proeveydelse'; DELETE FROM benefit_refund WHERE benefit_type = 'proeveydelse'; DELETE FROM baseline WHERE source = 'Prøve'")


def test_what_benefits_cost_less_than_in_the_year_before(rita, department):
    page = rita.get(f"/report/account?from=2020&to=2022&department=regnskab&baseline={department}")
    computed = figures(page, "computed")
    assert computed["2020-01-01"] == {"persons": "10", "expected": "no-rate", "actual": "no-rate", "saved": "no-rate"}
    assert computed["2020-12-01"] == {"persons": "10", "expected": "50000", "actual": "50000", "saved": "0"}
    assert computed["2021-02-01"] == {"persons": "5", "expected": "50000", "actual": "25000", "saved": "25000"}, "six at 5000, told as five"
    assert computed["2022-03-01"] == {"persons": "0", "expected": "50000", "actual": "0", "saved": "50000"}
    assert "Prøveydelse (01-2020 – 01-2020)" in page.one("//p:figures-note[@key = 'no-rate']").get("more")


def test_the_computed_saving_pays_or_not(stack, rita, department):
    """Of all departments, on that benefit alone: 240.000 kr. of 400.000 in 2021, 600.000 of 200.000 in 2022, told in 100.000 kr."""
    stack.sql("INSERT INTO budget_category (code, side, title, ordinal, changed_by) VALUES ('proeve', 'investment', 'Prøve', 95, 'oek.rita');"
              " INSERT INTO budget_line (category, year, kind, amount, stated_on, source, changed_by) VALUES ('proeve', 2021, 'actual', 0.4, '2022-01-02', 'Prøve', 'oek.rita'),"
              f"  ('proeve', 2022, 'actual', 0.2, '2023-01-02', 'Prøve', 'oek.rita'); UPDATE baseline SET benefit_type = 'proeveydelse' WHERE id = {department}")
    page = rita.get(f"/report/account?from=2021&to=2022&baseline={department}")
    beside = rita.get(f"/report/account?from=2021&to=2022&baseline={department}&department=regnskab")
    stack.sql("DELETE FROM budget_line WHERE category = 'proeve'; DELETE FROM budget_category WHERE code = 'proeve';"
              f" UPDATE baseline SET benefit_type = NULL WHERE id = {department}")
    years = figures(page, "computed-years")
    assert years["2021-01-01"] == {"expected": "600000", "actual": "400000", "saved": "200000", "invested": "400000", "net": "-200000", "cumulative": "-200000"}
    assert years["2022-01-01"] == {"expected": "600000", "actual": "0", "saved": "600000", "invested": "200000", "net": "400000", "cumulative": "200000"}
    assert years["total"] == {"expected": "1200000", "actual": "400000", "saved": "800000", "invested": "600000", "net": "200000"}
    briefs = {name: page.one(f"//p:figures-brief[@name = 'computed-{name}']/p:figure").get("value") for name in ("saved", "net", "a-krone", "break-even")}
    assert briefs == {"saved": "800000", "net": "200000", "a-krone": "1.4", "break-even": "2022"}
    assert figures(page, "result")["total"] == {"invested": "0.6", "saved": "no-line", "net": "no-line"}
    assert figures(beside, "computed-years")["total"]["net"] == "of-all" and beside.all("//p:figures-note[@key = 'of-all']")


def test_without_data_in_the_baseline_nothing_is_expected(stack, rita, department):
    """Of 1950 nothing is known at all; in 2022 nobody of the department was there; what benefits cost is told all the same."""
    stack.sql("INSERT INTO baseline (title, from_on, to_on, source, changed_by) VALUES ('Prøve tom', '1950-01-01', '1950-12-31', 'Prøve', 'oek.rita'),"
              " ('Prøve ingen', '2022-01-01', '2022-12-31', 'Prøve', 'oek.rita'); DELETE FROM report_run")
    empty, nobody = (stack.sql(f"SELECT id FROM baseline WHERE title = 'Prøve {title}'")[0][0] for title in ("tom", "ingen"))
    page = rita.get(f"/report/account?from=2021&to=2021&department=regnskab&baseline={empty}")
    assert figures(page, "computed")["2021-03-01"] == {"persons": "5", "expected": "no-data", "actual": "25000", "saved": "no-data"}
    assert figures(page, "computed-years")["total"] == {"expected": "no-data", "actual": "400000", "saved": "no-data", "invested": "of-all", "net": "of-all"}
    assert page.one("//p:figures-note[@key = 'no-data']").get("more") == "01-1950 – 12-1950"
    assert shown(page.one("//p:figures-brief[@name = 'computed-saved']/p:figure")) == "no-data"
    page = rita.get(f"/report/account?from=2022&to=2023&department=regnskab&baseline={nobody}")
    assert {figures(page, "computed")[month]["saved"] for month in ("2022-03-01", "2023-03-01")} == {"nobody"} and page.all("//p:figures-note[@key = 'nobody-then']")


def test_years_before_the_baseline_are_left_out_with_a_word(rita, department):
    page = rita.get(f"/report/account?from=2015&to=2022&department=regnskab&baseline={department}")
    assert page.one("//p:figures-note[@key = 'from-baseline']").get("more") == "01-2020" and min(figures(page, "computed")) == "2020-01-01"
    assert not rita.get(f"/report/account?from=2021&to=2022&department=regnskab&baseline={department}").all("//p:figures-note[@key = 'from-baseline']")


def test_what_was_compared_with_a_period_that_ended_can_be_asked_again(stack, rita, department):
    stack.sql(f"UPDATE baseline SET ended_on = '2023-01-01' WHERE id = {department}")
    answers = [rita.get(f"/report/{name}?baseline={department}").status for name in ("account", "duration")]
    offered = rita.get("/report/account").all(f"//p:field[@name = 'baseline']/p:choice[@value = '{department}']")
    stack.sql(f"UPDATE baseline SET ended_on = NULL WHERE id = {department}")
    assert answers == [200, 200] and offered == []


def test_what_a_few_live_on_is_not_told(stack, rita, department):
    stack.sql("UPDATE benefit_period p JOIN citizen z ON z.id = p.citizen_id SET p.ends_on = '2021-06-30' WHERE z.department_id = 'regnskab' AND p.ends_on = '2021-12-31'"
              " AND RIGHT(z.name, 1) < '3'")
    page = rita.get(f"/report/account?from=2021&to=2021&department=regnskab&baseline={department}")
    computed = figures(page, "computed")
    assert computed["2021-03-01"]["actual"] == "25000" and computed["2021-08-01"] == {"persons": "hidden", "expected": "50000", "actual": "hidden", "saved": "hidden"}


def test_a_missing_rate_does_not_tell_who_was_there(stack, rita, department):
    """Two were on a benefit that has no rate, in some months of 2021: nothing says in which."""
    asked = f"/report/account?from=2021&to=2022&department=regnskab&baseline={department}"
    stack.sql("INSERT IGNORE INTO benefit_type (code, title, valid_from) VALUES ('uden-sats', 'Uden sats', '2021-03-01'); DELETE FROM report_run")
    before = rita.get(asked).one("//p:figures-note[@key = 'no-rate']").get("more")
    stack.sql("INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, changed_by) SELECT id, 'uden-sats', '2021-07-01', '2021-09-30', 'x' FROM citizen"
              " WHERE department_id = 'regnskab' AND RIGHT(name, 1) >= '8'; DELETE FROM report_run")
    page = rita.get(asked)
    stack.sql("DELETE FROM benefit_period WHERE benefit_type = 'uden-sats'; DELETE FROM report_run")
    assert page.one("//p:figures-note[@key = 'no-rate']").get("more") == before and "Uden sats (03-2021 – 12-2022)" in before
    assert figures(page, "computed")["2021-08-01"]["actual"] == "hidden" and figures(page, "computed-years")["2021-01-01"]["saved"] == "hidden"
    assert "no-rate" not in {value for table in ("computed", "computed-years") for row in figures(page, table).values() for value in row.values()}
    assert not page.all("//p:figure[@why = 'no-rate']")


def test_a_rate_is_missed_after_the_benefit_went_too(stack, rita, department):
    """The baseline's days on it have a price in each month shown."""
    first, last = stack.sql(f"SELECT from_on, to_on FROM baseline WHERE id = {department}")[0]
    stack.sql(f"INSERT INTO benefit_type (code, title, valid_from, valid_to) VALUES ('uden-nu', 'Uden nu', '2000-01-01', '{last}'), ('uden-dengang', 'Uden dengang', '2000-01-01',"
              f" '{first}' - INTERVAL 1 MONTH); DELETE FROM report_run")
    page = rita.get(f"/report/account?from=2021&to=2022&department=regnskab&baseline={department}")
    stack.sql("DELETE FROM benefit_type WHERE code IN ('uden-nu', 'uden-dengang'); DELETE FROM report_run")
    missing = page.one("//p:figures-note[@key = 'no-rate']").get("more")
    assert "Uden nu (01-2021 – 12-2022)" in missing and "dengang" not in missing
