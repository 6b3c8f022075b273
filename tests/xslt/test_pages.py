"""Pages in, HTML out: every sample in xslt/samples, and in pages/ beside this file, is valid, renders without a missing label, as its golden file says, to valid HTML.

SAMSPIL_TEST_BUILD names the build folder; with SAMSPIL_ACCEPT=1 the golden files are written instead of compared.
"""
import os
import pathlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
XSLT = TOP / "xslt"
BUILD = pathlib.Path(os.environ.get("SAMSPIL_TEST_BUILD", TOP / "build-sanitize"))
GOLDEN = HERE / "golden"
# What draws pages; reference/ makes the reference of these.
SHEETS = [sheet for sheet in sorted(XSLT.glob("**/*.xsl")) if sheet.parent.name != "reference"]
PAGES = sorted([*(XSLT / "samples").glob("*.xml"), *(HERE / "pages").glob("*.xml")], key=lambda page: page.name)
RELAXNG = "{http://relaxng.org/ns/structure/1.0}"
DOC = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
LANGUAGES = sorted(labels.stem for labels in (XSLT / "labels").glob("*.xml"))
PARTIAL = [lang for lang in LANGUAGES if ET.parse(XSLT / f"labels/{lang}.xml").getroot().get("partial")]
# What any page may come to say, whether a sample does or not.
EVERYWHERE = (r"status\.\d+(\.help)?$|(page\.)?answer\.|error\.(malformed|denied|missing|method|stale|expired|large|throttled|busy|away|broken)\.|"
              r"error\.(required|too-long|too-short|not-a-date|not-a-number|out-of-range|unknown-choice|unclean)$|forms\.")


def language(page):
    return ET.parse(page).getroot().get("lang")


def render(out, lang, pages):
    return subprocess.run([BUILD / "tests/xslt/render", XSLT, lang, out, *pages], capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def html(tmp_path_factory):
    """The folder with every page rendered, each in its own language."""
    out = tmp_path_factory.mktemp("html")
    for lang in LANGUAGES:
        pages = [page for page in PAGES if language(page) == lang]
        if not pages:
            continue
        # One page alone would go to standard output.
        done = render(out, lang, pages + pages[-1:])
        assert done.returncode == 0, done.stderr
    return out


def lines(text):
    """One tag a line, so that a difference is small."""
    return re.sub(r">(?=<)", ">\n", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_golden(html, page):
    got = lines((html / f"{page.stem}.html").read_text())
    golden = GOLDEN / f"{page.stem}.html"
    if os.environ.get("SAMSPIL_ACCEPT"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(got)
    assert got == golden.read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_label_is_missing(html, page):
    """base-*.xml show what base can draw, with pages, fields and choices that no program has: only base's own words count."""
    found = re.findall(r"\[[a-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\]", (html / f"{page.stem}.html").read_text())
    if page.name.startswith("base-"):
        found = [key for key in found if not re.match(r"\[(page|field|choice|list|chart|tabs|step|navigation|error|submit)\.", key)]
    assert not found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_every_page_must_hold(html, page):
    """A form for each form, its token, landmarks; unique ids; what refers to an id finds it."""
    text = (html / f"{page.stem}.html").read_text()
    root = ET.parse(page).getroot()
    forms = [form for form in root.iter("{urn:samspil:page:1}form")]
    assert text.count("<form ") == len(forms)
    for form in forms:
        for field in form.findall("{urn:samspil:page:1}field"):
            assert f'name="{field.get("name")}"' in text
    assert text.count('name="token"') == len([form for form in forms if form.get("method") == "post"])
    for landmark in ("<header ", '<main id="main"', "<footer ", "<h1", "<title>", 'href="#main"'):
        assert text.count(landmark) == 1, landmark
    ids = re.findall(r'\sid="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    for names in re.findall(r'\s(?:for|aria-describedby|aria-labelledby)="([^"]*)"', text):
        assert set(names.split()) <= set(ids)
    for target in re.findall(r'\shref="#([^"]*)"', text):
        assert target in ids


def test_vnu(html):
    done = subprocess.run(["java", "-jar", TOP / "tests/node_modules/vnu-jar/build/dist/vnu.jar", "--format", "gnu",
                           *sorted(html.glob("*.html"))], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr.strip(), done.stderr


def test_a_page_that_breaks_the_contract_is_refused(tmp_path):
    bad = tmp_path / "bad.xml"
    bad.write_text(PAGES[0].read_text().replace("<content>", '<content><unheard-of secret="yes"/>'))
    done = render(tmp_path, "da", [bad, bad])
    assert done.returncode == 1 and "unheard-of" in done.stderr


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_are_valid(lang):
    done = subprocess.run(["xmllint", "--noout", "--relaxng", XSLT / "schema/labels.rng", XSLT / f"labels/{lang}.xml"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def keys(lang):
    return {label.get("key"): "".join(label.itertext()) for label in ET.parse(XSLT / f"labels/{lang}.xml").getroot()}


def test_languages_have_the_same_keys_and_places():
    danish, english = keys("da"), keys("en")
    assert sorted(danish) == sorted(english)
    places = re.compile(r"\{[a-z-]+\}")
    for key, text in danish.items():
        assert sorted(places.findall(text)) == sorted(places.findall(english[key])), key


def test_languages_say_which_way_they_run():
    for lang in LANGUAGES:
        assert keys(lang)["language.name"] and keys(lang)["direction"] in ("ltr", "rtl")


def test_the_page_runs_as_its_language(html):
    for page in PAGES:
        text = (html / f"{page.stem}.html").read_text()
        rtl = keys(language(page))["direction"] == "rtl"
        assert (' dir="rtl"' in re.search("<html[^>]*>", text)[0]) == rtl, page.stem


@pytest.fixture(scope="session")
def reached(tmp_path_factory):
    """The keys of the texts that the samples of samspil-answer show: they are drawn with labels that say their own keys."""
    top = tmp_path_factory.mktemp("reached")
    shutil.copytree(XSLT, top / "xslt", ignore=shutil.ignore_patterns("node_modules"))
    labels = ET.parse(XSLT / "labels/da.xml")
    for label in labels.getroot():
        if not label.get("key").startswith(("number.", "direction")):
            label.text = f"⟦{label.get('key')}⟧" + "".join(re.findall(r"\{[a-z-]+\}", label.text))
    labels.write(top / "xslt/labels/da.xml", encoding="utf-8")
    for page in (XSLT / "samples").glob("answer-*.xml"):
        (top / page.name).write_text(re.sub(' lang="[a-z]+"', ' lang="da"', page.read_text(), count=1))
    pages = sorted(top.glob("answer-*.xml"))
    done = subprocess.run([BUILD / "tests/xslt/render", top / "xslt", "da", top, *pages, *pages[:1]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {key for page in top.glob("*.html") for key in re.findall("⟦([^⟧]*)⟧", page.read_text())}


@pytest.mark.parametrize("lang", PARTIAL)
def test_a_partial_language_has_what_citizens_see(reached, lang):
    danish, own = keys("da"), keys(lang)
    assert not sorted((reached | {key for key in danish if re.match(EVERYWHERE, key)}) - set(own))
    assert not sorted(set(own) - set(danish))
    for key, text in own.items():
        assert sorted(re.findall(r"\{[a-z-]+\}", text)) == sorted(re.findall(r"\{[a-z-]+\}", danish[key])), key


def test_everything_in_the_grammar_is_documented():
    for node in ET.parse(XSLT / "schema/page.rng").getroot().iter():
        if node.tag in (RELAXNG + "element", RELAXNG + "attribute") and node.get("name"):
            words = node.find(DOC)
            assert words is not None and words.text.strip(), node.get("name")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_style_of_sheets(sheet):
    """What base promises: matched templates, no deep searches, nothing unescaped."""
    text = sheet.read_text()
    root = ET.fromstring(text)
    code = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    assert "disable-output-escaping" not in text and "xsl:message" not in text
    for attribute in re.findall(r'(?:select|test|match)="([^"]*)"', code):
        assert "//" not in attribute, attribute
    for template in root.findall(XSL + "template"):
        assert template.get("match") or template.get("name") in ("column", "table"), template.attrib
        assert len(list(template.iter())) <= 32, template.attrib


def test_what_must_be_kept_is_marked_and_shown():
    """Each warning says its name to the gate, and a page beside this file or a sample shows it, so that the gate sees what a layer does to it."""
    golden = "".join(page.read_text() for page in GOLDEN.glob("*.html"))
    names = set()
    for sheet in SHEETS:
        text = re.sub(r"<!--.*?-->", "", sheet.read_text(), flags=re.S)
        for tag in re.findall(r'<[a-z]+ [^<>]*class="sp-note[^<>]*>', text):
            assert "data-keep=" in tag, f"{sheet.name}: {tag}"
        names |= set(re.findall(r'data-keep="([^"{]*)"', text))
    assert names >= {"as-of", "demo", "errors", "conflict", "protected", "died", "notice"}
    for name in names | {"draft", "fallback", "state-reason", "closed-on"}:
        assert f'data-keep="{name}"' in golden, name


def test_every_mode_has_a_template():
    """A mode that nobody has would silently give the element's text."""
    roots = [ET.parse(sheet).getroot() for sheet in SHEETS]
    modes = {template.get("mode") for root in roots for template in root.iter(XSL + "template")}
    used = {apply.get("mode") for root in roots for apply in root.iter(XSL + "apply-templates")}
    assert used <= modes


def test_every_class_is_in_the_css():
    css = (XSLT / "static/samspil.css").read_text()
    for sheet in SHEETS:
        for classes in re.findall(r'class="([^"{]*)"', sheet.read_text()):
            for name in classes.split():
                assert not name.startswith(("sp-", "is-", "w-")) or f".{name}" in css, f"{sheet.name}: {name}"


def test_every_variable_of_the_css_is_set():
    css = (XSLT / "static/samspil.css").read_text()
    assert set(re.findall(r"var\((--[a-z0-9-]+)\)", css)) <= set(re.findall(r"(--[a-z0-9-]+):", css))
