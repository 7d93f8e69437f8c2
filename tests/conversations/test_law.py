"""What must be written of a voice: pure functions over plain values."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.conversations import law
from throughline.conversations.choices import HowTold

SAID = {"how_told": "said", "words": "Hello", "seen": "", "thought": "", "said_who": False, "late": False, "late_because": ""}
SOME = st.text(min_size=1).filter(str.strip)


@pytest.mark.parametrize(
    ("given_", "fields"),
    [
        ({}, set()),
        ({"words": ""}, {"words"}),
        ({"words": "  "}, {"words"}),
        ({"words": "", "has_sound": True}, set()),
        ({"how_told": "showed", "words": ""}, {"seen"}),
        ({"how_told": "showed", "words": "", "has_sound": True}, {"seen"}),
        ({"how_told": "showed", "words": "", "seen": "Nodded."}, set()),
        ({"how_told": "picked", "words": ""}, {"words"}),
        ({"how_told": "told_by_someone"}, {"told_by"}),
        ({"how_told": "told_by_someone", "said_who": True}, set()),
        ({"how_told": "told_by_someone", "said_who": True, "words": ""}, {"words"}),
        ({"thought": "Tired."}, {"seen"}),
        ({"thought": "Tired.", "seen": "Yawned."}, set()),
        ({"late": True}, {"late_because"}),
        ({"late": True, "late_because": "Off sick."}, set()),
    ],
)
def test_faults_of_a_voice(given_: dict[str, Any], fields: set[str]) -> None:
    assert set(law.voice_faults(**(SAID | given_))) == fields


@given(st.sampled_from(HowTold.values), SOME, SOME)
def test_whoever_says_everything_is_never_sent_back(how: str, words: str, seen: str) -> None:
    told = {"how_told": how, "words": words, "seen": seen, "thought": "", "said_who": True, "late": True, "late_because": "Off sick."}
    assert law.voice_faults(**told) == {}


@given(st.sampled_from(HowTold.values), st.booleans(), st.booleans())
def test_a_thought_never_stands_without_what_was_seen(how: str, who: bool, has_sound: bool) -> None:
    told = SAID | {"how_told": how, "thought": "Tired.", "said_who": who, "has_sound": has_sound}
    assert "seen" in law.voice_faults(**told)


@pytest.mark.parametrize(("after", "late"), [(timedelta(hours=24), False), (timedelta(hours=24, seconds=1), True), (timedelta(0), False)])
def test_later_than_a_day_is_late(after: timedelta, late: bool) -> None:
    said = datetime(2026, 3, 3, 14, tzinfo=UTC)
    assert law.is_late(said, said + after) is late


@given(st.booleans(), st.lists(st.integers(1, 3)))
def test_an_inferred_view_needs_another_observer(own: bool, others: list[int]) -> None:
    counts = law.counts_as_view(own_words=own, author=1, seconded_by=tuple(others))
    assert counts == (own or any(each != 1 for each in others))
