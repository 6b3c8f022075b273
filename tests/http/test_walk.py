"""The whole walk, from sign-in to the first measurement, by the pages' XML alone."""

import datetime

import pytest

import walk
from walk import TODAY, danish


def days(n):
    return danish(TODAY + datetime.timedelta(days=n))


TEAM = [("psy.eva", "psychologist"), ("fys.pia", "physiotherapist"), ("spl.nils", "nurse")]


@pytest.fixture
def mads(sign_in):
    return sign_in("mads.sb")


def test_walk(stack, base_url, sign_in, mads):
    page = mads.get("/")
    assert page.all("/p:page/p:user") and page.all("/p:page/p:navigation/p:item") and page.all("//p:worklist")

    # Register, issue, answer.
    cpr = walk.new_cpr(stack)
    citizen = walk.register(mads, cpr)
    screening, code = walk.issue(mads, citizen)
    assert not mads.get("/screening/" + screening).all("//p:content//@code[string-length(.) > 8]"), "the code is shown once"
    visitor = walk.open_by_code(base_url, code, walk.birth_date(cpr))
    page = walk.answer(visitor, walk.karens_answers())
    assert not page.all("//p:form[@name='questionnaire']")

    # Triage.
    assert screening in mads.get("/triage?limit=200").all("//p:list//@screening | //p:list/*/@id")
    page = mads.get("/triage/" + screening)
    tally = page.one("//p:tally")
    assert (tally.get("red"), tally.get("yellow"), tally.get("green"), tally.get("indicates")) == ("10", "3", "11", "aktivitetsparat")
    assert "10 røde og 3 gule risikodimensioner, hvilket indikerer at borgeren er aktivitetsparat." in page.text
    dimensions = page.all("//p:dimension")
    assert len(dimensions) == 24 and all(d.get("level") in ("red", "yellow", "green") for d in dimensions)
    assert all(d.get("why") or d.findtext("{*}why") for d in dimensions)
    page = mads.submit("assessment", {"decision": "jobparat", "reason": "for kort"})
    assert page.status == 422 and "reason" in page.errors()
    page = walk.assess(mads, screening)
    course = page.one("//p:course[@id]")
    assert course.get("state") == "assessment"
    course = course.get("id")
    tab = f"/plan/{course}"

    # A caseworker of another department sees none of it, and each refusal is logged.
    lis = sign_in("lis.sb")
    paths = ["/citizens/" + citizen, "/screening/" + screening, "/triage/" + screening, tab] + [
        f"{tab}/{name}" for name in ("contacts", "background", "background/work", "notes", "focus-areas", "conference", "plan",
                                     "interventions", "progression", "history")]
    for path in paths:
        assert lis.send(path).status == 403, path
    refused = stack.sql(f"SELECT COUNT(*) FROM access_log WHERE uid = 'lis.sb' AND action = 'refuse' AND citizen_id = {citizen}")
    assert int(refused[0][0]) == len(paths)

    # Team.
    nils = sign_in("spl.nils")
    assert nils.send(tab).status == 403
    for uid, role in TEAM:
        mads.get(tab + "/contacts")
        page = mads.submit("contact", {"staff": uid, "role": role})
        assert page.status == 200, page.text
        assert page.all(f"//p:contact[@uid='{uid}' or @staff='{uid}'][@role='{role}']")
    assert nils.send(tab).status == 200

    # Background.
    page = mads.get(tab + "/background/work")
    fields = [f.get("name") for f in page.form("work").findall("p:field", {"p": "urn:samspil:page:1"})]
    values = {name: value for name, value in {"occupation": "Lagermedarbejder", "employer": "Eksempel Lager ApS"}.items() if name in fields}
    assert values, fields
    page = mads.submit("work", values)
    assert page.status == 200, page.text
    assert "Lagermedarbejder" in page.text
    stored = stack.sql(f"SELECT value, source, told_on FROM background_value WHERE course_id = {course} AND field = 'occupation'")
    assert stored and all(stored[0])

    # Notes: a draft is its author's, a signed one is the team's.
    nils.get(tab + "/notes")
    nils.submit("professional-note", {"limitation": "Udkast om maven"}, submit="draft")
    assert "Udkast om maven" not in mads.get(tab + "/notes").text
    for uid, profession in [*TEAM, ("mads.sb", "caseworker")]:
        person = sign_in(uid)
        person.get(tab + "/notes")
        page = person.submit("professional-note", {"limitation": f"Begrænsning set af {profession}", "suggestion": "Gradvis træning"}, submit="sign")
        assert page.status == 200, page.text
        assert page.all(f"//p:professional-note[@profession='{profession}'][@state='signed']")
    page = mads.get(tab + "/notes")
    assert {"caseworker", "psychologist", "physiotherapist", "nurse"} == set(page.all("//p:professional-note[@state='signed']/@profession"))

    # Focus areas: the golden rows.
    for component, kind, code_, description in (
            ("function", "barrier", "FB525", "perioder med hyppige diarre og større vægttab"),
            ("function", "barrier", "fb28013", "konstante smerter i lænde- og brystryg"),
            ("function", "barrier", "FB160", "handle- og tankestrategier passer ikke til funktionsevnen")):
        mads.get(tab + "/focus-areas")
        page = mads.submit("focus-area", {"component": component, "kind": kind, "icf-code": code_, "description": description,
                                          "suggestion": "Yderligere undersøgelse"})
        assert page.status == 200, page.text
        assert page.all(f"//p:focus-area[@icf-code='{code_.upper()}'][@kind='barrier']")
    areas = page.all("//p:focus-area/@id")

    # Conference.
    mads.get(tab + "/conference")
    page = mads.submit("conference", {"held-on": danish(TODAY), "citizen-present": "yes", "citizens-words": "Jeg vil gerne i gang igen",
                                      "conclusion": "Træning, smertehåndtering og kontakt til læge"})
    assert page.status == 200, page.text
    assert mads.get(tab).one("//p:course[@id]").get("state") == "planning"

    # Plan: two parallel interventions, agreed.
    for title, provider in (("Rygtræning", "fys.pia"), ("Mentor", "vh.bent")):
        page = mads.get(tab + "/interventions")
        page = mads.submit("intervention", {"title": title, "provider": provider, "goal": "Kan arbejde 20 timer om ugen",
                                            "starts-on": danish(TODAY), "first-measurement-on": days(14), "focus-area": areas[0]})
        assert page.status == 200, page.text
    assert len(page.all("//p:intervention[@id]")) >= 2
    mads.get(tab + "/plan")
    page = mads.submit("agreement", {"agreement": "agreed", "agreed-on": danish(TODAY), "agreed-how": "meeting"})
    assert page.status == 200, page.text
    assert page.all("//p:plan[@version='1'][@state='agreed']")
    assert mads.get(tab).one("//p:course[@id]").get("state") == "active"

    # The provider, who does not know the course.
    intervention = stack.sql(f"SELECT id FROM intervention WHERE course_id = {course} AND provider_uid = 'vh.bent'")[0][0]
    bent = sign_in("vh.bent")
    assert bent.send(tab).status == 403
    page = bent.get("/plan/interventions/" + intervention)
    assert page.one("//p:intervention[@id]").get("state") == "ordered"
    assert "Begrænsning set af" not in page.text
    page = bent.submit("accept")
    assert page.one("//p:intervention[@id]").get("state") == "accepted"
    started = {"started-on": danish(TODAY)} if page.all("//p:form[@name='start']/p:field[@name='started-on']") else {}
    page = bent.submit("start", started)
    assert page.one("//p:intervention[@id]").get("state") == "running"

    # Measure: provider and citizen apart, both lines once both are in.
    bent.get(f"/plan/interventions/{intervention}/goals")
    question = walk.first_choice(bent.page, "goals-choose", "questions")
    page = bent.submit("goals-choose", {"questions": question})
    page = bent.submit("measurement", {f"value-{question}": "4", f"comment-{question}": "Kommer hver gang"})
    assert page.status == 200, page.text
    citizens_code = page.one("//p:access-code").get("code")
    page = mads.get(tab + "/progression")
    assert not page.all("//p:line/p:point[@value]") and "Kommer hver gang" not in page.text
    visitor = walk.open_by_code(base_url, citizens_code, walk.birth_date(cpr))
    scales = visitor.page.all("//p:form[@name='measurement']/p:field[@type='scale']/@name")
    page = visitor.submit("measurement", {name: "7" for name in scales})
    assert page.all("//p:answered"), page.text
    page = mads.get(tab + "/progression")
    assert page.all("//p:line[@by='provider']/p:point/@value") == ["4"]
    assert page.all("//p:line[@by='citizen']/p:point/@value") == ["7"]
    html = mads.html(tab + "/progression").text
    assert "<svg" in html and "<title" in html.split("<svg", 1)[1]

    # History, and the case as it was.
    page = mads.get(tab + "/history")
    events = page.all("//p:event")
    assert len(events) >= 10 and all(e.get("at") and e.get("by") for e in events)
    yesterday = (TODAY - datetime.timedelta(days=1)).isoformat()
    page = mads.send(f"{tab}/focus-areas?as-of={yesterday}")
    assert page.status in (200, 404) and "FB525" not in page.text
    now = mads.get(f"{tab}/focus-areas?as-of={TODAY.isoformat()}")
    assert now.status == 200 and len(now.all("//p:focus-area[@icf-code]")) == 3
    assert not now.all("//p:form[@name='focus-area']"), "the past cannot be changed"

    # Every page that showed the citizen is in the access log.
    shown = {row[0] for row in stack.sql(f"SELECT DISTINCT route FROM access_log WHERE uid = 'mads.sb' AND citizen_id = {citizen} AND action = 'show'")}
    assert {"/citizens/:id", "/screening/:id", "/triage/:id", "/plan/:id", "/plan/:id/notes", "/plan/:id/history"} <= shown


def test_double_click_makes_one_row(stack, base_url, mads):
    citizen, course, _ = walk.course_at_the_conference(stack, base_url, mads)
    page = mads.get(f"/plan/{course}/focus-areas")
    form = page.form("focus-area")
    pairs = mads.fill(form, {"component": "function", "kind": "barrier", "icf-code": "FB160", "description": "to klik"})
    first, second = mads.send(form.get("action"), pairs), mads.send(form.get("action"), pairs)
    assert (first.status, second.status) == (303, 303) and first.headers["Location"] == second.headers["Location"]
    assert stack.sql(f"SELECT COUNT(*) FROM focus_area WHERE course_id = {course}") == [["1"]]
    assert citizen


def test_csrf_and_session(stack, base_url, mads):
    page = mads.get("/citizens")
    form = page.form("citizen")
    pairs = dict(mads.fill(form, {"cpr": walk.new_cpr(stack), "name": "Falsk", "benefit-type": "kontanthjaelp"}))
    for change in ({"token": ""}, {"token": "0" * 64}):
        assert mads.send(form.get("action"), {**pairs, **change}).status == 403
    assert mads.send(form.get("action"), pairs, headers={"Origin": "https://evil.example"}).status == 403
    assert mads.send(form.get("action"), pairs, headers={"Sec-Fetch-Site": "cross-site"}).status == 403
    assert stack.sql("SELECT COUNT(*) FROM citizen WHERE name = 'Falsk'") == [["0"]]
