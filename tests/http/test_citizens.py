"""Registering and finding citizens."""

import pytest

from samspil import Client
from walk import new_cpr

# The table of domain.md c: what is refused, and with which words.
REFUSED = [
    ("154457-4545", "cpr-no-such-date"), ("311236-4000", "cpr-born-later"), ("311257-5000", "cpr-born-later"),
    ("311236-9000", "cpr-born-later"), ("290200-1001", "cpr-no-such-date"), ("310463-1001", "cpr-no-such-date"),
    ("320180-1000", "cpr-no-such-date"), ("011380-1001", "cpr-no-such-date"), ("000000-0000", "cpr-no-such-date"),
    ("010158-5000", "cpr-very-old"), ("311299-8999", "cpr-very-old"), ("290204-1002", "cpr-very-old"),
    ("250380-171", "cpr-digits"), ("250380-17144", "cpr-digits"), ("250380-****", "cpr-digits"), ("karen", "cpr-digits"),
    ("250380-1714", "cpr-known"), ("2503801714", "cpr-known"), ("250380 - 1714", "cpr-known"), ("", "required"),
]


def typed(page):
    return {field.get("name"): [value.text for value in field.findall("{*}value")] for field in page.form("citizen").findall("{*}field")}


def test_what_is_no_cpr_number(sign_in):
    client = sign_in("mads.sb")
    for cpr, key in REFUSED:
        client.get("/citizens")
        page = client.submit("citizen", {"cpr": cpr, "name": "Prøve Prøvesen", "benefit-type": "sygedagpenge", "phone": "12 34 56 78"})
        assert (page.status, page.errors()) == (422, {"cpr": key}), cpr
        assert page.notices() == []
        kept = typed(page)
        assert kept["cpr"] == ([cpr] if cpr else []) and kept["name"] == ["Prøve Prøvesen"]
        assert kept["benefit-type"] == ["sygedagpenge"] and kept["phone"] == ["12 34 56 78"]
        assert ("very-old" in kept) == (key == "cpr-very-old"), cpr


def test_the_words_are_danish(sign_in):
    client = sign_in("mads.sb")
    page = client.get("/citizens")
    pairs = client.fill(page.form("citizen"), {"cpr": "154457-4545", "name": "Rene Renesen", "benefit-type": "kontanthjaelp"})
    answer = client.send("/citizens", pairs, headers={"Accept": "text/html"})
    assert answer.status == 422
    assert "Datoen i CPR-nummeret findes ikke" in answer.text and 'value="154457-4545"' in answer.text


def test_other_bad_input(sign_in):
    client = sign_in("mads.sb")
    for fields, errors in (
            ({"name": ""}, {"name": "required"}), ({"name": "x" * 201}, {"name": "too-long"}),
            ({"benefit-type": "integration"}, {"benefit-type": "unknown-choice"}), ({"benefit-type": "x"}, {"benefit-type": "unknown-choice"}),
            ({"phone": "1234567"}, {"phone": "not-a-phone-number"}), ({"phone": "12 34 56 7x"}, {"phone": "not-a-phone-number"}),
            ({"language": "xx"}, {"language": "unknown-choice"}),
            ({"name": "", "benefit-type": ""}, {"name": "required", "benefit-type": "required"})):
        client.get("/citizens")
        page = client.submit("citizen", {"cpr": "070761-4285", "name": "Prøve", "benefit-type": "sygedagpenge", **fields})
        assert (page.status, page.errors()) == (422, errors), fields


def register(client, cpr, **fields):
    client.get("/citizens")
    return client.submit("citizen", {"cpr": cpr, "name": "Prøve Prøvesen", "benefit-type": "kontanthjaelp", **fields})


def test_a_citizen_is_registered_once(stack, sign_in):
    cpr = new_cpr(stack)
    client = sign_in("mads.sb")
    page = client.get("/citizens")
    pairs = client.fill(page.form("citizen"), {"cpr": cpr, "name": " Prøve  Ærøsen ", "benefit-type": "kontanthjaelp", "phone": "+45 12345678"})
    first, second = client.send("/citizens", pairs), client.send("/citizens", pairs)
    assert first.status == second.status == 303 and first.headers["Location"] == second.headers["Location"]
    page = client.get(first.headers["Location"])
    citizen = page.one("//p:citizen")
    assert citizen.get("cpr") == f"{cpr[:6]}-{cpr[6:]}" and citizen.get("benefit") == "Kontanthjælp" and citizen.get("phone") == "12345678"
    assert page.notices() == ["citizen-registered-look-again"]
    assert stack.sql(f"SELECT COUNT(*) FROM citizen_cpr WHERE cpr = '{cpr}'") == [["1"]]
    assert stack.sql(f"SELECT department_id, changed_by FROM citizen WHERE id = {citizen.get('id')}") == [["jobcenter", "mads.sb"]]


def test_modulus_11_holds_and_replacement_numbers(stack, sign_in):
    client = sign_in("mads.sb")
    holds = "0707614285"
    if stack.sql(f"SELECT 1 FROM citizen_cpr WHERE cpr = '{holds}'"):
        stack.sql(f"UPDATE citizen_cpr SET cpr = '{new_cpr(stack)}' WHERE cpr = '{holds}'")
    assert register(client, holds).notices() == ["citizen-registered"]
    replacement = f"61118010{len(stack.sql('SELECT 1 FROM citizen')) % 100:02d}"
    page = register(client, replacement)
    assert page.notices() == ["citizen-registered-replacement"]
    assert page.one("//p:citizen").get("cpr-kind") == "replacement" and page.one("//p:citizen").get("birth-date") == "1980-11-01"


def test_who_is_here_already_is_linked_to_for_those_who_may_see_him(sign_in):
    page = register(sign_in("sofie.sb"), "250380-1714")
    assert page.one("//p:known").get("href").endswith("/citizens/1")
    page = register(sign_in("lis.sb"), "250380-1714")
    assert page.errors() == {"cpr": "cpr-known"} and not page.all("//p:known")


def test_changing_a_name_that_somebody_else_changed(stack, sign_in):
    one, other = sign_in("mads.sb"), sign_in("sofie.sb")
    path = "/citizens/101"
    name = one.get(path).one("//p:citizen").get("name")
    other.get(path)
    assert one.submit("citizen-details", {"name": "Anker Første"}).one("//p:citizen").get("name") == "Anker Første"
    page = other.submit("citizen-details", {"name": "Anker Anden"})
    assert page.status == 409
    field = page.one("//p:form[@name = 'citizen-details']/p:field[@name = 'name']")
    assert field.findtext("{*}value") == "Anker Anden" and field.findtext("{*}theirs") == "Anker Første"
    page = other.submit("citizen-details", {"name": name})
    assert page.status == 200 and page.one("//p:citizen").get("name") == name


def test_finding(sign_in):
    client = sign_in("mads.sb")

    def find(q):
        client.get("/")
        return client.submit("find", {"q": q})

    assert find("250380-1714").one("//p:citizen").get("id") == "1"
    assert [row.get("citizen") for row in find("Hansen").all("//p:list/p:row")] == ["Anne Hansen", "Anne Hansen"]
    assert {row.get("cpr") for row in client.page.all("//p:row")} == {"111168-****"}
    assert find("Karensen").one("//p:citizen").get("id") == "1", "one of the name"
    assert client.get("/citizens?q=Karensen").one("//p:list").get("total") == "1", "a list by its address stays one"
    assert find("250380-1715").errors() == {"q": "nobody-found"}
    assert find("%").one("//p:list").get("total") == "0"
    assert "citizens-find" not in client.page.url
    lis = sign_in("lis.sb")
    lis.get("/citizens")
    assert lis.submit("find", {"q": "250380-1714"}).errors() == {"q": "nobody-found"}
    lis.get("/citizens")
    assert lis.submit("find", {"q": "Hansen"}).one("//p:list").get("total") == "0"


def test_another_department_is_refused_and_it_is_logged(stack, sign_in):
    client = sign_in("lis.sb")
    last = stack.sql("SELECT MAX(id) FROM access_log")[0][0]
    assert client.get("/citizens/1").status == 403
    assert client.get("/citizens/999999").status == 403
    assert client.send("/citizens/1/details", [("token", "x"), ("name", "y")]).status == 403
    rows = stack.sql(f"SELECT uid, action, citizen_id, route FROM access_log WHERE id > {last} AND action = 'refuse' ORDER BY id")
    assert ["lis.sb", "refuse", "1", "/citizens/:id"] in rows and len(rows) == 3


@pytest.mark.parametrize("uid", ["vk.ole", "it.bo", "xsl.jens", "eval.ane", "psy.eva", "bf.tina"])
def test_who_registers_nobody(stack, uid):
    client = Client(stack.urls[0])
    client.sign_in(uid, stack.users[uid]["password"])
    assert not client.page.all("//p:form[@name = 'find']")
    assert client.get("/citizens").status == 403
    assert client.get("/citizens/1").status == (200 if uid == "xsl.jens" else 403), "Karen is made up: an editor may look"


def test_a_dead_citizen_gets_no_letters(sign_in):
    page = sign_in("sofie.sb").get("/citizens/13")
    assert page.one("//p:citizen").get("died-on") and not page.all("//p:form[@name = 'screening']")


def test_the_screening_is_issued_from_the_citizens_page(stack, sign_in):
    client = sign_in("mads.sb")
    page = client.get("/citizens/101")
    choices = [(choice.get("value"), choice.text) for choice in page.all("//p:field[@name = 'questionnaire']/p:choice")]
    assert len(choices) == 3 and not any("Samarbejdet" in title for _, title in choices)
    pairs = client.fill(page.form("screening"), {"questionnaire": choices[0][0]})
    answer = client.send("/citizens/101/screenings", pairs)
    assert answer.status == 303 and answer.headers["Location"].startswith(client.prefix + "/screening/")
    client.get("/citizens/101")
    assert client.submit("screening", {"questionnaire": "999"}).errors() == {"questionnaire": "unknown-choice"}
