"""Measurements: who sees which value when; and the history, which shows none."""

import pytest

import course as c
import walk


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def bent(stack):
    return c.person(stack, "vh.bent")


@pytest.fixture
def running(stack):
    """(course, intervention) that vh.bent runs."""
    course = c.new_course(stack, state="active")
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course))
    measured_by(stack, course, intervention)
    return course, intervention


QUESTION = "13"


def measured_by(stack, course, intervention, question=QUESTION):
    stack.sql("INSERT IGNORE INTO progress_goal (course_id, intervention_id, question_id, chosen_on, changed_by)"
              f" VALUES ({course}, {intervention}, {question}, CURRENT_DATE, 'vh.bent')")


def measure(client, intervention, question=QUESTION, **fields):
    """By its provider."""
    client.get(f"/plan/interventions/{intervention}/measure")
    return client.submit("measurement", {f"{k.replace('_', '-')}-{question}": v for k, v in fields.items()})


def citizen_measures(stack, course, intervention, value, nth=1, days_ago=0, comment="NULL"):
    stack.sql("INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, comment, measured_at, changed_by)"
              f" VALUES ({course}, {intervention}, {QUESTION}, {nth}, 'citizen', {value}, {comment}, UTC_TIMESTAMP() - INTERVAL {days_ago} DAY, 'citizen')")


def line(page, by):
    return page.all(f"//p:progress/p:line[@by='{by}']/p:point/@value")


def pages(stack, client, course):
    """The progression now, as of now, and the history."""
    return [client.get(path) for path in (f"/plan/{course}/progression", f"/plan/{course}/progression?as-of={c.now(stack)}", f"/plan/{course}/history")]


def test_nobody_sees_the_providers_value_early(stack, mads, bent, running):
    course, intervention = running
    page = measure(bent, intervention, value="7", comment="HEMMELIG ENDNU")
    assert page.one("//p:given").get("closed") == "yes"
    page = bent.get(f"/plan/{course}/progression")
    own = page.one("//p:own-value")
    assert own.get("value") == "7" and page.one("//p:progress").get("waits") == "citizen" and not page.all("//p:chart")
    for page in pages(stack, mads, course):
        assert page.status == 200 and "HEMMELIG ENDNU" not in page.text and not page.all("//@value[. = '7']"), page.url
    citizen_measures(stack, course, intervention, 4)
    page = mads.get(f"/plan/{course}/progression")
    assert (line(page, "provider"), line(page, "citizen")) == (["7"], ["4"]) and "HEMMELIG ENDNU" in page.text
    assert page.one("//p:chart/p:series[@name='citizen']/p:point").get("value") == "4"


def test_the_provider_does_not_see_the_citizens_value_early(stack, bent, running):
    course, intervention = running
    citizen_measures(stack, course, intervention, 9, comment="'KUN MIN'")
    at = c.now(stack)
    for path in (f"/plan/{course}/progression", f"/plan/{course}/progression?as-of={at}", f"/plan/{course}/progression?as-of={at[:10]}"):
        page = bent.get(path)
        assert page.one("//p:progress").get("waits") == "provider", path
        assert "KUN MIN" not in page.text and not page.all("//@value[. = '9' and not(ancestor::p:form)]"), path
    assert measure(bent, intervention, value="5").status == 200
    page = bent.get(f"/plan/{course}/progression")
    assert (line(page, "citizen"), line(page, "provider")) == (["9"], ["5"])


@pytest.mark.parametrize("days_ago, shown", [(6, []), (7, ["8"])])
def test_after_a_week_it_is_shown(stack, mads, running, days_ago, shown):
    course, intervention = running
    citizen_measures(stack, course, intervention, 8, days_ago=days_ago)
    page = mads.get(f"/plan/{course}/progression")
    assert line(page, "citizen") == shown
    if shown:
        assert page.one("//p:series[@name='provider']/p:point").get("missing") == "yes"


def test_rounds_pair_by_date(stack, mads, bent, running):
    course, intervention = running
    stack.sql(f"UPDATE intervention SET starts_on = CURRENT_DATE - INTERVAL 40 DAY, first_measurement_on = CURRENT_DATE - INTERVAL 31 DAY WHERE id = {intervention}")
    citizen_measures(stack, course, intervention, 3, 1, days_ago=30)
    citizen_measures(stack, course, intervention, 5, 2)
    measure(bent, intervention, value="6")
    page = bent.get(f"/plan/{course}/progression")
    assert (line(page, "citizen"), line(page, "provider")) == (["3", "5"], ["6"]), "today is of the second round"
    assert stack.sql(f"SELECT round, value FROM measurement WHERE course_id = {course} AND measured_by = 'provider'") == [["2", "6"]]
    page = mads.get(f"/plan/{course}/progression")
    assert page.all("//p:series[@name='citizen']/p:line") and len(page.all("//p:chart/p:tick")) == 2
    html = mads.html(f"/plan/{course}/progression").text
    assert "<svg" in html and "<title" in html and "<desc" in html and "<table" in html


def test_not_possible_is_a_measurement(stack, mads, bent, running):
    course, intervention = running
    page = measure(bent, intervention)
    assert (page.status, page.errors()) == (422, {"value-13": "value-or-reason"})
    page = measure(bent, intervention, value="4", not_possible="Udeblev")
    assert page.errors() == {"not-possible-13": "value-given"}
    page = measure(bent, intervention, not_possible="Udeblev i måleugen")
    assert page.one("//p:given").get("not-possible") == "Udeblev i måleugen"
    citizen_measures(stack, course, intervention, 4)
    page = mads.get(f"/plan/{course}/progression")
    assert page.one("//p:line[@by='provider']/p:point").get("not-possible") == "Udeblev i måleugen"
    point = page.one("//p:series[@name='provider']/p:point")
    assert (point.get("missing"), point.get("impossible"), point.get("above")) == ("yes", "yes", "yes"), "its words stand over the axis"
    latest = page.one(f"//p:latest[@intervention='{intervention}']/p:of")
    assert (latest.get("provider-impossible"), latest.get("citizen"), latest.get("citizen-impossible")) == ("yes", "4", None)
    assert bent.get(f"/plan/interventions/{intervention}/measure").one("//p:given").get("closed") is None, "both have measured"


def test_home_leads_to_the_intervention_that_is_due(stack, bent, running):
    course, first = running
    plan = stack.sql(f"SELECT plan_id FROM intervention WHERE id = {first}")[0][0]
    second = c.new_intervention(stack, course, plan, title="Anden indsats")
    hrefs = bent.get("/").all("//p:worklist/p:item[@kind='measurement']/@href")
    assert any(href.endswith(f"/plan/interventions/{first}/measure") for href in hrefs)
    assert any(href.endswith(f"/plan/interventions/{second}/goals") for href in hrefs), "there is no goal yet"


@pytest.mark.parametrize("fields, errors", [
    ({"value": "11"}, {"value-13": "out-of-range"}),
    ({"value": "-1"}, {"value-13": "out-of-range"}),
    ({"value": "4,5"}, {"value-13": "not-a-number"}),
    ({"value": "4", "comment": "x" * 2001}, {"comment-13": "too-long"}),
])
def test_measurements_that_cannot_be(stack, bent, running, fields, errors):
    page = measure(bent, running[1], **fields)
    assert (page.status, page.errors()) == (422, errors)
    assert stack.sql(f"SELECT COUNT(*) FROM measurement WHERE course_id = {running[0]}") == [["0"]]


def test_the_code_is_shown_once_to_its_issuer(stack, mads, bent, running):
    course, intervention = running
    page = measure(bent, intervention, value="4")
    code = page.one("//p:access-code").get("code")
    assert not bent.get(f"/plan/interventions/{intervention}/measure").all("//p:access-code")
    mads.get(f"/plan/{course}/progression")
    page = mads.submit("citizen-code")
    newer = page.one("//p:access-code").get("code")
    assert newer != code and not bent.get(f"/plan/{course}/progression").all("//p:access-code")
    rows = stack.sql(f"SELECT revoked_at IS NULL, shown_once FROM access_code WHERE intervention_id = {intervention} ORDER BY id")
    assert rows == [["0", None], ["1", None]], "the old one ended, neither stands anywhere in plain"


def test_the_citizen_answers_with_the_code(stack, mads, bent, running):
    course, intervention = running
    citizen, cpr, _ = c.citizen_of(stack, course)
    code = measure(bent, intervention, value="4").one("//p:access-code").get("code")
    visitor = walk.open_by_code(stack.urls[0], code, walk.birth_date(cpr))
    form = visitor.page.form("measurement")
    names = [field.get("name") for field in form.findall("{*}field") if field.get("name").startswith("value-")]
    page = visitor.submit("measurement", {name: "6" for name in names})
    assert page.all("//p:answered"), page.text
    page = mads.get(f"/plan/{course}/progression")
    assert (line(page, "citizen"), line(page, "provider")) == (["6"], ["4"])


def test_providers_see_their_own_intervention_alone(stack, bent, running):
    course, intervention = running
    plan = stack.sql(f"SELECT plan_id FROM intervention WHERE id = {intervention}")[0][0]
    other = c.new_intervention(stack, course, plan, provider="vk.ole", title="Praktik hos Ole")
    ole = c.person(stack, "vk.ole")
    measured_by(stack, course, other)
    measure(ole, other, value="2", comment="Fra Ole")
    citizen_measures(stack, course, other, 3)
    for path in (f"/plan/{course}/progression", f"/plan/{course}/progression?intervention={other}"):
        page = bent.get(path)
        assert page.all("//p:course/p:intervention/@id") == [intervention]
        assert "Ole" not in page.text and not page.all("//p:course/p:tabs") and not page.all("//p:citizen/@cpr"), path
    page = ole.get(f"/plan/{course}/progression")
    assert page.all("//p:course/p:intervention/@id") == [other] and line(page, "provider") == ["2"]


def test_only_the_provider_measures(stack, mads, bent, running):
    course, intervention = running
    path = f"/plan/interventions/{intervention}/measure"
    page = mads.get(path)
    assert not page.all("//p:form[@name='measurement']") and not page.all("//p:given")
    assert mads.get(f"/plan/{course}/progression").all("//p:form[@name='citizen-code']")
    token = mads.page.one("//p:user/p:form/p:token").text
    assert mads.send(path, {"token": token, "goals": QUESTION, "value-13": "4"}).status == 403
    pia = c.person(stack, "fys.pia")
    token = pia.get("/plan").one("//p:user/p:form/p:token").text
    assert pia.send(path, {"token": token, "goals": QUESTION, "value-13": "4"}).status == 403
    assert stack.sql(f"SELECT COUNT(*) FROM measurement WHERE course_id = {course}") == [["0"]]


# History

def test_history_tells_who_and_what(stack, mads, bent, running):
    course, intervention = running
    mads.get(f"/plan/{course}/contacts")
    mads.submit("contact", {"staff": "bf.tina", "role": "adviser"})
    mads.get(f"/plan/{course}/background/work")
    mads.submit("work", {"occupation": "Bager"})
    measure(bent, intervention, value="4")
    page = mads.get(f"/plan/{course}/history?limit=200")
    events = {(e.get("what"), e.get("change"), e.get("by"), e.get("object") or e.get("key")) for e in page.all("//p:event")}
    assert events >= {("contact", "created", "mads.sb", "Tina Familie"), ("background", "created", "mads.sb", "work.occupation"),
                      ("measurement", "created", "vh.bent", "Mentorstøtte"), ("plan", "created", "mads.sb", "1")}
    assert page.all("//p:event/@at") == sorted(page.all("//p:event/@at"), reverse=True)
    assert mads.get(f"/plan/{course}/history?limit=2").one("//p:list").get("total") == str(len(page.all("//p:event")))


def test_history_follows_the_order_of_events(stack, mads):
    course = c.new_course(stack, team=[("psy.eva", "psychologist")])
    mads.get(f"/plan/{course}/background/work")
    mads.submit("work", {"occupation": "Bager"})
    stack.sql(f"SET timestamp = UNIX_TIMESTAMP() + 1; UPDATE course SET state = 'conference-ready', changed_by = 'mads.sb' WHERE id = {course};"
              " INSERT INTO professional_note (course_id, uid, profession, limitation, state, signed_at, changed_by)"
              f" VALUES ({course}, 'mads.sb', 'caseworker', 'Ryg', 'signed', UTC_TIMESTAMP(), 'mads.sb')")
    wanted = [("course", "created"), ("contact", "created"), ("background", "created"), ("note", "created"), ("course", "changed")]
    for sort, order in (("at", wanted), ("-at", wanted[::-1])):
        page = mads.get(f"/plan/{course}/history?sort={sort}")
        assert [(e.get("what"), e.get("change")) for e in page.all("//p:event")] == order


def test_the_case_as_it_was(stack, mads):
    course = c.new_course(stack)
    path = f"/plan/{course}/background/work"
    mads.get(path)
    mads.submit("work", {"occupation": "Bager"})
    event = mads.get(f"/plan/{course}/history").one("//p:event[@what='background']")
    stack.sql("DO SLEEP(1.1)")
    mads.get(path)
    mads.submit("work", {"occupation": "Konditor"})
    page = mads.get(event.get("href"))
    assert page.one("//p:entry").findtext("{*}value") == "Bager" and page.one("/p:page").get("as-of") == event.get("seen")
    assert not page.all("//p:content//p:form") and all("as-of=" in href for href in page.all("//p:tabs/p:item/@href"))
    assert mads.get(path).one("//p:entry").findtext("{*}value") == "Konditor"
    then = mads.get(f"/plan/{course}/history?as-of={event.get('seen')}")
    assert len(then.all("//p:event[@what='background']")) == 1, "the past does not know what came"
    assert mads.send(f"/plan/{course}?as-of=2020-01-01").status == 404, "there was no such course"
    assert mads.send(f"/plan/{course}?as-of=2099-01-01").status == 400, "no server knows that moment"
