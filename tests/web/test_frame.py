"""What stands around every page, and what it costs: five statements, whoever asks."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange

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
