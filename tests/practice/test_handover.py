"""What is kept for the next shift, from when on it is told, and who says to have read it."""

from datetime import timedelta

import pytest
from tests.web import arrange

from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.base.ids import new_id
from throughline.base.models import Event
from throughline.base.written import Written
from throughline.practice import actions, law_handover
from throughline.practice import queries_handover as queries
from throughline.practice.models import HandoverReading

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("last", "begins"),
    [(None, 24), (0, 12), (11, 12), (30, 30), (24 * 20, 24 * 7)],
    ids=["for the first time", "just read", "this shift", "since the day before", "back from three weeks away"],
)
def test_it_begins_where_this_worker_left_off(last: int | None, begins: int) -> None:
    now = clock.now()
    read = None if last is None else now - last * HOUR
    assert law_handover.since(read, now) == now - begins * HOUR


def test_it_is_read_again_when_something_came_since_or_on_another_shift() -> None:
    now = clock.now()
    assert law_handover.is_over(None, None, now)
    assert not law_handover.is_over(now - HOUR, now - 2 * HOUR, now)
    assert law_handover.is_over(now - HOUR, now - HOUR / 2, now)
    assert law_handover.is_over(now - 13 * HOUR, None, now)


def test_what_is_kept_for_the_next_shift_is_told_until_it_is_taken_back(home: arrange.House) -> None:
    before = clock.now() - HOUR
    note = actions.write_note(person=home.jo, text="Jo’s hearing aid is at the repair shop.", for_handover=True, by=home.amina)
    actions.write_note(person=home.jo, text="A quiet day.", by=home.amina)
    assert queries.flagged([home.jo.pk], before) == [note]
    better = actions.correct_note(note=note, text="It is back on Friday.", reason="Heard from the shop", by=home.amina)
    assert queries.flagged([home.jo.pk], before) == [better]
    actions.mistake_note(note=better, reason="It was Sam’s", by=home.amina)
    assert queries.flagged([home.jo.pk], before) == []


def test_a_page_that_was_read_is_a_row_for_each_person_said_once(home: arrange.House) -> None:
    made_at, written = clock.now(), Written(id=new_id())
    told = {"people": [home.jo, home.sam], "made_at": made_at, "by": home.amina, "written": written}
    first = actions.read_handover(**told)
    assert [row.person for row in first] == [home.jo, home.sam] and len({row.group for row in first}) == 1
    assert first[0].pk == written.id and {row.pk for row in actions.read_handover(**told)} == {row.pk for row in first}
    assert queries.last_read(home.amina, [home.jo.pk, home.sam.pk]) == dict.fromkeys((home.jo.pk, home.sam.pk), made_at)
    assert queries.last_read(home.tom, [home.jo.pk]) == {}
    assert Event.objects.filter(verb="practice.handover-read").count() == 1


def test_it_covers_nothing_that_was_still_to_come(home: arrange.House) -> None:
    row = actions.read_handover(people=[home.jo], made_at=clock.now() + HOUR, by=home.amina)[0]
    assert row.made_at <= row.received_at


def test_nobody_reads_it_for_people_whom_they_do_not_support(home: arrange.House) -> None:
    with pytest.raises(Refused):
        actions.read_handover(people=[home.jo, home.lee], made_at=clock.now(), by=home.amina)
    with pytest.raises(Invalid):
        actions.read_handover(people=[], made_at=clock.now(), by=home.amina)
    assert not HandoverReading.objects.exists()
