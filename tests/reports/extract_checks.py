"""samspil-export evaluation over all cohorts: nobody can be found in it, and nothing that it should tell is missing."""

import collections
import csv
import datetime
import hashlib
import itertools
import os
import pathlib
import signal
import stat
import subprocess
import tempfile

from lxml import etree

from world import client

FIRST, LAST = datetime.date(2022, 1, 1), datetime.date(2025, 10, 31)
TRAITS = ("department", "target-group", "age", "sex", "language", "began")
LEAST = 5
KEYS = {"courses.csv": ("course",), "interventions.csv": ("course", "intervention"), "measurements.csv": ("course", "intervention", "round"),
        "screenings.csv": ("screening",), "dimensions.csv": ("screening",)}
WITHIN = {("measurements.csv", "version"): "question", ("screenings.csv", "version"): "questionnaire", ("screenings.csv", "rule"): "questionnaire",
          ("dimensions.csv", "dimension"): "questionnaire", ("dimensions.csv", "level"): "dimension", ("dimensions.csv", "rule"): "dimension"}
AGES = {"under-30": ("under-25", "25-29"), "30-49": ("30-39", "40-49"), "50-over": ("50-59", "60-over")}
INSIDE = {"age": lambda coarse, fine: fine in AGES.get(coarse, ()), "began": lambda coarse, fine: coarse != fine and fine.startswith(coarse) and coarse != ".E",
          "language": lambda coarse, fine: coarse == "other" and fine not in ("other", "da", ".E")}
BIRD = "Kanariefugl"  # stands in each text about a person


def sql(socket, text):
    return subprocess.run(client(socket, "-N", "-e", text), capture_output=True, check=True, text=True).stdout.strip()


def put_birds(socket):
    """Each text that may be somebody's own words says BIRD, and everybody has a number."""
    tables = sql(socket, "SELECT table_name, column_name FROM information_schema.columns c WHERE table_schema = 'samspil' AND data_type IN ('varchar', 'text')"
                 " AND COALESCE(character_maximum_length, 999) >= 100 AND (table_name = 'citizen' OR table_name = 'course' OR EXISTS (SELECT 1 FROM"
                 " information_schema.columns k WHERE k.table_schema = 'samspil' AND k.table_name = c.table_name AND k.column_name IN ('course_id', 'citizen_id',"
                 " 'screening_id'))) AND table_name NOT IN ('access_log', 'progress_question') AND generation_expression IS NULL")
    text = "SET foreign_key_checks = 0;"
    for line in tables.split("\n"):
        table, column = line.split("\t")
        text += f"UPDATE {table} SET {column} = CONCAT('{BIRD} for ', '{table}') WHERE {column} IS NOT NULL;"
    text += ("INSERT INTO citizen_cpr (citizen_id, cpr, kind, changed_by) SELECT id, LPAD(7700000000 + id, 10, '0'), 'replacement', 'import' FROM citizen;"
             "INSERT INTO progress_question (id, state, category, text, anchor_0, anchor_10, course_id, valid_from) SELECT 9999999, 'own', 'krop',"
             f" '{BIRD}', '{BIRD}', '{BIRD}', MIN(course_id), '2022-01-01' FROM measurement;"
             "UPDATE measurement SET question_id = 9999999 WHERE course_id = (SELECT course_id FROM (SELECT MIN(course_id) AS course_id FROM measurement) m) AND question_id <> 9999999"
             " ORDER BY id LIMIT 1;")
    sql(socket, text)
    return len(tables.split("\n"))


class Extract:
    """One that was made: its files as rows."""

    def __init__(self, folder):
        self.folder = folder
        self.bytes = {path.name: path.read_bytes() for path in folder.iterdir()}
        self.rows = {name: list(csv.DictReader(data.decode().splitlines())) for name, data in self.bytes.items() if name.endswith(".csv") and name != "codebook.csv"}
        self.book = etree.fromstring(self.bytes["codebook.xml"])


class Maker:
    def __init__(self, program, config, socket):
        self.program, self.config, self.socket = program, config, socket
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="samspil-extract-", dir=pathlib.Path(config).parent))
        self.key = self.home / "key"
        self.run("key", str(self.key))

    def run(self, *words, **options):
        return subprocess.run([self.program, "--config", self.config, *words], capture_output=True, text=True, timeout=120, **options)

    def words(self, out, **other):
        given = {"purpose": "Evaluering af indsatsen", "receiver": "Aalborg Universitet", "legal-basis": "Databeskyttelsesloven § 10", "from": str(FIRST),
                 "to": str(LAST), "key-file": str(self.key), "out": str(out),
                 "again": "Prøve"}
        given.update({name.replace("_", "-"): value for name, value in other.items()})
        return ["evaluation", *(word for name, value in given.items() if value is not None for word in (f"--{name}", value))]

    def make(self, name, **other):
        done = self.run(*self.words(self.home / name, **other))
        if done.returncode != 0:
            raise RuntimeError(f"exit code {done.returncode}: {done.stderr}")
        return Extract(self.home / name)


def current(made, table):
    """The rows as they are today."""
    return [row for cohort in made for row in cohort.all(table) if row["until"] is None]


def protected(citizen):
    return citizen["protection_from"] is not None


def in_period(made):
    """{citizen: their courses of the period, in order}, as many of each as five citizens have, or nobody."""
    hidden = {row["id"] for row in current(made, "citizen") if protected(row)}
    courses = collections.defaultdict(list)
    for row in sorted(current(made, "course"), key=lambda row: (row["opened_on"], row["id"])):
        if FIRST <= row["opened_on"] <= LAST and row["citizen_id"] not in hidden:
            courses[row["citizen_id"]].append(row)
    most = 50
    while any(0 < count < LEAST for count in collections.Counter(min(len(rows), most) for rows in courses.values()).values()):
        most -= 1
    return {citizen: rows[:most] for citizen, rows in courses.items()}


def counts(made):
    """What each file should have, by plain loops over the rows."""
    persons = in_period(made)
    ids = {row["id"] for rows in persons.values() for row in rows}
    interventions = {row["id"] for row in current(made, "intervention") if row["course_id"] in ids}
    screenings = {row["id"] for row in current(made, "screening") if row["citizen_id"] in persons}
    return {"persons.csv": len(persons), "courses.csv": len(ids), "interventions.csv": len(interventions), "screenings.csv": len(screenings),
            "measurements.csv": sum(row["intervention_id"] in interventions and row["correction"] == 0 and row["measured_by"] != "caseworker"
                                    for row in current(made, "measurement")),
            "dimensions.csv": sum(row["screening_id"] in screenings for row in current(made, "screening_dimension")),
            "outcomes.csv": sum(row["citizen_id"] in persons for row in current(made, "outcome")),
            "benefits.csv": sum(row["citizen_id"] in persons for row in current(made, "benefit_period"))}


def whole(one, made):
    wanted = counts(made)
    got = {name: len(rows) for name, rows in one.rows.items()}
    yield from (f"{name}: {got.get(name)} rows, {count} are wanted" for name, count in wanted.items() if got.get(name) != count)
    if set(got) != set(wanted):
        yield f"files {sorted(got)}"
    persons = [row["person"] for row in one.rows["persons.csv"]]
    if len(set(persons)) != len(persons) or sorted(persons) != persons:
        yield "persons are not each there once, in the order of their pseudonyms"
    for name, rows in one.rows.items():
        if not {row["person"] for row in rows} <= set(persons):
            yield f"{name} has persons that persons.csv has not"


def joined(values):
    """(value, person) each: the values as they are told, where each is of five persons: runs of neighbours as the one in the middle."""
    runs, run = [], []
    for value in sorted({value for value, _ in values}):
        run += sorted(pair for pair in values if pair[0] == value)
        if len({person for _, person in run}) >= LEAST:
            runs.append(run)
            run = []
    if run and runs:
        runs[-1] += run
    return collections.Counter(str(run[(len(run) - 1) // 2][0]) for run in runs for _ in run)


def months(one, made):
    """Some figures beside the same from the rows: months after the first course's."""
    def after(citizen, day):
        first = persons[citizen][0]["opened_on"]
        return (day.year - first.year) * 12 + day.month - first.month

    persons = in_period(made)
    citizens = {row["id"]: citizen for citizen, rows in persons.items() for row in rows}
    wanted = {("courses.csv", "closed"): [(after(citizen, row["closed_on"]), citizen) for citizen, rows in persons.items() for row in rows if row["closed_on"]],
              ("interventions.csv", "started"): [(after(citizens[row["course_id"]], row["started_on"]), citizens[row["course_id"]])
                                                 for row in current(made, "intervention") if row["course_id"] in citizens and row["started_on"]],
              ("benefits.csv", "from-month"): [(after(row["citizen_id"], row["starts_on"]), row["citizen_id"]) for row in current(made, "benefit_period")
                                               if row["citizen_id"] in persons]}
    for (name, column), values in wanted.items():
        got = collections.Counter(row[column] for row in one.rows[name] if not row[column].startswith("."))
        if got != joined(values):
            yield f"{name} {column}: {sorted((got - joined(values)).items())[:5]}, wanted {sorted((joined(values) - got).items())[:5]}"


def nobody_stands_out(one):
    alike = collections.Counter(tuple(row[trait] for trait in TRAITS) for row in one.rows["persons.csv"])
    yield from (f"{count} persons are {traits}" for traits, count in alike.items() if count < LEAST)
    many = collections.Counter(row["courses"] for row in one.rows["persons.csv"])
    yield from (f"{count} persons have {courses} courses" for courses, count in many.items() if count < LEAST or courses not in ("1", "2", "3-over"))
    rows = collections.Counter(collections.Counter(row["person"] for row in one.rows["courses.csv"]).values())
    yield from (f"{count} persons have {courses} rows in courses.csv" for courses, count in rows.items() if count < LEAST)
    for trait, inside in INSIDE.items():
        there = {row[trait] for row in one.rows["persons.csv"]}
        yield from (f"{trait}: {coarse} beside {fine}" for coarse in there for fine in there if inside(coarse, fine))
    hidden = {trait: sum(row[trait] == ".E" for row in one.rows["persons.csv"]) for trait in TRAITS}
    yield from (f"{trait}: {count} of {len(one.rows['persons.csv'])} hidden" for trait, count in hidden.items() if trait in ("target-group", "age", "sex") and count > len(one.rows["persons.csv"]) / 3)


def no_rare_value(one):
    """Each value of a column, each letter in place of one, and all files, are of nobody or of five persons; but for what numbers somebody's things."""
    for name, rows in one.rows.items():
        if 0 < len({row["person"] for row in rows}) < LEAST:
            yield f"{name} has rows of few"
        for column in rows[0] if rows else ():
            if column == "person" or column in KEYS.get(name, ()):
                continue
            persons = collections.defaultdict(set)
            for row in rows:
                persons[row.get(WITHIN.get((name, column))), row[column]].add(row["person"])
            yield from (f"{name} {column} {value}: {len(who)} persons" for value, who in persons.items() if len(who) < LEAST and (value[1] != ".E" or value[0] is None))


def not_too_much(one, made):
    """What many have is told: less than a tenth of all values are left out, of what is of many."""
    cells = [(name, value) for name, rows in one.rows.items() if name != "persons.csv" for row in rows for value in row.values()]
    left = sum(value == ".E" for _, value in cells)
    if left * 10 > len(cells):
        yield f"{left} of {len(cells)} values are left out"


def told_in_words(one):
    """Each column and each code has words in both languages."""
    def words(element):
        return {word.get("lang") for word in element.findall("word") if (word.text or "").strip()} == {"da", "en"}

    missing = {element.get("code") for element in one.book.findall("missing") if words(element)}
    for file in one.book.iter("file"):
        columns = {column.get("name"): column for column in file.findall("column")}
        rows = one.rows[file.get("name")]
        if not words(file) or (rows and list(columns) != list(rows[0])):
            yield f"{file.get('name')}: {list(columns)}"
        for name, column in columns.items():
            codes = {value.get("code") for value in column.findall("value") if words(value)}
            if not words(column):
                yield f"{file.get('name')} {name} has no words"
            for cell in {row[name] for row in rows}:
                known = cell in missing or name == "person" or (cell in codes if column.get("kind") == "code" else is_number(cell))
                if not known:
                    yield f"{file.get('name')} {name}: {cell}"
    lines = list(csv.reader(one.bytes["codebook.csv"].decode().splitlines()))
    if len(lines) != 1 + sum(1 for element in one.book.iter("missing", "file", "column", "value")):
        yield f"codebook.csv has {len(lines)} lines"


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def nobody_is_named(one, made, maker):
    key = maker.key.read_text().strip()
    uids = {row["uid"] for row in current(made, "staff")}
    citizens = current(made, "citizen")
    for name, data in one.bytes.items():
        text = data.decode()
        found = [word for word in (BIRD, key, key[:16], key.upper(), "Opdigtet", "Borgersen", "Sagsbehandler k", *uids) if word in text]
        if found:
            yield f"{name}: {found[:5]}"
        digits = set(text.replace('"', ",").replace("\r\n", ",").split(","))
        numbers = {str(7700000000 + row["id"]) for row in citizens} | {str(row["id"]) for row in citizens} | {str(row["birth_date"]) for row in citizens}
        numbers |= {str(row["id"]) for row in current(made, "course")} | {str(row["opened_on"]) for row in current(made, "course")} - {str(FIRST), str(LAST)}
        if digits & numbers:
            yield f"{name}: {sorted(digits & numbers)[:5]}"


def only_its_owner(one, maker):
    for path in (one.folder, *one.folder.iterdir(), maker.key):
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield f"{path.name} may be read by others"
    done = subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=one.folder, capture_output=True, text=True)
    listed = {line.split()[1] for line in one.bytes["SHA256SUMS"].decode().splitlines()}
    if done.returncode != 0 or listed != set(one.bytes) - {"SHA256SUMS"}:
        yield f"{done.stdout} {listed}"


def not_linkable(one, other):
    def rows_of(extract):
        return [tuple(row[trait] for trait in TRAITS) for row in extract.rows["persons.csv"]]

    if {row["person"] for row in one.rows["persons.csv"]} & {row["person"] for row in other.rows["persons.csv"]}:
        yield "a pseudonym is in both"
    if sorted(rows_of(one)) != sorted(rows_of(other)):
        yield "the same persons are told of in another way"
    if rows_of(one) == rows_of(other):
        yield "persons stand in the same order"


def logged(one, maker):
    persons = len(one.rows["persons.csv"])
    rows = sum(len(rows) for rows in one.rows.values())
    got = sql(maker.socket, "SELECT purpose, receiver, persons, total, from_on, to_on, key_mark = '" + one.book.find("extract").get("key") + "' FROM evaluation_extract ORDER BY id LIMIT 1")
    if got != f"Evaluering af indsatsen\tAalborg Universitet\t{persons}\t{rows}\t{FIRST}\t{LAST}\t1":
        yield got
    got = sql(maker.socket, "SELECT COUNT(*), COUNT(DISTINCT citizen_id), COUNT(DISTINCT reference) FROM access_log WHERE program = 'export' AND object_id = 1 AND action = 'show'")
    if got != f"{persons}\t{persons}\t1":
        yield f"access log: {got}"


def tells_of_few(given, these):
    """Is there one extract with a few who are in none of some others: what the receiver of all could find, and could not before?"""
    def remainders(extracts):
        for number, one in enumerate(extracts):
            others = extracts[:number] + extracts[number + 1:]
            for count in range(len(others) + 1):
                for some in itertools.combinations(others, count):
                    yield frozenset(one.difference(*some))

    before = set(remainders(given))
    return any(0 < len(rest) < LEAST and rest not in before for rest in remainders(given + [these]))


def near_ones(maker, made):
    """Of all that one receiver has, each holds nobody or five who are not in some others: looked at for months of all lengths, and for a person less."""
    def persons(first, last):
        return {row["citizen_id"] for row in current(made, "course") if first <= row["opened_on"] <= last and row["citizen_id"] not in hidden}

    def month(year, number, days=0):
        return datetime.date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1) - datetime.timedelta(days)

    hidden = {row["id"] for row in current(made, "citizen") if protected(row)}
    given, first = [], datetime.date(2024, 1, 1)
    asked = [(first, month(2024, to, 1)) for to in (7, 8, 9, 10)] + [(month(2024, begin), month(2024, 7, 1)) for begin in (2, 3)]
    asked += [(month(2024, begin), month(2024, begin + 1, 1)) for begin in range(1, 7)]
    for number, (begin, end) in enumerate(asked):
        these = persons(begin, end)
        near = len(these) < LEAST or tells_of_few(given, these)
        done = maker.run(*maker.words(maker.home / f"near-{number}", receiver=("Nær", " n. ær", "NÆR.")[number % 3], **{"from": str(begin), "to": str(end)}))
        if (done.returncode == 1) != near:
            yield f"{begin} to {end}: exit code {done.returncode}, {done.stderr}, near {near}"
        if not near:
            given.append(these)
    one = min(given[0])
    sql(maker.socket, f"UPDATE citizen SET protection_from = '2020-01-01' WHERE id = {one}")
    done = maker.run(*maker.words(maker.home / "less", receiver="Nær", **{"from": str(asked[0][0]), "to": str(asked[0][1])}))
    sql(maker.socket, f"UPDATE citizen SET protection_from = NULL WHERE id = {one}")
    if done.returncode != 1 or "by fewer than 5" not in done.stderr:
        yield f"a person less: exit code {done.returncode}, {done.stderr}"
    if len(given) < 2:
        yield f"{len(given)} go out"


def not_by_union(maker):
    """Two that are nearly the half of a third each: neither is near it, and together they are."""
    def make(name, begin, end, receiver="Dele"):
        return maker.run(*maker.words(maker.home / name, receiver=receiver, **{"from": f"2024-{begin}", "to": f"2024-{end}"}))

    for name, begin, end in ("half-1", "01-01", "03-31"), ("half-2", "04-01", "06-30"):
        done = make(name, begin, end)
        if done.returncode != 0:
            yield f"{name}: {done.stderr}"
    one, other = sql(maker.socket, "SELECT id FROM evaluation_extract WHERE receiver = 'Dele' ORDER BY id").split("\n")
    lone = sql(maker.socket, f"SELECT citizen_id FROM evaluation_person WHERE extract_id = {other} AND citizen_id NOT IN"
               f" (SELECT citizen_id FROM evaluation_person WHERE extract_id = {one}) ORDER BY citizen_id LIMIT 2").split("\n")
    sql(maker.socket, f"DELETE FROM evaluation_person WHERE extract_id = {other} AND citizen_id IN ({', '.join(lone)})")
    for receiver in "Dele", "dele.", " D ELE":
        done = make("whole", "01-01", "06-30", receiver)
        if done.returncode != 1 or "by fewer than 5" not in done.stderr:
            yield f"{receiver}: exit code {done.returncode}, {done.stderr}"
    done = make("whole", "01-01", "06-30", "En tredje")
    if done.returncode != 0:
        yield f"another one: {done.stderr}"


def left_out_alike(maker):
    """Who has two extracts of the same time can join their rows: what is left out in one does not stand in the other."""
    def left_out(number):
        made = Extract(maker.home / f"alike-{number}")
        of = made.book.find("extract").get("number")
        who = {pseudonym(of, citizen): citizen for citizen in citizens}
        return {(name, column, who[row["person"]]) for name, rows in made.rows.items() for row in rows for column, value in row.items() if value == ".E"}

    def pseudonym(number, citizen):
        text = f"person {number} {citizen}".encode()
        return "p" + hashlib.blake2b(text, key=key, digest_size=16).hexdigest()[:23]

    key = bytes.fromhex(maker.key.read_text().strip())
    citizens = sql(maker.socket, "SELECT id FROM citizen").split("\n")
    for number in (1, 2):
        maker.make(f"alike-{number}", receiver="Ens", **{"from": "2024-01-01", "to": "2024-06-30"})
    one, other = left_out(1), left_out(2)
    if one != other:
        yield f"{len(one - other)} and {len(other - one)} of {len(one)} values differ: {sorted(one ^ other)[:5]}"
    if not one:
        yield "nothing is left out"


def refused(maker):
    """(what, exit code, part of what is said, the words)"""
    loose, short = maker.home / "loose", maker.home / "short"
    loose.write_text(maker.key.read_text())
    loose.chmod(0o640)
    short.write_text("abc\n")
    short.chmod(0o600)
    out = maker.home / "refused"
    yield "a folder that is there", 1, "is there already", maker.words(maker.home / "one")
    yield "a key that others can read", 1, "chmod 600", maker.words(out, key_file=str(loose))
    yield "what is no key", 1, "is no key", maker.words(out, key_file=str(short))
    yield "a key that is not there", 1, "No such file", maker.words(out, key_file=str(maker.home / "none"))
    yield "no purpose", 2, "--purpose is missing", maker.words(out, purpose=None)
    yield "an empty receiver", 1, "--receiver is empty", maker.words(out, receiver="  ")
    yield "a period that is turned round", 1, "before --from", maker.words(out, **{"from": "2025-01-01", "to": "2024-01-01"})
    yield "days to come", 1, "still to come", maker.words(out, to="2199-01-01")
    yield "no date", 1, "is no date", maker.words(out, to="i går")
    yield "a month of few people", 1, "fewer than 5", maker.words(out, **{"from": "1991-01-01", "to": "1991-01-31"})
    yield "part of a month", 1, "not the last day of a month", maker.words(out, to=str(LAST - datetime.timedelta(1)))
    yield "part of the first month", 1, "not the first day of a month", maker.words(out, **{"from": str(FIRST + datetime.timedelta(1))})
    yield "a period that overlaps an earlier one", 1, "--again REASON", maker.words(out, again=None, **{"from": "2024-01-01", "to": "2024-02-29"})
    yield "no reason", 1, "--again is empty", maker.words(out, again=" ")
    yield "a CPR number in the purpose", 1, "looks like a CPR number", maker.words(out, purpose="Om 010180-1230")
    yield "a folder in one that is not there", 1, "No such file", maker.words(maker.home / "none" / "out")


def refusals(maker):
    before = sql(maker.socket, "SELECT COUNT(*) FROM evaluation_extract")
    for what, code, said, words in refused(maker):
        done = maker.run(*words)
        if done.returncode != code or said not in done.stderr:
            yield f"{what}: exit code {done.returncode}, {done.stderr}"
    again = maker.run("key", str(maker.key))
    if again.returncode != 1:
        yield "a key is written over"
    left = [path.name for path in maker.home.iterdir() if ".part-" in path.name or path.name == "refused"]
    if left or sql(maker.socket, "SELECT COUNT(*) FROM evaluation_extract") != before:
        yield f"something stays behind: {left}"


def ended(maker):
    """Who asks it to end gets nothing, or all of it."""
    started = subprocess.Popen([maker.program, "--config", maker.config, *maker.words(maker.home / "ended")], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM]))
    os.kill(started.pid, signal.SIGTERM)
    started.communicate(timeout=120)
    there = [path.name for path in maker.home.iterdir() if path.name.startswith("ended")]
    if started.returncode == 0 or there:
        yield f"exit code {started.returncode}, {there}"


def extract_checks(program, config, socket, made):
    """(name, faults) of each check."""
    birds = put_birds(socket)
    maker = Maker(program, config, socket)
    one, other = maker.make("one"), maker.make("other", receiver="En anden")
    yield f"extract: birds stand in {birds} columns", [] if birds > 20 else ["too few"]
    yield "extract: each file has its rows", list(whole(one, made))
    yield "extract: months are right", list(months(one, made))
    yield "extract: nobody stands out by their traits", list(nobody_stands_out(one))
    yield "extract: no value is of fewer than five persons", list(no_rare_value(one))
    yield "extract: what many have is told", list(not_too_much(one, made))
    yield "extract: the code book has words for all", list(told_in_words(one))
    yield "extract: nobody's name, number, words or key", list(nobody_is_named(one, made, maker))
    yield "extract: for its owner alone, with sums", list(only_its_owner(one, maker))
    yield "extract: two of them cannot be joined", list(not_linkable(one, other))
    yield "extract: it is logged, for each person too", list(logged(one, maker))
    yield "extract: two of one time leave the same out", list(left_out_alike(maker))
    yield "extract: those that tell of few together do not go out", list(near_ones(maker, made))
    yield "extract: nor one that does so beside two together", list(not_by_union(maker))
    yield "extract: what is refused leaves nothing", list(refusals(maker))
    yield "extract: what is ended leaves nothing", list(ended(maker))
