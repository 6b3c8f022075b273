"""Up, down, status, reset, logs, run; two at a time; as an ordinary user; what is in the way is told."""

import os
import pwd
import re
import socket
import stat
import subprocess
import urllib.request

import pytest

from conftest import TOP

URL = re.compile(r"^url (http://127\.0\.0\.1:\d+(?:/\S*)?)$", re.M)
USER = re.compile(r"^user (\S+) role (\S+) department (\S+) password (\S{8,})$", re.M)


def get(address):
    """Status and text."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_up_tells_address_and_users(demo):
    done = demo.up()
    assert done.returncode == 0, done.stderr
    assert URL.findall(done.stdout) == [f"http://127.0.0.1:{demo.port}"]
    users = {user[0]: user[1:] for user in USER.findall(done.stdout)}
    assert users["mads.sb"][:2] == ("caseworker", "jobcenter")
    assert users["fys.pia"][:2] == ("physiotherapist", "sundhedscenter")
    assert users["lis.sb"][:2] == ("caseworker", "voksenhandicap")
    assert users["it.bo"][:2] == ("operator", "it")
    assert len(done.stdout.splitlines()) == 1 + len(users) == 19
    assert get(URL.findall(done.stdout)[0] + "/health")[0] == 200


@pytest.mark.parametrize("words, code", [(f"{command} --help", 0) for command in ("up", "down", "status", "reset", "logs", "run", "start", "stop")] + [
    ("reset nonsense", 2), ("up --wrokers 3", 2), ("status now", 2), ("stop mariadb nginx", 2), ("logs -x", 2), ("nonsense", 2), ("--help", 0)])
def test_help_and_unknown_words_do_nothing(tmp_path, words, code):
    done = subprocess.run([f"{TOP}/conf/demo", *words.split()], env={**os.environ, "TMPDIR": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert done.returncode == code and (done.stdout if code == 0 else done.stderr).startswith("usage: conf/demo COMMAND")
    assert list(tmp_path.iterdir()) == []


def test_up_again_leaves_what_runs(demo):
    before = demo.pids()
    assert demo.up().returncode == 0
    assert demo.pids() == before
    assert {"mariadb", "slapd", "nginx", "portal", "answer", "screening", "triage", "plan", "admin"} <= set(before)


def test_status_tells_what_does_not_run(demo):
    assert demo("status").returncode == 0
    assert all(demo.parts().values())
    assert demo("stop", "screening").returncode == 0
    done = demo("status")
    assert done.returncode == 1
    assert "part screening is stopped" in done.stdout
    assert demo("start", "screening").returncode == 0
    assert demo("status").returncode == 0


def test_a_killed_part_comes_back(demo):
    os.kill(demo.pids()["slapd"], 9)
    assert demo("status").returncode == 1
    assert demo.up().returncode == 0
    assert demo("status").returncode == 0


def test_down_keeps_the_data_and_reset_does_not(demo):
    demo.sql("UPDATE citizen SET phone = '12345678' WHERE id = 1")
    rows = demo.sql("SELECT COUNT(*) FROM citizen")
    passwords = USER.findall(demo("status").stdout)
    assert demo("down").returncode == 0
    assert not any(demo.parts().values())
    assert demo.up().returncode == 0
    assert demo.sql("SELECT phone FROM citizen WHERE id = 1") == "12345678"
    assert demo("reset").returncode == 0
    assert demo.sql("SELECT COUNT(*) FROM citizen WHERE phone = '12345678'") == "0"
    assert demo.sql("SELECT COUNT(*) FROM citizen") == rows
    assert USER.findall(demo("status").stdout) == passwords


def test_down_leaves_strangers_alone(demo):
    """A process that got the number of one of ours is not ours."""
    stranger = subprocess.Popen(["sleep", "60"])
    try:
        demo("stop", "plan")
        with open(demo.folder + "/run/plan.pid", "w", encoding="ascii") as file:
            file.write(f"{stranger.pid} 1\n")
        assert demo("down").returncode == 0
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()
    assert demo.up().returncode == 0


def test_logs(demo):
    done = demo("logs", "nginx")
    assert done.returncode == 0
    done = demo("logs")
    assert "mariadb.log" in done.stdout and "slapd.log" in done.stdout
    assert demo("logs", "nothing").returncode == 1


def test_run_a_tool(demo):
    done = demo("run", "migrate")
    assert done.returncode == 0, done.stderr
    done = demo("run", "samspil-migrate", "--dry-run")
    assert done.returncode == 0, done.stderr
    done = demo("run", "nothing")
    assert done.returncode == 1 and "no tool samspil-nothing" in done.stderr


def test_its_folder_is_private(demo):
    assert stat.S_IMODE(os.stat(demo.folder).st_mode) == 0o700
    for name in os.listdir(demo.folder + "/conf"):
        if name.endswith((".secret", ".key", ".tsv", "edge.nginx")):
            assert stat.S_IMODE(os.stat(f"{demo.folder}/conf/{name}").st_mode) == 0o600, name


def test_neighbours(demo):
    """Samspil under a prefix takes nothing from other applications of the server, nor they from it."""
    with open(demo.folder + "/conf/server.d/neighbour.conf", "w", encoding="ascii") as file:
        file.write('location /other/ { return 200 "another application"; }\n'
                   "location ~ \\.css$ { return 410; }\n")
    try:
        done = demo.up("--base-path", "/samspil")
        assert done.returncode == 0, done.stderr
        url = f"http://127.0.0.1:{demo.port}"
        assert URL.findall(done.stdout) == [url + "/samspil"]
        assert get(url + "/other/x") == (200, "another application")
        assert get(url + "/x.css")[0] == 410
        assert get(url + "/samspil/static/samspil.css")[0] == 200
        assert get(url + "/samspil/health")[0] == 200
        assert get(url + "/samspilother")[0] == 404
    finally:
        os.remove(demo.folder + "/conf/server.d/neighbour.conf")


def test_two_side_by_side(demo, make_demo):
    other = make_demo()
    done = other.up("--base-path", "/x")
    assert done.returncode == 0, done.stderr
    assert demo("status").returncode == 0 and other("status").returncode == 0
    assert other("down").returncode == 0
    assert demo("status").returncode == 0


def test_a_taken_port(make_demo):
    demo = make_demo()
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", demo.port))
        holder.listen()
        done = demo.up()
    assert done.returncode == 1
    assert f"port {demo.port} is taken" in done.stderr and "--port" in done.stderr
    assert not any(demo.parts().values())


def test_words_that_make_no_sense(make_demo):
    demo = make_demo()
    assert demo("up", "--port", "http").returncode == 1
    assert demo("up", "--base-path", "x y").returncode == 1
    assert demo("fly").returncode == 2
    assert demo("status").returncode == 1
    assert "conf/demo up" in demo("status").stderr


@pytest.fixture
def ordinary(make_demo):
    """A demo of somebody who is not root."""
    if os.getuid() != 0:
        return make_demo()
    nobody = pwd.getpwnam("nobody")
    demo = make_demo(["setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"])
    os.chown(demo.folder, nobody.pw_uid, nobody.pw_gid)
    if subprocess.run([*demo.as_user, "test", "-r", TOP + "/conf/demo"], check=False).returncode != 0:
        pytest.skip("the project lies where only root can read it")
    return demo


def test_as_an_ordinary_user(ordinary):
    done = ordinary.up()
    assert done.returncode == 0, done.stderr
    assert ordinary("status").returncode == 0
    assert get(f"http://127.0.0.1:{ordinary.port}/health")[0] == 200
    assert ordinary("down").returncode == 0
    assert not any(ordinary.parts().values())


def fake(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="ascii") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, 0o755)


def test_missing_packages_are_told(ordinary, tmp_path):
    """An ordinary user is told which packages are missing, and the command."""
    tmp_path.chmod(0o755)
    for parent in list(tmp_path.parents)[:2]:
        parent.chmod(0o755)
    fake(tmp_path, "dpkg-query", "/usr/bin/dpkg-query \"$@\" | grep -vE ' (slapd|spawn-fcgi)$'\n")
    done = ordinary("up", env={"PATH": f"{tmp_path}:{os.environ['PATH']}"})
    assert done.returncode == 1
    assert "packages are missing: slapd spawn-fcgi" in done.stderr
    assert "apt-get install --no-install-recommends slapd spawn-fcgi" in done.stderr


@pytest.mark.skipif(os.getuid() != 0, reason="only root installs packages")
def test_missing_packages_are_installed(make_demo, tmp_path):
    """Root gets them, and no service is started on the way."""
    fake(tmp_path, "dpkg-query", "/usr/bin/dpkg-query \"$@\" | grep -vE ' (slapd|spawn-fcgi)$'\n")
    fake(tmp_path, "apt-get", f"echo \"$@\" >>{tmp_path}/log; ls /usr/sbin/policy-rc.d >>{tmp_path}/log\n")
    was_there = os.path.exists("/usr/sbin/policy-rc.d")
    demo = make_demo()
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", demo.port))
        holder.listen()
        demo("up", "--port", str(demo.port), env={"PATH": f"{tmp_path}:{os.environ['PATH']}"})
    log = (tmp_path / "log").read_text()
    assert "install -qq -y --no-install-recommends slapd spawn-fcgi" in log
    assert "/usr/sbin/policy-rc.d" in log
    assert os.path.exists("/usr/sbin/policy-rc.d") == was_there
