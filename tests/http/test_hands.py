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


# One course


def hand(client, course, **fields):
    client.get(f"/plan/{course}/handover")
    return client.submit("handover-course", fields)


def test_a_course_is_handed_over_with_all_that_hangs_on_it(stack):
    course = c.new_course(stack, "active", caseworker="mads.sb", team=[("sofie.sb", "co-caseworker"), ("fys.pia", "physiotherapist")])
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({course}, 'follow-up', CURRENT_DATE + INTERVAL 9 DAY, 'mads.sb')")
    mads = c.person(stack, "mads.sb")
    done = hand(mads, course, to="sofie.sb", reason="Jeg går på barsel.")
    assert "course-handed-over" in done.notices(), done.text
    assert stack.sql(f"SELECT caseworker_uid, department_id, changed_by FROM course WHERE id = {course}") == [["sofie.sb", "jobcenter", "mads.sb"]]
    parts = stack.sql(f"SELECT uid, role, to_on IS NULL FROM course_contact WHERE course_id = {course} ORDER BY id")
    assert parts == [["sofie.sb", "co-caseworker", "0"], ["fys.pia", "physiotherapist", "1"], ["mads.sb", "caseworker", "0"], ["sofie.sb", "caseworker", "1"]]
    assert stack.sql(f"SELECT from_uid, to_uid, reason, changed_by FROM course_handover WHERE course_id = {course}") == \
        [["mads.sb", "sofie.sb", "Jeg går på barsel.", "mads.sb"]]
    assert stack.sql(f"SELECT COUNT(*) FROM deadline WHERE course_id = {course} AND done_on IS NULL") == [["1"]]
    assert stack.sql(f"SELECT caseworker_uid FROM course FOR SYSTEM_TIME ALL WHERE id = {course} ORDER BY ROW_START") == [["mads.sb"], ["sofie.sb"]]
    assert stack.sql("SELECT COUNT(*) > 0 FROM outbox WHERE uid = 'sofie.sb' AND tries = 0 AND sent_at IS NULL") == [["1"]], "a mail waits, too"
    sofie = c.person(stack, "sofie.sb")
    assert stack.sql("SELECT email FROM staff WHERE uid = 'sofie.sb'") == [["sofie.sb@kommune.example"]]
    assert any(item.get("href").endswith("/plan/" + course) for item in sofie.get("/").all("//p:worklist/p:item[@kind='deadline']"))
    message = sofie.page.one(f"//p:message[@course='{course}']")
    assert (message.get("kind"), message.get("sender-name")) == ("course-handed-over", "Mads Samling")
    assert message.findtext("{*}text") == "Jeg går på barsel." and message.get("citizen") == c.citizen_of(stack, course)[2]
    form = message.find("{*}form")
    opened = sofie.send(form.get("action"), sofie.fill(form, {}))
    assert opened.status == 303 and opened.headers["Location"].endswith("/plan/" + course)
    assert not sofie.get("/").all(f"//p:message[@course='{course}']"), "one press opens it and marks it read"
    assert mads.send(form.get("action"), [("token", mads.get("/").one("//p:form[@name='sign-out']/p:token").text), ("once", "d" * 32)]).status == 403
    page = sofie.get(f"/plan/{course}/handover")
    assert page.one("//p:course/p:handover").get("why") == "Jeg går på barsel."


def test_to_another_department_one_looks_back_and_tells_nobody_else(stack):
    course = c.new_course(stack, "active")
    mads = c.person(stack, "mads.sb")
    hand(mads, course, to="lis.sb", reason="Flyttet til Voksenhandicap.")
    assert stack.sql(f"SELECT caseworker_uid, department_id FROM course WHERE id = {course}") == [["lis.sb", "voksenhandicap"]]
    assert mads.send("/plan/" + course).status == 200
    assert grades(stack, course, "mads.sb")[-1] == "own" and "former-own" in grades(stack, course, "mads.sb")
    assert not mads.get(f"/plan/{course}/handover").all("//p:form[@name='handover-course']")
    assert c.person(stack, "sofie.sb").send("/plan/" + course).status == 403
    assert course in mads.get("/plan?sort=-opened&limit=200&whose=all").all("//p:course/@id")


def test_who_gets_a_course_and_who_gives_it(stack):
    course = c.new_course(stack, "active")
    mads = c.person(stack, "mads.sb")
    assert hand(mads, course, to="psy.eva", reason="x").errors() == {"to": "unknown-choice"}, "no caseworker"
    assert hand(mads, course, to="mads.sb", reason="x").errors() == {"to": "is-caseworker"}
    offered = mads.get(f"/plan/{course}/handover").all("//p:field[@name='to']/p:choice/@value")
    assert "sofie.sb" in offered and "mads.sb" not in offered, "who has it is not offered"
    stack.sql("UPDATE staff SET active = 0 WHERE uid = 'lis.sb'")
    try:
        left = hand(mads, course, to="lis.sb", reason="Det skrevne bliver stående")
        assert left.status == 422 and left.errors() == {"to": "unknown-choice"}
        assert left.one("//p:form[@name='handover-course']/p:field[@name='reason']/p:value").text == "Det skrevne bliver stående"
    finally:
        stack.sql("UPDATE staff SET active = 1 WHERE uid = 'lis.sb'")
    sofie = c.person(stack, "sofie.sb")
    assert not sofie.get(f"/plan/{course}/handover").all("//p:form[@name='handover-course']"), "colleagues do not give each other's courses away"
    pairs = mads.fill(mads.get(f"/plan/{course}/handover").form("handover-course"), {"to": "sofie.sb", "reason": "x"})
    token = sofie.get("/").one("//p:form[@name='sign-out']/p:token").text
    assert sofie.send(f"/plan/{course}/handover", [("token", token)] + [pair for pair in pairs if pair[0] != "token"]).status == 403
    closed = c.new_course(stack, "closed")
    assert not mads.get(f"/plan/{closed}/handover").all("//p:form[@name='handover-course']")
    assert stack.sql(f"SELECT caseworker_uid FROM course WHERE id = {course}") == [["mads.sb"]]


def refused(client, form, path, fields):
    """What a form that is not on the page answers."""
    token = client.get("/").one("//p:form[@name='sign-out']/p:token").text
    return client.send(path, [("token", token), ("once", form[0] * 32), *fields.items()]).status


def test_a_leader_from_elsewhere_takes_part_like_anybody(stack):
    """tl.sanne leads another department's team, and is a contact of these courses only."""
    sanne, sund = c.person(stack, "tl.sanne"), [("tl.sanne", "co-caseworker")]
    course = c.new_course(stack, "planning", team=sund)
    plan = c.new_plan(stack, course, state="draft")
    c.new_intervention(stack, course, plan, state="proposed")
    stack.sql(f"UPDATE plan SET state = 'presented', agreement = 'not-agreed', citizens_words = 'Nej' WHERE id = {plan}")
    assert not sanne.get(f"/plan/{course}/handover").all("//p:form[@name='handover-course']")
    assert refused(sanne, "a", f"/plan/{course}/handover", {"to": "lis.sb", "reason": "x", "revision": "1"}) == 403
    assert sanne.get(f"/plan/{course}/plan").all("//p:form[@name='agreement']") and not sanne.page.all("//p:form[@name='approve-plan']")
    assert refused(sanne, "b", f"/plan/{course}/plan/approve", {"submit": "approve-plan", "revision": "1"}) == 403
    assert c.state_of(stack, "plan", plan) == "presented"
    closed = c.new_course(stack, "closed", team=sund)
    stack.sql(f"UPDATE course SET closed_on = CURRENT_DATE, outcome = 'job' WHERE id = {closed}")
    assert not sanne.get(f"/plan/{closed}/status").all("//p:form[@name='reopen-course']")
    assert refused(sanne, "c", f"/plan/{closed}/status/reopen", {"reason": "x"}) == 422
    assert c.state_of(stack, "course", closed) == "closed"
    noted = c.new_course(stack, team=sund)
    c.signed_notes(stack, noted, missing=("caseworker",))
    assert not sanne.get(f"/plan/{noted}/notes").all("//p:professional-note/p:limitation")
    karla = c.person(stack, "tl.karla")
    stack.sql(f"UPDATE course_contact SET uid = 'tl.karla' WHERE course_id IN ({course}, {closed}, {noted})")
    assert karla.get(f"/plan/{course}/plan").all("//p:form[@name='approve-plan']"), "a contact, and the department's leader"
    assert karla.get(f"/plan/{closed}/status").all("//p:form[@name='reopen-course']")
    assert karla.get(f"/plan/{noted}/notes").all("//p:professional-note/p:limitation")


def test_two_hand_over_the_same_course(stack):
    course = c.new_course(stack, "active")
    mads, karla = c.person(stack, "mads.sb"), c.person(stack, "tl.karla")
    form = karla.get(f"/plan/{course}/handover")
    hand(mads, course, to="sofie.sb", reason="Først")
    late = karla.submit("handover-course", {"to": "lis.sb", "reason": "Bagefter"}, page=form)
    assert late.status == 409 and late.one("//p:field[@name='reason']/p:value").text == "Bagefter"
    assert stack.sql(f"SELECT caseworker_uid FROM course WHERE id = {course}") == [["sofie.sb"]]


# Several


@pytest.fixture
def leaver(stack):
    """A caseworker of the Jobcenter who has left, with courses: (uid, courses)."""
    stack.sql("INSERT IGNORE INTO staff (uid, name, department_id, active) VALUES ('gitte.sb', 'Gitte Gået', 'jobcenter', 0);"
              "INSERT IGNORE INTO staff_role (uid, role) VALUES ('gitte.sb', 'caseworker')")
    courses = [c.new_course(stack, "active", caseworker="gitte.sb") for _ in range(5)]
    yield "gitte.sb", courses
    stack.sql("UPDATE course SET state = 'closed', closed_on = CURRENT_DATE WHERE caseworker_uid = 'gitte.sb'")


def caseworkers(stack, courses):
    return [row[0] for row in stack.sql(f"SELECT caseworker_uid FROM course WHERE id IN ({', '.join(courses)}) ORDER BY id")]


def load(stack, uid):
    return int(stack.sql(f"SELECT COUNT(*) FROM course WHERE caseworker_uid = '{uid}' AND state NOT IN ('closed', 'closed-low')")[0][0])


def test_a_leader_moves_several_to_two(stack, leaver):
    uid, courses = leaver
    karla = c.person(stack, "tl.karla")
    page = karla.get("/plan/handover")
    assert not page.all("//p:form[@name='handover']")
    page = karla.submit("handover-from", {"from": uid}, page=page)
    assert sorted(page.all("//p:moving/p:course/@id")) == sorted(courses)
    before = load(stack, "mads.sb"), load(stack, "sofie.sb")
    last = stack.sql("SELECT COALESCE(MAX(id), 0) FROM access_log")[0][0]
    karla.get("/plan/handover?from=" + uid)
    assert len(stack.sql(f"SELECT DISTINCT citizen_id FROM access_log WHERE id > {last} AND uid = 'tl.karla' AND grade = 'list'")) >= 5
    done = karla.submit("handover", {"all": "yes", "receivers": ["mads.sb", "sofie.sb"], "reason": "Gitte er stoppet."})
    assert "courses-moved" in done.notices(), done.text
    assert set(caseworkers(stack, courses)) <= {"mads.sb", "sofie.sb"}
    after = load(stack, "mads.sb"), load(stack, "sofie.sb")
    assert sum(after) - sum(before) == 5 and (abs(after[0] - after[1]) <= 1 or min(after[0] - before[0], after[1] - before[1]) == 0)
    assert len(stack.sql(f"SELECT id FROM course_handover WHERE from_uid = '{uid}' AND course_id IN ({', '.join(courses)})")) == 5
    assert stack.sql(f"SELECT COUNT(*) FROM course_contact WHERE course_id IN ({', '.join(courses)}) AND role = 'caseworker' AND to_on IS NULL") == [["5"]]
    assert len(done.all("//p:moving/p:handover")) >= 5
    for receiver, gained in (("mads.sb", after[0] - before[0]), ("sofie.sb", after[1] - before[1])):
        told = stack.sql(f"SELECT kind FROM message WHERE to_uid = '{receiver}' AND course_id IN ({', '.join(courses)})")
        assert len(told) == min(gained, 4)


def test_all_or_none(stack, leaver):
    uid, courses = leaver
    karla = c.person(stack, "tl.karla")
    page = karla.get("/plan/handover?from=" + uid)
    stack.sql(f"UPDATE course SET employment_goal = 'Nyt', revision = revision + 1, changed_by = 'mads.sb' WHERE id = {courses[2]}")
    refused = karla.submit("handover", {"courses": courses[:4], "receivers": ["sofie.sb"], "reason": "Skrevet én gang"}, page=page)
    assert refused.status == 422 and refused.errors() == {"courses": "course-changed"}
    assert set(caseworkers(stack, courses)) == {uid}, "nothing is moved"
    assert refused.all("//p:moving/p:course[@changed]/@id") == [courses[2]]
    assert refused.one("//p:form[@name='handover']/p:field[@name='reason']/p:value").text == "Skrevet én gang"
    assert sorted(refused.all("//p:form[@name='handover']/p:field[@name='courses']/p:value/text()")) == sorted(courses[:4])
    again = karla.submit("handover", {}, page=refused)
    assert "courses-moved" in again.notices(), "what was seen is what stands there now"
    assert caseworkers(stack, courses) == ["sofie.sb"] * 4 + [uid]
    stale = karla.submit("handover", {"courses": courses[:1], "receivers": ["mads.sb"], "reason": "x"}, page=page)
    assert stale.status == 422 and stale.errors() == {"courses": "unknown-choice"}, "it is somebody else's now"


def test_several_to_whom_they_cannot_go(stack, leaver):
    uid, courses = leaver
    karla = c.person(stack, "tl.karla")
    page = karla.get("/plan/handover?from=" + uid)
    for receivers, key in ((["psy.eva"], "unknown-choice"), ([uid], "unknown-choice"), ([], "required")):
        refused = karla.submit("handover", {"all": "yes", "receivers": receivers, "reason": "x"}, page=page)
        assert refused.status == 422 and refused.errors() == {"receivers": key}, receivers
    assert karla.submit("handover", {"receivers": ["mads.sb"], "reason": "x"}, page=page).errors() == {"courses": "required"}
    assert set(caseworkers(stack, courses)) == {uid}
    for other in ("mads.sb", "psy.eva", "xsl.mia"):
        assert c.person(stack, other).send("/plan/handover?from=" + uid).status == 403
    foreign = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6)
    assert foreign not in karla.get("/plan/handover?from=lis.sb").all("//p:moving/p:course/@id"), "another department's"


def test_a_double_click_moves_once(stack, leaver):
    uid, courses = leaver
    karla = c.person(stack, "tl.karla")
    pairs = karla.fill(karla.get("/plan/handover?from=" + uid).form("handover"), {"courses": courses[:2], "receivers": ["sofie.sb"], "reason": "x"})
    first, second = karla.send("/plan/handover", pairs), karla.send("/plan/handover", pairs)
    assert first.status == second.status == 303 and first.headers["Location"] == second.headers["Location"]
    assert stack.sql(f"SELECT COUNT(*) FROM course_handover WHERE course_id IN ({', '.join(courses[:2])})") == [["2"]]


# Absences


def day(stack, days):
    return stack.sql("SELECT DATE_FORMAT(DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR)"
                     f" + INTERVAL {days} DAY, '%d-%m-%Y')")[0][0]


@pytest.fixture
def no_absences(stack):
    yield
    stack.sql("DELETE FROM staff_absence")


def test_an_absence_and_its_end(stack, no_absences):
    lis, mads = c.person(stack, "lis.sb"), c.person(stack, "mads.sb")
    course = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6)
    page = lis.get("/plan/absences")
    assert not page.all("//p:absence") and not page.all("//p:form[@name='absence']/p:field[@name='staff']")
    done = lis.submit("absence", {"deputy": "mads.sb", "from-on": day(stack, 0), "to-on": day(stack, 3)})
    assert "absence-saved" in done.notices() and done.one("//p:absence").get("now") == "yes"
    assert mads.send("/plan/" + course).status == 200 and mads.get("/plan/absences").one("//p:absence").get("name") == "Lis Nabo"
    assert not mads.page.all("//p:form[@name='end-absence']"), "the deputy does not end it"
    form = done.one("//p:absence/p:form")
    token = mads.get("/").one("//p:form[@name='sign-out']/p:token").text
    assert mads.send(form.get("action"), [("token", token), ("once", "e" * 32)]).status == 403
    lis.submit("end-absence", page=done)
    assert mads.send("/plan/" + course).status == 403 and not lis.get("/plan/absences").all("//p:absence")
    assert stack.sql("SELECT COUNT(*) > 0 FROM staff_absence FOR SYSTEM_TIME ALL WHERE uid = 'lis.sb'") == [["1"]], "its versions stay"


def test_absences_that_cannot_be(stack, no_absences):
    sofie = c.person(stack, "sofie.sb")

    def tried(**fields):
        sofie.get("/plan/absences")
        return sofie.submit("absence", {"deputy": "mads.sb", "from-on": day(stack, 5), "to-on": day(stack, 9), **fields}).errors()

    assert tried(**{"to-on": day(stack, 4)}) == {"to-on": "before-start"}
    assert tried(**{"from-on": day(stack, -9), "to-on": day(stack, -1)}) == {"to-on": "absence-past"}
    assert tried(deputy="sofie.sb") == {"deputy": "deputy-self"}
    assert tried(deputy="psy.eva") == {"deputy": "unknown-choice"}
    assert tried(**{"from-on": "29-02-2027"}) == {"from-on": "not-a-date"}
    assert tried() == {} and tried() == {"from-on": "absence-known"}
    mads = c.person(stack, "mads.sb")
    mads.get("/plan/absences")
    assert mads.submit("absence", {"deputy": "sofie.sb", "from-on": day(stack, 9), "to-on": day(stack, 12)}).errors() == {"deputy": "deputy-away"}


def test_an_absence_has_bounds(stack, no_absences):
    sofie = c.person(stack, "sofie.sb")

    def tried(first, last):
        sofie.get("/plan/absences")
        return sofie.submit("absence", {"deputy": "mads.sb", "from-on": first, "to-on": last}).errors()

    assert tried("01-01-2020", day(stack, 1)) == {"to-on": "absence-too-long"}
    assert tried(day(stack, -15), day(stack, 1)) == {"from-on": "absence-too-early"}
    assert tried(day(stack, 0), day(stack, 400)) == {"to-on": "absence-too-long"}
    assert tried(day(stack, -14), day(stack, 385)) == {}, "400 days, from two weeks ago"


def test_who_stands_in_is_not_away_too(stack, no_absences):
    sofie, mads = c.person(stack, "sofie.sb"), c.person(stack, "mads.sb")

    def tried(client, deputy, first, last):
        client.get("/plan/absences")
        return client.submit("absence", {"deputy": deputy, "from-on": day(stack, first), "to-on": day(stack, last)})

    assert tried(sofie, "mads.sb", 5, 9).errors() == {}
    page = tried(mads, "lis.sb", 9, 12)
    assert (page.status, page.errors()) == (422, {"from-on": "stands-in"})
    assert page.all("//p:uncovered/@name") == ["Sofie Samtale"], "whom it would leave alone"
    karla = c.person(stack, "tl.karla")
    karla.get("/plan/absences")
    page = karla.submit("absence", {"staff": "mads.sb", "deputy": "lis.sb", "from-on": day(stack, 4), "to-on": day(stack, 5)})
    assert page.errors() == {"from-on": "stands-in"} and page.all("//p:uncovered/@name") == ["Sofie Samtale"]
    assert tried(mads, "lis.sb", 10, 12).errors() == {}
    stack.sql("DELETE FROM staff_absence")
    assert tried(mads, "lis.sb", 9, 12).errors() == {}
    assert tried(sofie, "mads.sb", 5, 9).errors() == {"deputy": "deputy-away"}, "the other way round"


def test_a_deputy_does_not_open_old_cases(stack, no_absences):
    course = c.new_course(stack, "closed", caseworker="lis.sb", department="voksenhandicap", frame=6)
    absent(stack, "lis.sb", "mads.sb")
    mads = c.person(stack, "mads.sb")
    for days, status in ((90, 200), (92, 403)):
        stack.sql(f"UPDATE course SET opened_on = CURRENT_DATE - INTERVAL 300 DAY, closed_on = CURRENT_DATE - INTERVAL {days} DAY, outcome = 'job' WHERE id = {course}")
        assert mads.send("/plan/" + course).status == status
        assert mads.send("/citizens/" + c.citizen_of(stack, course)[0]).status == status


def test_a_leader_writes_it_for_the_department(stack, no_absences):
    karla = c.person(stack, "tl.karla")
    page = karla.get("/plan/absences")
    people = page.all("//p:form[@name='absence']/p:field[@name='staff']/p:choice/@value")
    assert "sofie.sb" in people and "lis.sb" not in people
    karla.submit("absence", {"staff": "sofie.sb", "deputy": "mads.sb", "from-on": day(stack, 1), "to-on": day(stack, 2)})
    form = karla.get("/plan/absences").one("//p:absence/p:form")
    karla.send(form.get("action"), karla.fill(form, {}))
    assert stack.sql("SELECT COUNT(*) FROM staff_absence") == [["0"]], "one that has not begun is taken back"
    for uid in ("psy.eva", "xsl.mia"):
        assert c.person(stack, uid).send("/plan/absences").status == 403


def test_a_deputy_sees_the_deadlines(stack, no_absences):
    assert not c.person(stack, "mads.sb").get("/").all("//p:worklist/p:item[@kind='deadline'][@citizen-id='10']")
    absent(stack, "sofie.sb", "mads.sb")
    late = c.person(stack, "mads.sb").get("/").one("//p:worklist/p:item[@kind='deadline'][@citizen-id='10']")
    assert late.get("who") == "Sofie Samtale"
