"""Focus areas: codes as people know them, what an area may say, their order, what becomes of them."""

import threading
import urllib.parse

import pytest

import course as c


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def pia(stack):
    return c.person(stack, "fys.pia")


def area(client, course, **fields):
    client.get(f"/plan/{course}/focus-areas")
    return client.submit("focus-area", {"kind": "barrier", "component": "function", "icf-code": "FB28013", "description": "Ondt i ryggen",
                                        **{name.replace("_", "-"): value for name, value in fields.items()}})


@pytest.mark.parametrize("typed, component, stored", [
    ("FB28013", "function", "FB28013"), ("fb28013", "function", "FB28013"), (" fb 280.13 ", "function", "FB28013"),
    ("b28013", "function", "FB28013"), ("FB525", "function", "FB525"), ("fb160", "function", "FB160"),
])
def test_codes_as_people_type_them(stack, mads, typed, component, stored):
    course = c.new_course(stack)
    page = area(mads, course, icf_code=typed, component=component)
    assert page.status == 200, page.text
    row = page.one("//p:focus-area")
    assert row.get("icf-code") == stored and row.get("priority") == "1" and row.get("profession") == "caseworker"
    assert row.get("icf-title") == stack.sql(f"SELECT title FROM icf WHERE code = '{stored}'")[0][0]


@pytest.mark.parametrize("fields, errors", [
    ({"icf_code": "FB99999"}, {"icf-code": "icf-unknown"}),
    ({"icf_code": "Æ1"}, {"icf-code": "icf-unknown"}),
    ({"icf_code": ""}, {"icf-code": "required"}),
    ({"icf_code": "FB2"}, {"icf-code": "icf-not-selectable"}),
    ({"component": "activity"}, {"icf-code": "icf-other-component"}),
    ({"component": "personal"}, {"icf-code": "icf-other-component"}),
    ({"icf_code": "FZBG12"}, {"icf-code": "icf-not-selectable"}),
    ({"icf_code": "x" * 41}, {"icf-code": "too-long"}),
    ({"icf_code": "' OR 1=1 --"}, {"icf-code": "icf-unknown"}),
    ({"kind": "problem"}, {"kind": "unknown-choice"}),
    ({"qualifier": "FZAG12"}, {"qualifier": "icf-other-component"}),
    ({"qualifier": "FB28013"}, {"qualifier": "unknown-choice"}),
    ({"priority": "0"}, {"priority": "out-of-range"}),
    ({"priority": "først"}, {"priority": "not-a-number"}),
    ({"description": ""}, {"description": "required"}),
])
def test_focus_areas_that_cannot_be(stack, mads, fields, errors):
    course = c.new_course(stack)
    page = area(mads, course, suggestion="Bliver stående", **fields)
    assert (page.status, page.errors()) == (422, errors)
    assert page.one("//p:form[@name='focus-area']/p:field[@name='suggestion']").findtext("{*}value") == "Bliver stående"
    assert stack.sql(f"SELECT COUNT(*) FROM focus_area WHERE course_id = {course}") == [["0"]]


def test_personal_factors_have_no_code(stack, mads):
    course = c.new_course(stack)
    page = area(mads, course, component="personal", icf_code="", kind="resource", description="Vil gerne i gang")
    assert page.status == 200 and page.one("//p:focus-area").get("icf-code") is None


def test_environment_has_a_sign(stack, mads):
    course = c.new_course(stack)
    codes = {row[0] for row in stack.sql("SELECT code FROM icf WHERE code LIKE 'FZEG1%' AND selectable")}
    code = stack.sql("SELECT code FROM icf WHERE component = 'environment' AND selectable AND kind <> 'qualifier' LIMIT 1")[0][0]
    assert {"FZEG1N2", "FZEG1P2"} <= codes
    for kind, qualifier, status in (("barrier", "FZEG1P2", 422), ("resource", "FZEG1N2", 422), ("barrier", "FZEG1N2", 200), ("resource", "FZEG1P2", 200)):
        page = area(mads, course, component="environment", icf_code=code, kind=kind, qualifier=qualifier)
        assert page.status == status, page.errors()
        assert page.errors() == ({} if status == 200 else {"qualifier": "icf-other-sign"})


def test_titles_stay_as_they_were(stack, mads):
    course = c.new_course(stack)
    page = area(mads, course)
    row = page.one("//p:focus-area")
    stack.sql(f"UPDATE focus_area SET icf_title = 'Rygsmerter (som den hed)' WHERE id = {row.get('id')}")
    mads.get(f"/plan/{course}/focus-areas/{row.get('id')}")
    page = mads.submit("focus-area", {"description": "Ondt i lænden"})
    row = page.one("//p:focus-area")
    assert page.status == 200 and row.get("icf-title") == "Rygsmerter (som den hed)" and row.findtext("{*}description") == "Ondt i lænden"
    mads.get(f"/plan/{course}/focus-areas/{row.get('id')}")
    row = mads.submit("focus-area", {"icf-code": "FB525"}).one("//p:focus-area")
    assert row.get("icf-title") == "Afføring", "another code brings its own title"


def test_two_people_change_one_area(stack, mads):
    course = c.new_course(stack, team=c.TEAM)
    row = area(mads, course).one("//p:focus-area").get("id")
    path = f"/plan/{course}/focus-areas/{row}"
    eva = c.person(stack, "psy.eva")
    hers = eva.get(path)
    mads.get(path)
    mads.submit("focus-area", {"description": "Mads skrev"})
    page = eva.submit("focus-area", {"description": "Eva skrev"}, page=hers)
    field = page.one("//p:form[@name='focus-area']/p:field[@name='description']")
    assert page.status == 409 and field.findtext("{*}value") == "Eva skrev" and field.findtext("{*}theirs") == "Mads skrev"
    page = eva.submit("focus-area", {"description": "Vi skrev"})
    assert page.status == 200 and "Vi skrev" in page.text


# Finding a code

@pytest.mark.parametrize("q, code, why", [
    ("ryg", "FB28013", "three keys of the word"), ("rygsmerter", "FB28013", "the word"), ("b28013", "FB28013", "the international code"),
    ("FB280", "FB28013", "a part of the code"), ("28013", "FB28013", "the figures alone"), ("b 280.13", "FB28013", "as it is printed"),
    ("hekseskud", "FB28013", "a synonym"), ("ondt ryggen", "FB28013", "two words of a synonym"), ("RYG", "FB28013", "capitals"),
    ("diarré", "FB525", "a synonym"), ("tankemylder", "FB160", "a synonym"), ("soevn", "FB134", "without the Danish letter"),
    ("søvnløshed", "FB134", "an ending that no list has"), ("d850", "FP850", "the international d is activity and participation"),
])
def test_a_code_is_found(pia, q, code, why):
    page = pia.get("/plan/icf?q=" + urllib.parse.quote(q))
    codes = page.all("//p:icf-hit/@code")
    assert code in codes[:12], why
    assert not [found for found in codes if found.startswith("FZ")], "degrees are no observations"


def test_the_whole_code_comes_first(pia):
    assert pia.get("/plan/icf?q=fb28013").all("//p:icf-hit/@code")[0] == "FB28013"
    assert pia.get("/plan/icf?q=b280").all("//p:icf-hit/@code")[0] == "FB280"
    assert pia.get("/plan/icf?q=ryg").all("//p:icf-hit/@code")[0] == "FB28013"
    hit = pia.get("/plan/icf?q=hekseskud").one("//p:icf-hit")
    assert (hit.get("word"), hit.get("title")) == ("hekseskud", "Rygsmerter")


def test_something_near_is_said_to_be_near(pia):
    assert pia.get("/plan/icf?q=ryggenes").one("//p:icf-hits").get("sought") == "ryggen"
    assert pia.get("/plan/icf?q=ryg").one("//p:icf-hits").get("sought") is None
    for q in ("%25", "xyzzy", "%C3%86%C3%86%C3%86", "_____"):
        assert not pia.get("/plan/icf?q=" + q).all("//p:icf-hit"), q
    assert set(pia.get("/plan/icf?q=ryg&component=anatomy").all("//p:icf-hit/@component")) == {"anatomy"}


def test_what_one_uses_comes_first(stack):
    course = c.new_course(stack, team=c.TEAM)
    nils = c.person(stack, "spl.nils")
    before = nils.get("/plan/icf").all("//p:icf-hit/@code")
    assert {"FB134", "FB525"} <= set(before) and not {"FA475"} & set(before), "the favourites of nurses are there from the start"
    area(nils, course, icf_code="FA475", component="activity")
    usual = nils.get(f"/plan/{course}/focus-areas").all("//p:icf-hits[not(@q)]/p:icf-hit")
    assert (usual[0].get("code"), usual[0].get("recent")) == ("FA475", "yes")
    assert nils.get("/plan/icf?q=at").all("//p:icf-hit/@code")[0] == "FA475"


def test_a_profession_pins_its_codes(stack, pia):
    other, nurse = c.person(stack, "psy.eva"), c.person(stack, "spl.nils")
    stack.sql("DELETE FROM icf_favourite WHERE code = 'FE320'")
    page = other.get("/plan/icf?q=FE320")
    assert other.send(*(lambda form: (form.get("action"), other.fill(form, {}, "pin")))(page.one("//p:icf-hit/p:form"))).status == 303
    page = other.get("/plan/icf?q=FE320")
    assert page.one("//p:icf-hit").get("favourite") == "yes" and page.one("//p:icf-hits").get("profession") == "psychologist"
    assert "FE320" not in nurse.get("/plan/icf").all("//p:icf-hit/@code"), "it is one profession's"
    form = page.one("//p:icf-hit/p:form")
    assert [one.get("name") for one in form.findall("{*}submit")] == ["unpin"]
    done = other.send(form.get("action"), other.fill(form, {}, "unpin"))
    assert done.status == 303 and "q=FE320" in done.headers["Location"], "back to what was sought"
    assert other.get("/plan/icf?q=FE320").one("//p:icf-hit").get("favourite") is None
    pairs = [(name, "FZBG12" if name == "code" else value) for name, value in other.fill(form, {}, "pin")]
    assert other.send(form.get("action"), [pair for pair in pairs if pair[0] != "once"] + [("once", "0" * 32)]).status in (400, 422)
    assert not stack.sql("SELECT 1 FROM icf_favourite WHERE code = 'FZBG12'")


def test_advisers_look_and_pin_nothing(stack):
    tina = c.person(stack, "bf.tina")
    page = tina.get("/plan/icf?q=ryg")
    assert page.status == 200 and page.all("//p:icf-hit") and not page.all("//p:icf-hit/p:form")


def test_the_search_keeps_what_was_typed(stack, mads):
    course = c.new_course(stack)
    path = f"/plan/{course}/focus-areas"
    mads.get(path)
    page = mads.submit("focus-area", {"q": "rygsmerter", "kind": "barrier", "description": "Ondt i ryggen", "suggestion": "Træning"}, submit="find")
    form = page.form("focus-area")
    typed = {f.get("name"): f.findtext("{*}value") for f in form.findall("{*}field")}
    assert page.status == 200 and page.errors() == {} and not page.notices()
    assert (typed["q"], typed["kind"], typed["description"], typed["suggestion"]) == ("rygsmerter", "barrier", "Ondt i ryggen", "Træning")
    assert "FB28013" in page.all("//p:icf-hits/p:icf-hit/@code")
    assert stack.sql(f"SELECT COUNT(*) FROM focus_area WHERE course_id = {course}") == [["0"]]
    page = mads.submit("focus-area", {"icf-code": "FB28013"}, submit="save")
    row = page.one("//p:focus-area")
    assert (row.get("icf-code"), row.get("component"), row.findtext("{*}description")) == ("FB28013", "function", "Ondt i ryggen")
    page = mads.get(path + "?q=ryg")
    assert page.all("//p:icf-hit") and page.form("focus-area").find("{*}field").findtext("{*}value") == "ryg"


def test_what_was_sought_is_taken_where_it_can_mean_one_thing_only(stack, mads):
    course = c.new_course(stack)
    page = area(mads, course, icf_code="", component="", q="hekseskud")
    assert page.status == 200 and page.one("//p:focus-area").get("icf-code") == "FB28013"
    page = area(mads, course, icf_code="", component="", q="smerter")
    assert (page.status, page.errors()) == (422, {"icf-code": "icf-choose"}) and len(page.all("//p:icf-hit")) > 1
    page = area(mads, course, icf_code="", component="", q="xyzzy")
    assert (page.status, page.errors()) == (422, {"icf-code": "icf-choose"})


def test_a_hit_leads_into_the_form(stack, mads):
    course = c.new_course(stack)
    hit = mads.get(f"/plan/{course}/focus-areas?q=rygsmerter").one("//p:icf-hit[@code='FB28013']")
    form = mads.get(hit.get("href")).form("focus-area")
    values = {f.get("name"): f.findtext("{*}value") for f in form.findall("{*}field")}
    assert (values["icf-code"], values["component"]) == ("FB28013", "function")


# The golden rows: who saw what

@pytest.mark.parametrize("uid, code, title, profession", [
    ("spl.nils", "FB525", "Afføring", "nurse"), ("fys.pia", "FB28013", "Rygsmerter", "physiotherapist"),
    ("psy.eva", "FB160", "Tænkning", "psychologist"),
])
def test_who_saw_what(stack, uid, code, title, profession):
    course = c.new_course(stack, team=c.TEAM)
    row = area(c.person(stack, uid), course, icf_code=code).one("//p:focus-area")
    assert (row.get("component"), row.get("kind"), row.get("icf-code"), row.get("icf-title"), row.get("profession"), row.get("responsible")) == (
        "function", "barrier", code, title, profession, uid)


# Retired codes

def test_a_retired_code_stays_and_is_not_offered(stack, mads):
    course = c.new_course(stack)
    row = area(mads, course).one("//p:focus-area").get("id")
    stack.sql("INSERT IGNORE INTO icf (code, title, component, kind, selectable, valid_to, source)"
              " VALUES ('FB28099', 'Smerter, gammel', 'function', 'category5', 1, '2020-12-31', 'prøve')")
    stack.sql(f"UPDATE focus_area SET icf_code = 'FB28099', icf_title = 'Smerter, som de hed' WHERE id = {row}")
    try:
        assert "FB28099" not in mads.get("/plan/icf?q=FB28099").all("//p:icf-hit/@code")
        page = mads.get(f"/plan/{course}/focus-areas/{row}")
        assert page.one("//p:focus-area").get("retired") == "yes"
        page = mads.submit("focus-area", {"description": "Kan rettes"})
        area_now = page.one("//p:focus-area")
        assert page.status == 200 and (area_now.get("icf-title"), area_now.findtext("{*}description")) == ("Smerter, som de hed", "Kan rettes")
        page = area(mads, course, icf_code="FB28099")
        assert (page.status, page.errors()) == (422, {"icf-code": "icf-retired"})
    finally:
        stack.sql("DELETE FROM icf WHERE source = 'prøve'")


# Suggestions

def test_the_catalogue_suggests(stack, mads):
    course = c.new_course(stack)
    version, title = stack.sql("SELECT id, title FROM catalogue_version WHERE state = 'published' ORDER BY id LIMIT 1")[0]
    row = area(mads, course, catalogue=version, suggestion="Med egne ord").one("//p:focus-area")
    assert (row.get("catalogue-version"), row.get("catalogue-title"), row.findtext("{*}suggestion")) == (version, title, "Med egne ord")
    page = area(mads, course, catalogue="999999")
    assert (page.status, page.errors()) == (422, {"catalogue": "unknown-choice"})
    draft = stack.sql(f"SELECT MAX(id) FROM catalogue_version WHERE id = {version}")[0][0]
    stack.sql(f"UPDATE catalogue_version SET state = 'retired' WHERE id = {draft}")
    try:
        mads.get(f"/plan/{course}/focus-areas/{row.get('id')}")
        page = mads.submit("focus-area", {"description": "Tilbuddet er udgået"})
        assert page.status == 200 and page.all("//p:focus-area/@catalogue-title") == [title], "what was chosen stays readable"
        page = area(mads, course, catalogue=draft)
        assert page.errors() == {"catalogue": "unknown-choice"}, "but is not offered again"
    finally:
        stack.sql(f"UPDATE catalogue_version SET state = 'published' WHERE id = {draft}")


# The order

def three(stack, client):
    """A course with the areas A, B, C in that order: its id and theirs."""
    course = c.new_course(stack, team=c.TEAM)
    for word in "ABC":
        page = area(client, course, description=word)
    return course, {one.findtext("{*}description"): one.get("id") for one in page.all("//p:focus-area")}


def order(client, course):
    """The descriptions in order, and that their places are 1, 2, 3 ..."""
    rows = client.get(f"/plan/{course}/focus-areas").all("//p:focus-area[@state='open' or @state='chosen']")
    assert [row.get("priority") for row in rows] == [str(n + 1) for n in range(len(rows))]
    return "".join(row.findtext("{*}description") for row in rows)


def press(client, page, row, submit):
    form = page.one(f"//p:focus-area[@id='{row}']/p:form[@name='move-focus-area']")
    return client.send(form.get("action"), client.fill(form, {}, submit))


def test_one_press_moves_an_area_by_one(stack, mads):
    course, ids = three(stack, mads)
    page = mads.get(f"/plan/{course}/focus-areas")
    submits = {one.get("id"): [s.get("name") for s in one.findall("{*}form/{*}submit")] for one in page.all("//p:focus-area")}
    assert submits == {ids["A"]: ["down"], ids["B"]: ["up", "down"], ids["C"]: ["up"]}
    done = press(mads, page, ids["C"], "up")
    assert done.status == 303 and done.headers["Location"].endswith(f"/focus-areas#focus-area-{ids['C']}-up")
    assert order(mads, course) == "ACB"
    assert press(mads, page, ids["C"], "up").status == 303 and order(mads, course) == "ACB", "a double click is one press"
    press(mads, mads.get(f"/plan/{course}/focus-areas"), ids["A"], "down")
    assert order(mads, course) == "CAB"


def test_two_people_move_areas_at_once(stack, mads):
    course, ids = three(stack, mads)
    eva = c.person(stack, "psy.eva")
    people = [(mads, mads.get(f"/plan/{course}/focus-areas"), "C"), (eva, eva.get(f"/plan/{course}/focus-areas"), "C")]
    threads = [threading.Thread(target=lambda one=one: one[0].__setattr__("answer", press(one[0], one[1], ids[one[2]], "up"))) for one in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one[0].answer.status for one in people] == [303, 303]
    assert order(mads, course) == "ACB", "both meant the place above"
    hers = eva.get(f"/plan/{course}/focus-areas/{ids['B']}")
    press(mads, mads.get(f"/plan/{course}/focus-areas"), ids["B"], "up")
    page = eva.submit("focus-area", {"description": "B"}, page=hers)
    assert page.status == 200 and order(mads, course) == "ABC", "what she writes is no conflict, and moves nothing back"


def test_two_people_write_areas_at_once(stack, mads):
    course = c.new_course(stack, team=c.TEAM)
    eva = c.person(stack, "psy.eva")
    fields = {"kind": "barrier", "icf-code": "FB28013"}
    people = [(one, one.fill(one.get(f"/plan/{course}/focus-areas").form("focus-area"), {**fields, "description": word}))
              for one, word in ((mads, "M"), (eva, "E"))]
    threads = [threading.Thread(target=lambda one=one: one[0].send(f"/plan/{course}/focus-areas", one[1])) for one in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(order(mads, course)) == ["E", "M"]


def test_an_area_goes_to_a_place(stack, mads):
    course, ids = three(stack, mads)
    assert area(mads, course, description="D", priority="1").status == 200
    assert order(mads, course) == "DABC"
    mads.get(f"/plan/{course}/focus-areas/{ids['C']}")
    move = mads.page.one("//p:course/p:form[@name='move-focus-area']")
    assert mads.send(move.get("action"), mads.fill(move, {"to": "2"}, "move")).status == 303
    assert order(mads, course) == "DCAB"
    move = mads.get(f"/plan/{course}/focus-areas/{ids['C']}").one("//p:course/p:form[@name='move-focus-area']")
    assert mads.send(move.get("action"), mads.fill(move, {"to": "99"}, "move")).status == 303
    assert order(mads, course) == "DABC", "beyond the end is the end"
    move = mads.get(f"/plan/{course}/focus-areas/{ids['C']}").one("//p:course/p:form[@name='move-focus-area']")
    for to in ("", "0", "x"):
        page = mads.send(move.get("action"), [pair for pair in mads.fill(move, {"to": to}, "move") if pair[0] != "once"] + [("once", f"{to or 'no'}" * 16)])
        assert page.status == 422 and page.errors().keys() == {"to"}


# What becomes of it

def step(client, course, row, submit, **fields):
    client.get(f"/plan/{course}/focus-areas/{row}")
    return client.submit("focus-area-state", fields, submit=submit)


def test_an_area_is_dropped_with_a_reason_and_comes_back(stack, mads):
    course, ids = three(stack, mads)
    page = step(mads, course, ids["A"], "drop", reason="")
    assert (page.status, page.errors()) == (422, {"reason": "required"})
    page = mads.submit("focus-area-state", {"reason": "Er gået over"}, submit="drop")
    last = page.all("//p:focus-area")[-1]
    assert page.notices() == ["focus-area-dropped"] and order(mads, course) == "BC"
    assert (last.get("id"), last.get("state"), last.get("state-reason")) == (ids["A"], "dropped", "Er gået over")
    assert not last.findall("{*}form"), "it has no place"
    page = mads.get(f"/plan/{course}/focus-areas/{ids['A']}")
    assert [one.get("name") for one in page.form("focus-area-state").findall("{*}submit")] == ["reopen"]
    assert step(mads, course, ids["A"], "reopen", reason="Kom igen").status == 200
    assert order(mads, course) == "BCA"


@pytest.mark.parametrize("steps, state", [
    (["choose"], "chosen"), (["resolve"], "resolved"), (["choose", "resolve"], "resolved"), (["choose", "reopen"], "open"),
    (["resolve", "reopen"], "open"), (["resolve", "drop"], None), (["reopen"], None), (["resolve", "choose"], None), (["resolve", "reopen", "drop"], "dropped"),
])
def test_the_states_of_an_area(stack, mads, steps, state):
    course = c.new_course(stack)
    row = area(mads, course).one("//p:focus-area").get("id")
    for n, submit in enumerate(steps):
        page = step(mads, course, row, submit, reason="Derfor")
        if state is None and n + 1 == len(steps):
            assert page.status == 422 and page.notices() == ["focus-area-state"]
            return
        assert page.status == 200
    assert page.one("//p:focus-area").get("state") == state


def test_two_people_decide_about_an_area(stack, mads):
    course, ids = three(stack, mads)
    eva = c.person(stack, "psy.eva")
    hers = eva.get(f"/plan/{course}/focus-areas/{ids['A']}")
    assert step(mads, course, ids["A"], "choose").status == 200
    page = eva.submit("focus-area-state", {"reason": "Ikke længere"}, submit="drop", page=hers)
    assert page.status == 409 and page.form("focus-area-state").findtext("{*}field/{*}value") == "Ikke længere"
    assert page.one(f"//p:focus-area[@id='{ids['A']}']").get("state") == "chosen"
    assert eva.submit("focus-area-state", {"reason": "Ikke længere"}, submit="drop").status == 200, "who has seen it may go on"


# Many, and nobody's

def test_two_hundred_areas_on_one_page(stack, mads):
    course = c.new_course(stack)
    stack.sql("INSERT INTO focus_area (course_id, component, kind, icf_code, icf_title, priority, description, profession, uid, changed_by)"
              f" SELECT {course}, 'function', 'barrier', 'FB28013', 'Rygsmerter', seq, CONCAT('Nr. ', seq), 'nurse', 'spl.nils', 'spl.nils' FROM seq_1_to_200")
    page = mads.get(f"/plan/{course}/focus-areas")
    rows = page.all("//p:focus-area")
    assert len(rows) == 200 and len(page.all("//p:focus-area/p:form")) == 200
    press(mads, page, rows[199].get("id"), "up")
    assert len(order(mads, course)) > 200
    assert mads.html(f"/plan/{course}/focus-areas").text.count('id="focus-area-') >= 200


def test_others_cannot_write_here(stack, mads):
    course, ids = three(stack, mads)
    page = mads.get(f"/plan/{course}/focus-areas/{ids['A']}")
    lis = c.person(stack, "lis.sb")
    for form in ("focus-area", "focus-area-state"):
        assert lis.send(page.form(form).get("action"), lis.fill(page.form(form), {})).status == 403
    assert mads.get(f"/plan/{course}/focus-areas/999999").status == 404
    assert mads.get(f"/plan/{c.new_course(stack)}/focus-areas/{ids['A']}").status == 404, "an area of another course"
