"""Where there is no signal the phone counts by itself: what to do and who to call stand there at once, and again when it is sent."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from throughline.base import clock
from throughline.web.forms.reading import read_day, read_time

from .a_phone import HERE, all_sent, browser, chromium, context, offline, playing, taken_along, until
from .conftest import Server
from .test_journeys import Taps

__all__ = ["browser", "chromium", "context", "playing"]
pytestmark = [pytest.mark.browser]

WATCHED = "tests.browser.arranged:watched"
CROSSINGS = "from throughline.practice.models import Crossing; print(Crossing.objects.count())"


@pytest.fixture
def served(server: Callable[..., Server]) -> Server:
    return server(WATCHED)


@pytest.fixture
def amina(served: Server, sign_in: Callable[..., Page]) -> Taps:
    page = sign_in(served, "amina@example.org")
    taken_along(page)
    return Taps(page)


def test_the_second_missed_medicine_in_a_week_says_what_to_do(amina: Taps, served: Server) -> None:
    """One was known when the page was taken along, one is written here; the server counts the same."""
    page = amina.page
    offline(page)
    amina.place("Record")
    amina.tap(page.get_by_text("More", exact=True))
    amina.link("Medicine that was missed")
    amina.write(page.get_by_label("Which medicine was missed?"), "The evening tablet.")
    amina.tap(page.get_by_text("It was forgotten"))
    amina.button("Keep this")
    notice = page.get_by_role("status").filter(has_text="Now: Ring the GP the same day.")
    expect(notice).to_contain_text("Call: Ruth, then on call.")
    amina.are_at_most(7)
    page.get_by_role("link", name="Done").tap()
    offline(page, False)
    page.evaluate("() => sendNow()")
    all_sent(page)
    expect(page.get_by_role("alert").filter(has_text="Now: Ring the GP the same day.")).to_be_visible()
    assert served.ask(CROSSINGS) == "1"


def misses_a_tablet(worker: Taps, days_ago: int) -> None:
    """Written down now, and due at nine in the evening of a day that is over."""
    page, due = worker.page, clock.today() - timedelta(days=days_ago)
    page.get_by_role("link", name="Record", exact=True).tap()
    worker.tap(page.get_by_text("More", exact=True))
    worker.link("Medicine that was missed")
    worker.write(page.get_by_label("Which medicine was missed?"), "The evening tablet.")
    worker.tap(page.get_by_text("It was forgotten"))
    worker.tap(page.get_by_text("When it was due, and more about why"))
    for box, value in (("Day", str(due.day)), ("Month", f"{due:%B}"), ("Year", str(due.year)), ("Time", "9pm")):
        page.get_by_label(box, exact=True).fill(value)
    worker.button("Keep this")


def test_medicine_that_is_written_down_late_counts_when_it_was_due(amina: Taps, served: Server) -> None:
    """Jo missed one three days ago. What was due twelve days ago shares no week with it, though both are known now; nine days ago does."""
    page = amina.page
    offline(page)
    misses_a_tablet(amina, days_ago=12)
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    page.wait_for_timeout(500)
    expect(page.get_by_text("Now: Ring the GP the same day.")).to_be_hidden()
    page.get_by_role("link", name="Done").tap()
    misses_a_tablet(amina, days_ago=9)
    expect(page.get_by_role("status").filter(has_text="Now: Ring the GP the same day.")).to_be_visible()
    offline(page, False)
    all_sent(page)
    assert served.ask(CROSSINGS) == "1"


def test_days_and_times_are_read_on_the_phone_as_the_server_reads_them(amina: Taps) -> None:
    """In summer and in winter, as words and as figures; what is no time is left to the server."""
    read = "(boxes) => writtenMoment(boxes, 'x')"
    for day, month, year, at in (
        ("3", "March", "2026", "2:30pm"),
        ("19", "5", "2026", "14.30"),
        ("1", "jul", "2025", "midday"),
        ("2", "1", "2026", "0905"),
    ):
        boxes = {"x_day": day, "x_month": month, "x_year": year, "x_time": at}
        expected = clock.moment(read_day(day, month, year), read_time(at).hour, read_time(at).minute)
        assert amina.page.evaluate(read, boxes) == expected.timestamp() * 1000
    whole_day = {"x_day": "3", "x_month": "3", "x_year": "2026", "x_time": ""}
    assert amina.page.evaluate(read, whole_day) == clock.moment(read_day("3", "3", "2026"), 23, 59).timestamp() * 1000
    assert amina.page.evaluate(f"(boxes) => Number.isNaN(({read})(boxes))", whole_day | {"x_time": "soon"}) is True


@pytest.fixture
def on_shift(server: Callable[..., Server], sign_in: Callable[..., Page]) -> Taps:
    page = sign_in(server("tests.browser.arranged:watched_upsets"), "amina@example.org")
    taken_along(page)
    return Taps(page)


def test_the_second_upset_in_a_week_says_what_to_do(on_shift: Taps) -> None:
    """The count is the phone's own; with signal the server says the same on the page of the upset."""
    page = on_shift.page
    offline(page)
    on_shift.place("Record")
    on_shift.link("Jo is upset")
    on_shift.button("Over")
    on_shift.tap(page.locator("[data-phase=over] label.tick").filter(has_text="Noise"))
    on_shift.button("Keep this")
    said = page.get_by_role("status").filter(has_text="Now: Ask Jo what was too much.")
    expect(said).to_contain_text("Call: Ruth")
    page.get_by_role("link", name="Done").tap()
    offline(page, False)
    page.evaluate("() => sendNow()")
    all_sent(page)
    assert page.evaluate("() => queue.all().then(([one]) => lasted(one))") == 1  # its times are known here after it was sent
    assert page.evaluate("() => queue.all().then(([one]) => Boolean(one.fields.started_at && one.fields.ended_at))") is True
    hour = "{ fields: { started_at: '2026-05-19T14:00:00Z', ended_at: '2026-05-19T15:00:00Z' } }"
    assert page.evaluate(f"() => lasted({hour})") == 60
    page.goto(page.url.split("/today")[0] + page.evaluate("() => queue.all().then((all) => all[0].then)"))
    expect(page.locator("main")).to_contain_text("Now: Ask Jo what was too much.")


def test_the_third_fall_says_what_to_do_where_there_is_no_signal(on_shift: Taps) -> None:
    page = on_shift.page
    offline(page)
    on_shift.place("Record")
    on_shift.tap(page.get_by_text("More", exact=True))
    on_shift.link("An incident")
    on_shift.tap(page.get_by_text("A fall", exact=True))
    on_shift.write(page.get_by_label("What did you see?"), "On the stairs.")
    on_shift.write(page.get_by_label("What was done at once?"), "Sat down together.")
    on_shift.button("Keep this")
    expect(page.get_by_role("status").filter(has_text="Now: Ask for a falls check.")).to_contain_text("Call: Ruth")


def test_a_check_in_that_does_not_come_is_noticed_by_the_phone(amina: Taps) -> None:
    page = amina.page
    offline(page)
    row = page.get_by_role("link", name="Check-in with Jo, by text")
    page.clock.set_fixed_time(clock.moment(clock.today(), 17, 59))
    page.reload()
    expect(row).to_contain_text("Expected at 6pm")
    page.clock.set_fixed_time(clock.moment(clock.today(), 18, 5))
    page.reload()
    expect(row).to_contain_text("No check-in yet, expected at 6pm")
    page.clock.set_fixed_time(clock.moment(clock.today(), 18, 31))
    page.reload()
    expect(row).to_contain_text("No check-in since 6pm. Ring Jo.")
    row.tap()
    amina.button("Jo answered")
    until(page, "() => queue.unsent().then((unsent) => unsent.length === 1)")
    page.get_by_role("link", name="Done").tap()
    expect(row).to_contain_text("Saved on this phone")
