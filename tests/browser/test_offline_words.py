"""Journey 1 with what Jo says, where there is no signal: three taps, and the words go with the record that they belong to."""

from playwright.sync_api import expect

from .a_phone import all_sent, amina, browser, chromium, context, offline, playing, served
from .conftest import Server
from .test_journeys import Taps

__all__ = ["amina", "browser", "chromium", "context", "playing", "served"]  # fixtures of a phone


def test_what_jo_says_goes_with_the_same_press(amina: Taps, served: Server) -> None:
    """What Jo says as the break is offered goes with the same press; the sheet lies on the phone and may be pressed again tomorrow."""
    page = amina.page
    offline(page)
    amina.link("Record what happened")
    amina.write(page.get_by_label("What did Jo say?"), "Nice and quiet.")
    amina.button("Offered. Jo said yes")
    amina.are_at_most(3)
    expect(page.get_by_text("Nice and quiet.")).to_be_visible()
    offline(page, False)
    page.evaluate("() => sendNow()")
    all_sent(page)
    assert served.ask("from throughline.practice.models import RoutineRecord as R; print(R.objects.get().voice.words)") == "Nice and quiet."
