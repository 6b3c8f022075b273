"""Reports: who reads them, what they are asked, runs that are kept, files, lists behind numbers; and the caseload's golden numbers."""

import csv
import datetime
import hashlib
import io

import pytest

import course as c

DEPARTMENT = "sag-prove"
ADDRESS = f"/report/caseload?department={DEPARTMENT}&from=01-2026&to=02-2026"


@pytest.fixture(scope="module")
def courses(stack):
    """76 open courses and one on pause of one caseworker, all of people on kontanthjælp; hours for two full-time equivalents."""
    stack.sql(f"INSERT INTO department (id, name, parent_id) VALUES ('{DEPARTMENT}', 'Prøve af sagstal', 'jobcenter');"
              f" INSERT INTO staff (uid, name, department_id) VALUES ('sag.et', 'Sag Et', '{DEPARTMENT}'), ('sag.to', 'Sag To', '{DEPARTMENT}'),"
              f"  ('sag.tre', 'Sag Tre', '{DEPARTMENT}')")
    first = c.new_course(stack, department=DEPARTMENT)
    citizen = stack.sql(f"SELECT citizen_id FROM course WHERE id = {first}")[0][0]
    stack.sql(f"DELETE FROM benefit_period WHERE citizen_id = {citizen};"
              f" INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, changed_by) VALUES ({citizen}, 'kontanthjaelp', '2020-01-01', 'import');"
              f" INSERT INTO course (citizen_id, department_id, caseworker_uid, state, opened_on, changed_by)"
              f"  SELECT {citizen}, '{DEPARTMENT}', IF(seq = 78, 'sag.to', 'sag.et'), IF(seq = 77, 'paused', 'active'), '2025-12-01', 'import' FROM seq_2_to_78;"
              f" UPDATE course SET state = 'active', caseworker_uid = 'sag.et', opened_on = '2025-12-01', closed_on = NULL WHERE id = {first};"
              f" INSERT INTO staff_hours (uid, department_id, benefit_type, fte, from_on, changed_by)"
              f"  VALUES ('sag.et', '{DEPARTMENT}', 'kontanthjaelp', 1.5, '2025-01-01', 'import'), ('sag.et', '{DEPARTMENT}', 'kontanthjaelp', 0.5, '2025-06-01', 'import'),"
              f"  ('sag.tre', '{DEPARTMENT}', 'sygedagpenge', 0, '2025-01-01', 'import')")
    yield first
    stack.sql("UPDATE staff SET active = 0 WHERE uid LIKE 'sag.%'")


def figure(page, table, row, column):
    return page.one(f"//p:figures[@name = '{table}']/p:figures-row[@name = '{row}']/p:figure[@column = '{column}']")


def again(client, address=ADDRESS):
    """The report, computed now."""
    client.get(address)
    return client.submit("report-again", {}, "again")


@pytest.mark.parametrize("uid,status", [("tl.karla", 200), ("oek.rita", 200), ("eval.ane", 200), ("mads.sb", 403), ("it.bo", 403), ("vk.ole", 403)])
def test_who_reads_reports(sign_in, uid, status):
    client = sign_in(uid)
    for path in ("/report", "/report/caseload"):
        assert client.get(path).status == status
    assert client.get("/").all("//p:navigation/p:item[@name = 'reports']") == [] or status == 200
    assert client.get("/report/caseload/list?list=caseworker&table=caseworkers&row=total&column=open").status == (200 if uid == "tl.karla" else 403)


def test_the_golden_caseload(sign_in, courses):
    page = again(sign_in("tl.karla"))
    load = figure(page, "caseworkers", "sag.et", "load")
    assert (load.get("value"), load.get("shown"), load.get("mark")) == ("38", "38.0", "within"), "76 of 2,0"
    assert figure(page, "caseworkers", "sag.et", "paused").get("value") == "1"
    for row in ("sag.to", "sag.tre"):
        assert figure(page, "caseworkers", row, "load").get("why") == "no-hours", "nobody is divided by no hours"
    assert figure(page, "benefits", "kontanthjaelp", "most").get("value") == "45"
    assert figure(page, "months", "2026-01-01", "held").get("value") == "78"


def test_above_the_target_of_another_benefit(stack, sign_in, courses):
    stack.sql("UPDATE staff_hours SET benefit_type = 'sygedagpenge' WHERE uid = 'sag.et'")
    page = again(sign_in("tl.karla"))
    stack.sql("UPDATE staff_hours SET benefit_type = 'kontanthjaelp' WHERE uid = 'sag.et'")
    assert figure(page, "caseworkers", "sag.et", "load").get("mark") == "above"


def test_hours_for_all_benefits_are_no_benefits_load(stack, sign_in, courses):
    stack.sql("UPDATE staff_hours SET benefit_type = NULL WHERE uid = 'sag.et' AND fte = 0.5")
    page = again(sign_in("tl.karla"))
    stack.sql("UPDATE staff_hours SET benefit_type = 'kontanthjaelp' WHERE uid = 'sag.et'")
    assert figure(page, "benefits", "kontanthjaelp", "load").get("why") == "shared-hours"
    assert figure(page, "caseworkers", "sag.et", "load").get("value") == "38"


def test_few_people_are_not_told_of(sign_in, courses):
    page = again(sign_in("eval.ane"))
    assert figure(page, "caseworkers", "sag.et", "open").get("hidden") == "yes" and figure(page, "caseworkers", "sag.et", "open").get("value") is None
    assert not page.all("//p:figures-row[@name = 'sag.to']") and not page.all("//p:figures-note[@key = 'no-hours']"), "one who is there for two courses is not there, nor told by name"
    assert figure(page, "caseworkers", "sag.et", "fte").get("value") == "2" and [figure(page, "benefits", "sygedagpenge", name).get("value") for name in ("least", "most")] == ["32", "35"], \
        "hours and targets are no people"
    assert page.all("//p:figure/@href") == [], "an evaluator opens no list"


def test_csv_opens_in_danish_programs(sign_in, courses):
    """And it tells nobody of few: one is on pause."""
    client = sign_in("tl.karla")
    again(client)
    answer = client.get(ADDRESS + "&format=csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8" and answer.body.startswith(b"\xef\xbb\xbf") and answer.body.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len({len(row) for row in rows}) == 1, "as many cells in each record"
    said = [[cell for cell in row if cell] for row in rows]
    assert ["Kort fortalt", "Tal", "antal", "ud af", "bemærkning"] in said and ["Åbne forløb", "75"] in said, "what the page says in short, rounded"
    assert any(row[:1] == ["Version"] and row[1].startswith("Samspil ") for row in said) and ["Afdeling", "Prøve af sagstal"] in said
    assert [cell for cell in next(row for row in rows if row[0] == "Sag Et") if cell] == ["Sag Et", "skjult", "skjult", "2,00", "skjult"]
    xml = client.get(ADDRESS + "&format=xml")
    assert xml.headers["Content-Type"].startswith("application/xml") and xml.tree.get("name") == "caseload"
    assert xml.tree.get("version") and xml.tree.get("label") == "Sagstal", "as the CSV"
    assert xml.one("//p:figures[@name = 'caseworkers']/p:figures-column[@name = 'paused']").get("label") == "På pause"
    files = [{(row.get("name"), figure.get("column")): figure.get("value") for row in page.all("//p:figures-row") for figure in row}
             for page in (xml, sign_in("eval.ane").get(ADDRESS))]
    assert files[0] == files[1] and files[0]["sag.et", "paused"] is None, "a file tells a leader what the page tells an evaluator"
    assert client.get(ADDRESS).one("//p:figures-row[@name = 'sag.et']/p:figure[@column = 'paused']").get("value") == "1"


def test_a_leader_begins_with_the_own_department(sign_in, courses):
    karla, sanne = sign_in("tl.karla"), sign_in("tl.sanne")
    page = karla.get("/report/caseload")
    assert page.one("//p:form[@name = 'report']/p:field[@name = 'department']/p:value").text == "jobcenter"
    assert page.one("//p:report").get("department") == "Jobcenter" and "department=jobcenter" in page.one("//p:report").get("csv-href")
    everybody = karla.submit("report", {"department": "all"}, "show")
    assert everybody.one("//p:report").get("department") == "Alle afdelinger" and "department=all" in everybody.one("//p:report").get("csv-href")
    for client, query in ((karla, "department=all"), (karla, "department=voksenhandicap"), (sanne, f"department={DEPARTMENT}")):
        page = client.get(f"/report/caseload?{query}")
        assert page.all("//p:figure/@href") == [] and all(
            int(n) % 5 == 0 for n in page.all("//p:figures[@name = 'caseworkers']//p:figure[@column = 'paused']/@value")), query
        assert client.get(f"/report/caseload/list?{query}&list=caseworker&table=caseworkers&row=sag.to&column=open").status == 403
    for uid in ("oek.rita", "tl.karla"):
        assert sign_in(uid).get("/report/account").one("//p:form[@name = 'report']/p:field[@name = 'department']/p:value").text == "all", "no lists: nothing to open"


def test_wrong_filters_are_refused_with_what_to_do(sign_in):
    client = sign_in("tl.karla")
    for query, field, key in (("from=i+g%C3%A5r", "from", "month"), ("from=02-2026&to=01-2026", "to", "period-turned"), ("from=1990&to=2026", "from", "period-long"),
                              ("department=ukendt", "department", "unknown-choice"), ("as-of=i+morgen", "as-of", "moment"), ("as-of=01-01-2031", "as-of", "moment")):
        page = client.get("/report/caseload?" + query)
        assert (page.status, page.errors()) == (422, {field: key}), query
        assert page.all("//p:report") == [] and page.one("//p:report-refused").get("name") == "caseload"
        assert page.one("//p:field[@name = 'to']/p:value").text and page.one("//p:field[@name = 'department']/p:value").text, "what was not typed stands there, too"


def test_the_same_question_is_computed_once(stack, sign_in, courses):
    client = sign_in("oek.rita")
    page = again(client)
    runs = stack.sql("SELECT COUNT(*) FROM report_run")
    assert client.get(ADDRESS).one("//p:report").get("data-at") == page.one("//p:report").get("data-at")
    assert stack.sql("SELECT COUNT(*) FROM report_run") == runs


def test_the_report_of_an_earlier_moment_is_the_same_for_ever(stack, sign_in, courses):
    client = sign_in("tl.karla")
    at = stack.sql("SELECT DATE_FORMAT(UTC_TIMESTAMP() + INTERVAL 1 SECOND, '%Y-%m-%dT%H:%i:%sZ'), SLEEP(2.1)")[0][0]
    address = f"{ADDRESS}&as-of={at}"
    before = figure(client.get(address), "caseworkers", "sag.et", "open").get("value")
    stack.sql(f"UPDATE course SET state = 'paused' WHERE id = {courses}")
    stack.sql("DELETE FROM report_run")
    page = client.get(address)
    now = again(client)
    stack.sql(f"UPDATE course SET state = 'active' WHERE id = {courses}")
    assert (before, figure(page, "caseworkers", "sag.et", "open").get("value"), figure(now, "caseworkers", "sag.et", "open").get("value")) == ("76", "76", "75")
    assert page.one("/p:page").get("as-of") == at
    today = client.get(f"{ADDRESS}&as-of={datetime.date.today():%d-%m-%Y}").one("//p:report").get("data-at")
    assert today <= f"{datetime.datetime.utcnow():%Y-%m-%dT%H:%M:%SZ}", "data of a moment to come are of now"


def test_the_list_behind_a_number(stack, sign_in, courses):
    client = sign_in("tl.karla")
    page = again(client)
    listed = client.get(figure(page, "caseworkers", "sag.et", "open").get("href"))
    head = listed.one("//p:report-list")
    assert (head.get("total"), head.get("others")) == ("76", "76"), "another department's: counted, not named"
    assert (head.get("department"), head.get("from"), head.get("to")) == ("Prøve af sagstal", "2026-01-01", "2026-02-28")
    assert head.find("{*}figures/{*}figures-row").get("title") == "Sag Et" and head.find("{*}figures/{*}figures-column").get("name") == "open"
    address = figure(page, "caseworkers", "sag.et", "open").get("href")
    for right, wrong in (("row=sag.et", "row=nope"), ("row=sag.et", "row=total%27"), ("column=open", "column=nope"), ("column=open", "column=fte"),
                         ("table=caseworkers", "table=nope"), ("list=caseworker", "list=department"), ("&row=sag.et", "")):
        assert client.get(address.replace(right, wrong)).status == 404, wrong
    stack.sql(f"UPDATE course SET department_id = 'jobcenter' WHERE id = {courses}")
    for _ in range(5):  # each worker runs the statement again
        listed = client.get("/report/caseload/list?list=department&table=departments&row=jobcenter&column=open&sort=-on&limit=200")
    stack.sql(f"UPDATE course SET department_id = '{DEPARTMENT}' WHERE id = {courses}")
    assert listed.status == 200 and listed.all("//p:report-course/@id")
    assert int(listed.one("//p:report-list").get("total")) >= len(listed.all("//p:report-course"))


def whose_it_is_is_told(rita, karla):
    """A leader may stop what somebody else waits for: who it is stands there, and whoever it was is told by whom."""
    assert rita.get(ADDRESS).one("//p:report-run").get("by-name") is None, "one's own"
    assert karla.get(ADDRESS).one("//p:report-run").get("by-name") == "Rita Regnskab"
    assert karla.submit("report-cancel", {}, "cancel").notices() == ["report-cancelled"]
    run = rita.get(ADDRESS).one("//p:report-run")
    assert (run.get("state"), run.get("cancelled-by")) == ("cancelled", "Karla Koordin")
    assert karla.get(ADDRESS).one("//p:report-run").get("cancelled-by") is None
    rita.get(ADDRESS)
    rita.submit("report-again", {}, "again")


def test_the_list_behind_the_courses_of_a_month(sign_in, courses):
    client = sign_in("tl.karla")
    held = figure(again(client), "months", "2026-01-01", "held")
    assert client.get(held.get("href")).one("//p:report-list").get("total") == held.get("value") == "78"


def test_a_slow_report_waits_and_can_be_taken_back(stack, sign_in, courses):
    """As the last one took long, this one is ordered; nobody computes it while samspil-reporter rests."""
    stack.stop("reporter")
    client = sign_in("oek.rita")
    stack.sql("DELETE FROM report_run; INSERT INTO report_run (report, query, query_hash, state, asked_by, done_at, microseconds)"
              " VALUES ('caseload', '', 'slow', 'done', 'oek.rita', UTC_TIMESTAMP(), 9000000)")
    page = client.get(ADDRESS)
    assert page.one("//p:report-run").get("state") == "waiting" and page.headers["Refresh"].startswith("2; url=")
    client.get(ADDRESS)
    assert stack.sql("SELECT COUNT(*) FROM report_run WHERE state = 'waiting'") == [["1"]], "asked twice, ordered once"
    assert client.submit("report-cancel", {}, "cancel").notices() == ["report-cancelled"]
    assert client.get(ADDRESS).one("//p:report-run").get("state") == "cancelled"
    client.submit("report-again", {}, "again")
    whose_it_is_is_told(client, sign_in("tl.karla"))
    assert stack.tool("reporter", "--once")[0] == 0
    assert client.get(ADDRESS).one("//p:report").get("data-at")
    stack.sql("DELETE FROM report_run")
    stack.start("reporter")


def test_what_the_reporter_computes_is_not_computed_beside_it(stack, sign_in, courses):
    """One of another question runs: this one waits, however quick the last one was; of the same question there is one."""
    stack.stop("reporter")
    client = sign_in("oek.rita")
    stack.sql("DELETE FROM report_run; INSERT INTO report_run (report, query, query_hash, state, asked_by, begun_at, alive_at)"
              " VALUES ('caseload', 'from=2026-01-01&to=2026-02-28', 'other', 'running', 'oek.rita', UTC_TIMESTAMP(), UTC_TIMESTAMP())")
    assert client.get(ADDRESS).one("//p:report-run").get("state") == "waiting"
    stack.sql("UPDATE report_run SET alive_at = UTC_TIMESTAMP() - INTERVAL 2 MINUTE")
    assert client.get(ADDRESS).one("//p:report-run").get("state") == "waiting", "it was ordered"
    page = client.get("/report/caseload?from=12-2025&to=02-2026")
    assert page.all("//p:report"), "nobody computes any more"
    stack.sql("UPDATE report_run SET state = 'waiting', done_at = NULL, begun_at = NULL, figures = NULL WHERE state = 'done'")
    page = client.submit("report-again", {}, "again")
    assert page.one("//p:report-run").get("state") == "waiting" and stack.sql("SELECT COUNT(*) FROM report_run") == [["3"]]
    stack.sql("DELETE FROM report_run")
    stack.start("reporter")


def test_what_is_not_very_quick_waits_for_another_report(stack, sign_in, courses):
    stack.stop("reporter")
    client = sign_in("oek.rita")
    stack.sql("DELETE FROM report_run; INSERT INTO report_run (report, query, query_hash, state, asked_by, begun_at, alive_at, done_at, microseconds)"
              " VALUES ('flow', '', 'other', 'running', 'oek.rita', UTC_TIMESTAMP(), UTC_TIMESTAMP(), NULL, NULL),"
              " ('caseload', '', 'before', 'done', 'oek.rita', NULL, NULL, UTC_TIMESTAMP() - INTERVAL 1 DAY, 500000)")
    assert client.get(ADDRESS).one("//p:report-run").get("state") == "waiting"
    stack.sql("DELETE FROM report_run WHERE state <> 'done'")
    assert client.get(ADDRESS).all("//p:report"), "alone it is quick enough"
    stack.sql("DELETE FROM report_run")
    stack.start("reporter")


def test_pages_compute_one_after_the_other(stack, sign_in, courses):
    stack.stop("reporter")
    client = sign_in("oek.rita")
    stack.sql("DELETE FROM report_run")
    with c.held(stack, "DO GET_LOCK('samspil-report', 5)"):
        assert client.get(ADDRESS).one("//p:report-run").get("state") == "waiting", "whose turn does not come is not kept waiting"
    stack.sql("DELETE FROM report_run")
    assert client.get(ADDRESS).all("//p:report")
    stack.sql("DELETE FROM report_run")
    stack.start("reporter")


def test_a_run_whose_worker_died_is_taken_up_again(stack, sign_in, courses):
    stack.stop("reporter")
    client = sign_in("oek.rita")
    stack.sql("DELETE FROM report_run; INSERT INTO report_run (report, query, query_hash, state, asked_by, begun_at, alive_at)"
              " VALUES ('caseload', 'from=2026-01-01&to=2026-02-28', 'dead', 'running', 'oek.rita', UTC_TIMESTAMP() - INTERVAL 1 HOUR, UTC_TIMESTAMP() - INTERVAL 361 SECOND),"
              " ('caseload', 'from=2026-01-01&to=2026-02-28', 'long', 'running', 'oek.rita', UTC_TIMESTAMP() - INTERVAL 1 HOUR, UTC_TIMESTAMP() - INTERVAL 299 SECOND),"
              " ('no-such', '', 'odd', 'waiting', 'oek.rita', NULL, NULL)")
    assert stack.tool("reporter", "--once")[0] == 0
    assert stack.sql("SELECT query_hash, state FROM report_run ORDER BY query_hash") == [["dead", "done"], ["long", "running"], ["odd", "failed"]]
    stack.sql("DELETE FROM report_run")
    stack.start("reporter")
    assert client.get("/report").status == 200


def test_runs_about_now_are_kept_for_a_day(stack, sign_in, courses):
    stack.sql("DELETE FROM report_run; INSERT INTO report_run (report, query, query_hash, state, asked_by, asked_at, done_at)"
              " VALUES ('flow', 'from=2026-01-01', 'old', 'done', 'oek.rita', UTC_TIMESTAMP() - INTERVAL 25 HOUR, UTC_TIMESTAMP() - INTERVAL 25 HOUR),"
              "  ('flow', 'from=2026-01-01&as-of=2026-02-01', 'moment', 'done', 'oek.rita', UTC_TIMESTAMP() - INTERVAL 25 HOUR, UTC_TIMESTAMP() - INTERVAL 25 HOUR),"
              "  ('flow', 'from=2026-02-01', 'newest', 'done', 'oek.rita', UTC_TIMESTAMP() - INTERVAL 25 HOUR, UTC_TIMESTAMP() - INTERVAL 25 HOUR)")
    assert stack.tool("reporter", "--once")[0] == 0
    kept = stack.sql("SELECT query_hash FROM report_run WHERE report = 'flow' ORDER BY id")
    stack.sql("DELETE FROM report_run")
    assert kept == [["moment"], ["newest"]]


def test_the_reporter_and_the_pages_do_not_wait_for_each_other(stack, courses):
    """A page counts who takes what, computes for a second or more, and then orders; a deadlock with the reporter's tidying was a 503."""
    stack.stop("reporter")
    stack.sql("DELETE FROM report_run; INSERT INTO report_run (report, query, query_hash, state, asked_by, asked_at, done_at)"
              " VALUES ('flow', 'x', 'old', 'done', 'oek.rita', UTC_TIMESTAMP() - INTERVAL 500 DAY, UTC_TIMESTAMP()), ('flow', 'y', 'taken', 'waiting', 'oek.rita', UTC_TIMESTAMP(), NULL)")
    with c.held(stack, "BEGIN; INSERT INTO report_taken (uid, report, what) VALUES ('oek.rita', 'flow', 'compute');"
                       " INSERT INTO report_run (report, query, query_hash, asked_by) VALUES ('flow', 'z', 'mine', 'oek.rita');"
                       " SELECT id FROM report_run WHERE query_hash = 'taken' FOR UPDATE"):
        done = stack.tool("reporter", "--once")
        assert done[0] == 0, done
        assert stack.sql("SELECT query_hash, state FROM report_run ORDER BY id") == [["taken", "waiting"]], "what another one has is passed over"
    stack.sql("DELETE FROM report_run")
    stack.start("reporter")


def test_the_sql_can_be_run_as_it_stands(stack, sign_in, courses):
    page = again(sign_in("tl.karla"), f"/report/simulator?department={DEPARTMENT}&hours=7,5")
    sql = page.one("//p:report-query[@name = 'now']/p:sql").text
    assert "?" not in sql and f"CAST('{DEPARTMENT}' AS CHAR(40)) AS department, CAST(NULL AS CHAR(40)) AS target_group" in sql and "'7.5'" in sql
    assert stack.sql(f"SET NAMES utf8mb4 COLLATE utf8mb4_danish_ci; {sql}")[0][0] == page.one("//p:figures-brief[@name = 'open']/p:figure").get("value")


def test_the_simulator_counts_with_what_is_typed(sign_in, courses):
    page = sign_in("tl.karla").get(f"/report/simulator?department={DEPARTMENT}&inflow=100&at-risk=50&hours=10&cases=40")
    assert page.status == 200, page.text
    assert figure(page, "norms", "norm-80", "now").get("shown") == "0.97" and figure(page, "norms", "norm-40", "now").get("shown") == "1.93"
    needed = float(figure(page, "norms", "norm-40", "needed").get("value"))
    assert needed == float(page.one("//p:figures-brief[@name = 'needed']/p:figure").get("value")) > 10, "600 who come in a year have courses, too"
    more = sign_in("tl.karla").get(f"/report/simulator?department={DEPARTMENT}&inflow=100&at-risk=100&hours=40&cases=40")
    assert figure(more, "norms", "norm-80", "needed").get("shown") == "36.37", "4000 hours a month"
    pasted = sign_in("tl.karla").get(f"/report/simulator?department={DEPARTMENT}&inflow=%20100%20&at-risk=100%09&hours=40&cases=40")
    assert figure(pasted, "norms", "norm-80", "needed").get("shown") == "36.37", "blanks around a number"
    first = page.all("//p:figures[@name = 'months']/p:figures-row")[0]
    assert [first.find(f"{{*}}figure[@column='{name}']").get("shown") for name in ("fresh", "begun", "queue", "open")] == ["50.0", "3.0", "47.0", "80.0"], "two have room for 80, and 77 are there"
    half = sign_in("tl.karla").get(f"/report/simulator?department={DEPARTMENT}&inflow=100&at-risk=50&hours=10&cases=80")
    assert [figure(half, "months", half.all("//p:figures[@name = 'months']/p:figures-row")[0].get("name"), name).get("shown") for name in ("begun", "queue")] == ["22.0", "28.0"]
    page = sign_in("oek.rita").get("/report/simulator?cases=0&hours=mange")
    assert (page.status, page.errors()) == (422, {"cases": "out-of-range", "hours": "not-a-number"})
    page = sign_in("oek.rita").get("/report/simulator?inflow=1.158&hours=4.5")
    assert (page.status, page.errors()) == (422, {"inflow": "number-with-point", "hours": "number-with-point"}), "never guessed"
    page = sign_in("oek.rita").get("/report/simulator?inflow=1,158&hours=4,5")
    assert page.one("//p:figures-brief[@name = 'hours']/p:figure").get("value") == "4.5"
    assert sign_in("oek.rita").get(page.one("//p:report").get("csv-href")).status == 200, "an address is as one types it"


def test_questions_are_not_asked_without_end(stack, sign_in, courses):
    client, asked = sign_in("oek.rita"), f"/report/flow?department={DEPARTMENT}&from=02-2022&to=03-2022"
    assert client.get(asked).status == 200
    stack.sql("INSERT INTO report_taken (uid, report, what) SELECT 'oek.rita', 'flow', 'compute' FROM seq_1_to_200")
    refused = client.get(asked.replace("02-", "01-"))
    assert refused.status == 429 and "mange beregninger" in client.html(asked.replace("02-", "01-")).text
    assert 6 * 3600 - 60 < int(refused.headers["Retry-After"]) <= 6 * 3600 and refused.one("//p:error").get("again-at")
    assert "from=01-2022" in refused.one("//p:error").get("back") and "to=03-2022" in refused.one("//p:error").get("back"), "it leads back to what was asked"
    assert client.get(asked).status == 200 and client.get(asked + "&format=csv").status == 200, "what was computed is there"
    stack.sql("UPDATE report_run SET asked_at = asked_at - INTERVAL 1 HOUR, done_at = done_at - INTERVAL 1 HOUR")
    old = client.get(asked)
    assert old.status == 200 and old.all("//p:figures-note[@key = 'old']"), "what was computed stays, with a word of it"
    stack.sql("INSERT INTO report_taken (uid, report, what) SELECT 'tl.karla', 'flow', 'compute' FROM seq_1_to_200")
    assert not sign_in("tl.karla").get("/report/flow?department=jobcenter&from=03-2022&to=04-2022").status == 429, "whose lists open may ask"
    assert sign_in("eval.ane").get(asked.replace("02-", "01-")).status == 200
    stack.sql("UPDATE report_taken SET at = UTC_TIMESTAMP() - INTERVAL 7 HOUR")
    assert client.get(asked.replace("02-", "01-")).status == 200
    stack.sql("DELETE FROM report_taken")


def test_what_was_kept_in_another_form_is_computed_anew(stack, sign_in, courses):
    """As reports were kept before anything was told in round figures: nothing says what is for whom."""
    client, asked = sign_in("oek.rita"), f"/report/flow?department={DEPARTMENT}&from=02-2022&to=04-2022&as-of=2022-04-30"
    first = client.get(asked)
    (text,), = stack.sql("SELECT query FROM report_run ORDER BY id DESC LIMIT 1")
    before = hashlib.sha256(f"report\0flow?{text}#".encode()).hexdigest()
    stack.sql(f"UPDATE report_run SET query_hash = '{before}', figures = REPLACE(figures, 'persons=', 'nobody=') ORDER BY id DESC LIMIT 1")
    assert [dict(figure.attrib) for figure in client.get(asked).all("//p:figure")] == [dict(figure.attrib) for figure in first.all("//p:figure")]
    stack.sql("DELETE FROM report_run")


def test_files_are_not_taken_without_end(stack, sign_in, courses):
    client = sign_in("oek.rita")
    stack.sql("INSERT INTO report_taken (uid, report, what) SELECT 'oek.rita', 'caseload', 'csv' FROM seq_1_to_60")
    stack.sql("UPDATE report_taken SET at = UTC_TIMESTAMP() - INTERVAL 5 MINUTE")
    refused = client.get(ADDRESS + "&format=csv")
    assert refused.status == 429 and 290 <= int(refused.headers["Retry-After"]) <= 300, "the oldest of them is forgotten then"
    again = datetime.datetime.fromisoformat(refused.one("//p:error").get("again-at").replace("Z", "+00:00")) - datetime.datetime.now(datetime.timezone.utc)
    assert 280 <= again.total_seconds() <= 361, "a full minute, and not too early"
    back = client.get(refused.one("//p:error").get("back"))
    assert back.status == 200 and back.one("//p:report").get("name") == "caseload" and back.one("//p:report").get("department") == "Prøve af sagstal"
    assert (back.one("//p:report").get("from"), back.one("//p:report").get("to")) == ("2026-01-01", "2026-02-28"), "with its filters"
    html = client.html(ADDRESS + "&format=csv").text
    assert "Du kan prøve igen" in html and "Tilbage til det, du spurgte om" in html
    stack.sql("DELETE FROM report_taken")
