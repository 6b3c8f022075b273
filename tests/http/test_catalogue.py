"""What departments offer: everybody reads it, a department writes its own, as versions of which one is published."""

import itertools

import pytest

import course as c

NUMBER = itertools.count(1)
ROWS = ("aim", "description", "purpose", "audience", "actors", "schedule", "economy", "success", "follow-up")


@pytest.fixture(scope="module")
def karla(stack):
    """Who leads the jobcenter."""
    return c.person(stack, "tl.karla")


@pytest.fixture(scope="module")
def sanne(stack):
    """... and who leads the health centre."""
    return c.person(stack, "tl.sanne")


@pytest.fixture(scope="module")
def pia(stack):
    """A reader of all that is published."""
    return c.person(stack, "fys.pia")


def write(client, **fields):
    """A new entry of the writer's department, as a draft.  Its id and its title."""
    title = fields.pop("title", f"Prøveindsats {next(NUMBER)}")
    client.get("/admin/catalogue/new")
    page = client.submit("catalogue-entry", {"title": title, "kind": "health", **{name.replace("_", "-"): value for name, value in fields.items()}})
    assert page.status == 200 and page.notices() == ["catalogue-saved"], page.text
    return int(page.one("//p:catalogue-entry").get("entry")), title


def published(client, **fields):
    entry, title = write(client, **fields)
    page = client.submit("catalogue-publish")
    assert page.notices() == ["catalogue-published"] and page.one("//p:catalogue-entry").get("state") == "published"
    return entry, title


def change(client, entry, publish=True, **fields):
    client.get(f"/admin/catalogue/{entry}/edit")
    page = client.submit("catalogue-entry", {name.replace("_", "-"): value for name, value in fields.items()})
    return client.submit("catalogue-publish") if publish else page


def found(client, query):
    return {row.get("title") for row in client.get(f"/admin/catalogue?{query}").all("//p:list/p:catalogue-entry")}


def version_of(stack, entry, number):
    return stack.sql(f"SELECT id, state, title FROM catalogue_version WHERE entry_id = {entry} AND version = {number}")[0]


@pytest.mark.parametrize("uid", ["mads.sb", "ext.fit", "eval.ane", "bf.tina", "xsl.jens"])
def test_everybody_reads_what_is_published_and_writes_nothing(stack, karla, uid):
    entry, title = write(karla)
    client = c.person(stack, uid)
    page = client.get("/admin/catalogue")
    assert page.all("/p:page/p:navigation/p:item[@name = 'catalogue'][@current = 'yes']")
    assert {row.get("state") for row in page.all("//p:catalogue-entry")} == {"published"} and not page.all("//@new | //p:field[@name = 'state']")
    assert title not in found(client, "state=draft") and title not in found(client, "words=" + title.split()[1])
    assert client.get(f"/admin/catalogue/{entry}").status == client.get(f"/admin/catalogue/{entry}?version=1").status == 404
    page = client.get("/admin/catalogue/8")
    assert page.status == 200 and not page.all("//p:content//p:form | //p:edit")
    assert client.get("/admin/catalogue/new").status == client.get("/admin/catalogue/8/edit").status == 403
    token = page.one("/p:page/p:user/p:form/p:token").text
    for path in ("new", "8/edit", "8/publish", "8/retire", "8/discard", "8/providers", "8/providers/remove"):
        assert client.send(f"/admin/catalogue/{path}", [("token", token), ("once", "x" * 43), ("title", "x"), ("kind", "health"), ("uid", "vk.ole"),
                                                        ("provider", "vk.ole")]).status == 403, path


def test_it_is_found_by_words_track_kind_and_department(pia):
    assert found(pia, "words=smerte") == {"Smertehåndteringsforløb", "Sundhed i naturen på vej til job"}
    assert found(pia, "words=smertehaandtering") == {"Smertehåndteringsforløb"} and found(pia, "words=N%C3%86rv%C3%A6r") == found(pia, "words=naervaer"), "spelled either way"
    assert found(pia, "words=h%C3%A5ndtering+JOBCENTER+m%C3%A5neder") == {"Smertehåndteringsforløb"}
    assert "Smertehåndteringsforløb" in found(pia, "track=unexplained&kind=health&department=jobcenter")
    assert found(pia, "track=unexplained&department=sundhedscenter") == {"Komplekse funktionsbegrænsninger (funktionelle lidelser)"}
    assert {row.get("kind") for row in pia.get("/admin/catalogue?kind=company").all("//p:catalogue-entry")} == {"company"}
    page = pia.get("/admin/catalogue?words=%25")
    assert page.status == 200 and not page.all("//p:catalogue-entry") and page.one("//p:list").get("total") == "0"
    waits = [int(row.get("waiting-days", 10 ** 6)) for row in pia.get("/admin/catalogue?sort=waiting").all("//p:catalogue-entry")]
    assert waits == sorted(waits) and len(waits) > 15
    for query in ("sort=-title", "sort=department", "sort=-department", "sort=-waiting", "track=nonsense", "state=retired", "limit=3&offset=2"):
        assert pia.get("/admin/catalogue?" + query).status == 200, query


def test_a_department_writes_its_own(stack, karla, sanne):
    entry, title = published(karla, description="Kun jobcentrets.")
    page = sanne.get(f"/admin/catalogue/{entry}")
    assert page.status == 200 and not page.all("//p:content//p:form | //p:edit")
    page = sanne.get(f"/admin/catalogue/{entry}/edit")
    assert page.status == 403 and page.one("//p:error").get("key") == "catalogue-of-others"
    token = sanne.get("/admin/catalogue").one("/p:page/p:user/p:form/p:token").text
    for path in ("publish", "retire", "discard", "edit", "providers"):
        answer = sanne.send(f"/admin/catalogue/{entry}/{path}", [("token", token), ("once", f"{path:x<43}"), ("title", "Taget"), ("kind", "health"),
                                                                 ("provider", "vk.ole"), ("revision", "100000")])
        assert answer.status == 403, path
    assert stack.sql(f"SELECT version, state, title FROM catalogue_version WHERE entry_id = {entry}") == [["1", "published", title]]
    own, _ = write(sanne)
    assert sanne.page.one("//p:catalogue-entry").get("department") == "sundhedscenter"
    operator = c.person(stack, "it.bo")
    assert operator.get(f"/admin/catalogue/{own}").one("//p:catalogue-entry").get("state") == "draft"
    operator.get("/admin/catalogue/new")
    page = operator.submit("catalogue-entry", {"title": "Hvis?", "kind": "social"})
    assert page.status == 422 and page.errors() == {"department": "required"}
    page = operator.submit("catalogue-entry", {"department": "voksenhandicap"})
    assert page.one("//p:catalogue-entry").get("department") == "voksenhandicap"


def test_the_doubts_at_publishing_hinder_nothing(karla):
    text = "Hold på otte, to timer om ugen, med samtaler undervejs og en aften for de pårørende."
    write(karla, description=text, purpose=text.upper(), audience=text + " For alle.", aim="Mål", actors="Mål")
    page = karla.page
    doubts = {(warning.get("field"), warning.get("as")) for warning in page.all("//p:warning")}
    assert doubts == {("purpose", "description"), ("audience", "description"), ("actors", "aim"), ("schedule", None), ("economy", None), ("success", None),
                      ("follow-up", None), ("referral", None), ("provider", None)}
    page = karla.submit("catalogue-publish")
    assert page.notices() == ["catalogue-published"] and not page.all("//p:warning")
    write(karla, referral="Ring.", **{name.replace("-", "_"): f"{name}: noget, som ingen af de andre siger" for name in ROWS})
    assert [warning.get("field") for warning in karla.page.all("//p:warning")] == ["provider"]


def test_a_new_version_takes_the_place_of_the_old_one_which_stays(stack, karla, pia):
    entry, title = published(karla, goal="Kan cykle", track=["physical", "lifestyle"], price="1.250,50", price_per="course")
    old = version_of(stack, entry, 1)[0]
    course = c.new_course(stack, "active")
    area = c.new_intervention(stack, course, c.new_plan(stack, course))
    stack.sql(f"UPDATE intervention SET catalogue_version_id = {old} WHERE id = {area}")
    page = change(karla, entry, publish=False, title=title + " (ny)", goal="Kan løbe")
    assert page.one("//p:catalogue-entry").get("number") == "2" and page.one("//p:catalogue-entry").get("state") == "draft"
    page = pia.get(f"/admin/catalogue/{entry}")
    assert (page.one("//p:catalogue-entry").get("title"), page.one("//p:catalogue-entry/p:goal").text) == (title, "Kan cykle")
    assert pia.get(f"/admin/catalogue/{entry}?version=2").status == 404
    assert karla.get("/admin/catalogue?state=draft&words=" + title.split()[1]).one("//p:catalogue-entry").get("title") == title + " (ny)"
    assert karla.get("/admin/catalogue?words=" + title.split()[1]).one("//p:catalogue-entry").get("draft") == "yes"
    karla.get(f"/admin/catalogue/{entry}?version=2")
    assert karla.submit("catalogue-publish").notices() == ["catalogue-published"]
    page = pia.get(f"/admin/catalogue/{entry}?version=1")
    shown = page.one("//p:catalogue-entry")
    assert (shown.get("state"), shown.get("title"), shown.get("tracks"), shown.get("price")) == ("retired", title, "physical,lifestyle", "1250.50")
    assert pia.get(f"/admin/catalogue/{entry}").one("//p:catalogue-entry/p:goal").text == "Kan løbe"
    assert stack.sql(f"SELECT catalogue_version_id FROM intervention WHERE id = {area}") == [[old]]
    assert pia.page.one("//p:catalogue-entry").get("taken") == "1", "a place is taken whatever version it was"
    stack.sql(f"UPDATE catalogue_version SET title = 'Ændret', goal = 'Ændret', price = 1 WHERE id = {old}")
    assert version_of(stack, entry, 1)[2] == title


def test_places_are_counted(stack, karla):
    entry, _ = published(karla, capacity="3", waiting_days="0")
    version = version_of(stack, entry, 1)[0]
    course = c.new_course(stack, "active")
    plan = c.new_plan(stack, course)
    for state in ("proposed", "ordered", "accepted", "running", "completed", "declined", "stopped", "withdrawn"):
        stack.sql(f"UPDATE intervention SET catalogue_version_id = {version} WHERE id = {c.new_intervention(stack, course, plan, state=state)}")
    shown = karla.get(f"/admin/catalogue/{entry}").one("//p:catalogue-entry")
    assert [shown.get(name) for name in ("capacity", "taken", "free", "ordered", "waiting-days")] == ["3", "3", "0", "1", "0"]
    shown = change(karla, entry, capacity="2").one("//p:catalogue-entry")
    assert (shown.get("taken"), shown.get("free")) == ("3", "0"), "fewer places than are taken: none is left"
    shown = change(karla, entry, capacity="").one("//p:catalogue-entry")
    assert shown.get("capacity") is None and shown.get("free") is None


def test_what_is_retired_cannot_be_found_and_can_come_back(stack, karla, pia):
    entry, title = published(karla)
    assert title in found(pia, "")
    page = karla.get(f"/admin/catalogue/{entry}")
    once = karla.fill(page.form("catalogue-retire"), {})
    assert karla.submit("catalogue-retire").notices() == ["catalogue-retired"]
    assert karla.send(f"/admin/catalogue/{entry}/retire", once).status == 303, "a double click is one retiring"
    assert title not in found(pia, "") and title in found(karla, "state=retired")
    page = pia.get(f"/admin/catalogue/{entry}")
    assert page.status == 200 and page.one("//p:catalogue-entry").get("state") == "retired" and page.one("//p:catalogue-entry").get("retired-at")
    assert change(karla, entry).notices() == ["catalogue-published"] and title in found(pia, "")
    assert [row[1] for row in (version_of(stack, entry, 1), version_of(stack, entry, 2))] == ["retired", "published"]


def test_two_who_write_one_draft_see_both_texts(stack, karla):
    entry, _ = published(karla, goal="Før", contact="Kontoret")
    other = c.person(stack, "it.bo")
    other.get(f"/admin/catalogue/{entry}/edit")
    change(karla, entry, publish=False, goal="Karlas", track=["social"], contact="")
    page = other.submit("catalogue-entry", {"goal": "Bos", "capacity": "7"})
    assert page.status == 409
    both = {field.get("name"): (field.findtext("p:value", namespaces={"p": "urn:samspil:page:1"}),
                                [theirs.text for theirs in field.findall("p:theirs", {"p": "urn:samspil:page:1"})])
            for field in page.form("catalogue-entry").findall("p:field", {"p": "urn:samspil:page:1"})}
    assert both["goal"] == ("Bos", ["Karlas"]) and both["capacity"][0] == "7" and both["track"][1] == ["social"] and both["contact"] == ("Kontoret", [None])
    page = other.submit("catalogue-entry", {})
    assert page.notices() == ["catalogue-saved"] and page.one("//p:catalogue-entry/p:goal").text == "Bos"
    assert stack.sql(f"SELECT COUNT(*) FROM catalogue_version WHERE entry_id = {entry}") == [["2"]]


def test_who_publishes_what_was_changed_or_discarded_meanwhile_is_told(stack, karla):
    entry, _ = write(karla)
    window = c.person(stack, "it.bo")
    window.get(f"/admin/catalogue/{entry}")
    change(karla, entry, publish=False, goal="Nyt")
    assert window.submit("catalogue-publish").status == 409
    window.get(f"/admin/catalogue/{entry}")
    karla.get(f"/admin/catalogue/{entry}")
    assert karla.submit("catalogue-publish").notices() == ["catalogue-published"]
    assert window.submit("catalogue-publish").status == 409
    change(karla, entry, publish=False, goal="Nyere")
    assert karla.submit("catalogue-discard").notices() == ["catalogue-discarded"]
    assert karla.page.one("//p:catalogue-entry/p:goal").text == "Nyt"
    entry, title = write(karla)
    assert karla.submit("catalogue-discard").notices() == ["catalogue-discarded"] and karla.page.all("//p:catalogue")
    assert karla.get(f"/admin/catalogue/{entry}").status == 404 and not stack.sql(f"SELECT 1 FROM catalogue_entry WHERE id = {entry}")


def test_a_refusal_keeps_what_was_typed(karla):
    karla.get("/admin/catalogue/new")
    long = "Æ" * 4001
    page = karla.submit("catalogue-entry", {"kind": "health", "capacity": "mange", "usual-weeks": "0", "price": "12.5", "description": long,
                                            "track": ["social", "abuse"]})
    assert page.status == 422 and page.errors() == {"title": "required", "capacity": "not-a-number", "usual-weeks": "out-of-range",
                                                    "price": "not-a-number", "description": "too-long"}
    values = {field.get("name"): [value.text for value in field.findall("p:value", {"p": "urn:samspil:page:1"})]
              for field in page.form("catalogue-entry").findall("p:field", {"p": "urn:samspil:page:1"})}
    assert values["description"] == [long] and values["capacity"] == ["mange"] and values["track"] == ["social", "abuse"]
    page = karla.submit("catalogue-entry", {"title": "X", "capacity": "", "usual-weeks": "", "price": "100", "description": ""})
    assert page.errors() == {"price-per": "required"}
    page = karla.submit("catalogue-entry", {"price": "", "price-per": "week"})
    assert page.errors() == {"price": "required"}
    page = karla.submit("catalogue-entry", {"track": ["social", "nonsense"], "price-per": ""})
    assert page.errors() == {"track": "unknown-choice"}


def test_who_runs_it(stack, karla):
    entry, _ = published(karla)
    page = karla.submit("catalogue-provider", {"provider": "vk.ole"})
    assert page.notices() == ["catalogue-provider-added"]
    assert karla.submit("catalogue-provider", {"provider": "vk.ole"}).status == 200, "twice is once"
    page = karla.submit("catalogue-provider", {"provider": "vk.viggo"})
    assert [provider.get("name") for provider in page.all("//p:provider")] == ["Ole Opsøgende", "Viggo Vildledt"]
    assert karla.submit("catalogue-provider", {"provider": "mads.sb"}).status == 422, "no provider"
    stack.sql("UPDATE staff SET active = 0 WHERE uid = 'vk.ole'")
    try:
        page = karla.get(f"/admin/catalogue/{entry}")
        assert page.one("//p:provider[@uid = 'vk.ole']").get("left") == "yes"
        assert page.one("//p:catalogue-entry").get("provider") == "vk.viggo"
    finally:
        stack.sql("UPDATE staff SET active = 1 WHERE uid = 'vk.ole'")
    form = page.one("//p:provider[@uid = 'vk.ole']/p:form")
    assert karla.send(form.get("action"), karla.fill(form, {})).status == 303
    assert [provider.get("uid") for provider in karla.get(f"/admin/catalogue/{entry}").all("//p:provider")] == ["vk.viggo"]


def test_the_demo_points_at_its_catalogue(stack):
    rows = stack.sql("SELECT i.id, v.title FROM intervention i JOIN catalogue_version v ON v.id = i.catalogue_version_id WHERE i.id <= 16 AND v.state = 'retired'")
    assert rows == [["13", "Træning på nedsat tid"]]
    assert len(stack.sql("SELECT 1 FROM focus_area WHERE catalogue_version_id IS NOT NULL AND id <= 19")) == 7
    tracks = {word for row in stack.sql("SELECT tracks FROM catalogue_version WHERE state = 'published' AND id <= 230") for word in row[0].split(",")}
    assert len(tracks - {""}) == 8
    assert len({row[0] for row in stack.sql("SELECT kind FROM catalogue_version WHERE state = 'published' AND id <= 230")}) == 4
