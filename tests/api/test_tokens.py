"""What each kind of token opens: none, ended, over, made up, the wrong scope, the right one, and one for a single home."""

from typing import Any

import pytest
from django.urls import get_resolver, reverse
from tests.api.conftest import Door
from tests.architecture.test_addresses import addresses
from tests.web import arrange

from throughline.access.models import Reading
from throughline.access.queries import staff, team_of
from throughline.access.scope import sight
from throughline.api import actions, queries
from throughline.api.choices import Scope
from throughline.api.models import Integration
from throughline.base.errors import Invalid, Refused
from throughline.base.models import Event
from throughline.web.addresses import Policy

# Every call, and the one scope that opens it.
CALLS = {
    "api:people": ("get", Scope.PEOPLE),
    "api:person": ("get", Scope.PEOPLE),
    "api:cards": ("get", Scope.CARDS),
    "api:routine_records": ("get", Scope.PRACTICE_OUT),
    "api:routine_record_in": ("post", Scope.PRACTICE_IN),
    "api:notes": ("get", Scope.PRACTICE_OUT),
    "api:note_in": ("post", Scope.PRACTICE_IN),
    "api:activities": ("get", Scope.PRACTICE_OUT),
    "api:activity_in": ("post", Scope.PRACTICE_IN),
    "api:incidents": ("get", Scope.INCIDENTS_OUT),
    "api:incident_in": ("post", Scope.INCIDENTS_IN),
    "api:missed_medicine": ("get", Scope.INCIDENTS_OUT),
    "api:missed_medicine_in": ("post", Scope.INCIDENTS_IN),
    "api:upsets": ("get", Scope.INCIDENTS_OUT),
    "api:upset_in": ("post", Scope.INCIDENTS_IN),
    "api:shifts": ("get", Scope.SHIFTS_OUT),
    "api:shifts_in": ("post", Scope.SHIFTS_IN),
}


def asked(door: Door, kind: str, name: str, person: Any = None) -> int:
    """What a call answers; what is sent is empty, so that what gets in is 422 and changes nothing."""
    method, _scope = CALLS[name]
    pattern = dict(addresses(get_resolver()))[name]
    given = {"person_id": (person or door.home.jo).pk} if pattern.pattern.converters else {}
    response = getattr(door.client(kind), method)(reverse(name, kwargs=given), content_type="application/json")
    assert response.headers["content-type"].startswith("application/json"), name
    return int(response.status_code)


def test_every_call_is_in_the_table() -> None:
    there = {name for name, each in addresses(get_resolver()) if each.callback.policy is Policy.TOKEN}
    assert there == CALLS.keys()


@pytest.mark.parametrize("kind", ["none", "ended", "over", "made up"])
def test_no_token_that_works_opens_nothing(door: Door, kind: str) -> None:
    assert {asked(door, kind, name) for name in CALLS} == {401}


def test_a_token_opens_what_its_scope_says_and_nothing_else(door: Door) -> None:
    for name, (method, scope) in CALLS.items():
        for other in Scope.values:
            expected = (200 if method == "get" else 422) if other == scope else 403
            assert asked(door, other, name) == expected, (name, other)


def test_a_token_for_one_home_finds_nobody_of_another(door: Door) -> None:
    """Not there and not yours look the same."""
    of_one = [name for name, each in addresses(get_resolver()) if name in CALLS and each.pattern.converters and CALLS[name][0] == "get"]
    assert {asked(door, "elm", name, door.home.lee) for name in of_one} == {404}
    assert {asked(door, "elm", name) for name in of_one} == {200}
    assert [each["name"] for each in door.client("elm").get(reverse("api:people")).json()] == ["Jo", "Sam"]
    assert [each["name"] for each in door.client("right").get(reverse("api:people")).json()] == ["Jo", "Lee", "Sam"]


def test_what_is_read_of_a_person_is_kept_and_what_is_private_stays(door: Door) -> None:
    door.client("right").get(reverse("api:cards", args=[door.home.jo.pk]))
    (reading,) = Reading.objects.all()
    assert (reading.page, reading.person_id) == ("api:cards", door.home.jo.pk)
    user = queries.by_token(door.tokens["right"]).user
    assert sight(user, door.home.jo.pk).audiences == {"team"}


def test_a_token_is_kept_as_a_hash_and_ends(door: Door) -> None:
    kept = Integration.objects.filter(ended_at=None).values_list("token_hash", flat=True)
    assert not set(kept) & set(door.tokens.values())
    assert not any(token in str(event.detail) for event in Event.objects.all() for token in door.tokens.values() if token)
    working = queries.by_token(door.tokens["right"])
    actions.end_integration(integration=working, by=door.home.ruth)
    assert asked(door, "right", "api:people") == 401
    with pytest.raises(Invalid):
        actions.end_integration(integration=working, by=door.home.ruth)


def test_only_a_manager_lets_a_system_in_and_never_for_longer_than_a_year(door: Door) -> None:
    home = door.home
    leader = arrange.worker("Gwen", home.ruth, role="team_leader", service=home.elm)
    manager = arrange.worker("Mair", home.ruth, role="registered_manager", service=home.elm)
    given = {"name": "x", "scopes": ["people:read"], "until_on": queries.by_token(door.tokens["right"]).until_on}
    for by, service in ((leader, home.elm), (manager, home.oak), (manager, None), (home.amina, home.elm)):
        with pytest.raises(Refused):
            actions.let_in(service=service, by=by, **given)
    assert actions.let_in(service=home.elm, by=manager, **given).token
    for wrong in ({"scopes": []}, {"scopes": ["everything"]}, {"until_on": given["until_on"].replace(year=2028)}):
        with pytest.raises(Invalid):
            actions.let_in(by=home.ruth, **(given | wrong))


def test_a_system_is_no_member_of_staff(door: Door) -> None:
    names = {user.name for user in staff(door.home.ruth)} | {user.name for user in team_of(sight(door.home.ruth, door.home.jo.pk))}
    assert "Care app" not in names
