"""What the account and the caseload are computed from: rows that are never changed, that a newer day's row stands for."""

import itertools

import pytest

import course as c

NUMBER = itertools.count(1)


@pytest.fixture(scope="module")
def rita(stack):
    """Who keeps the account."""
    return c.person(stack, "oek.rita")


@pytest.fixture(scope="module", autouse=True)
def forgotten(stack):
    """Afterwards nothing of these tests counts in any report."""
    yield
    stack.sql("DELETE FROM budget_line WHERE source = 'Prøve'; DELETE FROM budget_alias WHERE alias LIKE 'Prøve%' OR alias LIKE 'proeve%'; DELETE FROM budget_category WHERE code LIKE 'proeve%';"
              " DELETE FROM benefit_rate WHERE source = 'Prøve'; DELETE FROM benefit_refund WHERE source = 'Prøve'; DELETE FROM caseload_target WHERE source = 'Prøve';"
              " DELETE FROM staff_hours WHERE fte = 0.13; DELETE FROM baseline WHERE source = 'Prøve'")


def budget(**fields):
    return {"budget-category": "mentor", "year": str(2030 + next(NUMBER)), "budget-kind": "budget", "amount": "- 15,5", "stated-on": "01-02-2026",
            "note": "", "source": "Prøve", **{name.replace("_", "-"): value for name, value in fields.items()}}


def enter(client, of, fields):
    client.get("/admin/hours" if of == "hours" else f"/admin/account?of={of}")
    return client.submit("ledger-budget" if of == "budget" else f"ledger-{of.removeprefix('budget-')}", fields)


def rows(page, **values):
    """The rows whose values are these."""
    return [row for row in page.all("//p:ledger-row")
            if all({value.get("field"): value.get("is") for value in row}.get(name.replace("_", "-")) == is_ for name, is_ in values.items())]


@pytest.mark.parametrize("uid", ["tl.karla", "mads.sb", "it.bo"])
def test_only_who_keeps_the_account_sees_it(stack, uid):
    client = c.person(stack, uid)
    token = client.get("/admin/catalogue").one("/p:page/p:user/p:form/p:token").text
    for path in ("account", "hours", "account/line?of=budget&key=1"):
        assert client.get("/admin/" + path).status == 403
    for path in ("account?of=rate", "hours", "account/end?of=hours&key=1", "account/remove?of=budget&key=1"):
        assert client.send("/admin/" + path, [("token", token), ("once", "k" * 43)]).status == 403


def test_each_kind_has_its_page(rita):
    page = rita.get("/admin")
    assert {"account", "hours"} <= {task.get("name") for task in page.all("//p:task")} and not page.all("//p:task[@name = 'rules']")
    kinds = [kind.get("href") for kind in rita.get("/admin/account").all("//p:ledger-kind")]
    assert len(kinds) == 8 and all(rita.get(href).status == 200 for href in kinds)
    assert rita.get("/admin/account?of=x").status == rita.get("/admin/account/line?of=budget").status == 404
    assert rita.get("/admin/account/line?of=budget&key=99999999").status == 404


@pytest.mark.parametrize("typed,kept", [("- 15,5", "-15.5"), ("−15,5", "-15.5"), ("-15,5", "-15.5"), ("38", "38.0"), ("-0,3", "-0.3")])
def test_an_amount_is_read_in_every_way_that_documents_write_it(stack, rita, typed, kept):
    fields = budget(amount=typed)
    assert enter(rita, "budget", fields).notices() == ["line-saved"]
    assert stack.sql(f"SELECT amount FROM budget_line WHERE year = {fields['year']}") == [[kept]]


@pytest.mark.parametrize("typed", ["4.5", "4.500", "1.158,0", "15,55", "mange", "15,5 mio"])
def test_what_is_no_amount_is_asked_again(rita, typed):
    page = enter(rita, "budget", budget(amount=typed))
    assert page.status == 422 and page.errors() == {"amount": "amount-with-point" if "." in typed else "not-an-amount"} and page.one("//p:field[@name = 'amount']/p:value").text == typed


def test_a_newer_days_line_stands_and_the_same_day_is_refused(stack, rita):
    fields = budget()
    enter(rita, "budget", fields)
    page = enter(rita, "budget", {**fields, "amount": "17,0"})
    assert page.status == 422 and page.errors() == {"stated-on": "line-taken"}
    page = rita.submit("ledger-budget", {"stated-on": "01-03-2026"})
    assert page.notices() == ["line-saved"]
    assert [(row.get("state"), row[3].get("is")) for row in rows(page, year=fields["year"])] == [("in-force", "17.0"), ("replaced", "-15.5")]
    old = rows(page, year=fields["year"])[1]
    line = rows(page, year=fields["year"])[0].get("href")
    assert rita.get(line).one("//p:ledger").get("back").endswith("/admin/account?of=budget")
    page = rita.get(rita.page.one("//p:ledger/@remove"))
    assert page.one("//p:ledger").get("back") == line and "Fortryd" in rita.html(page.one("//p:ledger/p:form").get("action")).text, "nothing is removed by going back"
    assert page.one("//p:ledger-instead/p:ledger-row")[3].get("is") == "-15.5", "the older line stands then"
    rita.get(old.get("href"))
    page = rita.get(rita.page.one("//p:ledger/@remove"))
    assert not page.all("//p:ledger-instead/*") and rita.submit("ledger-remove").notices() == ["line-removed"]
    assert rita.get(old.get("href")).status == 404
    number = stack.sql("SELECT MAX(id) FROM budget_line")[0][0]
    for wrong in f"{number}abc", f"0{number}", f"{number}%20":
        for page in "line", "remove":
            assert rita.get(f"/admin/account/{page}?of=budget&key={wrong}").status == 404
    key = old.get("href").rpartition("=")[2]
    assert stack.sql(f"SELECT uid, became = '' FROM rule_change WHERE rule = 'budget' AND code = '{key}' ORDER BY id") == [["oek.rita", "0"], ["oek.rita", "1"]]
    assert stack.sql(f"SELECT COUNT(*) FROM budget_line FOR SYSTEM_TIME ALL WHERE id = {key}") == [["1"]], "reports of earlier days still see it"


def test_a_category_that_is_used_stays(rita):
    assert enter(rita, "budget-category", {"code": "Prøve", "title": "Prøve", "side": "saving", "ordinal": "99"}).errors() == {"code": "not-a-rule-code"}
    assert rita.submit("ledger-category", {"code": "proeve-1"}).notices() == ["line-saved"]
    early = rita.get("/admin/account/remove?of=budget-category&key=proeve-1")
    assert enter(rita, "budget-alias", {"alias": "Prøve post", "budget-category": "proeve-1"}).notices() == ["line-saved"]
    page = rita.get("/admin/account/remove?of=budget-category&key=proeve-1")
    assert page.one("//p:ledger").get("used") == "yes" and not page.all("//p:content//p:form")
    page = rita.submit("ledger-remove", page=early)
    assert page.status == 422 and page.notices() == ["line-in-use"]
    long = "Prøve " + "x" * 114
    assert enter(rita, "budget-alias", {"alias": long, "budget-category": "proeve-1"}).notices() == ["line-saved"], "as long as the field allows"
    assert rita.get("/admin/account/remove?of=rate&key=x").status == 404
    assert enter(rita, "budget-category", {"code": "proeve-2", "title": "pRØVE", "side": "investment", "ordinal": "99"}).errors() == {"title": "category-title-taken"}
    for key in "PROEVE-1", "proeve-1%20":
        assert rita.get(f"/admin/account/line?of=budget-category&key={key}").status == 404, "a key is written in one way"
    rita.get("/admin/account/remove?of=budget-alias&key=Pr%C3%B8ve%20post")
    assert rita.submit("ledger-remove").notices() == ["line-removed"]


def test_rates_refunds_and_targets_hold_from_a_day(rita):
    assert enter(rita, "rate", {"benefit-type": "dagpenge", "valid-from": "2030-01-01", "monthly": "12.550,50", "source": "Prøve"}).notices() == ["line-saved"]
    page = rita.get("/admin/account?of=rate")
    assert [(row.get("state"), row[2].get("is")) for row in rows(page, source="Prøve")] == [("coming", "12550.50")]
    refund = {"benefit-type": "dagpenge", "valid-from": "2030-01-01", "from-week": "5", "percent": "40", "source": "Prøve"}
    assert enter(rita, "refund", {**refund, "percent": "101"}).errors() == {"percent": "out-of-range"}
    assert enter(rita, "refund", refund).notices() == ["line-saved"]
    assert enter(rita, "refund", refund).errors() == {"from-week": "line-taken"}
    target = {"benefit-type": "dagpenge", "valid-from": "2030-01-01", "least": "45", "most": "40", "goal": "", "source": "Prøve"}
    assert enter(rita, "caseload", target).errors() == {"most": "most-below-least"}
    assert rita.submit("ledger-caseload", {"most": "50", "goal": "51"}).errors() == {"goal": "goal-outside"}
    assert rita.submit("ledger-caseload", {"goal": "45"}).notices() == ["line-saved"]


@pytest.mark.parametrize("of, changed, error", [
    ("budget", {"stated-on": "01-01-2099"}, {"stated-on": "in-future"}), ("budget", {"stated-on": "01-01-1900"}, {"stated-on": "day-too-far"}),
    ("budget", {"source": "010180-1230"}, {"source": "no-cpr"}), ("budget", {"note": "Om 010180-1230"}, {"note": "no-cpr"}),
    ("rate", {"valid-from": "01-01-1900"}, {"valid-from": "day-too-far"}), ("rate", {"valid-from": "01-01-2199"}, {"valid-from": "day-too-far"}),
    ("rate", {"monthly": "100,555"}, {"monthly": "two-decimals"}), ("hours", {"fte": "0,555"}, {"fte": "two-decimals"}),
    ("hours", {"valid-to": "31-12-2199"}, {"valid-to": "day-too-far"}), ("baseline", {"valid-to": "31-12-2199"}, {"valid-to": "in-future"}),
    ("baseline", {"valid-from": "01-01-1900"}, {"valid-from": "day-too-far"}), ("budget-alias", {"alias": "Mentor"}, {"alias": "alias-is-code"}),
])
def test_what_nobody_can_mean_is_refused(rita, of, changed, error):
    fields = {"budget": budget(), "rate": {"benefit-type": "dagpenge", "valid-from": "2020-01-01", "monthly": "1", "source": "Prøve"},
              "hours": {"uid": "mads.sb", "department": "it", "benefit-type": "", "fte": "0,13", "valid-from": "2010-01-01", "valid-to": "2010-02-01"},
              "baseline": {"title": "x", "valid-from": "2020-01-01", "valid-to": "2020-12-31", "benefit-type": "", "mean-days": "", "source": "Prøve"},
              "budget-alias": {"alias": "x", "budget-category": "mentor"}}[of]
    page = enter(rita, of, {**fields, **changed})
    assert page.status == 422 and page.errors() == error


def test_a_name_is_of_one_category_and_a_whole_stands_alone(stack, rita):
    assert enter(rita, "budget-alias", {"alias": "proeve-navn", "budget-category": "mentor"}).notices() == ["line-saved"]
    assert enter(rita, "budget-category", {"code": "proeve-navn", "title": "Prøve med navn", "side": "saving", "ordinal": "99"}).errors() == {"code": "code-is-alias"}
    assert enter(rita, "budget-category", {"code": "proeve-alt", "title": "Alt", "side": "investment", "ordinal": "99", "whole": "yes"}).notices() == ["line-saved"]
    fields = budget()
    assert enter(rita, "budget", fields).notices() == ["line-saved"]
    assert enter(rita, "budget", {**fields, "budget-category": "proeve-alt"}).errors() == {"budget-category": "whole-and-parts"}
    assert enter(rita, "budget", {**fields, "budget-category": "proeve-alt", "budget-kind": "actual"}).notices() == ["line-saved"]


def test_hours_end_before_others_begin(stack, rita):
    hours = {"uid": "mads.sb", "department": "it", "benefit-type": "", "fte": "0,13", "valid-from": "2020-01-01", "valid-to": ""}
    page = enter(rita, "hours", hours)
    assert page.notices() == ["line-saved"], page.errors()
    row = rows(page, fte="0.13")[0]
    assert enter(rita, "hours", {**hours, "valid-from": "2021-01-01"}).errors() == {"valid-from": "line-overlaps"}
    first = rita.get(row.get("href"))
    rita.submit("ledger-end", {"valid-to": "2019-12-31"}, page=first)
    assert rita.submit("ledger-end", {"valid-to": "2020-12-31"}).notices() == ["line-saved"]
    assert "ended-on" not in stack.sql("SELECT became FROM rule_change WHERE rule = 'hours' ORDER BY id DESC LIMIT 1")[0][0], "told once, among the fields"
    assert rita.submit("ledger-end", {"valid-to": "2020-06-30"}, page=first).status == 409
    assert enter(rita, "hours", {**hours, "valid-from": "2021-01-01"}).notices() == ["line-saved"]
    assert stack.sql("SELECT from_on, to_on FROM staff_hours WHERE fte = 0.13 ORDER BY from_on") == [["2020-01-01", "2020-12-31"], ["2021-01-01", None]]


def test_a_baseline_is_whole_months(stack, rita):
    title = f"Prøveperiode {next(NUMBER)}"
    fields = {"title": title, "valid-from": "2020-01-02", "valid-to": "2020-12-30", "benefit-type": "", "mean-days": "", "source": "Prøve"}
    assert enter(rita, "baseline", fields).errors() == {"valid-from": "not-first-of-month", "valid-to": "not-last-of-month"}
    page = rita.submit("ledger-baseline", {"valid-from": "2020-01-01", "valid-to": "2020-02-29"})
    assert page.notices() == ["line-saved"]
    rita.get(rows(page, title=title)[0].get("href"))
    assert rita.submit("ledger-end", {"valid-to": "31-12-2019"}).errors() == {"valid-to": "before-start"}
    page = rita.submit("ledger-end", {"valid-to": "01-04-2026"})
    row = rows(page, title=title)[0]
    assert row.get("state") == "ended"
    rita.get(row.get("href"))
    page = rita.submit("ledger-end", {"valid-to": stack.sql("SELECT CURRENT_DATE")[0][0]})
    assert rows(page, title=title)[0].get("state") == "in-force", "the last day is one of its days"
    was = stack.sql("SELECT was FROM rule_change WHERE rule = 'baseline' ORDER BY id DESC LIMIT 1")[0][0]
    assert "ended-on\\t2026-04-01" in was


def test_who_types_sees_it_in_the_report(stack, rita):
    runs = lambda: rita.get("/report/account").status == 200 and stack.sql("SELECT COUNT(*) FROM report_run WHERE report = 'account'")[0][0]
    stack.sql("UPDATE rule_change SET at = at - INTERVAL 1 HOUR; UPDATE import_run SET at = at - INTERVAL 1 HOUR")
    first = runs()
    assert runs() == first, "what was computed is kept for a while"
    assert enter(rita, "budget", budget()).notices() == ["line-saved"]
    assert runs() != first, "but not what was typed over"
