"""The submit of a questionnaire, and the bare program that only makes the same changes: the targets submit and bare.

Each submit needs an opened screening of its own, so many of them are made before anything is timed, and each is used once.
"""

import pathlib
import re
import urllib.parse
import xml.etree.ElementTree

import fastcgi
import measure
import statements
from system import BASE, BUILD, USER, WORKERS, say

QUESTIONNAIRE = "demo-kontanthjaelp"
FIRST = 2 * BASE  # the first screening of these
PIECE = 30_000  # requests prepared for one block
EACH_SECOND = 20_000  # of them for a second that is measured
SAMPLES = (FIRST + 3, FIRST + 40, FIRST + 11)
NAMESPACE = "{urn:samspil:questionnaire:1}"


def prepare_screenings(system, count):
    """Screenings that were opened with their code, each with a visit that does not end while it waits; number FIRST + n has the secret that SQL says here."""
    questionnaire = system.number(f"SELECT MAX(id) FROM questionnaire WHERE code = '{QUESTIONNAIRE}'")
    numbers = f"FROM seq_1_to_{count}"
    secret = f"LEFT(SHA2(CONCAT('submit-', {FIRST} + seq), 256), 43)"
    system.sql(f"""
        INSERT INTO screening (id, citizen_id, questionnaire_id, state, expires_on, issued_by, opened_at, changed_by)
          SELECT {FIRST} + seq, {BASE} + 1 + seq % {system.cases}, {questionnaire}, 'opened', CURRENT_DATE + INTERVAL 14 DAY, '{USER}',
            NOW(), 'citizen' {numbers};
        INSERT INTO access_code (id, code_hash, citizen_id, screening_id, expires_on, issued_by)
          SELECT {FIRST} + seq, SHA2(CONCAT('code-', seq), 256), {BASE} + 1 + seq % {system.cases}, {FIRST} + seq,
            CURRENT_DATE + INTERVAL 14 DAY, '{USER}' {numbers};
        INSERT INTO answer_session (token_hash, access_code_id, ends_at, seen_at)
          SELECT SHA2(CONCAT('answer-session', CHAR(0), {secret}), 256), {FIRST} + seq, NOW() + INTERVAL 8 HOUR,
            NOW() + INTERVAL 8 HOUR {numbers};
        ANALYZE TABLE screening, access_code, answer_session;""")
    system.settle()
    return questionnaire


def read_answers(system, questionnaire):
    """An answer for each of its questions: name and option."""
    text = bytes.fromhex(system.sql(f"SELECT HEX(xml) FROM questionnaire WHERE id = {questionnaire}")[0][0])
    answers = {}
    # Those of translations have no type.
    questions = [question for question in xml.etree.ElementTree.fromstring(text).iter(NAMESPACE + "question") if question.get("type")]
    for number, question in enumerate(questions):
        options = [option.get("id") for option in question.iter(NAMESPACE + "option")]
        if question.get("type") == "scale":
            options = [str(value) for value in range(int(question.get("min")), int(question.get("max")) + 1)]
        answers[question.get("id")] = options[number * 7 % len(options)]
    return answers


class Sender:
    """The request that answers a screening."""

    def __init__(self, system, answers):
        self.system = system
        self.answers = urllib.parse.urlencode({**answers, "send": ""})

    def parts(self, screening):
        secret = self.system.secret(f"submit-{screening}")
        token = self.system.hash("form", secret)
        return f"samspil-answer={secret}", f"token={token}&once={self.system.secret(f'once-{screening}')}&{self.answers}"

    def line(self, screening):
        cookie, body = self.parts(screening)
        return f"POST /answer/questionnaire {cookie} {body}"


class SubmitTarget(measure.Target):
    """Each request is for another screening, and is sent once; what was done is counted."""

    def __init__(self, name, system, line, pids, screenings):
        super().__init__(name, system, None, pids)
        self.line, self.screenings = line, screenings

    def run(self, seconds):
        ready = self.screenings[:PIECE]
        self.requests = self.system.write_requests(self.name, map(self.line, ready))
        before = changed(self.system)
        try:
            done = super().run(seconds)
        except measure.Stalled:
            del self.screenings[:2 * measure.CONNECTIONS]
            raise
        del self.screenings[:done.sent]
        if done.sent > len(ready):
            raise RuntimeError(f"{self.name}: more screenings are needed")
        rows = changed(self.system) - before
        if not done.requests <= rows <= done.sent + measure.CONNECTIONS:
            raise RuntimeError(f"{self.name}: {done.requests} requests, {rows} screenings submitted")
        return done


def changed(system):
    return system.number(f"SELECT COUNT(*) FROM screening WHERE state = 'submitted' AND id >= {FIRST}")


def counts(system):
    """Rows of each table that a submit changes, history included."""
    tables = ("answer", "screening_dimension", "screening FOR SYSTEM_TIME ALL", "once", "access_log")
    return [system.number(f"SELECT COUNT(*) FROM {table}") for table in tables]


def rows_of(system):
    """The rows that a statement inserted for a screening, as literals, in the order of its columns with a '?'."""
    def find(sql, screening):
        match = re.match(r"INSERT INTO (\w+) \(([^)]*)\) VALUES \(([^)]*)\)", sql)
        columns = [column for column, value in zip(match.group(2).split(", "), match.group(3).split(", "), strict=True) if value == "?"]
        quoted = ", ".join(f"QUOTE({column})" for column in columns)
        rows = system.sql(f"SELECT {quoted} FROM {match.group(1)} WHERE screening_id = {screening}")
        return [[statements.plain(literal) for literal in row] for row in rows]
    return find


def record(system, sender):
    """The changes of a submit, as the bare program's recording; the rows that one of them leaves, by table."""
    samples = []

    def send(screening):
        cookie, body = sender.parts(screening)
        answer = worker.ask("/answer/questionnaire", {**system.edge(), "HTTP_COOKIE": cookie}, body.encode())
        if answer.status != 303 or not answer.headers["location"].endswith("/answer/done"):
            raise RuntimeError(f"the submit answered {answer.status} {answer.headers.get('location')}")

    with statements.Recorder(system) as recorder:
        worker = fastcgi.Worker(system.dir / "run/bench-record.sock", system.program("answer"), system.log)
        try:
            send(FIRST + 1)
            recorder.take("samspil_answer")
            before = counts(system)
            for screening in SAMPLES:
                send(screening)
                samples.append([(sql, values) for sql, values in recorder.take("samspil_answer") if not sql.startswith("SELECT")])
            left = [(after - old) / len(SAMPLES) for old, after in zip(before, counts(system))]
        finally:
            worker.stop()
    path = system.scratch / "submit.statements"
    path.write_text("\n".join(statements.recording(samples, SAMPLES, rows_of(system))) + "\n")
    return path, left


def prepare(system, seconds):
    """The two targets for so many seconds of blocks, checked: one submit of each leaves as many rows in each table."""
    count = EACH_SECOND * seconds
    questionnaire = prepare_screenings(system, count)
    answers = read_answers(system, questionnaire)
    sender = Sender(system, answers)
    recording, left = record(system, sender)
    given = system.number(f"SELECT COUNT(*) FROM answer WHERE screening_id = {SAMPLES[0]} AND state = 'answered'")
    if given != len(answers):
        raise RuntimeError(f"{given} of {len(answers)} answers were kept")
    bare = fastcgi.Worker(system.dir / "run/bench-bare.sock", [BUILD / "tests/bench/limit", system.config, "answer", recording, 0],
                          system.log, WORKERS)
    system.extra.append(bare)
    system.serve({"bare": pathlib.Path(bare.path)})
    before = counts(system)
    if bare.ask(f"/bench/bare/{FIRST + 50}", system.edge()).status != 200:
        raise RuntimeError("the bare program failed")
    left_bare = [after - old for old, after in zip(before, counts(system))]
    if left_bare != left:
        raise RuntimeError(f"a submit leaves {left} rows, the bare program {left_bare}")
    say(f"the submit: {given} answers, {sum(left):.0f} rows of 5 tables")
    screenings = list(range(FIRST + 100, FIRST + count))
    middle = len(screenings) * 3 // 4
    return (SubmitTarget("bare", system, lambda one: f"POST /bench/bare/{one} - {sender.answers}", lambda: bare.pids, screenings[:middle]),
            SubmitTarget("submit", system, sender.line, lambda: system.workers("answer"), screenings[middle:]))
