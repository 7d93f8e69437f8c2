"""What an upset has to hold, and what is still to be written of it. Pure."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from throughline.practice import law_upset

TWO = datetime(2026, 5, 19, 13, tzinfo=UTC)
WHOLE = {"ended": TWO, "seen": "Hummed.", "intensity": 2, "injuries": "", "restriction_used": False}


def faults(**told: Any) -> list[str]:
    whole = {"began": TWO, "ended": TWO, "now": TWO + timedelta(days=3), "restriction_used": False, "restriction_words": ""}
    return sorted(law_upset.upset_faults(**whole | told))


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"ended": None}, []),
        ({"ended": TWO + timedelta(hours=24)}, []),
        ({"ended": TWO + timedelta(hours=24, seconds=1)}, ["ended_at"]),
        ({"ended": TWO - timedelta(seconds=1)}, ["ended_at"]),
        ({"now": TWO - timedelta(seconds=1)}, ["ended_at"]),
        ({"restriction_used": True, "restriction_words": " "}, ["restriction_words"]),
        ({"restriction_used": True, "restriction_words": "The gate was locked by Tom, for 5 minutes."}, []),
    ],
)
def test_what_keeps_it_from_being_kept(told: dict[str, Any], field: list[str]) -> None:
    assert faults(**told) == field


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, 0),
        ({"ended": None}, 1),
        ({"seen": " "}, 1),
        ({"intensity": None}, 1),
        ({"intensity": 3}, 0),
        ({"intensity": 4}, 1),
        ({"intensity": 4, "injuries": "Tom’s hand, a scratch."}, 0),
        ({"intensity": 4, "restriction_used": True}, 0),
        ({"ended": None, "seen": "", "intensity": None}, 3),
    ],
)
def test_what_is_still_to_be_written(told: dict[str, Any], missing: int) -> None:
    assert len(law_upset.still_to_write(**WHOLE | told)) == missing


def test_written_late_is_more_than_a_day_after_it_was_over() -> None:
    over = TWO + timedelta(minutes=10)
    assert not law_upset.is_late(began=TWO, ended=over, recorded=over + timedelta(hours=24))
    assert law_upset.is_late(began=TWO, ended=over, recorded=over + timedelta(hours=24, seconds=1))
    assert law_upset.is_late(began=TWO, ended=None, recorded=TWO + timedelta(hours=25))


@pytest.mark.parametrize(("seconds", "minutes"), [(5, 1), (89, 1), (91, 2), (720, 12)])
def test_length_is_in_whole_minutes_and_never_nought(seconds: int, minutes: int) -> None:
    assert law_upset.minutes(TWO, TWO + timedelta(seconds=seconds)) == minutes
