"""What a walk along links never meets: signing in, refusals, forms that came back. Each passes axe, on a phone and on a desk."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.web.arrange import PASSWORD

from . import checks

pytestmark = [pytest.mark.browser]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser in which nothing is kept on the phone first: the form goes to the server at once."""
    fresh = browser.new_context(locale="en-GB", timezone_id="Europe/London", service_workers="block")
    fresh.set_default_timeout(20_000)
    yield fresh
    fresh.close()


SIZES = {"phone": (390, 844), "desk": (1280, 900)}


def signing_in(page: Page, url: Callable[[str], str]) -> Iterator[str]:
    page.goto(url("/sign-in/"))
    yield "the page to sign in on"
    page.get_by_label("Your email address").fill("amina@example.org")
    page.get_by_label("Password").fill("not this one at all")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_text("do not go together").first.wait_for()
    yield "signing in with what does not go together"
    page.get_by_label("Your email address").fill("amina@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)


def refused(page: Page, url: Callable[[str], str]) -> Iterator[str]:
    page.goto(url("/nowhere/"))
    yield "a page that is not there"
    page.goto(url("/homes/new/"))
    yield "a page for another role"
    page.goto(url("/sign-out/"))
    yield "signing out"


def forms_that_came_back(page: Page, url: Callable[[str], str]) -> Iterator[str]:
    page.goto(url("/people/"))
    page.get_by_role("link", name="Jo").first.click()
    page.get_by_role("link", name="Add what Jo said or showed").first.click()
    page.get_by_role("button", name="Keep these words", exact=True).click()
    page.get_by_role("alert").wait_for()
    yield "a voice without words"
    page.get_by_label("Jo’s own words").fill("It gets too loud.")
    address, sent = page.url, page.locator("[name=id]").input_value()
    page.get_by_role("button", name="Keep these words", exact=True).click()
    page.wait_for_url(lambda there: there != address)
    page.goto(address)
    page.evaluate("id => { document.querySelector('[name=id]').value = id; }", sent)
    page.get_by_label("Jo’s own words").fill("It gets too loud, and I want to go out.")
    page.get_by_role("button", name="Keep these words", exact=True).click()
    page.get_by_text("You kept this already.").first.wait_for()
    yield "other words under what is kept already"


def too_much(page: Page, url: Callable[[str], str]) -> Iterator[str]:
    page.get_by_label("Jo’s own words").evaluate("box => { box.value = 'A long day. '.repeat(250000); }")
    page.get_by_role("button", name="Keep these words", exact=True).click()
    page.get_by_text("This was too much for one page").first.wait_for()
    yield "more than a page takes"


@pytest.mark.parametrize("size", SIZES)
def test_what_a_shift_asks_passes_axe(server, sign_in, page: Page, size: str) -> None:
    """Whether two records are the same one, and the words of an upset that are still to come."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    served = server("tests.browser.arranged:asked")
    sign_in(served, "tom@example.org")
    page.goto(served.url(page.locator("a[href$='/twice/']").first.get_attribute("href") or ""))
    faults = everything(page)
    page.goto(served.url("/people/"))
    for link in ("Jo", "Timeline", "Jo was upset", "Finish the words"):
        page.get_by_role("link", name=link).first.click()
    page.get_by_role("button", name="Keep").first.wait_for()
    assert not faults + everything(page)


def everything(page: Page) -> list[str]:
    return [*checks.axe(page), *checks.sideways(page), *checks.structure(page)]


@pytest.mark.parametrize("size", SIZES)
def test_states_that_no_link_leads_to_pass_axe(server, page: Page, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    url, faults, seen = server().url, [], []
    for states in (signing_in, refused, forms_that_came_back, too_much):
        for state in states(page, url):
            faults += [f"{state}: {each}" for each in everything(page)]
            seen.append(state)
    assert not faults, "\n".join(faults)
    assert len(seen) == 8
