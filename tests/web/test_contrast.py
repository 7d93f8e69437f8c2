"""Every pair of colours that meets on a page can be read, in the light and in the dark: 7:1 for words, 3:1 for frames."""

import pytest

from .sheets import both_themes, fallback, own_colours, ratio

GROUNDS = ("paper", "canvas")
VOICES_AND_STATES = ("person", "circle", "advocate", "professional", "staff", "good", "look", "urgent", "info")
WORDS = [
    *((ink, ground) for ink in ("ink", "ink-2", "link", "action") for ground in GROUNDS),
    *((voice, ground) for voice in VOICES_AND_STATES for ground in (*GROUNDS, f"{voice}-tint")),
    *(("ink", f"{name}-tint") for name in (*VOICES_AND_STATES, "action")),
    ("on-action", "action"),
    ("on-action", "action-hover"),
    ("action", "action-tint"),
]
FRAMES = [("line", ground) for ground in GROUNDS]
LIGHT, DARK = both_themes()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), WORDS)
def test_words_can_be_read(theme, colour, ground):
    assert ratio(theme[colour], theme[ground]) >= 7


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), FRAMES)
def test_frames_of_controls_can_be_seen(theme, colour, ground):
    assert ratio(theme[colour], theme[ground]) >= 3


@pytest.mark.parametrize("ground", ["look-tint", "info-tint", "good-tint"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_links_and_quiet_words_can_be_read_in_a_notice(theme, ground):
    assert min(ratio(theme["link"], theme[ground]), ratio(theme["ink-2"], theme[ground])) >= 4.5


def test_the_focus_ring_can_be_seen_on_any_ground():
    assert ratio(LIGHT["focus"], LIGHT["focus-ink"]) >= 7


@pytest.mark.parametrize("name", sorted(own_colours()))
def test_white_words_can_be_read_on_a_person_s_own_colour(name):
    assert ratio("#FFFFFF", own_colours()[name]) >= 7


def test_there_are_nine_colours_to_choose_from():
    assert len(own_colours()) == 9


def test_older_phones_get_the_light_colours_and_all_of_them():
    assert fallback() == {name: colour for name, colour in LIGHT.items() if DARK[name] != colour}
