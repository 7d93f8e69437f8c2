"""Each macro shows its value; a missing name is loud; what people wrote is escaped; the gallery's pages are whole."""

from dataclasses import fields

import pytest
from django.conf import settings
from django.template import engines
from django.test import RequestFactory
from jinja2 import UndefinedError

from throughline.web import jinja, parts
from throughline.web.gallery import gallery
from throughline.web.gallery.views import SCREENS
from throughline.web.jinja import MARKS
from throughline.web.parts.basics import TONE_ICONS
from throughline.web.shell import NavItem, Shell

from .sheets import STATIC

SOURCE = parts.Source(("said it, 3 March",), parts.Speaker("person", "Jo"))


def show(imported: str, call: str, **values: object) -> str:
    module, name = imported.split(".")
    template = engines["jinja2"].from_string(f'{{% from "components/{module}.jinja" import {name} %}}{call}')
    return template.render(values)


@pytest.fixture
def screen():
    def get(name: str, **query: str) -> str:
        return gallery(RequestFactory().get("/components/", {"screen": name} | query)).content.decode()

    return get


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_every_screen_of_the_gallery_is_whole(screen, name):
    html = screen(name)
    assert html.startswith("<!doctype html>")
    assert html.count("<h1") == 1
    assert 'lang="en-GB"' in html
    assert html.count("button-main") <= 1, "one filled button a screen"


def test_a_name_that_is_missing_is_an_error():
    with pytest.raises(UndefinedError):
        show("button.button", "{{ button(nothing) }}")


def test_an_argument_that_a_macro_does_not_take_is_an_error():
    with pytest.raises(TypeError, match="kind"):
        show("button.button", '{{ button(b, kind="main") }}', b=parts.Button("Keep", "#"))


def test_values_cannot_be_changed():
    for name in parts.__all__:
        made = getattr(parts, name)
        if isinstance(made, type) and hasattr(made, "__dataclass_params__"):
            assert made.__dataclass_params__.frozen, name
            assert fields(made)


def test_the_person_s_words_are_quoted_and_plum():
    html = show("quote.quote", "{{ quote(q) }}", q=parts.Quote("I want a cat.", SOURCE))
    assert "“I\u00a0want a cat.”" in html
    assert "quote-shown" not in html
    assert 'data-voice="person"' in html


def test_what_was_picked_is_theirs_but_not_a_quotation():
    html = show("quote.quote", "{{ quote(q) }}", q=parts.Quote("Swimming, not bowling", SOURCE, how="picked"))
    assert "“" not in html and "quote-shown" not in html


def test_what_was_shown_stands_apart_from_what_somebody_thinks():
    thought = parts.Thought("Amina", "too hot?", "Not checked with Jo yet.")
    html = show("quote.quote", "{{ quote(q) }}", q=parts.Quote("Pushed the plate away", SOURCE, how="showed", thought=thought))
    words, _, thinking = html.partition("</blockquote>")
    assert "quote-shown" in words and "too hot?" not in words
    assert "Amina thinks:" in thinking and "too hot?" in thinking


def test_what_people_wrote_is_escaped():
    nasty = '<script>alert("Jo")</script>'
    quote = show("quote.quote", "{{ quote(q) }}", q=parts.Quote(nasty, parts.Source((nasty,), parts.Speaker("circle", nasty))))
    contribution = show("contribution.contribution", "{{ contribution(c) }}", c=parts.Contribution(nasty, SOURCE))
    assert "<script" not in quote + contribution


def test_a_recording_never_plays_by_itself():
    source = parts.Source(("said it",), sound=parts.Sound("/sound/1", 11, "Hear it"))
    html = show("source.source", "{{ source(s) }}", s=source)
    assert 'preload="none"' in html and "controls" in html and "autoplay" not in html
    assert "Hear it, 0:11" in html


def test_a_person_without_a_photo_has_an_initial_in_their_own_colour():
    html = show("portrait.portrait", "{{ portrait(p) }}", p=parts.Portrait("Ann", own="damson"))
    assert 'data-own="damson"' in html and ">A<" in html


def test_a_voice_has_icon_word_and_colour():
    for party, icon in (("circle", "family"), ("advocate", "advocate"), ("professional", "pro"), ("staff", "staff")):
        html = show("speaker.speaker", "{{ speaker(s) }}", s=parts.Speaker(party, "Priya"))
        assert f'data-voice="{party}"' in html and f"#i-{icon}" in html and "Priya" in html


def test_the_line_breaks_before_a_gap_and_the_gap_says_what_to_do(screen):
    html = screen("thread-gap")
    assert html.count('class="knot knot-before-gap"') == 1
    assert html.count('class="knot knot-gap"') == 2
    assert "No shift card yet." in html and "Make the card" in html


def test_a_thread_knows_which_knot_is_last_and_which_comes_before_a_gap():
    gap = parts.Gap("No card yet.", "Make one.")
    knots = (
        parts.Knot("said", "Said", "now"),
        parts.Knot("do", "Staff do", "not yet", gap=gap),
        parts.Knot("again", "Look again", "later"),
    )
    assert [(knot.before_gap, knot.last) for knot in parts.Thread(knots)] == [(True, False), (False, False), (False, True)]


def test_a_row_of_the_plan_says_in_words_what_the_loops_say(screen):
    html = screen("jo")
    assert "Not yet: What happened" in html and "Yes: Decided" in html


def test_a_long_list_shows_its_ends_and_where_one_is():
    pages = parts.numbered_pages("people", 4, 9, "?page={}".format)
    assert [chip and chip.text for chip in pages.chips] == ["1", None, "3", "4", "5", None, "9"]
    assert pages.before and pages.after and pages.after.href == "?page=5"
    assert parts.numbered_pages("people", 1, 1, "?page={}".format).after is None


def test_a_title_says_thing_person_and_product():
    assert Shell("Quiet afternoon", "Jo").full_title == "Quiet afternoon - Jo - Throughline"
    assert Shell("Sign in", wrong=True).full_title == "Error: Sign in - Throughline"


def test_the_theme_is_the_device_s_until_one_is_chosen(screen):
    assert "data-theme" not in screen("today")
    assert '<html lang="en-GB" data-theme="dark">' in screen("today", theme="dark")
    assert '<html lang="en-GB" data-theme="light">' in screen("cards", theme="dark"), "paper is always light"


def test_the_places_of_the_bar_can_be_reached_on_a_phone():
    shell = Shell("People", nav=(NavItem("people", "People", "/people"),), current="people")
    html = engines["jinja2"].from_string('{% from "layouts/bars.jinja" import top_bar %}{{ top_bar(shell) }}').render({"shell": shell})
    assert html.count('href="/people" aria-current="page"') == 2
    assert '<details class="menu">' in html


def test_every_shape_of_a_state_is_drawn():
    sprites = "".join((STATIC / name).read_text("utf-8") for name in ("icons.svg", "marks.svg"))
    for icon in {*TONE_ICONS.values(), *MARKS} - {""}:
        assert f'id="i-{icon}"' in sprites


def test_templates_are_strict():
    assert settings.TEMPLATES[0]["OPTIONS"]["environment"] == "throughline.web.jinja.environment"


def test_an_area_s_pages_are_found_in_its_own_folder(tmp_path, monkeypatch):
    (tmp_path / "meals" / "jinja2" / "meals").mkdir(parents=True)
    (tmp_path / "meals" / "jinja2" / "meals" / "day.jinja").write_text("{{ day }}", "utf-8")
    monkeypatch.setattr(jinja, "HERE", tmp_path)
    assert jinja.environment().get_template("meals/day.jinja").render(day="Tuesday") == "Tuesday"
