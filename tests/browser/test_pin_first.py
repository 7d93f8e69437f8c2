"""Before a phone takes anybody along its worker chooses a PIN, or says that the phone has its own lock; the page says what each means."""

import pytest
from playwright.sync_api import Browser, Page, expect

from .a_phone import OWN_LOCK, browser, chromium, context, enter, offline, playing, served, taken_along, until
from .conftest import Server
from .test_shift_phone import PIN, choose_pin, untouched, write_pin

__all__ = ["browser", "chromium", "context", "playing", "served"]
pytestmark = [pytest.mark.browser]

FIRST = "Before your shift comes to this phone"
SAID = "from throughline.sync.models import OwnLock; print([each.user.name for each in OwnLock.objects.all()])"
NOBODY = (
    "() => Promise.all([queue.about('along'), queue.about('taking'), caches.has('throughline-pages')]).then((kept) => !kept.some(Boolean))"
)


def asked(page: Page, served: Server) -> None:
    """Amina's first Today on this phone; all that it would send by itself is sent."""
    enter(page, served, "amina@example.org")
    expect(page.get_by_role("heading", name=FIRST)).to_be_visible()
    assert page.evaluate("() => sendNow()") == "sent"
    page.wait_for_load_state("networkidle")
    assert page.evaluate(NOBODY)


def test_nobody_is_on_a_phone_before_its_worker_chose_a_pin(page: Page, served: Server) -> None:
    """Chosen, the shift comes along, and after two minutes the PIN is asked for, without signal too."""
    asked(page, served)
    expect(page.get_by_text("A PIN encrypts nothing")).to_be_visible()
    page.get_by_role("link", name="Choose a PIN").tap()
    page.wait_for_url("**/pin/")
    choose_pin(page, served)
    page.goto(served.url("/today/"))
    expect(page.get_by_role("heading", name=FIRST)).to_be_hidden()
    taken_along(page)
    offline(page)
    untouched(page)
    page.goto(served.url("/today/"))
    expect(page.get_by_role("heading", name="Write your PIN")).to_be_visible()
    write_pin(page, PIN)
    expect(page.get_by_role("link", name="Record what happened")).to_be_visible()


def test_a_phone_with_its_own_lock_is_written_down_and_says_that_it_is_open(page: Page, served: Server) -> None:
    """Said once, and kept by the server; the other worker of the same phone is asked for themselves."""
    asked(page, served)
    page.get_by_role("button", name=OWN_LOCK).tap()
    taken_along(page)
    expect(page.get_by_role("heading", name=FIRST)).to_be_hidden()
    expect(page.get_by_text("No PIN here: your pages are open to whoever holds this phone unlocked.")).to_be_visible()
    assert page.evaluate("() => sendNow()") == "sent"
    assert served.ask(SAID) == "['Amina']"
    untouched(page)
    page.reload()
    expect(page.get_by_role("link", name="Record what happened")).to_be_visible()
    page.goto(served.url("/sign-out/"))
    page.get_by_role("button", name="Sign out now").tap()
    page.wait_for_url("**/sign-in/**")
    enter(page, served, "tom@example.org")
    expect(page.get_by_role("heading", name=FIRST)).to_be_visible()
    assert page.evaluate(NOBODY)


def test_at_a_desk_nobody_is_asked(browser: Browser, served: Server) -> None:
    desk = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    page = desk.new_page()
    page.goto(served.url("/sign-in/"))
    page.get_by_label("Your email address").fill("amina@example.org")
    page.get_by_label("Password").fill("a quiet chair by the window")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/today/**")
    until(page, "() => queue.about('along').then(Boolean)")
    expect(page.get_by_role("heading", name=FIRST)).to_be_hidden()
    desk.close()
