"""Each page of a person has a printed form: on A4 paper, black on white, whole, without what only a screen can use."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from throughline.demo.stories.cast import PASSWORD

from . import looking, walking

pytestmark = [pytest.mark.browser]

A4 = {"width": 680, "height": 1000}  # what lies between the margins of a sheet, in px
WANTED = {
    "today:today",
    "people:page",
    "plan:plan",
    "thread:thread",
    "people:timeline",
    "decisions:decision",
    "reviews:said_did",
    "said:conversation",
    "said:voice",
    "plan:card",
    "people:readings",
}
ELSEWHERE = frozenset(looking.LEFT_OUT | looking.of_areas(looking.BY_LAW) | looking.theirs())

# What is on the sheet although nobody can press it, what runs over its edge, is cut off or folded away, and what is not black on white.
FAULTS = """() => {
  const shown = each => each.getClientRects().length > 0
  const all = (what, which) => [...document.querySelectorAll(what)].filter(shown).filter(which ?? (() => true))
  const named = (fault, several) => several.map(each => `${fault}: ${each.tagName} ${each.textContent.trim().slice(0, 30)}`)
  const words = all('main :is(h1, h2, h3, p, li, td, th, blockquote, dd, dt)', each => each.textContent.trim() && !each.closest('.hidden'))
  const beyond = each => each.getBoundingClientRect().right > innerWidth + 1
  const cut = each => getComputedStyle(each).overflow === 'hidden' && each.scrollHeight > each.clientHeight + 1
  const shut = each => !each.matches('.hear, .menu') && !each.lastElementChild.checkVisibility()
  return [
    ...named('to press', all('button, nav, input, select, textarea, audio, summary')),
    ...named('over the edge', words.filter(beyond)),
    ...named('cut off', words.filter(cut)),
    ...named('folded', all('main details', shut)),
    ...(words.length ? [] : ['nothing to read']),
    ...(all('h1').length ? [] : ['no heading']),
    ...(getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)' ? [] : ['not on white']),
  ]
}"""


def test_every_page_of_a_person_prints_whole(server, sign_in, page: Page, tmp_path: Path) -> None:
    """Printed by somebody who reads dark pages: the paper is white all the same."""
    served = server(looking.DEMO)
    sign_in(served, looking.RUTH, PASSWORD)
    faults, missed = [], set(WANTED)
    for found in walking.walk(page, served.url(), looking.FIRST, ELSEWHERE, examples=1, wanted=WANTED):
        missed.discard(found.name)
        page.set_viewport_size(A4)  # type: ignore[arg-type]
        page.emulate_media(media="print", color_scheme="dark")
        faults += [f"{found.name} {found.path}: {fault}" for fault in page.evaluate(FAULTS)]
        sheets = printed(page, tmp_path / "page.pdf")
        faults += [] if 1 <= sheets <= 12 else [f"{found.name} {found.path}: takes {sheets} sheets"]
        page.emulate_media(media="screen")
    assert not faults, "\n".join(faults)
    assert not missed, f"not printed: {sorted(missed)}"


def printed(page: Page, path: Path) -> int:
    """How many sheets of A4 it takes."""
    given: dict[str, Any] = {"format": "A4", "margin": dict.fromkeys(("top", "right", "bottom", "left"), "15mm")}
    page.pdf(path=str(path), **given)
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))
