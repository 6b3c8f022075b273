"""The access log, and who may read it."""

import pytest


def rows(page):
    return page.all("//p:list[@name = 'access-log']/p:access")


def test_an_operator_sees_all_but_names_of_citizens(sign_in):
    sign_in("lis.sb").get("/citizens/1")
    client = sign_in("it.bo")
    client.get("/admin/access-log")
    page = client.submit("filter", {"uid": "lis.sb", "action": "refuse"})
    assert "uid=lis.sb" in page.url and "action=refuse" in page.url
    found = rows(page)
    assert found[0].get("name") == "Lis Nabo" and found[0].get("citizen-number") == "1"
    assert {row.get("action") for row in found} == {"refuse"} and {row.get("uid") for row in found} == {"lis.sb"}
    assert not [row for row in found if row.get("citizen") or row.get("citizen-id")]
    ids = [int(row.get("id")) for row in found]
    assert ids == sorted(ids, reverse=True)


def test_a_cpr_number_never_comes_into_an_address(sign_in):
    client = sign_in("tl.karla")
    client.get("/admin/access-log")
    page = client.submit("filter", {"citizen": "250380-1714"})
    assert page.url.endswith("?citizen=1") and page.one("//p:access-log").get("citizen-id") == "1"
    assert {row.get("citizen-id") for row in rows(page)} == {"1"}
    assert {row.get("citizen") for row in rows(page)} == {"Karen Karensen"}


def test_looking_for_a_citizen_is_logged(stack, sign_in):
    client = sign_in("it.bo")
    last = stack.sql("SELECT MAX(id) FROM access_log")[0][0]
    client.get("/admin/access-log?citizen=3")
    assert ["it.bo", "/admin/access-log", "3"] in stack.sql(f"SELECT uid, route, citizen_id FROM access_log WHERE id > {last}")


def test_a_leader_sees_only_his_department(stack, sign_in):
    stack.sql("INSERT INTO access_log (reference, uid, program, route, action) VALUES ('00000001', 'lis.sb', 'plan', '/x', 'show')")
    client = sign_in("tl.karla")
    page = client.get("/admin/access-log?limit=200&uid=lis.sb")
    assert "00000001" not in [row.get("reference") for row in rows(page)]
    assert "00000001" in [row.get("reference") for row in rows(sign_in("it.bo").get("/admin/access-log?limit=200&uid=lis.sb"))]
    departments = dict(stack.sql("SELECT uid, department_id FROM staff"))
    citizens = {row[0] for row in stack.sql("SELECT id FROM citizen WHERE department_id = 'jobcenter'")}
    for row in rows(client.get("/admin/access-log?limit=200")):
        assert departments.get(row.get("uid")) == "jobcenter" or row.get("citizen-number") in citizens


def test_dates_limit_it(stack, sign_in):
    client = sign_in("it.bo")
    assert client.get("/admin/access-log?from=2099-01-01").one("//p:list").get("total") == "0"
    assert client.get("/admin/access-log?to=2001-01-01").one("//p:list").get("total") == "0"
    assert int(client.get("/admin/access-log?from=2001-01-01").one("//p:list").get("total")) > 0
    assert client.get("/admin/access-log").status == 200
    assert client.submit("filter", {"from": "31-02-2026", "citizen": "x", "uid": "nobody"}).errors() == {
        "from": "not-a-date", "citizen": "cpr-or-number", "uid": "nobody-found"}


def test_pages_follow_each_other(sign_in):
    client = sign_in("it.bo")
    first = rows(client.get("/admin/access-log?limit=5"))
    second = rows(client.get("/admin/access-log?limit=5&offset=5"))
    assert len(first) == 5 and int(second[0].get("id")) < int(first[0].get("id"))


def test_the_log_is_read_by_its_indexes(stack):
    plan = stack.sql("EXPLAIN SELECT l.id FROM access_log l WHERE l.uid = 'mads.sb' AND l.id BETWEEN 1 AND 1000000 ORDER BY l.id DESC LIMIT 50")
    assert plan[0][5] == "access_log_uid"


@pytest.mark.parametrize("uid, admin, departments, log", [
    ("it.bo", 200, 200, 200), ("xsl.jens", 200, 200, 403), ("tl.karla", 200, 403, 200), ("mads.sb", 403, 403, 403),
    ("vk.ole", 403, 403, 403), ("eval.ane", 403, 403, 403),
])
def test_who_administers(sign_in, uid, admin, departments, log):
    client = sign_in(uid)
    assert [client.get(path).status for path in ("/admin", "/admin/departments", "/admin/access-log")] == [admin, departments, log]


def test_nobody_can_change_the_log(stack):
    for program in ("portal", "admin"):
        rights = stack.sql(f"SHOW GRANTS FOR samspil_{program}@localhost")
        for (line,) in rights:
            if "access_log" in line:
                assert "UPDATE" not in line and "DELETE" not in line


def test_departments(sign_in):
    page = sign_in("it.bo").get("/admin/departments")
    part = page.one("//p:department[@id = 'virksomhedsservice']")
    assert part.get("parent-name") == "Jobcenter" and part.get("group").startswith("cn=virksomhedsservice,")
    assert int(page.one("//p:department[@id = 'jobcenter']").get("staff")) == 5
