"""The example departments: what their layers change is what their golden files say, and every other page stays as it is.

SAMSPIL_TEST_BUILD and SAMSPIL_ACCEPT as in test_pages.py.
"""
import os
import subprocess

import pytest
from test_pages import BUILD, GOLDEN, TOP, XSLT, language, lines

DEPARTMENTS = sorted(path for path in (XSLT / "departments").iterdir() if path.is_dir())
LAYERS = sorted(path for folder in DEPARTMENTS for path in folder.glob("*.xsl"))


def samples(program):
    return sorted((XSLT / "samples").glob(f"{program}-*.xml"))


def render(out, pages, *options):
    for lang in ("da", "en"):
        some = [page for page in pages if language(page) == lang]
        if some:
            done = subprocess.run([BUILD / "tests/xslt/render", *options, XSLT, lang, out, *some, some[-1]], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def rendered(tmp_path_factory):
    """By layer: the folder with its pages, and the one with the shipped ones."""
    found = {}
    for layer in LAYERS:
        own, shipped = tmp_path_factory.mktemp("layer"), tmp_path_factory.mktemp("shipped")
        render(own, samples(layer.stem), "--layer", layer.parent)
        render(shipped, samples(layer.stem))
        found[layer] = own, shipped
    return found


def name(layer):
    return f"{layer.parent.name}-{layer.stem}"


@pytest.mark.parametrize("layer", LAYERS, ids=name)
def test_golden(rendered, layer):
    """Pages that differ from the shipped ones have a golden file, the others have none."""
    own, shipped = rendered[layer]
    golden = GOLDEN / "departments" / layer.parent.name
    changed = {page.stem: lines((own / f"{page.stem}.html").read_text()) for page in samples(layer.stem)
               if (own / f"{page.stem}.html").read_bytes() != (shipped / f"{page.stem}.html").read_bytes()}
    assert changed, "the layer changes nothing"
    if os.environ.get("SAMSPIL_ACCEPT"):
        golden.mkdir(parents=True, exist_ok=True)
        for old in golden.glob(f"{layer.stem}-*.html"):
            old.unlink()
        for stem, text in changed.items():
            (golden / f"{stem}.html").write_text(text)
    assert changed == {path.stem: path.read_text() for path in golden.glob(f"{layer.stem}-*.html")}


def test_there_are_two_departments_of_a_few_dozen_lines():
    assert len(DEPARTMENTS) >= 2
    for layer in LAYERS:
        assert len(layer.read_text().splitlines()) <= 80, layer


def test_vnu(rendered):
    pages = [page for own, _ in rendered.values() for page in sorted(own.glob("*.html"))]
    done = subprocess.run(["java", "-jar", TOP / "tests/node_modules/vnu-jar/build/dist/vnu.jar", "--format", "gnu", *pages],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr.strip(), done.stderr
