"""The HTTP tests run against one demo, under both of its prefixes: tests/stack /usr/bin/python3 -m pytest tests/http"""

import os

import pytest

from samspil import Client, Stack


@pytest.fixture(scope="session")
def stack():
    folder = os.environ.get("SAMSPIL_STACK")
    if not folder:
        pytest.exit("no demo is running: tests/run http, or tests/stack /usr/bin/python3 -m pytest tests/http", 2)
    return Stack(folder)


@pytest.fixture(params=["/", "/samspil"])
def base_url(request, stack):
    """The address of Samspil under each prefix; a test that asks for it runs under both."""
    return stack.urls[["/", "/samspil"].index(request.param)]


@pytest.fixture
def client(base_url):
    """Somebody who is not signed in."""
    return Client(base_url)


@pytest.fixture
def sign_in(stack, base_url):
    """sign_in("mads.sb"): a client of that person, signed in, at the first page."""

    def sign_in(uid):
        client = Client(base_url)
        page = client.sign_in(uid, stack.users[uid]["password"])
        assert page.status == 200 and page.all("/p:page/p:user[@uid = '%s']" % uid), page.text
        return client

    return sign_in
