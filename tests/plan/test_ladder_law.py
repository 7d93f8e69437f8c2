"""The law of a ladder (`domain.md` 8.3): what moves somebody on or back, and when people look again."""

from datetime import date, timedelta

import pytest

from throughline.plan.law_ladder import FAULTS, UNCHANGED, Climb, faults

TODAY = date(2026, 5, 19)
ON = {"before": 1, "now": 2, "has_decision": True, "says_yes": True}
BACK = {
    "before": 2,
    "now": 1,
    "has_decision": True,
    "reason": "The kerb needed help twice.",
    "told": "With the four pictures. Ann said: gate again.",
    "try_again_on": TODAY + timedelta(days=14),
}
LOOKS = {"look_again_if": "Two tries are stopped early"}


def climb(**told: object) -> Climb:
    return Climb(today=TODAY, **(LOOKS | told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (ON, ()),
        (ON | {"has_decision": False}, ("move-needs-decision",)),
        (ON | {"says_yes": False}, ("move-on-needs-yes",)),
        (BACK, ()),
        (BACK | {"has_decision": False}, ("move-needs-decision",)),
        (BACK | {"reason": " "}, ("move-back-needs-reason",)),
        (BACK | {"told": ""}, ("move-back-not-told",)),
        (BACK | {"try_again_on": None}, ("move-back-needs-day",)),
        (BACK | {"try_again_on": TODAY}, ("move-back-needs-day",)),
        ({"before": 0, "now": 3}, ()),  # it begins there, or stays: nothing moves
    ],
)
def test_what_moves_somebody(told: dict[str, object], found: tuple[str, ...]) -> None:
    assert faults(climb(**told)) == found
    assert set(found) <= set(FAULTS)


@pytest.mark.parametrize(
    ("told", "is_enough"),
    [
        ({"look_again_on": TODAY + timedelta(days=365), "look_again_if": ""}, False),  # once a year
        ({"look_again_on": None, "look_again_if": " "}, False),
        ({"look_again_on": TODAY + UNCHANGED + timedelta(days=1), "look_again_if": ""}, False),
        ({"look_again_on": TODAY + UNCHANGED, "look_again_if": ""}, True),
        ({"look_again_on": TODAY + timedelta(days=365), "look_again_if": "Two tries are stopped early"}, True),
    ],
)
def test_to_look_again_once_a_year_is_refused(told: dict[str, object], is_enough: bool) -> None:
    assert faults(climb(**told)) == (() if is_enough else ("ladder-once-a-year",))
    assert faults(climb(**ON, **told)) == (() if is_enough else ("ladder-once-a-year",))
