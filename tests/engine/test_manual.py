"""The grammar of questionnaires documents itself, samspil-questionnaire(5) is made of it, and its example is a questionnaire."""

import os
import pathlib
import re
import shutil
import subprocess

import pytest
from lxml import etree

from calculation import TOP

BUILD = pathlib.Path(os.environ.get("SAMSPIL_TEST_BUILD", TOP / "build-sanitize"))
RNG, DOC = "{http://relaxng.org/ns/structure/1.0}", "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
GRAMMAR = etree.parse(str(TOP / "xslt/schema/questionnaire.rng"))
EXAMPLE = TOP / "xslt/reference/questionnaire.xml"
PAGE = BUILD / "samspil-questionnaire.5"
PARTS = [(kind, node) for kind in ("element", "attribute") for node in GRAMMAR.iter(RNG + kind)]


def plain(text):
    """A page's text without what only roff needs."""
    return re.sub(r"\s+", " ", text.replace("\\-", "-").replace("\\&", "").replace("\\e", "\\"))


@pytest.mark.parametrize("kind, node", PARTS, ids=[f"{kind}-{node.get('name')}-{node.sourceline}" for kind, node in PARTS])
def test_everything_has_words(kind, node):
    words = node.findall(DOC)
    assert len(words) == 1 and len(words[0].text.split()) >= 3
    assert words[0] is node[0], "the words stand first"


def test_the_page_has_everything():
    page = PAGE.read_text()
    words = plain(page)
    for kind, node in PARTS:
        name = node.get("name").replace("-", "\\-")
        heading = f".SS <{name}>\n" if kind == "element" else f".TP\n.B {name}\n"
        assert heading in page, node.get("name")
        assert plain(node.findtext(DOC)).strip() in words, node.get("name")
    for section in ("NAME", "DESCRIPTION", "ELEMENTS", "RULES", "LIMITS", "EXAMPLE"):
        assert f".SH {section}\n" in page


def test_what_authors_ask_about():
    words = plain(PAGE.read_text())
    assert "Holds: <title> one or more of ( <dimension> | <use> )." in words, "not one of each"
    for said in ("/admin/questionnaires", "--draft", "risk category", "A survey", "higher than"):
        assert said in words, said


def test_the_limits_are_those_of_the_code():
    words = plain(PAGE.read_text()).replace(",", "")
    header = (TOP / "src/domain/questionnaire.h").read_text() + (TOP / "src/xml/evaluate.h").read_text() + (TOP / "src/xml/node.h").read_text()
    for name in ("QUESTIONNAIRE_QUESTIONS_MAX", "QUESTIONNAIRE_IDS_MAX", "QUESTIONNAIRE_TESTS_MAX", "QUESTIONNAIRE_STEPS_MAX",
                 "EXPRESSION_MAX", "EVALUATE_STEPS_MAX", "NODE_ATTRIBUTES_MAX"):
        limit = re.search(name + r" = (\d+)", header).group(1)
        assert f" {limit} " in words, name


@pytest.mark.parametrize("lint", [["groff", "-k", "-ww", "-man", "-Tutf8", "-z"], ["mandoc", "-T", "lint", "-W", "warning"]])
def test_the_page_is_clean(lint):
    if not shutil.which(lint[0]):
        pytest.skip(f"no {lint[0]}")
    done = subprocess.run([*lint, PAGE], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stdout.strip() and not done.stderr.strip(), done.stdout + done.stderr


def test_the_example_is_a_questionnaire():
    done = subprocess.run([BUILD / "tests/engine/score", TOP / "xslt/schema/questionnaire.rng", EXAMPLE], input="", capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0 and not done.stderr, done.stderr
    # It stands on the page as it is, but for its first line and where lines break.
    example = re.sub(r"\s+", " ", EXAMPLE.read_text().split("\n", 1)[1]).strip()
    assert example in plain(PAGE.read_text())
