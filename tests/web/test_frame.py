"""What stands around every page, and what it costs: five statements, whoever asks."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.base import clock

pytestmark = pytest.mark.django_db

# session, user, keys, the provider's words, the homes at which the actor works
AN_EMPTY_PAGE = 5


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


@pytest.mark.parametrize("who", ["ruth", "amina", "tom"])
def test_an_empty_page_makes_exactly_five_statements(house: arrange.House, who: str, django_assert_num_queries) -> None:
    client = arrange.signed_in(getattr(house, who))
    with django_assert_num_queries(AN_EMPTY_PAGE):
        assert client.get(reverse("help")).status_code == 200


def test_whoever_works_at_one_home_reads_its_name(house: arrange.House) -> None:
    page = arrange.signed_in(house.amina).get(reverse("help")).content.decode()
    assert "Elm House" in page and "Oak Lodge" not in page


def test_whoever_works_at_several_reads_the_provider_s_name(house: arrange.House) -> None:
    page = arrange.signed_in(house.ruth).get(reverse("help")).content.decode()
    assert "Elm Support" in page and "Elm House" not in page


def test_help_needs_signing_in() -> None:
    assert Client().get(reverse("help")).status_code == 302


def test_the_page_for_what_broke_asks_the_database_nothing(house: arrange.House, django_assert_num_queries, rf) -> None:
    from throughline.web.first_page import broken

    request = rf.get("/")
    request.user = house.ruth
    with django_assert_num_queries(0):
        assert broken(request).status_code == 500


def test_more_than_a_page_takes_is_answered_with_what_to_do(house: arrange.House) -> None:
    address = reverse("today:note_new", args=[house.jo.pk])
    answer = arrange.signed_in(house.amina).post(address, {"text": "A long day. " * 250_000})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "This was too much for one page" in page and "keep it in several parts" in page and "Throughline</title>" in page


def test_a_page_made_before_somebody_signed_in_again_says_what_to_do(house: arrange.House) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(house.amina, settings.AUTHENTICATION_BACKENDS[-1])
    answer = client.post(reverse("today:note_new", args=[house.jo.pk]), {"text": "Jo slept well."})
    assert answer.status_code == 403 and "Open it again: what you wrote is offered to you there." in answer.content.decode()


def test_a_session_lasts_for_a_shift_after_its_last_use(house: arrange.House) -> None:
    """And is written only once an hour: a page that is opened writes nothing."""
    now = clock.now()
    client = arrange.signed_in(house.amina)
    for minutes, renewed in ((50, False), (70, True), (100, False)):
        with clock.at(now + timedelta(minutes=minutes)):
            assert (settings.SESSION_COOKIE_NAME in client.get(reverse("help")).cookies) is renewed, minutes


def test_signing_out_clears_what_the_browser_kept_of_pages_and_not_what_waits_on_a_phone(house: arrange.House) -> None:
    answer = arrange.signed_in(house.amina).post(reverse("account_logout"))
    assert (answer.url, answer["Clear-Site-Data"]) == (reverse("account_login"), '"cache"')
