"""The configuration is whole, the snippet fits every prefix, the units are strict."""

import configparser
import os
import re
import shutil
import subprocess

import pytest

from conftest import TOP

ASKED = re.compile(r'(?:conf_(?:text|flag|number|secret)|conf_secret)\((?:[^,"]+, )+"([a-z]+)",\s*"([a-z-]+)"')


def documented():
    """Every key of samspil.conf.in, those that are commented out too, as (section, key)."""
    found, section = set(), None
    with open(TOP + "/conf/samspil.conf.in", encoding="utf-8") as file:
        for line in file:
            if head := re.match(r"\[([a-z]+)\]$", line):
                section = head[1]
            elif key := re.match(r";?([a-z-]+) =", line):
                found.add((section, key[1]))
    return found


def asked():
    """Every key that the code asks for."""
    found = set()
    for folder, _, names in os.walk(TOP + "/src"):
        for name in names:
            if name.endswith(".c"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    found |= set(ASKED.findall(file.read()))
    return {key for key in found if key[0] in {section for section, _ in documented()}}


def plain(keys):
    """A secret may stand in its file or in its place."""
    return {(section, key.removesuffix("-file") if "password" in key or "secret" in key else key) for section, key in keys}


def test_every_key_is_documented():
    keys = asked()
    assert ("site", "base-path") in keys and ("database", "hosts") in keys
    assert plain(keys) - plain(documented()) == set()


def test_every_documented_key_is_asked_for():
    sections = {"site", "database", "migrate"}
    assert {key for key in plain(documented()) if key[0] in sections} - plain(asked()) == set()


def test_the_configuration_is_read_whole():
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#", ";"))
    parser.read(TOP + "/conf/samspil.conf.in", encoding="utf-8")
    assert set(parser["departments"]) >= {"jobcenter", "sundhedscenter", "voksenhandicap", "boern-familie", "extern", "it"}
    assert set(parser["roles"]) == {"caseworker", "team-leader", "provider", "physiotherapist", "nurse", "psychologist", "adviser",
                                    "editor", "operator", "evaluator", "economist"}


def snippet(*words):
    return subprocess.run(["sh", TOP + "/conf/nginx/samspil-nginx.in", "--template", TOP + "/conf/nginx/samspil.conf.in",
                           "--share", "/usr/share/samspil", *words],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("base", ["/", "/samspil", "/a/b-c", "/samspil/"])
def test_the_snippet_is_good_nginx(base, tmp_path):
    (tmp_path / "edge").write_text('fastcgi_param SAMSPIL_EDGE "x";\n')
    done = snippet("--base-path", base, "--edge", str(tmp_path / "edge"))
    assert done.returncode == 0
    assert "@" not in done.stdout
    (tmp_path / "snippet.conf").write_text(done.stdout)
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\n" + "".join(
            f"{name}_temp_path {tmp_path}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) +
        f"access_log off;\nserver {{ listen unix:{tmp_path}/sock; location /other/ {{ return 204; }}\n"
        f"include {tmp_path}/snippet.conf; }}\n}}\n")
    test = subprocess.run(["nginx", "-t", "-p", str(tmp_path), "-e", "stderr", "-c", str(tmp_path / "nginx.conf")],
                          stderr=subprocess.PIPE, text=True)
    assert test.returncode == 0, test.stderr
    assert "[warn]" not in test.stderr.replace('the "user" directive', ""), test.stderr


@pytest.mark.parametrize("base", ["samspil", "/a b", "/a;b", "//", "/æ", "/x{", "/a//b"])
def test_no_snippet_for_a_bad_prefix(base):
    assert snippet("--base-path", base).returncode == 2


def test_secrets_are_made_once(tmp_path):
    """Each in a file of its own that nobody else can read; a second run changes none."""
    grants = tmp_path / "grants"
    grants.mkdir()
    for name in ("plan", "portal"):
        (grants / f"{name}.sql").touch()
    folder = tmp_path / "conf"
    words = ["sh", TOP + "/conf/samspil-secrets.in", "--grants", str(grants), str(folder)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    first = {file.name: file.read_text() for file in folder.iterdir()}
    assert set(first) == {"edge.secret", "edge.nginx", "db-plan.secret", "db-portal.secret"}
    assert first["edge.nginx"] == f'fastcgi_param SAMSPIL_EDGE "{first["edge.secret"].strip()}";\n'
    assert len({first[name] for name in first if name.endswith(".secret")}) == 3
    assert all(re.fullmatch("[0-9a-f]{48}\n", first[name]) for name in first if name.endswith(".secret"))
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())
    assert subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout == b""
    assert {file.name: file.read_text() for file in folder.iterdir()} == first


def test_hsts_only_with_https():
    assert "max-age=31536000" in snippet("--https", "yes").stdout
    assert "max-age=31536000" not in snippet("--https", "no").stdout


def test_the_snippet_knows_every_program():
    with open(TOP + "/Makefile.am", encoding="utf-8") as file:
        built = set(re.findall(r"^libexec_PROGRAMS \+= samspil-([a-z]+)", file.read(), re.M)) - {"pdf", "render"}
    routed = set(re.search(r"/\(([a-z|]+)\)\(/\|\$\)", snippet().stdout)[1].split("|")) | {"portal"}
    assert routed == built


def test_units(demo, tmp_path):
    """systemd-analyze has nothing to say (it ends with 0 on warnings), and they are shut tight."""
    shutil.copytree(demo.folder + "/installed/lib/systemd/system", tmp_path / "units")
    units = tmp_path / "units"
    for kind in ("service", "socket"):
        template = units / f"samspil@.{kind}"
        for name in ("portal", "plan"):
            shutil.copy(template, units / f"samspil@{name}.{kind}")
        template.unlink()
    names = sorted(str(unit) for unit in units.iterdir() if unit.is_file())
    assert len(names) >= 6
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", *names], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0 and done.stdout == ""
    for name in names:
        if name.endswith(".service"):
            done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=30", name],
                                  stdout=subprocess.PIPE, text=True)
            assert done.returncode == 0, done.stdout


def test_what_is_installed(demo):
    """Where an operator looks for it."""
    for name in ("etc/samspil/samspil.conf", "etc/nginx/snippets/samspil.conf", "sbin/samspil-nginx", "sbin/samspil-migrate",
                 "share/samspil/nginx/samspil.conf.in", "share/samspil/sql/0001-house.sql", "share/samspil/static/error-503.html",
                 "share/samspil/xslt/schema/page.rng", "share/samspil/questionnaires/shared.xml",
                 "libexec/samspil/samspil-portal"):
        assert os.path.isfile(f"{demo.folder}/installed/{name}"), name
    with open(demo.folder + "/installed/etc/samspil/samspil.conf", encoding="utf-8") as file:
        assert not re.search("@[A-Z_]+@", file.read())


def test_the_renderer_may_close_itself_under_the_units():
    """What samspil-render and samspil-pdf need is in none of systemd's sets that the unit allows: it is named, after what takes it away."""
    unit = open(os.path.join(TOP, "conf/systemd/samspil@.service.in"), encoding="utf-8").read()
    filters = [line.partition("=")[2].split() for line in unit.splitlines() if line.startswith("SystemCallFilter=")]
    assert filters[-1] == ["seccomp", "sched_setscheduler", "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"]
