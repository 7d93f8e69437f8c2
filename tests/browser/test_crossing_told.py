"""A threshold that is crossed is told where the worker ends up: on the page after the form, and for tries of a graded step too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .a_phone import HERE, all_sent, browser, chromium, context, offline, playing, taken_along, until
from .test_journeys import Taps

__all__ = ["browser", "chromium", "context", "playing"]
pytestmark = [pytest.mark.browser]

TALK = "Now: Talk with Jo about the step."
HEARD = "() => queue.all().then((all) => all.length > 0 && all.every((each) => each.state === 'sent' && !each.crossed?.length))"


def test_with_signal_it_stands_on_the_page_to_which_the_form_leads(server: Callable, sign_in: Callable[..., Page]) -> None:
    """Not offered: the next page asks why, and knows nothing of thresholds by itself. Said once."""
    page = sign_in(server("tests.browser.arranged:a_break_that_is_watched"), "amina@example.org")
    taken_along(page)
    amina = Taps(page)
    amina.link("Record what happened")
    amina.button("Not offered. Say why")
    page.wait_for_url("**/add/**")
    told = page.get_by_role("alert").filter(has_text="Now: Ask Ruth how to make room for it.")
    expect(told).to_be_visible()
    expect(told).to_contain_text("Call: Ruth")
    until(page, HEARD)
    amina.button("Jo was asleep")
    page.wait_for_url("**/r/*/")
    expect(page.get_by_role("heading", name="Now: Ask Ruth how to make room for it.")).to_have_count(1)


def test_the_second_try_that_was_stopped_says_what_to_do_without_signal(server: Callable, sign_in: Callable[..., Page]) -> None:
    """One was stopped before, one is stopped here. The server counts the same, and says so when it has it."""
    served = server("tests.browser.arranged:a_watched_ladder")
    page = sign_in(served, "amina@example.org")
    taken_along(page)
    amina = Taps(page)
    offline(page)
    amina.link("Record what happened")
    for chip in ("Stopped early", "Nothing was hard"):
        amina.tap(page.get_by_text(chip, exact=True))
    amina.button("No new risk. Save")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text=TALK)).to_contain_text("Call: Ruth")
    page.get_by_role("link", name="Done").tap()
    offline(page, False)
    page.evaluate("() => sendNow()")
    all_sent(page)
    expect(page.get_by_role("alert").filter(has_text=TALK)).to_be_visible()
    assert served.ask("from throughline.practice.models import Crossing; print(Crossing.objects.count())") == "1"
