"""What a walk along links never meets: signing in, refusals, forms that came back, what only some hours of a shift show, and the doors
by which somebody comes in. Each passes axe and fits, light and dark, at 1280 and 320 px.
"""

from collections.abc import Callable, Iterator
from itertools import chain

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.web.arrange import PASSWORD

from . import looking, walking
from .conftest import Server

pytestmark = [pytest.mark.browser]
LADDER = "from throughline.plan.models import Item; print(Item.objects.get(kind='risk_ladder').pk)"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser in which nothing is kept on the phone first: the form goes to the server at once."""
    fresh = browser.new_context(locale="en-GB", timezone_id="Europe/London", service_workers="block")
    fresh.set_default_timeout(20_000)
    yield fresh
    fresh.close()


AT_THE_DOORS = "tests.browser.arranged:at_the_doors"
# The links of an agency worker's pass and of an invitation: only their sums are kept, so they are made here.
LINKS = """
from datetime import timedelta
from throughline.access import actions as access
from throughline.accounts.models import User
from throughline.base import clock
from throughline.people.models import Contact, Person
from throughline.workforce import actions
ruth, jo, now = User.objects.get(email="ruth@example.org"), Person.objects.get(name="Jo"), clock.now()
made = actions.make_pass(people=[jo], name="Kim", agency="Swift", from_at=now, until_at=now + timedelta(hours=8), by=ruth)
told = {"basis": "invited", "basis_words": "Jo: ask Priya.", "handed_over": "printed"}
invited = access.invite(contact=Contact.objects.get(name="Priya"), **told, by=ruth)
print(made.link, invited.link)
"""


def signing_in(page: Page, url: Callable[[str], str]) -> Iterator[str]:
    page.goto(url("/sign-in/"))
    yield "account_login"
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
    yield "account_logout"


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


def on_a_shift(page: Page, url: Callable[[str], str]) -> Iterator[str]:
    """Whether two records are the same one, and the words of an upset that are still to come."""
    page.goto(url(page.locator("a[href$='/twice/']").first.get_attribute("href") or ""))
    yield "today:twice"
    page.goto(url("/people/"))
    for link in ("Jo", "Timeline", "Jo was upset", "Finish the words"):
        page.get_by_role("link", name=link).first.click()
    page.get_by_role("button", name="Keep").first.wait_for()
    yield "upsets:finish"


def what_managers_find(page: Page, url: Callable[[str], str], ladder: str) -> Iterator[str]:
    """A record that came after its author lost access, another system whose token can be ended, a new risk that nobody looked at yet."""
    page.goto(url(f"/t/{ladder}/ladder/risks/"))
    yield "ladders:risks"
    page.goto(url("/held/"))
    page.locator("main a[href^='/held/']").first.click()
    yield "sync:held_one"
    page.goto(url("/team/systems/"))
    page.get_by_role("link", name="End its token").click()
    yield "team:system_end"


def without_signal(page: Page, url: Callable[[str], str]) -> Iterator[str]:
    for path, name in (("/no-signal/", "sync:no_signal"), ("/locked/", "sync:locked")):
        page.goto(url(path))
        yield name


def with_a_link(page: Page, url: Callable[[str], str], links: str) -> Iterator[str]:
    agency, invitation = links.split()
    page.goto(url(f"/pass/{agency}/"))
    yield "team:pass_use"
    page.goto(url(f"/circle/invitation/{invitation}/"))
    yield "circle:invitation"


def test_states_that_no_link_leads_to(server, page: Page) -> None:
    url = server().url
    states = (signing_in, refused, forms_that_came_back, too_much)
    assert everything(page, *(each(page, url) for each in states)) == 8


def test_what_a_shift_asks(server, sign_in, page: Page) -> None:
    served = server("tests.browser.arranged:asked")
    sign_in(served, "tom@example.org")
    assert everything(page, on_a_shift(page, served.url)) == 2


def test_the_doors(server, sign_in, page: Page) -> None:
    """Of an agency worker, of family, of a phone without signal; and what a manager finds there."""
    served: Server = server(AT_THE_DOORS)
    looked_at = everything(page, with_a_link(page, served.url, served.ask(LINKS)), without_signal(page, served.url))
    sign_in(served, "ruth@example.org")
    assert looked_at + everything(page, what_managers_find(page, served.url, served.ask(LADDER))) == 7


def everything(page: Page, *states: Iterator[str]) -> int:
    """Look at each state, with its picture where it is named as an address is. How many there were."""
    faults, seen = [], 0
    for state in chain(*states):
        seen += 1
        faults += looking.faults_of(page, walking.Found(state, "", is_first=True))
        if state.partition(":")[0].isidentifier():
            looking.keep_picture(page, state)
    assert not faults, "\n".join(faults)
    return seen
