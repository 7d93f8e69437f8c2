"""What makes a record of an assessment weak: reasons to look again, beside an assessment that counts all the same."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.decisions.test_capacity_law import LACKS, SEEN

from throughline.decisions import law
from throughline.decisions.law import capacity, weak

GOOD = replace(LACKS, tried=(law.Tried(date(2026, 3, 1), "Jo looked twice"),))
WORDS = "Jo named the pain and could not set it beside the visit, three times in a row."


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"abilities": SEEN | {"weighs": ("unable", "Has no insight into the illness")}}, "weak-insight"),
        ({"tried": ()}, "weak-support"),
        ({"tried": (law.Tried(date(2026, 3, 1)),)}, "weak-came-of-it"),
    ],
)
def test_what_is_worth_a_second_look(change: dict[str, Any], code: str) -> None:
    assert weak.warnings(GOOD) == ()
    assert weak.warnings(replace(GOOD, **change)) == (code,)
    assert weak.warnings(replace(GOOD, conclusion="not_concluded", **change)) == ()


def test_insight_beside_another_ability_that_is_missing_is_not_all_there_is() -> None:
    both = SEEN | {"weighs": ("unable", "No insight"), "retains": ("unable", "Gone after a minute, three times")}
    assert weak.warnings(replace(GOOD, abilities=both)) == ()


def test_the_same_words_about_another_question() -> None:
    mine = weak.evidence(GOOD)
    assert weak.warnings(GOOD, earlier=["Something else altogether, about another day and another thing.", mine]) == ("weak-copied",)
    assert weak.warnings(GOOD, earlier=["Something else altogether, about another day and another thing."]) == ()


@pytest.mark.parametrize(
    ("earlier", "copied"),
    [
        (WORDS, True),
        (WORDS.upper().replace(" ", "  "), True),
        (WORDS.replace("visit", "needle"), True),
        ("Jo chose the bus by its photo, and said which day it comes, and what it costs.", False),
    ],
)
def test_words_are_copied_though_somebody_changed_one_of_them(earlier: str, copied: bool) -> None:
    assert weak.is_copied(WORDS, earlier) is copied


def test_a_few_words_can_honestly_be_written_twice() -> None:
    assert not weak.is_copied("Said it back with photos.", "Said it back with photos.")


def test_several_questions_in_one_minute() -> None:
    assert weak.warnings(GOOD, at_once=2) == () and weak.warnings(GOOD, at_once=3) == ("weak-at-once",)


def test_every_warning_has_words_and_none_is_a_fault() -> None:
    assert not weak.WEAK.keys() & capacity.FAULTS.keys()
