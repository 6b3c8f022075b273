"""samspil-import takes rows of other systems: whole files or nothing, every fault told, the same file again changes nothing."""

import hashlib
import os
import pwd
import signal
import subprocess
import time

import pytest
from lxml import etree

from samspil import TOP

HOUSE = "rows-test"
PERIODS = "cpr;benefit;from;to\n"
ROWS = int(os.environ.get("SAMSPIL_TEST_ROWS", "20000"))  # the long form: 1000000


def cprs(count, year=60):
    """Numbers that fail modulus 11 on ordinary birthdays, so they are nobody's."""
    out, weights = [], (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    for month in range(1, 13):
        for day in range(2, 29):
            for serial in range(3000, 4000):  # others' tests have the lower ones
                number = f"{day:02}{month:02}{year:02}{serial}"
                if sum(int(d) * w for d, w in zip(number, weights)) % 11 != 0:
                    out.append(number)
                    break
    while len(out) < count:
        year += 1
        out += cprs(324, year)
    return out[:count]


PEOPLE = cprs(12)


MINE = f"(SELECT id FROM citizen WHERE department_id = '{HOUSE}')"
CLEAN = "".join(f"DELETE FROM {table} WHERE citizen_id IN {MINE};" for table in ("outcome", "benefit_period")) + \
    f"DELETE FROM staff_hours WHERE department_id = '{HOUSE}'; DELETE FROM rule_change WHERE uid = 'samspil-import';" \
    f"DELETE v FROM catalogue_version v JOIN catalogue_entry e ON e.id = v.entry_id WHERE e.department_id = '{HOUSE}' AND v.state = 'draft';" \
    f"DELETE FROM catalogue_entry WHERE department_id = '{HOUSE}'; DELETE FROM import_run;" + \
    "".join(f"DELETE FROM {table} WHERE source = '{HOUSE}';" for table in
            ("benefit_rate", "benefit_refund", "budget_line", "regional_figure", "effect_figure", "caseload_target"))


def tool(stack, name, *words):
    """One of our tools, without the shell around it: (exit code, output, errors)."""
    done = subprocess.run([command(stack, name)[0], *command(stack, name)[1:], *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr


def command(stack, name):
    return [os.path.join(stack.folder, "installed/sbin/samspil-" + name), "--config", os.path.join(stack.folder, "conf/samspil-root.conf")]


@pytest.fixture(scope="module")
def house(stack, tmp_path_factory):
    """A department of its own with twelve citizens, whom samspil-import brought."""
    stack.sql(f"INSERT INTO department (id, name, kind) VALUES ('{HOUSE}', 'Prøvehuset', 'employment')")
    file = tmp_path_factory.mktemp("house") / "citizens.csv"
    file.write_text("cpr;name;department\n" + "".join(f"{cpr};Prøve {i};{HOUSE}\n" for i, cpr in enumerate(PEOPLE)))
    assert tool(stack, "import", "citizens", str(file))[0] == 0
    yield HOUSE
    stack.sql(CLEAN + f"DELETE FROM citizen_cpr WHERE citizen_id IN {MINE}; DELETE FROM citizen WHERE department_id = '{HOUSE}';"
              f" DELETE FROM department WHERE id = '{HOUSE}'")


@pytest.fixture
def take(stack, house, tmp_path):
    """take(kind, text or bytes, options...): what samspil-import said of such a file."""
    stack.sql(CLEAN)

    def take(kind, text, *options, name="rows.csv", code=None):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        done = tool(stack, "import", *options, kind, str(file))
        assert code is None or done[0] == code, done
        return done

    return take


def count(stack, table="benefit_period"):
    return int(stack.sql(f"SELECT COUNT(*) FROM {table} t JOIN citizen c ON c.id = t.citizen_id WHERE c.department_id = '{HOUSE}'")[0][0])


KINDS = {
    "benefit-periods": (PERIODS + f"{PEOPLE[0]};kontanthjaelp;01-02-2024;31-03-2024\n{PEOPLE[0]};sygedagpenge;2024-04-01;\n", ("2024;31", "2024;30")),
    "outcomes": (f"cpr;month;kind;hours\n{PEOPLE[0]};2025-01;job;37,5\n{PEOPLE[0]};02-2025;job;\n", ("37,5", "30")),
    "staff-hours": (f"uid;department;fte;from;to\nmads.sb;{HOUSE};0,5;2024-01-01;2024-06-30\nmads.sb;{HOUSE};1;2024-07-01;\n", (";0,5", ";0,75")),
    "rates": (f"benefit;from;monthly;source\nsygedagpenge;2001-01-01;1.234,50;{HOUSE}\ndagpenge;2001-01-01;20000;{HOUSE}\n", ("1.234,50", "1.234,51")),
    "refunds": (f"benefit;from;from-week;percent;source\nsygedagpenge;2001-01-01;1;80;{HOUSE}\nsygedagpenge;2001-01-01;5;40;{HOUSE}\n", (";80;", ";70;")),
    "caseload-targets": (f"benefit;from;least;most;goal;source\ndagpenge;2001-01-01;32;35;;{HOUSE}\nrevalidering;2001-01-01;40;45;40;{HOUSE}\n", (";45;", ";44;")),
    "regional": (f"region;scheme;month;persons;stated-on;source\nNordjylland;ressourceforløb;2016-03;1.732;2016-05-01;{HOUSE}\n"
                 f"Nordjylland;ressourceforløb;2015-03;1.158;2016-05-01;{HOUSE}\n", None),
    "effects": (f"study;years-since;population;moment;persons;stable;stated-on;source\nA;1;treated;after;100;35;2020-01-01;{HOUSE}\n"
                f"A;1;control;after;100;30;2020-01-01;{HOUSE}\n", None),
    "catalogue": (f'department;title;kind;tracks;price;price-per;aim\n{HOUSE};Gåtur;health;physical, social;100,5;week;"Ud,\nog hjem; ""frisk"""\n'
                  f"{HOUSE};Maling;social;;;;\n", ("Ud,", "Ind,")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_new_same_changed(stack, take, kind):
    text, change = KINDS[kind]
    number = ("--decimal", "comma")
    code, out, err = take(kind, text, "--dry-run", *number, code=0)
    assert "dry run, nothing is changed: 2 rows: 2 new, 0 changed, 0 as they were" in out
    assert "2 rows: 2 new, 0 changed" in take(kind, text, *number, code=0)[1], "a dry run leaves nothing"
    code, out, err = take(kind, text, *number, code=0)
    assert "0 new, 0 changed, 2 as they were" in out and "the same file was taken" in out
    if change:
        assert "0 new, 1 changed, 1 as they were" in take(kind, text.replace(*change), *number, code=0)[1]
    assert stack.sql("SELECT added, changed, same FROM import_run ORDER BY id DESC LIMIT 1") == [["0", "1", "1"] if change else ["0", "0", "2"]]


CODES = {"benefit-periods": ("benefit_period", "benefit_type", "benefit_type", "code"), "staff-hours": ("staff_hours", "department_id", "department", "id"),
         "rates": ("benefit_rate", "benefit_type", "benefit_type", "code"), "refunds": ("benefit_refund", "benefit_type", "benefit_type", "code"),
         "caseload-targets": ("caseload_target", "benefit_type", "benefit_type", "code"), "catalogue": ("catalogue_entry", "department_id", "department", "id")}


@pytest.mark.parametrize("kind", CODES)
def test_codes_are_kept_as_ours_are_written(stack, take, kind):
    """The database finds a code in whatever letters, the reports find it to the letter."""
    table, column, codes, code = CODES[kind]
    text = KINDS[kind][0]
    for word in ("kontanthjaelp", "sygedagpenge", "dagpenge", "revalidering", HOUSE):
        text = text.replace(f";{word};", f";{word.capitalize()};").replace(f"\n{word};", f"\n{word.upper()};")
    if kind != "catalogue":
        text = text.replace(f";{HOUSE.capitalize()}\n", f";{HOUSE}\n")
    assert text != KINDS[kind][0]
    assert "2 rows: 2 new" in take(kind, text, "--decimal", "comma", code=0)[1]
    assert stack.sql(f"SELECT {column} FROM {table} t JOIN {codes} c ON c.{code} = t.{column} WHERE BINARY c.{code} <> BINARY t.{column}") == []
    assert "0 new, 0 changed, 2 as they were" in take(kind, KINDS[kind][0], "--decimal", "comma", code=0)[1]


TRACES = [("rates", "rate", ["dagpenge 2001-01-01", "sygedagpenge 2001-01-01"], "monthly\\t1234.50", "monthly\\t1234.51"),
          ("refunds", "refund", ["sygedagpenge 2001-01-01 1", "sygedagpenge 2001-01-01 5"], "percent\\t80.00", "percent\\t70.00"),
          ("caseload-targets", "caseload", ["dagpenge 2001-01-01", "revalidering 2001-01-01"], "most\\t45\\ngoal\\t40", "most\\t44\\ngoal\\t40"),
          ("staff-hours", "hours", None, "fte\\t0.50", "fte\\t0.75")]


@pytest.mark.parametrize("kind, rule, codes, was, became", TRACES)
def test_what_the_account_is_made_of_leaves_a_trace(stack, take, kind, rule, codes, was, became):
    """As the page does; what stays as it was leaves none."""
    text, change = KINDS[kind]
    traces = f"SELECT code, was, became FROM rule_change WHERE rule = '{rule}' AND uid = 'samspil-import' ORDER BY code"
    take(kind, text, "--decimal", "comma", code=0)
    new = stack.sql(traces)
    assert [row[1] for row in new] == [None, None] and codes in (None, [row[0] for row in new]) and any(was in row[2] for row in new), new
    take(kind, text.replace(*change), "--decimal", "comma", code=0)
    changed = [row for row in stack.sql(traces) if row[1] is not None]
    assert len(changed) == 1 and was in changed[0][1] and became in changed[0][2] and was not in changed[0][2], changed
    take(kind, text.replace(*change), "--decimal", "comma", code=0)
    assert len(stack.sql(traces)) == 3


def test_an_imported_rate_stands_among_the_changes(stack, take, sign_in):
    take("rates", KINDS["rates"][0], "--decimal", "comma", code=0)
    change = sign_in("oek.rita").get("/admin/account?of=rate").all("//p:rule-change[@by-name='samspil-import']")
    assert [one.get("change") for one in change] == ["created", "created"]
    assert change[0].xpath("p:value[@field='monthly']/@is", namespaces={"p": "urn:samspil:page:1"}) == ["20000.00"]


def test_budget(stack, take):
    stack.sql("INSERT IGNORE INTO budget_category (code, side, title, ordinal) VALUES ('rows-test', 'investment', 'Prøve', 900);"
              " INSERT IGNORE INTO budget_alias (alias, category) VALUES ('Prøvelinjen', 'rows-test')")
    head = "category;year;kind;amount;stated-on;note;source\n"
    try:
        text = head + f"Prøvelinjen;2011;actual;− 15,5;2016-03-01;;{HOUSE}\nrows-test;2012;actual;-1.234,5;2017-03-01;med it;{HOUSE}\n"
        assert "2 new" in take("budget", text, "--decimal", "comma", code=0)[1]
        assert [row[0].split("\\n")[2:4] for row in stack.sql("SELECT became FROM rule_change WHERE rule = 'budget' AND uid = 'samspil-import' ORDER BY id")] == \
            [["budget-kind\\tactual", "amount\\t-15.5"], ["budget-kind\\tactual", "amount\\t-1234.5"]]
        assert stack.sql(f"SELECT category, amount FROM budget_line WHERE source = '{HOUSE}' ORDER BY year") == [["rows-test", "-15.5"], ["rows-test", "-1234.5"]]
        assert "0 new, 0 changed, 2 as they were" in take("budget", text, "--decimal", "comma", code=0)[1]
        code, out, err = take("budget", text.replace("− 15,5", "− 15,6"), "--decimal", "comma", code=1)
        assert ":2: amount: another figure of that day is stored: state this one on a newer day" in err
        assert "1 new" in take("budget", head + f"rows-test;2011;actual;-15,6;2016-04-01;;{HOUSE}\n", "--decimal", "comma", code=0)[1]
        for note, source, column in ("Om 010180-1230", HOUSE, "note"), ("", "0101801230", "source"):
            assert f":2: {column}: what looks like a CPR number stands inside" in take("budget", head + f"rows-test;2011;actual;1;2016-05-01;{note};{source}\n", code=1)[2]
        assert ":2: category: there is no category" in take("budget", head + f"Ukendt;2011;actual;1;2016-04-01;;{HOUSE}\n", code=1)[2]
    finally:
        stack.sql(f"DELETE FROM budget_line WHERE source = '{HOUSE}'; DELETE FROM budget_alias WHERE category = 'rows-test';"
                  " DELETE FROM budget_category WHERE code = 'rows-test'")


@pytest.mark.parametrize("number", ["4,5", "4.5", "4.500", "1.234,5", "1,234.5"])
def test_numbers_are_asked_never_guessed(take, number):
    text = f"benefit;from;monthly;source\nsygedagpenge;2001-01-01;{number};{HOUSE}\n"
    code, out, err = take("rates", text, code=1)
    assert f':2: monthly: is "{number}" with a comma or a point before the decimals? Say --decimal comma or --decimal point' in err
    assert "1 fault, nothing is taken" in err


@pytest.mark.parametrize("number, manner, stored", [("4,5", "comma", "4.50"), ("4.5", "point", "4.50"), ("4.500", "comma", "4500.00"),
                                                    ("4.500", "point", "4.50"), ("4.5", "comma", None), ("1.234,5", "point", None)])
def test_numbers_as_one_says(stack, take, number, manner, stored):
    code, out, err = take("rates", f"benefit\tfrom\tmonthly\tsource\nsygedagpenge\t2001-01-01\t{number}\t{HOUSE}\n", "--decimal", manner)
    assert stack.sql(f"SELECT monthly FROM benefit_rate WHERE source = '{HOUSE}'") == ([[stored]] if stored else []), err
    assert code == (0 if stored else 1)


FAULTS = [
    ("kontanthjaelp;04/03/26;", "from: a date is written 2026-04-03 or 03-04-2026"),
    ("kontanthjaelp;03-04-26;", "from: a date is written"),
    ("kontanthjaelp;31-02-2024;", "from: there is no such day"),
    ("kontanthjaelp;;", "from: is empty"),
    ("anden;01-04-2024;02-04-2024", 'benefit: there is no benefit "anden"'),
    ("uddannelseshjaelp;01-08-2025;02-08-2025", 'from: there was no benefit "uddannelseshjaelp" on that day'),
    ("kontanthjaelp;01-05-2024;31-03-2024", "to: is before from"),
    ("kontanthjaelp;01-04-1950;01-05-1950", "from: is before the birth"),
    ("kontanthjaelp;01-02-2023", "3 cells, and the header has 4"),
    ("kontanthjaelp;01-02-2023;;", "5 cells, and the header has 4"),
    ('kontanthjaelp;"01-02-2023"x;', "something stands between a closing quote and the separator"),
    ('kontanthjaelp;01"02;', "a quote stands inside a cell"),
    ("kontanthjaelp;01-02-2023;\x01", "to: this is no text"),
]


def test_wrong_lines_are_told_and_nothing_taken(stack, take):
    text = PERIODS + f"{PEOPLE[1]};kontanthjaelp;02-01-2024;31-01-2024\n" + "".join(f"{PEOPLE[1]};{line}\n" for line, _ in FAULTS)
    code, out, err = take("benefit-periods", text, code=1)
    for number, (line, fault) in enumerate(FAULTS, 3):
        assert f":{number}: {fault}" in err, (line, err)
    # In 1950 there was neither the citizen nor the benefit.
    assert f"{len(FAULTS) + 1} faults, nothing is taken" in err and PEOPLE[1] not in err and count(stack) == 0


@pytest.mark.parametrize("lines, fault", [
    (["kontanthjaelp;02-01-2024;31-01-2024", "kontanthjaelp;31-01-2024;"], ":3: overlaps line 2"),
    (["kontanthjaelp;02-01-2024;31-01-2024", "sygedagpenge;15-01-2024;20-01-2024"], ":3: overlaps line 2"),
    (["kontanthjaelp;02-01-2024;31-01-2024", "sygedagpenge;01-12-2023;"], ":2: overlaps line 3"),
    (["kontanthjaelp;01-01-2023;", "sygedagpenge;01-12-2023;31-12-2023", "kontanthjaelp;01-02-2024;31-03-2024"], ":4: overlaps line 2"),
    (["kontanthjaelp;02-01-2024;31-01-2024", "kontanthjaelp;02-01-2024;"], ":3: the same period begins in line 2"),
])
def test_both_lines_of_an_overlap_are_told(stack, take, lines, fault):
    code, out, err = take("benefit-periods", PERIODS + "".join(f"{PEOPLE[1]};{line}\n" for line in lines), code=1)
    assert fault in err and count(stack) == 0, err


def test_overlaps_of_what_is_stored(stack, take):
    take("benefit-periods", PERIODS + f"{PEOPLE[1]};kontanthjaelp;01-01-2024;31-01-2024\n{PEOPLE[1]};sygedagpenge;01-03-2024;\n", code=0)
    assert ":2: overlaps a period that is stored, to 2024-01-31" in take("benefit-periods", PERIODS + f"{PEOPLE[1]};sygedagpenge;31-01-2024;10-02-2024\n", code=1)[2]
    assert ":2: overlaps a period that is stored, from 2024-03-01" in take("benefit-periods", PERIODS + f"{PEOPLE[1]};kontanthjaelp;01-02-2024;01-03-2024\n", code=1)[2]
    assert ":2: overlaps a period that is stored, and runs" in take("benefit-periods", PERIODS + f"{PEOPLE[1]};kontanthjaelp;01-05-2024;\n", code=1)[2]
    code, out, err = take("benefit-periods", PERIODS + f"{PEOPLE[1]};sygedagpenge;01-03-2024;30-04-2024\n{PEOPLE[1]};kontanthjaelp;01-05-2024;\n", code=0)
    assert "1 new, 1 changed" in out, "the one that ran is ended by the same file"


def test_hours_that_overlap_two_are_told_once(stack, take):
    head = "uid;department;fte;from;to\n"
    take("staff-hours", head + f"mads.sb;{HOUSE};0,5;2024-01-01;2024-03-31\nmads.sb;{HOUSE};1;2024-07-01;2024-09-30\n", "--decimal", "comma", code=0)
    err = take("staff-hours", head + f"mads.sb;{HOUSE};1;2024-02-01;2024-12-31\n", code=1)[2]
    assert err.count("overlaps hours that are stored") == 1, err


def test_a_period_that_was_typed_becomes_the_system_s(stack, take):
    citizen = stack.sql(f"SELECT citizen_id FROM citizen_cpr WHERE cpr = '{PEOPLE[2]}'")[0][0]
    stack.sql(f"INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by) VALUES ({citizen}, 'kontanthjaelp', '2024-02-10', 'mads.sb')")
    assert "0 new, 1 changed" in take("benefit-periods", PERIODS + f"{PEOPLE[2]};kontanthjaelp;01-02-2024;\n", code=0)[1]
    assert stack.sql(f"SELECT starts_on, ends_on, source FROM benefit_period WHERE citizen_id = {citizen}") == [["2024-02-01", None, "import"]]


def test_absence_before_birth_or_to_come(take):
    head = "cpr;benefit;from;first-absence-day\n"
    assert ":2: first-absence-day: is before the birth" in take("benefit-periods", head + f"{PEOPLE[6]};sygedagpenge;01-01-2024;01-01-1900\n", code=1)[2]
    assert ":2: first-absence-day: the day is to come" in take("benefit-periods", head + f"{PEOPLE[6]};sygedagpenge;01-01-2024;01-01-2199\n", code=1)[2]


BEYOND = [("rates", "benefit;from;monthly;source\ndagpenge;{};{};x\n", "from", ("1900-01-01", "1"), ("2099-01-01", "1")),
          ("rates", "benefit;from;monthly;source\ndagpenge;{};{};x\n", "monthly", ("2001-01-01", "1000001"), ("2001-01-01", "-1")),
          ("refunds", "benefit;from;from-week;percent;source\ndagpenge;{};{};1;x\n", "from-week", ("2001-01-01", "521"), ("2001-01-01", "0")),
          ("caseload-targets", "benefit;from;least;most;source\ndagpenge;{};{};500;x\n", "least", ("2001-01-01", "501"), ("2001-01-01", "-1")),
          ("staff-hours", "uid;department;fte;from;to\nmads.sb;" + HOUSE + ";1;{};{}\n", "to", ("2024-01-01", "2099-12-31"), ("2024-01-01", "1900-01-01")),
          ("budget", "category;year;stated-on;amount;kind;source\nmentor;2020;{};{};budget;x\n", "stated-on", ("1900-01-01", "1"), ("2199-01-01", "1")),
          ("regional", "region;scheme;month;persons;source;stated-on\nx;y;{};1;x;{}\n", "month", ("1900-01", "2020-01-01"), ("0001-01", "2020-01-01")),
          ("regional", "region;scheme;month;persons;source;stated-on\nx;y;{};1;x;{}\n", "stated-on", ("2020-02", "2020-01-31"), ("2020-01", "1990-01-01")),
          ("benefit-periods", "cpr;benefit;from;to\n" + PEOPLE[6] + ";dagpenge;{};{}\n", "from", ("2199-01-01", ""), ("2198-01-01", ""))]


@pytest.mark.parametrize("kind, text, column, first, second", BEYOND)
def test_what_nobody_can_mean_is_refused_as_on_the_page(take, kind, text, column, first, second):
    for cells in first, second:
        assert f":2: {column}: " in take(kind, text.format(*cells), code=1)[2], cells


def test_a_replaced_number_is_still_known(stack, take):
    old, new = "6102800001", PEOPLE[10][:6] + "3997"
    head = "cpr;name;department;replaces\n"
    take("citizens", head + f"{old};Ena Erstat;{HOUSE};\n", code=0)
    take("citizens", head + f"{new};Ena Erstat;{HOUSE};{old}\n", code=0)
    assert ":2: cpr: this number was replaced: the citizen has another one now" in take("citizens", head + f"{old};Ena Erstat;{HOUSE};\n", code=1)[2]
    assert "1 new, 0 changed, 0 as they were; 0 of citizens" in take("benefit-periods", PERIODS + f"{old};dagpenge;01-01-2024;31-01-2024\n", code=0)[1]
    assert stack.sql(f"SELECT COUNT(*) FROM benefit_period b JOIN citizen_cpr p ON p.citizen_id = b.citizen_id WHERE p.cpr = '{new}'") == [["1"]]


def test_a_whole_and_its_parts_are_not_both_taken(stack, take):
    whole = stack.sql("SELECT code FROM budget_category WHERE whole AND side = 'investment' LIMIT 1")[0][0]
    head = "category;year;kind;amount;stated-on;source\n"
    code, out, err = take("budget", head + f"mentor;2099;budget;1;2024-01-01;{HOUSE}\n{whole};2099;budget;1;2024-01-01;{HOUSE}\n", code=1)
    assert ":2: category: the whole side" in err and ":3: category: the whole side" in err
    assert ":2: stated-on: the day is to come" in take("budget", head + f"mentor;2099;budget;1;2199-01-01;{HOUSE}\n", code=1)[2]


def test_outcomes_of_the_unborn_the_dead_and_the_future(stack, take):
    stack.sql(f"UPDATE citizen c JOIN citizen_cpr p ON p.citizen_id = c.id SET c.death_date = '2024-05-20' WHERE p.cpr = '{PEOPLE[3]}'")
    head = "cpr;month;kind\n"
    assert ":2: month: is before the birth" in take("outcomes", head + f"{PEOPLE[3]};1959-12;job\n", code=1)[2]
    assert ":2: month: is after the death" in take("outcomes", head + f"{PEOPLE[3]};2024-06;job\n", code=1)[2]
    assert ":2: month: the month is to come" in take("outcomes", head + f"{PEOPLE[3]};2199-06;job\n", code=1)[2]
    assert ":3: the same month and kind stand in line 2" in take("outcomes", head + f"{PEOPLE[3]};2024-05;job\n{PEOPLE[3]};05-2024;job\n", code=1)[2]
    assert "2 new" in take("outcomes", head + f"{PEOPLE[3]};2024-05;job\n{PEOPLE[3]};2024-06;dead\n", code=0)[1]
    stack.sql(f"UPDATE citizen c JOIN citizen_cpr p ON p.citizen_id = c.id SET c.death_date = NULL WHERE p.cpr = '{PEOPLE[3]}'")
    assert ":2: month: is after the month of death, 2024-06" in take("outcomes", head + f"{PEOPLE[3]};2024-08;job\n", code=1)[2]


def test_citizens(stack, take):
    head = "cpr;name;department;replaces;phone;protected-to;died\n"
    old, new = "610180-1000", PEOPLE[11][:6] + "-3998"
    assert "1 new" in take("citizens", head + f"{old};Erna Erstat;{HOUSE};;+45 12 34 56 78;;\n", code=0)[1]
    citizen = stack.sql("SELECT p.citizen_id, p.kind, c.birth_date, c.phone FROM citizen_cpr p JOIN citizen c ON c.id = p.citizen_id WHERE cpr = '6101801000'")[0]
    assert citizen[1:] == ["replacement", "1980-01-01", "12345678"]
    text = f"cpr;name;department;replaces\n{new};Erna Erstat;{HOUSE};{old}\n"
    assert "0 new, 1 changed" in take("citizens", text, code=0)[1]
    assert stack.sql(f"SELECT p.cpr, p.kind, c.phone, c.revision FROM citizen_cpr p JOIN citizen c ON c.id = p.citizen_id WHERE c.id = {citizen[0]}") == \
        [[new.replace("-", ""), "cpr", "12345678", "2"]], "the phone, of which the file has no column, stays"
    assert "0 new, 0 changed, 1 as they were" in take("citizens", text, code=0)[1]
    for line, fault in [(f"{new};Erna;ukendt;;;;", 'department: there is no department "ukendt"'), (f"{new};;{HOUSE};;;;", "name: is empty"),
                        (f"10280-1000;Erna;{HOUSE};;;;", "cpr: a CPR number has ten digits"), (f"154457-4545;Rene;{HOUSE};;;;", "cpr: the number's date does not exist"),
                        (f"{new};Erna;{HOUSE};;123;;", "phone: a phone number has eight digits"), (f"{new};Erna;{HOUSE};;;;01-01-1950", "died: is before the birth"),
                        (f"{PEOPLE[0]};Erna;{HOUSE};{old};;;2199-01-01", "died: the day is to come"),
                        (f"{cprs(13)[12]};Erna;{HOUSE};{PEOPLE[0]};;;", "replaces: is no replacement number")]:
        code, out, err = take("citizens", head + line + "\n", code=1)
        assert fault in err and "nothing is taken" in err
    assert ":3: cpr: the same number stands in line 2" in take("citizens", head + f"{new};A;{HOUSE};;;;\n{new};B;{HOUSE};;;;\n", code=1)[2]


@pytest.mark.parametrize("text, options, fault", [
    ("", (), ": the file is empty"),
    ("cpr;benefit\n", (), 'the column "from" is missing'),
    ("cpr;benefit;from;from;x\n", (), 'the column "from" stands there twice'),
    ("cpr;benefit;from;x\n", (), 'there is no column "x"'),
    (PERIODS + "x;kontanthjaelp;01-01-2024;31-", (), "the last line has no end: the file may have been cut (if it was not, say so with --rows 1)"),
    (PERIODS + 'x;kontanthjaelp;01-01-2024;"31-01\n', (), "the file ends within a quoted cell"),
    (PERIODS, ("--rows", "2"), "there are 0 rows, not 2: the file may have been cut"),
    (PERIODS, (), "there is no row: the file may have been cut (if there are none, say so with --rows 0)"),
    (PERIODS[:-1], (), "the last line has no end: the file may have been cut (if it was not, say so with --rows 0)"),
    ('<benefit-periods xmlns="urn:samspil:import:1"/>', (), "there is no row"),
    ((PERIODS + "x").encode("utf-16"), (), "this is UTF-16: save it as CSV in UTF-8"),
    (PERIODS.encode() + "é".encode() + b";\xe6;;\n", (), ":2: most of the file is UTF-8, and this line is not"),
    ('<benefit-periods xmlns="urn:samspil:import:1"><row cpr="', (), "Unterminated|EndTag|end of|not terminated|AttValue"),
    ('<?xml version="1.0"?>\n<outcomes xmlns="urn:samspil:import:1">\n\n\n<row/>\n</outcomes>\n', (), "line 2: the root is not <benefit-periods"),
    ('<!DOCTYPE x [<!ENTITY y "z">]><benefit-periods xmlns="urn:samspil:import:1"/>', (), "DOCTYPE is not allowed"),
    ('<benefit-periods xmlns="urn:samspil:import:1"><row>x</row></benefit-periods>', (), "row"),
    ('<benefit-periods xmlns="urn:samspil:import:1"><row cpr="x" benefit="a" from="01-02-2024"/></benefit-periods>', (), "row 1: from: a date is written 2026-04-03 in XML"),
])
def test_files_that_are_none(stack, take, text, options, fault):
    code, out, err = take("benefit-periods", text, *options, code=1)
    assert any(part in err for part in fault.split("|")), err


def test_a_last_line_without_end_that_was_counted(stack, take):
    text = PERIODS + f"{PEOPLE[0]};kontanthjaelp;01-01-2024;31-01-2024"
    assert "1 new" in take("benefit-periods", text, "--rows", "1", code=0)[1]
    assert "0 rows" in take("benefit-periods", PERIODS, "--rows", "0", code=0)[1], "it was meant"


def test_a_fault_that_ends_the_reading_is_told_alone(take):
    """What stands in the way is not the last line's end."""
    err = take("benefit-periods", PERIODS + f'{PEOPLE[0]};kontanthjaelp;01-01-2024;"31-01', code=1)[2]
    assert "the file ends within a quoted cell" in err and "--rows" not in err and "1 fault," in err


def test_signs(stack, take):
    text = f'cpr,name,department\r\n{PEOPLE[0]},"Æble, Ørred ""Åge""",{HOUSE}\r\n'
    for data, said in [(text.encode("cp1252"), "taken as Windows-1252"), (b"\xef\xbb\xbf" + text.encode(), ""), (text.encode(), "")]:
        code, out, err = take("citizens", data, code=0)
        assert said in err
        assert stack.sql(f"SELECT name FROM citizen c JOIN citizen_cpr p ON p.citizen_id = c.id WHERE p.cpr = '{PEOPLE[0]}'") == [['Æble, Ørred "Åge"']]
    assert "0 new, 0 changed, 1 as they were" in out


def test_one_in_ten_is_wrong_and_all_are_told(stack, take, tmp_path):
    lines = [f"{PEOPLE[i % 12]};kontanthjaelp;{1 + i // 12:02}-01-20{20 + i // 12};{2 + i // 12:02}-{13 if i % 10 == 5 else 1}-20{20 + i // 12}" for i in range(60)]
    faults = tmp_path / "faults.csv"
    code, out, err = take("benefit-periods", PERIODS + "\n".join(lines) + "\n", "--faults", str(faults), code=1)
    assert "6 faults, nothing is taken" in err and count(stack) == 0
    told = faults.read_text().splitlines()
    code, out, err = take("benefit-periods", PERIODS, "--faults", str(faults), code=1)
    assert "exists" in err and faults.read_text().splitlines() == told, "nothing is written over"
    assert told[0] == "line;column;reason" and told[1] == '7;to;"there is no such day"' and len(told) == 7
    assert not any(cpr in faults.read_text() for cpr in PEOPLE)
    many = PERIODS + "x;kontanthjaelp;01-01-2024;\n" * 50
    code, out, err = take("benefit-periods", many, code=1)
    assert err.count("cpr:") == 20 and "and 30 more" in err and "50 faults" in err


def test_a_number_in_the_wrong_column_is_not_told(stack, take, tmp_path):
    faults = tmp_path / "faults.csv"
    code, out, err = take("benefit-periods", PERIODS + f"{PEOPLE[0]};{PEOPLE[5]};01-01-2024;\n", "--faults", str(faults), code=1)
    assert "benefit: what looks like a CPR number" in err and PEOPLE[5] not in err + faults.read_text()


def test_citizens_who_are_not_here(stack, take):
    stranger = cprs(1, 61)[0]
    text = PERIODS + f"{PEOPLE[0]};kontanthjaelp;01-01-2024;\n{stranger};kontanthjaelp;01-01-2024;\n"
    code, out, err = take("benefit-periods", text, "--unknown", "refuse", code=1)
    assert ":3: cpr: nobody here has this number" in err and count(stack) == 0
    assert "1 new, 0 changed, 0 as they were; 1 of citizens who are not here" in take("benefit-periods", text, code=0)[1]


def test_a_missing_rate_is_told(stack, take):
    stack.sql("DELETE FROM benefit_rate WHERE benefit_type = 'revalidering'")
    assert "note: no rate of revalidering: periods from 2019-01-01" in take("benefit-periods", PERIODS + f"{PEOPLE[0]};revalidering;01-01-2019;01-02-2019\n", code=0)[1]
    take("rates", f"benefit;from;monthly;source\nrevalidering;2019-02-01;1;{HOUSE}\n", code=0)
    assert "no rate of revalidering before 2019-02-01" in take("benefit-periods", PERIODS + f"{PEOPLE[0]};revalidering;01-01-2019;01-02-2019\n", code=0)[1]


def test_catalogue_comes_as_drafts(stack, take):
    text = KINDS["catalogue"][0]
    take("catalogue", text, "--decimal", "comma", code=0)
    entry = stack.sql(f"SELECT id FROM catalogue_entry WHERE department_id = '{HOUSE}' ORDER BY id LIMIT 1")[0][0]
    assert stack.sql(f"SELECT version, state, tracks, price, aim FROM catalogue_version WHERE entry_id = {entry}") == \
        [["1", "draft", "physical,social", "100.50", 'Ud,\\nog hjem; "frisk"']]


def test_the_same_file_twice_at_once(stack, take, tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text(PERIODS + "".join(f"{cpr};kontanthjaelp;01-01-{year};31-01-{year}\n" for cpr in PEOPLE for year in range(2000, 2025)))
    both = [subprocess.Popen([*command(stack, "import"), "benefit-periods", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    assert sorted("300 new" in text for text in said) == [False, True] and sum("0 new, 0 changed, 300 as they were" in text for text in said) == 1
    assert count(stack) == 300


def test_the_other_server_of_a_cluster(stack, take):
    """There its lock is not seen, but its row is: what it adds meanwhile is not added twice."""
    text = f"uid;department;fte;from;to\nmads.sb;{HOUSE};0,5;2024-01-01;\n"
    other = subprocess.Popen(["mariadb", "--no-defaults", "--socket", stack.folder + "/run/mariadb.sock", "-N", "-B", "--unbuffered", "samspil", "-e",
                              "BEGIN; INSERT INTO import_turn (kind) VALUES ('staff-hours') ON DUPLICATE KEY UPDATE n = n + 1; INSERT INTO staff_hours (uid,"
                              f" department_id, fte, from_on, changed_by) VALUES ('mads.sb', '{HOUSE}', 0.5, '2024-01-01', 'other'); SELECT 'begun'; DO SLEEP(1); COMMIT"],
                             stdout=subprocess.PIPE, text=True)
    assert other.stdout.readline() == "begun\n"
    assert "0 new, 0 changed, 1 as they were" in take("staff-hours", text, "--decimal", "comma", code=0)[1]
    assert other.wait() == 0
    assert stack.sql(f"SELECT COUNT(*) FROM staff_hours WHERE department_id = '{HOUSE}'") == [["1"]]


def test_interrupted(stack, take, tmp_path):
    """While it waits for its turn."""
    file = tmp_path / "rows.csv"
    file.write_text(PERIODS + f"{PEOPLE[0]};kontanthjaelp;01-01-2024;\n")
    holder = subprocess.Popen(["mariadb", "--no-defaults", "--socket", stack.folder + "/run/mariadb.sock", "-N", "-B", "--unbuffered", "samspil", "-e",
                               "SELECT CONNECTION_ID(), GET_LOCK('samspil.import.benefit-periods', 9); SELECT SLEEP(60)"], stdout=subprocess.PIPE, text=True)
    connection, held = holder.stdout.readline().split()
    try:
        assert held == "1"
        mine = subprocess.Popen([*command(stack, "import"), "benefit-periods", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert "another import of benefit-periods runs" in mine.stderr.readline()
        mine.send_signal(signal.SIGINT)
        out, err = mine.communicate(timeout=10)
        assert mine.returncode == 130 and "interrupted: nothing is taken" in err and count(stack) == 0
    finally:
        stack.sql(f"KILL {connection}")
        holder.communicate()


def test_many_rows_in_constant_memory(stack, take, tmp_path):
    """The file's size does not show in the tool's memory.  SAMSPIL_TEST_ROWS=1000000 is the long form."""
    spent = []
    for rows in (2000, ROWS):
        file = tmp_path / f"{rows}.csv"
        with open(file, "w", encoding="utf-8") as out:
            out.write(PERIODS)
            out.writelines(f"{PEOPLE[0]};kontanthjaelp;01-01-2024;31-01-2024\n" for _ in range(rows))
        began = time.monotonic()
        done = subprocess.Popen([*command(stack, "import"), "benefit-periods", str(file)],
                                stderr=subprocess.PIPE, env={**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=1:detect_leaks=0"})
        said = done.stderr.read().decode()
        pid, status, usage = os.wait4(done.pid, 0)
        done.returncode = os.waitstatus_to_exitcode(status)
        assert done.returncode == 1 and f"{rows - 1} faults" in said, said
        spent.append(usage.ru_maxrss)
        print(f"{rows} rows: {usage.ru_maxrss} KB, {time.monotonic() - began:.1f} s")
    assert spent[1] < spent[0] * 1.25 + 8000, spent


@pytest.mark.parametrize("kind", ["benefit-periods", "outcomes", "catalogue", "rates"])
def test_out_and_in_again(stack, take, tmp_path, kind):
    """What samspil-export writes, samspil-import takes, and nothing changes; both forms."""
    take(kind, KINDS[kind][0], "--decimal", "comma", code=0)
    for form in "csv", "xml":
        file = tmp_path / f"out.{form}"
        assert tool(stack, "export", "rows", kind, str(file))[0] == 0
        assert os.stat(file).st_mode & 0o777 == 0o600
        assert "was taken" not in tool(stack, "import", "--dry-run", "--decimal", "comma", kind, str(file))[1], "it was written out, and not taken in"
        code, out, err = tool(stack, "import", "--decimal", "comma", kind, str(file))
        assert code == 0 and " 0 new, 0 changed, " in out, (out, err)
        assert tool(stack, "export", "rows", kind, str(file))[0] == 1, "no file is written over"


def test_every_kind_goes_out(stack, take, tmp_path):
    grammar = etree.RelaxNG(etree.parse(TOP + "/xslt/schema/import.rng"))
    for kind in [*KINDS, "citizens", "budget"]:
        file = tmp_path / f"{kind}.xml"
        code, out, err = tool(stack, "export", "rows", kind, str(file))
        assert code == 0, err
        assert grammar.validate(etree.parse(str(file))), (kind, grammar.error_log)


def test_the_lists_of_columns_are_the_tool_s(stack):
    code, out, err = tool(stack, "import", "columns")
    with open(TOP + "/conf/import.md", encoding="utf-8") as file:
        assert code == 0 and file.read().endswith(out)
    code, out, err = tool(stack, "import", "grammar")
    with open(TOP + "/xslt/schema/import.rng", encoding="utf-8") as file:
        assert code == 0 and file.read() == out


def test_a_terminal_sees_a_bar_and_a_file_none(stack, take, tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text(PERIODS + f"{PEOPLE[0]};kontanthjaelp;01-01-2024;\n")
    ours, theirs = os.openpty()
    done = subprocess.run([*command(stack, "import"), "--dry-run", "benefit-periods", str(file)], stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    said = os.read(ours, 4096).decode()
    os.close(ours)
    assert done.returncode == 0 and "reading [#" in said and "%" in said and said.endswith("\r\x1b[K"), said
    assert tool(stack, "import", "--dry-run", "benefit-periods", str(file))[2] == ""


def test_which_files_were_taken_in_and_out(stack, take, sign_in, tmp_path):
    take("rates", f"benefit;from;monthly;source\ndagpenge;2001-01-01;20000;{HOUSE}\n", name="satser.csv", code=0)
    for uid in "it.bo", "oek.rita":
        page = sign_in(uid).get("/admin/imports")
        assert page.one("//p:import[1]/@kind") == "rates" and page.one("//p:import[1]/@file") == "satser.csv"
        assert [page.one(f"//p:import[1]/@{name}") for name in ("total", "added", "changed", "same", "unknown")] == ["1", "1", "0", "0", "0"]
    assert "/admin/imports" in sign_in("oek.rita").get("/admin").all("//p:task/@href")[-1]
    assert sign_in("mads.sb").get("/admin/imports").status == 403
    stack.sql("DELETE FROM import_run")
    assert tool(stack, "export", "rows", "rates", str(tmp_path / "satser.xml"))[0] == 0
    sum_of = hashlib.sha256((tmp_path / "satser.xml").read_bytes()).hexdigest()
    assert stack.sql("SELECT direction, kind, file, sha256, total = (SELECT COUNT(*) FROM benefit_rate), by_whom <> '' FROM import_run") == \
        [["out", "rates", "satser.xml", sum_of, "1", "1"]]
    row = sign_in("it.bo").get("/admin/imports").one("//p:import")
    assert row.get("out") == "yes" and row.get("added") is None and row.get("mark") == sum_of[:12]
    assert "skrevet ud" in sign_in("it.bo").html("/admin/imports").text
    stack.sql("DELETE FROM import_run")
    assert "Der er ikke taget filer ind endnu" in sign_in("it.bo").html("/admin/imports").text


@pytest.mark.parametrize("words, said", [
    (("benefit-periods",), "benefit-periods takes one file, not 0"), (("benefit-periods", "a", "b"), "takes one file, not 2"), (("questionnaire",), "takes a file, not 0"),
    (("--decimal", "either", "rates", "x"), '"either" is no value'), (("--rows", "x", "rates", "y"), '"x" is no value'),
    (("--unknown", "x", "rates", "y"), '"x" is no value'), (("columns", "x"), 'there is no kind "columns"'), (("satser", "x"), 'there is no kind "satser"'), ((), "what is the file of")])
def test_command_lines(stack, words, said):
    code, out, err = tool(stack, "import", *words)
    assert code == 2 and said in err and "usage: samspil-import" in err and not out


@pytest.mark.parametrize("name, options", [("import", ("--dry-run", "--decimal", "--rows", "--faults", "--unknown", "--source", "--draft")),
                                           ("export", ("--key-file", "--again")), ("check", ("--user", "--keys"))])
def test_help_says_what_options_do(stack, name, options):
    code, out, err = tool(stack, name, "--help")
    assert code == 0 and not err and all(option in out.partition("\n\n")[2] for option in options)


def test_a_database_that_is_away_is_told(stack, tmp_path):
    conf = os.path.join(stack.folder, "conf/samspil-away.conf")  # beside its secrets
    with open(os.path.join(stack.folder, "conf/samspil-root.conf"), encoding="utf-8") as file, open(conf, "w", encoding="utf-8") as away:
        away.write(file.read().replace("mariadb.sock", "no.sock"))
    for words in (("import", "rates", "x.csv"), ("export", "rows", "rates", str(tmp_path / "rates.csv"))):
        done = subprocess.run([command(stack, words[0])[0], "--config", conf, *words[1:]], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert done.returncode == 1 and f"samspil-{words[0]}: the database cannot be reached, and nothing was done; samspil-check tells" in done.stderr


def test_whoever_became_root_is_named(stack, take, tmp_path):
    """Where the kernel knows nobody who signed in, as here, sudo's word counts."""
    with open("/proc/self/loginuid", encoding="ascii") as file:
        if file.read().strip() != str(2**32 - 1):
            pytest.skip("somebody signed in to this machine")
    take("rates", KINDS["rates"][0], "--decimal", "comma", code=0)
    assert stack.sql("SELECT by_whom FROM import_run") == [[pwd.getpwuid(os.getuid()).pw_name]]
    if os.getuid() != 0:
        pytest.skip("sudo's word counts for root alone")
    for number, words in enumerate([("import", "--decimal", "comma", "rates", str(tmp_path / "rows.csv")), ("export", "rows", "rates", str(tmp_path / "out.csv"))]):
        subprocess.run([*command(stack, words[0]), *words[1:]], env={**os.environ, "SUDO_USER": f"anna{number}"}, check=True, stdout=subprocess.PIPE)
        assert stack.sql("SELECT by_whom FROM import_run ORDER BY id DESC LIMIT 1") == [[f"anna{number} (root)"]]


def test_a_file_that_is_not_there(stack):
    assert tool(stack, "import", "rates", "/nowhere/x.csv")[0] == 1
    assert tool(stack, "import", "rates", "/tmp")[0] == 1
