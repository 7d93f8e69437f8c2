"""Journey 2 (`ux.md` 3.4): the person's own voice, in five presses and what they say. With a microphone that Chromium makes up."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.web.arrange import PASSWORD

from .conftest import FLAGS, chromium_path

pytestmark = [pytest.mark.browser]

MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium with a microphone that beeps, and nobody to ask whether it may."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=chromium_path(), args=[*FLAGS, *MICROPHONE])
        yield chromium
        chromium.close()


@pytest.fixture
def capture(server: Callable, sign_in: Callable, page: Page) -> Page:
    """The page on which Jo's words are written down, opened by Amina."""
    served = server()
    sign_in(served, "amina@example.org", PASSWORD)
    page.goto(served.url(voice_new(page, served)))
    return page


def voice_new(page: Page, served: object) -> str:
    """The address of the form, found through Jo's page."""
    page.goto(served.url("/people/"))  # type: ignore[attr-defined]
    page.get_by_role("link", name="Jo").first.click()
    return page.get_by_role("link", name="Add what Jo said or showed").first.get_attribute("href") or ""


def record(page: Page, seconds: float = 1.5) -> None:
    page.get_by_role("button", name="Jo is OK with this: record").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.wait_for_timeout(seconds * 1000)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("status").filter(has_text="Recorded")).to_be_visible()


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep these words").first.click()
    page.wait_for_url("**/v/**")


def test_it_is_recorded_played_back_and_kept_in_three_presses(capture: Page) -> None:
    """After "+ Record" and "said or showed" there are three: record, stop, keep. Nothing has to be written."""
    record(capture)
    player = capture.get_by_label("What was just recorded")
    expect(player).to_be_visible()
    assert player.evaluate("each => each.paused && each.src.startsWith('blob:')")  # it can be heard, and does not start by itself
    keep(capture)
    expect(capture.get_by_text("No words yet.")).to_be_visible()
    expect(capture.get_by_text("Jo was asked first and was OK with it.")).to_be_visible()


def test_what_was_kept_can_be_heard(capture: Page) -> None:
    record(capture)
    keep(capture)
    capture.get_by_text("Hear Jo").first.click()
    heard = """each => new Promise((yes, no) => {
        each.onloadedmetadata = () => yes(true); each.onerror = () => no(each.error.message); each.load(); })"""
    assert capture.locator(".quote audio").first.evaluate(heard)


def test_it_can_be_thrown_away_before_anything_is_kept(capture: Page) -> None:
    record(capture)
    capture.get_by_role("button", name="Throw it away").click()
    expect(capture.get_by_role("status").filter(has_text="thrown away")).to_be_visible()
    assert capture.evaluate("document.querySelector('[name=sound]').files.length") == 0
    assert capture.locator("[name=basis]:checked").count() == 0


def test_typed_words_and_the_clip_are_both_kept(capture: Page) -> None:
    record(capture)
    capture.get_by_label("Jo’s own words").fill("It gets too loud.")
    keep(capture)
    expect(capture.get_by_text("“It gets too loud.”")).to_be_visible()
    expect(capture.get_by_text("Hear Jo").first).to_be_visible()


def test_without_a_microphone_it_says_what_to_do(capture: Page) -> None:
    capture.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('none')) }")
    capture.get_by_role("button", name="Jo is OK with this: record").click()
    expect(capture.get_by_role("status").filter(has_text="cannot be used here")).to_be_visible()
    expect(capture.get_by_label("A recording")).to_be_visible()


def test_without_script_words_can_be_written_and_files_chosen(capture: Page, browser: Browser) -> None:
    plain: BrowserContext = browser.new_context(java_script_enabled=False, storage_state=capture.context.storage_state(), locale="en-GB")
    page = plain.new_page()
    page.goto(capture.url)
    expect(page.get_by_role("button", name="Jo is OK with this: record")).to_be_hidden()
    page.get_by_text("Add a photo, or a recording made elsewhere").click()
    expect(page.get_by_label("A recording")).to_be_visible()
    page.get_by_label("Jo’s own words").fill("Stop.")
    keep(page)
    expect(page.get_by_text("“Stop.”")).to_be_visible()
    plain.close()
