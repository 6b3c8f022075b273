"""Reports over all courses: how long each takes, and how much longer the course overview takes while they are computed."""

import concurrent.futures
import contextlib
import http.client
import itertools
import pathlib
import re
import threading
import time

import measure

HERE = pathlib.Path(__file__).resolve().parent
PIECE = 5000
USER, ROLES = "tl.karla", "team-leader"
CONNECTIONS = 2  # people do not fill the machine: what is compared is how long they wait
LATE_S = 600
THINK_S = 1  # nobody reads a report in less
ALIVE = ("waiting", "running")


def load(system):
    """What reports read, beside what the pages' measuring needs."""
    start = time.monotonic()
    system.sql("SET GLOBAL innodb_flush_log_at_trx_commit = 0;"
               "INSERT IGNORE INTO staff_hours (uid, department_id, fte, from_on, changed_by) SELECT uid, department_id, 1, '2020-01-01', uid FROM staff WHERE uid LIKE 'sb.%';")
    text = (HERE / "reports.sql").read_text()
    # Two at once, each in rows of its own: no locks on what lies between them.
    pieces = [f"SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; SET @from = {first}, @to = {min(first + PIECE - 1, system.cases)};\n{text}" for first in range(1, system.cases + 1, PIECE)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(system.sql, pieces))
    tables = sorted(set(re.findall(r"^(?:INSERT INTO|UPDATE) (\w+)", text, re.M)))
    system.sql(f"ANALYZE TABLE {', '.join(tables)}; SET GLOBAL innodb_flush_log_at_trx_commit = 1;")
    system.settle()
    counts = ", ".join(f"{system.number(f'SELECT COUNT(*) FROM {table}')} of {table}" for table in ("course", "intervention", "measurement", "outcome", "benefit_period"))
    print(f"bench: {counts}, in {time.monotonic() - start:.0f} s", flush=True)


class Refused(RuntimeError):
    """A page that is none."""


class Leader:
    """One who may read reports."""

    def __init__(self, system):
        self.system = system
        self.cookie = "samspil=" + system.secret("leader")
        system.sql(f"INSERT INTO session (token_hash, uid, roles, ends_at) VALUES ('{system.hash('session', system.secret('leader'))}', '{USER}',"
                   f" '{ROLES}', NOW() + INTERVAL 10 HOUR)")

    def get(self, path):
        """The page as XML, and the seconds that it took."""
        start = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.system.port, timeout=60)
        connection.request("GET", path, headers={"Cookie": self.cookie, "Accept": "application/xml"})
        answer = connection.getresponse()
        body = answer.read().decode()
        if answer.status != 200:
            raise Refused(f"{path}: {answer.status}")
        return body, time.monotonic() - start

    def names(self):
        return re.findall(r'<report-item [^>]*name="([^"]+)"', self.get("/report")[0])


def wait_for(system):
    """Until nothing waits or is computed."""
    for _ in range(LATE_S * 5):
        if system.number(f"SELECT COUNT(*) FROM report_run WHERE state IN {ALIVE}") == 0:
            return
        time.sleep(0.2)
    raise RuntimeError(f"a report is not there after {LATE_S} s")


def measure_each(system, leader):
    """For each report: seconds to the first answer, whether it was the report, seconds that computing it took (None: it failed)."""
    out = {}
    for name in leader.names():
        system.sql(f"DELETE FROM report_run WHERE report = '{name}'")
        try:
            body, seconds = leader.get(f"/report/{name}")
        except Refused as refused:
            out[name] = (None, False, None)
            failures = [line for path in (system.dir / "log").glob("report*.log") for line in path.read_text().splitlines() if '"fail"' in line]
            print(f"bench: {refused}", *failures[-3:], sep="\nbench: ", flush=True)
            continue
        at_once = "<report-run" not in body
        wait_for(system)
        took = system.sql("SELECT COALESCE(microseconds, 0), state, COALESCE(error, '') FROM report_run ORDER BY id DESC LIMIT 1")
        good = bool(took) and took[0][1] == "done"
        out[name] = (seconds, at_once, int(took[0][0]) / 1e6 if good else None)
        print(f"bench: report {name}: {seconds:.2f} s, {'at once' if at_once else 'in the background'}, computed in {out[name][2]}", flush=True)
    return out


class Readers:
    """Somebody orders all reports, and asks for one after the other, each time for another period: samspil-reporter has always one to compute."""

    def __init__(self, leader):
        self.leader, self.names, self.asked = leader, itertools.cycle(leader.names()), 0
        self.periods = itertools.cycle([(f"{year}-01", f"{year + 1}-{month:02}") for month in range(1, 13) for year in (2022, 2023, 2024)])

    @contextlib.contextmanager
    def running(self):
        ends = threading.Event()

        def read():
            for name in self.names:
                if ends.is_set():
                    return
                first, last = next(self.periods)
                with contextlib.suppress(Refused, OSError):
                    self.leader.get(f"/report/{name}?from={first}&to={last}")
                self.asked += 1
                ends.wait(THINK_S)

        thread = threading.Thread(target=read)
        thread.start()
        try:
            yield
        finally:
            ends.set()
            thread.join()


def measure_beside(system, leader, requests, rounds, seconds):
    """
    How many times the p99 of the course overview is as long while reports are computed, a ratio a round; how many were asked for, and the names of those that
    were computed meanwhile.  A round is as long as the longest reports take.
    """
    readers, ratios, computed = Readers(leader), [], set()

    def calm():
        wait_for(system)
        return measure.run_block(system.url, requests, {}, seconds, CONNECTIONS)

    for _ in range(rounds):
        before = calm()
        last = system.number("SELECT COALESCE(MAX(id), 0) FROM report_run")
        with readers.running():
            during = measure.run_block(system.url, requests, {}, 3 * seconds, CONNECTIONS)
        system.sql("UPDATE report_run SET state = 'cancelled' WHERE state = 'waiting'")
        after = calm()
        computed |= {name for (name,) in system.sql(f"SELECT DISTINCT report FROM report_run WHERE id > {last} AND state = 'done'")}
        ratios.append(during.p99 / ((before.p99 + after.p99) / 2))
        print(f"bench: p99 {before.p99:.1f} ms alone, {during.p99:.1f} ms while reports are computed, {after.p99:.1f} ms alone", flush=True)
    return ratios, readers.asked, computed
