"""What a department's settings make of lists: other columns in another order, and nothing that must be kept is lost."""
import re
import subprocess
import xml.etree.ElementTree as ET

import pytest

from test_docs import LISTS, SHEETS, XSLT, head_of, scope
from test_pages import BUILD, PAGES, keys, language, lines

PROGRAMS = sorted(sheet.stem for sheet in SHEETS if sheet.parent == XSLT / "pages")
SHEET = """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">
  <xsl:import href="samspil:shipped/pages/{program}.xsl"/>
{templates}</xsl:stylesheet>
"""


def template(pattern, mode, modes):
    calls = "".join(f'    <xsl:apply-templates select="." mode="{each}"/>\n' for each in modes)
    return f'  <xsl:template match="{pattern}" mode="{mode}">\n{calls}  </xsl:template>\n'


def settings(program, choose):
    """The stylesheet that settings are made into: for each list the columns that choose gives."""
    templates = ""
    for sheet, table in LISTS:
        if sheet not in scope(XSLT / f"pages/{program}.xsl"):
            continue
        names = choose(table)
        row = table.get("row") or head_of(table) + "/*"
        templates += template(head_of(table), table.get("head", "head"), [f"head.{name}" for name in names])
        templates += template(row, table.get("cells", "cells"), [f"cell.{name}" for name in names])
    return SHEET.format(program=program, templates=templates)


def rendered(tmp, choose=None):
    """The samples as the program's stylesheet shows them, or with settings."""
    options = []
    if choose:
        for program in PROGRAMS:
            (tmp / f"{program}.xsl").write_text(settings(program, choose))
        options = ["--settings", tmp]
    out = tmp / "html"
    out.mkdir()
    pages = [page for page in PAGES if language(page) == "da" and page.parent == XSLT / "samples"]
    done = subprocess.run([BUILD / "tests/xslt/render", *options, XSLT, "da", out, *pages], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {page.stem: lines((out / f"{page.stem}.html").read_text()) for page in pages}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    return rendered(tmp_path_factory.mktemp("shipped"))


def columns(text):
    """For each table the number of columns that its (first) row of heads has, and that of each row's cells."""
    for table in re.findall(r"<table .*?</table>", text, re.S):
        rows = [row for row in re.findall(r"<tr.*?</tr>", table, re.S) if 'class="is-group"' not in row]
        heads = sum(int((re.search(r'colspan="(\d+)"', cell) or [0, 1])[1]) for cell in re.findall(r"<t[hd][ >][^>]*>?", rows[0]))
        yield heads, [len(re.findall(r"<t[hd][ >]", row)) for row in rows[2 if "rowspan" in rows[0] else 1:]]


def test_every_program_has_lists_with_columns():
    assert {head.get("name") for _, head in LISTS} >= {"courses", "focus-areas", "worklist", "triage", "access-log", "departments"}


def test_every_list_has_a_name_to_choose_it_by():
    for lang in ("da", "en"):
        there = keys(lang)
        assert [head.get("name") for _, head in LISTS if f"look.list.{head.get('name')}" not in there] == []


def test_texts_that_nobody_replaces_are_there():
    source = (XSLT.parent / "src/domain/look.c").read_text()
    locked = re.findall('"([^"]+)"', re.search(r"locked\[\] = \{(.*?)NULL", source, re.S).group(1))
    assert len(locked) > 10
    for text in locked:
        assert any(key == text or (text.endswith(".") and key.startswith(text)) for key in keys("da")), text


def test_columns_in_another_order(tmp_path, shipped):
    found = rendered(tmp_path, lambda table: table.get("columns").split()[::-1])
    changed = 0
    for name, text in found.items():
        assert sorted(text.split("\n")) == sorted(shipped[name].split("\n")), name
        changed += text != shipped[name]
        # A cell says which column it is, where the table folds: but the first ones, that need no name.
        assert text.count("data-label=") == shipped[name].count("data-label=")
    assert changed > 15


def test_only_the_columns_that_must_stay(tmp_path, shipped):
    found = rendered(tmp_path, lambda table: table.get("fixed").split())
    fewer = 0
    for name, text in found.items():
        for head, rows in columns(text):
            assert all(row == head for row in rows), name
        fewer += len(re.findall(r"<td[ >]", text)) < len(re.findall(r"<td[ >]", shipped[name]))
        for kept in (r'data-keep="[^"]*"', r"<form [^>]*>", r'name="token"', r"<button [^>]*>", r"<h[1-6][ >]"):
            assert sorted(re.findall(kept, text)) == sorted(re.findall(kept, shipped[name])), f"{name}: {kept}"
    assert fewer > 15


def test_a_column_that_is_gone_gives_no_cell(tmp_path):
    """What an upgrade took away costs a department that column, not the table."""
    found = rendered(tmp_path, lambda table: [*table.get("columns").split(), "gone"])
    assert all(row == head for text in found.values() for head, rows in columns(text) for row in rows)


LOOK = """<xsl:param name="look" select="'/look/style.css?bar=10394c'"/>
<xsl:param name="logo" select="'/look/logo?v=3'"/>
<xsl:param name="logo-text" select="'Jobcenter &quot;Nord&quot;'"/>
"""


def test_look_and_logo(tmp_path, shipped, monkeypatch):
    monkeypatch.setattr("test_columns.template", lambda *_: "")
    monkeypatch.setattr("test_columns.SHEET", SHEET.replace("{templates}", LOOK + "{templates}"))
    for name, text in rendered(tmp_path, lambda _: []).items():
        head = text[:text.index("</head>")]
        assert head.index("/static/samspil.css") < head.index('<link rel="stylesheet" href="/look/style.css?bar=10394c">')
        assert text.count('<img class="sp-bar__logo" src="/look/logo?v=3" alt="Jobcenter &quot;Nord&quot;">') == 1, name
        assert "sp-bar__logo" not in shipped[name]
