"""Thresholds stand in a version of the plan, immutable like all of it; and what a window of theirs holds."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web import arrange

from throughline.base.errors import Invalid
from throughline.plan import queries_watch
from throughline.plan.models import Threshold, Version
from throughline.practice import law

from .watching import FALLS, NOES, TABLETS, followed

MONDAY = datetime(2026, 5, 4, 10, tzinfo=UTC)
WEEK = timedelta(days=7)


def at(*days: float) -> list[law.Happened]:
    return [(MONDAY + timedelta(days=day), 1) for day in days]


@pytest.mark.parametrize(
    ("days", "of", "is_reached"),
    [
        ((0, 1, 2), 2, True),
        ((0, 1), 1, False),
        ((0, 3.5, 6.99), 0, True),  # a window begins with the first of them
        ((0, 3.5, 7), 7, False),  # it does not hold its end
        ((0, 6, 12), 6, False),  # never three in a week
        ((0, 6, 7, 12), 6, True),  # from the second on
        ((0, 1, 2, 20), 20, False),  # another week's
        ((0, 0, 0), 0, True),  # in the same moment
    ],
)
def test_a_window_rolls(days: tuple[float, ...], of: float, is_reached: bool) -> None:
    assert law.reached(at(*days), MONDAY + timedelta(days=of), at_least=3, within=WEEK) is is_reached


def test_minutes_are_added_up() -> None:
    lasted = [(MONDAY, 20), (MONDAY + timedelta(days=1), 45)]
    assert law.reached(lasted, MONDAY, at_least=60, within=WEEK)
    assert not law.reached(lasted, MONDAY, at_least=66, within=WEEK)


HOURS = st.lists(st.integers(0, 24 * 30), max_size=12)


@given(hours=HOURS, of=st.integers(0, 24 * 30), at_least=st.integers(1, 4), days=st.integers(1, 9))
def test_it_is_what_trying_every_window_finds(hours: list[int], of: int, at_least: int, days: int) -> None:
    """Every window that begins at an hour and holds the one in question."""
    within, happened = timedelta(days=days), [(MONDAY + timedelta(hours=each), 1) for each in [*hours, of]]
    windows = range(of - 24 * days + 1, of + 1)
    tried = any(sum(begin <= each < begin + 24 * days for each in [*hours, of]) >= at_least for begin in windows)
    assert law.reached(happened, MONDAY + timedelta(hours=of), at_least=at_least, within=within) is tried


def test_thresholds_are_parts_of_a_version_in_their_order(home: arrange.House) -> None:
    version = followed(home, TABLETS, FALLS)
    assert [(each.position, each.counts, each.at_least, each.within_days) for each in version.thresholds.all()] == [
        (1, "missed_medicine", 2, 7),
        (2, "fall", 3, 7),
    ]


@pytest.mark.parametrize(
    "wrong",
    [{"counts": "mishap"}, {"at_least": 0}, {"within_days": 0}, {"within_days": 93}, {"do": " "}, {"measure": "minutes"}],
    ids=str,
)
def test_what_counts_nothing_is_not_kept(home: arrange.House, wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        followed(home, TABLETS | wrong)
    assert not Version.objects.exists()


def test_only_what_staff_follow_is_in_force(home: arrange.House) -> None:
    first = followed(home, NOES, TABLETS)
    second = followed(home, TABLETS | {"at_least": 3}, item=first.item)
    assert Threshold.objects.count() == 3
    in_force = queries_watch.thresholds(home.jo.pk, frozenset({"missed_medicine", "said_no"}))
    assert [(each.version, each.at_least) for each in in_force] == [(second, 3)]
    assert queries_watch.thresholds(home.sam.pk, frozenset({"missed_medicine"})) == []
