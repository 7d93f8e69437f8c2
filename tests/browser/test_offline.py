"""Journeys 1 and 2 (`ux.md` 3.4) where there is no signal, on a phone: within their taps, kept through reload and closing, sent once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect
from tests.web.arrange import PASSWORD

from throughline.base import clock

from .a_phone import (
    AS_A_PHONE,
    HERE,
    KEEP_FROM_SENDING,
    TAKEN_AWAY,
    all_sent,
    amina,
    browser,
    chip,
    chromium,
    context,
    enter,
    offline,
    playing,
    records,
    served,
    taken_along,
)
from .conftest import FLAGS, Server
from .test_journeys import MICROPHONE, Taps

__all__ = ["amina", "browser", "chromium", "context", "playing", "served"]  # fixtures of a phone
pytestmark = [pytest.mark.browser]

VOICES = (
    "from throughline.conversations.models import Voice; print([bool(v.sound) for v in Voice.objects.filter(device_counter__isnull=False)])"
)


def test_journey_1_without_signal(amina: Taps, served: Server) -> None:
    """Two taps and it is saved here, a third says how it was; with signal it goes by itself, once, although two senders woke up."""
    page = amina.page
    offline(page)
    amina.link("Record what happened")
    amina.button("Offered. Jo said yes")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_contain_text("It will send when there is signal.")
    amina.are_at_most(2)
    amina.button("Good")
    expect(page.get_by_text("Added: Good.")).to_be_visible()
    amina.are_at_most(3)
    page.get_by_role("link", name="Done").tap()
    chip(page, "Saved on this phone. 2 to send")
    offline(page, False)
    page.evaluate("() => Promise.all([sendNow(), sendNow()])")
    all_sent(page)
    chip(page, "All sent")
    assert records(served) == "1 2"  # the record, and the same with how it was


def test_journey_1_is_undone_without_signal(amina: Taps, served: Server) -> None:
    page = amina.page
    offline(page)
    amina.link("Record what happened")
    amina.button("Offered. Jo said no")
    amina.button("Undo")
    expect(page.get_by_role("status").filter(has_text="Undone. It is not counted.")).to_be_visible()
    page.get_by_role("link", name="Done").tap()
    expect(page.get_by_role("link", name="Record what happened")).to_be_visible()
    offline(page, False)
    all_sent(page)
    assert records(served) == "0 2"  # both rows stay


def test_journey_1_with_a_reason_without_signal(amina: Taps, served: Server) -> None:
    page = amina.page
    offline(page)
    amina.link("Record what happened")
    amina.button("Not offered. Say why")
    amina.button("Jo was asleep")
    amina.are_at_most(3)
    offline(page, False)
    all_sent(page)
    told = "from throughline.practice.models import RoutineRecord as R; print(R.objects.current().get().why_not)"
    assert served.ask(told) == "asleep"


def test_journey_2_in_jos_own_voice_without_signal(amina: Taps, served: Server) -> None:
    page = amina.page
    offline(page)
    amina.place("Record")
    amina.link("What Jo said or showed")
    amina.button("Jo is OK with this: record")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.wait_for_timeout(1500)
    amina.button("Stop")
    expect(page.get_by_role("status").filter(has_text="Recorded")).to_be_visible()
    amina.button("Keep these words")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    amina.are_at_most(5)
    offline(page, False)
    all_sent(page)
    assert served.ask(VOICES) == "[True]"


def test_a_note_without_signal(amina: Taps, served: Server) -> None:
    page = amina.page
    offline(page)
    amina.link("Write a note about Jo’s day")
    page.get_by_label("What was Jo’s day like?").fill("A quiet day.")
    amina.button("Keep this note")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    expect(page.get_by_text("A quiet day.")).to_be_visible()
    offline(page, False)
    all_sent(page)
    assert served.ask("from throughline.practice.models import DailyNote as N; print(N.objects.get().text)") == "A quiet day."


def test_everything_for_the_shift_opens_without_signal_and_the_rest_says_so(amina: Taps, served: Server) -> None:
    page = amina.page
    offline(page)
    page.reload()
    expect(page.get_by_role("heading", name="Offer Jo a break in the quiet room")).to_be_visible()
    expect(page.get_by_role("blockquote")).to_have_text("“It gets too loud.”")
    page.get_by_role("link", name="Sam", exact=True).tap()
    expect(page.get_by_role("link", name="Sam", exact=True)).to_have_attribute("aria-current", "true")
    page.goto(served.url("/people/"))
    expect(page.get_by_role("heading", name="There is no signal")).to_be_visible()
    page.get_by_role("link", name="Go to Today").tap()
    expect(page.get_by_role("link", name="Record what happened")).to_be_visible()


def test_today_arranges_itself_by_the_phones_clock_and_marks_what_was_recorded_here(amina: Taps) -> None:
    page = amina.page
    offline(page)
    amina.link("Water the plants together")
    amina.button("Offered. Jo said yes")
    page.get_by_role("link", name="Done").tap()
    expect(page.locator("[data-count]").first).to_have_text("1 of 1 recorded")
    page.get_by_text("See what is recorded").tap()
    row = page.get_by_role("link", name="Water the plants together")
    expect(row).to_contain_text(HERE)
    row.tap()
    expect(page.get_by_role("heading", name="What waits on this phone")).to_be_visible()
    expect(page.get_by_role("button", name="Send now")).to_be_visible()
    page.get_by_role("button", name="Send now").tap()
    expect(page.get_by_text("No signal yet.")).to_be_visible()


def test_the_list_moves_on_with_the_phones_clock(server: Callable[..., Server], sign_in: Callable[..., Page]) -> None:
    """Taken along at any hour: at two the break is now; at twenty to three it is past, and tea is now."""
    page = sign_in(server("tests.web.arrange:on_a_timed_shift"), "amina@example.org")
    taken_along(page)
    offline(page)
    now = page.locator("[data-arranged] .now h3")
    page.clock.set_fixed_time(clock.moment(clock.today(), 14, 0))
    page.reload()
    expect(now).to_have_text("Offer Jo a break in the quiet room")
    expect(page.locator('[data-place="next"]')).to_contain_text("Tea in the same chair")
    expect(page.locator("[data-count]").first).to_have_text("0 of 1 recorded")
    page.clock.set_fixed_time(clock.moment(clock.today(), 14, 40))
    page.reload()
    expect(now).to_have_text("Tea in the same chair")
    expect(page.locator('[data-place="open"]')).to_contain_text("Offer Jo a break in the quiet room")
    expect(page.locator("[data-count]").first).to_have_text("0 of 2 recorded")


def test_how_it_was_is_kept_when_the_signal_goes_after_the_record_was_sent(amina: Taps, served: Server) -> None:
    page = amina.page
    amina.link("Record what happened")
    amina.button("Offered. Jo said yes")
    page.wait_for_url("**/r/*/")
    offline(page)
    amina.button("Good")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    offline(page, False)
    all_sent(page)
    told = "from throughline.practice.models import RoutineRecord as R; print(R.objects.current().get().feeling)"
    assert served.ask(told) == "good"


def test_with_signal_one_goes_on_to_the_servers_own_page(amina: Taps, served: Server) -> None:
    page = amina.page
    amina.link("Record what happened")
    amina.button("Offered. Jo said yes")
    page.wait_for_url("**/r/*/")
    expect(page.get_by_role("status")).to_contain_text("Saved at")
    amina.are_at_most(2)
    assert records(served) == "1 1"


def test_what_cannot_be_kept_stays_in_the_form_with_why(amina: Taps) -> None:
    page = amina.page
    amina.place("Record")
    amina.link("What Jo said or showed")
    page.get_by_label("What did you see?").fill("Smiled.")
    amina.button("Keep these words")
    expect(page.get_by_role("alert")).to_contain_text("Write the person's own words")
    expect(page.get_by_label("What did you see?")).to_have_value("Smiled.")


def test_the_server_is_down_and_the_browser_is_closed_and_opened(
    playing: Playwright, chromium: str, served: Server, tmp_path: Path
) -> None:
    """The phone was off. Nothing is lost, and what was written is sent once."""
    phone = {"executable_path": chromium, "args": [*FLAGS, *MICROPHONE], **AS_A_PHONE}
    first = playing.chromium.launch_persistent_context(str(tmp_path / "phone"), **phone)
    page = first.new_page()
    page.goto(served.url("/sign-in/"))
    page.get_by_label("Your email address").fill("amina@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    taken_along(page)
    served.stop()
    page.reload()
    page.get_by_role("link", name="Record what happened").tap()
    page.get_by_role("button", name="Offered. Jo said yes").tap()
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    first.close()
    again = playing.chromium.launch_persistent_context(str(tmp_path / "phone"), **phone)
    page = again.new_page()
    page.goto(served.url("/today/"))
    chip(page, "Saved on this phone. 1 to send")
    served.start()
    page.evaluate("() => sendNow()")
    all_sent(page)
    assert records(served) == "1 1"
    again.close()


def test_signed_out_with_records_unsent_they_are_sealed_for_their_worker(amina: Taps, served: Server) -> None:
    """Tom, on the same phone, sees that somebody's records wait, and nothing of them; Amina's go when she is back."""
    page = amina.page
    offline(page)
    amina.link("Record what happened")
    amina.button("Offered. Jo said yes")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    other = page.context.new_page()
    other.goto(served.url("/waiting/"))
    other.evaluate(KEEP_FROM_SENDING)
    offline(page, False)
    page.goto(served.url("/sign-out/"))
    expect(page.get_by_text("1 not sent yet. They stay on this phone, and only you can send them.")).to_be_visible()
    page.get_by_role("button", name="Sign out now").tap()
    page.wait_for_url("**/sign-in/**")
    assert page.evaluate("() => caches.has('throughline-pages')") is False
    other.close()
    enter(page, served, "tom@example.org")
    taken_along(page)
    page.goto(served.url("/waiting/"))
    expect(page.get_by_text("1 of somebody else wait here too.")).to_be_visible()
    expect(page.get_by_text("Offer Jo a break")).to_have_count(0)
    assert records(served) == "0 0"
    page.goto(served.url("/sign-out/"))
    page.get_by_role("button", name="Sign out now").tap()
    page.wait_for_url("**/sign-in/**")
    enter(page, served, "amina@example.org")
    all_sent(page)
    assert records(served) == "1 1"


def test_access_that_was_taken_away_empties_the_phone_and_holds_what_was_written(amina: Taps, served: Server) -> None:
    page = amina.page
    offline(page)
    amina.link("Record what happened")
    amina.button("Offered. Jo said yes")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    served.ask(TAKEN_AWAY)
    offline(page, False)
    all_sent(page)
    page.evaluate("() => sending.takeAlong(true)")
    kept = page.evaluate("() => caches.open('throughline-pages').then((pages) => pages.keys()).then((all) => all.map((each) => each.url))")
    assert not [each for each in kept if "/p/" in each or "?p=" in each]
    held = "from throughline.sync.models import Held; print([(h.person.name, h.author.name) for h in Held.objects.all()])"
    assert served.ask(held) == "[('Jo', 'Amina')]" and records(served) == "0 0"


def test_after_the_lease_the_phone_shows_nobody(amina: Taps, served: Server) -> None:
    page = amina.page
    page.evaluate("() => queue.note('until', new Date(Date.now() - 1000).toISOString())")
    offline(page)
    page.goto(served.url("/today/"))
    expect(page.get_by_role("heading", name="There is no signal")).to_be_visible()
    assert page.evaluate("() => caches.has('throughline-pages')") is False


def test_without_script_a_step_is_recorded_as_before(amina: Taps, browser: Browser, served: Server) -> None:
    plain = browser.new_context(java_script_enabled=False, storage_state=amina.page.context.storage_state(), locale="en-GB")
    page = plain.new_page()
    page.goto(served.url("/today/"))
    page.get_by_role("link", name="Record what happened").click()
    page.get_by_role("button", name="Offered. Jo said yes").click()
    expect(page.get_by_role("status")).to_contain_text("Saved at")
    expect(page.locator("[data-chip]")).to_be_hidden()
    plain.close()
    assert records(served) == "1 1"
