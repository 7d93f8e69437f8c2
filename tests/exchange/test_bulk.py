"""What comes through the bulk door is what the one door would have kept, field by field."""

import pytest

from throughline.base import clock, records
from throughline.base.bulk import Bulk
from throughline.base.errors import Invalid
from throughline.base.models import Event, Recorded
from throughline.base.written import Written
from throughline.conversations.models import Voice
from throughline.exchange.format import tables
from throughline.people.models import Person

from .conftest import take_everybody_away

pytestmark = pytest.mark.django_db


def rows_of_everything() -> dict[str, list[dict]]:
    return {table.name: list(table.model._base_manager.order_by("pk").values()) for table in tables()}


def anew(row):
    """The same row, not yet kept."""
    return type(row)(**{f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields})


def test_bulk_rows_equal_kept_rows_field_by_field(told, at):
    """Every row of the stories, kept through `records.keep` and through the bulk door: they differ in their sequence alone."""
    everything = [anew(row) for table in tables() for row in table.model._base_manager.order_by("pk")]
    take_everybody_away()
    for row in everything:
        author = getattr(row, "author", None) if isinstance(row, Recorded) else None
        written = Written(row.pk, row.occurred_at, row.recorded_at, row.device, row.device_counter) if author else Written(row.pk)
        with clock.at(row.received_at if author else clock.now()):
            records.keep("test.kept", anew(row), by=author, written=written)
    kept = rows_of_everything()
    take_everybody_away()
    door = Bulk("test.brought", by=None, about=anew(everything[0]))
    door.bring(anew(row) for row in everything[1:])
    brought = rows_of_everything()
    for name in kept:
        assert [without_sequence(row) for row in brought[name]] == [without_sequence(row) for row in kept[name]], name
    sequences = {row["sequence"] for rows in brought.values() for row in rows if "sequence" in row}
    assert sequences == {door.event.pk}


def without_sequence(row: dict) -> dict:
    return {name: value for name, value in row.items() if name != "sequence"}


def test_one_event_for_all_of_them(db):
    door = Bulk("test.brought", by=None, about=Person(name="Jo"), detail={"people": 3})
    assert door.bring([Person(name="Sam"), Person(name="Lee")]) == 2
    assert Person.objects.count() == 3
    event = Event.objects.get()
    assert (event.verb, event.about_id, event.detail) == ("test.brought", Person.objects.get(name="Jo").pk, {"people": 3})


def test_what_no_table_may_hold_does_not_come_in_bulk_either(db):
    with pytest.raises(Invalid, match="NUL"):
        Bulk("test.brought", by=None, about=Person(name="Jo")).bring([Person(name="S\x00m")])


def test_nothing_is_filled_in(db):
    """A voice without its times is not given any."""
    jo = Person(name="Jo")
    with pytest.raises(Invalid, match="occurred_at"):
        Bulk("test.brought", by=None, about=jo).bring([Voice(person=jo, how_told="said", words="Hello")])
