"""Check-ins by the method and at the times the person chose: what came of each, and that one is missed even if nobody writes."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.agreements.circle import said
from tests.web import arrange

from throughline.access import scope
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.base.ids import new_id
from throughline.base.written import Written
from throughline.practice import actions, queries_check_ins
from throughline.practice.expected import Expected, State
from throughline.practice.models import CheckIn, Crossing, MissedCheckIn

from .watching import BY_TEXT, crossings, followed

ONCE = {"counts": "missed_check_in", "at_least": 1, "within_days": 1, "do": "Ring Jo, then go there.", "call": "Ruth"}


@pytest.fixture
def agreed(home: arrange.House) -> Any:
    """Jo texts at six; after half an hour it is missed, and once is enough. Agreed at two."""
    return followed(home, ONCE, check_ins=[BY_TEXT]).check_ins.get()


def due(day: date | None = None) -> datetime:
    return clock.moment(day or clock.today(), 18)


def came(home: arrange.House, agreed: Any, answer: str = "answered", **more: Any) -> CheckIn:
    return actions.keep_check_in(person=home.jo, agreed=agreed, answer=answer, by=home.amina, **({"due": due()} | more))


def today(home: arrange.House) -> Expected:
    [found] = queries_check_ins.of_day(scope.sight(home.amina, home.jo.pk), clock.today())
    return found


def test_it_works(home: arrange.House, agreed: Any, at: Any) -> None:
    """Jo's words are Jo's, and it is there for the day."""
    with at("2026-05-19 18:04"):
        row = came(home, agreed, said=said("All good."))
        assert (row.voice.words, row.method, today(home).state(clock.now())) == ("All good.", "text", State.ANSWERED)
    assert not MissedCheckIn.objects.exists()


@pytest.mark.parametrize(
    ("when", "state"),
    [("17:59", State.TO_COME), ("18:00", State.WAITING), ("18:29", State.WAITING), ("18:30", State.NOTHING)],
)
def test_where_it_stands_is_worked_out_when_it_is_read(home: arrange.House, agreed: Any, at: Any, when: str, state: State) -> None:
    """Nothing has to run for it."""
    with at(f"2026-05-19 {when}"):
        assert today(home).state(clock.now()) is state


def test_the_server_notices_once_what_nothing_came_of(home: arrange.House, agreed: Any, at: Any) -> None:
    with at("2026-05-19 18:29"):
        assert actions.notice_missed() == 0
    with at("2026-05-19 18:31"):
        assert (actions.notice_missed(), actions.notice_missed()) == (1, 0)
    assert (MissedCheckIn.objects.count(), crossings()) == (1, 1)
    assert Crossing.objects.get().happened_at == due()


def test_nobody_but_the_server_notices(home: arrange.House, agreed: Any) -> None:
    with pytest.raises(Refused):
        actions.notice_missed(by=home.ruth)


def test_nothing_is_missed_from_before_it_was_agreed(home: arrange.House, at: Any) -> None:
    with at("2026-05-19 19:00"):
        followed(home, ONCE, check_ins=[BY_TEXT])
        assert actions.notice_missed() == 0
    with at("2026-05-20 18:31"):
        assert actions.notice_missed() == 1


def test_what_came_in_time_and_is_handed_in_late_was_not_missed(home: arrange.House, agreed: Any, at: Any) -> None:
    with at("2026-05-19 20:00"):
        actions.notice_missed()
        assert MissedCheckIn.objects.current().count() == 1
        in_time = Written(occurred_at=due() + timedelta(minutes=10))
        came(home, agreed, written=in_time)
        assert not MissedCheckIn.objects.current().exists()
    assert crossings() == 1  # the row stays; it stands no more
    from throughline.practice import queries_crossings

    assert queries_crossings.open_of(scope.sight(home.ruth, home.jo.pk)) == []


def test_what_came_too_late_was_missed(home: arrange.House, agreed: Any, at: Any) -> None:
    with at("2026-05-19 19:00"):
        came(home, agreed)
        assert today(home).state(clock.now()) is State.LATE
    assert crossings() == 1


def test_no_answer_counts_once_its_grace_is_over_and_not_before(home: arrange.House, agreed: Any, at: Any) -> None:
    with at("2026-05-19 18:20"), pytest.raises(Invalid, match="still time"):
        came(home, agreed, "no_answer")
    with at("2026-05-19 18:40"):
        row = came(home, agreed, "no_answer")
        assert crossings() == 1
        actions.correct_check_in(check_in=row, answer="answered", reason="It came at 6.", by=home.amina, written=Written(occurred_at=due()))
        assert not MissedCheckIn.objects.current().exists()


def test_an_answer_written_down_by_mistake_leaves_it_missed(home: arrange.House, agreed: Any, at: Any) -> None:
    with at("2026-05-19 18:10"):
        row = came(home, agreed)
    with at("2026-05-19 18:45"):
        actions.mistake_check_in(check_in=row, reason="That was Sam’s text.", by=home.amina)
        assert today(home).state(clock.now()) is State.NOTHING
        assert actions.notice_missed() == 1


@pytest.mark.parametrize("wrong", [{"due": due(date(2026, 5, 19)) + timedelta(minutes=1)}, {"answer": "maybe"}], ids=str)
def test_only_what_was_agreed_is_kept(home: arrange.House, agreed: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        came(home, agreed, **wrong)


def test_sent_twice_it_is_one(home: arrange.House, agreed: Any) -> None:
    written = Written(id=new_id())
    assert came(home, agreed, written=written) == came(home, agreed, written=written)


def test_on_days_that_were_not_chosen_nothing_is_expected(home: arrange.House) -> None:
    followed(home, check_ins=[BY_TEXT | {"days": "thu"}])
    assert queries_check_ins.of_day(scope.sight(home.amina, home.jo.pk), clock.today()) == []
