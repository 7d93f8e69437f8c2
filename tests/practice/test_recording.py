"""Recording what happened: once, by whom it may be, undone, corrected, added to; and all of it or nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError
from tests.web import arrange

from throughline.base import events, records
from throughline.base.errors import Invalid, Refused
from throughline.base.ids import new_id
from throughline.base.models import Event
from throughline.base.written import Written
from throughline.conversations.models import Voice
from throughline.plan import actions as plan
from throughline.practice import actions, queries
from throughline.practice.choices import WhyNot
from throughline.practice.models import DailyNote, RoutineRecord, Tally


@pytest.fixture
def version(home: arrange.House) -> Any:
    return arrange.routine(home)


def standing() -> list[RoutineRecord]:
    return list(RoutineRecord.objects.current())


def test_it_works(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    assert (record.author, record.item_id, record.result) == (home.amina, version.item_id, "said_yes")
    assert str(record.day) == "2026-05-19"
    assert Event.objects.filter(verb="practice.routine-recorded", about_id=record.pk, person_id=home.jo.pk).count() == 1
    assert Tally.objects.get().count == 1


def test_a_record_sent_twice_is_one_record(home: arrange.House, version: Any) -> None:
    written = Written(id=new_id())
    first = arrange.recorded(home, version, written=written)
    assert arrange.recorded(home, version, written=written).pk == first.pk == written.id
    assert (RoutineRecord.objects.count(), Tally.objects.get().count) == (1, 1)


@pytest.mark.parametrize("other", [{"result": "said_no"}, {"by": "tom"}])
def test_the_same_id_with_something_else_is_a_fault_and_loses_nothing(home: arrange.House, version: Any, other: dict[str, Any]) -> None:
    written = Written(id=new_id())
    arrange.recorded(home, version, written=written)
    given = {name: getattr(home, value) if name == "by" else value for name, value in other.items()}
    with pytest.raises(Invalid, match="Something else was saved from this page already"):
        arrange.recorded(home, version, written=written, **given)
    assert [each.result for each in standing()] == ["said_yes"]


def test_of_two_sendings_at_once_the_second_finds_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """On PostgreSQL both look and find nothing; the slower one runs into the key, and looks again."""
    monkeypatch.setattr(records, "connection", type("Connection", (), {"in_atomic_block": False}))
    answers = iter([IntegrityError("duplicate key"), "the record that is there"])

    @records.once
    def act() -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert act() == "the record that is there"


def test_two_workers_records_of_one_step_are_two_rows(home: arrange.House, version: Any) -> None:
    arrange.recorded(home, version)
    arrange.recorded(home, version, by=home.tom)
    assert {each.author.name for each in standing()} == {"Amina", "Tom"}
    assert Tally.objects.get().count == 2


def test_whoever_does_not_support_the_person_cannot_record(home: arrange.House, version: Any) -> None:
    with pytest.raises(Refused, match="record what happened for Jo"):
        arrange.recorded(home, version, by=home.neighbour)
    assert not RoutineRecord.objects.exists()


def test_a_step_of_somebody_else_is_refused(home: arrange.House, version: Any) -> None:
    with pytest.raises(Invalid, match="not part of this person's plan"):
        actions.record_routine(person=home.sam, version=version, step=version.steps.first(), result="said_yes", by=home.amina)


def test_undoing_is_for_the_author_for_ten_minutes(home: arrange.House, version: Any, at: Any) -> None:
    record = arrange.recorded(home, version)
    with pytest.raises(Refused, match="Only the one who wrote it"):
        actions.undo_routine(record=record, by=home.tom)
    with at("2026-05-19 14:11"), pytest.raises(Refused, match="more than 10 minutes ago"):
        actions.undo_routine(record=record, by=home.amina)
    with at("2026-05-19 14:09"):
        actions.undo_routine(record=record, by=home.amina)
    assert (standing(), RoutineRecord.objects.count(), Tally.objects.get().count) == ([], 2, 0)


def test_what_was_undone_cannot_be_undone_again(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    actions.undo_routine(record=record, by=home.amina)
    with pytest.raises(Invalid, match="changed already"):
        actions.undo_routine(record=record, by=home.amina)
    assert Tally.objects.get().count == 0


def test_a_correction_keeps_the_first_words_and_needs_a_reason(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    with pytest.raises(Invalid) as refused:
        actions.correct_routine(record=record, reason=" ", by=home.amina, result="said_no")
    assert set(refused.value.faults) == {"reason"}
    better = actions.correct_routine(record=record, reason="Pressed the wrong one", by=home.amina, result="said_no", note="Hands up")
    assert [each.result for each in standing()] == ["said_no"]
    assert better.amends_id == record.pk and better.occurred_at == record.occurred_at
    assert [each.pk for each in queries.life_of(_sight(home), record)] == [record.pk, better.pk]


def test_the_manager_can_correct_and_another_worker_cannot(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    with pytest.raises(Refused):
        actions.correct_routine(record=record, reason="Not so", by=home.tom, result="said_no")
    actions.correct_routine(record=record, reason="Amina rang", by=home.ruth, result="said_no")


def test_a_mistake_stays_and_is_not_counted(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    actions.mistake_routine(record=record, reason="Tom had written it", by=home.amina)
    assert (standing(), RoutineRecord.objects.count(), Tally.objects.get().count) == ([], 2, 0)


def test_adding_a_feeling_keeps_the_result_and_pressing_twice_adds_once(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    good = actions.add_to_routine(record=record, feeling="good", by=home.amina)
    assert actions.add_to_routine(record=good, feeling="good", by=home.amina).pk == good.pk
    assert [(each.result, each.feeling) for each in standing()] == [("said_yes", "good")]
    with pytest.raises(Invalid, match="does not change what happened"):
        actions.add_to_routine(record=good, result="said_no", by=home.amina)


def test_the_persons_words_become_a_voice_of_theirs(home: arrange.House, version: Any) -> None:
    record, written = arrange.recorded(home, version), Written(id=new_id())
    told = actions.record_words(record=record, words="Nice and quiet.", how_told="said", by=home.amina, written=written)
    voice = Voice.objects.get()
    assert (voice.words, voice.person, voice.author, told.voice) == ("Nice and quiet.", home.jo, home.amina, voice)
    again = actions.record_words(record=told, words="Nice and quiet.", how_told="said", by=home.amina, written=written)
    assert again.pk == told.pk and Voice.objects.count() == 1


def test_words_and_record_stand_or_fall_together(home: arrange.House, version: Any, at: Any) -> None:
    record = arrange.recorded(home, version)
    with at("2026-05-19 14:30"), pytest.raises(Refused):
        actions.record_words(record=record, words="Nice.", how_told="said", by=home.amina)
    assert not Voice.objects.exists()


def test_a_note_sent_twice_is_one_note_and_corrections_keep_the_first_words(home: arrange.House) -> None:
    written = Written(id=new_id())
    note = actions.write_note(person=home.jo, text="A quiet day.", by=home.amina, written=written)
    assert actions.write_note(person=home.jo, text="A quiet day.", by=home.amina, written=written).pk == note.pk
    better = actions.correct_note(note=note, text="A quiet day, and tea.", reason="I forgot the tea", by=home.amina)
    assert [each.text for each in queries.latest_notes(_sight(home))] == ["A quiet day, and tea."]
    assert [each.text for each in queries.past_of(_sight(home), [better])] == ["A quiet day."]
    actions.undo_note(note=better, by=home.amina)
    assert (queries.latest_notes(_sight(home)), DailyNote.objects.count()) == ([], 3)


def test_reasons_are_asked_only_after_two_of_the_four_answers() -> None:
    assert [len(WhyNot.after(result)) for result in ("said_yes", "said_no", "different", "not_offered")] == [0, 0, 4, 4]


def _sight(home: arrange.House) -> Any:
    from throughline.access import scope

    return scope.sight(home.ruth, home.jo.pk)


ACTIONS: dict[str, Callable[..., Any]] = {
    "record": lambda home, version, record, note: arrange.recorded(home, version, "said_no"),
    "undo": lambda home, version, record, note: actions.undo_routine(record=record, by=home.amina),
    "correct": lambda home, version, record, note: actions.correct_routine(record=record, reason="so", by=home.amina, result="said_no"),
    "mistake": lambda home, version, record, note: actions.mistake_routine(record=record, reason="so", by=home.amina),
    "add": lambda home, version, record, note: actions.add_to_routine(record=record, feeling="good", by=home.amina),
    "words": lambda home, version, record, note: actions.record_words(record=record, words="Nice.", how_told="said", by=home.amina),
    "note": lambda home, version, record, note: actions.write_note(person=home.jo, text="A day", by=home.amina),
    "correct a note": lambda home, version, record, note: actions.correct_note(note=note, text="Two", reason="so", by=home.amina),
    "undo a note": lambda home, version, record, note: actions.undo_note(note=note, by=home.amina),
}


@pytest.mark.parametrize("act", ACTIONS.values(), ids=ACTIONS.keys())
def test_without_its_event_nothing_changes(home: arrange.House, version: Any, act: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    record, note = arrange.recorded(home, version), actions.write_note(person=home.jo, text="One", by=home.amina)
    before = everything()

    def broken(*_: Any, **__: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(events, "record", broken)
    with pytest.raises(OSError, match="disk"):
        act(home, version, record, note)
    assert everything() == before


def everything() -> list[Any]:
    return [list(model._base_manager.order_by("pk").values()) for model in (RoutineRecord, DailyNote, Tally, Voice, Event)]


def test_a_step_keeps_its_record_when_its_card_is_replaced(home: arrange.House, version: Any) -> None:
    record = arrange.recorded(home, version)
    plan.publish(version=plan.write(item=version.item, title="Quieter afternoon", by=home.ruth), message="Changed", by=home.ruth)
    assert standing() == [record]
