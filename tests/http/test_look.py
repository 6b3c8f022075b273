"""What a department sets with forms: colours, logo, columns, words; who may, and what the pages show then."""

import re
import struct
import zlib

import pytest

from samspil import multipart

HEALTH, JOBS = "sundhedscenter", "jobcenter"


def png(width, height, size=0):
    """A PNG of one colour; size: at least so many bytes, by a chunk that no reader shows."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = zlib.compress(b"".join(b"\0" + b"\x20\x60\x90" * width for _ in range(height)))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            (chunk(b"prVt", b"\0" * size) if size else b"") + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


@pytest.fixture(autouse=True)
def nothing_set(stack):
    """Tests begin and end without settings."""
    tables = "department_look", "department_label", "department_column"
    forget = "".join(f"DELETE FROM {table}; " for table in tables) + "UPDATE stylesheet_view SET look_revision = COALESCE(look_revision, 0) + 1"
    stack.sql(forget)
    yield
    stack.sql(forget)


@pytest.fixture
def editor(sign_in):
    return sign_in("xsl.jens")


@pytest.fixture
def operator(sign_in):
    return sign_in("it.bo")


def revisions(stack):
    return {(department, program): int(revision or 0) for department, program, revision in
            stack.sql("SELECT department_id, program, look_revision FROM stylesheet_view")}


# Who may

@pytest.mark.parametrize("path", ["/admin/look", "/admin/look/columns", "/admin/look/labels"])
def test_only_editors_and_operators(sign_in, path):
    assert sign_in("mads.sb").get(path).status == 403
    assert sign_in("tl.karla").get(path).status == 403
    jens = sign_in("xsl.jens")
    assert jens.get(path).one("//p:look").get("department") == HEALTH
    assert not jens.page.all("//p:look/p:department")
    assert jens.get(path + "?department=" + HEALTH).status == 200
    assert jens.get(path + "?department=" + JOBS).status == 403
    assert jens.get(path + "?department=nowhere").status == 403
    bo = sign_in("it.bo")
    assert bo.get(path).one("//p:look").get("department") == "it"
    assert len(bo.page.all("//p:look/p:department")) >= 8
    assert bo.get(path + "?department=" + JOBS).one("//p:look").get("department") == JOBS
    assert bo.get(path + "?department=nowhere").status == 404


def test_another_department_cannot_be_saved(editor, stack):
    editor.get("/admin/look")
    form = editor.page.form("look")
    form.set("action", "/admin/look?department=" + JOBS)
    assert editor.submit("look", {"bar-colour": "#102030"}).status == 403
    editor.get("/admin/look/labels?key=navigation.courses")
    editor.page.form("label").set("action", "/admin/look/labels?key=navigation.courses&department=" + JOBS)
    assert editor.submit("label", {"text": "Sager"}).status == 403
    assert stack.sql("SELECT COUNT(*) FROM department_look") == [["0"]] and stack.sql("SELECT COUNT(*) FROM department_label") == [["0"]]


def test_an_operator_sets_for_a_department(operator, stack):
    operator.get("/admin/look?department=" + JOBS)
    page = operator.submit("look", {"bar-colour": "#102030"})
    assert page.status == 200 and page.one("//p:look").get("department") == JOBS
    assert stack.sql("SELECT department_id, bar_colour, changed_by FROM department_look") == [[JOBS, "#102030", "it.bo"]]
    assert page.one("//p:look").get("changed-by") == "Bo Drift" and page.one("//p:look").get("changed-at")


# Colours

def test_colours_are_saved(editor, stack):
    before = revisions(stack)
    page = editor.get("/admin/look")
    assert [colour.get("ratio") for colour in page.all("//p:colour")] == ["12.2", "7.1"]
    assert page.one("//p:preview").get("css") is None
    page = editor.submit("look", {"bar-colour": "1F6B3A", "link-colour": " #7A1F5C "})
    assert page.status == 200 and page.notices() == ["look-saved"]
    assert stack.sql("SELECT bar_colour, link_colour, revision, changed_by FROM department_look") == [["#1f6b3a", "#7a1f5c", "1", "xsl.jens"]]
    assert page.one("//p:preview").get("css").endswith("/look/style.css?bar=1f6b3a&link=7a1f5c&scope=preview")
    assert page.one("//p:look").get("changed-by") == "Jens Stilark"
    after = revisions(stack)
    assert all(after[HEALTH, program] == before.get((HEALTH, program), 0) + 1 for program in ("portal", "answer", "screening", "triage", "plan", "report", "admin"))
    assert {key: value for key, value in after.items() if key[0] != HEALTH} == {key: value for key, value in before.items() if key[0] != HEALTH}
    # The shipped colour is no colour of one's own.
    page = editor.submit("look", {"bar-colour": "#10394C", "link-colour": ""})
    assert stack.sql("SELECT bar_colour, link_colour, revision FROM department_look") == [[None, None, "2"]]
    assert len(stack.sql("SELECT 1 FROM department_look FOR SYSTEM_TIME ALL WHERE department_id = 'sundhedscenter' AND bar_colour = '#1f6b3a'")) >= 1


@pytest.mark.parametrize("field, value, error", [
    ("bar-colour", "#7b7b7b", "contrast-bar"),
    ("bar-colour", "red", "not-a-colour"),
    ("bar-colour", "#fff", "not-a-colour"),
    ("link-colour", "#ffd500", "contrast-link"),
    ("link-colour", "#767676", "contrast-link"),
    ("link-colour", "}body{", "not-a-colour"),
])
def test_colours_are_refused(editor, stack, field, value, error):
    editor.get("/admin/look")
    page = editor.submit("look", {field: value})
    assert page.status == 422 and page.errors() == {field: error}
    assert page.one(f"//p:field[@name = '{field}']/p:value").text == value
    assert stack.sql("SELECT COUNT(*) FROM department_look") == [["0"]]
    if error.startswith("contrast"):
        colour = page.one(f"//p:colour[@name = '{field}']")
        assert colour.get("passes") == "no" and float(colour.get("ratio")) < 4.5 and colour.get("needed") == "4.5"
        page = editor.submit("look", {field: colour.get("nearest")})
        assert page.status == 200 and page.notices() == ["look-saved"]


def test_the_reason_is_told(editor):
    editor.get("/admin/look")
    form = editor.page.form("look")
    pairs = editor.fill(form, {"link-colour": "#767676"})
    page = editor.send(form.get("action"), multipart(pairs, {}), {"Content-Type": "multipart/form-data; boundary=----samspil-boundary-7MA4YWxkTrZu0gW", "Accept": "text/html"})
    found = re.search("Kontrasten[^<]*", page.text).group()
    assert page.status == 422
    assert found == "Kontrasten er 3,9:1 mod siden (#eceff1), den skal mindst være 4,5:1. Den nærmeste, der kan bruges, er #6b6b6b."


def test_a_colour_is_shown_without_saving(editor, stack):
    editor.get("/admin/look")
    page = editor.submit("look", {"bar-colour": "#ffd500"}, submit="preview")
    assert page.status == 200 and not page.errors()
    assert page.one("//p:preview").get("css").endswith("?bar=ffd500&scope=preview")
    page = editor.submit("look", {"bar-colour": "nonsense"}, submit="preview")
    assert page.status == 200 and page.one("//p:preview").get("css") is None
    assert stack.sql("SELECT COUNT(*) FROM department_look") == [["0"]]


def test_two_at_once(editor, sign_in, operator):
    editor.get("/admin/look")
    operator.get("/admin/look?department=" + HEALTH)
    assert operator.submit("look", {"bar-colour": "#102030"}).status == 200
    page = editor.submit("look", {"bar-colour": "#302010"})
    assert page.status == 409
    field = page.one("//p:form[@name = 'look']/p:field[@name = 'bar-colour']")
    assert field.find("{*}value").text == "#302010" and field.find("{*}theirs").text == "#102030"
    assert editor.submit("look", {"bar-colour": "#302010"}).status == 200


def test_a_double_click_saves_once(editor, stack):
    editor.get("/admin/look")
    page = editor.page
    first = editor.submit("look", {"bar-colour": "#302010"}, page=page)
    second = editor.submit("look", {"bar-colour": "#302010"}, page=page)
    assert first.status == second.status == 200
    assert stack.sql("SELECT revision FROM department_look") == [["1"]]


# What the addresses give

def test_css(client):
    page = client.get("/look/style.css?bar=1f6b3a&link=7a1f5c")
    assert page.status == 200 and page.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in page.headers["Cache-Control"] and page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.text.startswith(":root { --brand: #1f6b3a; --on-brand: #ffffff;") and "--link: #7a1f5c; --link-dark: #" in page.text
    assert "--on-brand: #1a1a1a" in client.get("/look/style.css?bar=ffd500").text
    assert client.get("/look/style.css?bar=ffd500&scope=preview").text.startswith(".sp-preview {")
    assert not client.cookies


@pytest.mark.parametrize("query", ["bar=red", "bar=fff", "bar=}body{", "link=%23102030", "scope=x", "bar=102030&scope=:root"])
def test_css_that_is_none(client, query):
    page = client.get("/look/style.css?" + query)
    assert page.status == 404 and page.headers["Cache-Control"] == "no-store"


# The logo

def test_a_logo(editor, client, stack):
    image = png(300, 80, 150000)
    editor.get("/admin/look")
    assert editor.page.form("look").get("enctype") == "multipart/form-data"
    page = editor.submit("look", {"logo-text": ""}, files={"logo": ("logo.png", "image/png", image)})
    assert page.status == 422 and page.errors() == {"logo-text": "logo-text-required"} and "file-again" in page.notices()
    page = editor.submit("look", {"logo-text": "Sundhedscenter »Æ« & 'co'"}, files={"logo": ("logo.png", "text/html", image)})
    assert page.status == 200 and page.notices() == ["look-saved"]
    preview = page.one("//p:preview")
    assert preview.get("logo-text") == "Sundhedscenter »Æ« & 'co'"
    # Open to everybody, as it was sent, by what its bytes say.
    got = client.get(preview.get("logo"))
    assert got.status == 200 and got.headers["Content-Type"] == "image/png" and got.body == image
    assert "immutable" in got.headers["Cache-Control"] and got.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Disposition" not in got.headers and not client.cookies
    # A colour alone leaves it as it is; its text must stay.
    assert editor.submit("look", {"bar-colour": "#302010"}).status == 200
    assert editor.page.one("//p:preview").get("logo") != preview.get("logo")
    assert client.get(preview.get("logo")).body == image and client.get(editor.page.one("//p:preview").get("logo")).body == image
    assert editor.submit("look", {"logo-text": ""}).errors() == {"logo-text": "logo-text-required"}
    editor.get("/admin/look")
    page = editor.submit("logo-remove")
    assert page.notices() == ["logo-removed"] and page.one("//p:preview").get("logo") is None
    assert stack.sql("SELECT logo, logo_type, logo_text, changed_by FROM department_look") == [[None, None, None, "xsl.jens"]]
    assert not page.all("//p:form[@name = 'logo-remove']")


def test_the_largest_logo(editor, client):
    small = png(2000, 1)
    image = png(2000, 1, 512 * 1024 - len(small) - 12)
    assert len(image) == 512 * 1024
    editor.get("/admin/look")
    page = editor.submit("look", {"logo-text": "x"}, files={"logo": ("logo.png", "image/png", image)})
    assert page.status == 200 and client.get(page.one("//p:preview").get("logo")).body == image


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>"


@pytest.mark.parametrize("name, content, error", [
    ("logo.svg", SVG, "logo-type"),
    ("logo.png", SVG, "logo-type"),
    ("logo.png", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "logo-type"),
    ("logo.png", b"<html><body>" + png(9, 9), "logo-type"),
    ("logo.png", png(9, 9)[:20], "logo-type"),
    ("logo.png", b"", "file-empty"),
    ("logo.png", png(2001, 9), "logo-pixels"),
    ("logo.png", png(9, 2001), "logo-pixels"),
    ("logo.png", png(9, 9, 512 * 1024), "file-too-large"),
], ids=lambda value: value if isinstance(value, str) else len(value))
def test_files_that_are_refused(editor, stack, name, content, error):
    editor.get("/admin/look")
    page = editor.submit("look", {"logo-text": "x"}, files={"logo": (name, "image/png", content)})
    assert page.status == 422 and page.errors() == {"logo": error}
    assert stack.sql("SELECT COUNT(*) FROM department_look") == [["0"]]


def test_bodies_that_are_refused(editor):
    editor.get("/admin/look")
    head = {"Content-Type": "multipart/form-data; boundary=x"}
    assert editor.send("/admin/look", b"--x\r\n", head).status == 400
    assert editor.send("/admin/look", b"", head).status == 403
    assert editor.send("/admin/look", b"--x" + b"\0" * 2 * 1024 * 1024, head).status == 413
    # Other pages take no files.
    assert editor.send("/admin/look/labels", b"--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\na\r\n--x--", head).status == 400


@pytest.mark.parametrize("query", ["", "department=sundhedscenter", "department=sundhedscenter&v=999", "department=sundhedscenter&v=x",
                                   "department=%27&v=1", "v=1"])
def test_no_logo(client, query):
    assert client.get("/look/logo?" + query).status == 404


# Columns

def shown(page):
    """The columns of the form in order: their names and numbers."""
    return [(field.get("name")[7:], int(field.findtext("{*}value") or 0)) for field in page.form("columns").findall("{*}field")]


def test_columns(editor, stack):
    page = editor.get("/admin/look/columns")
    lists = {(item.get("program"), item.get("name")) for item in page.all("//p:shipped-list")}
    assert {("plan", "courses"), ("triage", "triage"), ("portal", "citizens"), ("plan", "focus-areas")} <= lists
    page = editor.get("/admin/look/columns?program=plan&list=courses")
    first = shown(page)
    assert first[0] == ("citizen", 1) and len(first) >= 4 and [number for _, number in first] == list(range(1, len(first) + 1))
    last = first[-1][0]
    wanted = {f"column-{name}": "" for name, _ in first} | {"column-citizen": "2", f"column-{last}": "1"}
    page = editor.submit("columns", wanted)
    assert page.notices() == ["columns-saved"]
    assert shown(page)[:2] == [(last, 1), ("citizen", 2)] and shown(page)[2][1] == 0 and len(shown(page)) == len(first)
    assert stack.sql("SELECT position, column_name, changed_by FROM department_column ORDER BY 1") == [["1", last, "xsl.jens"], ["2", "citizen", "xsl.jens"]]
    assert page.one("//p:shipped-list[@own]").get("name") == "courses"
    # The same number twice: in the shipped order.
    assert [name for name, _ in shown(editor.submit("columns", {"column-citizen": "5", f"column-{last}": "5"}))][:2] == ["citizen", last]
    editor.submit("columns-restore")
    assert editor.page.notices() == ["columns-restored"] and shown(editor.page) == first
    assert stack.sql("SELECT COUNT(*) FROM department_column") == [["0"]]
    assert editor.page.one("//p:look").get("changed-by") == "Jens Stilark"


def test_columns_that_are_refused(editor):
    editor.get("/admin/look/columns?program=plan&list=courses")
    page = editor.submit("columns", {"column-citizen": "", "column-state": "x"})
    assert page.status == 422 and page.errors() == {"column-citizen": "required", "column-state": "not-a-number"}
    assert page.one("//p:field[@name = 'column-state']/p:value").text == "x"
    for query in ("program=plan", "list=courses", "program=plan&list=x", "program=x&list=courses", "program=../plan&list=courses"):
        assert editor.get("/admin/look/columns?" + query).status == 404


def test_columns_of_two_at_once(editor, operator):
    path = "/admin/look/columns?program=plan&list=courses"
    editor.get(path)
    operator.get(path + "&department=" + HEALTH)
    assert operator.submit("columns", {"column-state": ""}).status == 200
    page = editor.submit("columns", {"column-state": "9"})
    assert page.status == 409 and page.form("columns").get("state") == "stale"
    assert editor.submit("columns").status == 200


# Words

def test_a_word(editor, stack):
    page = editor.get("/admin/look/labels")
    assert page.one("//p:words").get("of") == "replaced" and page.one("//p:words").get("total") == "0"
    page = editor.submit("find-label", {"q": "FORLØB"})
    words = [(word.findtext("{*}shipped").lower() != "forløb", word.get("key")) for word in page.all("//p:word")]
    assert (False, "navigation.courses") in words and words == sorted(words) and len(words) == 50, "what is just that comes first"
    page = editor.get(page.one("//p:word[@key = 'navigation.courses']").get("href"))
    assert page.one("//p:form[@name = 'label']//p:value").text == page.one("//p:look/p:word/p:shipped").text
    page = editor.submit("label", {"text": "Borgerforløb <b>"})
    assert page.notices() == ["label-saved"] and page.one("//p:look/p:word/p:own").text == "Borgerforløb <b>"
    assert stack.sql("SELECT department_id, lang, label_key, text, changed_by FROM department_label") == [
        [HEALTH, "da", "navigation.courses", "Borgerforløb <b>", "xsl.jens"]]
    assert editor.get("/admin/look/labels").one("//p:words").get("total") == "1"
    assert [w.get("key") for w in editor.get("/admin/look/labels?q=borgerforl%C3%B8b+%3C").all("//p:words/p:word")] == ["navigation.courses"]
    editor.get("/admin/look/labels?key=navigation.courses")
    page = editor.submit("label-restore")
    assert page.notices() == ["label-restored"] and page.one("//p:words").get("total") == "0"


def test_the_other_language(editor, stack):
    page = editor.get("/admin/look/labels?lang=en&q=navigation.courses")
    assert page.one("//p:words").get("lang") == "en" and page.one("//p:word/p:shipped").text == "Courses"
    editor.get(page.one("//p:word").get("href"))
    assert editor.submit("label", {"text": "Paths"}).status == 200
    assert stack.sql("SELECT lang, text FROM department_label") == [["en", "Paths"]]
    assert editor.get("/admin/look/labels").one("//p:words").get("total") == "0"


@pytest.mark.parametrize("key, text, error", [
    ("lists.shown", "Kun nogle", "label-places"),
    ("lists.shown", "{from} {to} {total} {more}", "label-places"),
    ("navigation.courses", "x" * 61, "too-long"),
    ("navigation.courses", " ", "required"),
])
def test_words_that_are_refused(editor, stack, key, text, error):
    editor.get("/admin/look/labels?key=" + key)
    page = editor.submit("label", {"text": text})
    assert page.status == 422 and page.errors() == {"text": error}
    assert stack.sql("SELECT COUNT(*) FROM department_label") == [["0"]]


def test_words_that_are_the_same_everywhere(editor, stack):
    for key in ("as-of", "stylesheet.draft", "demo", "citizen.protected", "error.denied.title", "number.decimal"):
        page = editor.get("/admin/look/labels?key=" + key)
        assert page.one("//p:look/p:word").get("locked") == "yes" and not page.all("//p:form[@name = 'label']")
    editor.get("/admin/look/labels?key=navigation.courses")
    editor.page.form("label").set("action", "/admin/look/labels?key=as-of")
    assert editor.submit("label", {"text": "{at}"}).status == 403
    editor.get("/admin/look/labels?key=navigation.courses")
    editor.page.form("label").set("action", "/admin/look/labels?key=nothing")
    assert editor.submit("label", {"text": "x"}).status == 404
    assert editor.get("/admin/look/labels?key=nothing").status == 404
    assert stack.sql("SELECT COUNT(*) FROM department_label") == [["0"]]


def test_a_word_of_two_at_once(editor, operator):
    path = "/admin/look/labels?key=navigation.courses"
    editor.get(path)
    operator.get(path + "&department=" + HEALTH)
    assert operator.submit("label", {"text": "Sager"}).status == 200
    page = editor.submit("label", {"text": "Spor"})
    assert page.status == 409 and page.one("//p:form[@name = 'label']//p:theirs").text == "Sager"
    assert editor.submit("label", {"text": "Spor"}).status == 200


# What the pages show

def without_once(page):
    return re.sub(r'name="once" value="[^"]*"', "", page.text)


def test_pages_look_so_and_others_do_not(editor, sign_in):
    nils, mads = sign_in("spl.nils"), sign_in("mads.sb")
    before = without_once(mads.html("/plan"))
    editor.get("/admin/look")
    editor.submit("look", {"bar-colour": "#1f6b3a", "logo-text": "Sundhedscenter »Ø« 'x'"}, files={"logo": ("a.png", "image/png", png(90, 30))})
    editor.get("/admin/look/labels?key=navigation.courses")
    editor.submit("label", {"text": "Borgerspor"})
    editor.get("/admin/look/columns?program=plan&list=courses")
    editor.submit("columns", {f"column-{name}": "" for name, _ in shown(editor.page) if name != "citizen"} | {"column-state": "1", "column-citizen": "2"})
    for _ in range(4):
        page = nils.html("/plan").text
        css = re.search(r'href="([^"]*/look/style\.css[^"]*)"', page).group(1).replace("&amp;", "&")
        assert nils.get(css).text.startswith(":root { --brand: #1f6b3a")
        assert nils.get(re.search(r'src="([^"]*/look/logo[^"]*)"', page).group(1).replace("&amp;", "&")).body == png(90, 30)
        assert "Sundhedscenter »Ø« 'x'" in page and ">Borgerspor<" in page.replace("Borgerspor\n", "Borgerspor")
        heads = re.findall(r"<th [^>]*scope=\"col\"[^>]*>", page)
        assert len(heads) == 2
        assert "/look/" in nils.html("/").text and "/look/" in editor.html("/admin").text
        assert without_once(mads.html("/plan")) == before
