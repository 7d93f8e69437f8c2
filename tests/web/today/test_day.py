"""Which steps are now, next and earlier: pure, by the clock."""

from datetime import time
from types import SimpleNamespace as Thing
from typing import Any

import pytest

from throughline.web.today.day import arrange, goes_on, of_the_night


def step(text: str, begins: str = "", ends: str = "", position: int = 1, item: int = 41) -> Any:
    times = [time.fromisoformat(each) if each else None for each in (begins, ends)]
    version = Thing(item_id=item, item=Thing(number=item))
    return Thing(pk=text, text=text, from_time=times[0], to_time=times[1], position=position, version=version, version_id=item)


def record(of: Any, **more: Any) -> Any:
    return Thing(**({"step_id": of.pk, "step": of, "item_id": of.version.item_id} | more))


def names(places: Any) -> list[str]:
    return [place.step.text for place in places]


BREAK = step("break", "13:45", "14:30")
TEA = step("tea", "14:30")
LUNCH = step("lunch", "12:30", "13:00")
PLANTS = step("plants")


@pytest.mark.parametrize(
    ("at", "now", "coming", "not_written"),
    [
        ("12:00", [], ["lunch", "break", "tea"], []),
        ("13:45", ["break"], ["tea"], ["lunch"]),
        ("14:29", ["break"], ["tea"], ["lunch"]),
        ("14:30", ["tea"], [], ["lunch", "break"]),
        ("15:29", ["tea"], [], ["lunch", "break"]),
        ("15:30", [], [], ["lunch", "break", "tea"]),
    ],
)
def test_the_clock_moves_steps(at: str, now: list[str], coming: list[str], not_written: list[str]) -> None:
    day = arrange([TEA, PLANTS, BREAK, LUNCH], [], time.fromisoformat(at))
    assert (names(day.now), names(day.next), names(day.not_written), names(day.any_time)) == (now, coming, not_written, ["plants"])


def test_what_is_written_is_earlier_whatever_the_time() -> None:
    day = arrange([BREAK, TEA], [record(TEA), record(TEA)], time(13, 50))
    assert (names(day.written), names(day.now), names(day.next), day.due) == (["tea"], ["break"], [], 1)
    assert day.written[0].twice


def test_a_day_that_is_over_has_nothing_to_come() -> None:
    day = arrange([BREAK, PLANTS], [], None)
    assert (names(day.not_written), day.now, day.next, day.any_time, day.due) == (["break", "plants"], (), (), (), 2)


def test_what_goes_past_midnight_ends_with_the_day() -> None:
    late = [step("night", "22:00", "06:00"), step("late", "23:30")]
    assert names(arrange(late, [], time(23, 59)).now) == ["night", "late"]


def test_the_persons_own_order_at_the_same_time() -> None:
    rows = [step("third", "09:00", item=42), step("second", "09:00", position=2), step("first", "09:00", position=1)]
    assert names(arrange(rows, [], time(8)).next) == ["first", "second", "third"]


def test_a_record_against_the_card_before_counts_for_the_same_step_only() -> None:
    old = step("break", "13:45", "14:30")
    old.pk, old.version_id = "old", 40
    assert names(arrange([BREAK, TEA], [record(old)], time(13, 50)).written) == ["break"]
    old.text = "another thing"
    assert names(arrange([BREAK, TEA], [record(old)], time(13, 50)).written) == []


@pytest.mark.parametrize(
    ("at", "going_on"),
    [("00:00", ["night", "late"]), ("00:10", ["night", "late"]), ("00:30", ["night"]), ("01:59", ["night"]), ("02:00", [])],
)
def test_after_midnight_the_night_of_the_day_before_goes_on(at: str, going_on: list[str]) -> None:
    """Whoever works the night still has in hand what began before midnight."""
    steps = [step("night", "22:00", "02:00"), step("late", "23:30"), step("evening", "20:00", "00:00"), BREAK, PLANTS]
    assert [each.text for each in goes_on(steps, time.fromisoformat(at))] == going_on


def test_what_is_written_of_a_night_is_not_asked_for_again() -> None:
    night = step("night", "22:00", "02:00")
    assert of_the_night([night], [record(night)]) == ()
    assert [place.day_before for place in of_the_night([night], [])] == [True]
