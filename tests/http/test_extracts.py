"""What is handed out to evaluators: made by samspil-export, seen on /report/extracts.  What stands in one: tests/reports."""

import pytest

import course as c


@pytest.fixture(scope="module")
def made(stack, tmp_path_factory):
    """The extract that was made of the demo; afterwards it is forgotten."""
    folder = tmp_path_factory.mktemp("extract")
    until = stack.sql("SELECT LAST_DAY(CURRENT_DATE - INTERVAL 1 MONTH)")[0][0]
    assert stack.tool("export", "key", str(folder / "key"))[0] == 0
    code, out, err = stack.tool("export", "evaluation", "--purpose", "Måling af <virkning>", "--receiver", "Prøveuniversitetet", "--legal-basis", "§ 10",
                                "--from", "2015-01-01", "--to", until, "--key-file", str(folder / "key"),
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
    protected = int(stack.sql("SELECT COUNT(*) FROM citizen WHERE protection_from <= CURRENT_DATE AND COALESCE(protection_to, CURRENT_DATE) >= CURRENT_DATE"
                              " AND id IN (SELECT citizen_id FROM course WHERE opened_on < DATE_FORMAT(CURRENT_DATE, '%Y-%m-01'))")[0][0])
    everybody = int(stack.sql("SELECT COUNT(DISTINCT citizen_id) FROM course WHERE opened_on < DATE_FORMAT(CURRENT_DATE, '%Y-%m-01')")[0][0])
    assert protected > 0 and everybody - protected == len((made / "persons.csv").read_text().splitlines()) - 1


def test_another_one_of_the_same_time_needs_a_reason(stack, made, tmp_path):
    """Two extracts of nearly the same time single out who is in one of them alone."""
    words = ["evaluation", "--purpose", "x", "--receiver", " prøveuniversitetet ", "--legal-basis", "§ 10", "--from", "2015-01-01", "--to", "2025-12-31", "--key-file",
             str(made.parent / "key"), "--out", str(tmp_path / "again")]
    code, out, err = stack.tool("export", *words)
    assert code == 1 and "--again REASON" in err and not (tmp_path / "again").exists()
    words[words.index(" prøveuniversitetet ")] = "Prøveuniversitetet, afd. 2"
    assert "--again REASON" in stack.tool("export", *words)[2], "a department of it is the same receiver"
    words[words.index("Prøveuniversitetet, afd. 2")] = "Et andet sted"
    words[-1] = str(tmp_path / "other")
    code, out, err = stack.tool("export", *words)
    assert code == 0 and "note: part of that period went out already (no. " in err and "to Prøveuniversitetet" in err
    words[words.index("Et andet sted")], words[-1] = "Prøveuniversitetet, afd. 2", str(tmp_path / "again")
    assert stack.tool("export", *words, "--again", "Det første blev slettet")[0] == 0
    row = newest(c.person(stack, "it.bo").get("/report/extracts"))
    assert row.get("again") == "Det første blev slettet" and row.get("receiver") == "Prøveuniversitetet, afd. 2"
    assert "Det første blev slettet" in c.person(stack, "it.bo").html("/report/extracts").text


def test_the_access_log_says_who_got_what(stack, made):
    number, citizen = stack.sql("SELECT e.id, MIN(p.citizen_id) FROM evaluation_extract e JOIN evaluation_person p ON p.extract_id = e.id"
                                " WHERE e.receiver = 'Prøveuniversitetet' GROUP BY e.id ORDER BY e.id LIMIT 1")[0]
    page = c.person(stack, "it.bo").html(f"/admin/access-log?citizen={citizen}").text
    assert "Udtræk til evaluering nr." in page and "It-drift (samspil-export)" in page and "Givet videre" in page and ">evaluation<" not in page
    assert f'<span class="sp-quiet sp-num">{number}</span>' in page


def test_a_file_with_names_is_in_the_access_log(stack, tmp_path):
    """Of everybody who is in it, as the extract without names."""
    for kind, persons in (("citizens", "SELECT DISTINCT citizen_id FROM citizen_cpr"), ("outcomes", "SELECT DISTINCT citizen_id FROM outcome"),
                          ("rates", "SELECT id FROM citizen WHERE id < 0")):
        last = stack.sql("SELECT MAX(id) FROM access_log")[0][0]
        assert stack.tool("export", "rows", kind, str(tmp_path / f"{kind}.csv"))[0] == 0
        of = stack.sql("SELECT MAX(id) FROM import_run WHERE direction = 'out'")[0][0]
        logged = stack.sql(f"SELECT citizen_id, object_id FROM access_log WHERE id > {last} AND program = 'export' AND route = 'rows' ORDER BY citizen_id")
        assert logged == [[citizen, of] for (citizen,) in sorted(stack.sql(persons), key=lambda row: int(row[0]))]
