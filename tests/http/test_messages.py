"""Messages inside the house: inbox, writing, answering, receipts; and who may not."""

import course as c
import pytest

def follow(person, answer):
    assert answer.status == 303, answer.text
    return person.get(answer.headers["Location"])


def rows(person, box="in"):
    return person.get("/messages?box=" + box).all("//p:letter")


def write(person, path, **values):
    page = person.get(path)
    assert page.status == 200, page.text
    form = page.form("message")
    return person.send(form.get("action"), person.fill(form, {"text": "Se, hvad du kan.", **values}))


@pytest.fixture(scope="module")
def case(stack):
    """A course of mads.sb with a psychologist, and an intervention of vh.bent; another one's intervention beside it."""
    course = c.new_course(stack, "active", team=[("psy.eva", "psychologist")])
    plan = c.new_plan(stack, course)
    return {"course": course, "bent": c.new_intervention(stack, course, plan), "pia": c.new_intervention(stack, course, plan, "fys.pia", title="Rygtræning"),
            "name": c.citizen_of(stack, course)[2]}


def test_a_caseworker_writes_and_the_other_reads_answers_and_gives_the_receipt(stack, case):
    mads, eva = c.person(stack, "mads.sb"), c.person(stack, "psy.eva")
    page = mads.get(f"/messages/courses/{case['course']}")
    assert [o.get("value") for o in page.all("//p:field[@name='to']/p:choice")].sort() == ["psy.eva", f"i{case['bent']}", f"i{case['pia']}"].sort()
    sent = write(mads, f"/messages/courses/{case['course']}", to="psy.eva", subject="Notatet", **{"wants-receipt": "yes"})
    assert sent.status == 303 and "message-sent" in follow(mads, sent).notices()
    row = mads.page.one("//p:letter[@subject='Notatet']")
    assert (row.get("way"), row.get("receiver"), row.get("citizen"), row.get("read-at")) == ("out", "psy.eva", case["name"], None)
    number = row.get("id")
    assert stack.sql("SELECT COUNT(*) > 0 FROM outbox WHERE uid = 'psy.eva' AND sent_at IS NULL") == [["1"]]

    row = next(r for r in rows(eva, "unread") if r.get("id") == number)
    form = row.find("{*}form")
    opened = eva.send(form.get("action"), eva.fill(form, {}))
    assert opened.headers["Location"].endswith("/messages/" + number)
    page = follow(eva, opened)
    letter = page.one("//p:letter")
    assert letter.findtext("{*}text") == "Se, hvad du kan." and letter.get("read-at") and not letter.get("receipted-at")
    assert eva.get("/").all(f"//p:worklist/p:item[@kind='message'][@href='/messages/{number}']"), "the receipt waits"
    page = eva.get("/messages/" + number)
    receipt = page.form("message-receipt")
    assert "message-receipted" in follow(eva, eva.send(receipt.get("action"), eva.fill(receipt, {}))).notices()
    assert not eva.page.all("//p:form[@name='message-receipt']") and not eva.get("/").all("//p:worklist/p:item[@kind='message']")
    eva.get("/messages/" + number)
    answer = eva.page.form("message-answer")
    assert eva.send(answer.get("action"), eva.fill(answer, {"text": "Det er sendt."})).status == 303

    assert next(r for r in rows(mads, "sent") if r.get("id") == number).get("receipted-at")
    page = mads.get("/messages/" + number)
    assert page.one("//p:letter/p:answer").get("sender-name") == eva.get("/").one("//p:user").get("name")
    back = page.one("//p:letter/p:answer").get("id")
    assert mads.get("/messages/" + back).one("//p:letter/p:of").get("id") == number
    assert c.person(stack, "sofie.sb").get("/messages/" + number).status == 403, "a colleague's is not one's own"


def test_a_provider_and_the_caseworker_write_about_one_intervention(stack, case):
    bent, mads = c.person(stack, "vh.bent"), c.person(stack, "mads.sb")
    path = f"/messages/interventions/{case['bent']}"
    page = bent.get(path)
    assert page.one("//p:letter-to").get("receiver-name") == "Mads Samling" and not page.all("//p:field[@name='to']")
    assert write(bent, path, subject="Tider").status == 303
    row = next(r for r in rows(mads, "in") if r.get("subject") == "Tider")
    assert row.get("intervention") == "Mentorstøtte" and row.get("course") == case["course"]
    assert write(mads, f"/messages/courses/{case['course']}", to="i" + case["bent"], subject="Torsdag").status == 303
    row = next(r for r in rows(bent, "in") if r.get("subject") == "Torsdag")
    assert row.get("intervention") == "Mentorstøtte"
    assert bent.get(f"/messages/interventions/{case['pia']}").status == 403, "another provider's"
    assert bent.get(f"/messages/courses/{case['course']}").status == 403, "the course is not the provider's"
    pia = c.person(stack, "fys.pia")
    assert "Torsdag" not in pia.get("/messages").text and pia.get("/messages/" + row.get("id")).status == 403


def test_whose_access_ended_gets_nothing_and_reads_nothing(stack):
    course = c.new_course(stack, "active")
    gone = c.new_intervention(stack, course, c.new_plan(stack, course), "vh.bent", "running")
    mads, bent = c.person(stack, "mads.sb"), c.person(stack, "vh.bent")
    assert write(mads, f"/messages/interventions/{gone}", subject="KANARIE EMNE", text="KANARIE TEKST").status == 303
    number = stack.sql("SELECT id FROM message WHERE subject = 'KANARIE EMNE'")[0][0]
    form = mads.get(f"/messages/interventions/{gone}").form("message")
    stack.sql(f"UPDATE intervention SET state = 'completed', started_on = CURRENT_DATE - INTERVAL 60 DAY, ended_on = CURRENT_DATE - INTERVAL 29 DAY WHERE id = {gone}")
    page = bent.get("/messages")
    row = page.one(f"//p:letter[@id='{number}']")
    assert row.get("part") is None and "KANARIE" not in page.text and c.citizen_of(stack, course)[2] not in page.text
    assert "KANARIE" not in bent.get("/").text and bent.get("/messages/" + number).status == 403
    refused = mads.send(form.get("action"), mads.fill(form, {"subject": "For sent", "text": "BEVAR DETTE"}))
    assert refused.status == 422 and "receiver-left" in refused.notices() and "BEVAR DETTE" in refused.text
    assert not mads.get(f"/messages/interventions/{gone}").all("//p:form[@name='message']"), "nobody to write to"
    assert not mads.get(f"/messages/courses/{course}").all("//p:form[@name='message']")
    assert stack.sql(f"SELECT COUNT(*) FROM message WHERE course_id = {course}") == [["1"]]


@pytest.mark.parametrize("subject", ["Om 250380-1234", "2503801234", "nr. 250380 1234 igen", "250380 - 1234"])
def test_no_cpr_number_in_a_subject(stack, case, subject):
    refused = write(c.person(stack, "mads.sb"), f"/messages/courses/{case['course']}", to="psy.eva", subject=subject, text="Teksten bliver")
    assert refused.status == 422 and "Teksten bliver" in refused.text
    assert refused.one("//p:field[@name='subject']/p:error").get("key") == "cpr-in-subject"


def test_a_subject_may_have_other_numbers_and_to_must_be_one_who_takes_part(stack, case):
    mads = c.person(stack, "mads.sb")
    assert write(mads, f"/messages/courses/{case['course']}", to="psy.eva", subject="Lokale 12345 kl. 10 den 15042026").status == 303
    form = mads.get(f"/messages/courses/{case['course']}").form("message")
    pairs = mads.fill(form, {"subject": "Hej", "text": "x", "to": "psy.eva"})
    for wrong in ("sofie.sb", "i999999", "i" + c.new_intervention(stack, *another(stack)), "mads.sb"):
        refused = mads.send(form.get("action"), [(n, wrong if n == "to" else v) for n, v in pairs])
        assert refused.status == 422 and refused.one("//p:field[@name='to']/p:error").get("key") == "unknown-choice"


def another(stack):
    course = c.new_course(stack, "active", caseworker="sofie.sb")
    return course, c.new_plan(stack, course)


def test_a_double_click_sends_once(stack, case):
    mads = c.person(stack, "mads.sb")
    form = mads.get(f"/messages/courses/{case['course']}").form("message")
    pairs = mads.fill(form, {"to": "psy.eva", "subject": "Kun en gang", "text": "x"})
    assert [mads.send(form.get("action"), pairs).status for _ in range(2)] == [303, 303]
    assert stack.sql("SELECT COUNT(*) FROM message WHERE subject = 'Kun en gang'") == [["1"]]
