"""Guessing passwords, and where signing in leads."""

import concurrent.futures
import re
import time
import urllib.parse

import pytest

from samspil import Client


@pytest.fixture(autouse=True)
def forgotten(stack):
    """Failures of one test must not slow another one."""
    stack.sql("DELETE FROM sign_in_failure")
    yield
    stack.sql("DELETE FROM sign_in_failure")


def guess(url, uid, password):
    client = Client(url)
    return client.sign_in(uid, password)


def test_unknown_and_wrong_are_told_the_same(client, base_url):
    answers = []
    for uid in ("spl.nils", "nobody.at-all"):
        page = guess(base_url, uid, "not the password")
        assert page.status == 422
        assert page.errors() == {"password": "sign-in-refused"}
        assert page.one("//p:field[@name = 'username']/p:value").text == uid
        assert not page.all("//p:field[@name = 'password']/p:value")
        answers.append(re.sub(r"<(token|once)>[^<]*|<value>[^<]*", "", page.text))
    assert answers[0] == answers[1]


def test_the_fourth_guess_waits_and_the_owner_comes_in_again(stack, base_url):
    password = stack.users["spl.nils"]["password"]
    for uid in ("spl.nils", "SPL.Nils", " spl.nils "):
        assert guess(base_url, uid, "not the password").status == 422
    for word in ("not the password", password):
        page = guess(base_url, "spl.nils", word)
        assert page.status == 429
        assert int(page.headers["Retry-After"]) > 0
        assert page.notices() == ["sign-in-throttled"]
        assert page.one("//p:field[@name = 'username']/p:value").text == "spl.nils"
    stack.sql("UPDATE sign_in_failure SET at = at - INTERVAL 6 SECOND")
    assert guess(base_url, "spl.nils", password).all("/p:page/p:user")


def test_many_guesses_at_once_are_counted(stack):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda n: guess(stack.urls[0], "psy.eva", f"guess {n}"), range(24)))
    assert {page.status for page in pages} <= {422, 429}
    assert sum(page.status == 422 for page in pages) <= 3


def test_no_quarter_of_an_hour_takes_more_than_ten(stack):
    account = "SHA2(CONCAT('account', CHAR(0), 'vh.bent'), 256)"
    stack.sql("INSERT INTO sign_in_failure (account, address, at) SELECT " + account +
              ", '192.0.2.1', NOW() - INTERVAL 800 SECOND FROM seq_1_to_10")
    assert guess(stack.urls[0], "vh.bent", stack.users["vh.bent"]["password"]).status == 429
    stack.sql("UPDATE sign_in_failure SET at = at - INTERVAL 101 SECOND")
    assert guess(stack.urls[0], "vh.bent", stack.users["vh.bent"]["password"]).all("/p:page/p:user")


@pytest.mark.parametrize("wanted, reached", [
    ("/citizens", "/citizens"), ("/citizens/1", "/citizens/1"), ("//evil.example", "/"), ("https://evil.example", "/"),
    ("/\\evil.example", "/"), ("/%2fevil.example", "/"), ("/../x", "/"), ("", "/"),
])
def test_signing_in_leads_nowhere_else(stack, client, wanted, reached):
    page = client.get("/sign-in?next=" + urllib.parse.quote(wanted))
    pairs = client.fill(page.form("sign-in"), {"username": "mads.sb", "password": stack.users["mads.sb"]["password"]})
    answer = client.send("/sign-in", pairs)
    assert (answer.status, answer.headers["Location"]) == (303, client.prefix + reached)
    client = Client(client.url)
    page = client.get("/sign-in")
    pairs = client.fill(page.form("sign-in"), {"username": "mads.sb", "password": stack.users["mads.sb"]["password"], "next": wanted})
    answer = client.send("/sign-in", pairs)
    assert (answer.status, answer.headers["Location"]) == (303, client.prefix + reached)


def test_who_is_signed_in_is_not_asked_again(sign_in):
    client = sign_in("mads.sb")
    answer = client.send("/sign-in")
    assert (answer.status, answer.headers["Location"]) == (303, client.prefix + "/")


def test_signing_in_changes_the_cookie_and_signing_out_ends_it(sign_in, base_url):
    before = Client(base_url)
    before.get("/sign-in")
    client = sign_in("sofie.sb")
    cookie = {item.name: item.value for item in client.cookies}
    assert not set(cookie.values()) & {item.value for item in before.cookies}
    stolen = "; ".join(f"{name}={value}" for name, value in cookie.items())
    assert Client(base_url).send("/", headers={"Cookie": stolen}).status == 200
    pairs = client.fill(client.page.form("sign-out"), {})
    answer = client.send("/sign-out", pairs)
    assert answer.status == 303 and '"storage"' in answer.headers["Clear-Site-Data"]
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert Client(base_url).send("/", headers={"Cookie": stolen}).status == 303


def test_a_password_goes_through_as_it_is(stack):
    """Spaces at its ends and a thousand characters come to the directory: they are wrong, not malformed."""
    for word in (" " + stack.users["bf.tina"]["password"], "æ" * 1000):
        assert guess(stack.urls[0], "bf.tina", word).status == 422


def test_without_the_directory(stack):
    url = stack.urls[0]
    inside = Client(url)
    assert inside.sign_in("mads.sb", stack.users["mads.sb"]["password"]).status == 200
    stack.stop("slapd")
    try:
        begun = time.monotonic()
        page = guess(url, "sofie.sb", stack.users["sofie.sb"]["password"])
        assert time.monotonic() - begun < 5
        assert page.status == 503 and page.notices() == ["directory-away"]
        assert page.one("//p:field[@name = 'username']/p:value").text == "sofie.sb"
        assert inside.get("/").status == 200
        assert stack.sql("SELECT COUNT(*) FROM sign_in_failure") == [["0"]]
        assert stack.sql("SELECT COUNT(*) FROM staff WHERE NOT active") == [["0"]]
        health = wait_for_health(url, 503)
        assert health.one("//p:check[@name='directory']").get("state") == "away"
        assert health.one("//p:health").get("ready") == "no" and health.one("//p:health").get("alive") == "yes"
    finally:
        stack.start("slapd")
    assert guess(url, "sofie.sb", stack.users["sofie.sb"]["password"]).all("/p:page/p:user")
    assert wait_for_health(url, 200).one("//p:health").get("ready") == "yes"


def wait_for_health(url, status):
    """A worker asks the directory once in ten seconds."""
    for _ in range(30):
        page = Client(url).send("/health")
        if page.status == status:
            return page
        time.sleep(0.5)
    raise AssertionError(f"/health says {page.status}: {page.text}")


def test_health_tells_what_it_looked_at(base_url):
    health = wait_for_health(base_url, 200).one("//p:health")
    assert health.get("alive") == "yes"
    assert [check.get("name") for check in health] == ["database", "schema", "directory"]
