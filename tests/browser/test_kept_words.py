"""Words outlive the session in which they were written: in this tab, for whoever wrote them, until they are saved or thrown away."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.web.arrange import PASSWORD

pytestmark = [pytest.mark.browser]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser in which nothing is kept on the phone first: the form goes to the server at once."""
    fresh = browser.new_context(locale="en-GB", timezone_id="Europe/London", service_workers="block")
    fresh.set_default_timeout(20_000)
    yield fresh
    fresh.close()


WORDS = "It gets too loud. I want my headphones."
AMINA, TOM = "amina@example.org", "tom@example.org"
OFFERED = "What you wrote here was not saved. It is not lost."
KEPT = "() => sessionStorage.getItem('throughline-words')"


def write(page: Page, served) -> str:
    """Words of Jo's on their page, not sent yet: its address."""
    page.goto(served.url("/people/"))
    page.get_by_role("link", name="Jo").first.click()
    page.get_by_role("link", name="Add what Jo said or showed").first.click()
    page.get_by_label("Jo’s own words").fill(WORDS)
    page.get_by_label("Jo wrote it").check()
    return page.url


def the_session_ends(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def signs_in(page: Page, email: str) -> None:
    """On the page on which one was stopped."""
    page.get_by_label("Your email address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")


def test_after_signing_in_again_the_words_are_offered_put_back_and_kept_once(server, sign_in, page: Page) -> None:
    served = server()
    sign_in(served, AMINA)
    address = write(page, served)
    the_session_ends(page)
    press(page, "Keep these words")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    signs_in(page, AMINA)
    page.wait_for_url(address)
    expect(page.get_by_text(OFFERED)).to_be_visible()
    expect(page.get_by_label("Jo’s own words")).to_have_value("")
    press(page, "Put my words back")
    expect(page.get_by_label("Jo’s own words")).to_have_value(WORDS)
    expect(page.get_by_label("Jo wrote it")).to_be_checked()
    press(page, "Keep these words")
    expect(page.get_by_text(WORDS).first).to_be_visible()
    assert page.evaluate(KEPT) is None
    page.goto(address)
    expect(page.get_by_text(OFFERED)).to_have_count(0)


def test_whoever_signs_in_instead_is_offered_nothing_and_nothing_stays(server, sign_in, page: Page) -> None:
    served = server()
    sign_in(served, AMINA)
    address = write(page, served)
    the_session_ends(page)
    press(page, "Keep these words")
    signs_in(page, TOM)
    page.wait_for_url(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(OFFERED)).to_have_count(0)
    assert page.evaluate(KEPT) is None


def test_a_way_back_after_signing_out_shows_nothing_and_words_are_thrown_away(server, sign_in, page: Page) -> None:
    served = server()
    sign_in(served, AMINA)
    write(page, served)
    page.goto(served.url("/people/"))
    page.get_by_role("link", name="Jo").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Jo")
    page.goto(served.url("/sign-out/"))
    press(page, "Sign out now")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert page.evaluate(KEPT) is None
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert "Jo" not in page.locator("html").inner_text() and "Jo" not in page.title()  # a token of the form may hold any two letters
