"""The studio: drafts of a department's look are edited, checked, asked for, activated by another, rolled back."""

import pytest

SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:samspil:page:1" xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/%s.xsl"/>
%s
</xsl:stylesheet>"""
WRONG = "  <xsl:template match=\"p:focus-area\" mode=\"cell.focus-area\">\n    <th scope=\"row\"><xsl:value-of select=\"$nothing\"/></th>\n  </xsl:template>"


def sheet(program="plan", body=""):
    return SHEET % (program, body)


@pytest.fixture
def clean(stack):
    """No department has a look, nor has any had one."""
    def clear():
        stack.sql("UPDATE stylesheet_view SET active_id = NULL, failures_in_row = 0; DELETE FROM stylesheet_use;"
                  " DELETE FROM stylesheet_failure; DELETE FROM stylesheet_version")
    clear()
    yield stack
    clear()


@pytest.fixture
def jens(clean, sign_in):
    return sign_in("xsl.jens")


@pytest.fixture
def bo(clean, sign_in):
    return sign_in("it.bo")


def begin(client, program="plan", **fields):
    client.get("/admin/stylesheets")
    page = client.submit("draft", {"program": program, "beginning": "shipped", "reason": "Prøve", **fields})
    return page.one("//p:stylesheet").get("id") if page.status == 200 and page.all("//p:stylesheet") else None


def save(client, draft, text, submit="save", **fields):
    client.get(f"/admin/stylesheets/{draft}")
    return client.submit("stylesheet", {"sheet": text, **fields}, submit=submit)


def activate(jens, bo, draft):
    jens.get(f"/admin/stylesheets/{draft}")
    assert jens.submit("ask").notices() == ["stylesheet-asked"]
    bo.get(f"/admin/stylesheets/{draft}/activate")
    page = bo.submit("activate")
    assert page.notices() == ["stylesheet-activated"], page.text


def test_the_list_says_what_each_view_shows_with(jens, bo):
    page = jens.get("/admin/stylesheets")
    assert page.one("//p:stylesheets").get("of") == "department"
    assert page.all("//p:view/@program") == ["portal", "answer", "screening", "triage", "plan", "report", "admin"]
    assert {view.get("department") for view in page.all("//p:view")} == {"sundhedscenter"} and not page.all("//p:view/*")
    assert "/admin/stylesheets" in str(jens.get("/admin").all("//p:task/@href"))
    page = bo.get("/admin/stylesheets")
    assert page.one("//p:stylesheets").get("of") == "all" and not page.all("//p:view") and not page.all("//p:form[@name='draft']")
    draft = begin(jens)
    assert bo.get("/admin/stylesheets").all("//p:view/p:version/@id") == [draft]


def test_a_draft_is_begun_saved_and_kept(jens, stack):
    draft = begin(jens, reason="Kortere liste")
    page = jens.page
    assert page.notices() == ["stylesheet-begun"] and "samspil:pages/plan.xsl" in page.one("//p:field[@name='sheet']/p:value").text
    page = save(jens, draft, sheet(body="  <!-- æøå -->\t<?x y?>"), reason="Kortere liste, æøå")
    assert page.notices() == ["saved"]
    assert page.one("//p:field[@name='sheet']/p:value").text == sheet(body="  <!-- æøå -->\t<?x y?>")
    assert page.one("//p:stylesheet").get("reason") == "Kortere liste, æøå"
    assert not page.all("//p:check"), "the gate is asked where somebody wants to know"


def test_what_is_typed_is_never_lost(jens):
    draft = begin(jens)
    page = save(jens, draft, "<not even XML", reason="")
    assert page.status == 422 and page.errors() == {"reason": "required"}
    assert page.one("//p:field[@name='sheet']/p:value").text == "<not even XML"
    page = save(jens, draft, "<not even XML")
    assert page.status == 200 and page.one("//p:field[@name='sheet']/p:value").text == "<not even XML"
    page = send_file(jens, jens.get(f"/admin/stylesheets/{draft}").form("stylesheet"), b"", {"sheet": "æ" * 70000})
    assert page.status == 422 and page.errors() == {"sheet": "too-large"}
    assert len(page.one("//p:field[@name='sheet']/p:value").text) == 70000


def test_two_who_save_at_once_see_both_texts(jens, sign_in):
    draft = begin(jens)
    jens.get(f"/admin/stylesheets/{draft}")
    other = sign_in("xsl.jens")
    save(other, draft, sheet(body="<!-- the other's -->"))
    page = jens.submit("stylesheet", {"sheet": sheet(body="<!-- mine -->")}, submit="save")
    assert page.status == 409 and page.notices() == ["stale"]
    assert "mine" in page.one("//p:field[@name='sheet']/p:value").text
    assert "the other's" in page.one("//p:field[@name='sheet']/p:theirs").text
    page = jens.submit("stylesheet", {}, submit="save")
    assert page.status == 200 and "mine" in page.one("//p:field[@name='sheet']/p:value").text


def test_a_double_click_begins_one_draft(jens, stack):
    page = jens.get("/admin/stylesheets")
    pairs = jens.fill(page.form("draft"), {"program": "plan", "beginning": "shipped", "reason": "to klik"})
    first, second = jens.send("/admin/stylesheets", pairs), jens.send("/admin/stylesheets", pairs)
    assert (first.status, second.status) == (303, 303) and first.headers["Location"] == second.headers["Location"]
    assert stack.sql("SELECT COUNT(*) FROM stylesheet_version") == [["1"]]
    page = jens.get("/admin/stylesheets")
    page = jens.submit("draft", {"program": "plan", "beginning": "shipped", "reason": "en til"})
    assert page.status == 422 and page.errors() == {"program": "draft-exists"}
    page = jens.submit("draft", {"program": "triage", "beginning": "active", "reason": "hvad er i brug?"})
    assert page.errors() == {"beginning": "no-active-stylesheet"}


def test_save_and_check_is_one_press(jens):
    draft = begin(jens)
    page = save(jens, draft, sheet(body=WRONG), submit="save-and-check")
    check = page.one("//p:check")
    assert page.status == 200 and check.get("state") == "refused"
    finding = page.all("//p:check/p:finding[@line='7' or @line='6']")[0]
    assert finding.get("refuses") == "yes"
    assert page.all("//p:code/p:line[@level='error']/@n")
    html = jens.html(page.url[len(jens.url):]).text
    assert f'href="#l{finding.get("line")}"' in html and f'id="l{finding.get("line")}"' in html
    page = jens.submit("stylesheet", {"sheet": sheet()}, submit="save-and-check")
    check = page.one("//p:check")
    assert check.get("state") == "passed", page.text
    assert int(check.get("pages")) > 5 and float(check.get("slowest-milliseconds")) > 0


def test_what_the_gate_refuses_is_not_asked_for(jens, bo):
    draft = begin(jens)
    save(jens, draft, sheet(body=WRONG))
    jens.get(f"/admin/stylesheets/{draft}")
    page = jens.submit("ask")
    assert page.status == 422 and page.notices() == ["stylesheet-refused"] and page.one("//p:check").get("state") == "refused"
    assert not bo.get("/admin/stylesheets").all("//p:version[@asked-at]")
    page = bo.get(f"/admin/stylesheets/{draft}/activate")
    assert page.one("//p:stylesheet").get("hinders") == "not-asked" and not page.all("//p:form[@name='activate']")


def test_another_puts_it_to_use(jens, bo, stack):
    draft = begin(jens)
    jens.get(f"/admin/stylesheets/{draft}")
    assert jens.submit("ask").notices() == ["stylesheet-asked"]
    page = jens.get(f"/admin/stylesheets/{draft}/activate")
    assert page.one("//p:stylesheet").get("hinders") == "same-person" and not page.all("//p:form[@name='activate']")
    page = bo.get(f"/admin/stylesheets/{draft}/activate")
    assert page.one("//p:stylesheet").get("asked-by-name") == "Jens Stilark" and page.one("//p:check").get("state") == "passed"
    assert not page.one("//p:difference").get("from") and page.all("//p:difference/p:line[@change='added']")
    pairs = bo.fill(page.form("activate"), {})
    own = dict(jens.fill(jens.get("/admin/stylesheets").form("draft"), {"program": "plan", "beginning": "shipped", "reason": "x"}))
    answer = jens.send(f"/admin/stylesheets/{draft}/activate", {"token": own["token"], "revision": dict(pairs)["revision"]})
    assert answer.status == 422 and "stylesheet-same-person" in answer.text
    assert bo.send(f"/admin/stylesheets/{draft}/activate", pairs).status == 303
    page = jens.get("/admin/stylesheets")
    version = page.one("//p:view[@program='plan']/p:version")
    assert version.get("state") == "active" and version.get("activated-by-name") == "Bo Drift"
    page = jens.get(f"/admin/stylesheets/{draft}")
    assert page.all("//p:code/p:line") and not page.all("//p:form[@name='stylesheet']")
    assert jens.send(f"/admin/stylesheets/{draft}", {**own, "revision": "1", "sheet": "x", "reason": "y"}).status == 422
    assert stack.sql(f"SELECT state FROM stylesheet_version WHERE id = {draft}") == [["active"]]


def test_saving_takes_the_wish_back(jens, bo):
    draft = begin(jens)
    jens.get(f"/admin/stylesheets/{draft}")
    jens.submit("ask")
    page = bo.get(f"/admin/stylesheets/{draft}/activate")
    pairs = bo.fill(page.form("activate"), {})
    save(jens, draft, sheet(body="<!-- later -->"))
    assert bo.send(f"/admin/stylesheets/{draft}/activate", pairs).status == 409
    assert bo.get(f"/admin/stylesheets/{draft}/activate").one("//p:stylesheet").get("hinders") == "not-asked"


def test_back_with_one_click(jens, bo, stack):
    first = begin(jens)
    activate(jens, bo, first)
    second = begin(jens, beginning="active")
    save(jens, second, sheet(body="<!-- second -->"))
    activate(jens, bo, second)
    assert jens.get("/admin/stylesheets").all("//p:version[@state='active']/@id") == [second]
    page = jens.get(f"/admin/stylesheets/{second}/difference?with={first}")
    assert [line.text for line in page.all("//p:line[@change='added']")] == ["<!-- second -->"]
    page = jens.get("/admin/stylesheets")
    pairs = jens.fill(page.form("roll-back"), {})
    action = page.form("roll-back").get("action")
    assert jens.send(action, pairs).headers["Location"] == jens.send(action, pairs).headers["Location"]
    page = jens.get("/admin/stylesheets")
    assert page.all("//p:version[@state='active']/@id") == [first], "a double click goes one step"
    late = jens.send(action, [pair for pair in pairs if pair[0] != "once"])
    assert late.status == 409 and "stylesheet-not-active" in late.text
    page = jens.get(f"/admin/stylesheets/{first}")
    page = jens.submit("roll-back", {"why": "helt væk"})
    assert page.notices() == ["stylesheet-rolled-back"] and not page.all("//p:view[@program='plan']/p:version")
    assert stack.sql(f"SELECT retired_why FROM stylesheet_version WHERE id = {first}") == [["helt væk"]]


def test_a_draft_is_discarded(jens, stack):
    draft = begin(jens)
    jens.get(f"/admin/stylesheets/{draft}")
    assert jens.submit("discard").notices() == ["stylesheet-discarded"]
    assert stack.sql("SELECT COUNT(*) FROM stylesheet_version") == [["0"]]
    assert jens.send(f"/admin/stylesheets/{draft}").status == 403


def test_files_go_out_and_come_in(jens):
    draft = begin(jens)
    answer = jens.send(f"/admin/stylesheets/{draft}/file")
    assert answer.status == 200 and answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="plan.xsl"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and b"samspil:pages/plan.xsl" in answer.body
    text = sheet(body="<!-- fra en fil, æ -->").encode()
    for bytes_, status, want in ((b"\xef\xbb\xbf" + text + b"\r\n", 303, None), (b"\xff\xfe<\0", 422, "file-not-text"), (b"a\0b", 422, "file-not-text"),
                                 (b"x" * 140000, 422, "file-too-large")):
        page = jens.get(f"/admin/stylesheets/{draft}")
        answer = send_file(jens, page.form("stylesheet"), bytes_)
        assert answer.status == status, answer.text
        assert want is None or want in answer.text
    assert jens.get(f"/admin/stylesheets/{draft}").one("//p:field[@name='sheet']/p:value").text == text.decode()


def send_file(client, form, content, fields=None):
    """The form as a browser sends it, with a file, if there is one."""
    mark = b"----marke"
    body = b"".join(b"--" + mark + f'\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value.encode() + b"\r\n"
                    for name, value in client.fill(form, fields or {}, "save") if name != "file")
    body += b"--" + mark + b'\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\nContent-Type: text/xml\r\n\r\n' % (b"plan.xsl" if content else b"")
    return client.send(form.get("action"), body + content + b"\r\n--" + mark + b"--\r\n",
                       headers={"Content-Type": "multipart/form-data; boundary=" + mark.decode()})


def test_looks_of_other_departments_are_closed(jens, bo, stack, sign_in):
    draft = begin(jens)
    stack.sql(f"UPDATE stylesheet_version SET department_id = 'jobcenter', created_by = 'mads.sb', changed_by = 'mads.sb' WHERE id = {draft}")
    for path in ("", "/activate", "/difference?with=" + draft, "/file", "/preview", "/beside?page=/plan/3", "/sample?name=plan-overview&look=draft",
                 "/facts"):
        assert jens.send(f"/admin/stylesheets/{draft}{path}").status == 403, path
        assert jens.send(f"/admin/stylesheets/999999{path}").status == 403, path
        assert bo.send(f"/admin/stylesheets/{draft}{path}").status == 200, path
        assert bo.send(f"/admin/stylesheets/999999{path}").status == 404, path
        for uid in ("mads.sb", "tl.karla", "vk.ole"):
            assert sign_in(uid).send(f"/admin/stylesheets/{draft}{path}").status == 403, (uid, path)
    token = dict(jens.fill(jens.get("/admin/stylesheets").form("draft"), {"program": "plan", "beginning": "shipped", "reason": "x"}))["token"]
    for path, fields in (("", {"sheet": "x", "reason": "y"}), ("/ask", {}), ("/discard", {}), ("/activate", {}), ("/roll-back", {})):
        assert jens.send(f"/admin/stylesheets/{draft}{path}", {"token": token, "revision": "1", **fields}).status == 403, path
    token = dict(bo.fill(bo.get(f"/admin/stylesheets/{draft}").one("//p:user/p:form"), {}))["token"]
    for path, fields in (("", {"sheet": "x", "reason": "y"}), ("/ask", {}), ("/discard", {})):
        assert bo.send(f"/admin/stylesheets/{draft}{path}", {"token": token, "revision": "1", **fields}).status == 403, path
    assert "refuse" in {row[0] for row in stack.sql("SELECT action FROM access_log WHERE uid = 'xsl.jens' AND route LIKE '/admin/stylesheets/:id%'")}


def test_where_a_draft_can_be_seen(jens, bo, stack):
    draft = begin(jens)
    stack.sql("INSERT IGNORE INTO fictional_citizen (citizen_id) VALUES (3)")
    last = stack.sql("SELECT MAX(id) FROM access_log")[0][0]
    page = jens.get(f"/admin/stylesheets/{draft}/preview")
    citizen = page.one("//p:citizen[@id='3']")
    places = {place.get("name"): place.get("href") for place in citizen}
    assert places["overview"].endswith(f"/plan/{citizen.get('course')}?stylesheet={draft}") and "focus-areas" in places
    assert ["3"] in stack.sql(f"SELECT citizen_id FROM access_log WHERE id > {last} AND uid = 'xsl.jens'")
    assert "plan-overview" in page.all("//p:sample/@name")
    page = bo.get(f"/admin/stylesheets/{draft}/preview")
    assert not page.all("//p:citizen") and page.all("//p:sample"), "a draft is its author's, but for samples"


def test_a_page_beside_the_common_look(jens, bo):
    draft = begin(jens)
    for given, path in (("/plan/3", "/plan/3?"), (jens.url + "/plan/3/focus-areas?code=b&stylesheet=4#x", "/plan/3/focus-areas?code=b&")):
        jens.get(f"/admin/stylesheets/{draft}/preview")
        page = jens.submit("beside", {"page": given})
        assert page.all("//p:pane/@src") == [f"{jens.prefix}{path}stylesheet={draft}&frame=1", f"{jens.prefix}{path}stylesheet=default&frame=1"]
    for given, notice in (("https://evil.example/plan/3", "stylesheet-no-page"), ("//evil.example/plan/3", "stylesheet-no-page"),
                          ("/\\evil.example", "stylesheet-no-page"), ("plan/3", "stylesheet-no-page"), ("/citizens/3", "stylesheet-other-program"),
                          ("/planner", "stylesheet-other-program")):
        jens.get(f"/admin/stylesheets/{draft}/preview")
        page = jens.submit("beside", {"page": given})
        assert page.notices() == [notice] and not page.all("//p:pane"), given
    assert bo.get(f"/admin/stylesheets/{draft}/beside?page=/plan/3").notices() == ["stylesheet-not-author"]
    html = jens.html(f"/admin/stylesheets/{draft}/beside?page=/plan/3").text
    assert html.count('<iframe class="sp-frame__page" sandbox="allow-same-origin" src="') == 2


def test_samples(jens, bo):
    draft = begin(jens)
    save(jens, draft, sheet(body="<xsl:template match=\"p:content\" mode=\"heading\"><h1>Vores egen</h1></xsl:template>"))
    for client in (jens, bo):
        page = client.get(f"/admin/stylesheets/{draft}/beside?sample=plan-overview")
        mine, common = (client.html(src) for src in page.all("//p:pane/@src"))
        assert mine.headers["Content-Type"] == common.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "Vores egen" in mine.text and "Vores egen" not in common.text
        assert "frame-ancestors 'self'" in mine.headers["Content-Security-Policy"] and mine.headers["X-Frame-Options"] == "SAMEORIGIN"
    for name in ("portal-home", "../samples/plan-overview", "plan-nothing", ""):
        assert jens.send(f"/admin/stylesheets/{draft}/sample?look=draft&name={name}").status == 404, name
    save(jens, draft, sheet(body=WRONG))
    page = jens.get(f"/admin/stylesheets/{draft}/sample?look=draft&name=plan-focus-areas")
    assert page.one("//p:unrendered").text and page.one("//p:unrendered").get("line")


def test_facts_that_are_not_shown(jens):
    draft = begin(jens)
    page = jens.get(f"/admin/stylesheets/{draft}/facts")
    assert page.all("//p:sample") and not page.all("//p:facts")
    page = jens.get(f"/admin/stylesheets/{draft}/facts?page=plan-focus-areas")
    assert page.one("//p:facts").get("page") == "plan-focus-areas" and not page.all("//p:fact") and not page.one("//p:facts").get("why")
    save(jens, draft, sheet(body="<xsl:template match=\"p:focus-area\" mode=\"cell.suggestion\"><td/></xsl:template>"))
    page = jens.get(f"/admin/stylesheets/{draft}/facts?page=plan-focus-areas")
    assert {fact.get("element") for fact in page.all("//p:fact")} == {"suggestion", "focus-area"}, "the catalogue's title stands there too"
    assert jens.send(f"/admin/stylesheets/{draft}/facts?page=portal-home").status == 404


def test_use_and_failures_are_told(jens, bo, stack):
    draft = begin(jens)
    activate(jens, bo, draft)
    stack.sql(f"INSERT INTO stylesheet_use (version_id, day, renderings, failures, microseconds) VALUES ({draft}, CURDATE(), 4, 1, 8000),"
              f" ({draft}, CURDATE() - INTERVAL 90 DAY, 1000, 100, 1)")
    stack.sql(f"INSERT INTO stylesheet_failure (version_id, page, line, reason, reference) VALUES ({draft}, 'overview', 7, 'for dybt', '0000abcd')")
    page = jens.get("/admin/stylesheets")
    use = page.one("//p:view[@program='plan']/p:use")
    assert (use.get("renderings"), use.get("failures"), use.get("milliseconds")) == ("4", "1", "2.0")
    assert page.one("//p:view/p:failure").get("reason") == "for dybt"
    page = jens.get(f"/admin/stylesheets/{draft}")
    failure = page.one("//p:failure")
    assert (failure.get("page"), failure.get("line"), failure.get("reference")) == ("overview", "7", "0000abcd")
    stack.sql(f"UPDATE stylesheet_view SET active_id = NULL WHERE active_id = {draft}")
    stack.sql(f"UPDATE stylesheet_version SET state = 'retired', retired_at = NOW(), retired_why = 'fejlede' WHERE id = {draft}")
    for client in (jens, bo):
        version = client.get("/admin/stylesheets").one("//p:version")
        assert version.get("taken-out") == "yes" and version.get("retired-why") == "fejlede"
