"""The background's sections, what comes from systems of records, and what of earlier courses is shown."""

import re

import pytest

import course as c
from walk import TODAY, danish


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


SECTIONS = {
    "referral": {"benefit-since": "2/2012", "purpose": "Tilbage i arbejde", "informed-on": "01-03-2026"},
    "work": {"occupation": "Bager", "weekly-hours": "37,5"},
    "education": {"highest": "vocational", "test": "taken", "test-on": "29-02-2024", "test-result": "Læser godt", "driving-licence": "B"},
    "social": {"civil-status": "divorced", "provides": "yes", "record-basis": "yes", "record-law": "Lov om børneattest § 1", "criminal-record": "Ren"},
    "health": {"diagnoses": "Slidgigt, siger hun", "certificates": "LÆ 285, 01-02-2026\nLÆ 265, 03-03-2026"},
    "functioning": {"summary": "Går 500 meter"},
    "lifestyle": {"smoking": "stopped", "audit-c": "4", "bmi": "24,5"},
    "earlier": {"parallel": "no", "worked": "Mentor"},
}


def test_each_section_is_written_and_read(stack, mads):
    course = c.new_course(stack)
    for section, fields in SECTIONS.items():
        mads.get(f"/plan/{course}/background/{section}")
        page = mads.submit(section, {**fields, "source": "doctor", "told-on": "01-03-2026"})
        assert page.notices() == ["saved"], (section, page.errors())
        entries = page.one("//p:section").findall("{*}entry")
        assert {e.get("name") for e in entries} == set(fields) and {(e.get("source"), e.get("told-on")) for e in entries} == {("doctor", "2026-03-01")}
        assert mads.submit(section, {}).notices() == ["unchanged"], section
    page = mads.get(f"/plan/{course}/background")
    assert {s.get("name"): int(s.get("filled")) for s in page.all("//p:section")} == {name: len(fields) for name, fields in SECTIONS.items()}
    values = {(e.getparent().get("name"), e.get("name")): (e.get("type"), e.findtext("{*}value")) for e in page.all("//p:entry")}
    assert values[("referral", "benefit-since")] == ("month", "2012-02") and values[("education", "test-on")] == ("date", "2024-02-29")
    assert values[("lifestyle", "bmi")] == ("decimal", "24.5") and values[("social", "record-basis")] == ("choice", "yes")
    html = mads.html(f"/plan/{course}/background").text
    assert "Skilt" in html and "24,5" in html and "02-2012" in html and "LÆ 265, 03-03-2026" in html


@pytest.mark.parametrize("section, fields, errors", [
    ("social", {"criminal-record": "Dømt"}, {"record-basis": "legal-basis-required", "record-law": "legal-basis-required"}),
    ("social", {"criminal-record": "Dømt", "record-basis": "yes"}, {"record-law": "legal-basis-required"}),
    ("education", {"test-result": "Godt", "test": "planned"}, {"test": "test-not-taken"}),
    ("education", {"test-on": "29-02-2025"}, {"test-on": "not-a-date"}),
    ("lifestyle", {"audit-c": "13"}, {"audit-c": "out-of-range"}),
    ("lifestyle", {"bmi": "9"}, {"bmi": "out-of-range"}),
    ("referral", {"benefit-since": "0/2012"}, {"benefit-since": "not-a-month"}),
    ("health", {"diagnoses": "x" * 4001}, {"diagnoses": "too-long"}),
])
def test_what_cannot_be_is_not_lost(stack, mads, section, fields, errors):
    course = c.new_course(stack)
    mads.get(f"/plan/{course}/background/{section}")
    page = mads.submit(section, fields)
    assert (page.status, page.errors()) == (422, errors)
    for name, value in fields.items():
        assert page.one(f"//p:form[@name='{section}']/p:field[@name='{name}']").findtext("{*}value") == value
    assert stack.sql(f"SELECT COUNT(*) FROM background_value WHERE course_id = {course}") == [["0"]]


def test_no_basis_no_record(stack, mads):
    """Who takes the basis away takes the text away too."""
    course = c.new_course(stack)
    mads.get(f"/plan/{course}/background/social")
    mads.submit("social", {"record-basis": "yes", "record-law": "§ 1", "criminal-record": "Ren"})
    page = mads.submit("social", {"record-basis": None})
    assert (page.status, page.errors()) == (422, {"record-basis": "legal-basis-required"})
    page = mads.submit("social", {"record-basis": None, "record-law": "", "criminal-record": ""})
    assert page.status == 200 and not page.all("//p:entry")


def test_earlier_courses_are_read_only(stack, mads):
    first = c.new_course(stack, state="closed", caseworker="sofie.sb", department="voksenhandicap")
    stack.sql(f"UPDATE course SET closed_on = CURRENT_DATE, outcome = 'job' WHERE id = {first}")
    plan = c.new_plan(stack, first)
    c.new_intervention(stack, first, plan, state="completed", title="Mentor dengang")
    c.new_intervention(stack, first, plan, state="declined", title="Blev aldrig til noget")
    citizen = c.citizen_of(stack, first)[0]
    second = c.insert(stack, "INSERT INTO course (citizen_id, frame_id, department_id, caseworker_uid, state, opened_on, changed_by)"
                      f" VALUES ({citizen}, 1, 'jobcenter', 'mads.sb', 'active', CURRENT_DATE, 'mads.sb')")
    page = mads.get(f"/plan/{second}/background/earlier")
    earlier = page.one("//p:earlier-course")
    assert (earlier.get("id"), earlier.get("outcome"), earlier.get("href")) == (first, "job", None), "told, but not opened to who has nothing to do with it"
    assert page.all("//p:earlier-intervention/@title") == ["Mentor dengang"]
    assert not page.all("//p:earlier-intervention/@goal") and earlier.get("employment-goal") is None, "what was written there is not"
    assert mads.send("/plan/" + first).status == 403
    assert not mads.get(f"/plan/{second}/background/work").all("//p:earlier-course")


# History

def events(page, what):
    return [(e.get("change"), e.get("by"), [(f.get("field"), f.findtext("{*}was"), f.findtext("{*}became")) for f in e.findall("{*}changed")])
            for e in page.all(f"//p:event[@what='{what}']")]


def test_old_and_new_beside_each_other(stack, mads):
    course = c.new_course(stack)
    path = f"/plan/{course}/background/work"
    mads.get(path)
    mads.submit("work", {"occupation": "Bager", "told-on": "01-03-2026"})
    mads.submit("work", {"occupation": "Slagter", "source": "doctor", "told-on": "01-03-2026"})
    mads.submit("work", {"occupation": ""})
    page = mads.get(f"/plan/{course}/history?what=background&sort=at")
    assert events(page, "background") == [
        ("created", "mads.sb", [("source", None, "citizen"), ("told-on", None, "2026-03-01"), ("value", None, "Bager")]),
        ("changed", "mads.sb", [("source", "citizen", "doctor"), ("value", "Bager", "Slagter")]),
        ("removed", "mads.sb", [("source", "citizen", None), ("told-on", str(TODAY), None), ("value", "Slagter", None)])]
    html = mads.html(f"/plan/{course}/history").text
    assert "Bager" in html and "Slagter" in html


FILL = """
INSERT INTO course_handover (course_id, from_uid, to_uid, from_department, to_department, reason, changed_by)
  VALUES ({course}, 'mads.sb', 'sofie.sb', 'jobcenter', 'jobcenter', 'Ferie', 'tl.karla');
INSERT INTO risk_assessment (course_id, citizen_id, decision, title, risk, reason, legal_basis, changed_by)
  SELECT id, citizen_id, 'x', 'Jobparat', 'low', 'Vurderet uden et spørgeskema.', 'LAB § 1', 'mads.sb' FROM course WHERE id = {course};
INSERT INTO note_waiver (course_id, profession, reason, waived_on, changed_by) VALUES ({course}, 'nurse', 'Ingen sygeplejerske', CURRENT_DATE, 'mads.sb');
INSERT INTO professional_note (course_id, uid, profession, state, limitation, signed_at, changed_by)
  VALUES ({course}, 'psy.eva', 'psychologist', 'signed', 'UNDERSKREVET', UTC_TIMESTAMP(), 'psy.eva');
SET @note = LAST_INSERT_ID();
INSERT INTO note_addendum (course_id, note_id, uid, text, changed_by) VALUES ({course}, @note, 'psy.eva', 'TILFØJET', 'psy.eva');
INSERT INTO professional_note (course_id, uid, profession, state, limitation, changed_by)
  VALUES ({course}, 'psy.eva', 'psychologist', 'draft', 'HEMMELIG', 'psy.eva');
INSERT INTO focus_area (course_id, component, kind, priority, description, profession, uid, changed_by)
  VALUES ({course}, 'personal', 'resource', 1, 'Vil gerne', 'caseworker', 'mads.sb', 'mads.sb');
INSERT INTO conference (course_id, state, held_on, citizen_present, realistic, changed_by) VALUES ({course}, 'held', CURRENT_DATE, 'yes', 7, 'mads.sb');
SET @conference = LAST_INSERT_ID();
INSERT INTO conference_attendee (course_id, conference_id, ordinal, name, role, changed_by) VALUES ({course}, @conference, 1, 'Fru Følge', 'companion', 'mads.sb');
INSERT INTO conference_decision (course_id, conference_id, title, goal, provider_uid, starts_on, first_measurement_on, changed_by)
  VALUES ({course}, @conference, 'Gåture', 'Går', 'vh.bent', CURRENT_DATE, CURRENT_DATE, 'mads.sb');
INSERT INTO assessment_day (department_id, held_on, starts_at, slot_minutes, place, created_by, changed_by)
  VALUES ('jobcenter', CURRENT_DATE, '09:00', 30, 'Rådhuset', 'mads.sb', 'mads.sb');
SET @day = LAST_INSERT_ID();
INSERT INTO assessment_citizen (day_id, ordinal, course_id, changed_by) VALUES (@day, 0, {course}, 'mads.sb');
INSERT INTO assessment_appointment (day_id, course_id, uid, profession, slot, starts_at, ends_at, changed_by)
  VALUES (@day, {course}, 'psy.eva', 'psychologist', 0, '2026-04-15 07:00:00', '2026-04-15 07:30:00', 'mads.sb');
INSERT INTO deadline (course_id, kind, due_on, law, changed_by) VALUES ({course}, 'follow-up', '2026-04-26', '§ 13 b', 'mads.sb');
INSERT INTO message (course_id, to_uid, kind, text, path, changed_by) VALUES ({course}, 'sofie.sb', 'course-handed-over', 'KUN TIL DIG', '/plan', 'mads.sb');
INSERT INTO course_contact (course_id, name, role, from_on, changed_by) VALUES ({course}, 'Doktor Døgn', 'doctor', CURRENT_DATE, 'mads.sb');
INSERT INTO background_value (course_id, section, field, value, told_on, changed_by) VALUES ({course}, 'education', 'ongoing', 'Kok', CURRENT_DATE, 'mads.sb')
"""
KINDS = {"course", "handover", "assessment", "contact", "deadline", "background", "day", "appointment", "note", "addendum", "waiver", "focus-area", "conference",
         "attendee", "decision", "plan", "intervention", "measurement", "stop", "message"}


@pytest.fixture(scope="module")
def full(stack):
    """A course with something in every table, two of its citizen's values among them."""
    course = c.new_course(stack, team=[("psy.eva", "psychologist"), ("fys.pia", "physiotherapist")])
    stack.sql(FILL.format(course=course))
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course))
    question = stack.sql("SELECT MIN(id) FROM progress_question")[0][0]
    stack.sql("INSERT INTO stop_task (course_id, intervention_id, question_id, cause, at_round, figure, raised_on, changed_by)"
              f" VALUES ({course}, {intervention}, {question}, 'no-progress', 3, 3, CURRENT_DATE, 'samspil')")
    stack.sql("INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, comment, changed_by)"
              f" VALUES ({course}, {intervention}, {question}, 1, 'citizen', 9, 'MÅLTE NI', 'citizen')")
    stack.sql("DO SLEEP(1.1)")
    return course


def test_every_table_is_in_history_and_case(stack, full):
    karla = c.person(stack, "tl.karla")
    page = karla.get(f"/plan/{full}/history?limit=200")
    assert set(page.all("//p:event/@what")) == KINDS
    assert all(e.findall("{*}changed") for e in page.all("//p:event"))
    whole = karla.get(f"/plan/{full}/case")
    assert set(whole.all("//p:part/@what")) == KINDS
    assert set(karla.get(f"/plan/{full}/history/difference?from=01-01-2020").all("//p:part/@what")) == KINDS
    for path in ("history?limit=200", "case", "history/difference?from=01-01-2020"):
        html = karla.html(f"/plan/{full}/{path}").text
        assert not re.findall(r"\[[a-z-]+(?:\.[a-z0-9-]+)+\]", html), "a word is missing"


@pytest.mark.parametrize("uid, reads", [("mads.sb", False), ("tl.karla", True), ("psy.eva", True), ("fys.pia", False)])
def test_what_must_not_leak(stack, full, uid, reads):
    client = c.person(stack, uid)
    for path in ("history?limit=200", "history?what=note", "case", "history/difference?from=01-01-2020", f"case?as-of={c.now(stack)}",
                 f"history?as-of={c.now(stack)}"):
        page = client.get(f"/plan/{full}/{path}")
        assert page.status == 200, path
        for word in ("MÅLTE NI", "KUN TIL DIG") if uid == "psy.eva" else ("HEMMELIG", "MÅLTE NI", "KUN TIL DIG"):
            assert word not in page.text, (path, word)
        for word in ("UNDERSKREVET", "TILFØJET"):
            assert (word in page.text) == (reads and "what=note" not in path or reads and word == "UNDERSKREVET"), (path, word)
        assert not page.all("//*[@field='value'][. = '9'] | //*[@field='comment']")


def test_after_the_conference_all_is_read(stack, full, mads):
    stack.sql(f"UPDATE course SET state = 'planning' WHERE id = {full}")
    assert "UNDERSKREVET" in mads.get(f"/plan/{full}/case").text
    stack.sql(f"UPDATE course SET state = 'assessment' WHERE id = {full}")


def test_own_draft_is_in_history_and_not_in_the_case(stack, full):
    eva = c.person(stack, "psy.eva")
    assert "HEMMELIG" in eva.get(f"/plan/{full}/history?limit=200").text
    assert "HEMMELIG" not in eva.get(f"/plan/{full}/case").text


def test_how_much_a_page_of_history_asks(stack, full):
    """One statement for each kind that is on the page, however many events it has."""
    karla = c.person(stack, "tl.karla")
    karla.get(f"/plan/{full}/history?limit=200")
    stack.sql("SET GLOBAL log_output = 'TABLE'; TRUNCATE mysql.general_log; SET GLOBAL general_log = ON")
    try:
        few = len(karla.get(f"/plan/{full}/history?limit=200").all("//p:event"))
    finally:
        stack.sql("SET GLOBAL general_log = OFF")
    asked = stack.sql("SELECT argument FROM mysql.general_log WHERE command_type = 'Execute'")
    versions = [sql for sql, in asked if "AS idents" in sql]
    assert few > 20 and len(versions) == len(KINDS) and len(asked) - len(versions) <= 20, len(asked)


def test_a_move_of_an_area_is_told_once(stack, mads):
    course = c.new_course(stack)
    ids = {}
    for word in "ABC":
        mads.get(f"/plan/{course}/focus-areas")
        page = mads.submit("focus-area", {"kind": "barrier", "icf-code": "FB28013", "description": word})
        ids[word] = page.all("//p:focus-area[p:description = '" + word + "']/@id")[0]

    def move(word, submit, **fields):
        page = mads.get(f"/plan/{course}/focus-areas" + ("/" + ids[word] if fields else ""))
        form = page.one(("//p:course" if fields else f"//p:focus-area[@id='{ids[word]}']") + "/p:form[@name='move-focus-area']")
        assert mads.send(form.get("action"), mads.fill(form, fields, submit)).status == 303

    move("C", "up")
    move("A", "move", to="3")
    mads.get(f"/plan/{course}/focus-areas/{ids['C']}")
    mads.submit("focus-area-state", {"reason": "Er løst"}, submit="drop")
    mads.get(f"/plan/{course}/focus-areas")
    mads.submit("focus-area", {"kind": "barrier", "icf-code": "FB28013", "description": "D", "priority": "1"})
    told = [(e.get("change"), e.get("id"), [f.findtext("{*}became") for f in e.findall("{*}changed") if f.get("field") == "priority"])
            for e in mads.get(f"/plan/{course}/history?what=focus-area&sort=at").all("//p:event")]
    last = told[-1][1]
    assert told == [("created", ids["A"], ["1"]), ("created", ids["B"], ["2"]), ("created", ids["C"], ["3"]), ("moved", ids["C"], ["2"]),
                    ("moved", ids["A"], ["3"]), ("changed", ids["C"], []), ("created", last, ["1"])]
    assert "Fokusområde flyttet" in mads.html(f"/plan/{course}/history").text


def test_filters_of_the_history(stack, mads, full):
    path = f"/plan/{full}/history"
    page = mads.get(path + "?what=deadline&who=mads.sb")
    assert set(page.all("//p:event/@what")) == {"deadline"} and page.one("//p:list").get("total") == "1"
    assert mads.get(path + "?who=psy.eva&limit=200").all("//p:event/@by") == ["psy.eva"] * 2
    assert "tl.karla" in page.all("//p:form[@name='history']/p:field[@name='who']/p:choice/@value")
    assert mads.get(path + f"?from={danish(TODAY)}&to={danish(TODAY)}&limit=200").all("//p:event")
    page = mads.get(path + "?to=01-01-2020")
    assert page.one("//p:list").get("total") == "0" and "Intet passer" in mads.html(path + "?to=01-01-2020").text
    for query, errors in (("from=32-01-2026", {"from": "not-a-date"}), ("from=02-02-2026&to=01-02-2026", {"to": "before-start"}),
                          ("to=01-01-2199", {"to": "in-future"})):
        page = mads.get(f"{path}?{query}")
        assert (page.status, page.errors()) == (422, errors)
    page = mads.get(path + "?what=nonsense&who=nobody%27%20OR%201=1")
    assert page.status == 200 and page.one("//p:list").get("total") == "0"
    assert 'offset=2&amp;sort=-at&amp;limit=2&amp;who=mads.sb' in mads.html(path + "?who=mads.sb&limit=2").text


# The difference of two moments, the whole case

def test_the_difference_of_two_moments(stack, mads):
    course = c.new_course(stack, team=[("psy.eva", "psychologist")])
    mads.get(f"/plan/{course}/background/education")
    mads.submit("education", {"ongoing": "Kok", "highest": "vocational"})
    stack.sql("DO SLEEP(1.1)")
    first = c.now(stack)
    stack.sql("DO SLEEP(1.1)")
    mads.get(f"/plan/{course}/background/education")
    mads.submit("education", {"ongoing": "Tjener", "highest": "", "driving-licence": "B"})
    stack.sql(f"UPDATE course SET employment_goal = 'Fleksjob', changed_by = 'mads.sb' WHERE id = {course}")
    page = mads.get(f"/plan/{course}/history/difference?from={first}")
    rows = {(r.getparent().get("what"), r.get("name"), r.get("change")): [(f.get("field"), f.findtext("{*}was"), f.findtext("{*}became"))
            for f in r.findall("{*}changed")] for r in page.all("//p:difference//p:row")}
    assert rows[("course", None, "changed")] == [("employment-goal", None, "Fleksjob")]
    assert rows[("background", "education.ongoing", "changed")] == [("value", "Kok", "Tjener")]
    assert ("background", "education.highest", "removed") in rows and ("background", "education.driving-licence", "created") in rows and len(rows) == 4
    page = mads.get(f"/plan/{course}/history/difference?from={first}&to={first}")
    assert page.one("//p:difference") is not None and not page.all("//p:difference/p:part")
    assert "Intet er ændret" in mads.html(f"/plan/{course}/history/difference?from={first}&to={first}").text
    for query, errors in (("from=i+forgårs", {"from": "not-a-date"}), ("to=01-02-2026", {"from": "required"}),
                          ("from=02-02-2026&to=01-02-2026", {"to": "before-start"}), ("from=01-01-2199", {"from": "in-future"})):
        page = mads.get(f"/plan/{course}/history/difference?" + query.replace("å", "%C3%A5"))
        assert (page.status, page.errors(), page.all("//p:difference")) == (422, errors, [])
    whole = mads.get(f"/plan/{course}/case?as-of={first}")
    assert "Kok" in whole.text and "Fleksjob" not in whole.text and whole.one("/p:page").get("as-of") == first
    assert "Tjener" in mads.get(f"/plan/{course}/case").text


def test_the_whole_case_of_a_day(stack, mads, full):
    page = mads.get(f"/plan/{full}/case?on={danish(TODAY)}")
    assert page.status == 200 and page.one("/p:page").get("as-of").startswith(str(TODAY)[:4])
    page = mads.get(f"/plan/{full}/case?on=01-01-2020")
    assert (page.status, page.errors()) == (422, {"on": "before-course"})
    page = mads.get(f"/plan/{full}/case?on=31-04-2026")
    assert (page.status, page.errors()) == (422, {"on": "not-a-date"})
    nils = c.person(stack, "spl.nils")
    for path in ("case", "history/difference?from=01-01-2026", "background/health"):
        assert nils.send(f"/plan/{full}/{path}").status == 403


# What systems of records know

HEAD = "cpr\tsection\tfield\tvalue\tsystem\tdate\n"


def told(stack, tmp_path, *lines):
    file = tmp_path / "told.tsv"
    file.write_text(HEAD + "".join("\t".join(line) + "\n" for line in lines))
    return stack.tool("import", "background", str(file))


def stored(stack, course):
    return stack.sql(f"SELECT field, value, source, imported, changed_by FROM background_value WHERE course_id = {course} ORDER BY field")


def test_what_a_system_says_stands_beside(stack, mads, tmp_path):
    course = c.new_course(stack)
    cpr = c.citizen_of(stack, course)[1]
    mads.get(f"/plan/{course}/background/work")
    mads.submit("work", {"employer": "Bageren ApS", "told-on": danish(TODAY)})
    lines = [(cpr, "work", "employer", "Brød A/S", "Lønregister", "01-03-2026"), (cpr, "work", "weekly-hours", "37,5", "Lønregister", "01-03-2026"),
             (cpr[:6] + "-" + cpr[6:], "work", "cv-active", "yes", "Jobnet", "2026-03-01"), ("0101010101", "work", "employer", "Ingen", "Lønregister", "01-03-2026")]
    code, out, err = told(stack, tmp_path, *lines)
    assert code == 0 and "2 new, 0 changed, 1 beside a person's, 0 as they were, 0 older than what is known; 1 of citizens without" in out, err
    after = [["cv-active", "yes", "case-system", "yes", "samspil-import"], ["employer", "Bageren ApS", "citizen", "Brød A/S", "samspil-import"],
             ["weekly-hours", "37.5", "case-system", "37.5", "samspil-import"]]
    assert stored(stack, course) == after
    versions = stack.sql(f"SELECT COUNT(*) FROM background_value FOR SYSTEM_TIME ALL WHERE course_id = {course}")
    code, out, err = told(stack, tmp_path, *lines)
    assert code == 0 and "0 new, 0 changed, 0 beside a person's, 3 as they were" in out
    assert stack.sql(f"SELECT COUNT(*) FROM background_value FOR SYSTEM_TIME ALL WHERE course_id = {course}") == versions, "again changes nothing"
    page = mads.get(f"/plan/{course}/background/work")
    entry = page.one("//p:entry[@name='employer']")
    assert (entry.findtext("{*}value"), entry.findtext("{*}imported"), entry.get("imported-from"), entry.get("source")) == ("Bageren ApS", "Brød A/S", "Lønregister", "citizen")
    # A person puts something in the system's place, and empties another: neither comes back.
    page = mads.submit("work", {"weekly-hours": "30", "cv-active": ""})
    assert page.notices() == ["saved"] and page.one("//p:section").get("filled") == "2"
    code, out, err = told(stack, tmp_path, (cpr, "work", "weekly-hours", "32", "Lønregister", "02-03-2026"), (cpr, "work", "cv-active", "no", "Jobnet", "02-03-2026"),
                          (cpr, "work", "employer", "Gammelt A/S", "Lønregister", "28-02-2026"))
    assert code == 0 and "0 new, 0 changed, 2 beside a person's, 0 as they were, 1 older" in out, err
    assert [row[:4] for row in stored(stack, course)] == [["cv-active", "", "citizen", "no"], ["employer", "Bageren ApS", "citizen", "Brød A/S"],
                                                          ["weekly-hours", "30", "citizen", "32"]]
    html = mads.html(f"/plan/{course}/background/work").text
    assert "Lønregister siger 02-03-2026" in html and "Fjernet" in html
    assert "samspil-import" in mads.get(f"/plan/{course}/history").all("//p:event/@by") and "Fagsystem" in mads.html(f"/plan/{course}/history").text


def test_the_systems_own_value_follows_it(stack, mads, tmp_path):
    course = c.new_course(stack)
    cpr = c.citizen_of(stack, course)[1]
    for value, on, wanted in (("single", "01-03-2026", "1 new"), ("married", "02-03-2026", "1 changed"), ("single", "01-03-2026", "1 older")):
        code, out, err = told(stack, tmp_path, (cpr, "social", "civil-status", value, "Folkeregister", on))
        assert code == 0 and wanted in out, (out, err)
    assert stored(stack, course) == [["civil-status", "married", "case-system", "married", "samspil-import"]]
    assert mads.get(f"/plan/{course}/background").one("//p:entry").get("told-on") == "2026-03-02"


@pytest.mark.parametrize("line, fault", [
    (("12", "work", "employer", "x", "S", "01-03-2026"), "no CPR number"),
    (("1111111118", "work", "nothing", "x", "S", "01-03-2026"), "no such section or field"),
    (("1111111118", "work", "weekly-hours", "mange", "S", "01-03-2026"), "none that this field can have"),
    (("1111111118", "work", "weekly-hours", "101", "S", "01-03-2026"), "none that this field can have"),
    (("1111111118", "social", "civil-status", "gift", "S", "01-03-2026"), "none that this field can have"),
    (("1111111118", "work", "employer", "", "S", "01-03-2026"), "none that this field can have"),
    (("1111111118", "work", "employer", "x", "S", "01-03-2199"), "is to come"),
    (("1111111118", "work", "employer", "x", "", "01-03-2026"), "1 to 40 characters"),
    (("1111111118", "social", "criminal-record", "x", "S", "01-03-2026"), "by people alone"),
    (("1111111118", "work", "employer"), "six columns"),
])
def test_a_wrong_line_takes_nothing(stack, tmp_path, line, fault):
    course = c.new_course(stack)
    cpr = c.citizen_of(stack, course)[1]
    code, out, err = told(stack, tmp_path, (cpr, "work", "employer", "Brød A/S", "Lønregister", "01-03-2026"), line)
    assert code == 1 and ":3: " in err and fault in err and "1111111118" not in err + out
    assert stored(stack, course) == []


def test_the_same_field_twice_on_a_day(stack, tmp_path):
    cpr = c.citizen_of(stack, c.new_course(stack))[1]
    code, out, err = told(stack, tmp_path, (cpr, "work", "employer", "En", "S", "01-03-2026"), (cpr, "work", "employer", "To", "S", "01-03-2026"))
    assert code == 1 and "the same field on the same day" in err
