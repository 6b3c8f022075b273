"""compare.py --reporter PROGRAM --export PROGRAM --config FILE --socket PATH --cohorts N --seed N [REPORT...]: each report beside its oracle, as TAP.

An oracle is a file oracle_REPORT.py (dashes of the report's name as _), written from the definitions and not from the report's SQL:

	def figures(cohort, ask, world):	-> {(table, row, column): value}
	ASKS = [Ask(...), ...]			optional: what is asked; else asking.asks()
	ONLY = {"stock", ...}			optional: the tables that it computes; else all of the report
	FEWER = 4				optional: one cohort in so many is compared, where the oracle is slow
	JUDGED = {"whom", ...}			optional: tables of which more than one answer is right; then
	def wrong(cohort, ask, world, got):	-> [fault]: looks at what the report has of them, got

table, row and column are the names in the report's <figures>; of what it says in brief the table is "brief" and the column "value".  A value is
None (no figure), a number (int, Fraction, Decimal), or a word.  world[TABLE] has the rows that belong to no cohort.  Every figure of
either side must be one of the other.
"""

import argparse
import dataclasses
import importlib
import pathlib
import re
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

from lxml import etree

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import asking  # noqa: E402
import cohorts  # noqa: E402
from checks import checks  # noqa: E402
from extract_checks import extract_checks  # noqa: E402
from given import AS_OF  # noqa: E402
from world import read_world  # noqa: E402

SHOWN = 10  # differences of one report
AT_ONCE = 200  # departments of one run of the reporter
NEAR = Fraction(1, 10**6)


def local(element):
    return etree.QName(element).localname


def figures_of(report):
    """{(table, row, column): value or None} of one <report>; its faults."""
    out, faults = {}, []
    for figure in report.iter("{*}figure"):
        row = figure.getparent()
        table = next((up.get("name") for up in row.iterancestors() if local(up) == "figures"), "brief")
        key = (table, row.get("name"), figure.get("column", "value"))
        if key in out:
            faults.append(f"{key} is there twice")
        out[key] = figure.get("value")
    return out, faults


def same(got, wanted):
    if got is None or wanted is None:
        return got is None and wanted is None
    if isinstance(wanted, str):
        return got == wanted
    try:
        number = Fraction(Decimal(got))
    except ArithmeticError:
        return False
    return abs(number - Fraction(wanted)) <= NEAR * max(1, abs(number))


def differences(got, wanted):
    for key in sorted(set(got) | set(wanted), key=str):
        if key not in got:
            yield f"{key}: the report has no such figure, the oracle {wanted[key]}"
        elif key not in wanted:
            yield f"{key}: the oracle has no such figure, the report {got[key]}"
        elif not same(got[key], wanted[key]):
            yield f"{key}: the report has {got[key]}, the oracle {wanted[key]}"


def computed(options, name, ask, departments):
    """The report's <report> elements for these departments, in order."""
    return [report for first in range(0, len(departments), AT_ONCE) for report in computed_at_once(options, name, ask, departments[first:first + AT_ONCE])]


def computed_at_once(options, name, ask, departments):
    command = [options.reporter, "--config", options.config, "--figures", name, "--as-of", AS_OF.strftime("%Y-%m-%dT%H:%M:%SZ"), *ask.arguments(), "--departments", "-"]
    done = subprocess.run(command, input="".join(f"{one}\n" for one in departments), capture_output=True, text=True, timeout=500)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[3:])}: exit code {done.returncode}: {done.stderr.strip()[-2000:]}")
    document = etree.fromstring("<all>" + re.sub(r"<\?xml[^>]*\?>", "", done.stdout) + "</all>", etree.XMLParser(huge_tree=True))
    reports = [one for one in document.iter("{*}report") if local(one.getparent()) != "report"]
    if len(reports) != len(departments):
        raise RuntimeError(f"{len(reports)} reports of {len(departments)} departments")
    return reports


def compare(options, name, module, ask, made, world):
    """What differs, and how many figures were compared."""
    faults, count, values = [], 0, 0
    made = [cohort for cohort in made if cohort.number % getattr(module, "FEWER", 1) == 0]
    for cohort, report in zip(made, computed(options, name, ask, [cohort.id for cohort in made])):
        wanted = module.figures(cohort, dataclasses.replace(ask, department=cohort.id), world)
        got, wrong = figures_of(report)
        judged = {key: value for key, value in got.items() if key[0] in getattr(module, "JUDGED", ())}
        if judged:
            wrong += module.wrong(cohort, dataclasses.replace(ask, department=cohort.id), world, judged)
        got = {key: value for key, value in got.items() if key not in judged and key[0] in getattr(module, "ONLY", (key[0],))}
        for compared in (got, judged):
            count += len(compared)
            values += sum(value not in (None, "0") for value in compared.values())
        faults += [f"cohort {cohort.number} ({cohort.profile}), {ask}: {what}" for what in (*wrong, *differences(got, wanted))]
    return faults, count, values


class Told:
    """Tests, as TAP."""

    tests = failed = 0

    def tell(self, name, faults):
        self.tests += 1
        self.failed += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.tests} - {name}")
        for fault in faults[:SHOWN]:
            print(f"# {fault}".replace("\n", "\n# "))
        if len(faults) > SHOWN:
            print(f"# ... {len(faults)} in all")
        sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    for option in ("--reporter", "--export", "--config", "--socket"):
        parser.add_argument(option, required=True)
    parser.add_argument("--cohorts", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("reports", nargs="*")
    options = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    names = [name for name in options.reports if name != "extract"] if options.reports else sorted(path.stem.removeprefix("oracle_").replace("_", "-") for path in here.glob("oracle_*.py"))
    made = cohorts.cohorts(options.cohorts, options.seed)
    told = Told()
    for name, faults in checks(made, options.socket):
        told.tell(name, faults)
    world = read_world(options.socket)
    world["benefit_period"] = [row for cohort in made for row in cohort.now("benefit_period")]  # of all: from when on benefits are known
    for name in names:
        module = importlib.import_module("oracle_" + name.replace("-", "_"))
        for ask in getattr(module, "ASKS", asking.asks()):
            try:
                faults, count, values = compare(options, name, module, ask, made, world)
                if values == 0:
                    faults.append("no figure is anything but 0 or nothing")
            except (RuntimeError, OSError, etree.XMLSyntaxError, subprocess.TimeoutExpired) as why:
                faults, count, values = [str(why)], 0, 0
            told.tell(f"{name} {ask}: {count} figures, {values} of them not nothing", faults)
    if not options.reports or "extract" in options.reports:
        for name, faults in extract_checks(options.export, options.config, options.socket, made):
            told.tell(name, faults)
    print(f"1..{told.tests}")
    return 1 if told.failed else 0


if __name__ == "__main__":
    sys.exit(main())
