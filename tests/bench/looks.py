"""Departments' layers: what a page costs with one, and whether other departments feel one that misbehaves."""

import contextlib
import pathlib
import subprocess
import threading

import measure
from system import DEPARTMENT, TOP

HEALTH = TOP / "xslt/departments/sundhedscenter/plan.xsl"
OTHER, OTHER_USER, OTHER_ROLE = "sundhedscenter", "psy.eva", "psychologist"
HEAD = ('<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1">'
        '<xsl:import href="samspil:pages/plan.xsl"/>')
UNCHANGED = HEAD + "</xsl:stylesheet>"
FAN = """<xsl:template match="p:page" mode="foot.after"><xsl:call-template name="f"><xsl:with-param name="n" select="40"/></xsl:call-template></xsl:template>
<xsl:template name="f"><xsl:param name="n"/><xsl:if test="$n &gt; 0">
<xsl:call-template name="f"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
<xsl:call-template name="f"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:if></xsl:template>"""
DOUBLE = """<xsl:template match="p:page" mode="foot.after"><xsl:call-template name="d"><xsl:with-param name="s" select="'xxxxxxxx'"/>
<xsl:with-param name="n" select="30"/></xsl:call-template></xsl:template>
<xsl:template name="d"><xsl:param name="s"/><xsl:param name="n"/><xsl:choose><xsl:when test="$n = 0"><xsl:value-of select="$s"/></xsl:when>
<xsl:otherwise><xsl:call-template name="d"><xsl:with-param name="s" select="concat($s, $s)"/><xsl:with-param name="n" select="$n - 1"/>
</xsl:call-template></xsl:otherwise></xsl:choose></xsl:template>"""
FAILS = '<xsl:template match="p:page" mode="foot.after"><xsl:value-of select="nothing-of-the-kind()"/></xsl:template>'
MISBEHAVING = {"spins": FAN, "doubles": DOUBLE, "fails": FAILS}
CONNECTIONS = 2  # as many as cores: what a page waits for is then what others do to it, not a queue of its own


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


class Views:
    """The views of samspil-plan: a department's layer is put to use between two blocks."""

    def __init__(self, system):
        self.system, self.ids = system, {}

    def add(self, name, department, sheet):
        self.system.sql(
            "INSERT INTO stylesheet_version (department_id, program, number, state, sheet, reason, created_by, changed_by)"
            f" VALUES ('{department}', 'plan', {1000 + len(self.ids)}, 'active', {quoted(sheet)}, 'bench', 'it.bo', 'it.bo')")
        self.ids[name] = self.system.number("SELECT MAX(id) FROM stylesheet_version")
        return self.ids[name]

    def use(self, department, name):
        """None: the shipped look."""
        version = "NULL" if name is None else self.ids[name]
        self.system.sql(f"INSERT INTO stylesheet_view (department_id, program, active_id) VALUES ('{department}', 'plan', {version})"
                        f" ON DUPLICATE KEY UPDATE active_id = {version}, failures_in_row = 0, look_revision = NULL;")

    def check(self, name):
        failures = self.system.number(f"SELECT COUNT(*) FROM stylesheet_failure WHERE version_id = {self.ids[name]}")
        if failures:
            raise RuntimeError(f"the layer {name} failed {failures} times: this is not what was to be measured")


class LookTarget(measure.Target):
    """The overview, with a look of the caseworker's department.  The renderers count as the program."""

    def __init__(self, name, system, requests, views, look):
        super().__init__(name, system, requests, lambda: [one for pid in system.workers("plan") for one in measure.family(pid)])
        self.views, self.look = views, look

    def run(self, seconds):
        self.views.use(DEPARTMENT, self.look)
        # Each worker compiles it once, before the clock runs.
        measure.run_block(self.system.url, self.requests, {}, 1)
        try:
            return super().run(seconds)
        finally:
            if self.look is not None:
                self.views.check(self.look)
            self.views.use(DEPARTMENT, None)


def prepare(system, requests):
    """Pairs: the shipped look beside an unchanged layer, and beside the health centre's."""
    views = Views(system)
    views.use(DEPARTMENT, None)
    looks = {"layer": UNCHANGED, "health": HEALTH.read_text()}
    for name, sheet in looks.items():
        views.add(name, DEPARTMENT, sheet)
    shipped = LookTarget("shipped", system, requests, views, None)
    return views, {name: measure.Pair(shipped, LookTarget(name, system, requests, views, name)) for name in looks}


class Attack:
    """Somebody of another department who opens pages one after the other, with a layer that misbehaves."""

    def __init__(self, system):
        self.system = system
        self.cookie = "samspil=" + system.secret("attack")
        course = system.number(f"SELECT MIN(course_id) FROM course_contact WHERE uid = '{OTHER_USER}' AND to_on IS NULL")
        self.requests = system.write_requests("attack", [f"GET /plan/{course} {self.cookie}"])
        system.sql(f"INSERT INTO session (token_hash, uid, roles, ends_at) VALUES ('{system.hash('session', system.secret('attack'))}',"
                   f" '{OTHER_USER}', '{OTHER_ROLE}', NOW() + INTERVAL 10 HOUR)")

    @contextlib.contextmanager
    def running(self, seconds):
        done = []

        def run():
            done.append(subprocess.run(["wrk", "-t1", "-c1", f"-d{seconds}s", "--timeout", "10s", "-s", measure.HERE / "load.lua",
                                        self.system.url, "--", self.requests], capture_output=True, text=True, check=True))
        thread = threading.Thread(target=run)
        thread.start()
        try:
            yield
        finally:
            thread.join()
        words = next(line for line in done[0].stdout.splitlines() if line.startswith("measured ")).split()
        # None at all is an answer too: the renderer may take its two seconds.
        if int(words[3]):
            raise RuntimeError(f"the other department's pages: {done[0].stdout}")


def endless(system):
    """From now on nothing is taken out of use."""
    config = pathlib.Path(system.config)
    config.write_text(config.read_text().replace("layer-failures = 5", "layer-failures = 1000"))
    system.restart("plan")


def measure_neighbours(system, views, requests, rounds, seconds):
    """How many times the p99 of the shipped overview is as long while another department's layer misbehaves; by layer, a ratio a round.

    Beside them the same with none that does: how far such a ratio strays by itself on this machine.
    """
    attack = Attack(system)
    for name, body in MISBEHAVING.items():
        views.add(name, OTHER, HEAD + body + "</xsl:stylesheet>")
    endless(system)
    ratios = {name: [] for name in (None, *MISBEHAVING)}

    def calm(name):
        # The same two people, the other one with a look that works: what is compared is the misbehaviour, not the load.
        views.use(OTHER, name)
        with attack.running(seconds):
            return measure.run_block(system.url, requests, {}, seconds, CONNECTIONS)

    for _ in range(rounds):
        for name, spread in ratios.items():
            before, during, after = calm(None), calm(name), calm(None)
            spread.append(during.p99 / ((before.p99 + after.p99) / 2))
    views.use(OTHER, None)
    return ratios
