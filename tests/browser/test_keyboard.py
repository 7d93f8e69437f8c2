"""Forms filled in by keyboard alone. That every box of every form is reached by Tab and shows its focus: `test_every_page.py`."""

import pytest
from playwright.sync_api import Page, expect

from throughline.demo.stories.cast import PASSWORD

from . import by_keyboard
from .by_keyboard import MOST

pytestmark = [pytest.mark.browser]

RUTH, DEMO = "ruth@elm-and-oak.example", "throughline.demo.build:build"


def test_the_check_of_the_forms_finds_what_it_is_for(page: Page) -> None:
    """A button that Tab passes by, a box without a ring; and nothing wrong with what is right."""
    page.set_content("<main><form method=post><input id=name><button id=keep tabindex=-1>Keep</button></form></main>")
    assert by_keyboard.faults_of(page, "it") == ["it: Tab does not reach keep"]
    page.set_content("<main><form method=post><input id=name style='outline:none'><button>Keep</button></form></main>")
    assert by_keyboard.faults_of(page, "it") == ["it: the focus is not seen on name"]
    page.set_content("<main><form method=post><input id=name><button>Keep</button></form></main>")
    assert by_keyboard.faults_of(page, "it") == []


def test_a_note_is_written_and_signed_without_a_mouse(server, page: Page) -> None:
    """From sign-in on: nothing is clicked."""
    served = server(DEMO)
    _sign_in(page, served)
    page.goto(served.url("/record/"))
    _press(page, "a", "note")
    page.wait_for_url("**/note/new/")
    _go_to(page, "", tag="textarea")
    page.keyboard.type("Sat in the garden for an hour.")
    _press(page, "button", "Keep")
    expect(page.get_by_text("Sat in the garden for an hour.").first).to_be_visible()


def test_an_assessment_is_kept_without_a_mouse(server, page: Page) -> None:
    """The longest form that the law asks for: Jo and the dentist, from the people list to the page that says what it came to."""
    served = server(DEMO)
    _sign_in(page, served)
    page.goto(served.url("/people/"))
    for words in ("Jo", "Decisions", "Does Jo see the dentist"):
        _follow(page, words)
    _follow(page, "Assess")
    _write(page, "doubted_because", "Jo turns the photo of the gum over.")
    _write(page, "assessor", "Ruth")
    _write(page, "information", "What the dentist does, with photos")
    for ability in ("understands", "retains", "weighs", "communicates"):
        _go_to_named(page, ability)
        page.keyboard.press("Space")  # the first of them: yes
        _write(page, f"{ability}_seen", "Jo showed it with the photos.")
    _go_to_named(page, "conclusion")
    page.keyboard.press("Space")
    _press(page, "button", "Keep this assessment")
    expect(page.get_by_role("heading", name="Jo can decide this")).to_be_visible()


def test_an_agreement_gets_a_new_version_without_a_mouse(server, page: Page) -> None:
    """What is folded opens by Enter: Ann's agreement, with one more thing that holds when people meet."""
    served = server(DEMO)
    _sign_in(page, served)
    page.goto(served.url("/people/"))
    _follow(page, "Ann")
    _go_to(page, "", tag='a[href$="/circle/"]')  # the tab; "People" stands in the bar too
    page.keyboard.press("Enter")
    page.wait_for_url("**/circle/")
    for words in ("Who takes part", "What was agreed", "Write a new version"):
        _follow(page, words)
    _write(page, "because", "Ann asked for a break.")
    _press(page, "summary", "what holds when people meet")
    _go_to_named(page, "rules")
    page.keyboard.press("Control+End")
    page.keyboard.type("\nAnybody can ask for a break.")
    _go_to_named(page, "answer")
    page.keyboard.press("ArrowDown")  # from "not asked yet" to "agrees"
    _write(page, "words", "A break. Yes.")
    _press(page, "button", "Keep this version")
    expect(page.get_by_role("heading", name="What we agreed")).to_be_visible()
    expect(page.get_by_text("Anybody can ask for a break.")).to_be_visible()
    expect(page.get_by_text("“A break. Yes.”")).to_be_visible()


def _sign_in(page: Page, served) -> None:
    """As Ruth, from the keyboard."""
    page.goto(served.url("/sign-in/"))
    _go_to(page, "Your email address")
    page.keyboard.type(RUTH)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/sign-in/" not in address)


def _follow(page: Page, words: str) -> None:
    """Tab to a link with these words, and go where it leads."""
    here = page.url
    _press(page, "a", words)
    page.wait_for_url(lambda address: address != here)


def _write(page: Page, name: str, words: str) -> None:
    """Tab to a box and type; in a list, typing chooses."""
    _go_to_named(page, name)
    page.keyboard.type(words)


def _go_to_named(page: Page, name: str) -> None:
    """Tab until the box of a field has the focus."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("name => document.activeElement.name === name", name):
            return
    raise AssertionError(f"Tab does not reach {name}")


def _go_to(page: Page, label: str, tag: str = "") -> None:
    """Tab until the box with a label, or the first of a kind, has the focus."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate(
            "([label, tag]) => { const e = document.activeElement;"
            " return tag ? e.matches(tag) : [...(e.labels || [])].some(l => l.textContent.includes(label)); }",
            [label, tag],
        ):
            return
    raise AssertionError(f"Tab does not reach {label or tag}")


def _press(page: Page, tag: str, words: str) -> None:
    """Tab until a link or button with these words has the focus, and press it."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate(
            "([tag, words]) => { const e = document.activeElement; return e.matches(tag) && e.textContent.includes(words); }", [tag, words]
        ):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab does not reach {words}")
