"""The background's sections, what comes from systems of records, and what of earlier courses is shown."""

import pytest

import course as c


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
    assert mads.send("/plan/" + first).status == 403
    assert not mads.get(f"/plan/{second}/background/work").all("//p:earlier-course")
