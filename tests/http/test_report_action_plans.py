"""The report on action plans: the golden numbers of success criteria, through the page, the CSV and the list behind a number; quarters that are kept."""

import itertools

import pytest

import course as c

NUMBER = itertools.count(1)
BEGAN, YEAR_AFTER, MONTH_BEFORE = "2024-02-15", "2025-02-01", "2024-01-01"


@pytest.fixture(scope="module")
def karla(stack):
    return c.person(stack, "tl.karla")


def world(stack, people):
    """A department with a plan, an entry that carries it out, and so many participants: (department, plan, entry, first citizen)."""
    number = next(NUMBER)
    department = f"plan-{number}"
    first = 700000 + number * 2000
    version = 90000 + number
    stack.sql(f"INSERT INTO department (id, name, parent_id, kind) VALUES ('{department}', 'Planafdeling {number}', 'jobcenter', 'employment')")
    entry = c.insert(stack, f"INSERT INTO catalogue_entry (department_id) VALUES ('{department}')")
    stack.sql(f"INSERT INTO catalogue_version (id, entry_id, version, state, title, kind, changed_by) VALUES ({version}, {entry}, 1, 'published', 'Tal {number}', 'health', 'import')")
    plan = c.insert(stack, f"INSERT INTO action_plan (title, department_id, from_on, changed_by) VALUES ('Plan {number}', '{department}', '2024-01-01', 'import')")
    stack.sql(f"INSERT INTO action_plan_entry (plan_id, entry_id, changed_by) VALUES ({plan}, {entry}, 'import')")
    if people:
        numbers = f"(WITH RECURSIVE s AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM s WHERE n + 1 < {people}) SELECT {first} + n AS id FROM s) x"
        stack.sql(f"""
            SET max_recursive_iterations = 5000;
            INSERT INTO citizen (id, name, birth_date, department_id, changed_by) SELECT id, CONCAT('Tal Talsen ', id), '1980-01-02', '{department}', 'import' FROM {numbers};
            INSERT INTO course (id, citizen_id, frame_id, screening_note, department_id, caseworker_uid, opened_on, state, changed_by)
              SELECT id, id, 1, 'Ingen', '{department}', 'mads.sb', '2024-01-10', 'active', 'import' FROM {numbers};
            INSERT INTO plan (course_id, id, version, state, changed_by) SELECT id, id, 1, 'agreed', 'import' FROM {numbers};
            INSERT INTO intervention (course_id, id, plan_id, title, catalogue_version_id, provider_uid, goal, state, starts_on, started_on, first_measurement_on, changed_by)
              SELECT id, id, id, 'Tal', {version}, 'vh.bent', 'Et mål', 'running', '{BEGAN}', '{BEGAN}', '{BEGAN}', 'import' FROM {numbers}""")
    return department, plan, entry, first


def add_criterion(stack, plan, metric, unit, threshold, partly="NULL", baseline="NULL"):
    return c.insert(stack, f"INSERT INTO success_criterion (plan_id, ordinal, text, metric, unit, threshold, partly, baseline_id, changed_by)"
                           f" VALUES ({plan}, 1, 'Kriterium', '{metric}', '{unit}', {threshold}, {partly}, {baseline}, 'import')")


def measured(stack, first, better, people):
    """The first ones of them rise by three points, the others by one."""
    for nth, value in ((1, "3"), (2, f"IF(i.id < {first + better}, 6, 4)")):
        stack.sql(f"INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, measured_at, changed_by)"
                  f" SELECT i.course_id, i.id, 1, {nth}, 'citizen', {value}, '2024-0{nth + 2}-01 10:00:00', 'import' FROM intervention i"
                  f" WHERE i.id BETWEEN {first} AND {first + people - 1}")


def works(stack, first, month, working, people):
    stack.sql(f"INSERT INTO outcome (citizen_id, month, kind, source, changed_by) SELECT i.course_id, '{month}', IF(i.id < {first + working}, 'job', 'benefit'), 'test', 'import'"
              f" FROM intervention i WHERE i.id BETWEEN {first} AND {first + people - 1}")


def figure(page, criterion, column):
    return page.one(f"//p:figures-row[@name = 'c{criterion}']/p:figure[@column = '{column}']")


def report(client, department, **more):
    page = client.get("/report/action-plans?department=" + department + "".join(f"&{k}={v}" for k, v in {"from": "01-2024", "to": "12-2025", **more}.items()))
    assert page.status == 200, page.text
    return page


@pytest.mark.parametrize("metric, better, people, threshold, state", [
    ("better-function", 20, 40, 500, "reached"), ("better-function", 19, 40, 500, "not"),
    ("felt-effect", 7, 10, 700, "reached"), ("felt-effect", 69, 100, 700, "not"),
])
def test_a_share_of_those_who_answered(stack, karla, metric, better, people, threshold, state):
    department, plan, _, first = world(stack, people + 3)
    rule = add_criterion(stack, plan, metric, "share", threshold)
    measured(stack, first, better, people)
    page = report(karla, department)
    assert {name: figure(page, rule, name).get("value") for name in ("persons", "yes", "no", "missing", "state")} == \
        {"persons": str(people + 3), "yes": str(better), "no": str(people - better), "missing": "3", "state": state}
    share = figure(page, rule, "share")
    assert (share.get("numerator"), share.get("denominator")) == (str(better), str(people))
    assert figure(page, rule, "response").get("denominator") == str(people + 3)
    text = karla.send(f"/report/action-plans?department={department}&from=01-2024&to=12-2025&format=csv")
    assert text.status == 200


@pytest.mark.parametrize("after, people, unit, threshold, state", [
    (25, 100, "relative", 250, "reached"), (249, 1000, "relative", 250, "not"), (25, 100, "points", 50, "reached"), (249, 1000, "points", 50, "not"),
])
def test_a_growth_of_those_who_work(stack, karla, after, people, unit, threshold, state):
    department, plan, _, first = world(stack, people)
    rule = add_criterion(stack, plan, "job-or-education", unit, threshold)
    works(stack, first, MONTH_BEFORE, people // 5, people)
    works(stack, first, YEAR_AFTER, after, people)
    page = report(karla, department)
    assert figure(page, rule, "state").get("value") == state and figure(page, rule, "earlier-share").get("shown") == "20.0"
    assert figure(page, rule, "yes").get("value") == str(after) and figure(page, rule, "early").get("value") == "0"
    page = report(karla, department, to="01-2025")
    assert figure(page, rule, "state").get("value") == "unknown" and figure(page, rule, "early").get("value") == str(people)


@pytest.mark.parametrize("done, chosen, state", [(3, 6, "reached"), (3, 7, "not")])
def test_half_of_the_interventions(stack, karla, done, chosen, state):
    department, plan, entry, _ = world(stack, 0)
    for entry_id in range(1, chosen):
        stack.sql(f"INSERT INTO action_plan_entry (plan_id, entry_id, changed_by) VALUES ({plan}, {entry_id}, 'import')")
    stack.sql(f"UPDATE action_plan_entry SET implemented_on = '2025-12-31' WHERE plan_id = {plan} AND entry_id < {done + 1}")
    rule = add_criterion(stack, plan, "implemented", "share", 500)
    page = report(karla, department)
    assert figure(page, rule, "state").get("value") == state
    assert (figure(page, rule, "implemented").get("value"), figure(page, rule, "chosen").get("value")) == (str(done), str(chosen))
    assert figure(report(karla, department, to="11-2025"), rule, "implemented").get("value") == "0"


@pytest.mark.parametrize("mean, state", [("465.0", "reached"), ("464.0", "not"), ("464.9", "not")])
def test_a_year_shorter(stack, karla, mean, state):
    """Each of them was on benefits for 100 days."""
    department, plan, _, first = world(stack, 6)
    stack.sql(f"INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, source, changed_by) SELECT id, 'kontanthjaelp', '2024-01-01', '2024-04-09', 'import', 'import'"
              f" FROM citizen WHERE id BETWEEN {first} AND {first + 5}")
    baseline = c.insert(stack, f"INSERT INTO baseline (title, from_on, to_on, mean_days, source, changed_by) VALUES ('Før', '2020-01-01', '2021-12-31', {mean}, 'test', 'import')")
    rule = add_criterion(stack, plan, "duration", "days", 365, baseline=baseline)
    page = report(karla, department)
    assert figure(page, rule, "now").get("shown") == "100.0" and figure(page, rule, "state").get("value") == state
    page = report(c.person(stack, "eval.ane"), department)
    assert [figure(page, rule, name).get("value") for name in ("now", "earlier", "shorter")] == ["100", {"465.0": "470"}.get(mean, "460"), {"465.0": "370"}.get(mean, "360")]
    stack.sql(f"INSERT INTO criterion_state (criterion_id, quarter, state, numerator, denominator, missing, changed_by) VALUES"
              f" ({rule}, '2025-07-01', 'not', 2513, 25, 0, 'samspil-reporter'), ({rule}, '2025-04-01', 'not', -84, 25, 0, 'samspil-reporter')")
    told = c.person(stack, "vh.bent").get(f"/admin/action-plans/{plan}/criteria/{rule}").all("//p:criterion-state")
    assert [state.get("days") for state in told] == ["250", "-8.4"], "in two digits, as reports tell it"


def test_nobody_is_no_figure(stack, karla):
    department, plan, _, _ = world(stack, 0)
    rules = [add_criterion(stack, plan, "better-function", "share", 500), add_criterion(stack, plan, "job-or-education", "relative", 250)]
    page = report(karla, department)
    for rule in rules:
        share = figure(page, rule, "share")
        assert share.get("value") is None and share.get("why") == "nobody" and figure(page, rule, "state").get("value") == "unknown"


def test_lists_are_for_leaders_and_few_are_hidden_from_others(stack, karla):
    department, plan, _, first = world(stack, 7)
    rule = add_criterion(stack, plan, "better-function", "share", 500)
    measured(stack, first, 3, 7)
    eva = c.person(stack, "eval.ane")
    page = report(eva, department)
    assert not page.all("//p:figure/@list | //p:figure/@href") and figure(page, rule, "yes").get("hidden") == "yes" and figure(page, rule, "persons").get("value") == "5" and page.all("//p:figures-note[@key = 'rounded']")
    href = figure(report(karla, department), rule, "yes").get("href")
    assert href is not None
    page = karla.get(href)
    assert page.status == 200 and (page.one("//p:report-list").get("total"), page.one("//p:report-list").get("others")) == ("3", "3")
    assert eva.get(href).status == 403


def test_quarters_are_kept_as_they_were(stack, karla):
    department, plan, _, first = world(stack, 20)
    rule = add_criterion(stack, plan, "felt-effect", "share", 700, 500)
    measured(stack, first, 12, 20)
    assert stack.demo("run", "reporter", "--once") is not None
    rows = stack.sql(f"SELECT state, numerator, denominator, missing FROM criterion_state WHERE criterion_id = {rule} ORDER BY quarter DESC LIMIT 1")
    assert rows == [["partly", "12", "20", "0"]]
    count = stack.sql(f"SELECT COUNT(*) FROM criterion_state WHERE criterion_id = {rule}")
    stack.sql(f"UPDATE measurement SET value = 10 WHERE intervention_id BETWEEN {first} AND {first + 19} AND round = 2")
    stack.demo("run", "reporter", "--once")
    assert stack.sql(f"SELECT COUNT(*), MAX(numerator) FROM criterion_state WHERE criterion_id = {rule}") == [[count[0][0], "12"]]
    states = karla.get(f"/admin/action-plans/{plan}").all("//p:criterion-state")
    assert states and states[0].get("state") == "partly" and states[0].get("by-name") is None and states[0].get("share") == "50.0", "round figures"


def test_under_a_filter_the_history_says_whom_it_is_of(karla, stack):
    department, *_ = world(stack, 6)
    asked = [karla.get(f"/report/action-plans?department={department}{more}").all("//p:figures-note[@key = 'history-of-all']")
             for more in ("", "&group=sygedagpenge", "&benefit=sygedagpenge")]
    assert [len(notes) for notes in asked] == [0, 1, 1]


def test_quarters_of_few_are_told_to_nobody(stack, karla):
    """Whoever is signed in reads the plan's pages: 1 of 3, and 6 of 10 where 4 are not."""
    department, plan, _, first = world(stack, 1)
    rule = add_criterion(stack, plan, "felt-effect", "share", 700, 500)
    stack.sql(f"INSERT INTO criterion_state (criterion_id, quarter, state, numerator, denominator, missing, changed_by) VALUES"
              f" ({rule}, '2025-07-01', 'not', 1, 3, 0, 'samspil-reporter'), ({rule}, '2025-10-01', 'partly', 6, 10, 0, 'samspil-reporter'),"
              f" ({rule}, '2026-01-01', 'partly', 6, 12, 0, 'samspil-reporter')")
    for client, stood in ((karla, "not"), (c.person(stack, "ext.fit"), "hidden")):
        for address in f"/admin/action-plans/{plan}", f"/admin/action-plans/{plan}/criteria/{rule}":
            many, some, few = client.get(address).all("//p:criterion-state")
            assert (many.get("state"), many.get("numerator"), many.get("denominator"), many.get("share"), many.get("few")) == ("partly", None, None, "50.0", None), "round figures"
            for state, name in ((some, "partly"), (few, stood)):
                assert state.get("state") == name and state.get("few") == "yes"
                assert not {"numerator", "denominator", "missing", "share", "days", "earlier-share"} & set(state.attrib)
    stack.sql(f"DELETE FROM criterion_state WHERE criterion_id = {rule} AND quarter > '2025-07-01'")
    row = karla.get("/admin/action-plans?standing=all&department=" + department).one(f"//p:action-plan[@id = '{plan}']")
    assert [row.get(name) for name in ("reached", "partly", "not", "unknown", "hidden")] == ["0", "0", "0", "0", "1"]
    names, quarter = ("reached", "partly", "not", "unknown", "hidden"), "//p:figures[@name = 'quarters']/p:figures-row[@name = '2025-07-01']/p:figure[@column = '%s']"
    for client, wanted in ((karla, ["0", "0", "1", "0", "0"]), (c.person(stack, "eval.ane"), ["0", "0", "0", "0", "1"])):
        assert [report(client, department).one(quarter % name).get("value") for name in names] == wanted, "hidden is not that it cannot be told"


def test_criteria_of_few_are_hidden_not_unknown(stack, karla):
    department, plan, _, first = world(stack, 3)
    rule = add_criterion(stack, plan, "felt-effect", "share", 700)
    measured(stack, first, 3, 3)
    of_plan, reached = f"//p:figures[@name = 'plans']/p:figures-row[@name = 'p{plan}']/p:figure[@column = '%s']", "//p:figures-brief[@name = 'reached']/p:figure"
    page = report(karla, department)
    assert (page.one(of_plan % "reached").get("value"), page.one(of_plan % "hidden").get("value"), page.one(reached).get("value")) == ("1", "0", "1")
    page = report(c.person(stack, "eval.ane"), department)
    assert [page.one(of_plan % name).get("value") for name in ("reached", "unknown", "hidden")] == ["0", "0", "1"]
    assert page.one(reached).get("hidden") == "yes" and page.one(reached).get("value") is None and figure(page, rule, "state").get("hidden") == "yes"


def test_a_plan_leads_to_the_figures_that_one_may_see(stack, karla):
    department, plan, _, _ = world(stack, 0)
    for client, asked in ((karla, department), (c.person(stack, "oek.rita"), "all"), (c.person(stack, "tl.sanne"), "all")):
        assert client.get(f"/admin/action-plans/{plan}").one("//p:action-plan").get("report").endswith(f"/report/action-plans?department={asked}&plan={plan}")
