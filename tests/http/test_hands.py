"""Courses change hands: deputies, former caseworkers, one course handed over, several moved, absences."""

import pytest

import course as c


def absent(stack, uid, deputy, first="CURRENT_DATE", last="CURRENT_DATE"):
    """An absence in Danish days, as of today; its id."""
    day = "DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR)"
    return c.insert(stack, "INSERT INTO staff_absence (uid, deputy_uid, from_on, to_on, changed_by) VALUES"
                    f" ('{uid}', '{deputy}', {first.replace('CURRENT_DATE', day)}, {last.replace('CURRENT_DATE', day)}, '{uid}')")


def grades(stack, course, uid):
    """How he came to see it, each once, without lists."""
    return [row[0] for row in stack.sql(f"SELECT DISTINCT grade FROM access_log WHERE object_id = {course} AND program = 'plan' AND uid = '{uid}'"
                                        " AND action <> 'refuse' ORDER BY grade")]


def test_a_deputy_does_what_the_caseworker_would(stack):
    course = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6)
    mads = c.person(stack, "mads.sb")
    assert mads.send("/plan/" + course).status == 403
    absence = absent(stack, "lis.sb", "mads.sb")
    try:
        page = mads.get(f"/plan/{course}/contacts")
        assert page.status == 200
        done = mads.submit("contact", {"staff": "psy.eva", "role": "psychologist"})
        assert done.status == 200 and "contact-added" in done.notices()
        assert grades(stack, course, "mads.sb") == ["deputy"]
        assert mads.send("/citizens/" + c.citizen_of(stack, course)[0]).status == 200
    finally:
        stack.sql(f"DELETE FROM staff_absence WHERE id = {absence}")
    assert mads.send("/plan/" + course).status == 403


@pytest.mark.parametrize("first, last", [("CURRENT_DATE + INTERVAL 1 DAY", "CURRENT_DATE + INTERVAL 9 DAY"),
                                         ("CURRENT_DATE - INTERVAL 9 DAY", "CURRENT_DATE - INTERVAL 1 DAY")])
def test_a_deputy_is_one_while_it_lasts(stack, first, last):
    course = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6)
    absence = absent(stack, "lis.sb", "mads.sb", first, last)
    try:
        assert c.person(stack, "mads.sb").send("/plan/" + course).status == 403
    finally:
        stack.sql(f"DELETE FROM staff_absence WHERE id = {absence}")


def test_a_former_caseworker_looks_and_never_changes(stack):
    course = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6)
    stack.sql("INSERT INTO course_contact (course_id, uid, role, from_on, to_on, changed_by)"
              f" VALUES ({course}, 'mads.sb', 'caseworker', CURRENT_DATE - INTERVAL 20 DAY, CURRENT_DATE - INTERVAL 1 DAY, 'tl.karla')")
    mads = c.person(stack, "mads.sb")
    page = mads.get(f"/plan/{course}/contacts")
    assert page.status == 200 and not page.all("//p:form[@method = 'post'][@name != 'sign-out']")
    token = page.one("//p:form[@name = 'sign-out']/p:token").text
    sent = mads.send(f"/plan/{course}/contacts", [("token", token), ("once", "b" * 32), ("staff", "psy.eva"), ("role", "psychologist")])
    assert sent.status == 403
    assert grades(stack, course, "mads.sb") == ["former-own"]
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE - INTERVAL 80 DAY, opened_on = CURRENT_DATE - INTERVAL 200 DAY WHERE id = {course}")
    assert mads.send("/plan/" + course).status == 200
    stack.sql(f"UPDATE course SET closed_on = CURRENT_DATE - INTERVAL 92 DAY WHERE id = {course}")
    assert mads.send("/plan/" + course).status == 403


def test_another_ended_part_gives_nothing(stack):
    course = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6)
    stack.sql("INSERT INTO course_contact (course_id, uid, role, from_on, to_on, changed_by)"
              f" VALUES ({course}, 'mads.sb', 'co-caseworker', CURRENT_DATE - INTERVAL 20 DAY, CURRENT_DATE - INTERVAL 1 DAY, 'tl.karla')")
    assert c.person(stack, "mads.sb").send("/plan/" + course).status == 403
