"""Journeys 1 and 2 (`ux.md` 3.4), online, on a phone: every tap is counted and may not pass its budget.

Taps are counted from the first screen after signing in. Writing in a box is a tap too: one has to touch it first. How many seconds the
phone itself takes from the first tap on is said with `pytest -s`; a thumb's and a mind's own time is on top of that.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from .conftest import FLAGS, chromium_path

pytestmark = [pytest.mark.browser]

ON_SHIFT = "tests.web.arrange:on_shift"
MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
PHONE = {"width": 390, "height": 844}


@dataclass
class Taps:
    """Somebody's thumb."""

    page: Page
    made: list[str] = field(default_factory=list)
    began: float = 0.0

    def tap(self, what: Locator) -> None:
        self.began = self.began or time.monotonic()
        self.made.append((what.text_content() or "").strip())
        what.tap()

    def write(self, box: Locator, words: str) -> None:
        self.tap(box)
        box.fill(words)

    def button(self, name: str) -> None:
        self.tap(self.page.get_by_role("button", name=name, exact=True))

    def link(self, name: str) -> None:
        self.tap(self.page.get_by_role("link", name=name))

    def place(self, name: str) -> None:
        """A place of the bar at the bottom."""
        self.tap(self.page.get_by_role("navigation", name="Main").get_by_role("link", name=name, exact=True))

    def are_at_most(self, budget: int) -> None:
        print(f"{len(self.made)} taps of {budget}, {time.monotonic() - self.began:.1f} s: {' > '.join(self.made)}")
        assert len(self.made) <= budget, f"{len(self.made)} taps, at most {budget}: {self.made}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium with a microphone that beeps, and nobody to ask whether it may."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=chromium_path(), args=[*FLAGS, *MICROPHONE])
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone."""
    phone = browser.new_context(locale="en-GB", timezone_id="Europe/London", viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    phone.set_default_timeout(10_000)
    yield phone
    phone.close()


@pytest.fixture
def amina(server: Callable, sign_in: Callable) -> Taps:
    """Amina, on shift at Elm House, on Today."""
    served = server(ON_SHIFT)
    page = sign_in(served, "amina@example.org")
    expect(page.get_by_role("link", name="Jo", exact=True)).to_have_attribute("aria-current", "true")
    return Taps(page)


def saved(page: Page) -> None:
    expect(page.get_by_role("status")).to_contain_text("Saved at")


def test_journey_1_break_offered_said_yes(amina: Taps) -> None:
    """Two taps and it is saved; a third says how it was; a fourth would take it back."""
    amina.link("Record what happened")
    amina.button("Offered. Jo said yes")
    saved(amina.page)
    amina.are_at_most(2)
    amina.button("Good")
    expect(amina.page.get_by_text("Good for Jo")).to_be_visible()
    amina.are_at_most(3)
    amina.button("Undo")
    expect(amina.page.get_by_text("Undone. It is not counted")).to_be_visible()


@pytest.mark.parametrize(("answer", "why"), [("Not offered. Say why", "Jo was asleep"), ("We did it a different way", "In another place")])
def test_journey_1_with_a_reason(amina: Taps, answer: str, why: str) -> None:
    amina.link("Record what happened")
    amina.button(answer)
    amina.button(why)
    saved(amina.page)
    expect(amina.page.get_by_text(why)).to_be_visible()
    amina.are_at_most(3)


def test_journey_1_pressed_twice_in_one_moment_is_one_record(amina: Taps) -> None:
    page = amina.page
    amina.link("Record what happened")
    page.get_by_role("button", name="Offered. Jo said yes").dblclick()
    saved(page)
    page.get_by_role("link", name="Done").click()
    expect(page.get_by_text("1 of 1 recorded")).to_be_visible()
    expect(page.get_by_text("Recorded twice")).to_have_count(0)


def test_journey_2_jos_own_voice(amina: Taps) -> None:
    """Record, said or showed, "Jo is OK with this", stop, keep: five taps, and what Jo says."""
    page = amina.page
    amina.place("Record")
    amina.link("What Jo said or showed")
    amina.button("Jo is OK with this: record")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.wait_for_timeout(1500)
    amina.button("Stop")
    expect(page.get_by_role("status").filter(has_text="Recorded")).to_be_visible()
    amina.button("Keep these words")
    page.wait_for_url("**/v/**")
    amina.are_at_most(5)


def test_journey_2_in_writing(amina: Taps) -> None:
    page = amina.page
    amina.place("Record")
    amina.link("What Jo said or showed")
    amina.write(page.get_by_label("Jo’s own words"), "Too loud at dinner.")
    amina.button("Keep these words")
    page.wait_for_url("**/v/**")
    expect(page.get_by_text("“Too loud at dinner.”").first).to_be_visible()
    amina.are_at_most(5)


def test_journey_1_with_jos_own_words(amina: Taps) -> None:
    """What Jo says as the break is offered is written before the one press: three taps."""
    amina.link("Record what happened")
    amina.write(amina.page.get_by_label("What did Jo say?"), "Nice and quiet.")
    amina.button("Offered. Jo said yes")
    saved(amina.page)
    amina.are_at_most(3)
    expect(amina.page.get_by_text("“Nice and quiet.”")).to_be_visible()


def test_journey_2_right_after_a_record(amina: Taps) -> None:
    """What Jo says when the break is offered stays with the record of the break."""
    page = amina.page
    amina.link("Record what happened")
    amina.button("Offered. Jo said yes")
    amina.link("Keep Jo’s own words")
    amina.write(page.get_by_label("What did Jo say?"), "Nice and quiet.")
    amina.button("Keep these words")
    saved(page)
    expect(page.get_by_text("“Nice and quiet.”")).to_be_visible()
    amina.are_at_most(5)
