"""samspil-import against the demo: whole files or nothing, and the same file again changes nothing."""

import shutil

import pytest

from samspil import TOP

HEADER = "code\ttitle\tparent\n"


@pytest.fixture
def icf_as_it_was(stack):
    """The demo's own list again afterwards."""
    yield
    stack.sql("DELETE FROM icf WHERE source = 'prøve'")
    assert stack.tool("import", "icf", TOP + "/sql/reference/icf.tsv")[0] == 0


def row(stack, code):
    return stack.sql(f"SELECT title, component, parent, kind, selectable, valid_from FROM icf WHERE code = '{code}'")


def fixed(code, start, title):
    return f"fkt{code:20}{start:8}{'20200101':8}{'25000101':8}{title:120}".encode("latin-1") + b"\r\n"


def test_the_official_form(stack, tmp_path, icf_as_it_was):
    file = tmp_path / "SKScomplete.txt"
    file.write_bytes(b"".join([
        fixed("DM545", "20050101", "Lænderygsmerter"), fixed("F", "20050101", "Funktionsevne"), fixed("FB", "20050101", "KROPPENS"),
        fixed("FB5", "20050101", "Fordøjelse"), fixed("FB51", "20050101", "Fordøjelsen (b510-b539)"),
        fixed("FB515", "19990101", "Et ældre ord"), fixed("FB515", "20050101", "Nedbrydning af føde")]))
    code, out, err = stack.tool("import", "icf", "--source", "prøve", str(file))
    assert code == 0, err
    assert "5 codes: 1 new, 4 changed, 0 as they were; 1 lines of other lists, 1 earlier versions" in out
    assert row(stack, "FB515") == [["Nedbrydning af føde", "function", "FB51", "category", "1", "2005-01-01"]]
    assert row(stack, "FB28013")[0][0] == "Rygsmerter", "what the file does not have stays"
    code, out, err = stack.tool("import", "icf", "--source", "prøve", str(file))
    assert code == 0 and "0 new, 0 changed, 5 as they were" in out


def test_own_list_again(stack):
    before = stack.sql("SELECT * FROM icf ORDER BY code")
    code, out, err = stack.tool("import", "icf", TOP + "/sql/reference/icf.tsv")
    assert code == 0 and " 0 new, 0 changed, 145 as they were" in out, err
    assert stack.sql("SELECT * FROM icf ORDER BY code") == before


@pytest.mark.parametrize("line, fault", [
    ("FQ1\tIkke til\tF", ":4: FQ1 is no code of the classification"),
    ("FB9\t\tFB", ":4: FB9 has a title of 0 characters"),
    ("FB9\tNi\tFX", ":4: FB9 belongs to FX, which is not in the file"),
    ("FB\tIgen\tF", ":4: code FB stands in line 3 already"),
    ("FB9", ":4: 1 columns, not 3"),
])
def test_a_wrong_line_is_told_and_nothing_taken(stack, tmp_path, line, fault):
    before = stack.sql("SELECT * FROM icf ORDER BY code")
    file = tmp_path / "list.tsv"
    file.write_text(HEADER + "F\tEt andet navn\t\nFB\tOgså\tF\n" + line + "\n")
    code, out, err = stack.tool("import", "icf", str(file))
    assert code == 1 and fault in err and "nothing is taken" in err
    assert stack.sql("SELECT * FROM icf ORDER BY code") == before


def test_questionnaires_again(stack):
    folder = TOP + "/conf/questionnaires/"
    files = ["demo-kontanthjaelp", "demo-sygedagpenge", "trivsel", "samarbejde", "tilfredshed"]
    code, out, err = stack.tool("import", "questionnaire", *(f"{folder}{file}.xml" for file in files))
    assert code == 0, err
    assert out.count("there already, published") == len(files)


@pytest.fixture
def questionnaire(stack, tmp_path):
    """write(from, to, ...): a changed copy of the demo's questionnaire, beside what it shares."""
    shutil.copy(TOP + "/conf/questionnaires/shared.xml", tmp_path)

    def write(*changes):
        with open(TOP + "/conf/questionnaires/demo-kontanthjaelp.xml", encoding="utf-8") as file:
            text = file.read()
        for old, new in [('id="demo-kontanthjaelp"', 'id="proeve"'), *changes]:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / "q.xml").write_text(text, encoding="utf-8")
        return str(tmp_path / "q.xml")

    yield write
    stack.sql("DELETE FROM questionnaire WHERE code = 'proeve'")


@pytest.mark.parametrize("old, new, fault", [
    ('<parameter id="red-limit" value="5">', '<parameter id="red-limit" value="6">', "The test five-red expects the indication aktivitetsparat, but jobparat came out"),
    ('level="red" test="@score &gt;= 3"', 'level="red" test="document(1)"', "The rule in test uses document, which is not there"),
    ('benefit-type="kontanthjaelp"', 'benefit-type="ukendt"', "There is no benefit with the code ukendt"),
    ('<use dimension="familie"/>', '<use dimension="mangler"/>', "The file that it shares has no dimension mangler"),
    ('licence="own"', 'licence=""', "licence on <questionnaire> does not fit"),
    ('shared="shared.xml"', 'shared="../other.xml"', "shared on <questionnaire> does not fit"),
    ('licence="own"', 'licence=" "', "licence on <questionnaire> does not fit"),
    ('legal-basis="Lov om en aktiv beskæftigelsesindsats (demo: hjemlen skal bekræftes af kommunens jurist)"',
     'legal-basis="  "', "legal-basis on <questionnaire> does not fit"),
    ("<questionnaire ", '<!DOCTYPE q SYSTEM "x"><questionnaire ', "q.xml:3: The text has a DOCTYPE. Remove it"),
    ("</questionnaire>", "", "The text ends before <questionnaire> is closed"),
])
def test_a_questionnaire_that_is_refused(stack, questionnaire, old, new, fault):
    code, out, err = stack.tool("import", "questionnaire", questionnaire((old, new)))
    assert code == 1 and fault in err, err
    assert stack.sql("SELECT COUNT(*) FROM questionnaire WHERE code = 'proeve'") == [["0"]]


def test_versions(stack, questionnaire):
    assert stack.tool("import", "questionnaire", questionnaire())[0] == 0
    assert stack.tool("import", "questionnaire", questionnaire(('version="2"', 'version="3"')))[0] == 0
    assert stack.sql("SELECT version, state FROM questionnaire WHERE code = 'proeve' ORDER BY version") == \
        [["2", "retired"], ["3", "published"]]
    code, out, err = stack.tool("import", "questionnaire", questionnaire(("Dig og dit hjem", "Dit hjem")))
    assert code == 1 and "proeve version 2 was published with other content" in err
    code, out, err = stack.tool("import", "questionnaire", questionnaire(('version="2"', 'version="4"'), ("Dig og dit hjem", "Dit hjem")))
    assert code == 0 and "version 4: published" in out
    stack.sql("DELETE FROM questionnaire WHERE code = 'proeve' AND version = 2")
    code, out, err = stack.tool("import", "questionnaire", questionnaire())
    assert code == 1 and "A later version of proeve than 2 is published already" in err


def test_help(stack):
    code, out, err = stack.tool("import", "--help")
    assert code == 0 and out.startswith("usage: samspil-import") and err == ""


@pytest.mark.parametrize("words", [(), ("icf",), ("icf", "a", "b"), ("questionnaire",), ("everything", "x"), ("--nonsense",)])
def test_command_lines(stack, words):
    assert stack.tool("import", *words)[0] == 2


def test_synonyms(stack, tmp_path):
    file = tmp_path / "egne.tsv"
    file.write_text("word\tcode\ntræt i hovedet\tFB164\ngangbesvær\tFA450\nfremtidens ord\tFB99998\n")
    try:
        code, out, err = stack.tool("import", "synonyms", str(file))
        assert code == 0 and "3 synonyms: 3 new, 0 removed, 0 as they were; 1 of codes that are not there" in out, err
        code, out, err = stack.tool("import", "synonyms", str(file))
        assert code == 0 and "0 new, 0 removed, 3 as they were" in out
        file.write_text("word\tcode\n  træt   i hovedet \tFB164\n")
        code, out, err = stack.tool("import", "synonyms", str(file))
        assert code == 0 and "0 new, 2 removed, 1 as they were" in out, "a list takes the place of its earlier one"
        assert stack.sql("SELECT COUNT(*) > 300 FROM icf_synonym WHERE source = 'icf-synonyms.tsv'") == [["1"]], "others stay"
    finally:
        stack.sql("DELETE FROM icf_synonym WHERE source = 'egne.tsv'")


@pytest.mark.parametrize("text, fault", [
    ("ord\tkode\n", ":1: the first line must be"), ("word\tcode\nryg\n", ":2: not two columns"), ("word\tcode\n\tFB160\n", ":2: a word has 1 to 80"),
    ("word\tcode\nryg\tb28013\n", ":2: \"b28013\" is no code"), ("word\tcode\nryg\tFB160\nryg\tFB160\n", "stands there twice"),
    ("word\tcode\n" + "x" * 81 + "\tFB160\n", ":2: a word has 1 to 80"),
])
def test_wrong_synonyms_are_told_and_nothing_taken(stack, tmp_path, text, fault):
    before = stack.sql("SELECT * FROM icf_synonym ORDER BY word, code")
    file = tmp_path / "egne.tsv"
    file.write_text(text)
    code, out, err = stack.tool("import", "synonyms", str(file))
    assert code == 1 and fault in err and "nothing is taken" in err
    assert stack.sql("SELECT * FROM icf_synonym ORDER BY word, code") == before
