"""What happens when a part of the house is away, slow or stopped in the middle; and that nothing typed is lost."""

import os
import signal
import subprocess
import time

import pytest

import walk


@pytest.fixture
def mads(sign_in):
    return sign_in("mads.sb")


def until(what, seconds=20):
    """Wait for it: the system recovers by itself, not by us."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.2)
    return False


def test_database_away(stack, base_url, mads):
    page = mads.get("/citizens")
    form = page.form("citizen")
    cpr = walk.new_cpr(stack)
    pairs = mads.fill(form, {"cpr": cpr, "name": "Under Afbrydelse", "benefit-type": "kontanthjaelp"})
    stack.stop("mariadb")
    try:
        for path in ("/", "/citizens", "/sign-in"):
            page = mads.send(path)
            assert page.status == 503 and page.headers["Retry-After"], path
            error = page.one("//p:error")
            assert error.get("key") == "away" and len(error.get("reference")) == 8
        refused = mads.send(form.get("action"), pairs)
        assert refused.status == 503
        health = mads.send("/health")
        assert health.status == 503 and health.one("//p:health").get("ready") == "no"
        assert health.one("//p:check[@name='database']").get("state") == "away"
        html = mads.html("/")
        assert html.status == 503 and 'lang="da"' in html.text and "<h1" in html.text
    finally:
        stack.start("mariadb")
    assert until(lambda: mads.send("/health").status == 200)
    assert stack.sql("SELECT COUNT(*) FROM citizen WHERE name = 'Under Afbrydelse'") == [["0"]]
    # The same form, sent again, is carried out; and once more: still one row.
    assert mads.send(form.get("action"), pairs).status == 303
    assert mads.send(form.get("action"), pairs).status == 303
    assert stack.sql("SELECT COUNT(*) FROM citizen WHERE name = 'Under Afbrydelse'") == [["1"]]
    stack.sql("DELETE FROM benefit_period WHERE citizen_id = (SELECT id FROM citizen WHERE name = 'Under Afbrydelse')")
    stack.sql("DELETE FROM citizen_cpr WHERE citizen_id = (SELECT id FROM citizen WHERE name = 'Under Afbrydelse')")
    stack.sql("DELETE FROM citizen WHERE name = 'Under Afbrydelse'")


def test_directory_away(stack, client, mads):
    password = stack.users["sofie.sb"]["password"]
    stack.stop("slapd")
    try:
        assert mads.get("/").status == 200, "who is signed in works on"
        page = client.sign_in("sofie.sb", password)
        assert page.status == 503
        assert page.one("//p:form[@name='sign-in']/p:field[@name='username']/p:value").text == "sofie.sb"
        assert password not in page.text
    finally:
        stack.start("slapd")
    assert until(lambda: client.sign_in("sofie.sb", password).status == 200)
    assert stack.sql("SELECT COUNT(*) FROM staff WHERE NOT active AND uid IN ('mads.sb', 'sofie.sb')") == [["0"]]


def test_dead_connections_are_opened_again(stack, mads):
    for _ in range(3):
        # The sessions tool comes and goes by itself.
        for row in stack.sql("SELECT id FROM information_schema.processlist WHERE user LIKE 'samspil_%' AND user <> 'samspil_sessions'"):
            stack.sql(f"KILL {row[0]}")
        assert mads.get("/").status == 200


def parent(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        return int(file.read().rpartition(")")[2].split()[1])


def workers(stack, program):
    """Those that answer: not the first process, which looks after them."""
    done = subprocess.run(["pgrep", "-f", f"{stack.folder}/installed/libexec/samspil/samspil-{program} "], stdout=subprocess.PIPE, text=True)
    pids = []
    for pid in done.stdout.split():
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                if file.read().split(b"\0")[0].endswith(b"samspil-" + program.encode()):
                    pids.append((int(pid), parent(pid)))
        except FileNotFoundError:
            pass  # it ended in between
    return [pid for pid, above in pids if above in dict(pids)]


def test_stopped_workers_finish_and_are_replaced(stack, mads):
    before = workers(stack, "portal")
    assert before
    # A row lock holds the request; SIGTERM comes while it waits, and it is answered all the same.
    page = mads.get("/citizens")
    form = page.form("citizen")
    cpr = walk.new_cpr(stack)
    pairs = mads.fill(form, {"cpr": cpr, "name": "Mens Den Stopper", "benefit-type": "kontanthjaelp"})
    holder = subprocess.Popen(["mariadb", "--no-defaults", "--socket", stack.folder + "/run/mariadb.sock", "samspil", "-e",
                               f"BEGIN; SELECT * FROM citizen_cpr WHERE cpr = '{cpr}' FOR UPDATE; DO SLEEP(1.5); ROLLBACK"],
                              stdout=subprocess.DEVNULL)
    time.sleep(0.4)
    killer = subprocess.Popen(["sh", "-c", "sleep 0.4; kill -TERM " + " ".join(map(str, before))])
    assert mads.send(form.get("action"), pairs).status == 303
    killer.wait()
    holder.wait()
    assert until(lambda: not set(before) & set(workers(stack, "portal")))
    assert until(lambda: workers(stack, "portal"))
    assert mads.get("/").status == 200
    assert stack.sql("SELECT COUNT(*) FROM citizen WHERE name = 'Mens Den Stopper'")[0][0] in ("1", "2")


def test_killed_workers_are_replaced(stack, mads):
    for pid in workers(stack, "portal"):
        os.kill(pid, signal.SIGKILL)
    assert until(lambda: mads.send("/").status == 200)


def test_wrong_arguments_start_nothing(stack):
    program = f"{stack.folder}/installed/libexec/samspil/samspil-portal"
    for wrong in (["--workers"], ["--workers", "0"], ["--workers", "4x"], ["--workers", "201"], ["--other"]):
        done = subprocess.run([program, *wrong], capture_output=True, text=True, check=False)
        assert done.returncode == 2 and done.stderr.startswith("usage: samspil-portal "), wrong


def test_typed_text_survives_the_end_of_the_session(stack, mads, sign_in, base_url):
    page = mads.get("/citizens")
    form = page.form("citizen")
    pairs = mads.fill(form, {"cpr": "310463-1001", "name": "Et Navn Der Blev Skrevet", "benefit-type": "kontanthjaelp"})
    stack.sql("UPDATE session SET ended_at = NOW() WHERE uid = 'mads.sb' AND ended_at IS NULL")
    answer = mads.send(form.get("action"), pairs)
    assert answer.status == 303 and "/sign-in" in answer.headers["Location"]
    mads.get(answer.headers["Location"])
    page = mads.submit("sign-in", {"username": "mads.sb", "password": stack.users["mads.sb"]["password"]})
    assert page.status == 200 and page.notices() == ["kept"], page.text
    value = page.one("//p:form[@name='citizen']/p:field[@name='name']/p:value").text
    assert value == "Et Navn Der Blev Skrevet"
    # It was typed by Mads: nobody else finds it, whoever signs in at his screen.
    page = mads.get("/citizens")
    form = page.form("citizen")
    pairs = mads.fill(form, {"cpr": "310463-1001", "name": "Et Navn Til", "benefit-type": "kontanthjaelp"})
    stack.sql("UPDATE session SET ended_at = NOW() WHERE uid = 'mads.sb' AND ended_at IS NULL")
    mads.get(mads.send(form.get("action"), pairs).headers["Location"])
    page = mads.submit("sign-in", {"username": "sofie.sb", "password": stack.users["sofie.sb"]["password"]})
    assert page.status == 200 and "Et Navn Til" not in page.text


def test_logs_hold_no_personal_data(stack, mads):
    """Whoever was shown, sought or typed here stands in no log of the programs, and in no address."""
    mads.get("/citizens")
    mads.submit("citizen", {"cpr": "154457-4545", "name": "Renata Logprøve", "benefit-type": "kontanthjaelp"})
    mads.get("/citizens/1")
    for name in os.listdir(stack.folder + "/log"):
        if name.endswith(".log") and not name.startswith(("mariadb", "up")):
            with open(f"{stack.folder}/log/{name}", encoding="utf-8", errors="replace") as file:
                text = file.read()
            for word in ("Logprøve", "154457", "Karensen", "250380", *[user["password"] for user in stack.users.values()]):
                assert word not in text, f"{word} in {name}"


def test_signing_in_again_in_another_tab_loses_nothing(stack, mads):
    page = mads.get("/citizens")
    form = page.form("citizen")
    pairs = mads.fill(form, {"cpr": "310463-1001", "name": "Skrevet Før", "benefit-type": "kontanthjaelp"})
    mads.get("/")
    mads.submit("sign-out")
    mads.sign_in("mads.sb", stack.users["mads.sb"]["password"])
    # A browser says where the form came from; what only a stranger could send is refused without a look.
    page = mads.send(form.get("action"), pairs, headers={"Sec-Fetch-Site": "same-origin"})
    assert page.status == 403 and page.notices() == ["expired"]
    assert page.one("//p:form[@name='citizen']/p:field[@name='name']/p:value").text == "Skrevet Før"
    assert mads.send(form.get("action"), pairs).all("//p:error[@key='expired']")
    assert mads.send(form.get("action"), pairs, headers={"Sec-Fetch-Site": "cross-site"}).all("//p:error[@key='denied']")


def test_a_busy_database_loses_nothing(stack, mads):
    page = mads.get("/citizens/2")
    form = page.form("citizen-details")
    number = form.find("p:field[@name='phone']", {"p": "urn:samspil:page:1"}) is not None
    assert number
    pairs = mads.fill(form, {"phone": "12345678"})
    holder = subprocess.Popen(["mariadb", "--no-defaults", "--socket", stack.folder + "/run/mariadb.sock", "samspil", "-e",
                               "BEGIN; SELECT * FROM citizen WHERE id = 2 FOR UPDATE; DO SLEEP(14); ROLLBACK"], stdout=subprocess.DEVNULL)
    time.sleep(0.4)
    page = mads.send(form.get("action"), pairs)
    holder.kill()
    holder.wait()
    assert page.status == 503 and page.headers["Retry-After"]
    assert page.one("//p:form[@name='citizen-details']/p:field[@name='phone']/p:value").text == "12345678"


def test_lists_are_not_shown_as_of_a_day_gone(mads):
    """The relations of that day would let one see again whom one may no longer see."""
    for path in ("/?as-of=2026-01-01", "/plan?as-of=2026-01-01", "/sign-in?as-of=2026-01-01", "/citizens/2?as-of=1960-01-01",
                 "/citizens/2?as-of=2060-01-01", "/citizens/2?as-of=2031-01-01", "/citizens/2?as-of=999-01-01T00:00:00Z"):
        assert mads.send(path).status == 400, path


def test_people_whose_names_differ_by_an_accent_are_two(stack):
    stack.sql("INSERT INTO staff (uid, name) VALUES ('mads.sb ', 'En Anden') ON DUPLICATE KEY UPDATE name = name")
    before = stack.sql("SELECT COUNT(*) FROM staff")[0][0]
    stack.sql("INSERT INTO staff (uid, name) VALUES ('måds.sb', 'En Tredje')")
    assert int(stack.sql("SELECT COUNT(*) FROM staff")[0][0]) == int(before) + 1
    stack.sql("DELETE FROM staff WHERE uid = 'måds.sb'")
