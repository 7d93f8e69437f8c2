"""Every page of who decides and who may see, reached by links as in `test_every_page.py`: axe, no sideways scroll, shots, no long form."""

import pytest
from playwright.sync_api import Page

from throughline.demo.stories.cast import PASSWORD

from . import looking, walking

pytestmark = [pytest.mark.browser]

INVITING = {"circle:invite"}  # the one page of the circle that staff open on the demo's stories
LEAD_NOWHERE = {"today", "plan", "thread", "reviews", "setup", "account"}  # no page by law is opened from these alone

# How long a form may be on a phone of 390 px, with its folds shut; and those where the law asks for more, each with what it may take.
LONGEST = 3600
LONGER = {"capacity:for_them": 5700, "capacity:again": 5800, "capacity:correct": 3900, "liberty:review_new": 4050}
HEIGHT = "() => document.querySelector('main form[method=post]') ? document.documentElement.scrollHeight : 0"


def test_every_page_by_law_passes_axe_and_fits_a_phone(server, sign_in, page: Page) -> None:
    """Light and dark, at 1280 and 320 px."""
    served = server(looking.DEMO)
    sign_in(served, looking.RUTH, PASSWORD)
    wanted = looking.of_areas(looking.BY_LAW) | INVITING
    skip = looking.LEFT_OUT | looking.of_areas({"circle", *LEAD_NOWHERE}) - INVITING
    faults, missed = looking.look_at(page, served.url(), wanted, skip, too_long)
    assert not faults, "\n".join(faults)
    assert not missed, f"no link leads to {sorted(missed)}"


def too_long(page: Page, found: walking.Found) -> list[str]:
    """A form that nobody would fill in on a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    most, height = LONGER.get(found.name, LONGEST), page.evaluate(HEIGHT)
    return [f"{found.name} {found.path}: is {height} px long on a phone, {most} at most"] if height > most else []
