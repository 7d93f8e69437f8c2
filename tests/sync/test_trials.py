"""A try of a step from a phone: kept once, with its words, the day of the phone, and where it was due."""

from typing import Any

import pytest
from tests.web import arrange

from throughline.practice.models import RoutineRecord, Tally, Trial

from .phone import Phone


@pytest.fixture
def ladder(home: arrange.House) -> Any:
    return arrange.ladder(home)


def tries(phone: Phone, ladder: Any, **more: Any) -> dict[str, Any]:
    """As the sheet sends it: five taps."""
    taps = {"support": "prompts", "went_well": ["Kept calm", "Enjoyed it"], "was_hard": "Looks back twice", "new_risk": "no"}
    page = {"stage": str(ladder.stages.get(is_current=True).pk), "step": str(ladder.steps.first().pk), "how_told": "said"}
    return phone.writes("trial", **page | taps | more)


def test_it_works(phone: Phone, ladder: Any, at: Any) -> None:
    record = tries(phone, ladder, words="They know me.")
    with at("2026-05-19 18:00"):
        assert phone.words(record, record) == ["new", "identical"]
    row = Trial.objects.get()
    assert (str(row.pk), row.support, row.went_well, row.was_hard) == (record["id"], "prompts", "Kept calm\nEnjoyed it", "Looks back twice")
    assert (row.new_risk, row.voice.words, row.author) == (False, "They know me.", phone.worker)
    assert row.occurred_at == row.recorded_at < row.received_at
    assert (row.device, row.device_counter) == (phone.id, 1)
    assert Tally.objects.get().count == 1 and RoutineRecord.objects.get() == row.record


def test_a_card_that_changed_meanwhile_refuses_nothing(phone: Phone, ladder: Any, home: arrange.House) -> None:
    """The step was moved while the phone had no signal: the try is one of the step that was tried."""
    record = tries(phone, ladder)
    arrange.moves(home, ladder.item, 2)
    assert phone.words(record) == ["new"]
    assert Trial.objects.get().stage.text == "Together"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"support": ""}, "Say how it was done."),
        ({"new_risk": ""}, "Say whether there was a new risk."),
        ({"stage": "x"}, "not part of this person's plan"),
        ({"step": "x"}, "not part of this person's plan"),
        ({"risk": "A dog."}, "Say that there is one."),
    ],
)
def test_what_cannot_be_kept_goes_back_with_why(phone: Phone, ladder: Any, told: dict[str, Any], why: str) -> None:
    [(answer, said)] = phone.answers(tries(phone, ladder, **told))
    assert answer == "invalid" and why in said
    assert not Trial.objects.exists() and not RoutineRecord.objects.exists()


def test_a_step_of_somebody_elses_ladder_is_nobodys_to_try(phone: Phone, ladder: Any, home: arrange.House) -> None:
    record = tries(phone, ladder) | {"person": str(home.sam.pk)}
    assert phone.words(record) == ["invalid"]
    assert not Trial.objects.exists()


def test_two_workers_who_record_the_same_try_make_two(phone: Phone, ladder: Any, home: arrange.House) -> None:
    other = Phone(home.tom, home.jo)
    assert phone.words(tries(phone, ladder)) == other.words(tries(other, ladder)) == ["new"]
    assert Trial.objects.count() == 2
