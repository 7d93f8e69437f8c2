"""The form of a decision on a phone: short, and asking for no more than is needed; with script or without."""

import pytest
from playwright.sync_api import Page, expect

from throughline.conversations.models import Conversation
from throughline.decisions import actions
from throughline.demo.build import build
from throughline.demo.stories.cast import PASSWORD

pytestmark = [pytest.mark.browser]

RUTH = "ruth@elm-and-oak.example"
MOST = 3500  # pixels from top to bottom at the width of a phone
TEXT = "How do afternoons go on?"


def busy() -> None:
    """The demo, and one more question of Jo's that was talked about in every conversation there was: everything said is near it."""
    cast = build()
    held = list(Conversation.objects.filter(person=cast.jo))
    actions.ask(person=cast.jo, text=TEXT, area="daily_care", impact="moderate", talked_in=held, by=cast.ruth)


@pytest.fixture
def form(server, sign_in, page: Page) -> Page:
    """The form, opened on a phone."""
    served = server("tests.browser.test_deciding:busy")
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(served, RUTH, PASSWORD)
    page.goto(served.url("/people/"))
    page.locator("main").get_by_role("link", name="Jo").first.click()
    page.goto(f"{page.url}decisions/")
    page.get_by_role("link", name=TEXT).click()
    page.get_by_role("link", name="Write down the decision").click()
    return page


def test_it_is_short_on_a_phone_however_much_was_said(form: Page) -> None:
    assert form.evaluate("document.documentElement.scrollHeight") < MOST


def test_a_reason_is_asked_for_where_something_was_not_followed(form: Page) -> None:
    row = form.locator(".weighing").first
    because = row.get_by_label("Because")
    expect(because).to_be_hidden()
    row.get_by_label("What it did").select_option("Not followed")
    expect(because).to_be_visible()


def test_what_support_is_asked_for_with_support(form: Page) -> None:
    support = form.get_by_label("What support did Jo have to decide?")
    expect(support).to_be_hidden()
    form.get_by_label("Jo decided, with support").check()
    expect(support).to_be_visible()


def test_enter_in_a_box_signs_and_does_not_leave_for_an_option(form: Page) -> None:
    """The button for an option stands above the one that signs."""
    form.get_by_label("What was decided, in a sentence?").press("Enter")
    expect(form.get_by_role("heading", name="Please put this right")).to_be_visible()
