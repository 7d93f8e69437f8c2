"""Who has looked at a person's record: kept, shown to those who answer for it, and printed for the person."""

from datetime import timedelta

import pytest
from django.urls import get_resolver, reverse
from tests.web import arrange

from throughline.access import readings, scope
from throughline.base import clock
from throughline.web.addresses import Policy
from throughline.web.people.looked_at import MINE, OTHERWISE, PAGES, THEIRS, in_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


def text(response) -> str:
    return response.content.decode()


def log(house: arrange.House) -> str:
    return reverse("people:readings", args=[house.jo.pk])


def test_it_works(house: arrange.House) -> None:
    arrange.signed_in(house.amina).get(reverse("people:circle", args=[house.jo.pk]))
    page = text(arrange.signed_in(house.ruth).get(log(house)))
    assert "Who has looked at Jo’s page" in page
    assert "<strong>Amina</strong>" in page and "Looked at the people in Jo’s life." in page


def test_reading_the_list_is_a_reading(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    client.get(log(house))
    assert "Looked at this list." in text(client.get(log(house)))


def test_of_others_nothing(house: arrange.House) -> None:
    arrange.signed_in(house.neighbour).get(reverse("people:circle", args=[house.lee.pk]))
    assert "Oak Lodge worker" not in text(arrange.signed_in(house.ruth).get(log(house)))


@pytest.mark.parametrize(("role", "status"), [("owner", 200), ("quality_lead", 200), ("team_leader", 403), ("support_worker", 403)])
def test_who_may_see_it(house: arrange.House, role: str, status: int) -> None:
    who = arrange.worker("Nia", house.ruth, role=role, service=house.elm)
    assert arrange.signed_in(who).get(log(house)).status_code == status


def test_newest_first_and_a_page_at_a_time(house: arrange.House) -> None:
    sight = scope.sight(house.amina, house.jo.pk)
    for number in range(60):
        with clock.at(clock.now() - timedelta(days=2, minutes=number)):
            readings.note(sight, "plan:plan" if number < 50 else "decisions:list")
    client = arrange.signed_in(house.ruth)
    first = text(client.get(log(house)))
    assert first.count("Looked at Jo’s plan.") == 50 and "Jo’s decisions" not in first and "Older" in first
    later = text(client.get(log(house), {"from": 50}))
    assert later.count("Looked at Jo’s decisions.") == 10 and "Newer" in later


def test_one_day(house: arrange.House) -> None:
    sight = scope.sight(house.amina, house.jo.pk)
    before = clock.now() - timedelta(days=3)
    with clock.at(before):
        readings.note(sight, "plan:plan")
    client = arrange.signed_in(house.ruth)
    client.get(log(house))
    on = clock.day_of(before)
    page = text(client.get(log(house), {"day_day": on.day, "day_month": on.month, "day_year": on.year}))
    assert "Looked at Jo’s plan." in page and "Looked at this list." not in page
    assert "Nobody looked." in text(client.get(log(house), {"day_day": 1, "day_month": 1, "day_year": 2001}))
    assert "There is no such day." in text(client.get(log(house), {"day_day": 31, "day_month": 2, "day_year": 2026}))


@pytest.mark.parametrize("start", ["-1", "x", "99999999999999"])
def test_nonsense_in_the_address_is_not_said(house: arrange.House, start: str) -> None:
    assert arrange.signed_in(house.ruth).get(log(house), {"from": start}).status_code == 200


def test_the_paper_is_the_person_s_own(house: arrange.House) -> None:
    for _ in range(3):
        arrange.signed_in(house.amina).get(reverse("people:circle", args=[house.jo.pk]))
    page = text(arrange.signed_in(house.ruth).get(log(house), {"paper": 1}))
    assert "Who has looked at my page" in page and page.count("the people in my life") == 1
    assert "I can tell the registered manager" in page.replace("\xa0", " ")


def test_few_statements(house: arrange.House, django_assert_max_num_queries) -> None:
    sight = scope.sight(house.amina, house.jo.pk)
    for _ in range(80):
        readings.note(sight, "plan:plan")
    client = arrange.signed_in(house.ruth)
    with django_assert_max_num_queries(5 + 12):
        client.get(log(house))


def test_every_page_of_a_person_has_words() -> None:
    """Of its own, or of its area."""
    named = [
        f"{area.namespace}:{each.name}"
        for area in get_resolver().url_patterns
        if getattr(area, "namespace", None)
        for each in area.url_patterns
        if getattr(each.callback, "policy", None) in (Policy.PERSON, Policy.CIRCLE)
    ]
    assert named
    assert [name for name in named if in_words(name, THEIRS) == str(OTHERWISE[0])] == []
    assert all(in_words(name, MINE) for name in PAGES)
