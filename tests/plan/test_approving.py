"""Who lets staff follow what limits Jo: somebody proposes, a manager who did not write it approves, and people look again."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.plan.test_law import GOOD, proposed

from throughline.base import clock
from throughline.base.errors import Refused
from throughline.plan import actions, law
from throughline.plan.models import Publication

LIMITS = [
    proposed("restriction", **GOOD),
    proposed("money_plan", controls_money=True, **GOOD | {"decision_area": "money"}),
    proposed("what_helps", ["react"], **GOOD | {"decision_area": "care"}),
]
WRONG = [
    ({"may_approve": False}, "limit-not-approved"),
    ({"by_its_author": True}, "limit-by-its-author"),
    ({"looks_again": False}, "limit-no-look-again"),
]


@pytest.mark.parametrize(("wrong", "code"), WRONG)
def test_each_kind_of_limit_is_approved_by_somebody_else_and_looked_at_again(wrong: dict[str, bool], code: str) -> None:
    for each in LIMITS:
        assert law.faults(replace(each, **wrong)) == (code,)
    assert law.faults(replace(proposed("routine", **GOOD | {"decision_area": "daily_care"}), **wrong)) == ()
    assert law.FAULTS[code].wrong and law.FAULTS[code].do


def test_that_a_limit_is_gone_is_said_by_a_manager_who_did_not_write_it() -> None:
    for each in (proposed(), proposed(**GOOD | {"decision_area": "daily_care"}), proposed("what_helps", ["do"])):
        lifts = replace(each, limited_before=True)
        assert law.faults(lifts) == ()
        assert law.faults(replace(lifts, looks_again=False)) == ()  # what limits in nothing may go on
        assert law.faults(replace(lifts, may_approve=False)) == ("lift-not-approved",)
        assert law.faults(replace(lifts, by_its_author=True)) == ("lift-by-its-author",)


def locked(home: Any, by: Any, **more: Any) -> Any:
    about = {"kind": "restriction", "title": "The kitchen is locked at night", "look_again_on": clock.today() + timedelta(days=60)}
    return actions.begin(person=home.jo, by=by, **about | more)


def publish(home: Any, version: Any, by: Any) -> Publication:
    decision = home.decides(home.jo, "Lock it at night", area="restrictions", impact="high")
    return actions.publish(version=version, message="From tonight", decision=decision, by=by)


def test_amina_proposes_and_ruth_approves(home: Any) -> None:
    version = locked(home, home.amina)
    with pytest.raises(Refused, match="Ask the registered manager to read it and publish it"):
        publish(home, version, home.amina)
    assert publish(home, version, home.ruth).standing == "valid"


def test_the_only_manager_is_told_that_a_team_leader_writes_it(home: Any) -> None:
    with pytest.raises(Refused, match="a team leader writes it and the manager publishes it"):
        publish(home, locked(home, home.ruth), home.ruth)


def test_one_word_on_a_form_does_not_take_the_lock_away(home: Any) -> None:
    """The same words, published as limiting in nothing: by Amina no, by Ruth who wrote them no, by Ruth who read Amina's yes."""
    decision = home.decides(home.jo, "Go with staff", area="restrictions", impact="high")
    soon = {"look_again_on": clock.today() + timedelta(days=60)}
    first = actions.begin(person=home.jo, kind="routine", title="Shops with staff", by=home.amina, **soon)
    actions.publish(version=first, message="From today", decision=decision, limits=True, by=home.ruth)
    again = actions.write(item=first.item, title="Shops, staff come along", by=home.amina, **soon)
    with pytest.raises(Refused, match="A manager has to read that this version limits in nothing"):
        actions.publish(version=again, message="New", by=home.amina)
    own = actions.write(item=first.item, title="Shops, staff come along", by=home.ruth, **soon)
    with pytest.raises(Refused, match="Nobody says of what they wrote themselves that it no longer does"):
        actions.publish(version=own, message="New", by=home.ruth)
    assert not actions.publish(version=again, message="Jo goes alone now", by=home.ruth).limits
    later = actions.write(item=first.item, title="Shops", by=home.amina, **soon)
    assert actions.publish(version=later, message="Said better", by=home.amina).standing == "valid"


def test_ending_it_between_does_not_help(home: Any) -> None:
    first = locked(home, home.amina, kind="routine")
    decision = home.decides(home.jo, "Lock it at night", area="restrictions", impact="high")
    actions.publish(version=first, message="From tonight", decision=decision, limits=True, by=home.ruth)
    actions.end(item=first.item, message="Done", by=home.amina)
    with pytest.raises(Refused, match="What staff follow until now limits the person"):
        actions.publish(version=first, message="Back", by=home.amina)


@pytest.mark.parametrize("days", [None, -1])
def test_never_for_good(home: Any, days: int | None) -> None:
    version = locked(home, home.amina, look_again_on=None if days is None else clock.today() + timedelta(days=days))
    with pytest.raises(Refused, match="no day is set on which people look at it again"):
        publish(home, version, home.ruth)
    assert not Publication.objects.exists()
