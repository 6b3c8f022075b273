"""Who gets in, and what the first page shows."""


def test_the_first_page_asks_to_sign_in(client):
    page = client.get("/")
    assert page.status == 200
    assert page.form("sign-in").get("action") == client.prefix + "/sign-in"
    assert not page.all("/p:page/p:user")


def test_sign_in(sign_in):
    client = sign_in("mads.sb")
    user = client.page.one("/p:page/p:user")
    assert user.get("name") == "Mads Samling"
    assert user.get("department") == "jobcenter"
    assert [role.get("name") for role in client.page.all("/p:page/p:user/p:role")] == ["caseworker"]
    assert client.page.all("/p:page/p:navigation/p:item")


def test_every_user_can_sign_in(stack, sign_in):
    for uid, person in stack.users.items():
        user = sign_in(uid).page.one("/p:page/p:user")
        assert user.get("department") == person["department"], uid
        assert person["role"] in [role.get("name") for role in user.iter("{*}role")], uid


def test_wrong_password(client):
    page = client.sign_in("it.bo", "not the password")
    assert page.status in (403, 422)
    assert not page.all("/p:page/p:user")
