"""Professional notes: a draft is its author's alone, own eyes first, signed is signed."""

import concurrent.futures

import pytest

import course as c

WORD = "“Smerter” – og ‘træthed’… ½ time ad gangen – 2–3 gange, à 10 min."


@pytest.fixture(scope="module")
def people(stack):
    return {uid: c.person(stack, uid) for uid in ("mads.sb", "psy.eva", "fys.pia", "spl.nils", "tl.karla", "bf.tina")}


@pytest.fixture
def course(stack):
    return c.new_course(stack, team=[*c.TEAM, ("bf.tina", "adviser")])


def write(client, course, limitation, submit="sign", suggestion="Træning"):
    client.get(f"/plan/{course}/notes")
    return client.submit("professional-note", {"limitation": limitation, "suggestion": suggestion}, submit=submit)


def field(page, name="limitation", part="value"):
    return page.one(f"//p:form[@name = 'professional-note' or @name = 'addendum']/p:field[@name = '{name}']").findtext(f"{{*}}{part}")


def limitations(page):
    return [n.findtext("{*}limitation") for n in page.all("//p:professional-note")]


def states(page):
    return {p.get("name"): p.get("state") for p in page.all("//p:profession")}


def stored(stack, course):
    return stack.sql(f"SELECT state, limitation FROM professional_note WHERE course_id = {course} ORDER BY id")


def quietly(client, fields):
    """As the script sends what stands on the client's page."""
    pairs = client.fill(client.page.form("professional-note"), fields, "draft")
    return [(n, v) for n, v in pairs if n != "once"] + [("quietly", "yes")]


def test_a_draft_is_its_authors_alone(stack, people, course):
    eva = people["psy.eva"]
    page = write(eva, course, "HEMMELIG KLADDE", "draft")
    assert page.notices() == ["draft-kept"] and field(page) == "HEMMELIG KLADDE" and page.one("//p:draft").get("saved-at")
    assert stored(stack, course) == [], "it is no note yet"
    at = c.now(stack)
    for uid in ("mads.sb", "fys.pia", "tl.karla"):
        for path in ("", "/notes", f"/notes?as-of={at}", "/history", "/notes/saved", "/contacts"):
            page = people[uid].get(f"/plan/{course}{path}")
            assert "HEMMELIG" not in page.text and not page.all("//p:event[@what='note']") and not page.all("//p:saved[@at]"), path
    assert "HEMMELIG" not in eva.get(f"/plan/{course}/notes?as-of={at}").text, "a draft is of today"
    assert eva.get("/").all(f"//p:item[@kind='note'][@what='draft'][contains(@href, '/plan/{course}/notes')]")
    write(eva, course, "", "draft", "")
    assert stack.sql(f"SELECT COUNT(*) FROM form_draft WHERE path = '/plan/{course}/notes'") == [["0"]], "an emptied one is none"


def test_a_script_keeps_what_is_typed(stack, people, course):
    eva = people["psy.eva"]
    eva.get(f"/plan/{course}/notes")
    pairs = quietly(eva, {"limitation": WORD})
    for _ in range(2):
        answer = eva.send(f"/plan/{course}/notes", pairs)
        assert answer.status == 303 and answer.headers["Location"].endswith(f"/plan/{course}/notes/saved")
    saved = eva.get(f"/plan/{course}/notes/saved").one("//p:saved")
    assert saved.get("at") and saved.get("href").endswith(f"/plan/{course}/notes")
    assert field(eva.get(f"/plan/{course}/notes")) == WORD
    # What is too long is said, and stands there.
    page = eva.get(f"/plan/{course}/notes")
    page = eva.submit("professional-note", {"limitation": "x" * 20001}, "draft")
    assert page.errors() == {"limitation": "too-long"} and len(field(page)) == 20001
    assert field(eva.get(f"/plan/{course}/notes")) == WORD
    assert people["bf.tina"].send(f"/plan/{course}/notes/saved").status == 403, "who writes no notes has no drafts"


def test_own_eyes_first(stack, people, course):
    mads, eva, pia, karla, tina = (people[uid] for uid in ("mads.sb", "psy.eva", "fys.pia", "tl.karla", "bf.tina"))
    write(eva, course, "Set af psykologen")
    for client in (mads, pia):
        page = client.get(f"/plan/{course}/notes")
        assert "Set af psykologen" not in page.text and page.one("//p:course").get("to-write") == "yes"
        assert (page.one("//p:hidden-notes").get("count"), page.one("//p:hidden-notes").get("why")) == ("1", "own")
        assert states(page) == {"caseworker": "missing", "psychologist": "hidden", "physiotherapist": "missing", "nurse": "missing"}
        number = stack.sql(f"SELECT id FROM professional_note WHERE course_id = {course}")[0][0]
        assert client.get(f"/plan/{course}/notes/{number}").status == 404
    page = karla.get(f"/plan/{course}/notes")
    assert limitations(page) == ["Set af psykologen"] and page.one("//p:course").get("to-write") is None, "a leader reads all"
    page = write(pia, course, "Set af fysioterapeuten", "draft")
    assert "Set af psykologen" not in page.text, "a draft is not enough"
    page = write(pia, course, "Set af fysioterapeuten")
    assert limitations(page) == ["Set af psykologen", "Set af fysioterapeuten"] and not page.all("//p:hidden-notes")
    assert states(page) == {"caseworker": "missing", "psychologist": "signed", "physiotherapist": "signed", "nurse": "missing"}
    page = tina.get(f"/plan/{course}/notes")
    assert limitations(page) == [] and page.one("//p:hidden-notes").get("why") == "team" and not page.all("//p:content//p:form")


def test_who_has_no_note_to_write_reads(stack, people):
    mads = people["mads.sb"]
    # The frame of this course waits for no caseworker.
    frame = c.insert(stack, "INSERT INTO course_frame (name, department_id, professions, valid_from, valid_to) VALUES"
                     " ('Uden sagsbehandlerens notat', 'jobcenter', 'psychologist,nurse', '2020-01-01', '2020-12-31')")
    course = c.new_course(stack, team=c.TEAM, frame=frame)
    write(people["psy.eva"], course, "Set af psykologen")
    page = mads.get(f"/plan/{course}/notes")
    assert limitations(page) == ["Set af psykologen"] and page.one("//p:course").get("to-write") is None
    # Nor has one whose note is done without.
    course = c.new_course(stack, team=c.TEAM)
    write(people["psy.eva"], course, "Set af psykologen")
    stack.sql("INSERT INTO note_waiver (course_id, profession, reason, waived_on, changed_by)"
              f" VALUES ({course}, 'caseworker', 'Skrevet i henvisningen', CURRENT_DATE, 'tl.karla')")
    page = mads.get(f"/plan/{course}/notes")
    assert limitations(page) == ["Set af psykologen"] and states(page)["caseworker"] == "waived"
    waived = page.one("//p:profession[@name='caseworker']")
    assert (waived.get("reason"), waived.get("by-name")) == ("Skrevet i henvisningen", "Karla Koordin")
    assert "Skrevet i henvisningen" in mads.html(f"/plan/{course}/notes").text
    # After the conference nobody waits for notes.
    stack.sql(f"UPDATE course SET state = 'planning' WHERE id = {course}")
    page = people["spl.nils"].get(f"/plan/{course}/notes")
    assert limitations(page) == ["Set af psykologen"] and states(page)["nurse"] == "none"


def test_signed_is_signed(stack, people, course):
    eva = people["psy.eva"]
    write(eva, course, "Første kladde", "draft")
    pairs = eva.fill(eva.get(f"/plan/{course}/notes").form("professional-note"), {"limitation": "Ændret bagefter"}, "sign")
    page = write(eva, course, "Underskrevet tekst")
    assert page.notices() == ["signed"] and not page.all("//p:draft") and field(page) is None
    late = eva.send(f"/plan/{course}/notes", pairs)
    assert late.status == 409 and late.notices() == ["note-signed-already"] and "En anden har" not in late.text
    assert (field(late), field(late, part="theirs")) == ("Ændret bagefter", "Underskrevet tekst"), "both texts are there"
    assert stored(stack, course) == [["signed", "Underskrevet tekst"]]
    eva.page = late
    page = eva.submit("professional-note", {}, submit="sign")
    assert limitations(page) == ["Underskrevet tekst", "Ændret bagefter"], "another note, when that is what one wants"


def test_a_double_click_signs_once(stack, people, course):
    eva = people["psy.eva"]
    pairs = eva.fill(eva.get(f"/plan/{course}/notes").form("professional-note"), {"limitation": "Én gang"}, "sign")
    with concurrent.futures.ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda _: eva.send(f"/plan/{course}/notes", pairs), range(3)))
    assert {a.status for a in answers} == {303} and stored(stack, course) == [["signed", "Én gang"]]


def test_two_windows_of_one_draft(stack, people, course):
    eva = people["psy.eva"]
    first, second = eva.get(f"/plan/{course}/notes"), eva.get(f"/plan/{course}/notes")
    assert eva.submit("professional-note", {"limitation": "Vindue et"}, submit="draft", page=first).status == 200
    for submit in ("draft", "sign"):
        page = eva.submit("professional-note", {"limitation": "Vindue to"}, submit=submit, page=second)
        assert page.status == 409 and page.notices() == ["draft-elsewhere"]
        assert (field(page), field(page, part="theirs")) == ("Vindue to", "Vindue et")
    assert field(eva.get(f"/plan/{course}/notes")) == "Vindue et"
    page = eva.submit("professional-note", {"limitation": "Begge vinduer"}, submit="sign", page=page)
    assert page.status == 200 and stored(stack, course) == [["signed", "Begge vinduer"]]
    assert stack.sql(f"SELECT COUNT(*) FROM form_draft WHERE path = '/plan/{course}/notes'") == [["0"]]


def test_a_note_needs_words_to_be_signed(stack, people, course):
    mads = people["mads.sb"]
    page = write(mads, course, "")
    assert (page.status, page.errors()) == (422, {"limitation": "required"}) and field(page, "suggestion") == "Træning"
    assert write(mads, course, "", "draft").status == 200, "a draft needs none"
    assert stored(stack, course) == []


def test_the_last_note_makes_it_ready(stack, people, course):
    mads = people["mads.sb"]
    for uid in ("mads.sb", "psy.eva", "fys.pia"):
        write(people[uid], course, "Begrænsning")
        assert c.state_of(stack, "course", course) == "assessment"
    assert mads.get(f"/plan/{course}").all("//p:missing-note/@profession") == ["nurse"]
    write(people["spl.nils"], course, "Begrænsning")
    assert c.state_of(stack, "course", course) == "conference-ready"
    assert mads.get(f"/plan/{course}").one("//p:course").get("waits-for") == "conference"


def test_the_last_two_notes_at_once_make_it_ready(stack, people, course):
    for uid in ("mads.sb", "psy.eva"):
        write(people[uid], course, "Begrænsning")
    answers = c.meanwhile(stack, course, [
        (people[uid], people[uid].get(f"/plan/{course}/notes").form("professional-note"), {"limitation": "Begrænsning"}, "sign")
        for uid in ("fys.pia", "spl.nils")])
    assert [a.status for a in answers] == [303, 303]
    assert c.state_of(stack, "course", course) == "conference-ready"


def test_what_is_signed_is_added_to(stack, people, course):
    eva, pia = people["psy.eva"], people["fys.pia"]
    write(pia, course, "Set af fysioterapeuten")
    page = write(eva, course, "Set af psykologen")
    link = page.one("//p:professional-note[@own]").get("href")
    page = eva.get(link)
    assert limitations(page) == ["Set af psykologen"]
    page = eva.submit("addendum", {"addendum": "Og en ting"}, submit="draft")
    assert page.notices() == ["draft-kept"] and field(page, "addendum") == "Og en ting"
    assert eva.get(f"/plan/{course}/notes").one("//p:professional-note[@own]").get("draft") == "yes"
    assert "Og en ting" not in pia.get(f"/plan/{course}/notes").text
    stale = eva.fill(eva.get(link).form("addendum"), {"addendum": "Og en ting, skrevet to gange"}, "add")
    eva.get(link)
    page = eva.submit("addendum", {"addendum": "Og en ting til"}, submit="add")
    assert page.notices() == ["addendum-added"] and page.one("/p:page").get("name") == "notes"
    added = page.one("//p:professional-note[@own]/p:addendum")
    assert (added.findtext("{*}text"), added.get("author-name")) == ("Og en ting til", "Eva Tanke")
    late = eva.send(link, stale)
    assert late.status == 409 and late.notices() == ["addendum-already"] and field(late, "addendum") == "Og en ting, skrevet to gange"
    # A colleague reads it, and adds nothing; nor can one to what is not there.
    page = pia.get(link)
    assert "Og en ting til" in page.text and not page.all("//p:content//p:form")
    token = pia.get(f"/plan/{course}/notes").one("//p:form[@name='professional-note']/p:token").text
    assert pia.send(link, {"token": token, "addendum": "Ikke mit"}).status == 403
    assert pia.send(f"/plan/{course}/notes/99999999", {"token": token, "addendum": "Ikke mit"}).status == 404
    eva.get(link)
    page = eva.submit("addendum", {"addendum": " "}, submit="add")
    assert page.errors() == {"addendum": "required"}
    assert stored(stack, course)[1] == ["signed", "Set af psykologen"]
    assert stack.sql(f"SELECT text FROM note_addendum WHERE course_id = {course}") == [["Og en ting til"]]


def test_nothing_is_written_in_a_closed_course(stack, people, course):
    eva = people["psy.eva"]
    eva.get(f"/plan/{course}/notes")
    pairs = quietly(eva, {"limitation": "Bliver stående"})
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE WHERE id = {course}")
    answer = eva.send(f"/plan/{course}/notes", pairs)
    assert answer.status == 422 and answer.notices() == ["course-closed"] and field(answer) == "Bliver stående"


def test_pasted_from_word(stack, people, course):
    eva = people["psy.eva"]
    paragraph = WORD + "\v" + "Ny linje\r\n\u2028e\u0301n\ufeff\u0001 – a\u030astrup\x1f \u00a0• punkt\f"
    text = (paragraph * 300)[:20000]
    kept = text.replace("\r\n", "\n").replace("\v", "\n").replace("\f", "\n").replace("\u2028", "\n")
    kept = kept.translate({0xfeff: None, 1: None, 0x1f: None}).replace("e\u0301", "é").replace("a\u030a", "å").strip(" \n\t")
    assert len(text) == 20000 and len(kept) < 20000
    for submit in ("draft", "sign"):
        page = write(eva, course, text, submit, kept)
        assert page.status == 200, page.text[:500]
    assert page.one("//p:professional-note").findtext("{*}limitation") == kept and page.one("//p:professional-note").findtext("{*}suggestion") == kept
    # To the last character, and not one more.
    for letter in ("”", "å"):
        page = write(eva, course, letter * 20000)
        assert page.status == 200 and page.all("//p:professional-note")[-1].findtext("{*}limitation") == letter * 20000
    page = write(eva, course, "å" * 20001)
    assert page.errors() == {"limitation": "too-long"} and field(page) == "å" * 20001, "nothing is cut off"


@pytest.mark.parametrize("submit", ["sign", "draft"])
def test_the_session_ended_while_typing(stack, course, submit):
    eva = c.person(stack, "psy.eva")
    page = write(eva, course, "Kladden fra før", "draft")
    pairs = eva.fill(page.form("professional-note"), {"limitation": "Kladden fra før, og mere"}, submit)
    stack.sql("UPDATE session SET ended_at = NOW() WHERE uid = 'psy.eva'")
    answer = eva.send(f"/plan/{course}/notes", pairs)
    assert answer.status == 303 and "/sign-in" in answer.headers["Location"]
    eva.get(answer.headers["Location"])
    page = eva.submit("sign-in", {"username": "psy.eva", "password": stack.users["psy.eva"]["password"]})
    assert field(page) == "Kladden fra før, og mere" and page.notices() == ["kept"]
    page = eva.submit("professional-note", {}, submit="sign")
    assert page.status == 200 and stored(stack, course) == [["signed", "Kladden fra før, og mere"]]


def test_drafts_are_forgotten(stack):
    eva, old = c.person(stack, "psy.eva"), "NOW() - INTERVAL 91 DAY"
    running, closed = c.new_course(stack, team=c.TEAM), c.new_course(stack, team=c.TEAM)
    for course in (running, closed):
        write(eva, course, "For længe siden", "draft")
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE WHERE id = {closed};"
              f"UPDATE form_draft SET saved_at = {old} WHERE path IN ('/plan/{running}/notes', '/plan/{closed}/notes')")
    assert stack.tool("sessions")[0] == 0
    left = stack.sql(f"SELECT DISTINCT path FROM form_draft WHERE path IN ('/plan/{running}/notes', '/plan/{closed}/notes')")
    assert left == [[f"/plan/{running}/notes"]], "of a course that runs nothing is lost"
