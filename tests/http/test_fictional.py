"""Somebody made up, to try looks on: editors may look at all of it, change nothing, and see nobody else."""

import os
import re
import subprocess

import pytest

import course as c
import walk

PROGRAMS = ("portal", "screening", "triage", "plan")
# What the demo has of Testine (made up) and of somebody who is not.
MADE_UP = {"citizen": "SELECT 4", "screening": "SELECT 1", "course": "SELECT 4", "intervention": "SELECT MIN(id) FROM intervention WHERE course_id = 4",
           "document": "SELECT MIN(id) FROM document WHERE course_id = 4 AND state = 'final' AND NOT is_sensitive"}
REAL = {"citizen": "SELECT 15", "screening": "SELECT MIN(s.id) FROM screening s LEFT JOIN fictional_citizen f USING (citizen_id) WHERE f.citizen_id IS NULL",
        "course": "SELECT 101", "intervention": "SELECT MIN(id) FROM intervention WHERE course_id = 101"}


@pytest.fixture(scope="module")
def editor(stack):
    return c.person(stack, "xsl.jens")


@pytest.fixture(scope="module")
def routes(stack):
    """(path, methods, subject) of every page with a guard, of the programs that are about citizens."""
    rows = []
    for program in PROGRAMS:
        file, = (os.path.join(folder, f"samspil-{program}") for folder, _, files in os.walk(stack.folder + "/installed") if f"samspil-{program}" in files)
        out = subprocess.run([file, "--routes"], capture_output=True, text=True, check=True).stdout
        rows += [(path, methods, subject) for path, methods, _, subject, *_ in (line.split("\t") for line in out.splitlines())
                 if subject not in ("open", "survey", "assessment-day", "message") and not path.startswith("/messages")]
    assert len(rows) > 30
    return rows


def fill(path, subject):
    """The path about this subject; other ids are of nothing in particular."""
    return re.sub(r":[a-z]+", "1", re.sub(r":[a-z]+", subject, path, count=1))


def ids(stack, statements):
    return {name: stack.sql(sql)[0][0] for name, sql in statements.items()}


def test_every_page_of_a_made_up_citizen_opens(stack, editor, routes):
    of = ids(stack, MADE_UP)
    area = stack.sql("SELECT MIN(id) FROM focus_area WHERE course_id = 4")[0][0]
    contact = stack.sql("SELECT MIN(id) FROM course_contact WHERE course_id = 4")[0][0]
    note = stack.sql("SELECT MIN(id) FROM professional_note WHERE course_id = 4")[0][0]
    for path, methods, subject in routes:
        if subject != "-" and "GET" in methods:
            shown = path.replace(":document", of["document"])
            page = editor.send(fill(shown.replace(":area", area).replace(":contact", contact).replace(":note", note), of[subject]))
            if path in ("/screening/:id/fill", "/plan/interventions/:id/measure/:measurement"):  # who fills in, or gave the value
                assert page.status == 404
                continue
            if path.endswith("/file"):
                assert page.status == 200 and "attachment" in page.headers["Content-Disposition"]
                continue
            assert page.status == 200, (path, page.text)
            assert not page.all("//p:form[@method = 'post'][@name != 'sign-out']"), path
            assert page.all("//p:citizen[@fictional] | //p:page[@name = 'paper' or @name = 'draft' or @name = 'my-plan']") or subject == "intervention", path


def test_no_page_of_anybody_else_opens(stack, editor, routes):
    of = ids(stack, REAL)
    for path, methods, subject in routes:
        if subject in of and "GET" in methods:
            assert editor.send(fill(path, of[subject])).status == 403, path


def test_nothing_can_be_changed(stack, editor, routes):
    token = editor.get("/").one("//p:form[@name = 'sign-out']/p:token").text
    before = stack.sql("SELECT MAX(id) FROM access_log")[0][0]
    sent = 0
    for of in (ids(stack, MADE_UP), ids(stack, REAL)):
        for path, methods, subject in routes:
            # What one keeps for oneself is about nobody, and a search changes nothing.
            if "POST" in methods and path not in ("/sign-out", "/plan/find") and not path.startswith("/plan/filters"):
                assert editor.send(fill(path, of.get(subject, "1")), [("token", token), ("once", "a" * 32)]).status == 403, path
                sent += 1
    assert sent > 30
    assert stack.sql(f"SELECT COUNT(*) FROM access_log WHERE id > {before} AND uid = 'xsl.jens' AND action = 'change'") == [["0"]]


def test_who_is_editor_and_caseworker_changes_only_the_own(stack, routes):
    """A relation by the job goes before; without one, what is made up is only looked at, even by those who may post."""
    lis = c.person(stack, "lis.sb")
    token = lis.get("/").one("//p:form[@name = 'sign-out']/p:token").text
    assert lis.send("/plan/4").status == 403
    stack.sql("UPDATE session SET roles = 'caseworker,editor' WHERE uid = 'lis.sb' AND ended_at IS NULL")
    page = lis.send("/plan/4/focus-areas")
    assert page.status == 200 and not page.all("//p:form[@name = 'focus-area']")
    assert lis.send("/plan/4/focus-areas", [("token", token), ("once", "b" * 32)]).status == 403
    own = c.new_course(stack, caseworker="sofie.sb", department="voksenhandicap", frame=6)
    assert lis.send(f"/plan/{own}/focus-areas").all("//p:form[@name = 'focus-area']")


def test_it_is_logged_with_its_grade(stack, editor):
    last = stack.sql("SELECT MAX(id) FROM access_log")[0][0]
    editor.send("/plan/4")
    assert stack.sql(f"SELECT uid, grade, citizen_id, action FROM access_log WHERE id > {last}") == [["xsl.jens", "fictional", "4", "show"]]


def test_lists_show_nobody_else(stack, editor):
    made_up = {row[0] for row in stack.sql("SELECT citizen_id FROM fictional_citizen")}
    page = editor.get("/plan?limit=200&state=any")
    listed = page.all("//p:list[@name = 'courses']/p:course/@citizen-id")
    assert "4" in listed and set(listed) <= made_up
    assert not editor.get("/plan?q=101").all("//p:list[@name = 'courses']/p:course")
    for path in ("/citizens", "/citizens?q=a", "/screening", "/triage", "/plan/interventions"):
        assert editor.send(path).status == 403, path


def test_every_link_of_the_pages_leads_somewhere(editor):
    assert [item.get("name") for item in editor.get("/").all("/p:page/p:navigation/p:item")] == ["home", "courses", "catalogue", "admin"]
    for path in ("/", "/citizens/4", "/screening/1", "/triage/1", "/plan/4", "/plan/4/interventions", "/plan/4/progression"):
        page = editor.get(path)
        assert page.status == 200, path
        for href in set(page.all("//p:content//@href")):
            assert editor.send(href).status == 200, (path, href)


def test_the_code_of_an_invitation_is_left_for_its_issuer(stack, sign_in, editor):
    mads = sign_in("mads.sb")
    citizen = walk.register(mads, walk.new_cpr(stack), name="Prøve Kode")
    stack.sql(f"INSERT INTO fictional_citizen (citizen_id) VALUES ({citizen})")
    page = mads.get("/citizens/" + citizen)
    pairs = mads.fill(page.form("screening"), {"questionnaire": walk.questionnaire_choice(page)})
    href = mads.send(page.form("screening").get("action"), pairs).headers["Location"]
    path = href[len(mads.prefix):]
    assert editor.send(path).status == 200 and not editor.send(path).all("//p:access-code")
    assert mads.send(path).all("//p:access-code/@code")


def test_a_made_up_citizen_is_registered(stack, sign_in, editor):
    mads = sign_in("mads.sb")
    mads.get("/citizens")
    page = mads.submit("citizen", {"cpr": walk.new_cpr(stack), "name": "Opdigtet Prøve", "benefit-type": "kontanthjaelp", "fictional": "yes"})
    assert page.one("//p:citizen").get("fictional") == "yes"
    assert editor.get("/citizens/" + page.one("//p:citizen").get("id")).status == 200
    other = walk.register(mads, walk.new_cpr(stack), name="Virkelig Prøve")
    assert mads.get("/citizens/" + other).one("//p:citizen").get("fictional") is None
    assert editor.get("/citizens/" + other).status == 403


def test_a_number_that_may_be_somebodys_is_refused(stack, sign_in):
    mads = sign_in("mads.sb")
    good = next(cpr for n in range(1000, 1999) if not walk.fails_modulus_11(cpr := f"150364{n}"))
    for cpr in (good, "0101651234"):
        mads.get("/citizens")
        page = mads.submit("citizen", {"cpr": cpr, "name": "Måske Virkelig", "benefit-type": "kontanthjaelp", "fictional": "yes"})
        assert (page.status, page.errors()) == (422, {"cpr": "cpr-may-be-real"})
    assert stack.sql("SELECT COUNT(*) FROM citizen WHERE name = 'Måske Virkelig'") == [["0"]]
