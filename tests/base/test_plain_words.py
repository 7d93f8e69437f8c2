"""The words that we do not use are found in every variant, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.base.plain_words import WORDS, lint, suggestion

NOT_OURS = [
    "service user",
    "Service-users",
    "client",
    "Residents",
    "PWS",
    "SU",
    "refused",
    "refusal",
    "non-compliant",
    "noncompliance",
    "declined",
    "challenging behaviour",
    "kicking off",
    "kicked  off",
    "non-verbal",
    "nonverbal",
    "accessed the community",
    "accessing\nthe community",
    "placement",
    "unit",
    "disclosed",
    "presented with",
    "failed",
    "failure",
    "breached",
    "missing data",
    "Click here",
]
OURS = [
    "Jo said no",
    "not valid",
    "a residential street",
    "the community centre",
    "Sue and su",
    "issues",
    "united",
    "presented a cake",
    "failover",
    "a data breach",
    "14 units of alcohol",
    "advance decision to refuse treatment",
    "clientele",
    "verbal",
    "Jo kicked the ball off the roof",
]


@pytest.mark.parametrize("text", NOT_OURS)
def test_is_found(text: str) -> None:
    assert [each.found for each in lint(f"Jo {text}, today")] == [text]


@pytest.mark.parametrize("text", OURS)
def test_is_left_alone(text: str) -> None:
    assert lint(text) == []


def test_findings_come_in_the_order_of_the_text() -> None:
    assert [each.found for each in lint("The resident refused and the client declined")] == ["resident", "refused", "client", "declined"]


def test_an_allowed_term_hides_nothing_beside_it() -> None:
    assert [each.found for each in lint("A data breach; then he refused")] == ["refused"]


def test_a_suggestion_is_one_sentence_about_the_first_word() -> None:
    assert suggestion("Jo refused, and was non-verbal") == "You wrote “refused”. We write: said no."


@pytest.mark.parametrize("text", ["Jo said no.", "The heating failed.", "The unit was cleaned.", ""])
def test_there_is_no_suggestion_where_a_note_may_mean_a_thing(text: str) -> None:
    assert suggestion(text) == ""


@given(st.text())
def test_whatever_people_write_a_finding_is_where_it_says(text: str) -> None:
    for each in lint(text):
        assert text[each.start : each.end] == each.found
        assert each.instead


@given(st.text(alphabet=" .,;:!?\n()“”"), st.sampled_from(NOT_OURS), st.text(alphabet=" .,;:!?\n()“”"))
def test_marks_around_a_word_do_not_hide_it(before: str, word: str, after: str) -> None:
    assert word in [each.found for each in lint(f"{before}{word}{after}")]


@given(st.sampled_from(NOT_OURS), st.sampled_from(["ly", "ism", "x", "7"]))
def test_a_word_inside_another_is_no_finding(word: str, more: str) -> None:
    assert word not in [each.found for each in lint(f"pre{word}{more}")]


def test_every_word_says_what_we_write_instead_and_does_not_need_a_word_of_the_list() -> None:
    for word in WORDS:
        assert word.instead
        assert lint(word.instead) == []
