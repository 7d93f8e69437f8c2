"""Journey 12 (`ux.md` 3.4): a try of a step where there is no signal, in five taps; the ladder then says what people could talk about."""

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from .a_phone import HERE, all_sent, browser, chromium, context, offline, playing, taken_along
from .test_journeys import Taps

__all__ = ["browser", "chromium", "context", "playing"]  # a phone without signal, as there

ON_A_LADDER = "tests.web.arrange:on_shift_with_a_ladder"
TRIED = (
    "from throughline.practice.models import Trial as T, RoutineRecord as R; t = T.objects.get(); "
    "print([t.support, t.went_well, t.was_hard, t.new_risk, R.objects.count()])"
)


def test_journey_12_without_signal(server: Callable, sign_in: Callable[..., Page]) -> None:
    served = server(ON_A_LADDER)
    page = sign_in(served, "amina@example.org")
    taken_along(page)
    amina, begun = Taps(page), time.monotonic()
    offline(page)
    amina.link("Record what happened")
    expect(page.get_by_role("heading", name="Step 1: Together")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollHeight") <= 3500
    for chip in ("With prompts", "Kept calm", "Looks back twice"):
        amina.tap(page.get_by_text(chip, exact=True))
    amina.button("No new risk. Save")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    amina.are_at_most(5)
    assert time.monotonic() - begun < 40
    page.get_by_role("link", name="Done").tap()
    expect(page.locator("[data-count]").first).to_have_text("1 of 1 recorded")
    offline(page, False)
    page.evaluate("() => sendNow()")
    all_sent(page)
    assert served.ask(TRIED) == "['prompts', 'Kept calm', 'Looks back twice', False, 1]"


def test_with_signal_one_goes_on_to_the_ladder(server: Callable, sign_in: Callable[..., Page]) -> None:
    served = server(ON_A_LADDER)
    page = sign_in(served, "amina@example.org")
    amina = Taps(page)
    amina.link("Record what happened")
    for chip in ("Alone", "Nothing was hard"):
        amina.tap(page.get_by_text(chip, exact=True))
    amina.button("Yes, a new risk. Save")
    page.wait_for_url("**/ladder/?new=**")
    expect(page.get_by_role("heading", name="Look at the risks again")).to_be_visible()
    expect(page.get_by_text("Jo is on step 1 of 3. 1 of 1 went well.")).to_be_visible()
