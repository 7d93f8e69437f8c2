"""Journey 3 (`ux.md` 3.4) where there is no signal, on a phone: from start to end in seven taps, found again however the page was left."""

import time

import pytest
from playwright.sync_api import Page, expect

from .a_phone import HERE, all_sent, amina, browser, chromium, context, offline, playing, served  # noqa: F401 - fixtures
from .conftest import Server
from .test_journeys import Taps

pytestmark = [pytest.mark.browser]

KEPT = "from throughline.practice.models import Upset as U; r = U.objects.current().get(); lines = r.lines.order_by('line__part'); "
KEPT += "print(r.fast, [str(each.line) for each in lines], r.seen, r.intensity, U.objects.count())"
TIMES = "from throughline.practice.models import Upset as U; r = U.objects.get(); print(r.ended_at >= r.occurred_at, r.estimated)"
INCIDENT = "from throughline.practice.models import Incident as I; print(I.objects.get().seen)"
SECONDS = 45


def tick(taps: Taps, name: str) -> None:
    """A chip: the whole frame is the target."""
    taps.tap(taps.page.locator("[data-phase=over] label.tick").filter(has_text=name))


def test_journey_3_from_start_to_end(amina: Taps, served: Server) -> None:  # noqa: F811 - the fixtures that are asked for
    """Record, upset, over, a chip each for before, saw and helped, keep: 7 taps of 7, and about 2 seconds of 45 without a thumb's own time.

    The rest is written later on the shift, still without signal; it leaves the phone as one record and what was added to it.
    """
    page, began = amina.page, time.monotonic()
    offline(page)
    amina.place("Record")
    amina.link("Jo is upset")
    expect(page.get_by_role("timer")).to_contain_text("Since")
    expect(page.get_by_role("heading", name="What helps")).to_be_visible()
    amina.button("Over")
    for chip_ in ("Noise", "Humming", "Give the headphones"):
        tick(amina, chip_)
    amina.button("Keep this")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_contain_text("It will send when there is signal.")
    amina.are_at_most(7)
    assert time.monotonic() - began < SECONDS
    page.get_by_role("link", name="Done").tap()
    page.get_by_role("link", name="finish the words").tap()
    page.locator("#finish_seen").fill("Hummed, then sat down.")
    page.get_by_role("button", name="Keep this").tap()
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    page.get_by_role("link", name="Done").tap()
    expect(page.get_by_role("link", name="finish the words")).to_have_count(0)
    offline(page, False)
    all_sent(page)
    assert served.ask(KEPT) == "['noise'] ['Give the headphones', 'Humming'] Hummed, then sat down. None 2"


def test_closed_in_the_middle_the_time_that_runs_is_found_again(amina: Taps, served: Server) -> None:  # noqa: F811
    """The phone was locked, and its browser closed, while it went on and again before it was kept: the start and the chips are there."""
    page = amina.page
    offline(page)
    amina.place("Record")
    amina.link("Jo is upset")
    since = page.get_by_role("timer").text_content() or ""
    page = reopened(page, served)
    page.get_by_role("link", name="Jo has been upset since").tap()
    expect(page.get_by_role("timer")).to_contain_text(since.split(".")[0])
    page.get_by_role("button", name="Over").tap()
    page.locator("[data-phase=over] label.tick").filter(has_text="Noise").tap()
    page = reopened(page, served)
    page.get_by_role("link", name="Jo has been upset since").tap()
    expect(page.get_by_role("checkbox", name="Noise")).to_be_checked()
    page.get_by_role("button", name="Keep this").tap()
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    page.goto(served.url("/today/"))
    expect(page.get_by_role("link", name="Jo has been upset since")).to_have_count(0)
    offline(page, False)
    all_sent(page)
    assert served.ask(TIMES) == "True False"


def reopened(page: Page, house: Server) -> Page:
    """Another page of the same phone, on Today."""
    phone = page.context
    page.close()
    again = phone.new_page()
    again.goto(house.url("/today/"))
    return again


def test_a_slip_of_the_thumb_leaves_no_trace(amina: Taps, served: Server) -> None:  # noqa: F811
    page = amina.page
    amina.place("Record")
    amina.link("Jo is upset")
    page.get_by_role("button", name="Jo is not upset").tap()
    expect(page.get_by_role("button", name="Start the time")).to_be_visible()
    page.goto(served.url("/today/"))
    expect(page.locator("[data-upsets]")).to_be_hidden()


def test_an_incident_without_signal(amina: Taps, served: Server) -> None:  # noqa: F811
    page = amina.page
    offline(page)
    amina.place("Record")
    amina.link("An incident")
    page.get_by_label("A fall").check()
    page.get_by_label("What did you see?").fill("Jo fell.")
    page.get_by_label("What was done at once?").fill("Sat with Jo.")
    amina.button("Keep this")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    offline(page, False)
    all_sent(page)
    assert served.ask(INCIDENT) == "Jo fell."
