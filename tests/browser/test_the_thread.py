"""From any plan line to the voice behind it, and from the voice to what became of it: one press each way, on the demo's own people."""

import re

import pytest
from playwright.sync_api import Page, expect

from throughline.demo.stories.cast import PASSWORD

from . import looking

pytestmark = [pytest.mark.browser]


@pytest.mark.parametrize("width", [390, 1280])
def test_from_a_plan_line_to_the_voice_and_back(server, sign_in, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    served = server(looking.DEMO)
    sign_in(served, looking.RUTH, PASSWORD)
    page.goto(served.url("/people/"))
    page.locator("main").get_by_role("link", name="Jo").first.click()
    page.get_by_role("link", name="Plan", exact=True).click()
    line = page.get_by_role("row").filter(has=page.get_by_role("link", name="Quiet afternoon", exact=True))
    line.get_by_role("link", name="what Jo said").click()
    expect(page.get_by_text("It gets too loud").first).to_be_visible()
    page.locator("main").get_by_role("link", name="Quiet afternoon").first.click()
    expect(page).to_have_url(re.compile(re.escape(served.url("/t/"))))
    page.locator("main a[href^='/v/']").first.click()
    expect(page.get_by_text("It gets too loud").first).to_be_visible()
