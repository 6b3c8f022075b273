"""What departments may build on is documented where it stands (xslt/README.md), and what is documented exists."""
import pathlib
import re
import xml.etree.ElementTree as ET

import pytest

XSLT = pathlib.Path(__file__).resolve().parent.parent.parent / "xslt"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
DOC = "{urn:samspil:doc}"
BASE = sorted((XSLT / "base").glob("*.xsl"))
SHEETS = [*BASE, *sorted((XSLT / "pages").glob("**/*.xsl"))]
ROOTS = {sheet: ET.parse(sheet).getroot() for sheet in SHEETS}


def kinds(pattern):
    """What a pattern's nodes are: the last step of each alternative without its predicates."""
    while "[" in pattern:
        pattern = re.sub(r"\[[^\[\]]*\]", "", pattern)
    return {step.split("/")[-1].strip() or "/" for step in pattern.split("|")}


def covers(documented, kind):
    return kind in documented or (kind.startswith("@") and "@*" in documented) or (kind[0] != "@" and "*" in documented)


def scope(sheet):
    """The sheets whose documentation is read together with this one's: the base, and the program's own."""
    program = sheet.relative_to(XSLT / "pages").parts[0].split(".")[0] if sheet not in BASE else None
    return BASE + [other for other in SHEETS if program and other not in BASE
                   and other.relative_to(XSLT / "pages").parts[0].split(".")[0] == program]


def templates(sheet):
    return ROOTS[sheet].findall(XSL + "template")


def columns(sheet):
    """For each column of a list: the modes of its header and of its cell, and the kind of node that a cell is for."""
    for table in ROOTS[sheet].findall(DOC + "list"):
        head = kinds(table.get("row")) if table.get("row") else {"p:list"}
        for column in table.get("columns").split():
            yield table, column, head


def documented(sheet):
    """Triples of mode, kinds, element for all modes and hooks, those of lists' columns included."""
    for other in scope(sheet):
        for tag in ("mode", "hook"):
            for node in ROOTS[other].findall(DOC + tag):
                yield node.get("name", ""), kinds(node.get("match")), node
        for table, column, head in columns(other):
            yield f"head.{column}", head, table
            yield f"cell.{column}", kinds(table.get("row", "*")), table
        for table in ROOTS[other].findall(DOC + "list"):
            if table.get("row"):
                yield table.get("head", "head"), kinds(table.get("row")), table
                yield table.get("cells", "cells"), kinds(table.get("row")), table


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_everything_public_is_documented(sheet):
    root = ROOTS[sheet]
    names = [node.tag for node in root]
    assert names.count(DOC + "sheet") == 1 and root.find(DOC + "sheet").get("name") == sheet.stem
    for param in root.findall(XSL + "param"):
        assert root.find(f"{DOC}param[@name='{param.get('name')}']") is not None, param.get("name")
    known = list(documented(sheet))
    for template in templates(sheet):
        if template.get("name"):
            words = [root.find(f"{DOC}template[@name='{template.get('name')}']")]
            assert words[0] is not None, template.get("name")
        else:
            mode = template.get("mode", "")
            for kind in kinds(template.get("match")):
                words = [node for name, nodes, node in known if name == mode and covers(nodes, kind)]
                assert words, f"mode {mode} of {kind}"
        for param in template.findall(XSL + "param"):
            assert any(node.find(f"{DOC}with[@name='{param.get('name')}']") is not None for node in words), \
                f"{template.attrib}: {param.get('name')}"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_what_is_documented_exists(sheet):
    root = ROOTS[sheet]
    for node in root.iter():
        if node.tag.startswith(DOC) and node.tag != DOC + "list":
            assert "".join(node.itertext()).strip(), node.attrib
    for param in root.findall(DOC + "param"):
        assert root.find(f"{XSL}param[@name='{param.get('name')}']") is not None, param.get("name")
    for named in root.findall(DOC + "template"):
        about = [root.find(f"{XSL}template[@name='{named.get('name')}']")]
        assert about[0] is not None, named.get("name")
        assert withs(named) <= params(about)
    for tag in ("mode", "hook"):
        seen = set()
        for node in root.findall(DOC + tag):
            for kind in kinds(node.get("match")):
                assert (node.get("name"), kind) not in seen, f"twice: {node.attrib}"
                seen.add((node.get("name"), kind))
                about = [template for template in templates(sheet) if template.get("mode") == node.get("name")
                         and kind in kinds(template.get("match", "none"))]
                assert about, f"{node.attrib}: {kind}"
            about = [template for template in templates(sheet) if template.get("mode") == node.get("name")]
            assert withs(node) <= params(about), node.attrib


def withs(node):
    return {one.get("name") for one in node.findall(DOC + "with")}


def params(about):
    return {param.get("name") for template in about for param in template.findall(XSL + "param")}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_hooks_are_empty_and_called(sheet):
    """A hook that the shipped sheets fill themselves would be lost where a department fills it."""
    for hook in ROOTS[sheet].findall(DOC + "hook"):
        name = hook.get("name")
        filled = [template.attrib for other in SHEETS for template in templates(other) if template.get("mode") == name
                  and (len(template) or (template.text or "").strip())]
        assert not filled, name
        assert any(apply.get("mode") == name for other in scope(sheet) for apply in ROOTS[other].iter(XSL + "apply-templates")), name


def test_documentation_stands_before_what_it_is_about():
    for sheet, root in ROOTS.items():
        nodes = list(root)
        for here, node in enumerate(nodes):
            if node.tag in (DOC + "mode", DOC + "hook", DOC + "template", DOC + "param"):
                after = next(later for later in nodes[here + 1:] if later.tag in (XSL + "template", XSL + "param"))
                name = after.get("name") if node.tag in (DOC + "template", DOC + "param") else after.get("mode")
                assert name == node.get("name"), f"{sheet.name}: {node.attrib}"


LABELS = {lang: {label.get("key"): "".join(label.itertext()) for label in ET.parse(XSLT / f"labels/{lang}.xml").getroot()}
          for lang in ("da", "en")}
LISTS = [(sheet, table) for sheet in SHEETS for table in ROOTS[sheet].findall(DOC + "list")]


def applied(sheet, mode, pattern):
    """The modes that the template of this mode and pattern applies to its node, in order; None without such a template."""
    for template in templates(sheet):
        if template.get("mode") == mode and template.get("match") == pattern:
            return [apply.get("mode") for apply in template if apply.tag == XSL + "apply-templates" and apply.get("select") == "."]
    return None


def head_of(table):
    return table.get("row") or f"p:list[@name = '{table.get('name')}']"


@pytest.mark.parametrize("sheet,table", LISTS, ids=lambda one: one.get("name") if hasattr(one, "get") else "")
def test_columns_are_modes(sheet, table):
    """Each column has its header and its cell, the shipped sheet applies all of them in order, and each has words."""
    names = table.get("columns").split()
    assert names and len(set(names)) == len(names) and set(table.get("fixed").split()) <= set(names)
    assert applied(sheet, table.get("head", "head"), head_of(table)) == [f"head.{name}" for name in names]
    cells = [template for template in templates(sheet) if template.get("mode") == table.get("cells", "cells")
             and [apply.get("mode") for apply in template] == [f"cell.{name}" for name in names]]
    assert len(cells) == 1 and (not table.get("row") or cells[0].get("match") == table.get("row"))
    for name in names:
        for mode in ("head", "cell"):
            assert any(template.get("mode") == f"{mode}.{name}" for other in scope(sheet) for template in templates(other))
        for labels in LABELS.values():
            assert f"list.{table.get('name')}" in labels
            assert any(key in labels for key in label_keys(table, name)), name


def label_keys(table, name):
    return f"column.{table.get('name')}.{name}", f"column.{name}", f"field.{name}"


@pytest.mark.parametrize("sheet,table", [pair for pair in LISTS if pair[1].get("row")], ids=lambda one: one.get("name") if hasattr(one, "get") else "")
def test_the_header_says_the_columns_label(sheet, table):
    """What the settings call a column is what stands over it; a p:list's header does so by the template column."""
    for name in table.get("columns").split():
        key = next(key for key in label_keys(table, name) if key in LABELS["da"])
        heads = [ET.tostring(template, encoding="unicode") for other in scope(sheet) for template in templates(other)
                 if template.get("mode") == f"head.{name}" and kinds(template.get("match")) & kinds(table.get("row"))]
        assert len(heads) == 1 and (f"'{key}'" in heads[0] or "-heading" in heads[0]), (name, key)


def test_lists_have_one_name_each():
    for sheet in SHEETS:
        names = [table.get("name") for other in scope(sheet) for table in ROOTS[other].findall(DOC + "list")]
        assert len(set(names)) == len(names)


def changed(old, new, name="base/tables.xsl"):
    """The sheet with a change, in place of the one that is shipped."""
    text = (XSLT / name).read_text()
    assert old in text, old
    return XSLT / name, ET.fromstring(text.replace(old, new, 1))


TABLES = '<xsl:template match="p:list" mode="list.before"/>'
COURSES = '<xsl:apply-templates select="." mode="cell.frame"/>'
COURSE = "pages/plan/course.xsl"
LIST = "pages/plan/courses.xsl"


@pytest.mark.parametrize("check,change", [
    (test_everything_public_is_documented, changed(TABLES, TABLES + '<xsl:template match="p:list" mode="secret"/>')),
    (test_everything_public_is_documented, changed(TABLES, TABLES + '<xsl:template name="secret"/>')),
    (test_everything_public_is_documented, changed(TABLES, TABLES + '<xsl:param name="secret"/>')),
    (test_everything_public_is_documented, changed('<doc:with name="class">', '<doc:with name="gone">')),
    (test_what_is_documented_exists, changed(TABLES, '<doc:mode name="gone" match="p:list">Gone.</doc:mode>' + TABLES)),
    (test_what_is_documented_exists, changed('<doc:mode name="caption" match="p:list">', '<doc:mode name="caption" match="p:list | p:form">')),
    (test_what_is_documented_exists, changed('<doc:with name="class">', '<doc:with name="gone">')),
    (test_what_is_documented_exists, changed(TABLES, '<doc:param name="gone">Gone.</doc:param>' + TABLES)),
    (test_what_is_documented_exists, changed(TABLES, '<doc:template name="gone">Gone.</doc:template>' + TABLES)),
    (test_hooks_are_empty_and_called, changed(TABLES, TABLES.replace("/>", "><p/></xsl:template>"))),
    (test_hooks_are_empty_and_called, changed('<xsl:apply-templates select="." mode="list.before"/>', "")),
    (test_columns_are_modes, changed(COURSES, "", LIST)),
    (test_columns_are_modes, changed(COURSES, COURSES + '<xsl:apply-templates select="." mode="cell.id"/>', LIST)),
    (test_columns_are_modes, changed('name="courses" columns="', 'name="courses" columns="id ', LIST)),
    (test_columns_are_modes, changed('fixed="citizen"', 'fixed="id"', LIST)),
    (test_the_header_says_the_columns_label, changed("'column.degree'", "'column.state'", COURSE)),
], ids=lambda one: getattr(one, "__name__", "sheet"))
def test_the_checks_can_fail(check, change, monkeypatch):
    sheet, root = change
    monkeypatch.setitem(ROOTS, sheet, root)
    each = [(sheet, table) for table in root.findall(DOC + "list")] if check is test_columns_are_modes else [(sheet,)]
    if check is test_the_header_says_the_columns_label:
        each = [(sheet, table) for table in root.findall(DOC + "list") if table.get("row")]
    with pytest.raises(AssertionError):
        for one in each:
            check(*one)


RNG = "{http://relaxng.org/ns/structure/1.0}"


def in_a_row(grammar):
    """Elements and defines with more than three optional attributes that are no branches of an interleave."""
    for node in grammar.iter():
        if node.tag in (f"{RNG}element", f"{RNG}define") and len([each for each in node.findall(f"{RNG}optional") if each.find(f".//{RNG}attribute") is not None and each.find(f".//{RNG}element") is None]) > 3:
            yield node.get("name")


def test_optional_attributes_do_not_multiply():
    """libxml2 goes on with and without each of them: a page with many took seconds to check."""
    grammar = ET.parse(XSLT / "schema/page.rng").getroot()
    assert list(in_a_row(grammar)) == []
    many = "".join(f'<optional><attribute name="a{i}"/></optional>' for i in range(4))
    bad = ET.fromstring(f'<grammar xmlns="{RNG[1:-1]}"><define name="x"><element name="y">{many}</element></define></grammar>')
    assert list(in_a_row(bad)) == ["y"]
