"""A rota: what it says, every fault in it, and what it changes."""

from typing import Any

import pytest
from tests.web import arrange

from throughline.access import actions as access
from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.base.models import Event
from throughline.workforce import actions, law, on_shift, queries
from throughline.workforce.models import Shift

HEAD = "email,home,day,from,to\n"
LATE = HEAD + "amina@example.org,Elm House,2026-05-19,14:00,22:00\n"


def bring(by: Any, text: str) -> queries.Brought:
    return actions.bring_shifts(rota=queries.resolve(by, *law.read(text)), by=by)


def faults(by: Any, text: str) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.column, fault.expected) for fault in queries.resolve(by, *law.read(text)).faults]


def test_a_shift_is_where_and_from_when_until_when(home: arrange.House) -> None:
    bring(home.ruth, LATE)
    (shift,) = Shift.objects.all()
    assert (shift.user, shift.service) == (home.amina, home.elm)
    assert (shift.from_at, shift.until_at) == (clock.moment(clock.today(), 14), clock.moment(clock.today(), 22))


def test_a_night_ends_on_the_next_day_and_days_may_be_written_as_people_do(home: arrange.House) -> None:
    bring(home.ruth, "home,email,day,from,to\nelm house,AMINA@example.org,19/05/2026,22:00,07:00\n")
    assert f"{Shift.objects.get().until_at:%d %H:%M}" == "20 06:00"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("nobody@example.org,Elm House,2026-05-19,14:00,22:00", (2, "email", "email")),
        ("amina@example.org,Oak Lodge,2026-05-19,14:00,22:00", (2, "home", "role")),
        ("amina@example.org,The Moon,2026-05-19,14:00,22:00", (2, "home", "home")),
        ("amina@example.org,Elm House,19 May,14:00,22:00", (2, "day", "day")),
        ("amina@example.org,Elm House,2026-05-19,two,22:00", (2, "from", "time")),
        ("amina@example.org,Elm House,2026-05-19,14:00", (2, "", "columns")),
        ("amina@example.org,Elm House,2026-03-29,01:30,09:00", (2, "from", "spring")),
        ("tom@example.org,Elm House,2026-06-30,14:00,22:00", (2, "home", "role")),  # Tom’s week is over by then
    ],
)
def test_every_fault_has_its_line_and_what_was_expected(home: arrange.House, line: str, fault: tuple[int, str, str]) -> None:
    assert faults(home.ruth, HEAD + line) == [fault]


def test_all_faults_are_named_and_nothing_is_kept(home: arrange.House) -> None:
    text = LATE + "amina@example.org,Elm House,2026-05-19,21:00,23:00\nx@example.org,Elm House,2026-05-20,14:00,22:00\n"
    assert faults(home.ruth, text) == [(3, "from", "overlap"), (4, "email", "email")]
    with pytest.raises(Invalid):
        bring(home.ruth, text)
    assert not Shift.objects.exists()


@pytest.mark.parametrize(
    ("text", "expected"), [("", "header"), ("who,where\n", "header"), (HEAD + 'a"b', "columns"), (HEAD + "x\n" * 2_001, "lines")]
)
def test_what_is_no_rota_is_said_to_be_none(home: arrange.House, text: str, expected: str) -> None:
    assert faults(home.ruth, text)[0][2] == expected


def test_the_same_rota_twice_changes_nothing(home: arrange.House) -> None:
    bring(home.ruth, LATE)
    brought = bring(home.ruth, LATE)
    assert (brought.new, brought.changed, brought.called_off, brought.same) == ((), (), (), 1)


def test_a_later_rota_changes_calls_off_and_calls_back(home: arrange.House) -> None:
    both = LATE + "tom@example.org,Elm House,2026-05-19,07:00,14:00\n"
    bring(home.ruth, both)
    brought = bring(home.ruth, LATE.replace("22:00", "23:00"))
    assert (len(brought.new), len(brought.changed), len(brought.called_off)) == (0, 1, 1)
    assert Event.objects.filter(verb="workforce.shift-called-off").count() == 1
    assert len(bring(home.ruth, both).changed) == 2
    assert Shift.objects.standing().count() == Shift.objects.count() == 2


def test_a_rota_says_nothing_of_other_days_and_homes(home: arrange.House) -> None:
    bring(home.ruth, LATE)
    brought = bring(
        home.ruth, HEAD + "amina@example.org,Elm House,2026-05-21,14:00,22:00\noak@example.org,Oak Lodge,2026-05-19,7:00,14:00\n"
    )
    assert (len(brought.new), brought.called_off) == (2, ())


def test_whoever_manages_one_home_says_who_is_on_shift_there_alone(home: arrange.House) -> None:
    manager = arrange.worker("Mair", home.ruth, role="registered_manager", service=home.elm)
    bring(manager, LATE)
    assert faults(manager, HEAD + "oak@example.org,Oak Lodge,2026-05-19,14:00,22:00") == [(2, "home", "home")]
    for nobody in (home.amina, arrange.worker("Ade", home.ruth, role="administrator")):
        with pytest.raises(Refused):
            bring(nobody, LATE)


def test_on_shift_are_those_of_the_home_where_one_is(home: arrange.House, at: Any) -> None:
    """Where no shift is known, they are everybody in reach, as before."""
    access.assign(user=home.amina, role="support_worker", service=home.oak, by=home.ruth)
    assert [each.name for each in on_shift.people(home.amina)] == ["Jo", "Lee", "Sam"]
    bring(home.ruth, LATE)
    assert [each.name for each in on_shift.people(home.amina)] == ["Jo", "Sam"]
    assert [each.name for each in on_shift.people(home.ruth)] == ["Jo", "Lee", "Sam"] or not on_shift.people(home.ruth)
    with at("2026-05-20 14:00"):
        assert [each.name for each in on_shift.people(home.amina)] == ["Jo", "Lee", "Sam"]


def test_a_shift_is_no_key(home: arrange.House) -> None:
    """Whoever has no role at a home does not see its people for being on a rota."""
    Shift.objects.create(user=home.neighbour, service=home.elm, from_at=clock.now(), until_at=clock.moment(clock.today(), 22))
    assert on_shift.people(home.neighbour) == []
