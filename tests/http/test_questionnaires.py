"""Questionnaires for their authors: begun, checked, saved, published, retired; each fault told at its line, the same by page and tool."""

import re
import subprocess
import threading
import xml.etree.ElementTree as ET

import pytest

from samspil import TOP

SHARED = open(TOP + "/conf/questionnaires/shared.xml", encoding="utf-8").read()
DEMO = open(TOP + "/conf/questionnaires/demo-kontanthjaelp.xml", encoding="utf-8").read()
SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<questionnaire xmlns="urn:samspil:questionnaire:1" id="proeve" version="1" lang="da" licence="own"
    legal-basis="Prøve">
  <title>Prøveskema</title>
  <intro>Svar, som det passer.</intro>
  <section id="s1">
    <title>Søvn</title>
    <dimension id="d1">
      <title>Søvn</title>
      <question id="q1" type="single" required="yes">
        <text>Sover du godt?</text>
        <option id="ja" score="0">Ja</option>
        <option id="nej" score="1">Nej</option>
      </question>
      <colour id="d1.red" level="red" test="@score &gt;= 1">{score} point</colour>
      <colour id="d1.green" level="green" test="true()">{score} point</colour>
    </dimension>
  </section>
  <indication id="i1" title="Høj" risk="high" test="count(dimension[@colour='red']) &gt;= 1">høj</indication>
  <indication id="i2" title="Lav" risk="low" test="true()">lav</indication>
  <sentence>{red} {red:rød|røde}, {indication}.</sentence>
  <test id="t1"><given question="q1" option="nej"/><expect red="1" indication="i1"/></test>
</questionnaire>"""


def changed(*changes, text=SMALL):
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


@pytest.fixture(autouse=True)
def clean(stack):
    """No questionnaire of a test is there before or after it."""
    def clear():
        stack.sql("DELETE FROM access_code WHERE screening_id IN (SELECT s.id FROM screening s JOIN questionnaire q ON q.id ="
                  " s.questionnaire_id WHERE q.code LIKE 'proeve%'); DELETE FROM screening WHERE questionnaire_id IN"
                  " (SELECT id FROM questionnaire WHERE code LIKE 'proeve%'); DELETE FROM questionnaire WHERE code LIKE 'proeve%'")
    clear()
    yield
    clear()


@pytest.fixture
def karla(sign_in):
    return sign_in("tl.karla")


def begin(client, text=SMALL, submit="save-and-check", **files):
    client.get("/admin/questionnaires/new")
    sent = {name: (name + ".xml", "text/xml", content if isinstance(content, bytes) else content.encode())
            for name, content in files.items()}
    return client.submit("questionnaire-text", {"text": text}, submit=submit, files=sent)


def number(page):
    return page.all("//p:content/p:questionnaire-version/@id")[0]


LABELS = {lang: {label.get("key"): label.text for label in ET.parse(f"{TOP}/xslt/labels/{lang}.xml").getroot()} for lang in ("da", "en")}


def words(page, lang="en"):
    """What each reason says and on which line: its label, filled from its attributes."""
    return [(finding.get("line"), re.sub(r"\{([a-z]+)\}", lambda place: finding.get(place[1], ""), LABELS[lang]["reason." + finding.get("key")]))
            for finding in page.all("//p:check/p:finding[@refuses = 'yes']")]


def publish(client, text=SMALL):
    assert begin(client, text).notices() == ["questionnaire-begun"], client.page.text
    page = client.submit("publish")
    assert page.notices() == ["questionnaire-published"], page.text
    return number(page)


def states(stack, code="proeve"):
    return stack.sql(f"SELECT version, state FROM questionnaire WHERE code = '{code}' ORDER BY version")


def test_the_way_there(karla):
    assert "/admin/questionnaires" in " ".join(karla.get("/admin").all("//p:task/@href"))
    page = karla.get("/admin/questionnaires")
    row = page.all("//p:questionnaire-version[@code = 'demo-kontanthjaelp'][@state = 'published']")[0]
    assert int(row.get("screenings")) > 0 and row.get("benefit-title") == "Kontanthjælp"
    page = karla.get("/admin/questionnaires?state=draft&words=findes-ikke")
    assert not page.all("//p:questionnaire-version") and page.status == 200
    assert not karla.get("/admin/questionnaires?words=100%25").all("//p:questionnaire-version"), "a sign of SQL's is a sign"


def test_who_may_not(sign_in, stack):
    for uid in ("mads.sb", "psy.eva", "vk.ole", "xsl.jens", "eval.ane", "bf.tina"):
        client = sign_in(uid)
        for path in ("/admin/questionnaires", "/admin/questionnaires/new", "/admin/questionnaire/1", "/admin/questionnaire/1/edit",
                     "/admin/questionnaire/1/file", "/admin/questionnaire/1/try/1", "/admin/questionnaire/1/try/summary"):
            assert client.get(path).status == 403, (uid, path)
    page = sign_in("it.bo").get("/admin/questionnaire/1")
    assert page.status == 200 and not page.all("//@citizen-id | //p:citizen")
    assert sign_in("it.bo").get("/admin/questionnaire/999999").status == 404


def test_written_checked_saved_published(karla, stack):
    page = begin(karla, submit="check")
    assert page.status == 200 and page.one("//p:check").get("state") == "passed" and page.form("questionnaire-text") is not None
    assert states(stack) == [], "a check saves nothing"
    page = karla.submit("questionnaire-text", {}, submit="save-and-check")
    assert page.notices() == ["questionnaire-begun"] and states(stack) == [["1", "draft"]]
    draft = number(page)
    karla.get(f"/admin/questionnaire/{draft}/edit")
    page = karla.submit("questionnaire-text", {"text": changed(("Sover du godt?", "Sover du godt om natten?"))}, submit="save-and-check")
    assert page.notices() == ["saved"] and "om natten" in page.one("//p:question").text
    assert page.all("//p:test/@state") == ["passed"] and page.one("//p:dimension/p:rule[@id = 'd1.red']").get("test") == "@score >= 1"
    page = karla.submit("publish")
    assert page.notices() == ["questionnaire-published"]
    assert stack.sql("SELECT published_by, changed_by, created_by FROM questionnaire WHERE code = 'proeve'") == [["tl.karla"] * 3]
    assert karla.get(f"/admin/questionnaire/{draft}/edit").status == 409, "a published text is not edited"
    file = karla.send(f"/admin/questionnaire/{draft}/file")
    assert "om natten" in file.text and "proeve-1.xml" in file.headers["Content-Disposition"]


def test_a_file_and_what_it_shares(karla, stack):
    text = changed(('id="demo-kontanthjaelp"', 'id="proeve"'), text=DEMO)
    page = begin(karla, file=text)
    assert page.status == 422 and "takes questions from shared.xml" in words(page)[0][1] and words(page)[0][0]
    assert page.one("//p:field[@name = 'text']/p:value").text .strip() == text.strip(), "the file's text stays to be mended"
    page = begin(karla, file=text, shared=SHARED)
    assert page.notices() == ["questionnaire-begun"], page.text
    kept = stack.sql("SELECT xml LIKE '%<use%', state FROM questionnaire WHERE code = 'proeve'")
    assert kept == [["0", "draft"]]
    # A fault in the other file is told as one of that file.
    broken = changed(("<title>", "<titel>"), ("</title>", "</titel>"), text=SHARED)
    page = begin(karla, file=text, shared=broken)
    assert page.status == 422 and {(f.get("file"), f.get("line")) for f in page.all("//p:check/p:finding")} == {("shared.xml", None)}
    assert page.all("//p:check/p:finding/@file-line")[0]


FAULTS = [
    ("not XML", "not at all", "1: The text is empty, or something stands before the first tag"),
    ("no end", changed(("</questionnaire>", "")), "2[0-9]: The text ends before <questionnaire> is closed"),
    ("a wrong end", changed(("</intro>", "</title>")), "5: <intro> is not closed before <title> is"),
    ("an ampersand", changed(("Svar, som", "Svar & som")), "5: Here is an & by itself"),
    ("DOCTYPE", changed(("<questionnaire ", '<!DOCTYPE q SYSTEM "x"><questionnaire ')), "2: The text has a DOCTYPE"),
    ("an unknown entity", changed(("Svar, som", "&nix;")), "5: The text is not XML here.*nix"),
    ("too large", SMALL + "<!--" + "x" * 1100000 + "-->", " The text is larger than it may be: 1048576 bytes"),
    ("two attributes", changed(('id="q1"', 'id="q1" id="q1"')), "10: id is there twice in one tag"),
    ("another element", changed(("<intro>Svar, som det passer.</intro>", "<velkommen/>")), "5: <velkommen> cannot stand here in <questionnaire>"),
    ("a wrong word", changed(('type="single"', 'type="singel"')), "10: <question> is not written as it must be"),
    ("no tests", changed((SMALL[SMALL.index("  <test"):SMALL.index("</test>") + 7], "")), "2|3: Something is missing at the end of <questionnaire>"),
    ("something else", "<html/>", "1: The text begins with <html>"),
    ("a failing test", changed(('<expect red="1"', '<expect red="2"')), "22: The test t1 expects 2 red dimensions, but 1 came out"),
    ("a costly rule", changed(("count(dimension[@colour='red']) &gt;= 1", "//*[//*[//*[//*[//*[//*[//*[//*[//@* = 'x']]]]]]]]")),
     "19: The rule .* costs too much to evaluate"),
    ("a rule that is none", changed(('test="@score &gt;= 1"', 'test="@score &gt;"')), "15: The rule @score > in test cannot be read as XPath"),
    ("a rule that reads a file", changed(('test="@score &gt;= 1"', "test=\"document('x')\"")), "15: The rule in test uses document, which"),
    ("no licence", changed((' licence="own"', "")), "[23]: <questionnaire> lacks licence"),
    ("no legal basis", changed(('\n    legal-basis="Prøve"', "")), "[23]: <questionnaire> lacks legal-basis"),
    ("an unknown benefit", changed(('licence="own"', 'licence="own" benefit-type="ukendt"')), "3: There is no benefit with the code ukendt"),
    ("shared dimensions", SHARED, " This is a file that questionnaires share"),
    ("asks after itself", changed(('required="yes"', "required=\"yes\" show-if=\"dimension/answer[@question='q1']\"")), "10: q1 waits for the answer to q1"),
]


@pytest.mark.parametrize("text, fault", [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_refused_by_page_and_tool_in_the_same_words(karla, stack, tmp_path, text, fault):
    (tmp_path / "q.xml").write_text(text, encoding="utf-8")
    code, out, err = stack.tool("import", "questionnaire", str(tmp_path / "q.xml"))
    told = [line.removeprefix(f"{tmp_path}/q.xml:") for line in err.splitlines() if not line.startswith("{")]
    assert code == 1 and re.match(fault, told[0]), err
    page = begin(karla, file=text)
    if "test t1" in fault or "costs" in fault:
        # Kept, to be mended; not published.
        assert page.notices() == ["questionnaire-begun"] and not page.all("//p:form[@name = 'publish']")
    else:
        assert page.status == 422 and page.notices() == ["questionnaire-refused"], page.text
    assert [f"{line or ''}{':' if line else ''} {said}" for line, said in words(page)] == told
    assert [state for _, state in states(stack)] in ([], ["draft"])


def test_a_failing_test_is_not_published(karla, stack):
    begin(karla)
    page, draft = karla.page, number(karla.page)
    bad = changed(('<expect red="1"', '<expect red="2"'))
    stack.sql(f"UPDATE questionnaire SET xml = '{bad.replace(chr(39), chr(39) * 2)}' WHERE id = {draft}")
    page = karla.submit("publish", page=page)
    assert page.status == 422 and page.notices() == ["questionnaire-refused"] and states(stack) == [["1", "draft"]]
    assert page.all("//p:test/@state") == ["failed"] and [line for line, said in words(page)] == ["22"]
    assert words(page, "da")[0][1].startswith("Prøven »t1« venter 2 røde dimensioner, men der kom 1.")


def test_versions_do_not_change(karla, stack):
    first = publish(karla)
    page = begin(karla)
    assert page.notices() == ["questionnaire-there"] and number(page) == first
    page = begin(karla, changed(("Søvn", "Nattesøvn")))
    assert page.status == 422 and "proeve version 1 was published with other content" in words(page)[0][1]
    # The next one begins with the same text.
    karla.get(f"/admin/questionnaire/{first}")
    page = karla.submit("copy")
    assert page.notices() == ["questionnaire-copied"] and 'version="2"' in page.one("//p:field[@name = 'text']/p:value").text
    karla.get(page.all("//p:breadcrumbs/p:item/@href")[-1])
    assert karla.submit("publish").notices() == ["questionnaire-published"]
    assert states(stack) == [["1", "retired"], ["2", "published"]]
    stack.sql("DELETE FROM questionnaire WHERE code = 'proeve' AND version = 1")
    page = begin(karla)
    assert page.status == 422 and "A later version of proeve than 1 is published already" in words(page)[0][1]


def test_retired_by_hand(karla, stack):
    first = publish(karla)
    page = karla.submit("retire")
    assert page.notices() == ["questionnaire-retired"] and states(stack) == [["1", "retired"]]
    assert stack.sql(f"SELECT retired_by FROM questionnaire WHERE id = {first}") == [["tl.karla"]]
    assert not page.all("//p:form[@name = 'retire']") and page.all("//p:form[@name = 'copy']")


def test_discarded(karla, stack):
    begin(karla)
    assert karla.submit("discard-draft").notices() == ["questionnaire-discarded"] and states(stack) == []


def test_two_edit_one_draft(karla, sign_in, stack):
    draft = number(begin(karla))
    karla.get(f"/admin/questionnaire/{draft}/edit")
    other = sign_in("it.bo")
    other.get(f"/admin/questionnaire/{draft}/edit")
    assert other.submit("questionnaire-text", {"text": changed(("Sover", "Hviler"))}, submit="save-and-check").notices() == ["saved"]
    page = karla.submit("questionnaire-text", {"text": changed(("godt?", "roligt?"))}, submit="save-and-check")
    assert page.status == 409 and page.notices() == ["stale"]
    assert "roligt?" in page.one("//p:field[@name = 'text']/p:value").text
    assert {line.get("change"): line.text.strip() for line in page.all("//p:difference/p:line[@change != 'same']")} == {
        "removed": "<text>Hviler du godt?</text>", "added": "<text>Sover du roligt?</text>"}
    page = karla.submit("questionnaire-text", {}, submit="save-and-check")
    assert page.notices() == ["saved"] and "roligt" in page.one("//p:question").text


def test_two_publish_at_once(karla, sign_in, stack):
    draft = number(begin(karla))
    clients = [karla, sign_in("it.bo")]
    forms = [client.get(f"/admin/questionnaire/{draft}") for client in clients]
    answers = [None, None]

    def press(i):
        answers[i] = clients[i].send(f"/admin/questionnaire/{draft}/publish", clients[i].fill(forms[i].form("publish"), {}))

    threads = [threading.Thread(target=press, args=(i,)) for i in (0, 1)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(answer.status for answer in answers) == [303, 409], [answer.text for answer in answers]
    lost = [answer for answer in answers if answer.status == 409][0]
    assert lost.notices() == ["questionnaire-not-a-draft"]
    assert states(stack) == [["1", "published"]]


def test_a_double_click_publishes_once(karla):
    page = begin(karla)
    pairs = karla.fill(page.form("publish"), {})
    path = page.form("publish").get("action")
    first, second = karla.send(path, pairs), karla.send(path, pairs)
    assert (first.status, second.status) == (303, 303) and first.headers["Location"] == second.headers["Location"]


def test_old_answers_keep_their_version(karla, sign_in, stack):
    first = publish(karla)
    stack.sql("INSERT INTO screening (citizen_id, questionnaire_id, expires_on, issued_by, changed_by) SELECT id, "
              f"{first}, '2099-01-01', 'mads.sb', 'mads.sb' FROM citizen LIMIT 1")
    page = karla.get(f"/admin/questionnaire/{first}")
    assert page.all("//p:content/p:questionnaire-version/@open") == ["1"]
    publish(karla, changed(('version="1"', 'version="2"'), ("Sover du godt?", "Sover du?")))
    assert stack.sql("SELECT q.version, q.state FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id"
                     " WHERE q.code = 'proeve'") == [["1", "retired"]]
    assert "godt" in stack.sql(f"SELECT xml FROM questionnaire WHERE id = {first}")[0][0]


def test_the_tool_keeps_a_draft(karla, stack, tmp_path):
    file = tmp_path / "q.xml"
    file.write_text(SMALL, encoding="utf-8")
    code, out, err = stack.tool("import", "questionnaire", "--draft", str(file))
    assert code == 0 and "proeve version 1: draft, 1 questions in 1 dimensions" in out, err
    file.write_text(changed(("godt", "roligt")), encoding="utf-8")
    assert stack.tool("import", "questionnaire", "--draft", str(file))[0] == 0, "its own draft is replaced"
    draft = stack.sql("SELECT id FROM questionnaire WHERE code = 'proeve'")[0][0]
    karla.get(f"/admin/questionnaire/{draft}/edit")
    karla.submit("questionnaire-text", {"text": SMALL}, submit="save-and-check")
    code, out, err = stack.tool("import", "questionnaire", str(file))
    assert code == 1 and "There is a draft of proeve version 1 already, with other content" in err, "what a person writes on is not"
    file.write_text(SMALL, encoding="utf-8")
    code, out, err = stack.tool("import", "questionnaire", str(file))
    assert code == 0 and "version 1: published" in out and states(stack) == [["1", "published"]]


TRIED = SMALL.replace("""      </question>
      <colour""", """      </question>
      <question id="q2" type="number" required="no" min="0" max="24" decimals="1" unit="timer" scored="no">
        <text>Hvor mange timer sover du?</text>
      </question>
      <question id="q3" type="many" required="no">
        <text>Hvad holder dig vågen?</text>
        <option id="larm" score="0">Larm</option>
        <option id="tanker" score="0">Tanker</option>
      </question>
      <question id="q4" type="text" required="no" max="200">
        <text>Noget andet?</text>
      </question>
      <colour""", 1)


def left_behind(stack):
    """What a trial could leave: rows of every table but the sessions, whose seen_at moves, and the log of who looked."""
    tables = [row[0] for row in stack.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'samspil'"
                                          " AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') AND table_name NOT IN ('session', 'access_log')")]
    return stack.sql("; ".join(f"CHECKSUM TABLE {table}" for table in sorted(tables)))


def test_a_trial_is_walked_to_the_end_and_leaves_nothing(karla, stack):
    draft = number(begin(karla, TRIED))
    before = left_behind(stack)
    page = karla.get(f"/admin/questionnaire/{draft}/try/1")
    assert page.status == 200 and page.one("//p:questionnaire").get("pages") == "4"
    page = karla.submit("questionnaire", {}, submit="next")
    assert page.status == 422 and page.errors() == {"q1": "unanswered"}, "as the citizen would be told"
    page = karla.submit("questionnaire", {"q1": "nej"}, submit="next")
    assert page.status == 200 and page.notices() == [] and page.one("//p:questionnaire").get("page") == "2"
    page = karla.submit("questionnaire", {"q2": "sytten"}, submit="next")
    assert page.status == 422 and list(page.errors()) == ["q2"] and page.one("//p:field[@name = 'q2']/p:value").text == "sytten"
    page = karla.submit("questionnaire", {"q2": "6,5"}, submit="next")
    page = karla.submit("questionnaire", {"q3": ["larm", "tanker"]}, submit="back")
    assert page.one("//p:questionnaire").get("page") == "2" and page.one("//p:field[@name = 'q2']/p:value").text == "6,5"
    page = karla.submit("questionnaire", {}, submit="next")
    assert [value.text for value in page.all("//p:field[@name = 'q3']/p:value")] in (["larm", "tanker"], ["larm tanker"])
    page = karla.submit("questionnaire", {}, submit="next")
    page = karla.submit("questionnaire", {"q4": "To\nlinjer"}, submit="send")
    assert page.status == 200 and page.one("//p:summary").get("missed") == "0", page.text
    assert page.one("//p:asked[@question = 'q3']/p:text").text == "Larm; Tanker"
    page = karla.submit("questionnaire", {}, submit="send")
    result = page.one("//p:trial-result")
    assert (result.get("red"), result.get("rule"), result.find("{*}sentence").text) == ("1", "i1", "1 rød, høj.")
    assert page.one("//p:trial-dimension").get("rule") == "d1.red"
    assert left_behind(stack) == before, "nothing was written"
    assert stack.sql("SELECT COUNT(*) FROM access_log WHERE route LIKE '/admin/questionnaire%' AND citizen_id IS NOT NULL") == [["0"]]


def test_a_trial_shows_the_draft_as_it_is_now(karla, sign_in, stack):
    draft = number(begin(karla))
    other = sign_in("it.bo")
    for turn in ("roligt", "dybt", "længe"):
        karla.get(f"/admin/questionnaire/{draft}/edit")
        karla.submit("questionnaire-text", {"text": changed(("godt", turn))}, submit="save-and-check")
        for client in (karla, other, karla, other):
            assert turn in client.get(f"/admin/questionnaire/{draft}/try/1").text
    assert karla.get(f"/admin/questionnaire/{draft}/try/9").status == 404
    assert karla.get("/admin/questionnaire/999999/try/1").status == 404


def test_a_trial_in_another_language(karla):
    page = karla.get("/admin/questionnaires?words=kontanthj")
    path = page.all("//p:questionnaire-version[@state = 'published']/@id")[0]
    page = karla.get(f"/admin/questionnaire/{path}/try/1?language=ar")
    assert page.tree.get("lang") == "ar" and page.all("//p:trial/p:language[@current]/@code") == ["ar"]
    page = karla.submit("questionnaire", {page.all("//p:form[@name = 'questionnaire']/p:field/@name")[0]: "declined"}, submit="next")
    assert page.tree.get("lang") == "ar" and page.one("//p:questionnaire").get("page") == "2"
    html = karla.html(f"/admin/questionnaire/{path}/try/1?language=ar").text
    assert 'dir="rtl"' in html
    assert karla.get(f"/admin/questionnaire/{path}/try/1?language=xx").tree.get("lang") == "da"


def test_an_indication_that_is_no_category_is_told(karla, tmp_path, stack):
    """It hinders nothing; the page and the tool say it, with the codes that there are."""
    text = open(TOP + "/conf/questionnaires/trivsel.xml", encoding="utf-8").read()
    assert "<indication" not in text
    text = text.replace('id="trivsel"', 'id="uden-kategori"', 1).replace("<test ", '''<indication id="klar" risk="low" title="Klar" test="true()">klar</indication>
  <sentence>Borgeren er {indication}.</sentence>
  <test ''', 1)
    file = tmp_path / "uden-kategori.xml"
    file.write_text(text)
    code, _, err = stack.tool("import", "questionnaire", "--draft", str(file))
    assert code == 0 and "warning: The indication klar is no risk category" in err and "jobparat" in err, err
    row = stack.sql("SELECT id FROM questionnaire WHERE code = 'uden-kategori'")[0][0]
    page = karla.get(f"/admin/questionnaire/{row}")
    finding = page.one("//p:check[@state = 'passed']/p:finding")
    assert (finding.get("key"), finding.get("refuses"), finding.get("name")) == ("no-category", "no", "klar")
    assert "aktivitetsparat" in finding.get("wanted")
    stack.sql(f"DELETE FROM questionnaire WHERE id = {row}")
