"""Pages in another language than the site's: words, direction, a department's own words and its layer."""

import pytest

from walk import birth_date, issue, new_cpr, open_by_code, register

HEAD = ('<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:samspil:page:1"'
        ' xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s"><xsl:import href="samspil:pages/answer.xsl"/>')
LAYER = (HEAD + '<xsl:template match="p:page" mode="foot.after"><b>layer: <xsl:value-of select="s:label(\'submit.next\')"/>,'
         ' <xsl:value-of select="s:label(\'submit.search\')"/></b></xsl:template></xsl:stylesheet>')
QUESTION = "/answer/questionnaire/1"


def speak(client, language):
    client.get("/answer/information")
    return client.submit("language", {"language": language}, submit="choose")


@pytest.fixture
def visitor(stack, base_url, sign_in):
    """A citizen of the job centre who has opened a questionnaire."""
    cpr = new_cpr(stack)
    mads = sign_in("mads.sb")
    _, code = issue(mads, register(mads, cpr))
    return open_by_code(base_url, code, birth_date(cpr))


@pytest.fixture
def dressed(stack):
    """dress(sheet): the job centre's words for one button, in Danish and Arabic, and that layer (None: none) on its answer pages."""
    before = stack.sql("SELECT active_id FROM stylesheet_view WHERE department_id = 'jobcenter' AND program = 'answer'")

    def dress(sheet=None):
        version = "NULL"
        stack.sql("INSERT INTO department_label (department_id, lang, label_key, text, changed_by) VALUES"
                  " ('jobcenter', 'da', 'submit.next', 'Videre her', 'xsl.mia'), ('jobcenter', 'ar', 'submit.next', 'إلى الأمام', 'xsl.mia')")
        if sheet is not None:
            quoted = sheet.replace("'", "''")
            stack.sql("INSERT INTO stylesheet_version (department_id, program, number, state, sheet, reason, created_by, changed_by)"
                      f" VALUES ('jobcenter', 'answer', 99, 'active', '{quoted}', 'test', 'xsl.mia', 'xsl.mia')")
            version = stack.sql("SELECT MAX(id) FROM stylesheet_version")[0][0]
        stack.sql(f"INSERT INTO stylesheet_view (department_id, program, active_id, look_revision) VALUES ('jobcenter', 'answer', {version}, 1)"
                  f" ON DUPLICATE KEY UPDATE active_id = {version}, look_revision = COALESCE(look_revision, 0) + 1")

    yield dress
    stack.sql(f"UPDATE stylesheet_view SET active_id = {before[0][0] or 'NULL' if before else 'NULL'},"
              " look_revision = look_revision + 1, failures_in_row = 0"
              " WHERE department_id = 'jobcenter' AND program = 'answer'")
    stack.sql("DELETE FROM department_label WHERE label_key = 'submit.next'")
    for table in ("stylesheet_use", "stylesheet_failure"):
        stack.sql(f"DELETE t FROM {table} t JOIN stylesheet_version v ON v.id = t.version_id WHERE v.program = 'answer' AND v.number = 99")
    stack.sql("DELETE FROM stylesheet_version WHERE program = 'answer' AND number = 99")


def test_a_page_runs_as_its_language(visitor):
    assert '<html lang="da">' in visitor.html(QUESTION).text
    speak(visitor, "ar")
    page = visitor.html(QUESTION)
    assert '<html lang="ar" dir="rtl">' in page.text and "التالي" in page.text and "كيف هي حياتك العائلية الآن؟" in page.text
    assert visitor.get(QUESTION).one("/p:page").get("lang") == "ar"
    speak(visitor, "en")
    assert '<html lang="en">' in visitor.html(QUESTION).text
    assert speak(visitor, "xx").status == 422


def test_errors_speak_it_too(visitor):
    speak(visitor, "ar")
    page = visitor.html("/answer/nowhere")
    assert page.status == 404 and 'dir="rtl"' in page.text and "الصفحة غير موجودة" in page.text


def test_staff_have_the_sites_language(sign_in):
    assert '<html lang="da">' in sign_in("mads.sb").html("/").text


def test_a_departments_words_are_of_one_language(visitor, dressed):
    dressed()
    assert "Videre her" in visitor.html(QUESTION).text
    speak(visitor, "ar")
    text = visitor.html(QUESTION).text
    assert "إلى الأمام" in text and "Videre her" not in text and "التالي" not in text
    speak(visitor, "en")
    text = visitor.html(QUESTION).text
    assert ">Next<" in text and "Videre her" not in text and "إلى الأمام" not in text


def test_the_closed_renderer_has_the_words(visitor, dressed):
    """The department's where it has some for this language, the language's own, the site's where that has none."""
    dressed(LAYER)
    for _ in range(2):
        assert "<b>layer: Videre her, Søg</b>" in visitor.html(QUESTION).text
        speak(visitor, "ar")
        page = visitor.html(QUESTION)
        assert "<b>layer: إلى الأمام, Søg</b>" in page.text and '<html lang="ar" dir="rtl">' in page.text
        speak(visitor, "en")
        assert "<b>layer: Next, Search</b>" in visitor.html(QUESTION).text
        speak(visitor, "da")


def test_a_department_words_arabic(stack, sign_in):
    editor = sign_in("xsl.mia")
    page = editor.get("/admin/look/labels?lang=ar&q=submit.next")
    assert [word.get("key") for word in page.all("//p:words/p:word")] == ["submit.next"]
    assert editor.get("/admin/look/labels?lang=ar&key=submit.search").status == 404
    editor.get("/admin/look/labels?lang=ar&key=submit.next")
    editor.submit("label", {"text": "إلى الأمام"}, submit="save")
    assert stack.sql("SELECT lang, text FROM department_label WHERE label_key = 'submit.next'") == [["ar", "إلى الأمام"]]
    editor.get("/admin/look/labels?lang=ar&key=submit.next")
    editor.submit("label-restore", submit="restore")
    assert stack.sql("SELECT COUNT(*) FROM department_label WHERE label_key = 'submit.next'") == [["0"]]
