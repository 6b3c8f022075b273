"""The plan as the citizen gets it, on screen and as PDF."""

import http.server
import os
import re
import subprocess
import threading
import zlib

import pytest

import course as c

BUILD = os.environ["SAMSPIL_TEST_BUILD"]
SHEET = os.path.join(os.path.dirname(__file__), "../../xslt/static/paper.css")


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


def agreed(stack, **words):
    course = c.new_course(stack, state="active")
    plan = c.new_plan(stack, course)
    sets = ", ".join(f"{name} = '{value}'" for name, value in {"valid_from": "2026-01-05", "own_words": "Jeg vil ud blandt andre", **words}.items())
    stack.sql(f"UPDATE plan SET {sets} WHERE id = {plan}")
    c.new_intervention(stack, course, plan)
    return course, plan


def text_of(pdf):
    """All that its pages say."""
    done = subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-sOutputFile=-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def test_my_plan_says_what_the_citizen_needs_and_no_more(stack, mads):
    course, plan = agreed(stack, whom_to_call="Mads, 96 00 00 00")
    stopped = c.new_intervention(stack, course, plan, state="declined", title="Kor")
    stack.sql(f"UPDATE intervention SET state_reason = 'Vil ikke', goal = 'Synge' WHERE id = {stopped}")
    page = mads.get(f"/plan/{course}/my-plan")
    mine = page.one("//p:my-plan")
    assert (mine.get("version"), mine.get("state"), mine.get("valid-from"), mine.get("call")) == ("1", "agreed", "2026-01-05", "Mads, 96 00 00 00")
    assert mine.get("number-missing") is None
    assert page.one("//p:own-words").text == "Jeg vil ud blandt andre" and page.all("//p:help/@title") == ["Mentorstøtte"]
    _, cpr, name = c.citizen_of(stack, course)
    shown = mads.html(f"/plan/{course}/my-plan").text
    assert name in shown and cpr not in shown and cpr[6:] not in re.sub(r'value="[^"]*"', "", shown) and "Vil ikke" not in shown and "05-01-2026" in shown


def test_a_proposal_beside_the_plan_in_force(stack, mads):
    course, plan = agreed(stack)
    stack.sql(f"UPDATE plan SET whom_to_call = 'Mads Samling' WHERE id = {plan}")
    draft = c.new_plan(stack, course, version=2, state="draft")
    c.new_intervention(stack, course, draft, state="proposed", title="Praktik")
    page = mads.get(f"/plan/{course}/my-plan")
    assert page.one("//p:my-plan").get("number-missing") == "yes", "nobody can call by a name"
    assert page.one("//p:my-plan").get("version") == "1" and page.all("//p:help/@title") == ["Mentorstøtte"], "what is only proposed is not promised"
    page = mads.get(page.one("//p:my-plan").get("other-href"))
    assert page.one("//p:my-plan").get("state") == "draft" and sorted(page.all("//p:help/@title")) == ["Mentorstøtte", "Praktik"]
    assert mads.send(f"/plan/{course}/my-plan?version=3").status == 404
    assert mads.send(f"/plan/{c.new_course(stack, state='planning')}/my-plan").status == 404
    assert c.person(stack, "vh.bent").send(f"/plan/{course}/my-plan").status == 403
    assert c.person(stack, "vh.bent").send(f"/plan/{course}/my-plan.pdf").status == 403


def test_my_plan_as_pdf(stack, mads):
    course, _ = agreed(stack, plain_words="Æblegrød <b> & co. " + "langt" * 60, own_words="Jeg vil ud <img src=x> blandt andre")
    link = mads.get(f"/plan/{course}/my-plan").one("//p:my-plan").get("pdf")
    answer = mads.send(link, headers={"Accept": "text/html"})
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="min-plan-{course}-1.pdf"' and answer.headers["Cache-Control"] == "no-store"
    assert answer.body.startswith(b"%PDF-")
    words = text_of(answer.body)
    _, cpr, name = c.citizen_of(stack, course)
    for said in (name, "Plan 1", "05-01-2026", "Æblegrød <b> & co.", "<img src=x>", "Mentorstøtte", "Bent Støtte"):
        assert said in words, said
    assert "langt" * 60 not in words and "langt" * 60 in "".join(words.split()), "broken at the edge"
    assert cpr not in words and cpr[6:] not in words and "Mads Samling, Jobcenter" not in words
    looked = stack.sql(f"SELECT COUNT(*) FROM access_log WHERE uid = 'mads.sb' AND citizen_id = {c.citizen_of(stack, course)[0]} AND action = 'show'")
    assert int(looked[0][0]) >= 2, "each is a look at the citizen"


def pdf_of(html, weasyprint="/usr/bin/weasyprint"):
    return subprocess.run([os.path.join(BUILD, "samspil-pdf"), weasyprint, SHEET], input=html.encode(), capture_output=True, check=False)


def test_nothing_that_a_page_names_is_fetched(tmp_path):
    asked = []

    class Ear(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

    secret = tmp_path / "secret.txt"
    secret.write_text("KANARIE")
    with http.server.HTTPServer(("127.0.0.1", 0), Ear) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        at = f"http://127.0.0.1:{server.server_port}"
        done = pdf_of(f'<!DOCTYPE html><title>x</title><link rel="stylesheet" href="{at}/css"><link rel="attachment" href="file://{secret}">'
                      f'<style>@import url({at}/import); @font-face {{ font-family: f; src: url({at}/font) }} p {{ font-family: f; background: url({at}/bg) }}</style>'
                      f'<p>Her</p><img src="{at}/img"><img src="file://{secret}"><object data="{at}/object"></object>'
                      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="file:///etc/passwd"/></svg>')
        server.shutdown()
    assert done.returncode == 0 and done.stdout.startswith(b"%PDF-") and asked == []
    inside = done.stdout + b"".join(unpacked(part) for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", done.stdout, re.S))
    assert b"EmbeddedFile" not in inside and b"KANARIE" not in inside and b"root:" not in inside


def unpacked(stream):
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_no_weasyprint_is_an_exit_code(tmp_path):
    other = tmp_path / "weasyprint"
    assert pdf_of("<p>x</p>", str(other)).returncode == 4
    other.write_text("#!/bin/sh\n")
    assert pdf_of("<p>x</p>", str(other)).returncode == 4
    assert subprocess.run([os.path.join(BUILD, "samspil-pdf")], capture_output=True, check=False).returncode == 2


@pytest.fixture
def configured(stack):
    """The plan's programs with other lines in [pdf], until the test ends."""
    path = stack.folder + "/conf/samspil-root.conf"
    with open(path, encoding="utf-8") as file:
        before = file.read()

    def put(key, value):
        with open(path, "w", encoding="utf-8") as out:
            out.write(re.sub(rf"(?m)^{key} = .*", f"{key} = {value}", before))
        stack.stop("plan")
        stack.start("plan")

    yield put
    with open(path, "w", encoding="utf-8") as out:
        out.write(before)
    stack.stop("plan")
    stack.start("plan")


def test_a_pdf_that_takes_too_long_and_one_that_cannot_be(stack, mads, configured):
    course, _ = agreed(stack)
    configured("limit-ms", "100")
    answer = mads.send(f"/plan/{course}/my-plan.pdf", headers={"Accept": "text/html"})
    assert answer.status == 503 and answer.headers["Retry-After"] == "60"
    assert "Udskriv siden her i stedet" in answer.text and "Jeg vil ud blandt andre" in answer.text, "the plan itself, to be printed"
    assert "pdf: took more than 100 ms" in stack.log("plan") and "blandt andre" not in stack.log("plan")
    configured("weasyprint", "/nowhere/weasyprint")
    assert mads.get(f"/plan/{course}/my-plan").one("//p:my-plan").get("pdf") is None
    assert mads.send(f"/plan/{course}/my-plan.pdf", headers={"Accept": "text/html"}).status == 503
