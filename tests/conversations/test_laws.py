"""The laws of the record that voices and conversations hold (`design.md` 2, laws 1, 2 and 5)."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.web import arrange

from throughline.access.scope import sight
from throughline.base.errors import Invalid, Refused
from throughline.base.models import Amendment
from throughline.conversations import actions, queries
from throughline.conversations.models import Contribution, Conversation, Voice


def of_jo(home: arrange.House, by: Any = None) -> Any:
    return sight(by or home.ruth, home.jo.pk)


# --- law 1: nothing is lost --------------------------------------------------------------------------


def test_law_1_a_correction_keeps_the_first_words(home: arrange.House) -> None:
    voice = arrange.said(home)
    actions.correct_voice(voice=voice, words="It gets much too loud.", reason="Heard it again", by=home.amina)
    life = queries.history(of_jo(home), voice)
    assert [each.words for each in life] == ["It gets too loud.", "It gets much too loud."]
    assert [each.words for each in queries.voices(of_jo(home))] == ["It gets much too loud."]


@pytest.mark.parametrize("kind", [Amendment.WITHDRAWN, Amendment.UNDONE])
def test_law_1_what_is_taken_back_stays_in_the_record(home: arrange.House, kind: str) -> None:
    voice = arrange.said(home)
    actions.take_back(voice=voice, kind=kind, by=home.amina)
    assert queries.voices(of_jo(home)) == []
    assert queries.voice(of_jo(home), voice.pk).words == "It gets too loud."


def test_law_1_a_row_on_the_wrong_record_is_moved_with_a_trace_on_both(home: arrange.House) -> None:
    voice = arrange.said(home)
    moved = actions.move_voice(voice=voice, to=home.sam, reason="Sam said it", by=home.amina)
    assert moved.group == voice.pk
    assert [each.amendment for each in queries.history(of_jo(home), voice)] == ["", Amendment.MOVED]


def test_law_1_what_was_changed_meanwhile_is_not_changed_again(home: arrange.House) -> None:
    voice = arrange.said(home)
    actions.take_back(voice=voice, kind=Amendment.WITHDRAWN, by=home.amina)
    for change in (
        lambda: actions.correct_voice(voice=voice, words="x", reason="r", by=home.amina),
        lambda: actions.take_back(voice=voice, kind=Amendment.MISTAKE, reason="r", by=home.amina),
        lambda: actions.move_voice(voice=voice, to=home.sam, reason="r", by=home.amina),
    ):
        with pytest.raises(Invalid):
            change()


# --- law 2: speaker, subject, helper and recorder are four -------------------------------------------


def test_law_2_speaker_subject_helper_and_recorder_are_four_fields(home: arrange.House) -> None:
    priya = arrange.mum(home)
    voice = arrange.said(home, subject="dinner", how_helped="interpreted", helper_contact=priya, by=home.tom)
    voice = queries.voice(of_jo(home), voice.pk)
    assert (voice.person, voice.subject, voice.helper_contact, voice.author) == (home.jo, "dinner", priya, home.tom)


def test_law_2_a_contribution_is_never_the_persons(home: arrange.House) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        voice = arrange.said(home)
        Contribution.objects.create(
            person=home.jo, party="person", words="x", author=home.ruth, sequence=1, **{f: voice.occurred_at for f in TIMES}
        )
    with pytest.raises(Invalid):
        actions.keep_contribution(person=home.jo, words="Whose?", by=home.ruth)


TIMES = ("occurred_at", "recorded_at", "received_at")


def test_law_2_a_contact_of_somebody_else_says_nothing_here(home: arrange.House) -> None:
    with pytest.raises(Invalid):
        actions.keep_contribution(person=home.sam, words="x", contact=arrange.mum(home), by=home.ruth)


def test_law_2_what_was_seen_and_thought_never_share_a_field(home: arrange.House) -> None:
    with pytest.raises(Invalid) as refused:
        actions.keep_voice(person=home.jo, how_told="showed", thought="Jo is tired.", by=home.amina)
    assert "seen" in refused.value.faults
    voice = arrange.showed(home)
    assert (voice.seen, voice.thought, voice.thought_by) == ("Pushed the plate away.", "Too hot?", home.amina)


def test_law_2_whoever_thinks_anew_is_the_thinker(home: arrange.House) -> None:
    corrected = actions.correct_voice(voice=arrange.showed(home), thought="Too full?", reason="r", by=home.ruth)
    assert corrected.thought_by == home.ruth
    assert actions.correct_voice(voice=corrected, thought="", reason="r", by=home.ruth).thought_by is None


def test_law_2_a_second_observer_is_somebody_else(home: arrange.House) -> None:
    voice = arrange.showed(home)
    with pytest.raises(Refused):
        actions.second_voice(voice=voice, seen="The same", agrees=True, by=home.amina)
    actions.second_voice(voice=voice, seen="The same", agrees=True, by=home.tom)
    assert [each.author for each in queries.seconds_of(of_jo(home), [voice.pk])[voice.pk]] == [home.tom]


def test_law_2_only_a_recording_can_stand_without_words(home: arrange.House) -> None:
    with pytest.raises(Invalid):
        arrange.said(home, words="")
    with pytest.raises(IntegrityError), transaction.atomic():
        voice = arrange.said(home)
        Voice.objects.bulk_create(
            [Voice(person=home.jo, how_told="said", author=home.ruth, sequence=1, **{f: voice.occurred_at for f in TIMES})]
        )


# --- law 5: person first -----------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["circle", "advocate", "professional", "staff"])
def test_law_5_the_person_speaks_first_or_it_is_written_why_not(home: arrange.House, first: str) -> None:
    with pytest.raises(Invalid) as refused:
        arrange.meeting(home, who_spoke_first=first)
    assert set(refused.value.faults) == {"not_first_because"}
    assert not Conversation.objects.exists()
    arrange.meeting(home, who_spoke_first=first, not_first_because="Jo was asleep; photos first.")


def test_law_5_when_the_person_spoke_first_nothing_has_to_be_said(home: arrange.House) -> None:
    assert arrange.meeting(home).not_first_because == ""
