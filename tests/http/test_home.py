"""What waits for whom."""

import datetime

import pytest

import course as c
from walk import TODAY


def items(client, **wanted):
    return [item for item in client.get("/").all("//p:worklist/p:item") if all(item.get(name) == value for name, value in wanted.items())]


def test_karen_waits_for_mads(sign_in):
    client = sign_in("mads.sb")
    karen, = items(client, kind="triage", **{"citizen-id": "1"})
    assert karen.get("citizen") == "Karen Karensen" and karen.get("cpr") == "250380-****"
    assert (karen.get("red"), karen.get("yellow"), karen.get("green")) == ("10", "3", "11")
    assert karen.get("urgency") == "urgent" and karen.get("href") == client.prefix + "/triage/1"
    bodil, = items(client, kind="screening", **{"citizen-id": "12"})
    assert bodil.get("what") == "locked"


def test_the_counts_agree_and_a_kind_can_be_chosen(sign_in):
    client = sign_in("mads.sb")
    worklist = client.get("/").one("//p:worklist")
    assert int(worklist.get("total")) == len(worklist.findall("{*}item")) == sum(int(worklist.get(n)) for n in ("urgent", "today", "soon"))
    assert sum(int(kind.get("count")) for kind in worklist.findall("{*}kind")) == int(worklist.get("total"))
    only = client.get("/?kind=triage").one("//p:worklist")
    assert only.get("only") == "triage" and only.get("total") == worklist.get("total")
    assert {item.get("kind") for item in only.findall("{*}item")} == {"triage"}
    assert client.get("/?kind=nonsense").one("//p:worklist").get("only") is None


def test_it_is_sorted_by_urgency(sign_in):
    order = [item.get("urgency") for item in items(sign_in("mads.sb"))]
    assert order == sorted(order, key=["urgent", "today", "soon"].index)


def test_a_list_that_is_too_long_says_so(sign_in, stack):
    client = sign_in("sofie.sb")
    assert client.get("/").one("//p:worklist").get("more") is None
    course = stack.sql("SELECT MIN(id) FROM course WHERE caseworker_uid = 'sofie.sb' AND state NOT IN ('closed', 'closed-low')")[0][0]
    try:
        stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) SELECT {course}, 'many', CURRENT_DATE - INTERVAL 900 DAY, 'sofie.sb' FROM seq_1_to_201")
        page = client.get("/")
        assert page.one("//p:worklist").get("more") == "yes" and len(page.all("//p:item[@what='many']")) == 200
        assert "Der venter mere, end listen kan vise" in client.get("/", accept="text/html").text
        assert page.one("//p:worklist").get("total") == str(len(page.all("//p:worklist/p:item")))
    finally:
        stack.sql("DELETE FROM deadline WHERE kind = 'many'")


def test_a_leader_sees_what_waits_for_others(sign_in):
    assert [item.get("citizen-id") for item in items(sign_in("tl.karla"), kind="triage")][:3] == ["135", "136", "1"]
    assert not items(sign_in("sofie.sb"), kind="triage", **{"citizen-id": "1"})
    assert not items(sign_in("lis.sb"))


def test_a_sensible_home_for_everybody(sign_in, stack):
    for uid in stack.users:
        client = sign_in(uid)
        assert client.page.one("//p:home/p:worklist") is not None, uid
    for uid in ("it.bo", "xsl.jens", "eval.ane"):
        assert not [item for item in items(sign_in(uid)) if item.get("kind") != "stylesheet"], uid


def test_no_whole_cpr_number_on_the_first_page(sign_in, stack):
    page = sign_in("mads.sb").html("/")
    for (cpr,) in stack.sql("SELECT cpr FROM citizen_cpr"):
        assert cpr not in page.text and f"{cpr[:6]}-{cpr[6:]}" not in page.text


def test_each_kind_waits_for_whom_it_should(stack, sign_in):
    """Every branch of the worklist, on a course of the demo that is made to need it."""
    late, = items(sign_in("sofie.sb"), kind="deadline", **{"citizen-id": "10"})
    assert (late.get("what"), late.get("days-over"), late.get("urgency")) == ("follow-up", "6", "urgent")
    assert late.get("law").startswith("Lov om sygedagpenge")
    assert items(sign_in("tl.karla"), kind="deadline", **{"citizen-id": "10"})
    note, = items(sign_in("psy.eva"), kind="note", **{"citizen-id": "2"})
    assert note.get("href").endswith("/plan/2/notes") and note.get("what") == "draft"
    order, = items(sign_in("ext.fit"), kind="intervention")
    assert order.get("what") == "ordered" and order.get("title") and order.get("cpr") is None
    assert items(sign_in("vk.ole"), kind="measurement", what="own")
    assert items(sign_in("mads.sb"), kind="measurement", what="provider")[0].get("who")


def test_a_conference_waits_for_caseworker_and_team(stack, sign_in):
    course = c.new_course(stack, state="conference-ready", team=c.TEAM)
    far = c.new_course(stack, state="conference-ready")
    for number, days in ((course, 1), (far, 30)):
        stack.sql(f"INSERT INTO conference (course_id, state, planned_at, place, changed_by) VALUES ({number}, 'planned',"
                  f" '{TODAY + datetime.timedelta(days=days)} 09:00:00', 'Lokale 2', 'mads.sb');"
                  f"INSERT INTO deadline (course_id, kind, due_on, changed_by)"
                  f" VALUES ({number}, 'conference', '{TODAY + datetime.timedelta(days=days)}', 'mads.sb')")
    citizen = c.citizen_of(stack, course)[0]
    mads = sign_in("mads.sb")
    own, = items(mads, **{"citizen-id": citizen})
    assert (own.get("kind"), own.get("what"), own.get("title"), own.get("days-left"), own.get("urgency"), own.get("who")) \
        == ("conference", "planned", "Lokale 2", "1", "today", None)
    assert mads.get(own.get("href")).one("//p:conference").get("state") == "planned"
    assert not items(mads, kind="conference", **{"citizen-id": c.citizen_of(stack, far)[0]})
    assert items(sign_in("psy.eva"), kind="conference", **{"citizen-id": citizen}) and not items(sign_in("lis.sb"), kind="conference")
    stack.sql("INSERT INTO staff_absence (uid, deputy_uid, from_on, to_on, changed_by) VALUES ('mads.sb', 'sofie.sb', CURRENT_DATE, CURRENT_DATE, 'mads.sb')")
    stands_in, = items(sign_in("sofie.sb"), kind="conference", **{"citizen-id": citizen})
    assert stands_in.get("who") == "Mads Samling"
    stack.sql(f"DELETE FROM staff_absence WHERE uid = 'mads.sb'; UPDATE conference SET state = 'cancelled' WHERE course_id = {course}")
    assert not items(mads, kind="conference", **{"citizen-id": citizen})


def test_what_waits_can_be_opened(sign_in):
    for uid in ("mads.sb", "sofie.sb", "tl.karla", "psy.eva", "vk.ole", "ext.fit"):
        client = sign_in(uid)
        for item in items(client):
            assert client.get(item.get("href")).status == 200, (uid, item.get("href"))


@pytest.fixture
def look(stack):
    """look(asked_by="'xsl.jens'"): a version of a look, of the given columns (SQL); its number."""
    made = []

    def look(**columns):
        row = {"department_id": "'sundhedscenter'", "program": "'answer'", "number": 900 + len(made), "sheet": "'x'", "reason": "'r'",
               "created_by": "'xsl.jens'", "changed_by": "'xsl.jens'", **columns}
        names, values = ", ".join(row), ", ".join(str(value) for value in row.values())
        made.append(stack.sql(f"INSERT INTO stylesheet_version ({names}) VALUES ({values}); SELECT LAST_INSERT_ID()")[0][0])
        return made[-1]

    yield look
    for version in made:
        stack.sql(f"DELETE FROM stylesheet_version WHERE id = {version}")


def waits(client, version):
    return [item for item in items(client, kind="stylesheet") if item.get("href").endswith(f"/admin/stylesheets/{version}")]


def test_a_look_waits_for_a_second_person(sign_in, look):
    own = look(asked_by="'xsl.jens'", asked_at="NOW() - INTERVAL 49 HOUR")
    silent = look()
    changed = look(created_by="'psy.eva'", changed_by="'it.bo'", asked_by="'psy.eva'", asked_at="NOW()")
    other = look(department_id="'jobcenter'", created_by="'tl.karla'", changed_by="'tl.karla'", asked_by="'tl.karla'", asked_at="NOW()")
    operator, editor = sign_in("it.bo"), sign_in("xsl.jens")
    item, = waits(operator, own)
    assert (item.get("what"), item.get("program"), item.get("department"), item.get("who")) == ("asked", "answer", "sundhedscenter", "Jens Stilark")
    assert item.get("department-name") == "Sundhedscenter" and item.get("citizen-id") is None
    assert item.get("days-waited") in ("2", "3") and item.get("urgency") == "soon"
    assert waits(operator, other)
    assert not waits(operator, silent) and not waits(operator, changed)
    assert waits(editor, changed)
    assert not waits(editor, own) and not waits(editor, other)
    assert not items(sign_in("mads.sb"), kind="stylesheet")


def test_editors_are_told_of_a_look_that_was_taken_out(sign_in, look):
    failed = {"state": "'retired'", "activated_by": "'it.bo'", "activated_at": "NOW()", "retired_why": "'runtime error'"}
    old = look(program="'triage'", retired_at="NOW() - INTERVAL 31 DAY", **failed)
    back = look(program="'screening'", retired_at="NOW()", retired_by="'it.bo'", **failed)
    lost = look(retired_at="NOW()", **failed)
    other = look(department_id="'jobcenter'", retired_at="NOW()", **failed)
    asked = look(program="'plan'", created_by="'psy.eva'", changed_by="'psy.eva'", asked_by="'psy.eva'", asked_at="NOW()")
    editor = sign_in("xsl.jens")
    item, = waits(editor, lost)
    assert (item.get("what"), item.get("urgency"), item.get("who")) == ("failed", "today", None)
    assert not waits(editor, old) and not waits(editor, back) and not waits(editor, other)
    assert not waits(sign_in("it.bo"), lost)
    urgencies = [item.get("urgency") for item in items(editor)]
    assert waits(editor, asked) and urgencies == sorted(urgencies, key=["urgent", "today", "soon"].index)
    only = editor.get("/?kind=stylesheet").one("//p:worklist")
    assert only.get("only") == "stylesheet" and int(only.find("{*}kind[@name='stylesheet']").get("count")) == len(only.findall("{*}item"))
    page = editor.html("/")
    assert "fejlede og er taget ud af brug" in page.text and "Vedrører" in page.text
    # A newer draft is the answer to it.
    look()
    assert not waits(editor, lost)
