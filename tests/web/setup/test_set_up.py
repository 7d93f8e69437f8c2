"""From nothing to a provider with homes, staff and people, through the pages alone."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions, queries
from throughline.base import clock

pytestmark = pytest.mark.django_db

FIRST = "Throughline"
WORDS = {"person_term": "the tenant", "circle_term": "circle of support", "staff_term": "the team", "distress_term": "distressed"}
ELM = {"name": "Elm House", "kind": "supported_living", "jurisdiction": "england", "phone": "01632 960000", "regulator_id": "1-234"}
AMINA = {"name": "Amina", "email": "Amina@Example.org", "job": "Support worker, days", "password": "a kettle on the blue stove"}


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


def text(response) -> str:
    return response.content.decode()


def day(when, name: str) -> dict[str, int]:
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def main_button(page: str) -> str:
    return page.split("button-main")[1].split("</a>")[0].rpartition(">")[2].strip() if "button-main" in page else ""


def test_it_works(house: arrange.House) -> None:
    page = text(arrange.signed_in(house.ruth).get(reverse("setup:home")))
    assert "Elm Support" in page and "Oak Lodge" in page and "Support worker, at Elm House" in page
    assert "You support 3 people." in page and "button-main" not in page


def test_a_new_manager_is_led_step_by_step() -> None:
    ruth = actions.create_manager(name="Ruth", email="ruth@example.org", password=arrange.PASSWORD)
    client = arrange.signed_in(ruth)
    assert client.get("/").url == reverse("setup:home")
    home = reverse("setup:home")

    page = text(client.get(home))
    assert "This is step 1." in page and main_button(page) == "Name it" and page.count("button-main") == 1
    assert client.get(reverse("setup:service_new")).url == reverse("setup:provider")  # a home needs its provider
    form = text(client.get(reverse("setup:provider")))
    assert 'value="family and friends"' in form  # the words that we begin with
    assert client.post(reverse("setup:provider"), {"name": "Elm Support", **WORDS}).url == home

    page = text(client.get(home))
    assert "This is step 2." in page and "“the tenant”" in page and "Add a home" in page
    assert client.post(reverse("setup:service_new"), ELM).url == home

    page = text(client.get(home))
    assert "This is step 3." in page and "Supported living, England" in page
    response = client.post(reverse("setup:staff_new"), AMINA)
    amina = next(user for user in queries.staff(ruth) if user.name == "Amina")
    assert response.url == reverse("setup:assign", args=[amina.pk])
    elm = queries.services()[0]
    given = {"role": "support_worker", "where": f"home:{elm.pk}", **day(clock.today(), "from_on")}
    assert client.post(response.url, given).url == reverse("setup:staff", args=[amina.pk])

    page = text(client.get(home))
    assert "This is step 4." in page and main_button(page) == "Add a person"
    assert Client().post("/sign-in/", {"login": "amina@example.org", "password": AMINA["password"]}).status_code == 302


def test_the_words_are_on_the_next_page(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    client.post(reverse("setup:provider"), {"name": "Elm and Oak", **WORDS})
    assert "Elm and Oak" in text(client.get(reverse("help")))


def test_a_home_is_changed(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    place = reverse("setup:service", args=[house.oak.pk])
    assert "Oak Lodge" in text(client.get(place))
    client.post(place, ELM | {"name": "Oak House", "kind": "care_home", "jurisdiction": "wales"})
    assert "Oak House" in text(client.get(reverse("setup:home")))


def test_a_form_that_comes_back_keeps_every_word(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    page = text(client.post(reverse("setup:service_new"), ELM | {"kind": ""}))
    assert 'value="Elm House"' in page and 'value="1-234"' in page and "Choose one." in page
    page = text(client.post(reverse("setup:staff_new"), AMINA | {"email": "amina"}))
    assert "Write the whole address" in page and 'value="Support worker, days"' in page
    page = text(client.post(reverse("setup:staff_new"), AMINA))
    assert "Somebody signs in with this address already." in page


@pytest.mark.parametrize("weak", ["short", "amina@example.org", "amina@example.com"])
def test_a_first_password_follows_the_same_rules(house: arrange.House, weak: str) -> None:
    response = arrange.signed_in(house.ruth).post(reverse("setup:staff_new"), AMINA | {"email": "amina2@example.org", "password": weak})
    assert response.status_code == 200 and "field-wrong" in text(response)


def test_an_agency_worker_s_role_needs_its_end(house: arrange.House) -> None:
    client = arrange.signed_in(house.ruth)
    nia = actions.add_staff(name="Nia", email="nia@example.org", password=arrange.PASSWORD, by=house.ruth)
    give = reverse("setup:assign", args=[nia.pk])
    given = {"role": "agency_worker", "where": f"home:{house.elm.pk}", **day(clock.today(), "from_on")}
    assert "This role ends by itself." in text(client.post(give, given))
    assert client.post(give, given | day(clock.today() + timedelta(days=3), "until_on")).status_code == 302


def test_a_role_for_one_person(house: arrange.House) -> None:
    nia = actions.add_staff(name="Nia", email="nia@example.org", password=arrange.PASSWORD, by=house.ruth)
    given = {"role": "support_worker", "where": f"person:{house.lee.pk}", **day(clock.today(), "from_on")}
    response = arrange.signed_in(house.ruth).post(reverse("setup:assign", args=[nia.pk]), given)
    assert response.status_code == 302
    page = text(arrange.signed_in(nia).get(reverse("help")))
    assert "Oak Lodge" in page  # the home of the person for whom she works


def test_a_role_ends_at_once(house: arrange.House) -> None:
    """Also one that began today."""
    (role,) = queries.assignments(house.ruth, house.amina)
    client = arrange.signed_in(house.ruth)
    assert "End this role" in text(client.get(reverse("setup:assignment_end", args=[role.pk])))
    assert client.post(reverse("setup:assignment_end", args=[role.pk])).url == reverse("setup:staff", args=[house.amina.pk])
    assert queries.own_roles(house.amina) == []
    assert "Roles that ended" in text(client.get(reverse("setup:staff", args=[house.amina.pk])))


def test_a_role_ends_on_a_day(house: arrange.House) -> None:
    (role,) = queries.assignments(house.ruth, house.amina)
    friday = clock.today() + timedelta(days=5)
    arrange.signed_in(house.ruth).post(reverse("setup:assignment_end", args=[role.pk]), day(friday, "on"))
    assert [each.until_on for each in queries.own_roles(house.amina)] == [friday]


def test_whoever_left_signs_in_no_more(house: arrange.House) -> None:
    client, theirs = arrange.signed_in(house.ruth), arrange.signed_in(house.amina)
    stop = reverse("setup:staff_stop", args=[house.amina.pk])
    assert "Did Amina leave?" in text(client.get(stop))
    client.post(stop)
    assert theirs.get(reverse("help")).status_code == 302  # at once, on the next request
    assert "Those who sign in no more" in text(client.get(reverse("setup:home")))
    client.post(stop)
    assert theirs.get(reverse("help")).status_code == 200


def test_a_new_password_for_somebody_who_forgot(house: arrange.House) -> None:
    theirs = arrange.signed_in(house.amina)
    arrange.signed_in(house.ruth).post(reverse("setup:staff_password", args=[house.amina.pk]), {"password": AMINA["password"]})
    assert theirs.get(reverse("help")).status_code == 302
    assert Client().post("/sign-in/", {"login": "amina@example.org", "password": AMINA["password"]}).status_code == 302


def test_a_name_is_put_right(house: arrange.House) -> None:
    change = reverse("setup:staff_change", args=[house.amina.pk])
    client = arrange.signed_in(house.ruth)
    assert client.post(change, {"name": "Aminah", "email": "aminah@example.org", "job": ""}).status_code == 302
    assert "Somebody else signs in" in text(client.post(change, {"name": "Aminah", "email": "tom@example.org"}))


def test_few_statements_however_many_work_here(house: arrange.House, django_assert_max_num_queries) -> None:
    for number in range(20):
        arrange.worker(f"Worker{number}", house.ruth, service=house.elm)
    client = arrange.signed_in(house.ruth)
    with django_assert_max_num_queries(5 + 12):
        client.get(reverse("setup:home"))
    with django_assert_max_num_queries(5 + 12):
        client.get(reverse("setup:staff", args=[house.amina.pk]))
