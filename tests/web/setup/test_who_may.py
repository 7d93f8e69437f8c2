"""Who may set up what. Nobody makes a way for themself to more than they have."""

import pytest
from django.urls import reverse
from tests.web import arrange

from throughline.access import actions, queries
from throughline.base import clock
from throughline.base.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> arrange.House:
    return arrange.house()


@pytest.fixture
def admin(house: arrange.House):
    return arrange.worker("Ade", house.ruth, role="administrator")


@pytest.fixture
def elm_manager(house: arrange.House):
    """A registered manager of one home."""
    return arrange.worker("Mair", house.ruth, role="registered_manager", service=house.elm)


OF_ONE = ("staff", "staff_change", "staff_password", "staff_stop", "assign")
OF_ALL = ("home", "provider", "service_new", "staff_new")


def of_staff(house: arrange.House) -> list[str]:
    role = queries.assignments(house.ruth, house.amina)[0]
    of_one = [reverse(f"setup:{name}", args=[house.amina.pk]) for name in OF_ONE]
    return [*of_one, *(reverse(f"setup:{name}") for name in OF_ALL), reverse("setup:assignment_end", args=[role.pk])]


@pytest.mark.parametrize("who", ["amina", "tom", "neighbour"])
def test_those_on_shift_set_nothing_up(house: arrange.House, who: str) -> None:
    client = arrange.signed_in(getattr(house, who))
    for address in [*of_staff(house), reverse("setup:service", args=[house.elm.pk])]:
        assert client.get(address).status_code == 403, address
        assert client.post(address, {"name": "x"}).status_code == 403, address


def test_an_administrator_sets_up_and_sees_nobody(house: arrange.House, admin) -> None:
    client = arrange.signed_in(admin)
    page = client.get(reverse("setup:home")).content.decode()
    assert "Elm House" in page and "Amina" in page
    for text in ("Jo", "Sam", "Lee", reverse("people:list")):
        assert f">{text}<" not in page and f'"{text}"' not in page
    roles = client.get(reverse("setup:assign", args=[house.amina.pk])).content.decode()
    assert "For Jo alone" not in roles and "Registered manager" not in roles and "Support worker" in roles


def test_an_administrator_takes_no_account_that_sees_people(house: arrange.House, admin) -> None:
    """Setting a worker's password would be a way to read the people they support."""
    client = arrange.signed_in(admin)
    for name in ("staff_password", "staff_change"):
        assert client.get(reverse(f"setup:{name}", args=[house.amina.pk])).status_code == 403
        assert client.get(reverse(f"setup:{name}", args=[house.ruth.pk])).status_code == 403
    assert client.get(reverse("setup:staff_stop", args=[house.amina.pk])).status_code == 200  # a leaver can be stopped
    assert client.get(reverse("setup:staff_stop", args=[house.ruth.pk])).status_code == 403


def test_a_manager_of_one_home_reaches_no_other(house: arrange.House, elm_manager) -> None:
    client = arrange.signed_in(elm_manager)
    assert client.get(reverse("setup:staff_password", args=[house.amina.pk])).status_code == 200
    for name in ("staff_password", "staff_stop"):
        assert client.get(reverse(f"setup:{name}", args=[house.neighbour.pk])).status_code == 403
        assert client.get(reverse(f"setup:{name}", args=[house.ruth.pk])).status_code == 403
    places = client.get(reverse("setup:assign", args=[house.tom.pk])).content.decode()
    assert "Elm House" in places and "Oak Lodge" not in places and "The whole provider" not in places


@pytest.mark.parametrize("where", ["home", "everywhere", "person"])
def test_nobody_gives_a_role_where_they_manage_nothing(house: arrange.House, elm_manager, where: str) -> None:
    """Also when the list is sent back with something that was not on it."""
    value = {"home": f"home:{house.oak.pk}", "everywhere": "everywhere", "person": f"person:{house.lee.pk}"}[where]
    today = clock.today()
    given = {"role": "support_worker", "where": value, "from_on_day": today.day, "from_on_month": today.month, "from_on_year": today.year}
    response = arrange.signed_in(elm_manager).post(reverse("setup:assign", args=[house.tom.pk]), given)
    assert response.status_code == 200
    assert len(queries.assignments(house.ruth, house.tom)) == 1


def test_nobody_changes_their_own_keys(house: arrange.House) -> None:
    own = queries.assignments(house.ruth, house.ruth)[0]
    with pytest.raises(Refused):
        actions.assign(user=house.ruth, role="owner", by=house.ruth)
    with pytest.raises(Refused):
        actions.end_assignment(assignment=own, by=house.ruth)
    with pytest.raises(Refused):
        actions.stop_signing_in(user=house.ruth, by=house.ruth)
    with pytest.raises(Refused):
        actions.set_password(user=house.ruth, password=arrange.PASSWORD, by=house.ruth)
