"""What is said of a report's files and of its charts: what a file leaves out, times and columns in it, and charts in which there is nothing."""

import csv
import io

import pytest

ADDRESS = "/report/caseload?department=jobcenter&from=01-2026&to=02-2026"


def test_it_is_said_where_a_file_tells_less_than_the_page(sign_in):
    karla = sign_in("tl.karla")
    assert karla.get(ADDRESS).one("//p:report").get("files-hide") == "yes" and "Filerne er til at give videre" in karla.html(ADDRESS).text
    assert karla.get(ADDRESS.replace("jobcenter", "all")).one("//p:report").get("files-hide") is None, "no lists, no difference"
    assert sign_in("eval.ane").get(ADDRESS).one("//p:report").get("files-hide") is None
    assert karla.get("/report/account").one("//p:report").get("files-hide") is None, "it is about no persons"


def records(client, address):
    return list(csv.reader(io.StringIO(client.get(address).body.decode("utf-8-sig"), newline=""), delimiter=";"))


def table(rows, title):
    """A table's head without its empty cells, and its rows."""
    at = next(n for n, row in enumerate(rows) if row[0] == title)
    return [cell for cell in rows[at] if cell], rows[at + 1:rows.index([""] * len(rows[0]), at)]


def test_times_in_files_are_no_days_to_excel(sign_in):
    """As Danmarks Statistik writes them: 2026-07 and juli 2026 are days to Danish Excel."""
    karla = sign_in("tl.karla")
    karla.get(ADDRESS)
    assert [row[0] for row in table(records(karla, ADDRESS + "&format=csv"), "Over tid")[1]] == ["2026M01", "2026M02"]
    quarters = "/report/time?from=01-2026&to=09-2026"
    karla.get(quarters)
    assert [row[0] for row in table(records(karla, quarters + "&format=csv"), "Aktiveringsgrad efter kvartal")[1]] == ["2026K1", "2026K2", "2026K3"]
    xml = karla.get(quarters + "&format=xml")
    assert [(row.get("name"), row.get("label")) for row in xml.all("//p:figures-row[@kind = 'quarter']")][0] == ("2026-01-01", "2026K1"), "the name is the day"


def test_a_table_has_the_same_columns_each_time(sign_in):
    """Whatever stands in it: means of nobody, hidden figures, marks."""
    karla = sign_in("tl.karla")
    for name, titles in (("caseload", ("Sagsbehandlere", "Ydelser og mål", "Over tid")), ("time", ("Uger til første tilbud", "Ventetid i hvert trin, i døgn"))):
        heads = []
        for query in ("from=01-2026&to=02-2026", "from=01-1995&to=02-1995", "from=01-2026&to=02-2026&department=sundhedscenter", "from=01-2025&to=06-2026&department=all"):
            karla.get(f"/report/{name}?{query}")
            rows = records(karla, f"/report/{name}?{query}&format=csv")
            heads.append([table(rows, title)[0] for title in titles])
        assert all(head == heads[0] for head in heads), name
        assert all(head[-1] == "bemærkning" for head in heads[0])


@pytest.mark.parametrize("name", ["caseload", "simulator", "flow", "time", "progression", "disagreement", "action-plans", "account", "regions", "duration"])
def test_an_empty_chart_says_so(sign_in, name):
    """Nothing was there in 1995; the simulator knows no period, and its department has nobody."""
    client = sign_in("oek.rita")
    period = "from=1995&to=1996" if name == "account" else "from=01-1995&to=03-1995"
    address = f"/report/{name}?" + ("department=boern-familie" if name == "simulator" else f"{period}&department=boern-familie")
    page = client.get(address)
    charts = page.all("//p:figures-chart")
    assert charts or page.all("//p:figures-note"), "a report of nothing says so"
    for chart in charts:
        drawn = chart.xpath("*[local-name() = 'chart-bar' or local-name() = 'chart-dot' or local-name() = 'chart-piece']")
        assert chart.get("empty") is None if drawn else chart.get("empty") in ("none", "zero", "hidden"), (chart.get("figures"), chart.get("kind"))
    empty = [chart for chart in charts if chart.get("empty")]
    said = client.html(address).text
    assert said.count("Diagrammet er tomt") == len(empty)
    assert name == "simulator" or not empty or ("fra 01-01-1995 til 31-03-1995" in said or "fra 01-01-1995 til 31-12-1996" in said), "of which period"
