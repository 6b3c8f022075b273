"""The demo's people can be nobody, and what the rules found is what they find."""

from datetime import date, timedelta

from lxml import etree

from samspil import TOP
from walk import Q, fails_modulus_11


def test_no_citizen_of_the_demo_can_be_real(stack):
    rows = stack.sql("SELECT p.cpr, p.kind, z.birth_date FROM citizen z JOIN citizen_cpr p ON p.citizen_id = z.id WHERE z.id <= 160")
    assert len(rows) == 75
    for cpr, kind, born in rows:
        assert kind == "replacement" or (fails_modulus_11(cpr) and not born.endswith("-01-01")), cpr


def dimensions(code):
    """{question: (dimension, {option: score} or None, [(level, test)])} of a questionnaire file."""
    shared = etree.parse(TOP + "/conf/questionnaires/shared.xml")
    found = {}
    for node in etree.parse(f"{TOP}/conf/questionnaires/{code}.xml").xpath("//q:section/*", namespaces=Q):
        if node.get("dimension"):
            node = shared.xpath("//q:dimension[@id = $id]", namespaces=Q, id=node.get("dimension"))[0]
        for question in node.xpath("q:question", namespaces=Q):
            scores = {option.get("id"): option.get("score") for option in question.xpath("q:option", namespaces=Q)}
            found[question.get("id")] = (node.get("id"), scores, [(c.get("level"), c.get("test")) for c in node.xpath("q:colour", namespaces=Q)])
    return found


def test_the_screenings_of_the_demo_follow_the_rules(stack):
    for code in ("demo-kontanthjaelp", "demo-sygedagpenge"):
        rules = dimensions(code)
        rows = stack.sql("SELECT a.screening_id, a.question, a.state, COALESCE(a.choice, ''), COALESCE(a.value, ''), COALESCE(d.level, '') FROM answer a"
                         " JOIN screening s ON s.id = a.screening_id JOIN questionnaire q ON q.id = s.questionnaire_id"
                         " JOIN screening_dimension d ON d.screening_id = s.id AND d.dimension = a.question"
                         f" WHERE q.code = '{code}' AND s.id <= 239 AND q.state = 'published'")
        assert len(rows) % 24 == 0 and rows
        for screening, question, state, choice, value, level in rows:
            dimension, scores, colours = rules[question]
            answered = etree.Element("dimension", score=scores[choice] if choice else value)
            want = next(name for name, test in colours if answered.xpath(test)) if state == "answered" else ""
            assert (dimension, want) == (question, level), (screening, question)
    assert stack.sql("SELECT s.id FROM screening s WHERE s.id <= 239 AND s.red IS NOT NULL AND s.questionnaire_id IN (SELECT id FROM questionnaire"
                     " WHERE code LIKE 'demo-%') AND (s.red, s.yellow, s.green, s.missing) <> (SELECT SUM(COALESCE(d.level, '') = 'red'),"
                     " SUM(COALESCE(d.level, '') = 'yellow'), SUM(COALESCE(d.level, '') = 'green'), SUM(d.level IS NULL) FROM screening_dimension d"
                     " WHERE d.screening_id = s.id)") == []


def test_steen_has_it_better_by_sixteen(stack):
    rows = stack.sql("SELECT s.id, v.value, GROUP_CONCAT(a.choice ORDER BY a.question), SUM(SUBSTRING(a.choice, 2)) * 4 FROM screening s"
                     " JOIN screening_score v ON v.screening_id = s.id JOIN answer a ON a.screening_id = s.id WHERE s.citizen_id = 139 AND s.id <= 239"
                     " GROUP BY s.id, v.value ORDER BY s.id")
    assert [(float(value), float(summed)) for _, value, _, summed in rows] == [(52, 52), (68, 68)]


def test_karen_waits_with_ten_red_and_three_yellow(stack):
    assert stack.sql("SELECT s.state, s.red, s.yellow, s.green, s.indicates, p.cpr FROM screening s JOIN citizen_cpr p"
                     " ON p.citizen_id = s.citizen_id WHERE s.id = 1 AND NOT EXISTS (SELECT 1 FROM risk_assessment r WHERE r.screening_id = 1)"
                     ) == [["submitted", "10", "3", "11", "aktivitetsparat", "2503801714"]]


def test_testines_course_has_a_history(sign_in):
    client = sign_in("mads.sb")

    def ago(days, path=""):
        return client.get(f"/plan/4{path}?as-of={date.today() - timedelta(days)}")

    assert ago(30).status == ago(60).status == 200 and ago(150).status == 404
    counts = [len(page.all("//p:progress/p:line/p:point")) for page in (client.get("/plan/4/progression"), ago(30, "/progression"), ago(60, "/progression"))]
    assert counts[0] > counts[1] > counts[2] > 0, counts
    events = client.get("/plan/4/history").all("//p:event")
    assert len({event.get("at")[:10] for event in events}) > 5


def test_every_version_lies_in_the_past_and_before_the_next(stack):
    for table in ("citizen", "benefit_period", "screening", "course", "course_contact", "professional_note", "focus_area", "plan", "intervention",
                  "measurement", "deadline"):
        assert stack.sql(f"SELECT COUNT(*) FROM {table} FOR SYSTEM_TIME ALL WHERE ROW_START >= ROW_END OR ROW_START > NOW(6)") == [["0"]], table


def test_titles_are_those_of_the_icf_list(stack):
    assert stack.sql("SELECT f.id FROM focus_area f JOIN icf i ON i.code = f.icf_code WHERE f.icf_title <> i.title"
                     " UNION SELECT f.id FROM focus_area f JOIN icf i ON i.code = f.qualifier WHERE f.qualifier_title <> i.title") == []
