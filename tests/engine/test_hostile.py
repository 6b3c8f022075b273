"""Files that nobody means well with are refused with a line and a reason, before they cost anything."""

import os
import pathlib
import re
import subprocess
import time

import pytest

from calculation import TOP

BUILD = pathlib.Path(os.environ.get("SAMSPIL_TEST_BUILD", TOP / "build-sanitize"))
GOOD = (TOP / "tests/data/questionnaires/slags.xml").read_text()
# With sanitizers and neighbours; by itself each takes well under one.
SECONDS = 20


def change(old, new):
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def question(number, more=""):
    return (f'<question id="q{number}" type="single" required="no"{more}><text>?</text>'
            f'<option id="a" score="1">a</option><option id="b" score="0">b</option></question>\n')


def dimensions(number, rule="true()"):
    return "".join(f'<dimension id="d{n}"><title>d</title>{question(n)}<colour id="c{n}" level="red" test="{rule}">r</colour>'
                   f'<colour id="e{n}" level="green" test="true()">g</colour></dimension>\n' for n in range(number))


def with_dimensions(text):
    """Without the translation, which would lack them."""
    return re.sub("<translation.*</translation>", "", change('<dimension id="gener">', text + '<dimension id="gener">'), flags=re.DOTALL)


CYCLE = (f'<dimension id="d"><title>d</title>'
         + question(1, """ show-if="//answer[@question='q2']/@option = 'a'\"""") + question(2, """ show-if="//answer[@question='q1']/@option = 'a'\"""")
         + '</dimension>')
RULE = "@score &gt;= $graense"
STAR = "//*[//*[//*[//*[//*[//@* = 'x']]]]]"
BOMB = '<!DOCTYPE q [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1 if n > 1 else "") + ";"}{"&a;" * 9}">' for n in range(1, 9)) + "]>"

HOSTILE = {
    "huge": (GOOD + " " * 1_100_000, "too-large"),
    "doctype": (change("<questionnaire", "<!DOCTYPE questionnaire>\n<questionnaire"), "line 3: doctype"),
    "outside entity": (change("<questionnaire", '<!DOCTYPE q SYSTEM "file:///etc/passwd">\n<questionnaire'), "line 3: doctype"),
    "entity bomb": (change("<questionnaire", BOMB + "\n<questionnaire").replace("Prøve.", "&a8;"), "line 3: doctype"),
    "unknown entity": (change("<intro>Prøve.", "<intro>&nix;"), "line 5: "),
    "many attributes": (change("<title>Krop", "<title " + " ".join(f'a{n}="x"' for n in range(40_000)) + ">Krop"), r'line \d+: many-attributes wanted="256"'),
    "deep": (change("<intro>", "<intro>" + "<b>" * 100_000), "line 5: |depth|deep"),
    "deep and whole": (change("<intro>", "<intro>" + "<b>" * 200 + "</b>" * 200), "line 5: "),
    "no end": (GOOD[:len(GOOD) // 2], r"line \d+: "),
    "no UTF-8": (GOOD.encode().replace(b"Fort\xc3\xa6l", b"Fort\xe6l").replace("æ".encode(), b"\xff"), r"line \d+: "),
    "no characters": (change("<intro>Prøve", "<intro>\x01"), "line 5: "),
    "nothing": ("", ""),
    "no questionnaire": ("<html/>", "line 1: "),
    "another namespace": (GOOD.replace("urn:samspil:questionnaire:1", "urn:x"), "line 3: "),
    "no licence": (change(' licence="own"', ""), 'line 3: attribute-missing element="questionnaire" name="licence"'),
    "no legal basis": (change(' legal-basis="Prøve"', ""), 'line 3: attribute-missing element="questionnaire" name="legal-basis"'),
    "an id twice": (change('<dimension id="vaerst"', '<dimension id="gener"'), r'line 29: id-twice element="dimension" name="gener"'),
    "too many questions": (with_dimensions(dimensions(200)), r'line \d+: too-many-dimensions .*wanted="200"'),
    "many rules": (change("<undecided", "".join(f'<score id="s{n}" select="1" missing="none">s</score>\n' for n in range(2_100)) + "<undecided"),
                   r'line \d+: too-many-ids element="score" wanted="2000"'),
    "many tests": (change("  <translation", "".join(f'<test id="t{n}"><expect red="0"/></test>\n' for n in range(301)) + "  <translation"),
                   r'line \d+: too-many-tests .*wanted="300"'),
    "many options": (change('<option id="lidt"', "".join(f'<option id="o{n}" score="1">o</option>\n' for n in range(49)) + '<option id="lidt"'),
                     r'line \d+: too-many-options .*wanted="48"'),
    "a long rule": (change(RULE, "1 + " * 400 + "1"), r"line 23: "),
    "a condition on itself": (change("//answer[@question='gener']/option/@id = 'ryg'", "//answer[@question='gener-tekst']/@state = 'none'"),
                              r'line 20: asked-later element="question" name="gener-tekst" where="show-if" wanted="gener-tekst"'),
    "conditions in a circle": (with_dimensions(CYCLE), r'line \d+: asked-later element="question" name="q2" where="show-if" wanted="q1"'),
    "document()": (change(RULE, "document('file:///etc/passwd')"), r'line 23: rule-unknown element="colour" name="document" where="test"'),
    "an unknown function": (change(RULE, "system('ls')"), r'line 23: rule-unknown element="colour" name="system" where="test"'),
    "key()": (change(RULE, "key('a', 'b')"), r'line 23: rule-unknown element="colour" name="key" where="test"'),
    "id()": (change(RULE, "id('a')"), r'line 23: rule-unknown element="colour" name="id" where="test"'),
    "a prefix": (change(RULE, "exsl:node-set(1)"), "line 23: rule-unknown element=.colour"),
    "an unknown parameter": (change(RULE, "$nix = 1"), r'line 23: rule-unknown element="colour" name="nix" where="test"'),
    "no XPath": (change(RULE, "@score &gt;="), "line 23: rule-not-xpath element=.colour"),
    "nested brackets": (change(RULE, "(" * 490 + "0" + ")" * 490), 'line 92: test-red .*wanted="1" is="0" test="alt-givet"'),
    "a rule that costs too much": (with_dimensions(dimensions(30)).replace(RULE, STAR), r'line \d+: rule-costs element="colour" name="//'),
    "rules that together cost too much": (with_dimensions(dimensions(150, "count(//*[//@* = 'x']) &gt; 1")), r"line \d+: rules?-costs? element="),
    "many rules just below their own bound": (change("<undecided", "".join(
        f"""<score id="s{n}" select="count(//*[//*[//@* = 'x']])" missing="none">s</score>\n""" for n in range(1_100)) + "<undecided"),
        "rules-cost|cost too much"),
    "a test like itself": (change('<test id="tung" like="alt-givet">', '<test id="tung" like="tung">'),
                           r'line \d+: test-no-earlier .*name="tung" test="tung"'),
    "tests like each other": (change('<test id="alt-givet">', '<test id="alt-givet" like="tung">'),
                              r'line \d+: test-no-earlier .*name="tung" test="alt-givet"'),
    "a failing test": (change('red="1" yellow="0" green="2"', 'red="2" yellow="0" green="2"'), 'line 92: test-red .*wanted="2" is="1" test="alt-givet"'),
    "an answer that is none": (change('question="vaegt" value="82.5"', 'question="vaegt" value="19"'),
                               r'line \d+: test-no-answer .*name="19" where="vaegt" test="alt-givet"'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refused(name, tmp_path):
    text, reason = HOSTILE[name]
    file = tmp_path / "q.xml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    began = time.monotonic()
    done = subprocess.run([BUILD / "tests/engine/score", TOP / "xslt/schema/questionnaire.rng", file], input="", capture_output=True,
                          text=True, check=False, timeout=SECONDS)
    said = done.stderr
    assert done.returncode == 1 and re.search(reason, said), said[:2000]
    assert "Sanitizer" not in said and len(said) < 20_000, said[:2000]
    print(f"{name}: {time.monotonic() - began:.2f} s: {said.splitlines()[-1][:150]}")


def test_the_good_one_is_good(tmp_path):
    file = tmp_path / "q.xml"
    file.write_text(GOOD)
    done = subprocess.run([BUILD / "tests/engine/score", TOP / "xslt/schema/questionnaire.rng", file], input="", capture_output=True,
                          text=True, check=False, timeout=SECONDS)
    assert done.returncode == 0 and not done.stderr, done.stderr


def test_the_largest_one_is_read_in_time(tmp_path):
    """200 questions with the demo's rules: what a municipality may well write."""
    body = dimensions(192, "@score &gt;= 1")
    file = tmp_path / "q.xml"
    file.write_text(with_dimensions(body))
    began = time.monotonic()
    done = subprocess.run([BUILD / "tests/engine/score", TOP / "xslt/schema/questionnaire.rng", file], input="", capture_output=True,
                          text=True, check=False, timeout=SECONDS)
    assert 'wanted="0" is="192"' in done.stderr and time.monotonic() - began < SECONDS, done.stderr
