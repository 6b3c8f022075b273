"""Cohorts as SQL: rows with the time from which the database had them.  For an administrator, in an empty database."""

import datetime
from decimal import Decimal

HEAD = """SET NAMES utf8mb4; SET time_zone = '+00:00', foreign_key_checks = 0, unique_checks = 0, system_versioning_insert_history = ON;
SET @for_ever = '2038-01-19 03:14:07.999999', @earlier = '2021-01-01 00:00:00';
START TRANSACTION;
"""
BLOCK = 500  # rows in one statement
PLAIN = {"department", "staff"}  # have no history


def written(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, (int, Decimal)):
        return str(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return f"'{value}'"
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def rows_written(table, rows):
    """One INSERT for each set of columns and block of rows."""
    sets = {}
    for row in rows:
        columns = tuple(sorted(name for name in row if name not in ("since", "until")))
        sets.setdefault(columns, []).append(row)
    for columns, of_one_kind in sets.items():
        names = ", ".join(columns) + ("" if table in PLAIN else ", ROW_START, ROW_END")
        for first in range(0, len(of_one_kind), BLOCK):
            values = []
            for row in of_one_kind[first:first + BLOCK]:
                cells = [written(row[name]) for name in columns]
                if table not in PLAIN:
                    cells.append("@earlier" if row["since"] is None else written(row["since"]))
                    cells.append("@for_ever" if row["until"] is None else written(row["until"]))
                values.append("(" + ", ".join(cells) + ")")
            yield f"INSERT INTO {table} ({names}) VALUES\n" + ",\n".join(values) + ";\n"


def write(cohorts, stream):
    """All of them, table by table."""
    stream.write(HEAD)
    for table in sorted({table for cohort in cohorts for table in cohort.rows}):
        for text in rows_written(table, [row for cohort in cohorts for row in cohort.all(table)]):
            stream.write(text)
    stream.write("COMMIT;\n")
