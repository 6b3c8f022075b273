"""A stranger on a program's socket: whoever is not nginx gets nothing, and whatever is sent, the program goes on."""

import os
import stat

import pytest

from fastcgi import PARAMS, STDIN, begin, pair, record, request, status, talk


@pytest.fixture
def path(stack):
    return stack.folder + "/run/root/portal.sock"


@pytest.fixture
def secret(stack):
    with open(stack.folder + "/conf/edge.secret", encoding="ascii") as file:
        return file.read().strip()


def parameters(secret, **changes):
    return list({"SAMSPIL_EDGE": secret, "REQUEST_METHOD": "GET", "REQUEST_URI": "/sign-in", "CONTENT_LENGTH": "",
                 "REMOTE_ADDR": "127.0.0.1", "HTTP_ACCEPT": "application/xml", **changes}.items())


def test_sockets_are_shut_to_others(stack):
    for folder in ("root", "samspil"):
        for name in os.listdir(f"{stack.folder}/run/{folder}"):
            mode = os.stat(f"{stack.folder}/run/{folder}/{name}").st_mode
            assert stat.S_ISSOCK(mode) and stat.S_IMODE(mode) == 0o660, name


def test_nginx_is_let_in(path, secret):
    answer = talk(path, request(parameters(secret)))
    assert status(answer) == 200 and 'name="sign-in"' in answer


@pytest.mark.parametrize("wrong", ["", "x", "0" * 48, None])
def test_without_the_secret(path, secret, wrong):
    """No secret, a wrong one, a right one of another length: no page, nor a word of one."""
    given = [one for one in parameters(secret, SAMSPIL_EDGE=wrong) if one[1] is not None]
    answer = talk(path, request(given))
    assert status(answer) in (400, 403)
    assert "sign-in" not in answer and secret not in answer


HOSTILE = {
    "nothing": b"",
    "an end after the beginning": begin(),
    "no parameters": begin() + record(PARAMS) + record(STDIN),
    "half a record": begin() + record(PARAMS, pair("A", "b"))[:5],
    "a record of no type": begin() + record(255, b"x" * 100),
    "a name of two gigabytes": begin() + record(PARAMS, b"\xff\xff\xff\xff\xff\xff\xff\xffx") + record(PARAMS) + record(STDIN),
    "another version": b"\x09" + request([("A", "b")])[1:],
    "noise": bytes(range(256)) * 16,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_the_program_goes_on(path, secret, what):
    try:
        talk(path, HOSTILE[what], half=True)
    except OSError:
        pass
    for _ in range(4):
        assert status(talk(path, request(parameters(secret)))) == 200


@pytest.mark.parametrize("length", ["-1", "1e3", "99999999999999999999", "5x", "7", " 3"])
def test_a_body_of_another_length(path, secret, length):
    """The length that was told and the bytes that came must agree."""
    answer = talk(path, request(parameters(secret, REQUEST_METHOD="POST", CONTENT_LENGTH=length,
                                           CONTENT_TYPE="application/x-www-form-urlencoded"), b"a=b"), half=True)
    assert status(answer) in (400, 403, 413)


def test_a_parameter_twice(path, secret):
    """The first one counts or the request is refused; a second address never overrules nginx's."""
    twice = parameters(secret) + [("REQUEST_URI", "/citizens"), ("SAMSPIL_EDGE", "x")]
    answer = talk(path, request(twice))
    assert status(answer) in (200, 400)
    assert "citizens" not in answer
