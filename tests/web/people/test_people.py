"""The list of people, who they are on our books, who is in their life, where they live."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions, scope
from throughline.base import clock
from throughline.people import queries

pytestmark = pytest.mark.django_db

PEOPLE = "/people/"
PRIYA = {"name": "Priya", "kind": "circle", "relationship": "mum", "phone": "01632 960001", "note": "rings on Sundays"}


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


def text(response) -> str:
    return response.content.decode()


def day(when, name: str) -> dict[str, int]:
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def named(page: str) -> list[str]:
    return [name for name in ("Jo", "Sam", "Lee") if f"<strong>{name}</strong>" in page]


def test_it_works(house: arrange.House) -> None:
    page = text(arrange.signed_in(house.ruth).get(PEOPLE))
    assert named(page) == ["Jo", "Sam", "Lee"] and "Elm House" in page and "3 people" in page


def test_a_worker_sees_those_of_their_home(house: arrange.House) -> None:
    page = text(arrange.signed_in(house.amina).get(PEOPLE))
    assert named(page) == ["Jo", "Sam"] and "Add a person" not in page


def test_a_search_leaves_no_name_in_an_address(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    response = client.post(PEOPLE, {"name": "sa"})
    assert response.status_code == 200 and named(text(response)) == ["Sam"]
    assert 'value="sa"' in text(response) and "name=sa" not in text(response)
    assert "Nobody of that name" in text(client.post(PEOPLE, {"name": "Zebedee"}))


def test_a_search_finds_nobody_whom_one_may_not_see(house: arrange.House) -> None:
    assert named(text(arrange.signed_in(house.amina).post(PEOPLE, {"name": "Lee"}))) == []


def test_one_home(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    assert named(text(client.get(PEOPLE, {"home": house.oak.pk}))) == ["Lee"]
    assert named(text(client.get(PEOPLE, {"home": "nonsense", "page": "nonsense"}))) == ["Jo", "Sam", "Lee"]
    assert named(text(arrange.signed_in(house.amina).get(PEOPLE, {"home": house.oak.pk}))) == []


def test_those_who_left(house: arrange.House) -> None:
    (stay,) = queries.stays(scope.sight(house.ruth, house.sam.pk))
    actions.end_stay(stay=stay, on=clock.today(), by=house.ruth)
    client = arrange.signed_in(house.ruth)
    with clock.at(clock.now() + timedelta(days=1)):
        assert named(text(client.get(PEOPLE))) == ["Jo", "Lee"]
        assert named(text(client.get(PEOPLE, {"left": 1}))) == ["Sam"]


def test_few_statements_for_200_people(house: arrange.House, django_assert_max_num_queries) -> None:
    for number in range(197):
        actions.add_person(service=house.elm, name=f"Person {number}", by=house.ruth)
    client = arrange.signed_in(house.ruth)
    with django_assert_max_num_queries(5 + 12):
        assert text(client.get(PEOPLE)).count("link-row-person") == 200
    assert "Pages of People" not in text(client.get(PEOPLE))
    actions.add_person(service=house.elm, name="Zoe", by=house.ruth)
    assert "Pages of People" in text(client.get(PEOPLE)) and "Zoe" in text(client.get(PEOPLE, {"page": 2}))


def test_somebody_new(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    assert "Only the name and the home are needed" in text(client.get(reverse("people:new")))
    given = {"name": "Kit", "home": str(house.elm.pk), "own_colour": "violet", **day(clock.today(), "from_on")}
    response = client.post(reverse("people:new"), given)
    assert response.status_code == 302 and "/p/" in response.url
    assert "<strong>Kit</strong>" in text(arrange.signed_in(house.amina).get(PEOPLE))


def test_a_form_that_comes_back_keeps_every_word(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    given = {"name": "Kit", "pronouns": "they", "nhs_number": "943 476 5918", "own_colour": "violet", **day(clock.today(), "from_on")}
    page = text(client.post(reverse("people:new"), given))
    assert 'value="Kit"' in page and 'value="they"' in page and "943 476 5918" in page
    assert "This is not an NHS number." in page and "Choose a home." in page


def test_a_worker_adds_nobody(house: arrange.House) -> None:
    assert arrange.signed_in(house.amina).get(reverse("people:new")).status_code == 403


def test_a_manager_of_one_home_adds_to_that_home(house: arrange.House) -> None:
    mair = arrange.worker("Mair", house.ruth, role="registered_manager", service=house.elm)
    client = arrange.signed_in(mair)
    assert "Oak Lodge" not in text(client.get(reverse("people:new")))
    given = {"name": "Kit", "home": str(house.oak.pk), "own_colour": "violet", **day(clock.today(), "from_on")}
    assert client.post(reverse("people:new"), given).status_code == 200


def test_what_we_know_is_changed(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    change = reverse("people:change", args=[house.jo.pk])
    assert "What we know of Jo" in text(client.get(change))
    given = {
        "name": "Jo",
        "pronouns": "she",
        "own_colour": "berry",
        "nhs_number": "943 476 5919",
        "born_on_day": "3",
        "born_on_month": "March",
    }
    assert client.post(change, given | {"born_on_year": "1996"}).url == reverse("people:circle", args=[house.jo.pk])
    page = text(client.get(change))
    assert 'value="9434765919"' in page and 'value="1996"' in page


def test_the_people_in_a_life(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    here = reverse("people:circle", args=[house.jo.pk])
    assert "Could somebody independent help Jo be heard?" in text(client.get(here))
    assert client.post(reverse("people:contact_new", args=[house.jo.pk]), PRIYA).url == here
    actions.add_contact(person=house.jo, name="Dan", kind="advocate", relationship="independent advocate", by=house.ruth)
    actions.add_contact(person=house.jo, name="Dr Shah", kind="professional", relationship="GP", by=house.ruth)
    page = text(client.get(here))
    assert "Priya, mum" in page and "rings on Sundays" in page and "Jo decides, unless a decision says otherwise." in page
    assert [kind in page for kind in ('data-voice="circle"', 'data-voice="advocate"', 'data-voice="professional"')] == [True] * 3
    assert "<h2>Family and friends</h2>" in page


def test_the_provider_s_word_for_the_circle(house: arrange.House) -> None:
    actions.change_provider(name="Elm Support", circle_term="circle of support", by=house.ruth)
    assert "<h2>Circle of support</h2>" in text(arrange.signed_in(house.amina).get(reverse("people:circle", args=[house.jo.pk])))


def test_a_contact_is_changed_and_ends(house: arrange.House) -> None:
    priya = actions.add_contact(person=house.jo, by=house.ruth, **PRIYA)
    client = arrange.signed_in(house.ruth)
    change = reverse("people:contact", args=[house.jo.pk, priya.pk])
    assert "rings on Sundays" in text(client.get(change))
    client.post(change, PRIYA | {"note": "rings on Mondays", **day(clock.today(), "ended_on")})
    page = text(client.get(reverse("people:circle", args=[house.jo.pk])))
    assert "Priya, mum, until" in page and "rings on" not in page


def test_a_contact_of_somebody_else_is_not_there(house: arrange.House) -> None:
    priya = actions.add_contact(person=house.jo, by=house.ruth, **PRIYA)
    assert arrange.signed_in(house.ruth).get(reverse("people:contact", args=[house.lee.pk, priya.pk])).status_code == 404


def test_a_worker_reads_the_circle_and_changes_nothing(house: arrange.House) -> None:
    priya = actions.add_contact(person=house.jo, by=house.ruth, **PRIYA)
    client = arrange.signed_in(house.amina)
    page = text(client.get(reverse("people:circle", args=[house.jo.pk])))
    assert "Priya, mum" in page and "Change" not in page and "Add somebody" not in page
    for address in (reverse("people:contact_new", args=[house.jo.pk]), reverse("people:contact", args=[house.jo.pk, priya.pk])):
        assert client.get(address).status_code == 403


def test_another_home_begins_and_one_ends(house: arrange.House) -> None:
    client, neighbour = arrange.signed_in(house.ruth), arrange.signed_in(house.neighbour)
    jo = reverse("people:circle", args=[house.jo.pk])
    assert neighbour.get(jo).status_code == 404
    given = {"home": str(house.oak.pk), **day(clock.today(), "from_on")}
    assert client.post(reverse("people:stay_new", args=[house.jo.pk]), given).url == jo
    assert neighbour.get(jo).status_code == 200
    stays = {stay.service.name: stay for stay in queries.stays(scope.sight(house.ruth, house.jo.pk))}
    end = reverse("people:stay_end", args=[house.jo.pk, stays["Elm House"].pk])
    assert "Jo leaves Elm House" in text(client.get(end))
    assert "before the stay began" in text(client.post(end, day(clock.today() - timedelta(days=1), "on")))
    client.post(end, day(clock.today(), "on"))
    with clock.at(clock.now() + timedelta(days=1)):
        assert arrange.signed_in(house.amina).get(jo).status_code == 404


def test_few_statements_for_a_circle(house: arrange.House, django_assert_max_num_queries) -> None:
    for number in range(30):
        actions.add_contact(person=house.jo, name=f"Friend {number}", kind="circle", relationship="friend", by=house.ruth)
    client = arrange.signed_in(house.ruth)
    with django_assert_max_num_queries(5 + 12):
        client.get(reverse("people:circle", args=[house.jo.pk]))
