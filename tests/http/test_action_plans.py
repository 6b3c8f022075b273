"""Political action plans: everybody reads them, a department writes its own; criteria are rules, or judged by a person at the end of a quarter."""

import itertools

import pytest

import course as c

NUMBER = itertools.count(1)
ROWS = ("aim", "description", "purpose", "audience", "actors", "schedule", "economy", "success", "follow-up")


@pytest.fixture(scope="module")
def karla(stack):
    """Who leads the jobcenter."""
    return c.person(stack, "tl.karla")


@pytest.fixture(scope="module")
def sanne(stack):
    """... and who leads the health centre."""
    return c.person(stack, "tl.sanne")


def plan(client, **fields):
    """A new plan of the writer's department.  Its id."""
    client.get("/admin/action-plans/new")
    page = client.submit("action-plan", {"title": f"Prøveplan {next(NUMBER)}", "from-on": "01-01-2025", **{k.replace("_", "-"): v for k, v in fields.items()}})
    assert page.notices() == ["action-plan-made"], page.text
    return int(page.one("//p:action-plan").get("id"))


def criterion(client, of, **fields):
    client.get(f"/admin/action-plans/{of}/criteria/new")
    return client.submit("criterion", {"text": "Det går godt", **fields})


def new_criterion(client, of, **fields):
    page = criterion(client, of, **fields)
    assert page.notices() == ["criterion-made"], page.text
    return int(page.all("//p:criterion")[-1].get("id"))


@pytest.mark.parametrize("uid", ["mads.sb", "ext.fit", "eval.ane"])
def test_everybody_reads_and_only_those_who_write_the_catalogue_write(stack, karla, uid):
    of = plan(karla, aim="Flere i arbejde.")
    rule = new_criterion(karla, of, metric="judged")
    client = c.person(stack, uid)
    page = client.get("/admin/action-plans?standing=all")
    assert page.all("/p:page/p:navigation/p:item[@name = 'catalogue'][@current = 'yes']") and not page.all("//p:action-plans/@new")
    page = client.get(f"/admin/action-plans/{of}")
    assert bool(page.all("//p:action-plan/@report")) == (uid == "eval.ane")
    assert page.one("//p:aim").text == "Flere i arbejde." and not page.all("//p:content//p:form | //p:edit | //p:add-criterion")
    assert not client.get(f"/admin/action-plans/{of}/criteria/{rule}").all("//p:content//p:form")
    assert client.get("/admin/action-plans/new").status == client.get(f"/admin/action-plans/{of}/edit").status == 403
    token = page.one("/p:page/p:user/p:form/p:token").text
    for path in ("new", f"{of}/edit", f"{of}/entries", f"{of}/entries/8", f"{of}/criteria/new", f"{of}/criteria/{rule}", f"{of}/criteria/{rule}/judge",
                 f"{of}/criteria/{rule}/remove", f"{of}/remove"):
        sent = [("token", token), ("once", f"{path:x<43}"), ("title", "x"), ("from-on", "01-01-2025"), ("entry", "8"), ("text", "x"), ("ordinal", "1"),
                ("metric", "judged"), ("quarter", "2026-01-01"), ("verdict", "not"), ("note", "x"), ("revision", "1")]
        assert client.send(f"/admin/action-plans/{path}", sent).status == 403, path


def test_a_department_writes_its_own(stack, karla, sanne):
    of = plan(karla)
    page = sanne.get(f"/admin/action-plans/{of}/edit")
    assert page.status == 403 and page.one("//p:error").get("key") == "action-plan-of-others"
    assert not sanne.get(f"/admin/action-plans/{of}").all("//p:content//p:form")
    own = plan(sanne)
    assert stack.sql(f"SELECT department_id FROM action_plan WHERE id = {own}") == [["sundhedscenter"]]
    bo = c.person(stack, "it.bo")
    bo.get("/admin/action-plans/new")
    page = bo.submit("action-plan", {"title": "Hvis?", "from-on": "01-01-2026"})
    assert page.status == 422 and page.errors() == {"department": "required"}
    page = bo.submit("action-plan", {"department": "voksenhandicap"})
    assert page.one("//p:action-plan").get("department") == "voksenhandicap"


def test_nine_rows_and_how_they_were_worded(karla, stack):
    of = plan(karla, **{row: f"Tekst om {row}." for row in ROWS})
    assert {row: karla.page.one(f"//p:{row}").text for row in ROWS} == {row: f"Tekst om {row}." for row in ROWS}
    karla.get(f"/admin/action-plans/{of}/edit")
    page = karla.submit("action-plan", {"to-on": "31-12-2024"})
    assert page.status == 422 and page.errors() == {"to-on": "before-start"}
    page = karla.submit("action-plan", {"to-on": "31-12-2026", "aim": "Et nyt mål."})
    assert page.one("//p:aim").text == "Et nyt mål." and [v.get("number") for v in page.all("//p:plan-version")] == ["2", "1"]
    page = karla.get(f"/admin/action-plans/{of}?revision=1")
    assert page.one("//p:aim").text == "Tekst om aim." and page.one("//p:action-plan").get("earlier") == "yes" and not page.all("//p:content//p:form")
    assert karla.get(f"/admin/action-plans/{of}?revision=3").status == 404
    assert karla.get("/admin/action-plans/99999999").status == 404


def test_two_in_one_plan(stack, karla):
    of = plan(karla, aim="Først")
    other = c.person(stack, "it.bo")
    mine = karla.get(f"/admin/action-plans/{of}/edit")
    other.get(f"/admin/action-plans/{of}/edit")
    other.submit("action-plan", {"aim": "Deres"})
    page = karla.submit("action-plan", {"aim": "Mit"}, page=mine)
    field = page.one("//p:field[@name = 'aim']")
    assert page.status == 409 and field.findtext("{*}value") == "Mit" and field.findtext("{*}theirs") == "Deres"


def test_entries_carry_it_out(stack, karla):
    of = plan(karla)
    page = karla.submit("plan-entry-add", {"entry": "8", "implemented-on": "01-04-2025"})
    entry = page.one("//p:plan-entry")
    assert entry.get("id") == "8" and entry.get("implemented-on") == "2025-04-01"
    assert not page.all("//p:form[@name = 'plan-entry-add']/p:field[@name = 'entry']/p:choice[@value = '8']")
    plans = karla.get("/admin/catalogue/8").all("//p:in-plan")
    assert str(of) in {p.get("id") for p in plans} and "4" in {p.get("id") for p in plans}
    karla.get(f"/admin/action-plans/{of}/entries/8")
    page = karla.submit("plan-entry", {"implemented-on": "31-02-2025"})
    assert page.status == 422 and page.errors() == {"implemented-on": "not-a-date"}
    page = karla.submit("plan-entry", {"implemented-on": ""}, submit="save")
    assert page.one("//p:plan-entry").get("implemented-on") is None
    stale = karla.get(f"/admin/action-plans/{of}/entries/8")
    karla.get(f"/admin/action-plans/{of}/entries/8")
    karla.submit("plan-entry", {"implemented-on": "01-05-2025"}, submit="save")
    assert karla.submit("plan-entry", {"implemented-on": "01-06-2025"}, submit="save", page=stale).status == 409
    karla.get(f"/admin/action-plans/{of}/entries/8")
    page = karla.submit("plan-entry", submit="remove-entry")
    assert page.notices() == ["plan-entry-removed"] and not page.all("//p:plan-entry")
    assert karla.get(f"/admin/action-plans/{of}/entries/8").status == 404


@pytest.mark.parametrize("fields, errors", [
    ({"metric": "better-function"}, {"unit": "required", "threshold": "required"}),
    ({"metric": "better-function", "unit": "points", "threshold": "50"}, {"unit": "criterion-by-share"}),
    ({"metric": "job-or-education", "unit": "days", "threshold": "50"}, {"unit": "criterion-not-by-days"}),
    ({"metric": "duration", "unit": "days", "threshold": "365"}, {"baseline": "required"}),
    ({"metric": "duration", "unit": "share", "threshold": "50", "baseline": "901"}, {"unit": "criterion-by-days"}),
    ({"metric": "duration", "unit": "days", "threshold": "364,5", "baseline": "901"}, {"threshold": "criterion-whole-days"}),
    ({"metric": "felt-effect", "unit": "share", "threshold": "69,95"}, {"threshold": "criterion-one-decimal"}),
    ({"metric": "felt-effect", "unit": "share", "threshold": "101"}, {"threshold": "criterion-too-high"}),
    ({"metric": "felt-effect", "unit": "share", "threshold": "0"}, {"threshold": "criterion-nothing"}),
    ({"metric": "felt-effect", "unit": "share", "threshold": "70", "partly": "70"}, {"partly": "criterion-partly-less"}),
    ({"metric": "felt-effect", "unit": "share", "threshold": "70", "baseline": "901"}, {"baseline": "criterion-not-for-this"}),
    ({"metric": "judged", "unit": "share", "threshold": "50", "partly": "1"}, {f: "criterion-not-for-this" for f in ("unit", "threshold", "partly")}),
])
def test_a_rule_that_is_none_says_what_to_do(karla, fields, errors):
    of = plan(karla) if not hasattr(karla, "plan_of_rules") else karla.plan_of_rules
    karla.plan_of_rules = of
    page = criterion(karla, of, **fields)
    assert page.status == 422 and page.errors() == errors
    for name, value in fields.items():
        assert page.one(f"//p:field[@name = '{name}']/p:value").text == value


def test_a_rule_and_how_it_was_changed(stack, karla):
    of = plan(karla)
    rule = new_criterion(karla, of, text="Flere i job", metric="job-or-education", unit="relative", threshold="25", partly="12,5")
    assert stack.sql(f"SELECT ordinal, metric, unit, threshold, partly FROM success_criterion WHERE id = {rule}") == \
        [["1", "job-or-education", "relative", "250", "125"]]
    row = karla.page.one("//p:criterion")
    assert (row.get("threshold"), row.get("partly")) == ("25", "12.5")
    karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
    page = karla.submit("criterion", {"unit": "points", "partly": ""})
    assert stack.sql(f"SELECT unit, threshold, partly IS NULL, revision FROM success_criterion WHERE id = {rule}") == [["points", "250", "1", "2"]]
    changes = page.all("//p:rule-change")
    assert [change.get("change") for change in changes] == ["changed", "created"]
    assert {(v.get("field"), v.get("was"), v.get("is")) for v in changes[0].iterfind("{*}value")} == {("unit", "relative", "points"), ("partly", "12,5", None)}
    stale = karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
    karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
    karla.submit("criterion", {"threshold": "20"})
    page = karla.submit("criterion", {"threshold": "30"}, page=stale)
    field = page.one("//p:form[@name = 'criterion']/p:field[@name = 'threshold']")
    assert page.status == 409 and field.findtext("{*}value") == "30" and field.findtext("{*}theirs") == "20"
    assert c.person(stack, "it.bo").get("/admin/rules").all(f"//p:rule-change[@rule = 'criterion'][@code = '{rule}']")
    karla.get(karla.page.one("//p:criterion/@remove"))
    page = karla.submit("criterion-remove")
    assert page.notices() == ["criterion-removed"] and not page.all("//p:criterion")
    assert karla.get(f"/admin/action-plans/{of}/criteria/{rule}").status == 404


def test_a_person_judges_a_quarter(stack, karla):
    of = plan(karla, from_on="01-01-2020")
    rule = new_criterion(karla, of, metric="judged")
    page = karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
    quarters = [choice.get("value") for choice in page.all("//p:field[@name = 'quarter']/p:choice")]
    assert len(quarters) == 11 and quarters == sorted(quarters, reverse=True) and all(q[5:] in ("01-01", "04-01", "07-01", "10-01") for q in quarters)
    page = karla.submit("criterion-judge", {"quarter": quarters[1], "verdict": "partly"})
    assert page.status == 422 and page.errors() == {"note": "required"}
    page = karla.submit("criterion-judge", {"note": "Halvdelen har været på kursus."})
    state = page.one("//p:criterion-state")
    assert (state.get("quarter"), state.get("state"), state.get("by-name")) == (quarters[1], "partly", "Karla Koordin")
    assert page.one("//p:form[@name = 'criterion-judge']/p:field[@name = 'quarter']").find("{*}value") is None
    stale = page
    karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
    karla.submit("criterion-judge", {"quarter": quarters[1], "verdict": "reached", "note": "Alle har."})
    page = karla.submit("criterion-judge", {"quarter": quarters[1], "verdict": "not", "note": "Ingen."}, page=stale)
    assert page.status == 409 and [s.get("state") for s in page.all("//p:criterion-state")] == ["reached", "partly"]
    assert [s.get("state") for s in karla.get(f"/admin/action-plans/{of}").all("//p:criterion-state")] == ["reached"]
    row = karla.get("/admin/action-plans").one(f"//p:action-plan[@id = '{of}']")
    assert [row.get(name) for name in ("reached", "partly", "not", "unknown")] == ["1", "0", "0", "0"]
    karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
    page = karla.submit("criterion", {"metric": "felt-effect", "unit": "share", "threshold": "70"})
    assert page.status == 422 and page.errors() == {"metric": "criterion-has-states"}, "what was judged is no count"
    rule = new_criterion(karla, of, metric="judged")
    page = karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
    karla.submit("criterion", {"metric": "felt-effect", "unit": "share", "threshold": "70"})
    page = karla.submit("criterion-judge", {"quarter": quarters[0], "verdict": "not", "note": "Ingen."}, page=page)
    assert page.status == 409 and stack.sql(f"SELECT COUNT(*) FROM criterion_state WHERE criterion_id = {rule} AND changed_by = 'tl.karla'") == [["0"]]


def test_a_plan_is_judged_while_it_is_in_force(karla):
    of = plan(karla, from_on="01-05-2026", to_on="31-05-2026")
    page = karla.get(f"/admin/action-plans/{of}/criteria/{new_criterion(karla, of, metric='judged')}")
    quarters = [choice.get("value") for choice in page.all("//p:field[@name = 'quarter']/p:choice")]
    assert quarters == ["2026-04-01"], "neither before it began nor after it ended"
    assert karla.submit("criterion-judge", {"quarter": "2026-07-01", "verdict": "not", "note": "Ingen."}).errors() == {"quarter": "unknown-choice"}
    assert karla.submit("criterion-judge", {"quarter": quarters[-1]}).notices() == ["criterion-judged"]
    assert karla.get(f"/admin/action-plans/{of}").one("//p:criterion-state").get("quarter") == "2026-04-01"


def test_a_quarter_is_judged_when_it_is_over(stack, karla):
    year = int(stack.sql("SELECT YEAR(UTC_TIMESTAMP())")[0][0]) + 2
    of = plan(karla, from_on=f"01-10-{year}")
    page = karla.get(f"/admin/action-plans/{of}/criteria/{new_criterion(karla, of, metric='judged')}")
    assert not page.all("//p:form[@name = 'criterion-judge']") and page.one("//p:criterion").get("judge-from") == f"{year}-12-31"


def test_an_old_quarter_says_the_rule_that_held(stack, karla):
    of = plan(karla)
    rule = new_criterion(karla, of, metric="felt-effect", unit="share", threshold="70", partly="50")
    stack.sql(f"INSERT INTO criterion_state (criterion_id, quarter, state, numerator, denominator, missing, changed_by)"
              f" VALUES ({rule}, '2025-01-01', 'not', 7, 23, 6, 'samspil-reporter')")
    held = lambda: [(s.get("metric"), s.get("unit"), s.get("threshold"), s.get("partly")) for s in karla.get(f"/admin/action-plans/{of}").all("//p:criterion-state")]
    assert held() == [(None, None, None, None)]
    for change in {"text": "Andre ord"}, {"threshold": "20", "partly": ""}:
        karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
        karla.submit("criterion", change)
        assert held() == [(None, None, None, None) if "text" in change else ("felt-effect", "share", "70", "50")]
    state = karla.page.one("//p:criterion-state")
    assert [state.get(name) for name in ("numerator", "denominator", "share", "missing", "round")] == [None, None, "20.0", "5", "yes"], "of persons round figures"


def test_what_goes_with_a_criterion_and_a_plan_is_asked_first(stack, karla):
    of = plan(karla, from_on="01-01-2025")
    rule = new_criterion(karla, of, metric="judged")
    karla.get(f"/admin/action-plans/{of}")
    karla.submit("plan-entry-add", {"entry": "8", "implemented-on": "01-04-2025"})
    stack.sql(f"INSERT INTO criterion_state (criterion_id, quarter, state, note, changed_by) VALUES ({rule}, '2025-01-01', 'not', 'x', 'tl.karla'), ({rule}, '2025-04-01', 'not', 'x', 'tl.karla')")
    page = karla.get(karla.page.one("//p:action-plan/@remove"))
    removal = page.one("//p:removal")
    assert removal.get("quarters") == "2" and removal.get("edit") and not page.all("//p:content//p:form"), "what was judged stays"
    early = karla.get(f"/admin/action-plans/{of}/criteria/{rule}/remove")
    assert early.one("//p:removal").get("quarters") == "2" and stack.sql(f"SELECT COUNT(*) FROM criterion_state WHERE criterion_id = {rule}") == [["2"]]
    stack.sql(f"INSERT INTO criterion_state (criterion_id, quarter, state, note, changed_by) VALUES ({rule}, '2025-07-01', 'not', 'x', 'tl.karla')")
    stale = karla.submit("criterion-remove", page=early)
    assert stale.status == 409 and stale.one("//p:removal").get("quarters") == "3", "it was judged meanwhile"
    assert karla.submit("criterion-remove").notices() == ["criterion-removed"]
    page = karla.get(f"/admin/action-plans/{of}/remove")
    assert [page.one("//p:removal").get(name) for name in ("quarters", "criteria", "entries")] == ["0", "0", "1"]
    late = new_criterion(karla, of, metric="judged")
    stack.sql(f"INSERT INTO criterion_state (criterion_id, quarter, state, note, changed_by) VALUES ({late}, '2025-01-01', 'not', 'x', 'tl.karla')")
    refused = karla.submit("action-plan-remove", page=page)
    assert refused.status == 422 and refused.notices() == ["action-plan-has-quarters"]
    stack.sql(f"DELETE FROM criterion_state WHERE criterion_id = {late}")
    again = karla.submit("action-plan-remove", page=page)
    assert again.status == 409 and [again.one("//p:removal").get(name) for name in ("criteria", "entries")] == ["1", "1"], "what came meanwhile was not told"
    assert karla.submit("action-plan-remove").notices() == ["action-plan-removed"]
    assert karla.get(f"/admin/action-plans/{of}").status == karla.get(f"/admin/action-plans/{of}/remove").status == 404
    assert stack.sql(f"SELECT COUNT(*) FROM action_plan FOR SYSTEM_TIME ALL WHERE id = {of}") != [["0"]]
    traces = c.person(stack, "it.bo").get("/admin/rules").all(f"//p:rule-change[@rule = 'action-plan' and @code = '{of}']")
    assert [trace.get("change") for trace in traces] == ["removed", "changed", "created"]
    changes = c.person(stack, "it.bo").get("/admin/rules").all(f"//p:rule-change[@change = 'removed'][(@rule = 'action-plan' and @code = '{of}') or (@rule = 'criterion' and @code = '{late}')]")
    assert {change.get("by-name") for change in changes} == {"Karla Koordin"} and len(changes) == 2


def test_titles_and_places_are_told_from_each_other(karla):
    of = plan(karla, title="Prøveplan med titel", to_on="31-12-2025")
    karla.get("/admin/action-plans/new")
    assert karla.submit("action-plan", {"title": "prøveplan med titel", "from-on": "01-12-2025"}).errors() == {"title": "action-plan-title-taken"}
    assert karla.submit("action-plan", {"from-on": "01-01-2026"}).notices() == ["action-plan-made"], "the next one may be called the same"
    rule = new_criterion(karla, of, metric="judged", ordinal="3")
    assert criterion(karla, of, metric="judged", ordinal="3").errors() == {"ordinal": "criterion-ordinal-taken"}
    karla.get(f"/admin/action-plans/{of}/criteria/{rule}")
    assert karla.submit("criterion", {"text": "Med samme plads"}).notices() == ["saved"]
    assert karla.get("/admin").all("//p:task[@name = 'action-plans']")


def test_no_number_of_a_person_and_nothing_done_tomorrow(karla):
    karla.get("/admin/action-plans/new")
    assert karla.submit("action-plan", {"title": "Om 010180-1230", "from-on": "01-01-2025"}).errors() == {"title": "no-cpr"}
    for field, day in ("from-on", "01-01-1900"), ("to-on", "31-12-2199"):
        karla.get("/admin/action-plans/new")
        assert karla.submit("action-plan", {"title": "Uden grænser", "from-on": "01-01-2025", field: day}).errors() == {field: "day-too-far"}
    of = plan(karla)
    for day, error in ("01-01-2199", "in-future"), ("01-01-1900", "day-too-far"):
        karla.get(f"/admin/action-plans/{of}")
        assert karla.submit("plan-entry-add", {"entry": "8", "implemented-on": day}).errors() == {"implemented-on": error}


def test_what_is_in_force_and_what_ended(karla):
    of = plan(karla, to_on="31-12-2025")
    ids = lambda query: {p.get("id") for p in karla.get("/admin/action-plans?" + query).all("//p:list/p:action-plan")}
    assert str(of) not in ids("") and str(of) in ids("standing=ended") and "4" not in ids("standing=ended") and {str(of), "4"} <= ids("standing=all")
    assert "4" not in ids("standing=all&department=jobcenter") and "5" in ids("department=jobcenter")
    for query in ("sort=-title", "sort=department", "sort=-department", "limit=2&offset=1", "department=nonsense"):
        assert karla.get("/admin/action-plans?" + query).status == 200, query
