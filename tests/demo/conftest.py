"""conf/demo as people use it.  SAMSPIL_TEST_BUILD names a build folder, so that each demo only installs from it."""

import os
import re
import shutil
import socket
import subprocess
import tempfile

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("SAMSPIL_TEST_BUILD") or os.path.join(TOP, "build-sanitize")
PARTS = re.compile(r"^part (\S+) (runs|is stopped)$", re.M)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Demo:
    """A demo in a folder of its own; as_user puts words before conf/demo."""

    def __init__(self, folder, port, as_user=()):
        self.folder, self.port, self.as_user = folder, port, list(as_user)

    def __call__(self, command, *words, env=None):
        return subprocess.run([*self.as_user, TOP + "/conf/demo", command, "--dir", self.folder, *words],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL,
                              env={"SAMSPIL_CONFIGURE": "--enable-sanitize", **os.environ, **(env or {})})

    def up(self, *words):
        return self("up", "--port", str(self.port), "--build", BUILD, *words)

    def pids(self):
        """The process of each part."""
        found = {}
        for name in os.listdir(self.folder + "/run"):
            if name.endswith(".pid"):
                with open(f"{self.folder}/run/{name}", encoding="ascii") as file:
                    found[name[:-4]] = int(file.read().split()[0])
        return found

    def parts(self):
        return {name: state == "runs" for name, state in PARTS.findall(self("status").stdout)}

    def sql(self, statement):
        return subprocess.run(["mariadb", "--no-defaults", "--socket", self.folder + "/run/mariadb.sock", "--batch",
                               "--skip-column-names", "samspil", "-e", statement],
                              stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


@pytest.fixture
def make_demo():
    """make_demo(): a demo that is not up yet; thrown away after the test."""
    made = []

    def make_demo(as_user=()):
        demo = Demo(tempfile.mkdtemp(prefix="samspil-demo-"), free_port(), as_user)
        made.append(demo)
        return demo

    yield make_demo
    for demo in made:
        demo("down")
        shutil.rmtree(demo.folder)


@pytest.fixture(scope="module")
def demo():
    """One that is up, for the tests of a file."""
    demo = Demo(tempfile.mkdtemp(prefix="samspil-demo-"), free_port())
    try:
        done = demo.up()
        assert done.returncode == 0, done.stderr
        yield demo
    finally:
        demo("down")
        shutil.rmtree(demo.folder)
