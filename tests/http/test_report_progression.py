"""What changed for those who were in an intervention, and where decisions leave what was indicated: the page, its lists, CSV, and few people."""

import pytest

import course as c

HOUSE = "maalehuset"


@pytest.fixture(scope="module")
def house(stack):
    stack.sql(f"INSERT INTO department (id, name, parent_id) VALUES ('{HOUSE}', 'Målehuset', 'jobcenter')")
    made = []
    yield made
    for table in ("measurement", "progress_goal", "intervention", "plan", "course_contact"):
        stack.sql(f"DELETE FROM {table} WHERE course_id IN (SELECT id FROM course WHERE department_id = '{HOUSE}')")
    stack.sql(f"""DELETE FROM risk_assessment WHERE screening_id IN (SELECT screening_id FROM course WHERE department_id = '{HOUSE}');
        CREATE TEMPORARY TABLE gone AS SELECT screening_id FROM course WHERE department_id = '{HOUSE}'; DELETE FROM course WHERE department_id = '{HOUSE}';
        DELETE FROM answer WHERE screening_id IN (SELECT screening_id FROM gone); DELETE FROM screening WHERE id IN (SELECT screening_id FROM gone);
        DELETE p FROM citizen_cpr p JOIN citizen z ON z.id = p.citizen_id WHERE z.department_id = '{HOUSE}';
        DELETE FROM citizen WHERE department_id = '{HOUSE}'; DELETE FROM department WHERE id = '{HOUSE}'""")


def measured(stack, goals, state="running", kind="health"):
    """A citizen in an intervention.  goals: (question's id, measure, citizen's values, provider's values)."""
    course = c.new_course(stack, state="active", department=HOUSE)
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course), state=state)
    stack.sql(f"UPDATE intervention SET kind = '{kind}' WHERE id = {intervention}")
    for question, measure, citizen, provider in goals:
        stack.sql("INSERT INTO progress_goal (course_id, intervention_id, question_id, measure, chosen_on, changed_by)"
                  f" VALUES ({course}, {intervention}, {question}, '{measure}', CURRENT_DATE - INTERVAL 40 DAY, 'vh.bent')")
        for by, values in (("citizen", citizen), ("provider", provider)):
            for nth, value in enumerate(values, 1):
                stack.sql("INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, measured_at, changed_by)"
                          f" VALUES ({course}, {intervention}, {question}, {nth}, '{by}', {value}, UTC_TIMESTAMP() - INTERVAL {40 - nth * 14} DAY, 'vh.bent')")
    return course, intervention


def questions(stack):
    """Three questions where more is better, one where less is."""
    better = [row[0] for row in stack.sql("SELECT id FROM progress_question WHERE higher_is_better AND course_id IS NULL AND state = 'published' ORDER BY id LIMIT 3")]
    return better, c.insert(stack, "INSERT INTO progress_question (category, text, anchor_0, anchor_10, higher_is_better, valid_from, state)"
                            " VALUES ('prøve', 'Hvor ondt gør det?', 'slet ikke', 'meget', FALSE, '2020-01-01', 'retired')")


@pytest.fixture(scope="module")
def six(stack, house):
    """Six citizens: three are better, one is as before, one was measured once, one has a second value that is not open yet."""
    (one, two, three), pain = questions(stack)
    measured(stack, [(one, "psfs", (3, 5), (3, 3)), (two, "psfs", (4, 6), ()), (three, "psfs", (2, 5), ())])
    measured(stack, [(one, "psfs", (4, 6), ())])
    measured(stack, [(one, "nrs", (5, 7), ())])
    measured(stack, [(pain, "nrs", (5, 3), ())])
    measured(stack, [(one, "nrs", (5,), ())])
    course, intervention = measured(stack, [(one, "nrs", (5, 9), ())])
    stack.sql(f"UPDATE measurement SET measured_at = UTC_TIMESTAMP() - INTERVAL 2 DAY WHERE intervention_id = {intervention} AND round = 2")
    return course


def figure(page, table, row, column, attribute="value"):
    return page.one(f"//p:figures[@name = '{table}']/p:figures-row[@name = '{row}']/p:figure[@column = '{column}']").get(attribute)


def row_of(page, table, row, *columns):
    return [figure(page, table, row, column) for column in columns]


def test_psfs_takes_three_of_one_goal_and_two_as_a_mean(stack, six):
    page = c.person(stack, "tl.karla").get(f"/report/progression?department={HOUSE}")
    assert page.status == 200, page.text
    assert row_of(page, "kinds", "kind-health", "persons", "better", "same", "worse", "missing") == ["6", "3", "1", "0", "2"]
    assert figure(page, "kinds", "kind-health", "share", "shown") == "75.0"
    assert [figure(page, "kinds", "kind-health", column, "shown") for column in ("citizen-first", "citizen-last")] == ["3.8", "6.0"]
    assert row_of(page, "kinds", "kind-health", "provider-first", "provider-last", "provider-share") == ["3", "3", "0"]
    assert figure(page, "kinds", "kind-health", "citizen-first", "n") == "4" and figure(page, "kinds", "kind-health", "citizen-first", "of") == "6"
    assert page.all("//p:figures[@name = 'whom']//p:figure[@value]") == [], "four answered: nobody sees a share of so few"
    csv = c.person(stack, "tl.karla").get(f"/report/progression?department={HOUSE}&format=csv")
    assert ";75,0;" not in csv.text and ";skjult;" in csv.text and csv.headers.get_content_type() == "text/csv"


def test_who_may_not_open_lists_sees_nothing_of_few(stack, six):
    page = c.person(stack, "eval.ane").get(f"/report/progression?department={HOUSE}")
    assert page.status == 200
    assert row_of(page, "kinds", "kind-health", "better", "same", "missing", "share", "citizen-first") == [None] * 5
    assert not page.all("//p:figures[@name = 'whom']/p:figures-row | //p:figure[@why = 'few' or @why = 'nobody']"), "nor why there is none"
    assert page.all("//p:figure[@href]") == []


def test_the_number_opens_who_they_are(stack, six):
    page = c.person(stack, "tl.karla").get(f"/report/progression?department={HOUSE}")
    listed = c.person(stack, "tl.karla").get(figure(page, "kinds", "kind-health", "better", "href"))
    assert listed.status == 200 and listed.one("//p:report-list").get("total") == "3"


def decided(stack, indicated, decision, risk, count):
    """So many of one decision about a screening, each with its course."""
    for _ in range(count):
        course = c.new_course(stack, department=HOUSE)
        citizen = c.citizen_of(stack, course)[0]
        stack.sql(f"""INSERT INTO screening (citizen_id, questionnaire_id, state, expires_on, issued_by, indicates, changed_by)
            SELECT {citizen}, id, 'assessed', CURRENT_DATE, 'mads.sb', '{indicated}', 'citizen' FROM questionnaire WHERE code = 'demo-kontanthjaelp' AND state = 'published';
            SET @screening = LAST_INSERT_ID(); UPDATE course SET screening_id = @screening WHERE id = {course};
            INSERT INTO answer (screening_id, question, choice, changed_by) VALUES (@screening, 'sex', 'woman', 'citizen');
            INSERT INTO risk_assessment (screening_id, citizen_id, indicated, decision, title, risk, reason, legal_basis, changed_by) VALUES (@screening, {citizen},
              '{indicated}', '{decision}', 'Beslutning', '{risk}', IF('{indicated}' = '{decision}', NULL, 'Samtalen viste noget helt andet.'), 'Lov', 'mads.sb')""")


def test_no_conclusion_under_thirty_decisions(stack, six):
    leader = c.person(stack, "tl.karla")
    decided(stack, "aktivitetsparat", "aktivitetsparat", "high", 23)
    decided(stack, "jobparat", "aktivitetsparat", "high", 6)
    page = leader.get(f"/report/disagreement?department={HOUSE}")
    assert page.status == 200, page.text
    assert row_of(page, "sexes", "sex-woman", "persons", "agreed", "higher", "lower", "share") == ["29", "23", "6", "0", None]
    assert figure(page, "sexes", "sex-woman", "share", "why") == "under-30" and page.all("//p:figures-note[@key = 'no-conclusion']")
    decided(stack, "aktivitetsparat", "aktivitetsparat", "high", 1)
    again = leader.get(f"/report/disagreement?department={HOUSE}").form("report-again")
    page = again.submit({}) if hasattr(again, "submit") else leader.submit("report-again", {})
    assert figure(page, "sexes", "sex-woman", "share") == "20" and page.all("//p:figures-note") == []
    assert row_of(page, "directions", "indicated-low", "decided-low", "decided-moderate", "decided-high") == ["0", "0", "6"]
    assert row_of(page, "fates", "higher", "persons", "open", "work") == ["6", "6", "0"]
    stack.sql(f"UPDATE course SET department_id = 'jobcenter' WHERE department_id = '{HOUSE}'")
    listed = leader.get(figure(page, "fates", "higher", "persons", "href").replace(f"department={HOUSE}", "department=jobcenter"))
    stack.sql(f"UPDATE course c JOIN citizen z ON z.id = c.citizen_id SET c.department_id = '{HOUSE}' WHERE z.department_id = '{HOUSE}'")
    assert "Samtalen viste noget helt andet." in [node.text for node in listed.all("//p:report-course/p:words")], "the reasons stand in the list"
