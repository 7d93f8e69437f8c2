"""A phone, as Amina holds it: a browser with a microphone, what it took along, its signal, and what it has kept."""

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from tests.web.arrange import PASSWORD

from .conftest import FLAGS, Server, chromium_path
from .test_journeys import MICROPHONE, ON_SHIFT, PHONE, Taps

HERE = "Saved on this phone at"
OWN_LOCK = "This phone has its own lock"
RECORDS = "from throughline.practice.models import RoutineRecord as R; print(R.objects.current().count(), R.objects.count())"
# Keeps everybody on this phone from sending, as a line that stalls would; answers when it does.
KEEP_FROM_SENDING = (
    "() => new Promise((kept) => navigator.locks.request('throughline-sending', () => { kept(); return new Promise(() => {}); }))"
)
AS_A_PHONE = {"locale": "en-GB", "timezone_id": "Europe/London", "viewport": PHONE, "has_touch": True, "is_mobile": True}
TAKEN_AWAY = """
from throughline.access import actions, queries
from throughline.accounts.models import User
ruth, amina = (User.objects.get(email=f"{name}@example.org") for name in ("ruth", "amina"))
for each in queries.assignments(ruth, amina):
    actions.end_assignment(assignment=each, by=ruth)
"""


@pytest.fixture(scope="module")
def playing() -> Iterator[Playwright]:
    with sync_playwright() as play:
        yield play


@pytest.fixture(scope="module")
def chromium() -> str:
    return chromium_path()


@pytest.fixture(scope="module")
def browser(playing: Playwright, chromium: str) -> Iterator[Browser]:
    """Chromium with a microphone that beeps."""
    opened = playing.chromium.launch(executable_path=chromium, args=[*FLAGS, *MICROPHONE])
    yield opened
    opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    phone = browser.new_context(**AS_A_PHONE)  # type: ignore[arg-type]
    phone.set_default_timeout(10_000)
    yield phone
    phone.close()


@pytest.fixture
def served(server: Callable[..., Server]) -> Server:
    return server(ON_SHIFT)


@pytest.fixture
def amina(served: Server, sign_in: Callable[..., Page]) -> Taps:
    """Amina on Today, with everything for her shift on the phone."""
    page = sign_in(served, "amina@example.org")
    taken_along(page)
    return Taps(page)


def taken_along(page: Page) -> None:
    """Until the pages of the shift are on the phone, and the service worker stands before every page."""
    page.wait_for_url("**/today/**")  # the queue is told of on pages behind the sign-in
    own_lock(page)
    until(page, "() => queue.about('along').then((along) => Boolean(along && navigator.serviceWorker.controller))", 60)


def own_lock(page: Page) -> None:
    """Whoever holds the phone says that it has its own lock, where they are asked."""
    asks = "document.querySelector('[data-pin-first]:not([hidden])')"
    until(page, f"() => lock.settled().then((settled) => settled || Boolean({asks}))")
    if (button := page.get_by_role("button", name=OWN_LOCK)).is_visible():
        button.click()


def until(page: Page, true: str, seconds: float = 30) -> None:
    """Until what a page promises is true. `wait_for_function` takes the promise itself for an answer."""
    end = time.monotonic() + seconds
    while not page.evaluate(true):
        assert time.monotonic() < end, f"not in {seconds} seconds: {true}"
        page.wait_for_timeout(100)


def offline(page: Page, off: bool = True) -> None:
    page.context.set_offline(off)


def chip(page: Page, words: str) -> None:
    expect(page.locator("[data-chip]")).to_contain_text(words)


def all_sent(page: Page) -> None:
    until(page, "() => queue.unsent().then((unsent) => unsent.length === 0)")


def records(served: Server) -> str:
    """How many stand, and how many rows there are."""
    return served.ask(RECORDS)


def enter(page: Page, served: Server, email: str) -> None:
    page.goto(served.url("/sign-in/"))
    page.get_by_label("Your email address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).tap()
    page.wait_for_url("**/today/**")
