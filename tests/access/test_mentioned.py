"""Whether a name stands in words that somebody wrote freely: as it is written down, whole, and no part of a longer one."""

import pytest

from throughline.access import law


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Dan, on the phone.", True),
        ("the doctor and  DAN", True),
        ("Told (Dan).", True),
        ("Danielle, at 9 pm.", False),
        ("Jordan", False),
        ("", False),
    ],
)
def test_a_name_in_some_words(words: str, named: bool) -> None:
    assert law.is_mentioned("Dan", words) is named


def test_a_name_of_two_words_is_found_whole() -> None:
    assert law.is_mentioned("Dan Smith", "We told Dan  Smith.") and not law.is_mentioned("Dan Smith", "We told Dan and Ms Smith.")
    assert not law.is_mentioned(" ", "We told nobody.")
