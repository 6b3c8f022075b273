"""The plan's versions: words, what was shown, the answer to it, a leader's yes, and what is other than before."""

import datetime

import pytest

import course as c
from walk import TODAY, danish


def day(n):
    return danish(TODAY + datetime.timedelta(days=n))


def iso(n):
    return (TODAY + datetime.timedelta(days=n)).isoformat()


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def karla(stack):
    return c.person(stack, "tl.karla")


def plan(client, course):
    return client.get(f"/plan/{course}/plan")


def write(client, course, submit="save", **fields):
    page = plan(client, course)
    return client.submit("plan", {"employment-goal": "Et job på 20 timer", **{k.replace("_", "-"): v for k, v in fields.items()}}, submit, page=page)


def answer(client, course, agreement="agreed", **fields):
    page = plan(client, course)
    said = {} if agreement == "not-asked" else {"agreed-on": day(0), "agreed-how": "meeting"}
    return client.submit("agreement", {"agreement": agreement, **said, **{k.replace("_", "-"): v for k, v in fields.items()}}, page=page)


def proposed(stack, course, version=1, title="Mentorstøtte"):
    version = c.new_plan(stack, course, version=version, state="draft")
    return version, c.new_intervention(stack, course, version, state="proposed", title=title)


def rows(stack, course, columns="version, state"):
    return [tuple(row) for row in stack.sql(f"SELECT {columns} FROM plan WHERE course_id = {course} ORDER BY version")]


def test_a_plan_is_written_shown_and_agreed(stack, mads):
    course = c.new_course(stack, state="planning")
    page = plan(mads, course)
    assert page.all("//p:form[@name='plan']/p:submit/@name") == ["save"] and not page.all("//p:plan")
    assert write(mads, course, employment_goal="").errors() == {"employment-goal": "required"}
    page = write(mads, course, own_words="Jeg vil ud blandt andre", plain_words="Du prøver et job")
    assert page.notices() == ["saved"] and page.one("//p:plan").get("state") == "draft"
    c.new_intervention(stack, course, page.one("//p:plan").get("id"), state="proposed")
    page = write(mads, course, "present", own_words="Jeg vil ud blandt andre", plain_words="Du prøver et job")
    version = page.one("//p:plan")
    assert (page.notices(), version.get("state"), version.get("presented-on")) == (["plan-presented"], "presented", iso(0))
    page = answer(mads, course, "agreed-with-reservation", citizens_words="Kun formiddage", agreed_how="video")
    version = page.one("//p:plan")
    assert (version.get("state"), version.get("agreed-how"), version.get("valid-from"), version.get("valid-to")) == ("agreed", "video", iso(0), None)
    assert page.one("//p:course").get("employment-goal") == "Et job på 20 timer", "the course's goal is that of its plan"
    assert [page.one(f"//p:plan/p:{name}").text for name in ("own-words", "plain-words", "citizens-words")] == [
        "Jeg vil ud blandt andre", "Du prøver et job", "Kun formiddage"]


def test_the_next_version_while_the_first_stands(stack, mads):
    course = c.new_course(stack, state="planning")
    _, first = proposed(stack, course)
    write(mads, course, own_words="Jeg vil ud")
    answer(mads, course)
    page = mads.submit("plan-next", {}, page=plan(mads, course))
    assert page.notices() == ["plan-next"] and page.one("//p:course").get("state") == "planning"
    assert rows(stack, course) == [("1", "agreed"), ("2", "draft")]
    new = page.one("//p:plan[@version='2']")
    assert new.get("employment-goal") == "Et job på 20 timer" and page.one("//p:plan[@version='2']/p:own-words").text == "Jeg vil ud"
    assert page.all("//p:plan[@version='2']/p:intervention/@plan-version") == ["1"], "what would go on under it"
    c.new_intervention(stack, course, new.get("id"), state="proposed", title="Praktik")
    page = write(mads, course, employment_goal="Fuld tid", own_words="Jeg vil ud")
    assert page.all("//p:plan[@version='2']/p:changes/p:change/@what") == ["employment-goal", "added"]
    page = answer(mads, course)
    assert rows(stack, course, "version, state, valid_from, valid_to") == [("1", "superseded", iso(0), iso(0)), ("2", "agreed", iso(0), None)]
    assert sorted(page.all("//p:plan[@version='2']/p:intervention/@title")) == ["Mentorstøtte", "Praktik"]
    change = page.one("//p:plan[@version='2']/p:changes/p:change[@what='added']")
    assert change.get("title") == "Praktik" and not change.get("href").endswith("/" + first)
    assert page.one("//p:course").get("state") == "active"


def test_a_version_begun_by_mistake_is_taken_back(stack, mads):
    course = c.new_course(stack, state="planning")
    proposed(stack, course)
    answer(mads, course)
    assert not mads.page.all("//p:form[@name='plan-drop']")
    page = mads.submit("plan-next", {}, page=plan(mads, course))
    assert page.one("//p:plan[@version='2']").get("empty") == "yes" and page.one("//p:course").get("state") == "planning"
    old = page
    page = mads.submit("plan-drop", {}, page=page)
    assert page.notices() == ["plan-dropped"] and rows(stack, course) == [("1", "agreed")] and page.one("//p:course").get("state") == "active"
    assert mads.submit("plan-drop", {}, page=old).notices() == ["plan-dropped"], "a double click"
    assert stack.sql(f"SELECT changed_by FROM plan FOR SYSTEM_TIME ALL WHERE course_id = {course} AND version = 2 ORDER BY ROW_END DESC LIMIT 1") == [["mads.sb"]]
    page = mads.submit("plan-next", {}, page=plan(mads, course))
    c.new_intervention(stack, course, page.one("//p:plan[@version='2']").get("id"), state="proposed", title="Praktik")
    page = mads.submit("plan-drop", {}, page=page)
    assert page.status == 422 and page.notices() == ["plan-not-empty"] and rows(stack, course) == [("1", "agreed"), ("2", "draft")]
    assert not plan(mads, course).all("//p:form[@name='plan-drop']")


def test_a_version_that_is_being_made_ends_with_the_course_and_begins_with_it(stack, mads, karla):
    course = c.new_course(stack, state="planning")
    proposed(stack, course)
    answer(mads, course)
    mads.submit("plan-next", {}, page=plan(mads, course))
    write(mads, course, "present", employment_goal="Noget andet")
    stack.sql(f"UPDATE intervention SET state = 'ordered' WHERE course_id = {course}")
    mads.get(f"/plan/{course}/status")
    assert mads.submit("close-course", {"outcome": "job", "reason": "Fast arbejde"}).one("//p:course").get("state") == "closed"
    assert rows(stack, course) == [("1", "ended"), ("2", "ended")]
    karla.get(f"/plan/{course}/status")
    assert karla.submit("reopen-course", {"reason": "Det ophørte"}).one("//p:course").get("state") == "planning"
    assert rows(stack, course) == [("1", "agreed"), ("2", "draft")]


def test_what_ended_did_not_go_on(stack, mads):
    course = c.new_course(stack, state="planning")
    first = c.new_plan(stack, course)
    c.new_intervention(stack, course, first, state="declined", title="Kor")
    c.new_intervention(stack, course, first)
    proposed(stack, course, 2)
    page = plan(mads, course)
    assert page.all("//p:changes/@since") == ["1"]
    assert [(x.get("what"), x.get("title")) for x in page.all("//p:changes/p:change")] == [("added", "Mentorstøtte"), ("gone-declined", "Kor")]


def test_an_unchanged_version_can_be_agreed_on(stack, mads):
    """So one that was begun by mistake is no dead end."""
    course = c.new_course(stack, state="active")
    c.new_intervention(stack, course, c.new_plan(stack, course))
    mads.submit("plan-next", {}, page=plan(mads, course))
    page = answer(mads, course)
    assert page.notices() == ["plan-agreed"] and page.one("//p:course").get("state") == "active"
    assert not page.all("//p:changes")


def test_the_days_of_a_plan_lie_in_its_course(stack, mads):
    course = c.new_course(stack, state="planning")
    first = c.new_plan(stack, course)
    stack.sql(f"UPDATE plan SET valid_from = CURRENT_DATE - INTERVAL 5 DAY WHERE id = {first}")
    proposed(stack, course, 2)
    for on, error in ((day(1), "in-future"), (day(-31), "before-opening"), (day(-6), "before-earlier-plan"), ("i går", "not-a-date")):
        page = answer(mads, course, agreed_on=on, citizens_words="Må ikke tabes")
        assert (page.status, page.errors()) == (422, {"agreed-on": error})
        assert page.one("//p:form[@name='agreement']/p:field[@name='citizens-words']/p:value").text == "Må ikke tabes"
    assert answer(mads, course, agreed_on=day(-5)).status == 200
    assert rows(stack, course, "state, valid_from, valid_to")[0] == ("superseded", iso(-5), iso(-5))


def test_words_that_change_are_asked_again(stack, mads, karla):
    course = c.new_course(stack, state="planning")
    proposed(stack, course)
    write(mads, course, "present")
    answer(mads, course, "not-agreed", citizens_words="Nej tak")
    assert plan(karla, course).all("//p:form[@name='approve-plan']")
    approval = karla.page
    assert write(mads, course, employment_goal="Noget helt andet").one("//p:plan").get("agreement") is None
    assert not plan(karla, course).all("//p:form[@name='approve-plan']"), "the citizen said no to something else"
    assert karla.submit("approve-plan", {}, page=approval).status == 409
    page = write(mads, course, "present", employment_goal="Noget helt andet")
    assert page.one("//p:plan").get("agreement") is None
    assert stack.sql(f"SELECT COUNT(*) FROM plan FOR SYSTEM_TIME ALL WHERE course_id = {course} AND citizens_words = 'Nej tak'") != [["0"]]


def test_no_answer_before_it_was_shown(stack, mads):
    course = c.new_course(stack, state="planning")
    proposed(stack, course)
    write(mads, course, "present")
    assert answer(mads, course, agreed_on=day(-1)).errors() == {"agreed-on": "before-presented"}
    assert answer(mads, course).status == 200


@pytest.mark.parametrize("what", ["added", "changed", "withdrawn"])
def test_what_is_proposed_anew_is_asked_anew(stack, mads, karla, what):
    """Nobody says yes to what they have not seen: neither the citizen nor the leader."""
    course = c.new_course(stack, state="planning")
    _, intervention = proposed(stack, course)
    c.new_intervention(stack, course, rows(stack, course, "id")[0][0], state="proposed", title="Kor")
    write(mads, course, "present")
    answer(mads, course, "not-agreed", citizens_words="Nej tak")
    asked, approval = plan(mads, course), plan(karla, course)
    where = f"/plan/{course}/interventions" + ("" if what == "added" else "/" + intervention)
    mads.get(where)
    if what == "withdrawn":
        page = mads.submit("withdraw-intervention", {"reason": "Fortrudt"}, "withdraw")
    else:
        page = mads.submit("intervention", {"title": "Lejrskole", "provider": "vh.bent", "goal": "Mod", "starts-on": day(0), "first-measurement-on": day(9)})
    assert page.status == 200, page.errors()
    assert rows(stack, course, "state, agreement, citizens_words") == [("draft", None, None)]
    assert mads.submit("agreement", {"agreement": "agreed", "agreed-on": day(0), "agreed-how": "meeting"}, page=asked).status == 409
    assert karla.submit("approve-plan", {}, page=approval).status == 409
    assert c.state_of(stack, "course", course) == "planning"


def test_why_nobody_asked_and_a_leaders_yes(stack, mads, karla):
    course = c.new_course(stack, state="planning")
    _, intervention = proposed(stack, course)
    assert answer(mads, course, "not-asked").errors() == {"not-asked-reason": "required"}
    page = answer(mads, course, "not-asked", not_asked_reason="Ligger på sygehus", agreed_on=day(0))
    version = page.one("//p:plan")
    assert (version.get("state"), version.get("agreed-on"), version.get("not-asked-reason")) == ("presented", None, "Ligger på sygehus")
    assert stack.sql(f"SELECT COUNT(*) FROM message WHERE course_id = {course} AND kind = 'plan-to-approve' AND to_uid = 'tl.karla'") == [["1"]]
    page = karla.submit("approve-plan", {}, page=plan(karla, course))
    assert page.notices() == ["plan-approved"] and page.one("//p:plan").get("valid-from") == iso(0)
    assert c.state_of(stack, "intervention", intervention) == "ordered" and page.one("//p:course").get("state") == "active"


def test_two_people_in_one_plan(stack, mads):
    course = c.new_course(stack, state="planning", team=[("sofie.sb", "co-caseworker")])
    proposed(stack, course)
    sofie = c.person(stack, "sofie.sb")
    hers = plan(sofie, course)
    write(mads, course, own_words="Mads skrev")
    page = sofie.submit("plan", {"employment-goal": "Sofies mål", "own-words": "Sofie skrev"}, "save", page=hers)
    assert page.status == 409 and "Mads skrev" in page.text and "Sofie skrev" in page.text
    page = mads.submit("plan-next", {}, page=hers) if hers.all("//p:form[@name='plan-next']") else None
    assert page is None and rows(stack, course) == [("1", "draft")]


def test_two_versions_are_not_begun_at_once(stack, mads):
    course = c.new_course(stack, state="active")
    c.new_intervention(stack, course, c.new_plan(stack, course))
    page = plan(mads, course)
    pairs = mads.fill(page.form("plan-next"), {}, "plan-next")
    assert [mads.send(f"/plan/{course}/plan/next", pairs).status for _ in range(2)] == [303, 303]
    assert rows(stack, course) == [("1", "agreed"), ("2", "draft")]
    course = c.new_course(stack, state="paused")
    c.new_intervention(stack, course, c.new_plan(stack, course))
    assert not plan(mads, course).all("//p:form[@name='plan-next']"), "a paused course waits"


def test_a_plan_whose_interventions_all_wait_for_a_place(stack, mads):
    """It is agreed on all the same; the course goes on with the first that gets one."""
    full = c.new_course(stack, state="active")
    some = c.new_intervention(stack, full, c.new_plan(stack, full), state="ordered")
    stack.sql("INSERT INTO intervention (course_id, plan_id, catalogue_version_id, title, provider_uid, goal, state, starts_on, first_measurement_on, changed_by)"
              f" SELECT course_id, plan_id, 32, title, provider_uid, goal, state, starts_on, first_measurement_on, changed_by FROM intervention, seq_1_to_16 WHERE id = {some}")
    course = c.new_course(stack, state="planning")
    _, intervention = proposed(stack, course)
    stack.sql(f"UPDATE intervention SET catalogue_version_id = 32 WHERE id = {intervention}")
    page = answer(mads, course)
    stack.sql(f"UPDATE intervention SET state = 'withdrawn' WHERE course_id = {full}")
    assert page.notices() == ["plan-agreed-waits"] and page.one("//p:plan").get("state") == "agreed"
    assert (page.one("//p:course").get("state"), page.one("//p:course").get("waits-for")) == ("planning", "place")
    assert c.state_of(stack, "intervention", intervention) == "proposed"
    assert mads.get(f"/plan/{course}/my-plan").one("//p:help").get("waits") == "yes"
