"""The system under measurement: conf/demo's own code, an optimised build, generated cases, our own programs beside it."""

import concurrent.futures
import hashlib
import os
import pathlib
import random
import re
import shutil
import socket
import subprocess
import tempfile
import time

import measure

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
BUILD = pathlib.Path(os.environ.get("SAMSPIL_BENCH_BUILD", TOP / "build-bench"))
BASE = 10_000_000  # case n is citizen and course BASE + n: data.sql
PIECE = 5000
USER, ROLES, DEPARTMENT = "mads.sb", "caseworker", "jobcenter"  # one of the demo: samspil-sessions asks the directory
POOL_BYTES = 1 << 31
WORKERS = 4


def say(text):
    print(f"bench: {text}", flush=True)


def free_port():
    while True:
        port = random.randrange(20000, 32000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


class System:
    @staticmethod
    def hash(purpose, secret):
        """As secret_hash in src/base/secret.c."""
        return hashlib.sha256(purpose.encode() + b"\0" + secret.encode()).hexdigest()

    @staticmethod
    def secret(name):
        """A token that looks like ours (43 characters), the same each time."""
        return hashlib.sha256(name.encode()).hexdigest()[:43]

    def __init__(self, cases, port=None):
        self.cases = cases
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="samspil-bench-"))
        self.port = port or free_port()
        self.scratch = self.dir / "tmp/bench"
        self.scratch.mkdir(parents=True)
        self.log = (self.dir / "bench.log").open("ab")
        self.extra = []
        self.cookie = "samspil=" + self.secret("session")

    # The demo.

    def demo(self, *words):
        # Nobody is reminded: hours of the work of samspil-notify come of a day's measurements that are loaded in a minute.
        environment = {**os.environ, "SAMSPIL_VALIDATE": "no", "SAMSPIL_NO_NOTIFY": "yes"}
        done = subprocess.run([TOP / "conf/demo", *words, "--dir", self.dir], env=environment, stdout=self.log, stderr=subprocess.PIPE,
                              text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"conf/demo {words[0]}: {done.stderr}")

    def up(self):
        self.demo("up", "--port", str(self.port), "--build", str(BUILD), "--workers", str(WORKERS))
        # What is measured is the shipped look, but where looks.py says otherwise.
        self.sql("UPDATE stylesheet_view SET active_id = NULL, look_revision = NULL")

    def down(self):
        for worker in self.extra:
            worker.stop()
        self.demo("down")
        shutil.rmtree(self.dir)

    def part_pid(self, name):
        return int((self.dir / f"run/{name}.pid").read_text().split()[0])

    def workers(self, program):
        """The workers of one of the demo's programs: what its first process forked."""
        return measure.children(self.part_pid(program))

    def restart(self, program):
        self.demo("stop", program)
        self.demo("start", program)
        for _ in range(100):
            if len(self.workers(program)) == WORKERS:
                return
            time.sleep(0.05)
        raise RuntimeError(f"{program} does not start")

    def groups(self, program_pids):
        return {"nginx": measure.family(self.part_pid("nginx")), "program": program_pids, "database": [self.part_pid("mariadb")]}

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def config(self):
        return self.dir / "conf/samspil-root.conf"

    def program(self, name):
        return [self.dir / f"installed/libexec/samspil/samspil-{name}", "--config", self.config]

    def edge(self):
        return {"SAMSPIL_EDGE": (self.dir / "conf/edge.secret").read_text().strip(), "HTTP_HOST": f"127.0.0.1:{self.port}"}

    # The database.

    def sql(self, text):
        """The rows of a text of statements, as the server's administrator."""
        user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        done = subprocess.run(["mariadb", "--no-defaults", f"--socket={self.dir}/run/mariadb.sock", f"--user={user}",
                               "--default-character-set=utf8mb4", "--batch", "--skip-column-names", "--raw", "samspil"],
                              input=text, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"SQL: {done.stderr}\n{text[:400]}")
        return [line.split("\t") for line in done.stdout.splitlines()]

    def number(self, text):
        return int(self.sql(text)[0][0])

    def load(self):
        """The cases, two pieces at a time, without a flush for each; then the server is set as it was."""
        start = time.monotonic()
        self.sql(f"SET GLOBAL innodb_buffer_pool_size = {POOL_BYTES}; SET GLOBAL innodb_log_file_size = {POOL_BYTES // 2};"
                 " SET GLOBAL innodb_flush_log_at_trx_commit = 0;")
        self.sql("INSERT INTO staff (uid, name, department_id) SELECT CONCAT('sb.', LPAD(seq, 4, '0')), CONCAT('Sagsbehandler ', seq),"
                 f" '{DEPARTMENT}' FROM seq_1_to_400; INSERT INTO staff_role (uid, role) SELECT uid, '{ROLES}' FROM staff"
                 " WHERE uid LIKE 'sb.%';")
        text = (HERE / "data.sql").read_text()
        pieces = [f"SET @from = {first}, @to = {min(first + PIECE - 1, self.cases)};\n{text}" for first in range(1, self.cases + 1, PIECE)]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(self.sql, pieces))
        tables = re.findall(r"^INSERT INTO (\w+)", text, re.M)
        self.sql(f"ANALYZE TABLE {', '.join(tables)}; SET GLOBAL innodb_flush_log_at_trx_commit = 1;")
        self.settle()
        say(f"{self.cases} cases in {time.monotonic() - start:.0f} s, {self.megabytes()} MB, buffer pool {POOL_BYTES >> 20} MB")

    def settle(self):
        """Write what is dirty, so that no block pays for the load."""
        status = ("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'Innodb_buffer_pool_pages_dirty'")
        old = self.sql("SELECT @@GLOBAL.innodb_max_dirty_pages_pct, @@GLOBAL.innodb_max_dirty_pages_pct_lwm")[0]
        self.sql("SET GLOBAL innodb_io_capacity_max = 20000, innodb_io_capacity = 20000, innodb_max_dirty_pages_pct_lwm = 0,"
                 " innodb_max_dirty_pages_pct = 0")
        for _ in range(600):
            dirty = self.number(status)
            if dirty < 100:
                break
            time.sleep(0.1)
        else:
            say(f"{dirty} pages are still dirty")
        self.sql(f"SET GLOBAL innodb_max_dirty_pages_pct = {old[0]}, innodb_max_dirty_pages_pct_lwm = {old[1]}, innodb_io_capacity = 200")

    def megabytes(self):
        return self.number("SELECT SUM(data_length + index_length) DIV 1048576 FROM information_schema.TABLES WHERE table_schema = 'samspil'")

    def check_rows(self):
        """What data.sql promises is there."""
        for table, each in (("citizen", 1), ("citizen_cpr", 1), ("course", 1), ("course_contact", 4), ("professional_note", 4),
                            ("focus_area", 6), ("deadline", 4), ("plan", 1), ("intervention", 3), ("measurement", 12)):
            column = "id" if table in ("citizen", "course") else "citizen_id" if table == "citizen_cpr" else "course_id"
            found = self.number(f"SELECT COUNT(*) FROM {table} WHERE {column} BETWEEN {BASE + 1} AND {BASE + self.cases}")
            if found != each * self.cases:
                raise RuntimeError(f"{found} rows of {table}, wanted {each * self.cases}")

    def sign_in(self):
        """A session of one caseworker, as the portal would have made it."""
        self.sql(f"INSERT INTO session (token_hash, uid, roles, ends_at) VALUES ('{self.hash('session', self.secret('session'))}', '{USER}',"
                 f" '{ROLES}', NOW() + INTERVAL 10 HOUR)")

    # What stands beside the demo.

    def serve(self, locations):
        """More locations in nginx's server block: name -> socket, or a file; added to those that are there."""
        path = self.dir / "conf/server.d/bench.conf"
        text = path.read_text() if path.exists() else ""
        for name, target in locations.items():
            if target.suffix == ".sock":
                text += f"location /bench/{name} {{\n" + self.fastcgi_lines() + f"\tfastcgi_pass unix:{target};\n}}\n"
            else:
                text += f"location = /bench/{name} {{\n\tdefault_type text/html;\n\talias {target};\n}}\n"
        path.write_text(text)
        self.demo("stop", "nginx")
        self.demo("start", "nginx")

    def fastcgi_lines(self):
        """How the snippet passes a request on: the parameters and buffers that our programs get."""
        snippet = (self.dir / "conf/nginx-root.conf").read_text()
        return "".join(f"\t{line.strip()}\n" for line in snippet.splitlines()
                       if re.match(r"\s*(fastcgi_(param|buffer|request_buffering|keep_conn)|include .*edge)", line))

    def random_courses(self, count, seed=1):
        chance = random.Random(seed)
        return [BASE + chance.randint(1, self.cases) for _ in range(count)]

    def write_requests(self, name, lines):
        path = self.scratch / name
        path.write_text("".join(line + "\n" for line in lines))
        return path
