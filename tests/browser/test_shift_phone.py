"""A phone that is shared: journey 4 (`ux.md` 3.4), the handover without signal, the PIN, and what stays when its worker leaves it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from throughline.base import clock

from .a_phone import (
    HERE,
    KEEP_FROM_SENDING,
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
from .conftest import Server
from .test_journeys import Taps

__all__ = ["amina", "browser", "chromium", "context", "playing", "served"]  # the phone and its worker

pytestmark = [pytest.mark.browser]

PIN, READ = "4071", "I have read this"
BOOK = "() => Promise.all([queue.all(), queue.names('seal:')]).then(([records, keys]) => JSON.stringify(records) + keys.join())"
READINGS = (
    "from throughline.workforce.models import CardReading as C; from throughline.practice.models import HandoverReading as H;"
    " print(C.objects.count(), sorted({(h.author.name, h.person.name) for h in H.objects.all()}))"
)
PASS = """
from datetime import timedelta
from throughline.accounts.models import User
from throughline.base import clock
from throughline.people.models import Person
from throughline.plan import actions as plan
from throughline.plan.parts import Line
from throughline.workforce import actions
ruth = User.objects.get(email="ruth@example.org")
until, jo = clock.now() + timedelta(hours=8), Person.objects.get(name="Jo")
lines = [Line(part="do", text="One voice")]
card = plan.begin(person=jo, kind="what_helps", title="What helps", lines=lines, by=ruth)
plan.publish(version=card, message="From today", by=ruth)
made = actions.make_pass(people=[jo], name="Kim", agency="Swift", from_at=clock.now(), until_at=until, by=ruth)
print(made.link, made.code)
"""


def choose_pin(page: Page, served: Server) -> None:
    page.goto(served.url("/pin/"))
    page.get_by_label("PIN, 4 to 8 figures").fill(PIN)
    page.get_by_label("The same again").fill(PIN)
    page.get_by_role("button", name="Keep this PIN").tap()
    expect(page.get_by_role("status").filter(has_text="This phone has your PIN now.")).to_be_visible()


def write_pin(page: Page, pin: str) -> None:
    page.get_by_label("PIN", exact=True).fill(pin)
    page.get_by_role("button", name="Go on").tap()


def untouched(page: Page) -> None:
    """As if nobody had touched it for three minutes. The page that is open has noted by then that it was opened."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => queue.note('touched', Date.now() - 3 * 60 * 1000)")


def record_a_break(worker: Taps) -> None:
    worker.link("Record what happened")
    worker.button("Offered. Jo said yes")
    expect(worker.page.get_by_role("status").filter(has_text=HERE)).to_be_visible()


def sign_out(page: Page, served: Server) -> None:
    page.goto(served.url("/sign-out/"))
    page.get_by_role("button", name="Sign out now").tap()
    page.wait_for_url("**/sign-in/**")


def test_journey_4_arrive_from_an_agency_and_read_first(page: Page, served: Server) -> None:
    """The square, the code; then two cards and "I have read this", without signal, far within the 90 seconds for each person."""
    link, code = served.ask(PASS).split()
    begun = clock.now()
    page.goto(served.url(f"/pass/{link}/"))
    worker = Taps(page)
    worker.write(page.get_by_role("textbox"), code)
    worker.button("Start")
    taken_along(page)
    offline(page)
    for left in ("Still to read: 1", None):
        worker.tap(page.locator("[data-changed] li:not([hidden]) a").first)
        worker.button(READ)
        expect(page.get_by_role("heading", name="You have read this card")).to_be_visible()
        worker.tap(page.get_by_role("link", name="Done"))
        if left:
            expect(page.locator("[data-changed]")).to_contain_text(left)
    expect(page.locator("[data-changed]")).to_be_hidden()
    worker.are_at_most(8)
    assert clock.now() - begun < timedelta(seconds=90)
    offline(page, False)
    all_sent(page)
    assert served.ask(READINGS).startswith("2 ")


def test_the_handover_is_read_without_signal(amina: Taps, served: Server) -> None:
    page = amina.page
    offline(page)
    amina.place("Handover")
    expect(page.get_by_role("heading", name="Sam")).to_be_visible()
    amina.button(READ)
    expect(page.get_by_role("heading", name="You have read the handover")).to_be_visible()
    amina.are_at_most(2)
    offline(page, False)
    all_sent(page)
    assert served.ask(READINGS) == "0 [('Amina', 'Jo'), ('Amina', 'Sam')]"


def test_own_words_straight_after_a_record_stay_with_it_without_signal(amina: Taps, served: Server) -> None:
    page = amina.page
    offline(page)
    record_a_break(amina)
    amina.link("Keep Jo’s own words")
    amina.write(page.get_by_label("Jo’s own words"), "Nice and quiet.")
    amina.button("Keep these words")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    offline(page, False)
    all_sent(page)
    told = "from throughline.practice.models import RoutineRecord as R; print(R.objects.current().get().voice.words)"
    assert served.ask(told) == "Nice and quiet."


def test_a_phone_that_nobody_touched_opens_with_its_pin_alone(amina: Taps, served: Server) -> None:
    """With signal and without, whatever page is asked for; and what was being written stays under the cover."""
    page = amina.page
    choose_pin(page, served)
    page.goto(served.url("/today/"))
    amina.link("Write a note about Jo’s day")
    page.get_by_label("What was Jo’s day like?").fill("A quiet day.")
    page.evaluate("() => lock.cover()")
    expect(page.get_by_label("PIN", exact=True)).to_be_visible(timeout=15_000)
    expect(page.get_by_label("What was Jo’s day like?")).to_be_hidden()
    offline(page)
    page.goto(served.url("/today/"))
    expect(page.get_by_role("heading", name="Write your PIN")).to_be_visible()
    expect(page.get_by_text("Jo", exact=True)).to_have_count(0)
    write_pin(page, "0000")
    expect(page.get_by_role("status")).to_contain_text("This is not the PIN.")
    write_pin(page, PIN)
    expect(page.get_by_role("link", name="Record what happened")).to_be_visible()
    offline(page, False)
    untouched(page)
    page.goto(served.url("/people/"))
    write_pin(page, PIN)
    expect(page.get_by_role("heading", name="People")).to_be_visible()


def test_after_five_wrong_pins_one_signs_in_again_and_nothing_is_lost(amina: Taps, served: Server) -> None:
    page = amina.page
    choose_pin(page, served)
    page.goto(served.url("/today/"))
    offline(page)
    record_a_break(amina)
    untouched(page)
    page.goto(served.url("/today/"))
    for _ in range(5):
        write_pin(page, "0000")
        page.wait_for_function("() => document.querySelector('[data-pin-ask] input').value === ''")
    expect(page.get_by_role("heading", name="Sign in again")).to_be_visible()
    assert "Offered" not in (kept := page.evaluate(BOOK)) and "said_yes" not in kept and "seal:" not in kept
    page.get_by_role("button", name="Sign in again").tap()
    expect(page.get_by_role("status")).to_contain_text("There is no signal.")
    offline(page, False)
    page.goto(served.url("/today/"))
    expect(page.get_by_role("heading", name="Sign in again")).to_be_visible()
    page.get_by_role("button", name="Sign in again").tap()
    page.wait_for_url("**/sign-in/**")
    enter(page, served, "amina@example.org")
    all_sent(page)
    assert records(served) == "1 1"


def test_what_is_unsent_at_sign_out_is_encrypted_until_its_worker_is_back(amina: Taps, served: Server) -> None:
    """Nothing of it can be read in the phone's store, by the next worker or by whoever opens it; then it is sent, once."""
    page = amina.page
    offline(page)
    record_a_break(amina)
    other = page.context.new_page()
    other.goto(served.url("/waiting/"))
    other.evaluate(KEEP_FROM_SENDING)
    offline(page, False)
    page.goto(served.url("/sign-out/"))
    expect(page.get_by_text("1 not sent yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Send now")).to_be_visible()
    page.get_by_role("button", name="Sign out now").tap()
    page.wait_for_url("**/sign-in/**")
    other.close()
    enter(page, served, "tom@example.org")
    taken_along(page)
    kept = page.evaluate(
        "() => queue.all().then((all) => all.filter((each) => each.worker !== WORKER).map((each) => Object.keys(each).sort().join()))"
    )
    assert kept == ["counter,files,id,parts,recorded_at,sealed,sent_at,state,worker"]
    record_a_break_of_toms = Taps(page)
    record_a_break_of_toms.link("Record what happened")
    record_a_break_of_toms.button("Offered. Jo said no")
    page.wait_for_url("**/r/*/")
    assert records(served) == "1 1"  # Tom's alone
    sign_out(page, served)
    enter(page, served, "amina@example.org")
    all_sent(page)
    assert records(served) == "2 2"
    chip(page, "All sent")


def test_what_is_being_taken_along_for_one_worker_is_not_taken_for_the_next_ones(amina: Taps) -> None:
    """Amina leaves the phone while her shift is still coming in: nothing says afterwards that a shift is on it."""
    noted = amina.page.evaluate("""async () => {
      const going = sending.takeAlong(true);
      while (!(await queue.about("taking"))) await new Promise((on) => setTimeout(on, 5));
      await sending.leave();
      await going;
      return [await queue.about("along"), await queue.about("taking"), await caches.has("throughline-pages")];
    }""")
    assert noted == [None, None, False]


def test_without_signal_the_day_before_can_be_finished_after_midnight(server: Callable[..., Server], sign_in: Callable[..., Page]) -> None:
    page = sign_in(server("tests.web.arrange:on_a_timed_shift"), "amina@example.org")
    taken_along(page)
    offline(page)
    page.clock.set_fixed_time(clock.moment(clock.today() + timedelta(days=1), 0, 20))
    page.reload()
    expect(page.locator("[data-other-day]")).to_be_visible()
    open_ = page.locator('[data-place="open"]')
    expect(open_).to_contain_text("Tea in the same chair")
    expect(page.locator('[data-place="next"]')).to_contain_text("Tea in the same chair")
    assert f"day={clock.today()}" in (open_.get_by_role("link", name="Tea in the same chair").get_attribute("href") or "")


def test_what_was_on_its_way_when_its_worker_left_is_never_wiped(amina: Taps, served: Server) -> None:
    """The answer that it cannot be kept comes after it was shut away: its words are nowhere else. Back again, it goes."""
    page = amina.page
    offline(page)
    amina.link("Record what happened")
    amina.button("Offered. Jo said yes")
    expect(page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    after = """async () => {
      await sealing.seal();
      const [one] = await queue.all();
      await queue.settle(one.id, { state: "needs", why: ["Open Today again."] });
      const [then] = await queue.all();
      return [Boolean(then.sealed), then.state];
    }"""
    assert page.evaluate(after) == [True, "here"]
    offline(page, False)
    page.evaluate("() => sendNow()")
    all_sent(page)
    assert records(served) == "1 1"
