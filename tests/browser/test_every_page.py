"""Every page that can be reached by links from the first one, on the demo's stories: axe, no sideways scroll, shots for the guide."""

import os
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from PIL import Image
from playwright.sync_api import Page

from throughline.demo.stories.cast import PASSWORD
from throughline.web.addresses import Policy

from . import checks, walking

pytestmark = [pytest.mark.browser]

RUTH = "ruth@elm-and-oak.example"
DEMO = "throughline.demo.build:build"
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "pictures"

# What the walk leaves out, and why.
LEFT_OUT = {
    "account_logout": "ends the walk",
    "people:file": "a sound or photo, not a page",
}

# Areas that the walk does not go through yet: owed. Their pages are opened without a browser in `tests/web`.
NOT_WALKED = {"authority", "agreements", "capacity", "circle", "disagreements", "liberty", "safeguarding", "sharing"}


def test_every_page_passes_axe_and_fits_a_phone(server, sign_in, page: Page) -> None:
    """Light and dark, at 1280 and 320 px."""
    served = server(DEMO)
    sign_in(served, RUTH, PASSWORD)
    faults: list[str] = []
    reached = set()
    for found in walking.walk(page, served.url(), ["/today/", "/people/", "/set-up/", "/me/"], left_out()):
        reached.add(found.name)
        if found.is_example:
            faults += faults_of(page, found)
            keep_picture(page, found.name)
    assert not faults, "\n".join(faults)
    assert not (missed := reachable() - reached), f"no link leads to {sorted(missed)}"


def faults_of(page: Page, found: walking.Found) -> list[str]:
    """What is wrong with the open page, at each width and in each light."""
    faults = [f"{found.name} {found.path}: {fault}" for fault in checks.structure(page)]
    for how in walking.each_width(page):
        faults += [f"{found.name} {found.path} at {how}: {fault}" for fault in [*checks.axe(page), *checks.sideways(page)]]
    return faults


def reachable() -> set[str]:
    """Every address that shows a page to somebody signed in, but for those left out."""
    named = {name: pattern for name, pattern in _patterns(get_resolver())}
    shows = {name for name, pattern in named.items() if getattr(pattern.callback, "policy", None) is not Policy.OPEN}
    return shows - left_out() - ONLY_SENT - {"first_page"}


def left_out() -> frozenset[str]:
    """What the walk does not open."""
    not_walked = {name for name, _pattern in _patterns(get_resolver()) if name.partition(":")[0] in NOT_WALKED}
    return frozenset(LEFT_OUT) | not_walked


# Addresses that only take what a form sends, and one that needs a passkey to take away (`test_passkeys.py` does).
ONLY_SENT = {"account:theme", "today:add", "today:undo", "today:note_undo", "team:read", "account:passkey_remove"}


def _patterns(resolver: URLResolver, space: str = "") -> list[tuple[str, URLPattern]]:
    found = []
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            found += _patterns(each, f"{each.namespace}:" if each.namespace else space)
        elif each.name:
            found.append((space + each.name, each))
    return found


def keep_picture(page: Page, name: str) -> None:
    """A picture of the page for the guide, at phone and desktop width; only when the guide is being made."""
    if not os.environ.get("THROUGHLINE_GUIDE"):
        return
    GUIDE.mkdir(parents=True, exist_ok=True)
    page.emulate_media(color_scheme="light")
    for width in (1280, 390):
        path = GUIDE / f"{name.replace(':', '-')}-{width}.png"
        if path.exists():
            continue
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=path, full_page=True)
        Image.open(path).convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(path, optimize=True)
