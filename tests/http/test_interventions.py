"""Interventions: proposed, ordered where there is a place, and given to another provider."""

import datetime

import pytest

import course as c
from walk import TODAY, danish


def day(n):
    return danish(TODAY + datetime.timedelta(days=n))


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def sofie(stack):
    return c.person(stack, "sofie.sb")


@pytest.fixture(scope="module")
def bent(stack):
    return c.person(stack, "vh.bent")


NUMBER = iter(range(1, 1000))


def new_entry(stack, capacity, title=None, provider="vh.bent"):
    """A published version of an entry of its own: (version, entry)."""
    title = title or f"Køforløb {next(NUMBER)}"
    entry = c.insert(stack, "INSERT INTO catalogue_entry (department_id) VALUES ('voksenhandicap')")
    version = c.insert(stack, "INSERT INTO catalogue_version (entry_id, version, state, title, kind, tracks, capacity, usual_weeks, price, price_per, goal,"
                       f" published_at) VALUES ({entry}, 1, 'published', '{title}', 'social', 'social', {capacity}, 8, 100, 'week', 'Kommer af sted',"
                       " CURRENT_TIMESTAMP)")
    stack.sql(f"INSERT INTO catalogue_provider (entry_id, uid) VALUES ({entry}, '{provider}')")
    return version, entry


def proposed(stack, version, caseworker="mads.sb", state="planning", plan="agreed"):
    """A course with an intervention of that version, proposed in a plan that is agreed on: (course, intervention)."""
    course = c.new_course(stack, state=state, caseworker=caseworker)
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course, state=plan), state="proposed")
    stack.sql(f"UPDATE intervention SET catalogue_version_id = {version} WHERE id = {intervention}")
    return course, intervention


def row(page, intervention):
    return page.one(f"//p:intervention[@id='{intervention}']")


def order(client, course, intervention):
    client.get(f"/plan/{course}/interventions")
    return client.submit("order-intervention", {}, "order")


def states(stack, *interventions):
    return [c.state_of(stack, "intervention", i) for i in interventions]


def messages(stack, course, kind):
    return [r[0] for r in stack.sql(f"SELECT to_uid FROM message WHERE course_id = {course} AND kind = '{kind}' ORDER BY id")]


# From the catalogue

def test_it_begins_with_what_the_catalogue_says(stack, mads):
    version, _ = new_entry(stack, 3, title="Særligt sporforløb")
    course = c.new_course(stack, state="planning")
    page = mads.get(f"/plan/{course}/interventions?q=s%C3%A6rligt+spor")
    offer = page.one("//p:offers/p:catalogue-entry")
    assert (offer.get("version"), offer.get("free"), offer.get("waiting")) == (version, "3", None)
    page = mads.get(offer.get("choose").split("#")[0])
    value = lambda name: "".join(page.all(f"//p:form[@name='intervention']/p:field[@name='{name}']/p:value/text()"))
    assert [value(n) for n in ("title", "provider", "kind", "track", "goal", "price", "price-per")] == \
        ["Særligt sporforløb", "vh.bent", "social", "social", "Kommer af sted", "100,00", "week"]
    starts, ends = value("starts-on"), value("ends-on")
    assert (datetime.date.fromisoformat(ends) - datetime.date.fromisoformat(starts)).days == 8 * 7 - 1
    page = mads.submit("intervention", {"facts": "Har hund", "hours-week": "2,5", "place": "Hjemme", "is-company-offer": "yes"})
    assert page.notices() == ["intervention-added"], page.errors()
    is_now = stack.sql("SELECT catalogue_version_id, kind, track, hours_week, place, price, price_per, is_offer, is_company_offer, facts FROM intervention"
                       f" WHERE course_id = {course}")[0]
    assert is_now == [version, "social", "social", "2.5", "Hjemme", "100.00", "week", "1", "1", "Har hund"]


@pytest.mark.parametrize("fields, errors", [
    ({"starts-on": day(-31)}, {"starts-on": "before-course-opened"}),
    ({"hours-week": "0"}, {"hours-week": "more-than-none"}),
    ({"hours-week": "61"}, {"hours-week": "too-large-number"}),
    ({"price": "100"}, {"price-per": "required"}),
    ({"price-per": "week"}, {"price": "required"}),
    ({"track": "nowhere"}, {"track": "unknown-choice"}),
    ({"starts-on": day(-2)}, {"starts-on": "before-plan"}),
    ({"price": "395,005", "price-per": "hour"}, {"price": "two-decimals"}),
    ({"hours-week": "7,55"}, {"hours-week": "one-decimal"}),
    ({"ends-on": day(91)}, {"ends-on": "after-plan"}),
])
def test_what_cannot_be_proposed(stack, mads, fields, errors):
    course = c.new_course(stack, state="planning")
    plan = c.new_plan(stack, course, state="draft")
    stack.sql(f"UPDATE plan SET valid_from = CURRENT_DATE - INTERVAL 1 DAY, valid_to = CURRENT_DATE + INTERVAL 90 DAY WHERE id = {plan}")
    mads.get(f"/plan/{course}/interventions")
    page = mads.submit("intervention", {"title": "Træning", "provider": "vh.bent", "goal": "Går", "starts-on": day(0), "ends-on": day(30),
                                        "first-measurement-on": day(14), "place": "Hallen", **fields})
    assert page.status == 422 and list(page.errors()) == list(errors), page.errors()
    assert page.all("//p:field[@name='place']/p:value/text()") == ["Hallen"], "what was typed stays"
    assert stack.sql(f"SELECT COUNT(*) FROM intervention WHERE course_id = {course}") == [["0"]]


# Places

def test_without_a_place_it_waits_and_nobody_overtakes(stack, mads, sofie, bent):
    version, entry = new_entry(stack, 1)
    first, second, third = [proposed(stack, version, caseworker=w) for w in ("mads.sb", "sofie.sb", "mads.sb")]
    assert order(mads, *first).notices() == ["intervention-ordered"]
    assert c.state_of(stack, "course", first[0]) == "active", "the course goes on with what was ordered"
    page = order(sofie, *second)
    assert page.notices() == ["intervention-waits"] and c.state_of(stack, "course", second[0]) == "planning"
    assert (row(page, second[1]).get("in-line"), row(page, second[1]).get("waits")) == ("1", "place")
    assert not row(page, second[1]).findall("{*}form"), "no button for what cannot be"
    page = order(mads, *third)
    assert row(page, third[1]).get("in-line") == "2"
    assert mads.get(f"/plan/{third[0]}/interventions?q=K%C3%B8forl%C3%B8b").one(f"//p:catalogue-entry[@entry='{entry}']").get("waiting") == "2"

    bent.get("/plan/interventions/" + first[1])
    assert bent.submit("decline", {"reason": "Ingen timer"}).status == 200
    assert messages(stack, second[0], "place-free") == ["sofie.sb"] and messages(stack, third[0], "place-free") == []
    assert "place-free" in sofie.get("/").all("//p:worklist/p:item/@what"), "it stands on the day's list"
    assert row(mads.get(f"/plan/{third[0]}/interventions"), third[1]).get("waits") == "place", "not the second in line"
    late = proposed(stack, version)
    assert order(mads, *late).notices() == ["intervention-waits"], "nor who comes later"
    assert order(sofie, *second).notices() == ["intervention-ordered"]
    assert c.state_of(stack, "course", second[0]) == "active"
    assert states(stack, second[1], third[1], late[1]) == ["ordered", "proposed", "proposed"]
    assert "place-free" not in sofie.get("/").all(f"//p:worklist/p:item[@href='/plan/{second[0]}/interventions']/@what")


def test_the_next_in_line_moves_up_when_one_leaves_it(stack, mads):
    version, _ = new_entry(stack, 1)
    holds, first, second = [proposed(stack, version) for _ in range(3)]
    for one in (holds, first, second):
        order(mads, *one)
    page = mads.get(f"/plan/{first[0]}/interventions/{first[1]}")
    assert mads.submit("withdraw-intervention", {"reason": "Flyttet"}, "withdraw").notices() == ["intervention-withdrawn"]
    assert messages(stack, second[0], "place-free") == [], "no place is free yet"
    assert row(mads.get(f"/plan/{second[0]}/interventions"), second[1]).get("in-line") == "1"
    mads.get(f"/plan/{holds[0]}/interventions/{holds[1]}")
    mads.submit("withdraw-intervention", {"reason": "Flyttet"}, "withdraw")
    assert row(mads.get(f"/plan/{second[0]}/interventions"), second[1]).get("waits") == "order"


def test_the_last_place_is_given_once(stack, mads, sofie):
    """Twenty entries with one place, each ordered by two people at the same moment."""
    courses = [c.new_course(stack, state="active", caseworker=w) for w in ("mads.sb", "sofie.sb")]
    plans = [c.new_plan(stack, course) for course in courses]
    made = "".join(
        "INSERT INTO catalogue_entry (department_id) VALUES ('voksenhandicap'); SET @e = LAST_INSERT_ID();"
        "INSERT INTO catalogue_version (entry_id, version, state, title, kind, capacity) VALUES (@e, 1, 'published', 'Den sidste plads', 'social', 1);"
        "SET @v = LAST_INSERT_ID(); INSERT INTO intervention (course_id, plan_id, catalogue_version_id, title, provider_uid, goal, starts_on,"
        " first_measurement_on, changed_by) SELECT course_id, id, @v, 'Den sidste plads', 'vh.bent', 'Går', CURRENT_DATE, CURRENT_DATE, 'mads.sb'"
        f" FROM plan WHERE id IN ({', '.join(plans)});" for _ in range(20))
    stack.sql(made + "SELECT 1")
    forms = [[(client, form.get("action"), client.fill(form, {}, "order")) for form in
              client.get(f"/plan/{course}/interventions").all("//p:form[@name='order-intervention']")] for client, course in zip((mads, sofie), courses)]
    assert [len(f) for f in forms] == [20, 20]
    for pair in zip(*forms):
        assert [a.status for a in c.at_once(pair)] == [303, 303]
    of_each = stack.sql("SELECT GROUP_CONCAT(i.state ORDER BY i.state), SUM(i.waits_since IS NOT NULL) FROM intervention i"
                        f" WHERE i.course_id IN ({', '.join(courses)}) GROUP BY i.catalogue_version_id")
    assert of_each == [["ordered,proposed", "1"]] * 20


def test_two_who_wait_for_each_other_get_one_place(stack, mads, sofie):
    """The second one waits for the first one's transaction, and then counts what is there."""
    version, entry = new_entry(stack, 1)
    pair = [proposed(stack, version, caseworker=w) for w in ("mads.sb", "sofie.sb")]
    stack.sql(f"INSERT INTO catalogue_turn (entry_id) VALUES ({entry})")
    forms = [(client, client.get(f"/plan/{course}/interventions").form("order-intervention"), {}, "order")
             for client, (course, _) in zip((mads, sofie), pair)]
    answers = c.send_together(stack, f"SELECT n FROM catalogue_turn WHERE entry_id = {entry} FOR UPDATE", forms)
    assert [a.status for a in answers] == [303, 303]
    assert sorted(states(stack, *[i for _, i in pair])) == ["ordered", "proposed"]


def test_a_plan_is_agreed_though_all_of_it_waits(stack, mads):
    version, _ = new_entry(stack, 0)
    course, intervention = proposed(stack, version, plan="draft")
    mads.get(f"/plan/{course}/plan")
    page = mads.submit("agreement", {"agreement": "agreed", "agreed-on": day(0), "agreed-how": "meeting"})
    assert page.status == 200, page.errors()
    assert stack.sql(f"SELECT p.state, i.state, i.waits_since IS NOT NULL FROM plan p JOIN intervention i ON i.plan_id = p.id WHERE p.course_id = {course}") \
        == [["agreed", "proposed", "1"]]
    assert mads.get(f"/plan/{course}").one("//p:course").get("waits-for") == "place"


def test_closing_gives_places_back(stack, mads, sofie):
    version, _ = new_entry(stack, 1)
    holds, waits = proposed(stack, version, caseworker="sofie.sb"), proposed(stack, version)
    order(sofie, *holds)
    order(mads, *waits)
    sofie.get(f"/plan/{holds[0]}/status")
    assert sofie.submit("close-course", {"outcome": "moved", "reason": "Flyttet"}, "close-course").status == 200
    assert states(stack, holds[1]) == ["withdrawn"] and messages(stack, waits[0], "place-free") == ["mads.sb"]


# The catalogue moves on

def test_what_was_taken_out_of_the_catalogue_is_not_ordered(stack, mads):
    version, entry = new_entry(stack, 2)
    course, intervention = proposed(stack, version)
    other, retired = proposed(stack, new_entry(stack, 2)[0])
    page = mads.get(f"/plan/{course}/interventions")
    sent = mads.fill(page.form("order-intervention"), {}, "order")
    stack.sql(f"UPDATE catalogue_version SET state = 'retired', retired_at = CURRENT_TIMESTAMP WHERE id = {version}")
    newer = c.insert(stack, "INSERT INTO catalogue_version (entry_id, version, state, title, kind, published_at)"
                     f" VALUES ({entry}, 2, 'published', 'Ny udgave', 'social', CURRENT_TIMESTAMP)")
    page = mads.send(f"/plan/{course}/interventions/{intervention}/order", sent)
    assert page.status == 422 and page.all("//p:notice/p:missing/@key") == ["intervention-offered"]
    assert row(page, intervention).get("gone") == "replaced"
    mads.get(f"/plan/{course}/interventions")
    assert mads.submit("current-intervention", {}, "take-current").notices() == ["saved"]
    assert stack.sql(f"SELECT catalogue_version_id FROM intervention WHERE id = {intervention}") == [[newer]]
    assert order(mads, course, intervention).notices() == ["intervention-ordered"]

    stack.sql("UPDATE catalogue_version v JOIN intervention i ON i.catalogue_version_id = v.id SET v.state = 'retired', v.retired_at = CURRENT_TIMESTAMP"
              f" WHERE i.id = {retired}")
    page = mads.get(f"/plan/{other}/interventions")
    assert row(page, retired).get("gone") == "retired" and not page.all("//p:form[@name='current-intervention' or @name='order-intervention']")
    assert mads.submit("own-intervention", {}, "make-own").notices() == ["saved"]
    assert order(mads, other, retired).notices() == ["intervention-ordered"]


def test_who_waits_for_what_is_offered_no_more_is_told(stack, mads, sofie):
    version, entry = new_entry(stack, 1)
    holds, waits = proposed(stack, version), proposed(stack, version, caseworker="sofie.sb")
    for client, one in ((mads, holds), (sofie, waits)):
        order(client, *one)
    karla = c.person(stack, "tl.karla")
    here = f"//p:worklist/p:item[@href='/plan/{waits[0]}/interventions']/@what"
    assert "offer-gone" not in sofie.get("/").all(here)
    stack.sql(f"UPDATE catalogue_entry SET department_id = (SELECT department_id FROM staff WHERE uid = 'tl.karla') WHERE id = {entry}")
    karla.get(f"/admin/catalogue/{entry}")
    assert karla.submit("catalogue-retire").notices() == ["catalogue-retired"]
    assert messages(stack, waits[0], "offer-gone") == ["sofie.sb"] and messages(stack, holds[0], "offer-gone") == []
    assert sofie.get("/").all(here) == ["offer-gone"], "it stands on the day's list"
    page = sofie.get(f"/plan/{waits[0]}/interventions")
    assert page.one("//p:course").get("waits-for") == "offer" and row(page, waits[1]).get("waits") == "offer"
    assert waits[0] in sofie.get("/plan?waits=caseworker&whose=all&limit=200").all("//p:list/p:course[@waits-for='offer']/@id")
    sofie.get(f"/plan/{waits[0]}/interventions")
    assert sofie.submit("own-intervention", {}, "make-own").notices() == ["saved"]
    assert sofie.get("/").all(here) == [] and sofie.get(f"/plan/{waits[0]}/interventions").one("//p:course").get("waits-for") != "offer"


# Changed, and given to another

def test_a_proposal_is_changed_until_it_is_agreed(stack, mads, sofie):
    version, _ = new_entry(stack, 2)
    course, intervention = proposed(stack, version, plan="draft")
    stack.sql(f"INSERT INTO course_contact (course_id, uid, role, from_on, changed_by) VALUES ({course}, 'sofie.sb', 'co-caseworker', CURRENT_DATE, 'mads.sb')")
    page = mads.get(f"/plan/{course}/interventions/{intervention}")
    hers = sofie.get(f"/plan/{course}/interventions/{intervention}")
    assert mads.submit("intervention", {"goal": "Tager bussen alene"}, page=page).notices() == ["saved"]
    page = sofie.submit("intervention", {"goal": "Cykler"}, page=hers)
    assert page.status == 409 and page.all("//p:field[@name='goal']/p:theirs/text()") == ["Tager bussen alene"]
    assert page.all("//p:field[@name='goal']/p:value/text()") == ["Cykler"]
    stack.sql(f"UPDATE plan SET state = 'agreed', agreement = 'agreed', agreed_on = CURRENT_DATE WHERE course_id = {course}")
    page = mads.get(f"/plan/{course}/interventions/{intervention}")
    assert page.all("//p:course/p:form/@name") == ["intervention-dates", "withdraw-intervention"], "the goal is agreed"
    assert mads.submit("intervention-dates", {"starts-on": day(7), "first-measurement-on": day(21)}).notices() == ["saved"]
    assert stack.sql(f"SELECT goal, DATEDIFF(starts_on, '{TODAY}') FROM intervention WHERE id = {intervention}") == [["Tager bussen alene", "7"]]


def test_another_provider_in_one_step(stack, mads, bent):
    course = c.new_course(stack, state="active")
    declined = c.new_intervention(stack, course, c.new_plan(stack, course), state="ordered")
    bent.get("/plan/interventions/" + declined)
    bent.submit("decline", {"reason": "Ingen timer"})
    assert messages(stack, course, "intervention-decline") == ["mads.sb"]
    page = mads.get(f"/plan/{course}/interventions/{declined}")
    assert page.all("//p:course/p:form/@name") == ["replace-intervention", "withdraw-intervention"]
    page = mads.submit("replace-intervention", {"provider": "vh.bent"}, "replace")
    assert (page.status, page.errors()) == (422, {"provider": "same-provider"})
    page = mads.submit("replace-intervention", {"provider": "vk.ole"}, "replace")
    assert page.notices() == ["intervention-ordered"]
    assert stack.sql(f"SELECT state, provider_uid, replaces_id FROM intervention WHERE course_id = {course} ORDER BY id") == \
        [["declined", "vh.bent", None], ["ordered", "vk.ole", declined]]
    assert messages(stack, course, "intervention-order") == ["vk.ole"]
    assert row(page, declined).get("waits") is None and mads.get(f"/plan/{course}").one("//p:course").get("waits-for") == "acceptance"
    page = mads.get(f"/plan/{course}/interventions/{declined}")
    pairs = mads.fill(page.form("withdraw-intervention"), {}, "replace")
    page = mads.send(f"/plan/{course}/interventions/{declined}/replace", pairs + [("provider", "fys.pia"), ("starts-on", day(1)),
                                                                                  ("first-measurement-on", day(2))])
    assert (page.status, page.notices()) == (422, ["intervention-replaced"]), "once is enough"


def test_a_provider_who_left_keeps_no_place_from_the_citizen(stack, mads, sofie):
    version, _ = new_entry(stack, 1, provider="ext.fit")
    holds, waits = proposed(stack, version), proposed(stack, version, caseworker="sofie.sb")
    stack.sql(f"UPDATE intervention SET provider_uid = 'ext.fit' WHERE id = {holds[1]}")
    order(mads, *holds)
    order(sofie, *waits)
    stack.sql(f"UPDATE intervention SET state = 'running', started_on = CURRENT_DATE WHERE id = {holds[1]}")
    stack.sql("UPDATE staff SET active = FALSE WHERE uid = 'ext.fit'")
    try:
        page = mads.get(f"/plan/{holds[0]}/interventions/{holds[1]}")
        assert row(page, holds[1]).get("provider-left") == "yes"
        page = mads.submit("replace-intervention", {"provider": "vh.bent", "reason": ""}, "replace")
        assert page.errors() == {"reason": "required"}
        page = mads.submit("replace-intervention", {"provider": "vh.bent", "reason": "Lukket"}, "replace")
        assert page.notices() == ["intervention-ordered"], "the place goes over"
        assert stack.sql(f"SELECT state, provider_uid FROM intervention WHERE course_id = {holds[0]} ORDER BY id") == \
            [["stopped", "ext.fit"], ["ordered", "vh.bent"]]
        assert messages(stack, waits[0], "place-free") == [] and states(stack, waits[1]) == ["proposed"]
    finally:
        stack.sql("UPDATE staff SET active = TRUE WHERE uid = 'ext.fit'")


def test_ones_own_begins_with_dates(stack, mads):
    page = mads.get(f"/plan/{c.new_course(stack, state='planning')}/interventions")
    starts, measured = [page.one(f"//p:form[@name='intervention']/p:field[@name='{name}']/p:value").text for name in ("starts-on", "first-measurement-on")]
    assert (datetime.date.fromisoformat(measured) - datetime.date.fromisoformat(starts)).days == 28


def test_no_day_lies_far_ahead(stack, mads):
    course = c.new_course(stack, state="active")
    running = c.new_intervention(stack, course, c.new_plan(stack, course))
    mads.get(f"/plan/{course}/interventions")
    page = mads.submit("intervention", {"title": "Træning", "provider": "vh.bent", "goal": "Går", "starts-on": day(0), "ends-on": "01-01-2099",
                                        "first-measurement-on": "01-01-2098"})
    assert page.errors() == {"ends-on": "too-far", "first-measurement-on": "too-far"}
    assert mads.submit("end-intervention", {"ends-on": "01-01-2099"}).errors() == {"ends-on": "too-far"}
    stack.sql(f"UPDATE intervention SET ends_on = '2099-01-01' WHERE id = {running}")
    months = mads.get(f"/plan/{course}/interventions").all("//p:timeline/p:month")
    assert len(months) <= 12 and {m.get("number") for m in months} == {"1"}, "names that can be read"


def test_what_left_the_catalogue_is_not_ordered_of_another(stack, mads):
    version, _ = new_entry(stack, 3)
    course, intervention = proposed(stack, version, state="active")
    stack.sql(f"UPDATE intervention SET state = 'declined' WHERE id = {intervention};"
              f" UPDATE catalogue_version SET state = 'retired', retired_at = CURRENT_TIMESTAMP WHERE id = {version}")
    mads.get(f"/plan/{course}/interventions/{intervention}")
    page = mads.submit("replace-intervention", {"provider": "ext.fit"}, "replace")
    assert (page.status, page.notices()) == (422, ["offer-retired"])
    assert stack.sql(f"SELECT COUNT(*) FROM intervention WHERE course_id = {course}") == [["1"]]


def test_nothing_is_planned_for_who_died(stack, mads):
    course = c.new_course(stack, state="active")
    c.new_plan(stack, course)
    where = [f"/plan/{course}/interventions", f"/plan/{course}/plan"]
    before = [mads.get(path) for path in where]
    stack.sql(f"UPDATE citizen SET death_date = CURRENT_DATE WHERE id = {c.citizen_of(stack, course)[0]}")
    page = mads.submit("intervention", {"title": "Træning", "provider": "vh.bent", "goal": "Går", "starts-on": day(0), "first-measurement-on": day(9)},
                       page=before[0])
    assert (page.status, page.notices()) == (422, ["citizen-died"])
    assert mads.submit("plan-next", {}, page=before[1]).notices() == ["citizen-died"]
    assert [mads.get(path).all("//p:form[@name='intervention' or @name='plan-next']") for path in where] == [[], []]


def test_the_day_when_it_began(stack, mads, bent):
    """Not before it was ordered; a wrong one is corrected by the caseworker."""
    course = c.new_course(stack, state="active")
    plan = c.new_plan(stack, course)
    accepted, running = [c.new_intervention(stack, course, plan, state=s) for s in ("accepted", "running")]
    bent.get(f"/plan/interventions/{accepted}")
    page = bent.submit("start", {"started-on": "01-01-1900"})
    assert (page.status, page.errors()) == (422, {"started-on": "before-order"})
    mads.get(f"/plan/{course}/interventions/{running}")
    for wrong, error in ((day(1), "in-future"), (day(-13), "before-order")):
        assert mads.submit("start-corrected", {"started-on": wrong}).errors() == {"started-on": error}
    assert mads.submit("start-corrected", {"started-on": day(-12)}).notices() == ["saved"]
    assert stack.sql(f"SELECT started_on = CURRENT_DATE - INTERVAL 12 DAY FROM intervention WHERE id = {running}") == [["1"]]


def test_what_comes_after_an_end(stack, mads):
    course = c.new_course(stack, state="active")
    running = c.new_intervention(stack, course, c.new_plan(stack, course))
    mads.get(f"/plan/{course}/interventions/{running}")
    assert mads.submit("stop-intervention", {"ended-on": day(1), "reason": "Virker ikke"}, "stop").errors() == {"ended-on": "in-future"}
    assert mads.submit("stop-intervention", {"ended-on": day(-10), "reason": "Virker ikke"}, "stop").errors() == {"ended-on": "before-start"}
    page = mads.submit("stop-intervention", {"ended-on": day(0), "reason": "Virker ikke"}, "stop")
    assert page.notices() == ["intervention-stopped"] and messages(stack, course, "intervention-stop") == ["vh.bent"]
    mads.get(row(page, running).get("again-href").split("#")[0])
    page = mads.submit("intervention", {"goal": "Noget andet"})
    assert stack.sql(f"SELECT replaces_id, title FROM intervention WHERE course_id = {course} ORDER BY id DESC LIMIT 1") == [[running, "Mentorstøtte"]]
    assert c.state_of(stack, "course", course) == "planning"


# The time line

def test_the_drawing_says_what_it_shows(stack, mads):
    course = c.new_course(stack, state="active")
    plan = c.new_plan(stack, course)
    ids = [c.new_intervention(stack, course, plan, title=t) for t in ("Et", "To")]
    stack.sql(f"UPDATE intervention SET ends_on = CURRENT_DATE + INTERVAL 40 DAY WHERE id = {ids[0]}")
    page = mads.get(f"/plan/{course}/interventions")
    line = page.one("//p:timeline")
    begin, end = (datetime.date.fromisoformat(line.get(n)) for n in ("from", "to"))
    for one in page.all("//p:intervention[@y]"):
        drawn = datetime.date.fromisoformat(one.get("drawn-from"))
        assert abs(float(one.get("x")) - 100 * (drawn - begin).days / (end - begin).days) < 0.02
        right = float(one.get("planned-x")) + float(one.get("planned-width"))
        to = datetime.date.fromisoformat(one.get("drawn-to")) if one.get("drawn-to") else end
        assert abs(right - 100 * (to - begin).days / (end - begin).days) < 0.02
    html = mads.html(f"/plan/{course}/interventions").text
    desc = html.split('id="timeline-desc">')[1].split("</desc>")[0]
    for one in page.all("//p:intervention[@y]"):
        said = danish(datetime.date.fromisoformat(one.get("drawn-from")))
        assert one.get("title") + ", Bent Støtte, i gang, " in desc.replace("I gang", "i gang") and said in desc


def test_only_who_runs_the_course_changes_it(stack, mads):
    version, _ = new_entry(stack, 1)
    course, intervention = proposed(stack, version)
    nils = c.person(stack, "spl.nils")
    stack.sql(f"INSERT INTO course_contact (course_id, uid, role, from_on, changed_by) VALUES ({course}, 'spl.nils', 'nurse', CURRENT_DATE, 'mads.sb')")
    page = nils.get(f"/plan/{course}/interventions")
    assert not page.all("//p:content//p:form") and row(page, intervention).get("change-href") is None
    other, _ = proposed(stack, version)
    assert mads.send(f"/plan/{other}/interventions/{intervention}").status == 404, "not of that course"
