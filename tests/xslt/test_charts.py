"""A chart says the same three times: in its drawing, in its words for those who do not see it, and in its table."""

import pathlib

import pytest
from lxml import etree, html

HERE = pathlib.Path(__file__).parent
P = "{urn:samspil:page:1}"
SAMPLES = [page for page in sorted((HERE.parent.parent / "xslt" / "samples").glob("*.xml")) if b"<chart " in page.read_bytes()]
NAMES = {"citizen": "Borger", "provider": "Udfører", "caseworker": "Sagsbehandler"}


def danish(iso):
    return "-".join(reversed(iso.split("-")))


def drawn(page):
    """Each chart's figure, and the table after it."""
    tree = html.fromstring((HERE / "golden" / (page.stem + ".html")).read_text(encoding="utf-8"))
    return [(figure, figure.getnext().find(".//table")) for figure in tree.iter("figure")]


@pytest.mark.parametrize("page", SAMPLES, ids=lambda page: page.stem)
def test_drawing_words_and_table_are_equal(page):
    charts = sorted(etree.parse(str(page)).getroot().iter(P + "chart"), key=lambda chart: chart.get("name") == "employment")
    figures = drawn(page)
    assert len(charts) == len(figures) > 0
    for chart, (figure, table) in zip(charts, figures):
        words = "".join(figure.find(".//desc").itertext())
        days = [danish(point.get("at")) for point in chart.find(P + "series").findall(P + "point")]
        assert [th.text_content().strip() for th in table.findall("./thead/tr/th")][1:] == days
        rows = {tr.find("th").text_content().strip(): [td.text_content().split() for td in tr.findall("td")] for tr in table.findall("./tbody/tr")}
        circles = [(mark.get("cx") or mark.get("x"), mark.get("cy") or mark.get("y")) for mark in figure.find(".//svg").iter("circle", "rect")]
        for series in chart.findall(P + "series"):
            points = series.findall(P + "point")
            values = [point.get("value") or ("ikke mulig" if point.get("impossible") else "mangler") for point in points]
            assert f"{NAMES[series.get('name')]}: {', '.join(values)}." in words
            assert [" ".join(cell)[:len(value)] for cell, value in zip(rows[NAMES[series.get("name")]], values)] == values
            for point, cell in zip(points, rows[NAMES[series.get("name")]]):
                assert (point.get("corrected") is not None) == ("rettet" in cell)
                assert point.get("on") is None or danish(point.get("on")) in cell
                assert (point.get("x") + "%", point.get("y")) in circles
        apart = {danish(a.get("at")): a.get("points") for a in chart.findall(P + "apart")}
        if apart:
            told = [apart.get(day, "–") for day in days]
            assert [cell[0] for cell in rows["Afstand"]] == told and f"Afstand: {', '.join(told)}." in words
        for mark in chart.findall(P + "mark"):
            assert danish(mark.get("at")) in words
        for target in chart.findall(P + "target"):
            assert f"Mål: {target.get('value')}." in words


@pytest.mark.parametrize("page", SAMPLES, ids=lambda page: page.stem)
def test_a_place_follows_from_its_value(page):
    """y is 22 pixels a point up from 240; a missing value stands where its neighbour does; x grows with the days."""
    for series in etree.parse(str(page)).getroot().iter(P + "series"):
        points = series.findall(P + "point")
        for point in points:
            if point.get("value") is not None:
                assert float(point.get("y")) == 240 - 22 * float(point.get("value"))
        assert [float(point.get("x")) for point in points] == sorted(float(point.get("x")) for point in points)
        assert len(series.findall(P + "line")) == max(0, sum(point.get("missing") is None for point in points) - 1)
