"""Signing in with a password, and out. Wrong tries say one thing, whatever was wrong; five of them, and it rests."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions
from throughline.base import clock

pytestmark = pytest.mark.django_db

SIGN_IN = "/sign-in/"
WRONG = "do not go together"
NONSENSE = """{"id": "QUJD", "rawId": "QUJD", "type": "public-key", "clientExtensionResults": {},
"response": {"clientDataJSON": "e30", "authenticatorData": "QUJD", "signature": "QUJD", "userHandle": "QUJD"}}"""


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


@pytest.fixture
def guarded(settings) -> None:
    settings.AXES_ENABLED = True


def give(client: Client, email: str, password: str = arrange.PASSWORD, **more: str):
    return client.post(SIGN_IN, {"login": email, "password": password}, **more)


def test_it_works(house: arrange.House) -> None:
    client = Client()
    page = client.get(SIGN_IN).content.decode()
    assert "Your email address" in page and 'autocomplete="current-password"' in page
    response = give(client, "Amina@Example.org ")
    assert response.status_code == 302 and response.url == "/"
    assert client.get(reverse("help")).status_code == 200


def test_whoever_was_sent_here_goes_back_there(house: arrange.House) -> None:
    response = Client().post(SIGN_IN + "?next=/help/", {"login": "ruth@example.org", "password": arrange.PASSWORD})
    assert response.url == "/help/"


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(house: arrange.House, elsewhere: str) -> None:
    response = Client().post(SIGN_IN + f"?next={elsewhere}", {"login": "ruth@example.org", "password": arrange.PASSWORD})
    assert response.url == "/"


def test_what_was_wrong_is_not_told(house: arrange.House) -> None:
    """An unknown address, a wrong password and somebody who left: the same page."""
    actions.stop_signing_in(user=house.tom, by=house.ruth)
    pages = [
        give(Client(), "nobody@example.org"),
        give(Client(), "amina@example.org", "not this one at all"),
        give(Client(), "tom@example.org"),
    ]
    texts = {page.content.decode().split("<h1>")[1].split("<form")[0] for page in pages}
    assert len(texts) == 1 and WRONG in texts.pop()
    assert all(page.status_code == 200 for page in pages)


def test_a_form_that_comes_back_keeps_the_address_and_never_the_password(house: arrange.House) -> None:
    page = give(Client(), "amina@example.org", "not this one at all").content.decode()
    assert "amina@example.org" in page and "not this one" not in page
    assert "<title>Error: Sign in - Throughline</title>" in page


def test_empty_boxes_are_named() -> None:
    page = Client().post(SIGN_IN, {"login": "", "password": ""}).content.decode()
    assert "Write your email address." in page and "Write your password." in page


@pytest.mark.parametrize("email", ["amina@example.org", "nobody@example.org"])
def test_five_wrong_tries_and_it_rests(house: arrange.House, guarded: None, email: str) -> None:
    """Whether or not anybody signs in with the address."""
    client = Client()
    for _ in range(4):
        assert give(client, email, "wrong wrong wrong").status_code == 200
    locked = give(client, email, "wrong wrong wrong")
    assert locked.status_code == 429 and "rests for 15 minutes" in locked.content.decode()
    assert email not in locked.content.decode()
    assert give(client, email.upper()).status_code == 429  # the right one, too


def test_a_lock_is_for_one_address_from_one_place(house: arrange.House, guarded: None) -> None:
    for _ in range(5):
        give(Client(), "amina@example.org", "wrong wrong wrong")
    assert give(Client(), "ruth@example.org").status_code == 302
    assert give(Client(), "amina@example.org", REMOTE_ADDR="192.0.2.7").status_code == 302


def test_a_lock_ends_by_itself(house: arrange.House, guarded: None, monkeypatch) -> None:
    for _ in range(5):
        give(Client(), "amina@example.org", "wrong wrong wrong")
    later = clock.now() + timedelta(minutes=16)
    monkeypatch.setattr("axes.handlers.proxy.now", lambda: later)
    assert give(Client(), "amina@example.org").status_code == 302


def test_signing_in_forgets_wrong_tries(house: arrange.House, guarded: None) -> None:
    client = Client()
    for _ in range(4):
        give(client, "amina@example.org", "wrong wrong wrong")
    assert give(client, "amina@example.org").status_code == 302
    assert give(Client(), "amina@example.org", "wrong wrong wrong").status_code == 200


@pytest.mark.parametrize("credential", ['{"id": "x"}', '{"response": {"userHandle": "x"}}', "[1]", '"x"', NONSENSE])
def test_a_passkey_that_is_none_says_so_kindly(house: arrange.House, credential: str) -> None:
    client = Client()
    asked = client.get(reverse("mfa_login_webauthn"), HTTP_ACCEPT="application/json").json()
    assert asked["request_options"]["publicKey"]["userVerification"] == "required"
    response = client.post(reverse("mfa_login_webauthn"), {"credential": credential}, follow=True)
    assert "This passkey was not recognised" in response.content.decode()


def test_signing_out_asks_first(house: arrange.House) -> None:
    client = arrange.signed_in(house.amina)
    assert "Sign out now" in client.get("/sign-out/").content.decode()
    assert client.get(reverse("help")).status_code == 200
    assert client.post("/sign-out/").url == SIGN_IN
    assert client.get(reverse("help")).status_code == 302


def test_whoever_is_signed_in_has_no_need_to(house: arrange.House) -> None:
    assert arrange.signed_in(house.amina).get(SIGN_IN).url == "/"


def test_no_address_of_ours_takes_an_email_in_the_address_line(house: arrange.House) -> None:
    """Browsers keep addresses, and so do logs."""
    page = Client().get(SIGN_IN).content.decode()
    assert 'method="get"' not in page.lower()
