"""The rows that belong to no cohort, as the database has them."""

import subprocess

from lxml import etree

TABLES = ("benefit_type", "target_group", "risk_category", "progress_question", "course_frame", "questionnaire", "catalogue_entry", "catalogue_version",
          "benefit_rate", "benefit_refund", "caseload_target", "baseline", "budget_category", "budget_alias", "budget_line", "regional_figure",
          "regional_scheme", "effect_figure")


def client(socket, *more):
    return ["mariadb", "--no-defaults", f"--socket={socket}", "--default-character-set=utf8mb4", "samspil", *more]


def read_world(socket):
    """{table: [{column: text or None}]}"""
    out = {}
    for table in TABLES:
        done = subprocess.run(client(socket, "--xml", "-e", f"SELECT * FROM {table}"), capture_output=True, check=True)
        out[table] = [{field.get("name"): None if field.get("{http://www.w3.org/2001/XMLSchema-instance}nil") == "true" else field.text or ""
                       for field in row.iter("field")} for row in etree.fromstring(done.stdout).iter("row")]
    return out
