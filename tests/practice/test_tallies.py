"""Counts are never kept apart from what they count: whatever is recorded, undone or corrected, and as at any past day."""

from collections import Counter
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock
from throughline.practice import actions, queries
from throughline.practice.choices import Result
from throughline.practice.models import RoutineRecord, Tally
from throughline.practice.recount import recount

RESULTS = st.sampled_from([each.value for each in Result])
MOVES = st.one_of(
    st.tuples(st.just("record"), RESULTS),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("correct"), RESULTS),
    st.tuples(st.just("mistake"), st.none()),
    st.tuples(st.just("add"), st.sampled_from(["good", "so_so", "not_good"])),
    st.tuples(st.just("night"), st.none()),
)


def make(move: str, with_: Any, home: Any, version: Any, last: Any) -> Any:
    """One move of a sequence; gives the record that the next one amends."""
    if move == "record" or last is None:
        return arrange.recorded(home, version, with_ if move == "record" else "said_yes")
    if move == "undo":
        actions.undo_routine(record=last, by=home.amina)
    elif move == "mistake":
        actions.mistake_routine(record=last, reason="twice", by=home.amina)
    elif move == "correct":
        return actions.correct_routine(record=last, reason="so it was", by=home.amina, result=with_)
    elif move == "add":
        return actions.add_to_routine(record=last, feeling=with_, by=home.amina)
    return None


def counted_anew(moment: Any = None) -> dict[str, int]:
    """What a walk over every record finds."""
    return dict(Counter(RoutineRecord.objects.current(moment).values_list("result", flat=True)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(MOVES, max_size=12))
def test_tallies_equal_a_recount_on_every_day(home: arrange.House, moves: list[tuple[str, Any]]) -> None:
    """Examples go on from each other: what one leaves behind, the next one counts too."""
    version = arrange.routine(home, title="One of many") if not Tally.objects.exists() else RoutineRecord.objects.first().version  # type: ignore[union-attr]
    day, last, days = clock.now(), None, [clock.now()]
    for move, with_ in moves:
        if move == "night":
            day, last = day + timedelta(days=1), None
            days.append(day)
        with clock.at(day):
            last = make(move, with_, home, version, last)
    sight = scope.sight(home.ruth, home.jo.pk)
    for each in days:
        moment = clock.end_of(clock.day_of(each))
        assert queries.totals(sight, moment).get(version.item_id, {}) == counted_anew(moment)
    assert queries.totals(sight).get(version.item_id, {}) == counted_anew()


def test_a_recount_brings_the_same_tallies(home: arrange.House, at: Any) -> None:
    version = arrange.routine(home)
    record = arrange.recorded(home, version)
    with at("2026-05-20 09:00"):
        actions.correct_routine(record=record, reason="It was no", by=home.amina, result="said_no")
        arrange.recorded(home, version, "not_offered")
    before = list(Tally.objects.exclude(count=0).order_by("day", "received_on", "result").values("day", "received_on", "result", "count"))
    recount()
    assert list(Tally.objects.order_by("day", "received_on", "result").values("day", "received_on", "result", "count")) == before


def test_as_at_the_day_before_a_correction_the_first_words_count(home: arrange.House, at: Any) -> None:
    version = arrange.routine(home)
    record = arrange.recorded(home, version)
    with at("2026-05-20 09:00"):
        actions.correct_routine(record=record, reason="It was no", by=home.amina, result="said_no")
    sight = scope.sight(home.ruth, home.jo.pk)
    assert queries.totals(sight, clock.end_of(record.day))[version.item_id] == {"said_yes": 1}
    assert queries.totals(sight)[version.item_id] == {"said_no": 1}


def test_one_persons_counts_are_not_anothers(home: arrange.House) -> None:
    arrange.recorded(home, arrange.routine(home, person=home.sam))
    assert queries.totals(scope.sight(home.ruth, home.jo.pk)) == {}
