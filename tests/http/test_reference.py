"""The reference of pages and stylesheets, in samspil-admin."""

import os

import pytest

import course as c
from samspil import TOP


@pytest.fixture(scope="module")
def editor(stack):
    return c.person(stack, "xsl.jens")


def found(page, kind):
    return page.all(f"//p:group[@kind = '{kind}']/p:entry/@name")


@pytest.mark.parametrize("uid, status", [("xsl.jens", 200), ("it.bo", 200), ("tl.karla", 403), ("mads.sb", 403), ("vk.ole", 403)])
def test_who_may_read_it(stack, uid, status):
    client = c.person(stack, uid)
    assert client.send("/admin/reference?program=plan").status == status
    if status == 200:
        assert client.get("/admin").all("//p:task[@name = 'reference']/@href")


def test_every_program_has_its_part(editor):
    page = editor.get("/admin/reference")
    programs = {name[:-4] for name in os.listdir(TOP + "/xslt/pages") if name.endswith(".xsl")}
    assert set(page.all("//p:chapter/@name")) == programs | {"base"} and not page.all("//p:group | //p:chapter[@current]")
    for href in page.all("//p:chapter/@href"):
        part = editor.send(href)
        assert part.status == 200 and found(part, "element") and found(part, "label"), href
        assert part.all("//p:chapter[@current]/@href") == [href]
        html = editor.html(href)
        assert html.status == 200 and len(html.body) < 1_500_000 and 'lang="en"' in html.text, href


def test_an_elements_entry(editor):
    page = editor.get("/admin/reference?program=plan")
    entry = page.one("//p:entry[@id = 'element-plan.focus-area']")
    assert entry.find("{*}words").text and "<focus-area" in entry.find("{*}example").text
    assert {option.get("name") for option in entry.findall("{*}property[@name='kind']/{*}option")} == {"barrier", "resource"}
    within, = entry.findall("{*}within")
    path, _, anchor = within.get("href").partition("#")
    assert editor.send(path).all(f"//p:entry[@id = '{anchor}']/@name") == ["course"]


def test_search(editor):
    page = editor.get("/admin/reference?q=icf-title")
    assert "focus-area" in found(page, "element") and page.one("//p:reference").get("program") is None
    assert int(page.one("//p:reference").get("found")) == len(page.all("//p:entry")) and set(page.all("//p:entry/@program")) >= {"plan"}
    page = editor.get("/admin/reference?program=plan&q=FOCUS+after")
    assert "focus-area.after" in found(page, "hook") and not page.all("//p:entry/@program")
    assert page.all("//p:form[@name = 'reference']/p:field[@name = 'q']/p:value/text()") == ["FOCUS after"]
    assert "page.plan.notes" in found(editor.get("/admin/reference?q=Notater"), "label"), "the label's text"
    many = editor.get("/admin/reference?q=e")
    assert many.one("//p:reference").get("more") == "yes" and len(many.all("//p:entry")) == 200
    assert editor.html("/admin/reference?q=e").status == 200


@pytest.mark.parametrize("query", ["q=zzzz", "q=%20%20", "program=../../etc/passwd", "program=nothing&q=zzzz", "q=%3Cscript%3E", "q=" + "x" * 2000,
                                   "q=" + "zz%20" * 500],
                         ids=range(7))
def test_bad_input(editor, query):
    page = editor.send("/admin/reference?" + query)
    assert page.status == 200 and not page.all("//p:entry")
    html = editor.html("/admin/reference?" + query)
    assert html.status == 200 and "<script>" not in html.text


def test_a_part_that_is_missing_is_told(stack, editor):
    """Whoever installed only half of it reads so in the log."""
    for folder, _, files in os.walk(stack.folder + "/installed"):
        if folder.endswith("/reference") and "triage.xml" in files:
            os.rename(folder + "/triage.xml", folder + "/away.xml")
            try:
                assert editor.send("/admin/reference?program=triage").status == 500
                assert "triage.xml" in stack.log("admin")
            finally:
                os.rename(folder + "/away.xml", folder + "/triage.xml")
            assert editor.send("/admin/reference?program=triage").status == 200
            return
    pytest.fail("no reference is installed")
