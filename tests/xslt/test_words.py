"""What was, is and became is said in words: no key of a fact stands as text in history, difference or the whole case."""
import re
import xml.etree.ElementTree as ET

import pytest

from test_pages import PAGES, html  # noqa: F401

NS = "{urn:samspil:page:1}"
TOLD = [page for page in PAGES if page.stem.startswith("plan-history")]


def keys(page):
    """The keys that labels are for: of facts, and of what became other."""
    for node in ET.parse(page).iter():
        if node.get("words") and node.tag == NS + "fact":
            yield node.text
        elif node.get("words") and node.tag == NS + "changed":
            yield from (child.text for child in node if child.text)


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.stem)
def test_no_key_is_text(html, page):  # noqa: F811
    texts = {text.strip() for text in re.findall(r">([^<>]+)<", (html / f"{page.stem}.html").read_text().split("<main")[1])}
    wanted = set(keys(page))
    assert not texts & wanted
