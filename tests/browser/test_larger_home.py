"""A phone that cannot take a whole home along says so, and whom it left can be asked for."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .a_phone import browser, chromium, context, offline, playing, taken_along, until
from .conftest import Server

__all__ = ["browser", "chromium", "context", "playing"]
pytestmark = [pytest.mark.browser]


@pytest.fixture
def phone(server: Callable[..., Server], sign_in: Callable[..., Page]) -> Page:
    """Amina's, at a home of nineteen."""
    page = sign_in(server("tests.browser.arranged:a_larger_home"), "amina@example.org")
    taken_along(page)
    return page


def test_who_is_not_on_the_phone_is_named_on_today_and_can_be_taken_along(phone: Page) -> None:
    """Without signal too. Sam is asked for by name, with signal, and opens without."""
    offline(phone)
    phone.reload()
    told = phone.locator("[data-along]")
    expect(told).to_contain_text("Not on this phone: Quin, Roz, Sam. Without signal you cannot open their pages.")
    told.get_by_role("link", name="See who is on it").tap()
    here, not_here = phone.locator("[data-people]"), phone.locator("[data-left]")
    expect(here.get_by_role("link")).to_have_count(16)
    expect(not_here.get_by_role("button")).to_have_text(["Take Quin along", "Take Roz along", "Take Sam along"])
    offline(phone, False)
    not_here.get_by_role("button", name="Take Sam along").tap()
    expect(phone.get_by_role("status").filter(has_text="Sam comes along as soon as there is signal.")).to_be_visible()
    expect(here.get_by_role("link", name="Sam")).to_be_visible(timeout=60_000)
    expect(not_here.get_by_role("button", name="Take Sam along")).to_have_count(0)
    offline(phone)
    here.get_by_role("link", name="Sam").tap()
    expect(phone.get_by_role("link", name="Write a note about Sam’s day")).to_be_visible()


def test_who_is_on_the_phone_leaves_it_with_its_worker(phone: Page) -> None:
    """Names are care data like any other."""
    phone.evaluate("() => queue.note('first', 'somebody')")
    phone.evaluate("() => sending.leave()")
    until(phone, "() => Promise.all([queue.about('along'), queue.about('first')]).then((kept) => !kept.some(Boolean))")
