"""What is handed out to evaluators: made by samspil-export, seen on /report/extracts.  What stands in one: tests/reports."""

import pytest

import course as c


@pytest.fixture(scope="module")
def made(stack, tmp_path_factory):
    """The extract that was made of the demo; afterwards it is forgotten."""
    folder = tmp_path_factory.mktemp("extract")
    assert stack.tool("export", "key", str(folder / "key"))[0] == 0
    code, out, err = stack.tool("export", "evaluation", "--purpose", "Måling af <virkning>", "--receiver", "Prøveuniversitetet", "--legal-basis", "§ 10",
                                "--from", "2015-01-01", "--to", stack.sql("SELECT CURRENT_DATE")[0][0], "--key-file", str(folder / "key"),
                                "--out", str(folder / "out"))
    assert code == 0, err
    yield folder / "out"
    stack.sql("DELETE FROM evaluation_extract WHERE receiver = 'Prøveuniversitetet'")


def newest(page):
    return page.one("//p:list[@name = 'extracts']/p:extract[1]")


@pytest.mark.parametrize("uid", ["eval.ane", "tl.karla", "it.bo", "oek.rita"])
def test_who_reads_reports_or_runs_samspil_sees_them(stack, made, uid):
    row = newest(c.person(stack, uid).get("/report/extracts"))
    assert row.get("receiver") == "Prøveuniversitetet" and row.get("purpose") == "Måling af <virkning>" and row.get("legal-basis") == "§ 10"
    persons = (made / "persons.csv").read_text().splitlines()[1:]
    assert int(row.get("persons")) == len(persons) >= 5
    assert int(row.get("rows")) == sum(len(file.read_text().splitlines()) - 1 for file in made.glob("*.csv") if file.name != "codebook.csv")


@pytest.mark.parametrize("uid", ["mads.sb", "psy.eva", "vk.ole"])
def test_others_do_not(stack, uid):
    assert c.person(stack, uid).get("/report/extracts").status == 403


def test_the_operator_finds_them(stack):
    assert "/report/extracts" in str(c.person(stack, "it.bo").get("/admin").all("//p:task[@name = 'extracts']/@href"))


def test_nobody_of_the_demo_is_in_it_by_name(stack, made):
    names = {name for (name,) in stack.sql("SELECT name FROM citizen")} | {cpr for (cpr,) in stack.sql("SELECT cpr FROM citizen_cpr")}
    texts = [file.read_text() for file in made.iterdir()]
    assert not [name for name in names if any(name in text for text in texts)]
    protected = int(stack.sql("SELECT COUNT(*) FROM citizen WHERE protection_from <= CURRENT_DATE AND COALESCE(protection_to, CURRENT_DATE) >= CURRENT_DATE")[0][0])
    everybody = int(stack.sql("SELECT COUNT(DISTINCT citizen_id) FROM course")[0][0])
    assert protected > 0 and everybody - protected == len((made / "persons.csv").read_text().splitlines()) - 1
