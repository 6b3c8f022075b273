"""Finding a course, and who sees which."""

import urllib.parse

import pytest

import course as c


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


def names(page):
    return page.all("//p:list[@name='courses']/p:course/@name")


def test_own_and_shared_courses(stack, mads):
    own = c.new_course(stack, name="Ejet Afmads")
    shared = c.new_course(stack, caseworker="sofie.sb", team=[("mads.sb", "co-caseworker")], name="Delt Medmads")
    ended = c.new_course(stack, caseworker="sofie.sb", name="Slut Formads")
    stack.sql("INSERT INTO course_contact (course_id, uid, role, from_on, to_on, changed_by)"
              f" VALUES ({ended}, 'mads.sb', 'co-caseworker', CURRENT_DATE - INTERVAL 9 DAY, CURRENT_DATE, 'sofie.sb')")
    found = [row for course in (own, shared, ended) for row in mads.get(f"/plan?whose=mine&q={course}").all("//p:course/@id")]
    assert own in found and shared in found and ended not in found
    assert ended in mads.get(f"/plan?whose=all&q={ended}").all("//p:course/@id"), "he may see all of his department"


def test_a_search_opens_the_open_course_of_one_citizen(stack, mads):
    course = c.new_course(stack, state="active", name="Dobbelt Dorthe Dalsgaard")
    citizen = c.citizen_of(stack, course)[0]
    before = c.insert(stack, "INSERT INTO course (citizen_id, frame_id, department_id, caseworker_uid, state, opened_on, closed_on, changed_by)"
                      f" VALUES ({citizen}, 1, 'jobcenter', 'mads.sb', 'closed', CURRENT_DATE - INTERVAL 400 DAY, CURRENT_DATE - INTERVAL 300 DAY, 'mads.sb')")
    assert mads.send("/plan?q=dorthe+dalsgaard").headers["Location"].endswith(f"/plan/{course}")
    assert set(mads.get("/plan?q=dorthe+dalsgaard&state=any").all("//p:course/@id")) == {course, before}, "who asks for a state sees a list"
    c.new_course(stack, state="active", name="Enkelt Dorthe Dalsgaard")
    assert len(mads.get("/plan?q=dorthe+dalsgaard").all("//p:list/p:course")) == 3


def test_closed_courses_are_asked_for(stack, mads):
    closed = c.new_course(stack, state="closed")
    assert closed not in mads.get("/plan?sort=-opened&limit=200").all("//p:course/@id")
    assert closed in mads.get("/plan?sort=-opened&limit=200&state=closed").all("//p:course/@id")
    assert closed in mads.get("/plan?sort=-opened&limit=200&state=any").all("//p:course/@id")


def test_search(stack, mads):
    course = c.new_course(stack, caseworker="sofie.sb", name="Søren Æblegård")
    citizen, cpr, _ = c.citizen_of(stack, course)
    for q in ("æblegård", "Søren", cpr[:6], course, "#" + course):
        page = mads.get("/plan?limit=200&sort=-opened&q=" + urllib.parse.quote(q))
        row = page.one(f"//p:list[@name='courses']/p:course[@id='{course}']")
        assert (row.get("citizen-id"), row.get("cpr")) == (citizen, cpr[:6] + "-****")
    assert not names(mads.get("/plan?q=100%25")), "a sign of LIKE is just a sign"
    for form in ("find", "courses"):
        assert page.all(f"//p:form[@name='{form}']/p:field[@name='q']/p:value/text()") == ["#" + course]


def test_a_cpr_number_comes_into_no_address(stack, mads):
    course = c.new_course(stack, name="Nummer Talsen")
    citizen, cpr, _ = c.citizen_of(stack, course)
    for q in (cpr, f" {cpr[:6]}-{cpr[6:]} "):
        page = mads.submit("find", {"q": q}, page=mads.get("/plan"))
        assert page.status == 200 and page.url.endswith("/plan/" + course), q
    foreign = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6)
    for q in (c.citizen_of(stack, foreign)[1], "3112999999"):
        page = mads.submit("find", {"q": q}, page=mads.get("/plan"))
        assert page.status == 422 and page.errors() == {"q": "nobody-found"} and q not in page.url
        assert page.one("//p:form[@name='find']/p:field/p:value").text == q, "what was typed stays"
    assert not names(mads.get(f"/plan?q={cpr}")), "nor is it looked for where it stands in one"
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE, outcome = 'job' WHERE id = {course}")
    assert mads.submit("find", {"q": cpr}, page=mads.get("/plan")).url.endswith("/plan/" + course), "the only one, also closed"


@pytest.mark.parametrize("name, searches", [
    ("Åge Kjær Sørensen", ("aage", "Åge", "kjær", "kjaer", "soerensen", "SØREN", "sørensen åge", "Aage, Kjaer", "kjær sørensen", "jæ")),
    ("Aase Boelsmand", ("åse", "AASE", "bølsmand", "boels", "åse boels")),
    ("Ælfrida O'Hara-Ødum", ("aelfrida", "o'hara", "oedum", "hara-ød")),
])
def test_names_are_found_however_they_are_spelled(stack, mads, name, searches):
    course = c.new_course(stack, name=name.replace("'", "''"))
    for q in searches:
        assert course in mads.get("/plan?limit=200&q=" + urllib.parse.quote(q)).all("//p:list/p:course/@id"), q
    for q in ("soren", "bolsmand", name[::-1]):
        assert course not in mads.get("/plan?limit=200&q=" + urllib.parse.quote(q)).all("//p:list/p:course/@id"), q


def test_one_hit_is_opened(stack, mads):
    course = c.new_course(stack, name="Entydig Fundsen")
    citizen, cpr, _ = c.citizen_of(stack, course)
    mads.get("/plan")
    for q in ("entydig fund", cpr, course):
        page = mads.submit("find", {"q": q}, page=mads.get("/plan"))
        assert page.status == 200 and page.url.endswith("/plan/" + course), q
    c.new_course(stack, name="Entydig Fundsen")
    assert len(names(mads.get("/plan?q=entydig%20fund"))) == 2
    foreign = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6, name="Fremmed Fundsen")
    assert not names(mads.get("/plan?q=" + foreign)) and not names(mads.get("/plan?q=fremmed%20fundsen"))


def test_filters(stack, mads):
    late = c.new_course(stack, state="assessment", name="Sen Filtersen")
    stack.sql(f"INSERT INTO deadline (course_id, kind, due_on, changed_by) VALUES ({late}, 'follow-up', CURRENT_DATE - INTERVAL 9 DAY, 'mads.sb')")
    done = c.new_course(stack, name="Fri Filtersen")
    stack.sql("INSERT INTO deadline (course_id, kind, due_on, done_on, ended_as, changed_by)"
              f" VALUES ({done}, 'follow-up', CURRENT_DATE - INTERVAL 9 DAY, CURRENT_DATE, 'waived', 'mads.sb')")
    colleague = c.new_course(stack, caseworker="sofie.sb", state="planning", name="Kollega Filtersen")

    def found(query):
        return {row for row in mads.get("/plan?limit=200&q=filtersen&" + query).all("//p:list[@name='courses']/p:course/@id")} & {late, done, colleague}

    assert found("") == {late, done, colleague} and found("whose=mine") == {late, done}
    assert found("late=yes") == {late}
    assert found("caseworker=sofie.sb") == {colleague} and found("department=jobcenter") == {late, done, colleague}
    assert found("department=voksenhandicap") == set()
    assert found("waits=team") == {late, done} and found("waits=caseworker") == {colleague} and found("waits=provider") == set()
    assert found("waits=nonsense") == {late, done, colleague}


def test_the_list_says_what_the_course_says(stack):
    """The list's SQL and the head's rule agree on what is waited for, for all that the demo has."""
    karla = c.person(stack, "tl.karla")
    rows = karla.get("/plan?state=any&limit=40&sort=opened").all("//p:list[@name='courses']/p:course")
    rows += karla.get("/plan?limit=60&sort=-opened").all("//p:list[@name='courses']/p:course")
    seen = set()
    for row in {row.get("id"): row for row in rows}.values():
        head = karla.get("/plan/" + row.get("id")).one("//p:course[p:citizen]")
        assert head.get("waits-for") == row.get("waits-for"), row.get("id")
        seen.add(row.get("waits-for"))
    assert len(seen) >= 4


def test_searches_are_saved_without_names(stack, mads):
    page = mads.get("/plan?late=yes&whose=mine&sort=-opened")
    page = mads.submit("save-filter", {"name": "Mine sene"}, page=page)
    assert "filter-saved" in page.notices() and page.one("//p:list[@name='courses']").get("sort") == "-opened"
    saved = page.one("//p:saved/p:filter[@name='Mine sene']")
    assert saved.get("current") == "yes" and "late=yes" in saved.get("href") and not page.all("//p:form[@name='save-filter']")
    again = mads.submit("save-filter", {"name": "mine SENE"}, page=mads.get("/plan?late=yes"))
    assert again.status == 422 and again.errors() == {"name": "filter-known"}
    assert again.one("//p:form[@name='save-filter']/p:field[@name='name']/p:value").text == "mine SENE"
    assert not mads.get("/plan?late=yes&q=Anne").all("//p:form[@name='save-filter']"), "whom one searched for is never saved"
    page = mads.get("/plan?late=yes")
    for query in ("q=Anne", "late=yes&q=2503801714", "late=yes&name=x", "late=a b", "late"):
        refused = mads.submit("save-filter", {"name": "Ny", "query": query}, page=page)
        assert refused.status == 422 and refused.errors() == {"query": "filter-query"}, query
    assert mads.submit("save-filter", {"name": "250380-1714"}, page=page).errors() == {"name": "filter-number"}
    assert not c.person(stack, "sofie.sb").get("/plan").all("//p:saved/p:filter")
    other = c.person(stack, "sofie.sb")
    token = other.get("/").one("//p:form[@name = 'sign-out']/p:token").text
    other.send(f"/plan/filters/{saved.get('id')}/remove", [("token", token), ("once", "c" * 32)])
    page = mads.get("/plan")
    assert page.all("//p:saved/p:filter[@name='Mine sene']"), "one's own only"
    form = page.one("//p:saved/p:filter[@name='Mine sene']/p:form")
    mads.send(form.get("action"), mads.fill(form, {}))
    assert not mads.get("/plan").all("//p:saved/p:filter[@name='Mine sene']")


def test_deputies_find_the_courses_in_their_list(stack, mads):
    course = c.new_course(stack, "active", caseworker="lis.sb", department="voksenhandicap", frame=6, name="Vikar Findesen")
    day = "DATE(UTC_TIMESTAMP() + INTERVAL IF(MONTH(UTC_TIMESTAMP()) BETWEEN 4 AND 10, 2, 1) HOUR)"
    absence = c.insert(stack, f"INSERT INTO staff_absence (uid, deputy_uid, from_on, to_on, changed_by) VALUES ('lis.sb', 'mads.sb', {day}, {day}, 'lis.sb')")
    try:
        row = mads.get("/plan?whose=mine&sort=-opened&limit=200").one(f"//p:course[@id='{course}']")
        assert row.get("deputy") == "yes" and row.get("department") == "Voksenhandicap"
    finally:
        stack.sql(f"DELETE FROM staff_absence WHERE id = {absence}")
    assert course not in mads.get("/plan?whose=mine&sort=-opened&limit=200").all("//p:course/@id")


def test_a_list_is_logged_for_each_citizen(stack, mads):
    course = c.new_course(stack)
    citizen = c.citizen_of(stack, course)[0]
    mads.get("/plan?sort=name&q=" + course)
    assert stack.sql(f"SELECT grade, action FROM access_log WHERE citizen_id = {citizen} AND uid = 'mads.sb'") == [["list", "show"]]


def test_sorting_and_paging(stack, mads):
    for _ in range(3):
        c.new_course(stack)
    up, down = names(mads.get("/plan?sort=opened&limit=200")), mads.get("/plan?sort=-opened&limit=200")
    assert len(up) == len(names(down)) and down.one("//p:list[@name='courses']").get("sort") == "-opened"
    first, second = names(mads.get("/plan?sort=opened&limit=2")), names(mads.get("/plan?sort=opened&limit=2&offset=2"))
    assert first + second == up[:4]
    assert mads.get("/plan?sort=nonsense").one("//p:list[@name='courses']").get("sort") == "deadline"


def test_the_team_sees_its_courses_alone(stack):
    mine = c.new_course(stack, team=[("psy.eva", "psychologist")])
    other = c.new_course(stack)
    eva = c.person(stack, "psy.eva")
    for path in ("/plan?sort=-opened&limit=200", "/plan?sort=-opened&limit=200&whose=all", f"/plan?q={other}"):
        found = eva.get(path).all("//p:course/@id")
        assert other not in found
    assert mine in eva.get("/plan?sort=-opened&limit=200").all("//p:course/@id")
    assert eva.send("/plan/" + mine).status == 200 and eva.send("/plan/" + other).status == 403


def test_providers_find_their_interventions(stack):
    course = c.new_course(stack, state="active")
    plan = c.new_plan(stack, course)
    ordered = c.new_intervention(stack, course, plan, state="ordered")
    proposed = c.new_intervention(stack, course, plan, state="proposed")
    bent = c.person(stack, "vh.bent")
    for path in ("/plan?sort=-opened&limit=200", "/plan/interventions?limit=200"):
        page = bent.get(path)
        assert page.one(f"//p:list[@name='interventions']/p:intervention[@id='{ordered}']").get("waits") == "acceptance"
        assert not page.all(f"//p:intervention[@id='{proposed}']") and not page.all("//p:list[@name='courses']")


def test_others_find_nothing(stack):
    for uid in ("it.bo", "eval.ane"):
        assert c.person(stack, uid).send("/plan").status == 403
    assert c.person(stack, "mads.sb").send("/plan/interventions").status == 403


def test_the_team_leader_sees_the_teams(stack):
    course = c.new_course(stack, caseworker="sofie.sb")
    assert course in c.person(stack, "tl.karla").get("/plan?sort=-opened&limit=200").all("//p:course/@id")


def test_overview(stack, mads):
    page = mads.get("/plan/4")
    course = page.one("//p:course")
    assert course.get("state") == "active" and course.get("employment-goal") and course.get("frame")
    assert page.one("//p:course/p:citizen").get("cpr") == "221185-2020"
    assert len(page.all("//p:intervention[@x]")) == 3 and page.all("//p:timeline/p:month")
    assert page.all("//p:steps/p:step[@state='current']/@name") == ["running"]
    assert page.all("//p:tabs/p:item[@current]/@name") == ["overview"]
    html = mads.html("/plan/4")
    assert html.status == 200 and len(html.body) < 20_000


def test_protected_and_dead_citizens_are_marked(stack):
    sofie = c.person(stack, "sofie.sb")
    assert sofie.get("/plan/6").one("//p:course/p:citizen").get("protected") == "yes"
    assert sofie.get("/plan/13").one("//p:course/p:citizen").get("died-on")
    assert sofie.get("/plan?q=Ida&sort=name").one("//p:course[@id='6']").get("protected") == "yes"


def test_missing_and_foreign_courses_look_the_same(stack, mads):
    foreign = c.new_course(stack, caseworker="lis.sb", department="voksenhandicap", frame=6)
    there, gone = mads.send("/plan/" + foreign), mads.send("/plan/99999999")
    assert there.status == gone.status == 403
    assert there.one("//p:error").get("key") == gone.one("//p:error").get("key")


def test_the_way_to_the_citizen(stack):
    course = c.new_course(stack)
    citizen, _, name = c.citizen_of(stack, course)
    mads = c.person(stack, "mads.sb")
    page = mads.get(f"/plan/{course}/background/work")
    items = page.all("//p:breadcrumbs/p:item")
    assert [(i.get("name"), i.text) for i in items] == [("courses", None), (None, name), ("background", None)]
    for href in (items[1].get("href"), page.one("//p:course/p:citizen").get("href")):
        assert href.endswith(f"/citizens/{citizen}") and mads.get(href).status == 200
