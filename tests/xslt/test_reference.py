"""The reference (xslt/reference/make) has all that is public, each element and attribute with an example out of a sample, and its links lead somewhere."""
import os
import pathlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
XSLT = TOP / "xslt"
BUILD = pathlib.Path(os.environ.get("SAMSPIL_TEST_BUILD", TOP / "build-sanitize"))
P = "{urn:samspil:page:1}"
R = "{http://relaxng.org/ns/structure/1.0}"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
DOC = "{urn:samspil:doc}"
PROGRAMS = ["base", *sorted(sheet.stem for sheet in (XSLT / "pages").glob("*.xsl"))]


def make(source, out):
    subprocess.run([TOP / "xslt/reference/make", shutil.which("xsltproc"), source, out], check=True)


@pytest.fixture(scope="module")
def parts():
    """{program: its part's root}, as the build made it, up to date."""
    make(TOP, BUILD / "reference")
    return {program: ET.parse(BUILD / f"reference/{program}.xml").getroot() for program in PROGRAMS}


def entries(part, kind):
    return [entry for group in part.findall(P + "group") if group.get("kind") == kind for entry in group]


def words(entry):
    return " ".join((entry.findtext(P + "words") or "").split())


def test_every_element_and_attribute_of_the_grammar(parts):
    """By names and by what is said of them: each a:documentation of the grammar is an entry's or an attribute's."""
    known = {(entry.get("name"), words(entry)) for part in parts.values() for entry in entries(part, "element")}
    properties = {(prop.get("name"), words(prop)) for part in parts.values() for entry in entries(part, "element") for prop in entry.findall(P + "property")}
    values = {(prop.get("name"), option.get("name")) for part in parts.values() for entry in entries(part, "element")
              for prop in entry.findall(P + "property") for option in prop.findall(P + "option")}
    for node in ET.parse(XSLT / "schema/page.rng").getroot().iter():
        if node.tag in (R + "element", R + "attribute"):
            said = " ".join(node.findtext("{http://relaxng.org/ns/compatibility/annotations/1.0}documentation").split())
            assert (node.get("name"), said) in (known if node.tag == R + "element" else properties), (node.get("name"), said)
        if node.tag == R + "attribute":
            for value in node.iter(R + "value"):
                assert (node.get("name"), value.text) in values, node.get("name")


def test_every_element_and_attribute_has_an_example(parts):
    """Where this fails, a sample in xslt/samples must have the element, or the attribute."""
    missing = []
    for part in parts.values():
        for entry in entries(part, "element"):
            example = entry.find(P + "example")
            if example is None:
                missing.append(entry.get("id"))
            else:
                shown = ET.fromstring(example.text)
                assert shown.tag == entry.get("name")
                assert set(shown.attrib) <= {prop.get("name") for prop in entry.findall(P + "property")}, entry.get("id")
            missing += [f"{entry.get('id')}/@{prop.get('name')}" for prop in entry.findall(P + "property") if prop.find(P + "seen") is None]
    assert not missing


def test_an_example_is_out_of_its_sample(parts):
    for part in parts.values():
        for entry in entries(part, "element"):
            example = entry.find(P + "example")
            file = next(folder / f"{example.get('sample')}.xml" for folder in (XSLT / "samples", TOP / "tests/xslt/pages")
                        if (folder / f"{example.get('sample')}.xml").exists())
            want = ET.fromstring(example.text).attrib
            assert any(node.attrib == want for node in ET.parse(file).getroot().iter(P + entry.get("name"))), entry.get("id")


def sheets_of(program):
    if program == "base":
        return sorted((XSLT / "base").glob("*.xsl"))
    return [XSLT / f"pages/{program}.xsl", *sorted((XSLT / "pages" / program).glob("*.xsl"))]


@pytest.mark.parametrize("program", PROGRAMS)
def test_all_that_sheets_say_is_there(parts, program):
    """Modes, hooks, parameters, templates and lists: what is public is documented (test_docs.py), what is documented is here."""
    got = {(entry.get("kind"), entry.get("name"), entry.get("sheet") or entry.get("name"), " ".join((entry.get("match") or "").split()))
           for group in parts[program].findall(P + "group") for entry in group}
    columns = {(entry.get("name"), column.get("name")) for entry in entries(parts[program], "list") for column in entry.findall(P + "column")}
    for sheet in sheets_of(program):
        name = str(sheet.relative_to(XSLT).with_suffix(""))
        for node in ET.parse(sheet).getroot():
            kind = node.tag.removeprefix(DOC) if isinstance(node.tag, str) and node.tag.startswith(DOC) else None
            if kind == "sheet":
                assert ("sheet", name, name, "") in got
            elif kind == "list":
                match = node.get("row") or f"p:list[@name = '{node.get('name')}']"
                assert ("list", node.get("name"), name, match) in got
                assert all((node.get("name"), column) in columns for column in node.get("columns").split())
            elif kind:
                assert (kind, node.get("name"), name, " ".join((node.get("match") or "").split())) in got, (name, node.attrib)


def test_every_entry_says_something_and_has_an_example(parts):
    for program, part in parts.items():
        for kind in ("mode", "hook", "param", "template", "function", "list", "type"):
            for entry in entries(part, kind):
                assert words(entry), (program, entry.get("id"))
                if kind != "type" and kind != "function":
                    ET.fromstring(f'<x xmlns:xsl="http://www.w3.org/1999/XSL/Transform">{entry.findtext(P + "example")}</x>')
                elif kind == "function":
                    assert entry.get("name") + "(" in entry.findtext(P + "example")


def test_examples_of_overriding_compile(parts, tmp_path):
    """All of a program's examples in one layer: what they match and import is there."""
    for program, part in parts.items():
        if program == "base":
            continue
        examples = [entry.findtext(P + "example") for kind in ("mode", "hook", "list", "form") for source in (parts["base"], part)
                    for entry in entries(source, kind) if entry.find(P + "example") is not None]
        layer = tmp_path / f"{program}.xsl"
        layer.write_text(
            '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">' + "\n".join(examples) + "</xsl:stylesheet>")
        page = next((XSLT / "samples").glob(f"{program}-*.xml"))
        done = subprocess.run(["xsltproc", "--nonet", "--noout", layer, page], capture_output=True, text=True, check=False)
        assert done.returncode == 0 and not re.search("compilation error|XPath error", done.stderr), done.stderr


def test_every_function_is_documented(parts):
    source = (TOP / "src/xml/functions.c").read_text()
    registered = set(re.findall(r'\{ "([a-z-]+)",', re.search(r"forms\[\] = \{(.*?)\n\};", source, re.S).group(1)))
    assert registered and {f"s:{name}" for name in registered} == {entry.get("name") for entry in entries(parts["base"], "function")}


def test_every_label_is_somewhere(parts):
    keys = {label.get("key") for label in ET.parse(XSLT / "labels/da.xml").getroot()}
    shown = [entry.get("name") for part in parts.values() for entry in entries(part, "label")]
    assert set(shown) == keys
    plan = {entry.get("name") for entry in entries(parts["plan"], "label")}
    assert {"page.plan.focus-areas", "list.courses", "citizen.age"} <= plan and "page.portal.home" not in plan


def test_every_page_with_a_sample_is_there(parts):
    for sample in (XSLT / "samples").glob("*.xml"):
        page = ET.parse(sample).getroot()
        entry, = [entry for entry in entries(parts[page.get("program")], "page") if entry.get("name") == page.get("name")]
        assert sample.stem in [node.get("name") for node in entry.findall(P + "sample")]
        known = {holds.get("name") for holds in entry.findall(P + "holds")}
        assert {node.tag.removeprefix(P) for node in page.find(P + "content")} <= known, sample.stem


def test_ids_are_unique_and_links_lead_somewhere(parts):
    ids = {}
    for program, part in parts.items():
        found = [entry.get("id") for group in part.findall(P + "group") for entry in group]
        assert len(found) == len(set(found)), [one for one in found if found.count(one) > 1]
        ids[program] = set(found)
    for part in parts.values():
        for link in [*part.iter(P + "holds"), *part.iter(P + "within")]:
            assert f"element-{link.get('of')}" in ids[link.get("program")], link.attrib
        for prop in part.iter(P + "property"):
            if prop.get("type") not in ("text", "one") and prop in [p for entry in entries(part, "element") for p in entry]:
                assert f"type-{prop.get('type')}" in ids["base"], prop.attrib


def test_links_of_the_html(parts):
    html = {file.name: file.read_text() for file in (BUILD / "reference/html").glob("*.html")}
    assert set(html) == {"index.html", *(f"{program}.html" for program in PROGRAMS)}
    ids = {name: set(re.findall(r'\sid="([^"]*)"', text)) for name, text in html.items()}
    for name, text in html.items():
        hrefs = re.findall(r'<a [^>]*href="([^"]*)"', text)
        assert hrefs
        for href in hrefs:
            file, _, anchor = href.partition("#")
            assert (file or name) in html and (not anchor or anchor in ids[file or name]), (name, href)
        assert "http:" not in re.sub(r"<pre>.*?</pre>", "", text, flags=re.S) and "<script" not in text


def test_vnu_of_the_reference(parts):
    done = subprocess.run(["java", "-jar", TOP / "tests/node_modules/vnu-jar/build/dist/vnu.jar", "--format", "gnu",
                           *sorted((BUILD / "reference/html").glob("*.html"))], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr.strip(), done.stderr


def test_parts_are_valid_pages(parts, tmp_path):
    """What samspil-admin puts on its page is as the grammar says."""
    for program, part in parts.items():
        page = tmp_path / f"{program}.xml"
        ET.register_namespace("", "urn:samspil:page:1")
        page.write_bytes(b'<page xmlns="urn:samspil:page:1" program="admin" name="reference" lang="da" contract="1.0"><content>'
                         + ET.tostring(part) + b"</content></page>")
        done = subprocess.run(["xmllint", "--noout", "--relaxng", XSLT / "schema/page.rng", page], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.fixture
def copy(tmp_path):
    """A copy of what the reference is made from, to break."""
    for folder in ("xslt", "tests/xslt/pages"):
        shutil.copytree(TOP / folder, tmp_path / folder, ignore=shutil.ignore_patterns("node_modules", "static"))
    return tmp_path


def test_what_is_new_comes_in(copy):
    """A new element without a sample, a new hook: both are in the reference at the next make, the first without an example."""
    grammar = copy / "xslt/schema/page.rng"
    grammar.write_text(grammar.read_text().replace(
        '<define name="admin.departments">', '<define name="admin.new"><element name="brand-new"><a:documentation>New.</a:documentation>'
        '<attribute name="colour"><a:documentation>Its.</a:documentation><value>red</value></attribute></element></define>\n'
        '<define name="part" combine="choice"><ref name="admin.new"/></define><define name="admin.departments">', 1))
    sheet = copy / "xslt/pages/triage.xsl"
    sheet.write_text(sheet.read_text().replace("</xsl:stylesheet>", '<doc:hook name="new.after" match="p:waiting">New.</doc:hook></xsl:stylesheet>'))
    make(copy, copy / "out")
    entry, = [entry for entry in entries(ET.parse(copy / "out/admin.xml").getroot(), "element") if entry.get("name") == "brand-new"]
    assert entry.find(P + "example") is None and entry.find(f"{P}property/{P}option").get("name") == "red"
    assert [within.get("name") for within in entry.findall(P + "within")] == ["content"]
    assert "new.after" in [hook.get("name") for hook in entries(ET.parse(copy / "out/triage.xml").getroot(), "hook")]


def test_a_fault_is_told(copy):
    (copy / "xslt/samples/admin-admin.xml").write_text("<page")
    done = subprocess.run([copy / "xslt/reference/make", shutil.which("xsltproc"), copy, copy / "out"], capture_output=True, text=True, check=False)
    assert done.returncode != 0 and "admin-admin.xml" in done.stderr and not (copy / "out/stamp").exists()
