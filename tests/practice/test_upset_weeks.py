"""How often and how long, by week: counted in the database, a week with nothing written apart from a week without an upset."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock
from throughline.base.written import Written
from throughline.plan import actions as plan
from throughline.plan.parts import Line
from throughline.practice import actions, queries_upset

MONDAY = date(2026, 3, 2)
UNTIL = date(2026, 4, 27)
BEGIN = clock.moment(date(2026, 1, 5))
few = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)


@pytest.fixture
def home(db: None) -> arrange.House:
    with clock.at(BEGIN):
        return arrange.house()


def upset(home: arrange.House, began: datetime, minutes: int | None, **more: Any) -> Any:
    """Amina writes it down as it ends."""
    end = began + timedelta(minutes=minutes or 0)
    with clock.at(end):
        over = {"ended_at": end} if minutes is not None else {}
        return actions.keep_upset(person=home.jo, by=home.amina, written=Written(occurred_at=began), **over | more)


def weeks(home: arrange.House, **more: Any) -> list[Any]:
    return queries_upset.weeks(scope.sight(home.ruth, home.jo.pk), MONDAY, UNTIL, **more)


def of(found: list[Any]) -> dict[date, tuple[int, float | None]]:
    return {week.begins: (week.times, week.middle) for week in found if week.times is not None}


def test_it_works(home: arrange.House) -> None:
    for minutes in (10, 40, 15):
        upset(home, clock.moment(MONDAY + timedelta(days=1), 14), minutes)
    upset(home, clock.moment(MONDAY + timedelta(days=8), 14), 6)
    upset(home, clock.moment(MONDAY + timedelta(days=9), 14), 9)
    assert of(weeks(home)) == {MONDAY: (3, 15.0), MONDAY + timedelta(days=7): (2, 7.5)}


def test_a_week_with_nothing_written_is_no_nought_and_a_quiet_week_is(home: arrange.House) -> None:
    with clock.at(clock.moment(MONDAY + timedelta(days=8), 20)):
        actions.write_note(person=home.jo, text="Quiet.", by=home.amina)
    assert of(weeks(home)) == {MONDAY + timedelta(days=7): (0, None)}


def test_what_was_done_of_the_plan_and_an_incident_are_something_written(home: arrange.House) -> None:
    with clock.at(clock.moment(MONDAY, 14)):
        arrange.recorded(home, arrange.routine(home))
    with clock.at(clock.moment(MONDAY + timedelta(days=7), 14)):
        actions.keep_incident(person=home.jo, kind="fall", seen="Jo fell.", done="Sat with Jo.", by=home.amina)
    assert set(of(weeks(home))) == {MONDAY, MONDAY + timedelta(days=7)}


def test_a_week_is_a_week_in_england_and_wales(home: arrange.House) -> None:
    """Half past midnight on a Monday in summer time is still Sunday by the server's clock."""
    monday = date(2026, 4, 6)
    upset(home, clock.moment(monday, 0, 30), 5)
    assert of(weeks(home)) == {monday: (1, 5.0)}


def test_what_was_taken_back_is_not_counted_and_what_was_corrected_is_once(home: arrange.House) -> None:
    first, second = (upset(home, clock.moment(MONDAY, hour), 10) for hour in (14, 16))
    with clock.at(clock.moment(MONDAY, 18)):
        actions.mistake_upset(upset=first, reason="It was Sam.", by=home.amina)
        actions.correct_upset(upset=second, ended_at=second.occurred_at + timedelta(minutes=30), reason="It was longer.", by=home.amina)
    assert of(weeks(home)) == {MONDAY: (1, 30.0)}
    with clock.at(clock.moment(MONDAY, 17)):
        before = clock.now()
    assert of(weeks(home, as_at=before)) == {MONDAY: (2, 10.0)}


def test_without_an_end_it_counts_and_has_no_length(home: arrange.House) -> None:
    upset(home, clock.moment(MONDAY, 14), None)
    assert of(weeks(home)) == {MONDAY: (1, None)}


def test_somebody_elses_are_not_jos(home: arrange.House) -> None:
    with clock.at(clock.moment(MONDAY, 14)):
        actions.keep_upset(person=home.sam, by=home.amina)
    assert of(weeks(home)) == {}


@contextmanager
def undone() -> Iterator[arrange.House]:
    with transaction.atomic():
        with clock.at(BEGIN):
            home = arrange.house()
        yield home
        transaction.set_rollback(True)


EPISODES = st.lists(st.tuples(st.integers(0, 54), st.integers(0, 22), st.none() | st.integers(1, 90)), max_size=14)


@few
@given(episodes=EPISODES)
def test_the_database_counts_what_a_list_counts(db: None, episodes: list[tuple[int, int, int | None]]) -> None:
    times, longs = defaultdict(int), defaultdict(list)
    with undone() as home:
        for after, hour, minutes in episodes:
            began = clock.moment(MONDAY + timedelta(days=after), hour)
            upset(home, began, minutes)
            monday = MONDAY + timedelta(days=after - after % 7)
            times[monday] += 1
            longs[monday] += [minutes] if minutes else []
        assert of(weeks(home)) == {monday: (n, median(longs[monday]) if longs[monday] else None) for monday, n in times.items()}


@pytest.mark.parametrize("many", [1, 40])
def test_it_asks_as_often_whatever_the_history(home: arrange.House, many: int) -> None:
    for n in range(many):
        upset(home, clock.moment(MONDAY + timedelta(days=n), 14), 5 + n % 7)
    jo = scope.sight(home.ruth, home.jo.pk)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        queries_upset.weeks(jo, MONDAY, UNTIL)
    assert len(asked) == 3


def test_a_change_is_another_card_about_being_upset(home: arrange.House) -> None:
    signs = lambda: [Line(part="early_sign", text="Humming")]
    with clock.at(clock.moment(MONDAY + timedelta(days=10))):
        arrange.routine(home, title="Tea")
        card = arrange.routine(home, title="Quiet afternoon", lines=signs())
    with clock.at(clock.moment(MONDAY + timedelta(days=20))):
        plan.write(item=card.item, title="Quieter", lines=signs(), by=home.ruth)  # nobody follows what was not published
    jo = scope.sight(home.ruth, home.jo.pk)
    assert [each.version.title for each in queries_upset.changes(jo, MONDAY, UNTIL)] == ["Quiet afternoon"]
    assert queries_upset.changes(jo, UNTIL, UNTIL + timedelta(days=7)) == []
