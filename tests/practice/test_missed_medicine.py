"""Medicine that was missed is a fact: what, when it was due, why, who was told and what they advised; and Jo's own words about it."""

from typing import Any

import pytest
from tests.agreements.circle import said
from tests.web import arrange

from throughline.access import scope
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.ids import new_id
from throughline.base.written import Written
from throughline.practice import actions
from throughline.practice import queries_missed_medicine as queries
from throughline.practice.models import MissedMedicine
from throughline.thread import timeline

from .watching import TABLET, missed


def kept(home: arrange.House, by: Any = None, **more: Any) -> MissedMedicine:
    return actions.keep_missed_medicine(person=home.jo, by=by or home.tom, **TABLET | more)


def test_it_works(home: arrange.House) -> None:
    row = kept(home, said=said("It was in my other bag."))
    assert (row.author, row.topic, row.audience) == (home.tom, "medication", "team")
    assert (row.voice.words, row.voice.topic) == ("It was in my other bag.", "medication")


@pytest.mark.parametrize(("told", "field"), [({"what": " "}, "what"), ({"why": "lazy"}, "why")])
def test_what_is_missing_is_said_at_its_field(home: arrange.House, told: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as invalid:
        kept(home, **told)
    assert list(invalid.value.faults) == [field]


def test_sent_twice_it_is_one(home: arrange.House) -> None:
    written = Written(id=new_id())
    assert kept(home, written=written) == kept(home, written=written)


def test_somebody_of_another_home_writes_none_and_reads_none(home: arrange.House) -> None:
    with pytest.raises(Refused):
        kept(home, by=home.neighbour)
    row = kept(home)
    with pytest.raises(NotFound):
        queries.missed_medicine(scope.sight(home.neighbour, home.lee.pk), row.pk)


def test_law_1_a_correction_keeps_the_first_words(home: arrange.House) -> None:
    row = missed(home, days=1)
    later = actions.correct_missed_medicine(missed=row, what="The morning tablet.", reason="Looked at the box.", by=home.amina)
    sight = scope.sight(home.ruth, home.jo.pk)
    assert [each.what for each in queries.missed_medicine_life(sight, later)] == [TABLET["what"], "The morning tablet."]
    assert later.occurred_at == row.occurred_at
    with pytest.raises(Refused):
        actions.mistake_missed_medicine(missed=later, reason="x", by=home.tom)


def test_it_has_its_place_on_the_timeline(home: arrange.House) -> None:
    row = kept(home)
    [entry] = timeline.happenings(scope.sight(home.ruth, home.jo.pk), ("missed_medicine",))
    assert (entry.row_id, entry.text, entry.about) == (row.pk, TABLET["what"], "forgotten")
