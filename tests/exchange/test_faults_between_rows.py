"""What is wrong between the rows of a folder: each is well written, and together they cannot be."""

import pytest

from throughline.exchange import faults as faults_module
from throughline.people.models import Person

from .folders import LATER, MORNING, NOON, bring_in, part, record, row, write

pytestmark = pytest.mark.django_db


def test_a_rule_of_the_table(life, refused):
    row(life, "people_stay", "jo-elm")["until_on"] = "2024-01-01"
    assert "people_stay.jsonl line 1: found a row that does not fit; expected “stay ends after it begins” to hold." in refused(life)


def test_a_record_on_somebody_elses_life(life, refused):
    row(life, "conversations_voice", "quiet")["person"] = "sam"
    said = refused(life)
    assert "plan_version.jsonl line 1, own_words: found a row of somebody else; expected a row of the same person." in said
    assert "conversations_voice.jsonl line 1, conversation: found a row of somebody else" in said


def test_a_step_of_another_version(life, refused):
    life["plan_version"].append(record("mornings-2", LATER, item="mornings", number=2, title="Quieter mornings"))
    life["plan_step"].append(part("step-2", version="mornings-2", position=1, text="Wake Jo later"))
    row(life, "practice_routinerecord", "up")["recorded_at"] = LATER
    row(life, "practice_routinerecord", "up")["step"] = "step-2"
    said = refused(life)
    assert (
        "practice_routinerecord.jsonl line 1, step: found a row of another version; expected a row of the version that this one names."
        in said
    )


def test_an_option_of_another_question(life, refused):
    life["decisions_question"].append(record("which-tea", MORNING, text="Which tea?", area="daily_care", impact="low"))
    life["decisions_option"].append(record("green-tea", MORNING, question="which-tea", title="Green tea"))
    row(life, "decisions_decision", "decided")["option"] = "green-tea"
    assert "decisions_decision.jsonl line 1, option: found a row of another question" in refused(life)


def test_a_version_of_another_item(life, refused):
    life["plan_item"].append(record("evenings", NOON, number=4, kind="routine"))
    row(life, "plan_publication", "followed")["item"] = "evenings"
    assert "plan_publication.jsonl line 1, version: found a row of another item" in refused(life)


def test_a_row_that_amends_one_of_another_table(tmp_path, life):
    folder = write(tmp_path / "in", life)
    bring_in(folder)
    jo = Person.objects.get(name="Jo")
    life["conversations_voice"].append(
        record("corrected", LATER, how_told="said", words="Quiet.", amends=str(jo.pk), amendment="corrected", reason="Misheard.")
    )
    said = bring_in(write(folder, life))[1]
    assert "conversations_voice.jsonl line 2, amends: found" in said
    assert "expected the id of a row of conversations_voice" in said


def test_a_row_that_amends_somebody_elses(life, refused):
    said_by_sam = record("sams", LATER, how_told="said", words="Loud.", amends="quiet", amendment="corrected", reason="Misheard.")
    life["conversations_voice"].append(said_by_sam | {"person": "sam"})
    assert "conversations_voice.jsonl line 2, amends: found a row of somebody else" in refused(life)


def test_rows_that_amend_each_other(life, refused):
    amending = {"how_told": "said", "words": "Quiet.", "amendment": "corrected", "reason": "Misheard."}
    life["conversations_voice"] += [record("one", LATER, amends="two", **amending), record("two", LATER, amends="one", **amending)]
    assert "conversations_voice.jsonl line 2, amends: found a row that amends itself through others" in refused(life)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amends": "quiet"}, "amends"),
        ({"amendment": "undone"}, "amends"),
        ({"amends": "quiet", "amendment": "mistake"}, "reason"),
        ({"amends": "again", "amendment": "undone"}, "amends"),
    ],
)
def test_an_amendment_is_whole(life, refused, change, field):
    life["conversations_voice"].append(record("again", LATER, how_told="said", words="Quiet.", **change))
    assert f"conversations_voice.jsonl line 2, {field}: found" in refused(life)


def test_two_decisions_of_one_number(life, refused):
    other = record("other", LATER, number=7, question="when-up", outcome="At ten.", basis="own", no_voice_because="Asked by phone.")
    life["decisions_decision"].append(other)
    assert "decisions_decision.jsonl line 2, number: found what line 1 has already; expected “decision number once” to hold." in refused(
        life
    )


def test_a_number_that_is_another_decisions_here(tmp_path, life):
    bring_in(write(tmp_path / "in", life))
    other = record("other", LATER, number=7, question="when-up", outcome="At ten.", basis="own", no_voice_because="Asked by phone.")
    life["decisions_decision"].append(other)
    assert "line 2, number: found what" in bring_in(write(tmp_path / "in", life))[1]


def test_a_later_version_keeps_the_number(life, refused):
    amending = {"amends": "decided", "amendment": "corrected", "reason": "Jo changed his mind."}
    again = record("again", LATER, number=8, question="when-up", outcome="At ten.", basis="own", no_voice_because="By phone.", **amending)
    life["decisions_decision"].append(again)
    assert "line 2, number: found the number 8; expected the number of the row that it amends, 7." in refused(life)


def test_a_kept_record_does_not_grow_parts(tmp_path, life):
    bring_in(write(tmp_path / "in", life))
    life["plan_line"].append(part("line-2", version="mornings-1", part="do", position=2, text="And the curtains stay shut."))
    said = bring_in(write(tmp_path / "in", life))[1]
    assert "plan_line.jsonl line 2, version: found a record that is here already" in said


def test_every_fault_is_reported(life, refused):
    row(life, "people_person", "jo")["born_on"] = "then"
    row(life, "plan_step", "step-1")["from_time"] = "nine"
    row(life, "reviews_told", "told-answer")["response"] = "none"
    said = refused(life)
    assert said.count("; expected ") == 3
    assert "3 fault(s)." in said


def test_a_thousand_faults_are_enough(tmp_path, monkeypatch):
    monkeypatch.setattr(faults_module, "SHOWN_AT_MOST", 10)
    said = bring_in(write(tmp_path / "in", {"people_person": [{"id": f"p{n}"} for n in range(25)]}))[1]
    assert "… and 15 more." in said


def test_nobodys_words_are_in_the_faults(life, refused):
    row(life, "conversations_voice", "quiet").update(words="I am in love with Lee.", how_told="I am in love with Lee.", day="x")
    assert "in love" not in refused(life)


def test_two_who_sign_in_with_one_address(life, refused):
    row(life, "accounts_user", "tom")["email"] = "AMINA@elm.example"
    assert "accounts_user.jsonl line 2, email: found what line 1 has already" in refused(life)


def test_text_ids_that_are_none(life, refused):
    life["people_person"] += [{"id": "", "name": "A"}, {"id": "x" * 201, "name": "B"}, {"id": 3, "name": "C"}]
    said = refused(life)
    assert said.count("id: found") == 3
