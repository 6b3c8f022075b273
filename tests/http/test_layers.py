"""Some of each class of the corpus of bad layers, in use on a real page, as if nobody had checked them."""

import pathlib

import pytest

from test_views import course, view  # noqa: F401 (fixtures)

CORPUS = pathlib.Path(__file__).resolve().parents[1] / "data/stylesheets"
SAMPLES_OF_A_CLASS = 2
# What these cost grows with the page: on a small one they are only strange.
GROWING = {"keys", "number-formats", "quadratic-xpath", "sorts", "variables"}


def samples():
    """(file, line or None) of layers that fail on any page of a course; text that a column can hold."""
    taken = {}
    for line in (CORPUS / "manifest.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        file, program, _, _, place, run, _ = line.split("\t")
        name = file.split("/")[0]
        some = taken.setdefault(name, [])
        if name in GROWING and run == "fails":
            continue
        if program != "plan" or run not in ("fails", "line") or len(some) >= SAMPLES_OF_A_CLASS or not (CORPUS / file).exists():
            continue
        text = (CORPUS / file).read_bytes()
        try:
            fine = text and "\0" not in text.decode() and b'match="p:page" mode="foot.after"' in text
        except UnicodeDecodeError:
            fine = False
        if fine:
            some.append((file, place if run == "line" else None))
    return [sample for some in taken.values() for sample in some]


@pytest.mark.parametrize("file, line", samples())
def test_a_bad_layer_costs_its_look_alone(stack, view, sign_in, course, file, line):  # noqa: F811
    sheet = (CORPUS / file).read_text().replace("@CANARY@", "/etc/hostname").replace("@DIR@", stack.folder).replace("@PORT@", "1")
    version = view.activate(sheet)
    client = sign_in("psy.eva")
    page = client.html(f"/plan/{course}")
    assert page.status == 200 and 'data-keep="fallback"' in page.text and '<main id="main"' in page.text and "<h1" in page.text
    (name, where, reason, reference), = view.failures(version)
    assert name == "overview" and reason and (line is None or where == line)
    lines = [row for program in ("plan", "plan@samspil") for row in stack.log(program).splitlines() if reference in row]
    assert any('"event":"stylesheet-failure"' in row for row in lines)
    # Whoever is in a hurry has the shipped look, and the next layer finds a renderer.
    shipped = client.html(f"/plan/{course}?stylesheet=default")
    assert shipped.status == 200 and 'data-keep="fallback"' not in shipped.text


def test_there_are_enough():
    classes = {file.split("/")[0] for file, _ in samples()}
    assert len(samples()) >= 40 and len(classes) >= 20
