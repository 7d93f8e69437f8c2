"""Who has read which card: said by each worker of each version, once."""

from typing import Any

import pytest
from tests.web import arrange

from throughline.access import scope
from throughline.access.models import Reading
from throughline.base.errors import Invalid, Refused
from throughline.plan import actions as plan
from throughline.workforce import actions, policy, queries
from throughline.workforce.models import CardReading


def unread(home: arrange.House, by: Any) -> list[str]:
    found = queries.unread(by, [home.jo.pk, home.sam.pk], queries.TEAM)
    return [f"{card.person.name}: {card.version.title} {card.version.number}" for card in found]


def again(home: arrange.House, version: Any, by: Any = None) -> Any:
    """The next version, published."""
    later = plan.write(item=version.item, title=version.title, by=by or home.ruth)
    plan.publish(version=later, message="Said better", by=by or home.ruth)
    return later


def test_a_card_is_unread_until_a_worker_says_that_they_read_it(home: arrange.House) -> None:
    version = arrange.routine(home)
    assert unread(home, home.amina) == ["Jo: Quiet afternoon 1"]
    actions.read_card(version=version, by=home.amina)
    assert unread(home, home.amina) == [] and unread(home, home.tom) == ["Jo: Quiet afternoon 1"]


def test_each_new_version_is_read_anew(home: arrange.House) -> None:
    version = arrange.routine(home)
    actions.read_card(version=version, by=home.amina)
    again(home, version)
    assert unread(home, home.amina) == ["Jo: Quiet afternoon 2"]


def test_whoever_wrote_or_published_it_knows_it(home: arrange.House, leader: Any) -> None:
    version = arrange.routine(home, publish=False)
    plan.publish(version=version, message="x", by=leader)
    assert unread(home, home.ruth) == unread(home, leader) == []


def test_what_ended_is_not_to_be_read(home: arrange.House) -> None:
    version = arrange.routine(home)
    plan.end(item=version.item, message="Jo does it alone now", by=home.ruth)
    assert unread(home, home.amina) == []


def test_said_twice_is_said_once(home: arrange.House) -> None:
    version = arrange.routine(home)
    first = actions.read_card(version=version, by=home.amina)
    assert actions.read_card(version=version, by=home.amina) == first
    assert CardReading.objects.count() == 1 and not Reading.objects.exists()


def test_a_card_that_changed_meanwhile_is_read_as_it_is_now(home: arrange.House) -> None:
    version = arrange.routine(home)
    again(home, version)
    with pytest.raises(Invalid, match="changed while you read it"):
        actions.read_card(version=version, by=home.amina)


def test_a_draft_and_a_card_of_somebody_else_are_not_read(home: arrange.House) -> None:
    with pytest.raises(Invalid):
        actions.read_card(version=arrange.routine(home, publish=False), by=home.amina)
    with pytest.raises(Refused):
        actions.read_card(version=arrange.routine(home), by=home.neighbour)


def test_who_has_and_who_has_not(home: arrange.House, leader: Any) -> None:
    version = arrange.routine(home)
    actions.read_card(version=version, by=home.amina)
    seen = scope.sight(leader, home.jo.pk)
    (card,) = queries.in_force([home.jo.pk], queries.TEAM)
    read = queries.readings(seen, version.pk)
    assert [each.author.name for each in read] == ["Amina"]
    assert [user.name for user in queries.team_readings(seen, card, read)] == ["Gwen", "Tom"]


def test_who_may_see_who_has_read_it(home: arrange.House, leader: Any) -> None:
    owner = arrange.worker("Ade", home.ruth, role="owner")
    found = {
        who.name: bool(policy.may_see_who_read(who, home.jo)) for who in (home.ruth, leader, owner, home.amina, home.tom, home.neighbour)
    }
    assert found == {"Ruth": True, "Gwen": True, "Ade": True, "Amina": False, "Tom": False, "Oak Lodge worker": False}
