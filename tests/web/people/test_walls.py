"""Nobody sees without a key, and what is not yours looks like what is not there."""

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions
from throughline.base import clock

pytestmark = pytest.mark.django_db

OF_A_PERSON = ("page", "change", "circle", "contact_new", "stay_new", "readings", "timeline", "photo")


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


def of(person_id) -> list[str]:
    return [reverse(f"people:{name}", args=[person_id]) for name in OF_A_PERSON]


def bare(response) -> str:
    """A page without what differs every time."""
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", response.content.decode())


def test_signed_out_there_is_nothing_but_the_way_in(house: arrange.House) -> None:
    for address in [*of(house.jo.pk), reverse("people:list"), reverse("people:new")]:
        for response in (Client().get(address), Client().post(address, {"name": "x"})):
            assert response.status_code == 302 and response.url.startswith("/sign-in/"), address


def test_somebody_of_another_home_is_not_there(house: arrange.House) -> None:
    """The two look the same, to the letter."""
    client = arrange.signed_in(house.neighbour)
    for theirs, nobody in zip(of(house.jo.pk), of(uuid.uuid4()), strict=True):
        for method in (client.get, client.post):
            not_mine, not_there = method(theirs), method(nobody)
            assert not_mine.status_code == not_there.status_code == 404, theirs
            assert bare(not_mine) == bare(not_there)
            assert "Jo" not in bare(not_mine)


def test_an_agency_worker_whose_time_is_over_sees_nobody(house: arrange.House) -> None:
    client = arrange.signed_in(house.tom)
    assert client.get(reverse("people:circle", args=[house.jo.pk])).status_code == 200
    with clock.at(clock.now() + timedelta(days=8)):
        client = arrange.signed_in(house.tom)
        assert "<strong>Jo</strong>" not in client.get(reverse("people:list")).content.decode()
        for address in of(house.jo.pk):
            assert client.get(address).status_code == 404, address


def test_a_role_that_begins_tomorrow_opens_nothing_today(house: arrange.House) -> None:
    nia = actions.add_staff(name="Nia", email="nia@example.org", password=arrange.PASSWORD, by=house.ruth)
    actions.assign(user=nia, role="support_worker", service=house.elm, from_on=clock.today() + timedelta(days=1), by=house.ruth)
    assert arrange.signed_in(nia).get(reverse("people:circle", args=[house.jo.pk])).status_code == 404


def test_an_administrator_sees_nobody(house: arrange.House) -> None:
    client = arrange.signed_in(arrange.worker("Ade", house.ruth, role="administrator"))
    assert "link-row-person" not in client.get(reverse("people:list")).content.decode()
    for address in of(house.jo.pk):
        assert client.get(address).status_code == 404, address


def test_a_key_that_is_taken_away_opens_nothing_on_the_next_request(house: arrange.House) -> None:
    from throughline.access import queries

    client = arrange.signed_in(house.amina)
    circle = reverse("people:circle", args=[house.jo.pk])
    assert client.get(circle).status_code == 200
    (role,) = queries.assignments(house.ruth, house.amina)
    actions.end_assignment(assignment=role, by=house.ruth)
    assert client.get(circle).status_code == 404


def test_a_page_that_was_not_shown_is_no_reading(house: arrange.House) -> None:
    from throughline.access import readings, scope

    arrange.signed_in(house.neighbour).get(reverse("people:circle", args=[house.jo.pk]))
    arrange.signed_in(house.amina).get(reverse("people:change", args=[house.jo.pk]))
    assert readings.page_of(scope.sight(house.ruth, house.jo.pk)) == []
