"""What nginx answers by itself, and what it passes on."""

import http.client
import urllib.parse

import pytest

HEADERS = {
    "Content-Security-Policy":
        "default-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def check_headers(page):
    for name, value in HEADERS.items():
        assert page.headers.get_all(name) == [value], name
    assert "nginx/" not in (page.headers["Server"] or "")


def raw(client, method, target, body=None):
    """A request whose target nobody tidies on its way."""
    where = urllib.parse.urlsplit(client.url)
    connection = http.client.HTTPConnection(where.hostname, where.port, timeout=30)
    connection.putrequest(method, where.path + target, skip_accept_encoding=True)
    connection.endheaders(body)
    answer = connection.getresponse()
    answer.body = answer.read().decode()
    connection.close()
    return answer


def test_health(client):
    page = client.send("/health")
    assert page.status == 200, page.text


@pytest.mark.parametrize("name, kind", [("samspil.css", "text/css"), ("dkfds/css/dkfds.min.css", "text/css")])
def test_static_files(client, name, kind):
    page = client.send("/static/" + name)
    assert page.status == 200
    assert page.headers["Content-Type"] == kind + "; charset=utf-8"
    assert page.headers["Cache-Control"] == "public, max-age=3600"
    check_headers(page)


@pytest.mark.parametrize("path", ["/static/", "/static/nothing.css", "/static/error-413.html", "/static/../conf/settings"])
def test_static_gives_nothing_else(client, path):
    answer = raw(client, "GET", path)
    assert answer.status in (400, 404)
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


def test_static_refuses_other_methods(client):
    page = client.send("/static/samspil.css", b"x=1")
    assert page.status == 405
    check_headers(page)


@pytest.mark.parametrize("path", ["/", "/plan", "/answer"])
def test_too_large(client, path):
    page = client.send(path, b"x" * (14 * 1024 * 1024))
    assert page.status == 413
    assert "for stort" in page.text and 'lang="da"' in page.text
    assert client.prefix + "/static/samspil.css" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    check_headers(page)


@pytest.mark.parametrize("target", ["/%zz", "/%00"])
def test_broken_address(client, target):
    answer = raw(client, "GET", target)
    assert answer.status == 400
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("target", ["//", "/plan//1", "/plan/../plan", "/plan%2f1", "/./", "/plan%5c1"])
def test_the_program_sees_the_raw_address(client, target):
    """nginx would merge and decode these; the program must refuse them."""
    assert raw(client, "GET", target).status == 400


def test_a_program_that_is_away(stack, client):
    part = "screening" if client.prefix == "" else "screening@samspil"
    stack.stop(part)
    try:
        page = client.send("/screening")
        assert page.status == 503
        assert int(page.headers["Retry-After"]) > 0
        assert "svarer ikke" in page.text
        check_headers(page)
        assert client.send("/health").status == 200
    finally:
        stack.start(part)
    assert client.send("/screening").status != 503
