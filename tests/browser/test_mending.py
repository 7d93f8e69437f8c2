"""What the server cannot keep as it is: the list says what and why, and the form opens again with what was written."""

import pytest
from playwright.sync_api import expect

from .a_phone import HERE, all_sent, browser, chip, chromium, context, offline, playing, until
from .conftest import Server
from .test_journeys import Taps
from .test_offline_daily import amina, begins

__all__ = ["amina", "browser", "chromium", "context", "playing"]
pytestmark = [pytest.mark.browser]

WENT = "from throughline.practice.models import Activity as A; print([(a.what, a.why) for a in A.objects.all()])"


def test_a_record_that_needs_its_author_is_listed_with_why_and_is_mended(amina: tuple[Taps, Server]) -> None:
    """Jo did not go, and nobody wrote why. It was written without signal, so nobody was told at once."""
    taps, served = amina
    page = taps.page
    offline(page)
    taps = begins(page, "Something Jo went to, or did not")
    taps.write(page.get_by_label("What was it?"), "Swimming")
    taps.tap(page.get_by_label("Jo did not go", exact=True))
    taps.tap(page.get_by_label("Jo’s own choice"))
    taps.button("Keep this")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    page.get_by_role("link", name="Done").tap()
    offline(page, False)
    page.evaluate("() => sendNow()")
    chip(page, "1 need you")
    page.locator("[data-chip] a").tap()
    row = page.locator("[data-list] li")
    expect(row).to_contain_text("Something Jo went to or did")
    expect(row).to_contain_text("Write why")
    row.get_by_role("link", name="Put it right").tap()
    expect(page.get_by_role("alert").filter(has_text="Write why")).to_be_visible()
    expect(page.get_by_label("What was it?")).to_have_value("Swimming")
    expect(page.get_by_label("Jo did not go", exact=True)).to_be_checked()
    page.locator("[name=why]").fill("The pool was shut.")
    taps.button("Keep this")
    page.wait_for_url(lambda address: "/new/" not in address)  # it is kept, and the server's own page stands there
    page.wait_for_load_state("networkidle")
    all_sent(page)
    until(page, "() => queue.all().then((all) => all.every((each) => each.state === 'sent') && all.length === 1)")
    assert served.ask(WENT) == "[('Swimming', 'The pool was shut.')]"
