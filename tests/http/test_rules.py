"""Frames, target groups, categories and benefits: a change of law is a row from a date; what was in force never changes."""

import itertools
from datetime import date, timedelta

import pytest

import course as c

NUMBER = itertools.count(1)


def day(days):
    return (date.today() + timedelta(days)).isoformat()


@pytest.fixture(scope="module", autouse=True)
def forgotten(stack):
    """Afterwards no rule of these tests is in force, and those that were are."""
    tables = {"course_frame": "id", "target_group": "code", "risk_category": "id", "benefit_type": "code", "deadline_rule": "id",
              "stop_rule": "id"}
    before = {table: stack.sql(f"SELECT {key}, valid_from, valid_to FROM {table}") for table, key in tables.items()}
    yield
    for table, key in tables.items():
        old = [row[0] for row in before[table]]
        stack.sql(f"UPDATE {table} SET valid_from = LEAST(valid_from, CURDATE() - INTERVAL 1 DAY), valid_to = CURDATE() - INTERVAL 1 DAY"
                  f" WHERE valid_from <= CURDATE() AND {key} NOT IN (" + ", ".join(f"'{one}'" for one in old) + ")")
        for one, valid_from, valid_to in before[table]:
            to = "NULL" if valid_to is None else f"'{valid_to}'"
            stack.sql(f"UPDATE {table} SET valid_from = '{valid_from}', valid_to = {to} WHERE {key} = '{one}' AND NOT (valid_from = '{valid_from}' AND valid_to <=> {to})")


@pytest.fixture(scope="module")
def bo(stack):
    """Who runs Samspil, and writes its rules."""
    return c.person(stack, "it.bo")


def old_frame(stack, name=None):
    """A frame that is in force, of a department that has no citizens.  Its id."""
    name = name or f"Prøveramme {next(NUMBER)}"
    return c.insert(stack, f"INSERT INTO course_frame (name, department_id, valid_from) VALUES ('{name}', 'it', '2020-01-01')")


def frame_form(**fields):
    return {"title": f"Prøveramme {next(NUMBER)}", "department": "it", "professions": ["caseworker"], "valid-from": day(5),
            **{name.replace("_", "-"): value for name, value in fields.items()}}


def new(client, rule, fields, follows=None):
    client.get(f"/admin/rules/new?rule={rule}" + (f"&follows={follows}" if follows else ""))
    return client.submit(f"rule-{rule}", fields)


def changes(stack, rule, code):
    return [row[0] for row in stack.sql(f"SELECT CASE WHEN was IS NULL THEN 'new' WHEN became = '' THEN 'removed' ELSE 'changed' END FROM rule_change"
                                        f" WHERE rule = '{rule}' AND code = '{code}' ORDER BY id")]


@pytest.mark.parametrize("uid", ["tl.karla", "mads.sb", "xsl.jens"])
def test_only_who_may_sees_and_writes_them(stack, uid):
    client = c.person(stack, uid)
    token = client.get("/admin/catalogue").one("/p:page/p:user/p:form/p:token").text
    for path in ("", "/rule?rule=frame&code=1", "/new?rule=benefit"):
        assert client.get("/admin/rules" + path).status == 403
    for path in ("rule?rule=frame&code=1", "new?rule=frame", "end?rule=frame&code=1", "withdraw?rule=frame&code=1"):
        assert client.send("/admin/rules/" + path, [("token", token), ("once", "y" * 43), ("valid-to", day(1))]).status == 403
    assert not client.get("/admin").all("//p:task[@name = 'rules']") if uid != "mads.sb" else True


def test_all_of_them_and_those_of_a_day(bo):
    page = bo.get("/admin/rules")
    assert [kind.get("name") for kind in page.all("//p:rule-kind")] == ["frame", "target-group", "category", "benefit", "deadline", "stop"]
    assert page.one("//p:dated-rule[@rule = 'target-group'][@code = 'uddannelseshjaelp']").get("state") == "ended"
    assert int(page.one("//p:dated-rule[@rule = 'frame'][@code = '1']").get("uses")) > 10
    codes = {row.get("code") for row in bo.get("/admin/rules?on=2024-01-01").all("//p:rule-kind[@name = 'target-group']/p:dated-rule")}
    assert "uddannelseshjaelp" in codes and "kontanthjaelp-ung" not in codes
    assert bo.get("/admin/rules?on=nonsense").status == 200
    assert bo.get("/admin/rules/rule?rule=frame&code=99999").status == bo.get("/admin/rules/rule?rule=x&code=1").status == 404
    assert bo.get("/admin/rules/new?rule=x").status == 404


def test_what_is_to_come_can_be_changed_and_taken_back(stack, bo):
    page = new(bo, "frame", frame_form(min_age="18", max_age="17"))
    assert page.status == 422 and page.errors() == {"max-age": "age-below-min"}
    page = bo.submit("rule-frame", {"max-age": "30"})
    assert page.notices() == ["rule-saved"] and page.one("//p:dated-rule").get("state") == "coming"
    code = page.one("//p:dated-rule").get("code")
    page = bo.submit("rule-frame", {"max-age": "", "professions": ["caseworker", "nurse"]})
    assert page.notices() == ["rule-saved"]
    assert stack.sql(f"SELECT professions, min_age, max_age FROM course_frame WHERE id = {code}") == [["caseworker,nurse", "18", None]]
    values = {value.get("field"): (value.get("was"), value.get("is")) for value in page.all("(//p:rule-change)[1]/p:value")}
    assert values == {"max-age": ("30", None), "professions": ("caseworker", "caseworker nurse")}
    assert bo.submit("rule-withdraw").notices() == ["rule-withdrawn"]
    assert not stack.sql(f"SELECT 1 FROM course_frame WHERE id = {code}") and changes(stack, "frame", code) == ["new", "changed", "removed"]


def test_what_is_in_force_is_not_edited_and_ends_at_the_earliest_today(stack, bo):
    code = old_frame(stack)
    page = bo.get(f"/admin/rules/rule?rule=frame&code={code}")
    assert [form.get("name") for form in page.all("//p:content//p:form")] == ["rule-end"]
    fields = [("token", page.one("/p:page/p:user/p:form/p:token").text), ("once", f"{code:z<43}"), ("revision", "1"), ("title", "Andet"), ("department", "it"),
              ("professions", "nurse"), ("valid-from", "2020-01-01")]
    assert bo.send(f"/admin/rules/rule?rule=frame&code={code}", fields).status == 409
    assert bo.send(f"/admin/rules/withdraw?rule=frame&code={code}", fields).status == 409
    assert stack.sql(f"SELECT name FROM course_frame WHERE id = {code}")[0][0].startswith("Prøveramme")
    page = bo.submit("rule-end", {"valid-to": day(-1)}, page=page)
    assert page.status == 422 and page.errors() == {"valid-to": "rule-ends-too-early"}
    page = bo.submit("rule-end", {"valid-to": day(0)})
    assert page.notices() == ["rule-saved"] and page.one("//p:dated-rule").get("valid-to") == day(0)
    stack.sql(f"UPDATE course_frame SET valid_to = '{day(-1)}' WHERE id = {code}")
    page = bo.get(f"/admin/rules/rule?rule=frame&code={code}")
    assert page.one("//p:dated-rule").get("state") == "ended" and not page.all("//p:content//p:form | //@next")


def test_another_one_follows_and_courses_keep_theirs(stack, bo):
    code = old_frame(stack)
    course = c.new_course(stack, frame=code)
    page = bo.get(f"/admin/rules/rule?rule=frame&code={code}")
    assert page.one("//p:rule-page").get("next").endswith(f"follows={code}")
    page = new(bo, "frame", {"valid-from": day(0)}, follows=code)
    assert page.status == 422 and page.errors() == {"valid-from": "rule-too-early"}
    assert stack.sql(f"SELECT valid_to FROM course_frame WHERE id = {code}") == [[None]], "nothing of a refused one stays"
    page = bo.submit("rule-frame", {"valid-from": day(10), "min-age": "40"})
    assert page.notices() == ["rule-saved"]
    other = page.one("//p:dated-rule").get("code")
    assert stack.sql(f"SELECT valid_to, min_age FROM course_frame WHERE id = {code}") == [[day(9), None]]
    assert stack.sql(f"SELECT frame_id FROM course WHERE id = {course}") == [[code]]
    assert c.person(stack, "mads.sb").get(f"/plan/{course}").one("//p:course").get("frame").startswith("Prøveramme")
    page = new(bo, "frame", {"valid-from": day(20)}, follows=code)
    assert page.status == 422 and set(page.errors()) == {"title"}, "both would be in force"
    bo.get(f"/admin/rules/rule?rule=frame&code={code}")
    assert bo.submit("rule-end", {"valid-to": day(15)}).errors() == {"valid-to": "rule-overlaps"}
    assert changes(stack, "frame", code) == ["changed"] and changes(stack, "frame", other) == ["new"]


def test_no_two_of_the_same_at_a_time(stack, bo):
    name = f"Prøveramme {next(NUMBER)}"
    old_frame(stack, name)
    assert new(bo, "frame", frame_form(title=name)).errors() == {"title": "rule-overlaps"}
    assert new(bo, "frame", frame_form(title=name, department="aalborg", valid_to=day(6))).notices() == ["rule-saved"]
    assert new(bo, "frame", frame_form(title=name, department="aalborg", valid_from=day(6))).errors() == {"title": "rule-overlaps"}
    assert bo.submit("rule-frame", {"valid-from": day(7)}).notices() == ["rule-saved"]
    page = new(bo, "category", {"target-group": "andre", "code": "lav-risiko", "title": "Lav", "risk": "low", "ordinal": "9", "valid-from": day(3)})
    assert page.status == 422 and page.errors() == {"code": "rule-overlaps"}


def test_a_group_is_followed_with_its_categories(stack, bo):
    code = f"proeve-{next(NUMBER)}"
    stack.sql(f"INSERT INTO target_group (code, title, ordinal, min_age, valid_from) VALUES ('{code}', 'Prøvegruppe {code}', 9000, 119, '2020-01-01')")
    stack.sql(f"INSERT INTO risk_category (target_group, code, title, risk, ordinal, valid_from) VALUES ('{code}', 'a', 'A', 'low', 1, '2020-01-01'),"
              f" ('{code}', 'b', 'B', 'high', 2, '2020-01-01')")
    page = new(bo, "target-group", {"code": code, "valid-from": day(4)}, follows=code)
    assert page.status == 422 and page.errors() == {"code": "rule-code-taken"}
    page = bo.submit("rule-target-group", {"code": "Ny Kode"})
    assert page.status == 422 and page.errors() == {"code": "not-a-rule-code"}
    page = bo.submit("rule-target-group", {"code": code + "-ny"})
    assert page.notices() == ["rule-saved"]
    assert stack.sql(f"SELECT code, valid_from FROM risk_category WHERE target_group = '{code}-ny' ORDER BY ordinal") == [["a", day(4)], ["b", day(4)]]
    assert stack.sql(f"SELECT valid_to FROM target_group WHERE code = '{code}'") == [[day(3)]]
    assert bo.submit("rule-target-group", {"code": "noget-andet"}).errors() == {"code": "rule-code-stays"}
    bo.get(f"/admin/rules/rule?rule=target-group&code={code}-ny")
    assert bo.submit("rule-withdraw").notices() == ["rule-withdrawn"]
    assert not stack.sql(f"SELECT 1 FROM risk_category WHERE target_group = '{code}-ny'")


def test_a_benefit_that_others_use_is_not_taken_back(stack, bo):
    code = f"proeveydelse-{next(NUMBER)}"
    page = new(bo, "benefit", {"code": code, "title": f"Prøve {code}", "law": "Lov om prøver", "valid-from": day(2)})
    assert page.notices() == ["rule-saved"]
    frame = new(bo, "frame", frame_form(benefit_type=code)).one("//p:dated-rule").get("code")
    bo.get(f"/admin/rules/rule?rule=benefit&code={code}")
    page = bo.submit("rule-withdraw")
    assert page.status == 422 and "rule-in-use" in page.text
    bo.get(f"/admin/rules/rule?rule=frame&code={frame}")
    bo.submit("rule-withdraw")
    bo.get(f"/admin/rules/rule?rule=benefit&code={code}")
    assert bo.submit("rule-withdraw").notices() == ["rule-withdrawn"]


def test_two_who_change_one_rule_are_told(stack, bo):
    code = old_frame(stack)
    other = c.person(stack, "it.bo")
    for client in (bo, other):
        client.get(f"/admin/rules/rule?rule=frame&code={code}")
    assert bo.submit("rule-end", {"valid-to": day(30)}).notices() == ["rule-saved"]
    page = other.submit("rule-end", {"valid-to": day(60)})
    assert page.status == 409
    field = page.one("//p:form[@name = 'rule-end']/p:field[@name = 'valid-to']")
    assert [field.findtext(f"{{urn:samspil:page:1}}{name}") for name in ("value", "theirs")] == [day(60), day(30)]
    assert stack.sql(f"SELECT valid_to FROM course_frame WHERE id = {code}") == [[day(30)]]


def test_a_double_click_is_one_rule(stack, bo):
    page = bo.get("/admin/rules/new?rule=frame")
    fields = frame_form()
    once = bo.fill(page.form("rule-frame"), fields)
    first, second = (bo.send("/admin/rules/new?rule=frame", once) for _ in range(2))
    assert first.status == second.status == 303 and first.headers["Location"] == second.headers["Location"]
    assert stack.sql(f"SELECT COUNT(*) FROM course_frame WHERE name = '{fields['title']}'") == [["1"]]


def test_what_was_typed_when_the_session_had_ended_is_kept(stack):
    """Also in the administration; and the way back leads to the same kind of rule."""
    client = c.person(stack, "it.bo")
    form = client.get("/admin/rules/new?rule=frame").form("rule-frame")
    stack.sql("UPDATE session SET ended_at = NOW() WHERE uid = 'it.bo' AND ended_at IS NULL")
    answer = client.send(form.get("action"), client.fill(form, frame_form(title="Tastet for sent"), None))
    assert answer.status == 303, answer.text
    client.page = client.get(answer.headers["Location"])
    page = client.submit("sign-in", {"username": "it.bo", "password": stack.users["it.bo"]["password"]})
    assert page.status == 200 and "kept" in page.notices(), page.text
    fields = {field.get("name"): field.findtext("{*}value") for field in page.form("rule-frame").findall("{*}field")}
    assert fields["title"] == "Tastet for sent"


@pytest.fixture
def writer(stack):
    return c.person(stack, "it.bo")


def deadline_form(**fields):
    return {"deadline-kind": "assessment", "event": "course-opened", "n": "4", "unit": "week", "law": "Vores eget", "valid-from": day(3),
            **{name.replace("_", "-"): value for name, value in fields.items()}}


def test_a_deadline_rule_is_followed_and_what_was_opened_keeps_it(stack, writer):
    page = new(writer, "deadline", deadline_form(n="0", by_end_of="week"))
    assert page.errors() == {"n": "no-first-week"}
    page = writer.submit("rule-deadline", {"n": "4", "by-end-of": "", "rests": "yes"})
    assert page.notices() == ["rule-saved"], page.errors()
    code = page.one("//p:dated-rule").get("code")
    assert stack.sql(f"SELECT n, unit, repeats, rests FROM deadline_rule WHERE id = {code}") == [["4", "week", "0", "1"]]
    assert "rests" in page.all("//p:dated-rule/p:value/@field") and "repeats" not in page.all("//p:dated-rule/p:value/@field")
    assert new(writer, "deadline", deadline_form(valid_from=day(40))).errors() == {"event": "rule-overlaps"}
    assert new(writer, "deadline", deadline_form(benefit_type="sygedagpenge")).notices() == ["rule-saved"], "one for a benefit may stand beside one for all"
    stack.sql(f"UPDATE deadline_rule SET valid_from = '2020-01-01' WHERE id = {code}")
    course = c.new_course(stack)
    stack.sql(f"INSERT INTO deadline (course_id, kind, rule_id, due_on, changed_by) VALUES ({course}, 'assessment', {code}, CURDATE(), 'mads.sb')")
    page = new(writer, "deadline", {"valid-from": day(9), "n": "2"}, follows=code)
    assert page.notices() == ["rule-saved"] and page.all("//p:value[@field = 'n']/@is")[0] == "2"
    assert stack.sql(f"SELECT n, valid_to FROM deadline_rule WHERE id = {code}") == [["4", day(8)]]
    assert stack.sql(f"SELECT rule_id FROM deadline WHERE course_id = {course}") == [[code]] and changes(stack, "deadline", code) == ["new", "changed"]


def test_when_to_stop_is_set_for_all_and_for_an_entry(stack, writer):
    entry = stack.sql("SELECT entry_id FROM catalogue_version WHERE state = 'published' LIMIT 1")[0][0]
    form = {"catalogue-entry": entry, "no-progress": "4", "distance": "5", "missed": "1", "longer-percent": "50", "valid-from": day(0)}
    assert new(writer, "stop", {**form, "no-progress": "1"}).errors() == {"no-progress": "out-of-range"}
    page = writer.submit("rule-stop", {"no-progress": "4"})
    assert page.notices() == ["rule-saved"] and page.one("//p:dated-rule").get("title"), page.errors()
    assert new(writer, "stop", {**form, "catalogue-entry": ""}).errors() == {"catalogue-entry": "rule-overlaps"}, "there is one for all"
    assert stack.sql(f"SELECT no_progress FROM stop_rule WHERE entry_id = {entry}") == [["4"]]


def test_what_builds_on_a_group_ends_with_it_or_first(stack, writer):
    code = f"proeve-{next(NUMBER)}"
    stack.sql(f"INSERT INTO target_group (code, title, ordinal, min_age, valid_from) VALUES ('{code}', 'Prøvegruppe {code}', 9000, 119, '2020-01-01')")
    stack.sql(f"INSERT INTO risk_category (target_group, code, title, risk, ordinal, valid_from) VALUES ('{code}', 'a', 'A', 'low', 1, '2020-01-01')")
    frame = old_frame(stack)
    stack.sql(f"UPDATE course_frame SET target_group = '{code}' WHERE id = {frame}")
    rule = new(writer, "deadline", deadline_form(target_group=code, valid_from=day(30))).one("//p:dated-rule").get("code")
    page = writer.get(f"/admin/rules/rule?rule=target-group&code={code}")
    assert {d.get("rule") for d in page.all("//p:dependent")} == {"category", "frame", "deadline"}
    assert writer.submit("rule-end", {"valid-to": day(20)}, submit="end-rule").errors() == {"valid-to": "rule-depends"}
    assert writer.submit("rule-end", {"valid-to": day(20)}, submit="end-rule-with").errors() == {"valid-to": "rule-depends-later"}
    page = writer.submit("rule-end", {"valid-to": day(40)}, submit="end-rule-with")
    assert page.notices() == ["rule-saved"], page.errors()
    assert stack.sql(f"SELECT valid_to FROM course_frame WHERE id = {frame} UNION ALL SELECT valid_to FROM risk_category WHERE target_group = '{code}'"
                     f" UNION ALL SELECT valid_to FROM deadline_rule WHERE id = {rule}") == [[day(40)]] * 3
    assert changes(stack, "frame", frame) == ["changed"]
    assert new(writer, "category", {"target-group": code, "code": "b", "title": "B", "risk": "low", "ordinal": "2", "valid-from": day(3)}).errors() \
        == {"valid-to": "rule-reaches-out"}
    assert writer.submit("rule-category", {"valid-to": day(40)}).notices() == ["rule-saved"]
    page = new(writer, "category", {"target-group": code, "code": "c", "title": "C", "risk": "low", "ordinal": "3", "valid-from": day(41)})
    assert page.errors() == {"valid-to": "rule-reaches-out"}
    writer.get(f"/admin/rules/rule?rule=frame&code={frame}")
    assert writer.submit("rule-end", {"valid-to": day(50)}).errors() == {"valid-to": "rule-reaches-out"}
