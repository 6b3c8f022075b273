"""Documents of a course: what is taken, what is refused and why, who sees what, and that nothing is changed or lost."""

import datetime
import hashlib
import time
import urllib.parse

import course as c
import documents as d
import pytest
import samspil

TODAY = datetime.date.today()
PNG = ("foto.png", "image/png", d.png())


@pytest.fixture(scope="module")
def mads(stack):
    return c.person(stack, "mads.sb")


@pytest.fixture(scope="module")
def sofie(stack):
    return c.person(stack, "sofie.sb")


@pytest.fixture(scope="module")
def karla(stack):
    return c.person(stack, "tl.karla")


def upload(who, course, *files, submit="file", **fields):
    """Files as (name, type, bytes), or names of whole ones."""
    who.get(f"/plan/{course}/documents")
    given = [(one, "application/octet-stream", d.WHOLE[one]) if isinstance(one, str) else one for one in files]
    return who.submit("document", {"document-kind": "letter", **{name.replace("_", "-"): value for name, value in fields.items()}}, submit=submit,
                      files={"files": given})


def rows(page):
    return page.all("//p:list[@name='case-documents']/p:case-document")


def refused(page):
    return {one.get("name"): one.get("why") for one in page.all("/p:page/p:notice/p:refused-file")}


def stored(stack, course):
    return int(stack.sql(f"SELECT COUNT(*) FROM document WHERE course_id = {course}")[0][0])


def test_every_kind_comes_back_as_it_came(stack, mads):
    course = c.new_course(stack)
    page = upload(mads, course, *list(d.WHOLE)[:10], source="Egen læge", journal_ref="26/1")
    assert page.notices() == ["documents-filed"], (page.notices(), refused(page), page.errors())
    assert upload(mads, course, *list(d.WHOLE)[10:]).notices() == ["documents-filed"]
    listed = {row.get("file-name"): row for row in rows(mads.get(f"/plan/{course}/documents"))}
    assert set(listed) == set(d.WHOLE)
    for name, bytes_ in d.WHOLE.items():
        row = listed[name]
        assert (row.get("state"), row.get("scan"), row.get("size"), row.get("title")) == ("final", "not-asked", str(len(bytes_)), name.rpartition(".")[0])
        file = mads.send(row.get("file"))
        assert (file.status, file.body) == (200, bytes_)
        assert file.headers["Content-Type"] == row.get("media-type") and file.headers["X-Content-Type-Options"] == "nosniff"
        assert file.headers["Content-Disposition"] == f'attachment; filename="{name}"' and file.headers["Cache-Control"] == "no-store"
        assert file.headers["Content-Security-Policy"].endswith("; sandbox")
    sums = dict(stack.sql(f"SELECT file_name, sha256 FROM document WHERE course_id = {course}"))
    assert sums == {name: hashlib.sha256(bytes_).hexdigest() for name, bytes_ in d.WHOLE.items()}


def test_what_is_refused_is_told_and_nothing_is_kept(stack, mads):
    course = c.new_course(stack)
    for names in (list(d.REFUSED)[:7], list(d.REFUSED)[7:]):
        page = upload(mads, course, "brev.pdf", *[(name, "application/pdf", d.REFUSED[name][0]) for name in names], source="Egen læge")
        assert page.status == 422 and page.notices() == ["files-refused"]
        assert refused(page) == {name: d.REFUSED[name][1] for name in names}
        assert page.one("//p:form[@name='document']/p:field[@name='source']/p:value").text == "Egen læge"
    assert stored(stack, course) == 0 and page.one("//p:form[@name='document']").get("state") == "refused"


def test_fields_are_checked(stack, mads):
    course = c.new_course(stack)
    tomorrow = (TODAY + datetime.timedelta(2)).strftime("%d-%m-%Y")
    assert upload(mads, course, "brev.pdf", received_on=tomorrow).errors() == {"received-on": "in-the-future"}
    assert upload(mads, course, "brev.pdf", received_on="02-01-1900").errors() == {"received-on": "before-birth"}
    assert upload(mads, course, document_kind="").errors() == {"files": "required", "document-kind": "required"}
    assert upload(mads, course, "brev.pdf", "note.txt", title="Begge").errors() == {"title": "title-of-several"}
    assert upload(mads, course, *["brev.pdf"] * 11).errors() == {"files": "too-many-files"}
    assert stored(stack, course) == 0


NAMES = {
    "../../etc/passwd.txt": "passwd.txt", "brev\u202etxt.fdp.pdf": "brevtxt.fdp.pdf", "a\x01b\x1b[0m.pdf": "ab[0m.pdf", "x" * 300 + ".pdf": "x" * 116 + ".pdf",
    "Svar fra lægen, 100 %.pdf": "Svar fra lægen, 100 %.pdf", "uden": "uden.pdf", "": "pdf.pdf",
}


def test_no_personal_number_stands_in_a_list(stack, mads):
    course = c.new_course(stack)
    assert upload(mads, course, PNG, title="Om 221185-2020").errors() == {"title": "no-cpr"} and stored(stack, course) == 0
    upload(mads, course, ("221185-2020 journal.png", "image/png", d.png()))
    assert [(row.get("file-name"), row.get("title")) for row in rows(mads.get(f"/plan/{course}/documents"))] == [
        ("221185-xxxx journal.png", "221185-xxxx journal")]


def test_names_are_cleaned_and_come_back_whole(stack, mads):
    course = c.new_course(stack)
    for given, want in NAMES.items():
        bytes_ = d.WHOLE["note.txt"] if want.endswith(".txt") else d.PDF + b"% " + str(len(given)).encode() + b"\n%%EOF"
        assert upload(mads, course, (given, "text/plain", bytes_)).notices() == ["document-filed"], given
        row = max(rows(mads.page), key=lambda one: int(one.get("id")))
        assert row.get("file-name") == want
        head = mads.send(row.get("file")).headers["Content-Disposition"]
        assert "filename=\"" in head and not any(ord(sign) < 32 for sign in head)
        if not want.isascii() or "%" in want:
            assert urllib.parse.unquote(head.partition("filename*=UTF-8''")[2]) == want


def test_the_limit_is_that_of_the_page(stack, mads):
    course = c.new_course(stack)
    large = d.PDF + b"%" * (11 * 1024 * 1024) + b"\n%%EOF\n"
    assert upload(mads, course, ("stor.pdf", "application/pdf", large)).notices() == ["document-filed"]
    document, parts = stack.sql(f"SELECT d.id, COUNT(*) FROM document d JOIN document_part p ON p.document_id = d.id WHERE d.course_id = {course} GROUP BY d.id")[0]
    assert parts == "23" and mads.send(f"/plan/documents/{document}/file").body == large
    assert upload(mads, course, ("for stor.pdf", "application/pdf", large + b"%" * 1_100_000)).status == 413


def test_a_large_body_is_read_from_nobody_unknown(stack, mads):
    course = c.new_course(stack)
    form = {"Content-Type": "multipart/form-data; boundary=x", "Accept": "text/html"}
    for size, status in ((1000, 400), (300 * 1024, 303)):
        answer = samspil.Client(stack.urls[0]).send(f"/plan/{course}/documents", b"%" * size, form)
        assert answer.status == status, "what is not read is not found wrong"
    assert mads.send(f"/plan/{course}/documents", b"%" * 300 * 1024, form).status == 400


def test_the_same_file_twice_is_told(stack, mads):
    course = c.new_course(stack)
    upload(mads, course, "brev.pdf")
    page = upload(mads, course, ("andet navn.pdf", "application/pdf", d.PDF), "note.txt")
    assert page.status == 422 and refused(page) == {"andet navn.pdf": "file-is-there"}
    assert mads.get(page.one("//p:refused-file").get("href")).status == 200
    page = upload(mads, course, "note.txt", "note.txt")
    assert refused(page) == {"note.txt": "file-chosen-twice"} and page.errors() == {"twice": "files-twice"}
    page = mads.submit("document", {"twice": "yes"}, submit="file", files={"files": [("brev.pdf", "", d.PDF)]}, page=page)
    assert page.notices() == ["document-filed"] and stored(stack, course) == 2
    # Pressed twice it is one.
    mads.get(f"/plan/{course}/documents")
    form = mads.page.form("document")
    body = samspil.multipart(mads.fill(form, {"document-kind": "other"}), {"files": PNG})
    first, second = (mads.send(form.get("action"), body, {"Content-Type": f"multipart/form-data; boundary={samspil.BOUNDARY}"}) for _ in range(2))
    assert (first.status, second.status) == (303, 303) and stored(stack, course) == 3


def test_a_draft_is_changed_and_what_is_filed_stays(stack, mads, sofie):
    course = c.new_course(stack)
    assert upload(mads, course, "brev.pdf", submit="keep-draft", title="Kladden").notices() == ["document-kept"]
    document = rows(mads.page)[0].get("id")
    assert not rows(sofie.get(f"/plan/{course}/documents")) and sofie.get(f"/plan/{course}/documents/{document}").status == 404
    assert sofie.send(f"/plan/documents/{document}/file").status == 403
    old = mads.get(f"/plan/{course}/documents/{document}").form("document-draft")
    mads.get(f"/plan/{course}/documents/{document}")
    assert mads.submit("document-draft", {"title": "Bedre", "received-on": TODAY.strftime("%d-%m-%Y")}, submit="save").notices() == ["document-kept"]
    stale = mads.send(old.get("action"), mads.fill(old, {"title": "Mit"}, "save"))
    assert stale.status == 409 and stale.one("//p:field[@name='title']/p:theirs").text == "Bedre"
    mads.get(f"/plan/{course}/documents/{document}")
    form = mads.page.form("document-draft")
    assert [one.get("name") for one in form.findall("{*}submit")] == ["save", "file"], "Enter saves, and files nothing for good"
    assert mads.send(form.get("action"), mads.fill(form, {})).status == 303 and c.state_of(stack, "document", document) == "draft"
    mads.get(f"/plan/{course}/documents/{document}")
    assert mads.submit("document-draft", {}, submit="file").notices() == ["document-filed"]
    assert sofie.send(f"/plan/documents/{document}/file").status == 200
    page = mads.get(f"/plan/{course}/documents/{document}")
    assert [form.get("name") for form in page.all("//p:course/p:form")] == ["document-share", "document-wrong"]
    late = mads.send(old.get("action"), mads.fill(old, {"title": "For sent"}, "save"))
    assert late.status in (409, 422)
    # Not even who has the database's account changes it.
    stack.sql(f"UPDATE document SET title = 'x', sha256 = REPEAT('0', 64), state = 'draft' WHERE id = {document}; UPDATE document_part SET bytes = 'x'")
    assert stack.sql(f"SELECT title, state, sha256 FROM document WHERE id = {document}") == [["Bedre", "final", hashlib.sha256(d.PDF).hexdigest()]]
    assert mads.send(f"/plan/documents/{document}/file").body == d.PDF
    for table in ("document", "document_part"):
        with pytest.raises(Exception):
            stack.sql(f"DELETE FROM {table}")


def test_a_wrong_one_is_hidden_and_still_there(stack, mads, sofie):
    course = c.new_course(stack)
    upload(mads, course, "brev.pdf", title="Fejlsendt brev")
    document = rows(mads.page)[0].get("id")
    at = c.now(stack)
    time.sleep(1)
    mads.get(f"/plan/{course}/documents/{document}")
    assert mads.submit("document-wrong", {}).errors() == {"reason": "required"}
    page = mads.submit("document-wrong", {"reason": "Hører til en anden"})
    assert page.notices() == ["document-wrong"] and page.one("//p:case-document").get("state-reason") == "Hører til en anden"
    assert not page.all("//p:course/p:form")
    assert not rows(mads.get(f"/plan/{course}/documents")) and len(rows(mads.get(f"/plan/{course}/documents?wrong=yes"))) == 1
    assert mads.send(f"/plan/documents/{document}/file").status == 200
    for path in ("documents?wrong=yes", f"documents?as-of={at}", "history", "case", f"case?as-of={at}"):
        for who, there in ((sofie, False), (mads, True)):
            assert ("Fejlsendt brev" in who.get(f"/plan/{course}/{path}").text) is there, (path, there)
    assert not rows(sofie.get(f"/plan/{course}/documents?wrong=yes")) and sofie.send(f"/plan/documents/{document}/file").status == 403


def test_sensitive_ones_are_for_few_and_each_look_is_logged(stack, mads, sofie, karla):
    course = c.new_course(stack, team=[("spl.nils", "nurse")])
    nils, pia = c.person(stack, "spl.nils"), c.person(stack, "fys.pia")
    assert upload(nils, course, "brev.pdf", sensitive="yes", title="Psykiatrisk epikrise").notices() == ["document-filed"]
    document = rows(nils.page)[0].get("id")
    for who in (mads, nils, karla):
        assert [row.get("title") for row in rows(who.get(f"/plan/{course}/documents"))] == ["Psykiatrisk epikrise"]
        assert who.send(f"/plan/documents/{document}/file").status == 200
    page = sofie.get(f"/plan/{course}/documents")
    assert page.one("//p:hidden-documents").get("count") == "1" and "epikrise" not in page.text
    assert sofie.send(f"/plan/{course}/documents/{document}").status == 404 and sofie.send(f"/plan/documents/{document}/file").status == 403
    assert pia.send(f"/plan/documents/{document}/file").status == 403
    logged = stack.sql(f"SELECT uid, action FROM access_log WHERE object_id = {document} AND route = '/plan/documents/:id/file' ORDER BY id")
    assert logged == [["mads.sb", "show"], ["spl.nils", "show"], ["tl.karla", "show"], ["sofie.sb", "refuse"], ["fys.pia", "refuse"]]


def test_what_became_sensitive_was_never_for_all(stack, mads, sofie):
    course = c.new_course(stack)
    upload(mads, course, "brev.pdf", title="Hemmelig epikrise")
    document = rows(mads.page)[0].get("id")
    at = c.now(stack)
    mads.get(f"/plan/{course}/documents/{document}")
    assert mads.submit("document-share", {"sensitive": "yes"}).notices() == ["document-shared"]
    assert sofie.send(f"/plan/documents/{document}/file?as-of={at}").status == 400, "there is no file of the past"
    for path in (f"documents?as-of={at}", "documents", "history", "case", f"case?as-of={at}"):
        assert "epikrise" not in sofie.get(f"/plan/{course}/{path}").text, path
        assert "epikrise" in mads.get(f"/plan/{course}/{path}").text, path


def test_a_provider_sees_what_was_given(stack, mads):
    course = c.new_course(stack)
    intervention = c.new_intervention(stack, course, c.new_plan(stack, course))
    bent, ole = c.person(stack, "vh.bent"), c.person(stack, "vk.ole")
    upload(mads, course, "note.txt", title="Ikke for udbyderen")
    assert upload(mads, course, "brev.pdf", document_provider=intervention, sensitive="yes").errors() == {"document-provider": "sensitive-to-nobody"}
    assert upload(mads, course, "brev.pdf", document_provider=intervention, title="Aftalen").notices() == ["document-filed"]
    given, other = (row.get("id") for row in sorted(rows(mads.page), key=lambda row: row.get("title")))
    assert [bent.send(f"/plan/documents/{one}/file").status for one in (given, other)] == [200, 403]
    assert ole.send(f"/plan/documents/{given}/file").status == 403 and bent.send(f"/plan/{course}/documents").status == 403
    page = bent.get(f"/plan/interventions/{intervention}")
    assert [one.get("title") for one in page.all("//p:case-document")] == ["Aftalen"] and "Ikke for udbyderen" not in page.text
    at = c.now(stack)
    time.sleep(1)
    mads.get(f"/plan/{course}/documents/{given}")
    assert mads.submit("document-share", {"document-provider": ""}).notices() == ["document-shared"]
    assert bent.send(f"/plan/documents/{given}/file").status == 403
    assert "Aftalen" not in bent.get(f"/plan/interventions/{intervention}?as-of={at}").text


def test_who_may_not(stack, mads):
    course = c.new_course(stack)
    upload(mads, course, "brev.pdf")
    document = rows(mads.page)[0].get("id")
    tina = c.person(stack, "bf.tina")
    assert tina.send(f"/plan/{course}/documents").status == 403 and tina.send(f"/plan/documents/{document}/file").status == 403
    assert mads.send("/plan/documents/999999999/file").status == 403
    other = c.new_course(stack)
    assert mads.get(f"/plan/{other}/documents/{document}").status == 404


def test_the_list_is_found_in(stack, mads):
    course = c.new_course(stack)
    upload(mads, course, "brev.pdf", source="Lægehuset", title="Attest", journal_ref="26/77")
    upload(mads, course, "note.txt", title="Opkald", document_kind="other")
    for query, found in (("q=lægeh", ["Attest"]), ("q=26/7", ["Attest"]), ("q=note.t", ["Opkald"]), ("q=%25", []), ("document-kind=other", ["Opkald"]),
                         ("sort=title", ["Attest", "Opkald"]), ("sort=-title", ["Opkald", "Attest"])):
        assert [row.get("title") for row in rows(mads.get(f"/plan/{course}/documents?{urllib.parse.quote(query, safe='=-%')}"))] == found, query
    history = mads.get(f"/plan/{course}/history")
    assert sorted(one.get("object") for one in history.all("//p:event[@what='document']")) == ["Attest", "Opkald"]
    stack.sql(f"UPDATE course SET state = 'closed', closed_on = CURRENT_DATE, outcome = 'job' WHERE id = {course}")
    page = mads.get(f"/plan/{course}/documents")
    assert len(rows(page)) == 2 and not page.all("//p:form[@name='document']")
