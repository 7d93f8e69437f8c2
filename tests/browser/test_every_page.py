"""Every page that can be reached by links from the first one, on the demo's stories: axe, no sideways scroll, shots for the guide.

Those of who decides and who may see stand in `test_every_page_by_law.py`, so that two workers share the time; those of family
and advocates in `test_circle_pages.py`.
"""

import pytest
from playwright.sync_api import Page

from throughline.demo.stories.cast import PASSWORD

from . import looking

pytestmark = [pytest.mark.browser]


def test_every_page_passes_axe_and_fits_a_phone(server, sign_in, page: Page) -> None:
    """Light and dark, at 1280 and 320 px."""
    served = server(looking.DEMO)
    sign_in(served, looking.RUTH, PASSWORD)
    elsewhere = looking.of_areas(looking.BY_LAW) | looking.theirs()
    faults, missed = looking.look_at(page, served.url(), looking.named() - elsewhere, frozenset(looking.LEFT_OUT | elsewhere))
    assert not faults, "\n".join(faults)
    assert not missed, f"no link leads to {sorted(missed)}"
