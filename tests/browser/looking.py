"""Looking at pages: which there are, what is wrong with each at each width, in each light and by keyboard, and its picture."""

import os
from collections.abc import Callable, Collection
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver
from PIL import Image
from playwright.sync_api import Page

from throughline.web.addresses import Policy

from . import by_keyboard, checks, walking

RUTH = "ruth@elm-and-oak.example"
DEMO = "throughline.demo.build:build"
FIRST = ["/today/", "/people/", "/set-up/", "/me/"]
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "pictures"

# Who decides and who may see: walked by `test_every_page_by_law.py`.
BY_LAW = {"authority", "agreements", "capacity", "disagreements", "liberty", "safeguarding", "sharing"}
# What no walk opens, and why.
# Ends the walk; a sound or photo, not a page; nothing is held and no system is let in in the stories: `test_states.py` opens them.
LEFT_OUT = frozenset({"account_logout", "people:file", "upsets:figures", "sync:held_one", "team:system_end"})
# What only some hours of a shift show: `test_states.py` opens it.
ON_A_SHIFT = {"today:twice", "upsets:finish", "ladders:risks"}
# Addresses that only take what a form sends, and one that needs a passkey to take away (`test_passkeys.py` does).
ONLY_SENT = {"account:theme", "today:add", "today:undo", "today:note_undo", "team:read", "account:passkey_remove", "first_page"}


def named() -> set[str]:
    """Every address that shows a page to somebody signed in."""
    shows = {name for name, pattern in _patterns(get_resolver()) if getattr(pattern.callback, "policy", None) is not Policy.OPEN}
    return {name for name in shows if not name.startswith("api:")} - ONLY_SENT - ON_A_SHIFT - LEFT_OUT  # the API has no pages


def theirs() -> set[str]:
    """The addresses of family and advocates: `test_circle_pages.py` walks them."""
    return {name for name, pattern in _patterns(get_resolver()) if getattr(pattern.callback, "policy", None) in OF_OTHERS}


def of_areas(areas: Collection[str]) -> set[str]:
    """The addresses of some areas."""
    return {name for name, _pattern in _patterns(get_resolver()) if name.partition(":")[0] in areas}


def _patterns(resolver: URLResolver, space: str = "") -> list[tuple[str, URLPattern]]:
    found = []
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            found += _patterns(each, f"{each.namespace}:" if each.namespace else space)
        elif each.name:
            found.append((space + each.name, each))
    return found


OF_OTHERS = (Policy.LINKED, Policy.CIRCLE)

Check = Callable[[Page, walking.Found], list[str]]


def look_at(page: Page, base: str, wanted: Collection[str], skip: frozenset[str], *also: Check) -> tuple[list[str], set[str]]:
    """Walk from the first pages and look at the wanted ones: (what is wrong, what no link leads to). `skip` is not opened."""
    faults: list[str] = []
    missed = set(wanted)
    for found in walking.walk(page, base, FIRST, skip, wanted=wanted):
        faults += [fault for check in (by_keyboard_of, faults_of, *also) for fault in check(page, found)]
        missed.discard(found.name)
        keep_picture(page, found.name)
    return faults, missed


def by_keyboard_of(page: Page, found: walking.Found) -> list[str]:
    """What of its forms cannot be filled in by keyboard. Comes first, while nothing has the focus."""
    page.set_viewport_size({"width": 1280, "height": 900})
    faults = by_keyboard.faults_of(page, found.name)
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    return faults


def faults_of(page: Page, found: walking.Found) -> list[str]:
    """What is wrong with the open page, its folds open, at each width and in each light."""
    faults = [f"{found.name} {found.path}: {fault}" for fault in checks.structure(page)]
    with checks.unfolded(page):
        for how in walking.each_width(page, found.is_first):
            faults += [f"{found.name} {found.path} at {how}: {fault}" for fault in [*checks.axe(page, found.name), *checks.sideways(page)]]
    return faults


PICTURED: set[str] = set()  # with a page about Jo


def keep_picture(page: Page, name: str) -> None:
    """A picture of the page for the guide, at phone and desktop width; only when the guide is being made.

    Of several examples the first stays, but for one about Jo, whom the guide is about.
    """
    about_jo = "Jo" in page.title()
    if not os.environ.get("THROUGHLINE_GUIDE") or name in PICTURED:
        return
    GUIDE.mkdir(parents=True, exist_ok=True)
    page.emulate_media(color_scheme="light")
    for width in (1280, 390):
        path = GUIDE / f"{name.replace(':', '-')}-{width}.png"
        if path.exists() and not about_jo:
            continue
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=path, full_page=True)
        Image.open(path).convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(path, optimize=True)
    if about_jo:
        PICTURED.add(name)
