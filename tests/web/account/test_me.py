"""The page with one's own name: roles in words, the screen, the password, the passkeys."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions, queries

pytestmark = pytest.mark.django_db

NEW = "four kettles sing at noon"


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


def text(response) -> str:
    return response.content.decode()


def test_it_works(house: arrange.House) -> None:
    page = text(arrange.signed_in(house.amina).get(reverse("account:me")))
    assert "<h1>Amina</h1>" in page and "Support worker" in page and "At Elm House." in page


def test_an_agency_worker_reads_when_it_ends(house: arrange.House) -> None:
    assert "At Elm House, until" in text(arrange.signed_in(house.tom).get(reverse("account:me")))


def test_the_manager_is_for_the_whole_provider(house: arrange.House) -> None:
    page = text(arrange.signed_in(house.ruth).get(reverse("account:me")))
    assert "For the whole provider." in page


def test_whoever_has_no_role_reads_what_to_do(house: arrange.House) -> None:
    nobody = actions.add_staff(name="Nia", email="nia@example.org", password=arrange.PASSWORD, by=house.ruth)
    assert "You have no role yet" in text(arrange.signed_in(nobody).get(reverse("account:me")))


def test_few_statements(house: arrange.House, django_assert_max_num_queries) -> None:
    client = arrange.signed_in(house.amina)
    with django_assert_max_num_queries(5 + 4):
        client.get(reverse("account:me"))


def test_the_screen_is_kept(house: arrange.House) -> None:
    client = arrange.signed_in(house.amina)
    assert client.post(reverse("account:theme"), {"theme": "dark"}).status_code == 302
    assert 'data-theme="dark"' in text(client.get(reverse("account:me")))
    client.post(reverse("account:theme"), {"theme": "purple"})
    assert 'data-theme="dark"' in text(client.get(reverse("account:me")))


def test_a_password_that_the_manager_knows_is_told_until_it_is_changed(house: arrange.House) -> None:
    client = arrange.signed_in(house.amina)
    assert "Your manager knows your password" in text(client.get(reverse("account:me")))
    response = client.post(reverse("account:password"), {"password": arrange.PASSWORD, "new": NEW})
    assert response.url == reverse("account:me")
    assert "Your manager knows your password" not in text(client.get(reverse("account:me")))  # and still signed in
    assert queries.chose_own_password(house.ruth)


def test_other_devices_sign_in_anew(house: arrange.House) -> None:
    phone, desk = arrange.signed_in(house.amina), arrange.signed_in(house.amina)
    desk.post(reverse("account:password"), {"password": arrange.PASSWORD, "new": NEW})
    assert phone.get(reverse("help")).status_code == 302
    assert desk.get(reverse("help")).status_code == 200
    assert Client().post("/sign-in/", {"login": "amina@example.org", "password": NEW}).status_code == 302


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"password": "not this one", "new": NEW}, "This is not your password"),
        ({"password": arrange.PASSWORD, "new": "short"}, "at least 12 characters"),
        ({"password": arrange.PASSWORD, "new": "passwordpassword"}, ""),
        ({"password": arrange.PASSWORD, "new": "amina@example.org"}, "too similar"),
        ({"new": ""}, "Write a new password."),
    ],
)
def test_a_password_that_cannot_be_kept_says_why(house: arrange.House, given: dict[str, str], said: str) -> None:
    client = arrange.signed_in(house.amina)
    response = client.post(reverse("account:password"), given)
    if said:
        assert response.status_code == 200 and said in text(response)
        assert NEW not in text(response)


def test_the_journal_never_holds_a_password(house: arrange.House) -> None:
    from throughline.base.models import Event

    arrange.signed_in(house.amina).post(reverse("account:password"), {"password": arrange.PASSWORD, "new": NEW})
    kept = list(Event.objects.values_list("verb", "detail"))
    assert any(verb == "accounts.password-chosen" for verb, _ in kept)
    assert not [verb for verb, detail in kept if "$" in json.dumps(detail) or NEW in json.dumps(detail)]


def test_adding_a_passkey_asks_for_the_password_first(house: arrange.House) -> None:
    client = arrange.signed_in(house.amina)
    assert "Your password first" in text(client.get(reverse("account:passkeys")))
    assert "This is not your password" in text(client.post(reverse("account:passkeys"), {"password": "not this one"}))
    assert client.post(reverse("account:passkeys"), {"password": arrange.PASSWORD}).status_code == 302
    page = text(client.get(reverse("account:passkeys")))
    assert "data-options=" in page and "A name for it" in page


@pytest.mark.parametrize("credential", ["{}", "[]", '{"id": "x"}', "nothing"])
def test_a_passkey_that_is_none_is_not_kept(house: arrange.House, credential: str) -> None:
    client = arrange.signed_in(house.amina)
    client.post(reverse("account:passkeys"), {"password": arrange.PASSWORD})
    response = client.post(reverse("account:passkeys"), {"name": "my phone", "credential": credential})
    assert response.status_code == 200 and "my phone" in text(response)
    assert queries.passkeys(house.amina) == []


def test_a_passkey_of_somebody_else_is_not_there(house: arrange.House) -> None:
    theirs = actions.add_passkey(name="Ruth’s phone", credential={}, by=house.ruth)
    client = arrange.signed_in(house.amina)
    removing = reverse("account:passkey_remove", kwargs={"passkey_id": theirs.pk})
    assert client.get(removing).status_code == client.post(removing).status_code == 404
    assert len(queries.passkeys(house.ruth)) == 1


def test_removing_a_passkey_asks_first(house: arrange.House) -> None:
    mine = actions.add_passkey(name="my phone", credential={}, by=house.amina)
    client = arrange.signed_in(house.amina)
    removing = reverse("account:passkey_remove", kwargs={"passkey_id": mine.pk})
    assert "my phone" in text(client.get(reverse("account:me"))) and "my phone" in text(client.get(removing))
    assert client.post(removing).url == reverse("account:me")
    assert queries.passkeys(house.amina) == []
