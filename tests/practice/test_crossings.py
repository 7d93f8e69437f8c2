"""A crossing is opened with the record that crosses, whenever that arrives, once, and stays open until a review cites it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock, events
from throughline.base.errors import Invalid, Refused
from throughline.base.written import Written
from throughline.plan.counted import Counted
from throughline.practice import actions, counting, queries_crossings
from throughline.practice.models import Crossing
from throughline.reviews import actions as reviews
from throughline.reviews.models import Review

from .watching import FALLS, NOES, TABLETS, ago, crossings, fell, followed, missed


def open_ones(home: arrange.House) -> list[Crossing]:
    return [each.crossing for each in queries_crossings.open_of(scope.sight(home.ruth, home.jo.pk))]


def looked_again(home: arrange.House, *several: Crossing) -> Review:
    told = {"kind": "triggered", "took_part": "present", "no_part_because": "Jo was asleep.", "verdict": "keep", "because": "New box."}
    return reviews.look_again(item=several[0].threshold.version.item, crossings=several, by=home.ruth, **told)


def test_it_works(home: arrange.House) -> None:
    """Two missed medications in seven days: with the second a crossing is open, and the manager sees it."""
    followed(home, TABLETS)
    missed(home, days=3)
    assert open_ones(home) == []
    second = missed(home)
    [crossing] = open_ones(home)
    assert (crossing.happened_at, crossing.threshold.do) == (second.occurred_at, TABLETS["do"])


def test_law_7_nothing_is_kept_without_its_crossing(home: arrange.House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both in one transaction, or neither."""
    followed(home, TABLETS | {"at_least": 1})
    record = events.record

    def broken(verb: str, **told: Any) -> Any:
        if verb == "practice.threshold-crossed":
            raise RuntimeError("the journal cannot be written")
        return record(verb, **told)

    monkeypatch.setattr(events, "record", broken)
    with pytest.raises(RuntimeError):
        missed(home)
    assert not Crossing.objects.exists()
    assert not counting.MissedMedicine.objects.exists()


def test_a_late_record_crosses_where_it_happened(home: arrange.House) -> None:
    """Two falls a fortnight ago and one now; a week later somebody hands in a third of then."""
    followed(home, FALLS)
    for days in (14, 13, 0):
        fell(home, days=days)
    assert crossings() == 0
    late = fell(home, days=10)
    assert [each.happened_at for each in open_ones(home)] == [late.occurred_at]


def test_the_record_that_crosses_need_not_be_the_last(home: arrange.House) -> None:
    followed(home, TABLETS)
    missed(home)
    between = missed(home, days=6)
    assert [each.happened_at for each in open_ones(home)] == [between.occurred_at]


def test_one_is_open_until_a_review_cites_it(home: arrange.House) -> None:
    followed(home, TABLETS)
    for _n in range(4):
        missed(home)
    [crossing] = open_ones(home)
    looked_again(home, crossing)
    assert (open_ones(home), crossings()) == ([], 1)
    missed(home)
    assert (len(open_ones(home)), crossings()) == (1, 2)


def test_a_review_that_is_taken_back_leaves_it_open(home: arrange.House) -> None:
    followed(home, TABLETS | {"at_least": 1})
    missed(home)
    [crossing] = open_ones(home)
    review = looked_again(home, crossing)
    with pytest.raises(Invalid, match="looked at this already"):
        looked_again(home, crossing)
    reviews.take_back(row=review, reason="That was Sam’s.", by=home.ruth)
    assert open_ones(home) == [crossing]


def test_a_later_version_with_the_same_threshold_opens_no_second(home: arrange.House) -> None:
    version = followed(home, TABLETS)
    missed(home), missed(home)
    followed(home, TABLETS, item=version.item)
    missed(home)
    assert crossings() == 1


def test_a_review_of_another_part_of_the_plan_cites_nothing_of_this(home: arrange.House) -> None:
    followed(home, TABLETS | {"at_least": 1})
    missed(home)
    other = arrange.routine(home)
    told = {"kind": "triggered", "took_part": "led", "no_part_because": "x", "verdict": "keep", "because": "x"}
    with pytest.raises(Invalid, match="another part of the plan"):
        reviews.look_again(item=other.item, crossings=open_ones(home), by=home.ruth, **told)


# --- what was taken back counts no more; the row stays ---


def test_what_was_written_down_by_mistake_counts_no_more(home: arrange.House) -> None:
    followed(home, TABLETS)
    first, _second = missed(home), missed(home)
    actions.mistake_missed_medicine(missed=first, reason="It was Sam’s.", by=home.amina)
    assert (open_ones(home), crossings()) == ([], 1)
    missed(home, days=1)
    assert (len(open_ones(home)), crossings()) == (1, 1)  # there are two of them again around the same moment


def test_what_crossed_while_one_was_open_is_looked_at_when_that_falls_away(home: arrange.House) -> None:
    followed(home, TABLETS)
    first, second = missed(home, days=30), missed(home, days=30)
    later = missed(home), missed(home)
    assert crossings() == 1
    actions.mistake_missed_medicine(missed=first, reason="Twice.", by=home.amina)
    assert [each.happened_at for each in open_ones(home)] == [later[0].occurred_at]
    assert second.occurred_at != later[0].occurred_at


def test_a_correction_counts_as_what_it_says_now(home: arrange.House) -> None:
    followed(home, FALLS | {"at_least": 1})
    row = fell(home, kind="lost")
    assert crossings() == 0
    fall = actions.correct_incident(incident=row, kind="fall", reason="Jo fell.", by=home.amina)
    assert len(open_ones(home)) == 1
    actions.correct_incident(incident=fall, kind="lost", reason="No, Jo sat down.", by=home.amina)
    assert open_ones(home) == []


def test_of_steps_those_of_the_same_plan_item_count(home: arrange.House) -> None:
    version, other = followed(home, NOES), arrange.routine(home)
    for _n in range(2):
        arrange.recorded(home, version, "said_no")
        arrange.recorded(home, other, "said_no")
    arrange.recorded(home, version, "said_yes")
    assert crossings() == 0
    third = arrange.recorded(home, version, "said_no")
    assert len(open_ones(home)) == 1
    actions.undo_routine(record=third, by=home.amina)
    assert open_ones(home) == []


def test_somebody_elses_do_not_count(home: arrange.House) -> None:
    followed(home, TABLETS)
    missed(home), missed(home, person=home.sam)
    assert crossings() == 0


def test_minutes_count_where_something_lasts(home: arrange.House) -> None:
    """An hour upset in a week, however many times; what has no end yet counts no minutes until somebody writes it."""
    followed(home, {"counts": "upset", "measure": "minutes", "at_least": 60, "within_days": 7, "do": "Ask Jo, and ring Ruth."})
    upset(home, 40), (open_yet := upset(home, None))
    assert crossings() == 0
    actions.finish_upset(upset=open_yet, ended_at=open_yet.occurred_at + timedelta(minutes=20), by=home.amina)
    assert crossings() == 1


def test_three_upsets_in_a_week(home: arrange.House) -> None:
    followed(home, {"counts": "upset", "at_least": 3, "within_days": 7, "do": "Ask Jo, and ring Ruth."})
    upset(home, 5), (slip := upset(home, 5))
    actions.mistake_upset(upset=slip, reason="It was Sam.", by=home.amina)
    upset(home, 5)
    assert crossings() == 0
    upset(home, 5)
    assert crossings() == 1


def upset(home: arrange.House, minutes: int | None) -> Any:
    """Jo was upset an hour ago; minutes: None while nobody wrote when it was over."""
    began = clock.now() - timedelta(hours=1)
    ended = began + timedelta(minutes=minutes) if minutes else None
    return actions.keep_upset(person=home.jo, seen="Hummed.", ended_at=ended, by=home.amina, written=Written(occurred_at=began))


def test_only_who_may_review_settles_a_crossing(home: arrange.House) -> None:
    followed(home, TABLETS | {"at_least": 1})
    missed(home)
    with pytest.raises(Refused):
        actions.settle_crossing(crossing=open_ones(home)[0], by=home.amina)


def test_every_kind_that_can_be_counted_is_somewhere_in_the_record() -> None:
    assert set(counting.SOURCES) == set(Counted)


def test_law_8_saving_asks_a_fixed_number_of_questions(home: arrange.House) -> None:
    """A yes counts for nothing and asks nothing more; a no asks the same, whatever the history and however many thresholds."""
    version = followed(home, NOES | {"at_least": 9})
    first = _statements(lambda: arrange.recorded(home, version, "said_no"))
    for days in range(1, 40, 8):
        actions.record_routine(
            person=home.jo, version=version, step=version.steps.first(), result="said_no", by=home.amina, written=ago(days=days)
        )
    assert crossings() == 0
    assert _statements(lambda: arrange.recorded(home, version, "said_no")) == first
    yes = _statements(lambda: arrange.recorded(home, version, "said_yes"))
    assert first - yes == (5 if connection.features.has_select_for_update else 4)


def _statements(act: Any) -> int:
    act()  # what is built once is built
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


# --- whatever comes, in whatever order ---

MOVES = st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=1, max_size=9)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES, order=st.randoms(use_true_random=False))
def test_any_order_of_arrival_opens_the_same(home: arrange.House, moves: list[tuple[int, bool]], order: Any) -> None:
    """Falls on some days, some of them written down by mistake: a crossing stands exactly where a window holds three."""
    person = arrange.actions.add_person(service=home.elm, name="Sam", by=home.ruth)
    followed(home, FALLS, person=person)
    arriving = [(days, is_mistake) for days, is_mistake in moves]
    order.shuffle(arriving)
    kept = []
    for days, is_mistake in arriving:
        told = {"kind": "fall", "seen": "On the stairs.", "done": "Sat down."}
        kept.append((actions.keep_incident(person=person, by=home.amina, written=ago(days=days), **told), is_mistake))
    for row, is_mistake in kept:
        if is_mistake:
            actions.mistake_incident(incident=row, reason="Twice.", by=home.amina)
    stand = sorted(days for days, is_mistake in moves if not is_mistake)
    expected = any(last - first < 7 for first, last in zip(stand, stand[2:], strict=False))
    found = queries_crossings.open_of(scope.sight(home.ruth, person.pk))
    assert len(found) == int(expected)


def test_the_window_is_of_hours_and_not_of_dates(home: arrange.House) -> None:
    followed(home, TABLETS | {"within_days": 1})
    missed(home)
    with clock.at(clock.now() + timedelta(hours=24)):
        missed(home)
    assert crossings() == 0
