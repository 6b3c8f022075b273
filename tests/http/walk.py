"""The main job, step by step, on the case of the demo questionnaire for kontanthjælp: 10 red and 3 yellow dimensions."""

import datetime
import itertools
import os

from lxml import etree

from samspil import TOP, Client

Q = {"q": "urn:samspil:questionnaire:1"}
RED, YELLOW = 10, 3

TODAY = datetime.date.today()


def danish(day):
    return day.strftime("%d-%m-%Y")


def fails_modulus_11(digits):
    return sum(int(d) * w for d, w in zip(digits, (4, 3, 2, 7, 6, 5, 4, 3, 2, 1))) % 11 != 0


# Numbers that no real person has: they fail modulus 11 on a birth date other than 1 January; each is used once.
FREE = (cpr for day, month, year, serial in
        itertools.product(range(2, 29), range(1, 13), range(60, 99), range(1000, 1999, 7))
        if fails_modulus_11(cpr := f"{day:02d}{month:02d}{year:02d}{serial:04d}"))


def new_cpr(stack):
    """A number that nobody in the demo has yet."""
    taken = {row[0] for row in stack.sql("SELECT cpr FROM citizen_cpr")}
    return next(cpr for cpr in FREE if cpr not in taken)


def birth_date(cpr):
    return f"{cpr[0:2]}-{cpr[2:4]}-19{cpr[4:6]}"


def questionnaire_levels(name):
    """Of each question, in order: {level: option}."""
    folder = TOP + "/conf/questionnaires/"
    shared = etree.parse(folder + "shared.xml")
    out = []
    for node in etree.parse(folder + name).xpath("//q:dimension | //q:use", namespaces=Q):
        if node.get("dimension"):
            node = shared.xpath("//q:dimension[@id = $id]", namespaces=Q, id=node.get("dimension"))[0]
        for question in node.xpath("q:question", namespaces=Q):
            options = {}
            for option in question.xpath("q:option", namespaces=Q):
                options.setdefault(option.get("level"), option.get("id"))
            if question.get("type") == "scale":
                # The rules of a scale's dimension say at which end it is red.
                low = "<=" in node.xpath("q:colour[@level = 'red']/@test", namespaces=Q)[0]
                options = {"red": "0" if low else "10", "yellow": "5", "green": "10" if low else "0"}
            out.append((question.get("id"), options))
    return out


def karens_answers():
    """Ten red, three yellow, the rest green."""
    left = {"red": RED, "yellow": YELLOW}
    answers = {}
    for question, options in questionnaire_levels("demo-kontanthjaelp.xml"):
        level = next((level for level in ("red", "yellow") if left[level] and level in options), "green")
        if level in left:
            left[level] -= 1
        answers[question] = options[level]
    assert not any(left.values())
    return answers


def register(client, cpr, name="Walter Gennemgang"):
    client.get("/citizens")
    page = client.submit("citizen", {"cpr": f"{cpr[:6]}-{cpr[6:]}", "name": name, "benefit-type": "kontanthjaelp"})
    assert page.status == 200, page.text
    citizen = page.one("//p:citizen[@id]")
    assert citizen.get("name") == name
    return citizen.get("id")


def questionnaire_choice(page):
    """The value of the choice for kontanthjælp."""
    return page.one("//p:form[@name='screening']/p:field[@name='questionnaire']/p:choice[contains(., 'kontanthjælp')]").get("value")


def issue(client, citizen):
    page = client.get("/citizens/" + citizen)
    page = client.submit("screening", {"questionnaire": questionnaire_choice(page)})
    assert page.status == 200, page.text
    screening = page.one("//p:content//p:screening[@id]")
    code = page.one("//p:content//@code")
    return screening.get("id"), code


def open_by_code(url, code, born):
    client = Client(url)
    client.get("/answer")
    page = client.submit("code", {"code": code, "birth-date": born})
    assert page.status == 200, page.text
    return client


def answer(client, answers):
    """Through all pages of the questionnaire and send it."""
    if client.page.one("/p:page").get("name") == "information":
        client.get(client.page.one("//p:questionnaire").get("href"))
    for _ in range(60):
        page = client.page
        if page.all("//p:summary"):
            page = client.submit("summary", {}, submit="send")
            assert page.all("//p:answered"), page.text
            return page
        form = page.form("questionnaire")
        names = [field.get("name") for field in form.findall("p:field", {"p": "urn:samspil:page:1"})]
        page = client.submit("questionnaire", {name: answers[name] for name in names if name in answers}, submit="next")
        assert page.status == 200, page.text
    raise AssertionError("the questionnaire has no end")


def first_choice(page, form, field):
    return page.all(f"//p:form[@name='{form}']/p:field[@name='{field}']/p:choice/@value")[0]


def choice_of(page, form, field, words):
    return page.one(f"//p:form[@name='{form}']/p:field[@name='{field}']/p:choice[contains(@value, '{words}') or contains(., '{words}')]").get("value")


def assess(client, screening, decision="aktivitetsparat", reason=""):
    page = client.get("/triage/" + screening)
    fields = {"decision": decision, "reason": reason, "note": "Talte med borgeren i dag.", "employment-goal": "Deltid på kontor"}
    fields["frame"] = first_choice(page, "assessment", "frame")
    page = client.submit("assessment", fields)
    assert page.status == 200, page.text
    return page


def course_at_the_conference(stack, url, caseworker):
    """A new citizen's course, opened from a screening: (citizen, course, cpr)."""
    cpr = new_cpr(stack)
    citizen = register(caseworker, cpr)
    screening, code = issue(caseworker, citizen)
    answer(open_by_code(url, code, birth_date(cpr)), karens_answers())
    page = assess(caseworker, screening)
    return citizen, page.one("//p:course[@id]").get("id"), cpr
