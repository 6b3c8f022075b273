"""The statements of a request, recorded from the server's general log, as what tests/bench/replay.h reads.

The same request is made for several ids.  A value that is the same for all is a constant, a number that goes with the id is a
multiple of it and a constant, hexadecimal digits that are new each time are made anew.  Anything else cannot be replayed, and
is said: so what is measured as the limit is always what the page does, never what it did once.
"""

import re

VALUE = r"(NULL|-?\d+|'(?:[^'\\]|\\.|'')*')"


def pattern_of(sql):
    """A regular expression for an executed statement: a value for each ? outside of quotes."""
    parts = re.split(r"('(?:[^'\\]|\\.|'')*')|(\?)", sql)
    return re.compile("".join(VALUE if part == "?" else re.escape(part) for part in parts if part) + r"\Z", re.S)


def plain(literal):
    """A literal as (kind, value)."""
    if literal == "NULL":
        return "null", None
    if literal[0] != "'":
        return "number", int(literal)
    return "text", re.sub(r"\\(.)|''", lambda match: match.group(1) or "'", literal[1:-1])


class Recorder:
    """Records what one worker's connection does between mark and take."""

    def __init__(self, system):
        self.system = system
        self.patterns = {}
        self.thread = None

    def __enter__(self):
        self.system.sql("SET GLOBAL log_output = 'TABLE'; TRUNCATE mysql.general_log; SET GLOBAL general_log = ON;")
        return self

    def __exit__(self, *error):
        self.system.sql("SET GLOBAL general_log = OFF; TRUNCATE mysql.general_log;")

    def take(self, account):
        """
        What the worker's connection ran since the last time: (prepared statement, values), and COMMITs as ("COMMIT", []).
        It is the one of this account that was opened since the recording began; others of the account are none of ours.
        """
        rows = [row for row in self.system.sql("SELECT thread_id, command_type, argument FROM mysql.general_log"
                                               f" WHERE user_host LIKE '%[{account}]%' OR user_host LIKE '{account}[%'") if len(row) == 3]
        self.system.sql("TRUNCATE mysql.general_log")
        if self.thread is None:
            opened = [thread for thread, kind, _ in rows if kind == "Connect"]
            if len(opened) != 1:
                raise RuntimeError(f"{len(opened)} connections of {account} were opened while recording")
            self.thread = opened[0]
        found = []
        for thread, kind, sql in rows:
            if thread != self.thread:
                continue
            if kind == "Prepare":
                self.patterns[sql] = pattern_of(sql)
            elif kind == "Execute":
                found.append(self.match(sql))
            elif kind == "Query" and sql.upper().startswith("COMMIT"):
                found.append(("COMMIT", []))
        return found

    def match(self, executed):
        if executed in self.patterns:
            return executed, None if self.patterns[executed].groups else []
        for sql, pattern in self.patterns.items():
            match = pattern.match(executed)
            if match:
                return sql, [plain(literal) for literal in match.groups()]
        raise RuntimeError(f"executed, but never prepared: {executed[:200]}")


def follow(literals, ids, sql):
    """One value of all samples as a line of the recording."""
    kinds = {kind for kind, _ in literals}
    values = [value for _, value in literals]
    if len(kinds) == 1 and len(set(values)) == 1:
        kind = kinds.pop()
        return "null" if kind == "null" else f"number 0 {values[0]}" if kind == "number" else f"text {values[0]}"
    if kinds in ({"number"}, {"text"}) and all(re.fullmatch(r"-?\d+", str(value)) for value in values):
        numbers = [int(value) for value in values]
        times, rest = divmod(numbers[1] - numbers[0], ids[1] - ids[0])
        plus = numbers[0] - times * ids[0]
        if rest == 0 and all(number == times * one + plus for number, one in zip(numbers, ids)):
            return f"{'number' if kinds == {'number'} else 'id-text'} {times} {plus}"
    if kinds == {"text"} and all(re.fullmatch(r"[0-9a-f]+", value) and len(value) in (8, 64) for value in values):
        return f"hex {len(values[0])}"
    raise RuntimeError(f"the limit cannot follow {values} of: {sql}")


def recording(samples, ids, rows_of=None):
    """The lines for samples, a list of statements for each id.  rows_of(sql, id): the rows of a statement that was run for many."""
    shapes = [[sql for sql, _ in sample] for sample in samples]
    if any(shape != shapes[0] for shape in shapes[1:]):
        raise RuntimeError("the same request runs other statements for another id")
    lines = []
    for at, sql in enumerate(shapes[0]):
        if sql == "COMMIT":
            continue
        if "\n" in sql:
            raise RuntimeError(f"more than one line: {sql}")
        lines.append(f"sql {sql}")
        values = [sample[at][1] for sample in samples]
        if values[0] is None:  # many rows in one
            tables = [rows_of(sql, one) for one in ids]
            lines.append(f"rows {len(tables[0])}")
            values = [[value for row in table for value in row] for table in tables]
        lines += [follow(literals, ids, sql) for literals in zip(*values, strict=True)]
    return lines
