"""An incident: what was seen apart from what somebody thinks, the person's own words, and the parts that it puts up to be looked at."""

from datetime import date
from typing import Any

import pytest
from tests.agreements.circle import around_jo, gwen_gives_medication, said
from tests.web import arrange

from throughline.access import scope
from throughline.agreements import actions as agreements
from throughline.base import clock, events
from throughline.base.errors import Invalid, NotFound, Refused
from throughline.base.ids import new_id
from throughline.base.models import Event
from throughline.base.written import Written
from throughline.practice import actions, queries
from throughline.practice.choices import AREA_OF_INCIDENT, IncidentKind
from throughline.practice.models import Incident, Tally
from throughline.thread import timeline
from throughline.thread.parts import parts_up_for_review

TABLET = {
    "kind": "medicine_error",
    "seen": "The evening tablet was still in the box at nine.",
    "thought": "Gwen may not know of it.",
    "done": "Rang the pharmacist, and gave it as they said.",
}


def kept(home: arrange.House, by: Any = None, **more: Any) -> Incident:
    return actions.keep_incident(person=home.jo, by=by or home.tom, **TABLET | more)


def sight(home: arrange.House) -> Any:
    return scope.sight(home.ruth, home.jo.pk)


def up(home: arrange.House, as_at: Any = None) -> list[Any]:
    return parts_up_for_review(sight(home), as_at)


def test_it_works(home: arrange.House) -> None:
    """Tom, of an agency, writes down what he saw; Jo's words are Jo's."""
    row = kept(home, said=said("Where is my tablet?"), place="The kitchen", told="Ruth, at ten past nine.")
    assert (row.author, row.area, row.topic, row.audience) == (home.tom, "medication", "incidents", "team")
    assert (row.seen, row.thought) == (TABLET["seen"], TABLET["thought"])
    assert (row.voice.words, row.voice.person, row.voice.topic) == ("Where is my tablet?", home.jo, "incidents")
    assert Event.objects.filter(verb="practice.incident-kept", about_id=row.pk, person_id=home.jo.pk).count() == 1
    assert not Tally.objects.exists()


def test_each_kind_has_its_part_of_life_unless_somebody_says_another(home: arrange.House) -> None:
    assert set(AREA_OF_INCIDENT) == set(IncidentKind)
    assert kept(home, kind="money_missing").area == "money"
    assert kept(home, kind="fall", area="community").area == "community"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"seen": " "}, "seen"),
        ({"done": ""}, "done"),
        ({"kind": "mishap"}, "kind"),
        ({"area": "tea"}, "area"),
        ({"kind": "injury"}, "injuries"),
        ({"restriction_used": True}, "restriction_words"),
    ],
)
def test_what_is_missing_is_said_at_its_field(home: arrange.House, told: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as invalid:
        kept(home, **told)
    assert list(invalid.value.faults) == [field]
    assert not Incident.objects.exists()


def test_somebody_elses_words_say_nothing_about_it(home: arrange.House) -> None:
    sams = arrange.conversations.keep_voice(person=home.sam, how_told="said", words="I fell.", by=home.amina)
    with pytest.raises(Invalid, match="somebody else"):
        kept(home, said=sams)


def test_sent_twice_it_is_one_incident(home: arrange.House) -> None:
    written = Written(id=new_id())
    assert kept(home, written=written, said=said("Ow.")) == kept(home, written=written, said=said("Ow."))
    assert Incident.objects.count() == 1


def test_somebody_of_another_home_writes_none_and_reads_none(home: arrange.House) -> None:
    with pytest.raises(Refused):
        kept(home, by=home.neighbour)
    row = kept(home)
    with pytest.raises(NotFound):
        queries.incident(scope.sight(home.neighbour, home.lee.pk), row.pk)


def test_without_its_event_nothing_is_kept_of_it(home: arrange.House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: Any, **_told: Any) -> None:
        raise RuntimeError("the journal cannot be written")

    monkeypatch.setattr(events, "record", broken)
    with pytest.raises(RuntimeError):
        kept(home, said=said("Ow."))
    assert not Incident.objects.exists()


# --- law 1 ---


def test_law_1_a_correction_keeps_the_first_words(home: arrange.House) -> None:
    row = kept(home)
    later = actions.correct_incident(incident=row, seen="It was in the box at ten.", reason="Looked at the clock again.", by=home.tom)
    assert [each.seen for each in queries.incident_life(sight(home), later)] == [TABLET["seen"], "It was in the box at ten."]
    assert (later.occurred_at, later.thought) == (row.occurred_at, row.thought)
    assert queries.incidents(sight(home)) == [later]


def test_law_1_what_was_written_down_by_mistake_stays_and_puts_nothing_up(home: arrange.House) -> None:
    gwen_gives_medication(home, around_jo(home).gwen)
    row = kept(home)
    assert len(up(home)) == 1
    actions.mistake_incident(incident=row, reason="It was Sam’s tablet.", by=home.ruth)
    assert (up(home), queries.incidents(sight(home)), Incident.objects.count()) == ([], [], 2)


def test_only_its_author_and_who_answers_for_the_record_amend_it(home: arrange.House) -> None:
    row = kept(home)
    for amend in (
        lambda: actions.correct_incident(incident=row, seen="x", reason="x", by=home.amina),
        lambda: actions.mistake_incident(incident=row, reason="x", by=home.amina),
    ):
        with pytest.raises(Refused):
            amend()
    actions.mistake_incident(incident=row, reason="Twice.", by=home.tom)
    with pytest.raises(Invalid, match="meanwhile"):
        actions.correct_incident(incident=row, seen="x", reason="x", by=home.tom)


# --- seed 002, example 3: "a need change or an incident in the area puts every part in it up for review" ---


def test_an_incident_puts_every_part_in_its_area_up_until_somebody_looks(home: arrange.House) -> None:
    circle = around_jo(home)
    tablets = gwen_gives_medication(home, circle.gwen)
    informed = gwen_gives_medication(home, circle.priya, part="informed")
    agreements.keep_part(person=home.jo, area="money", part="informed", contact=circle.priya, because="x", by=home.ruth)
    incident = kept(home)
    assert {each.taking.part.pk: each.incidents for each in up(home)} == {tablets.pk: (incident,), informed.pk: (incident,)}
    agreements.look_again(part=tablets, verdict="keep", because="Gwen knows now.", by=home.ruth)
    assert [each.taking.part.pk for each in up(home)] == [informed.pk]


def test_an_incident_from_before_the_part_puts_nothing_up(home: arrange.House) -> None:
    kept(home)
    gwen_gives_medication(home, around_jo(home).gwen)
    assert up(home) == []


def test_as_at_a_day_before_it_nothing_is_up(home: arrange.House, at: Any) -> None:
    gwen_gives_medication(home, around_jo(home).gwen)
    with at("2026-05-21 10:00"):
        kept(home, by=home.amina)
        assert up(home, clock.end_of(date(2026, 5, 20))) == []
        assert len(up(home)) == 1


def test_it_has_its_place_on_the_timeline(home: arrange.House) -> None:
    row = kept(home)
    [entry] = timeline.happenings(sight(home), ("incident",))
    assert (entry.row_id, entry.text, entry.about, entry.author) == (row.pk, TABLET["seen"], "medicine_error", "Tom")
