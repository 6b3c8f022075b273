"""
The HTTP tests run against one demo that is served under two prefixes: tests/stack /usr/bin/python3 -m pytest tests/http

What is about addresses runs under both; every other test under one of them, always the same.  --both-prefixes runs all under both.
"""

import os
import zlib

import pytest

from samspil import Client, Stack


ABOUT_ADDRESSES = ("test_edge.py", "test_sign_in.py", "test_walk.py", "test_home.py")


def pytest_addoption(parser):
    parser.addoption("--both-prefixes", action="store_true", help="run every test under both prefixes")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--both-prefixes"):
        return
    kept, left_out = [], []
    for item in items:
        prefix = getattr(item, "callspec", None) and item.callspec.params.get("base_url")
        mine = "/" if zlib.crc32(item.nodeid.split("[")[0].rpartition("/")[2].encode()) % 2 else "/samspil"
        other = prefix is not None and prefix != mine and item.path.name not in ABOUT_ADDRESSES
        (left_out if other else kept).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def stack():
    folder = os.environ.get("SAMSPIL_STACK")
    if not folder:
        pytest.exit("no demo is running: tests/run http, or tests/stack /usr/bin/python3 -m pytest tests/http", 2)
    return Stack(folder)


@pytest.fixture(params=["/", "/samspil"])
def base_url(request, stack):
    """The address of Samspil under a prefix."""
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
