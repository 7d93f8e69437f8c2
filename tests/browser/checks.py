"""What every page has to pass: axe with the rules that are off by default, no sideways scroll, one heading, a title in three parts."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
OFF_BY_DEFAULT = ("target-size", "color-contrast-enhanced", "identical-links-same-purpose")
EXPERIMENTAL = ("focus-order-semantics", "p-as-heading", "table-fake-caption", "td-has-header", "hidden-content", "css-orientation-lock")
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {name: {"enabled": True} for name in (*OFF_BY_DEFAULT, *EXPERIMENTAL)},
    "resultTypes": ["violations", "incomplete"],
}
# Where axe cannot tell, somebody has to look. What was looked at, and what was found there; anything else is a fault.
LOOKED_AT = {
    "hidden-content": "the other width's bar, icons of other states, templates; folds are open while axe looks",
    "color-contrast": "under the bar at the bottom, which lies over the page: the same words pass when they are scrolled free",
    "color-contrast-enhanced": "the same",
}
RUN = f"() => axe.run(document, {json.dumps(OPTIONS)}).then(found => [found.violations, found.incomplete])"
FOLDS = "details:not([open])"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def axe(page: Page) -> list[str]:
    """Violations, and what axe is not sure of and nobody has looked at, each as one line that says where."""
    if not page.evaluate("() => typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    violations, unsure = page.evaluate(RUN)
    return [*map(_line, violations), *(f"to look at: {_line(each)}" for each in unsure if each["id"] not in LOOKED_AT)]


def _line(violation: dict[str, Any]) -> str:
    where = "; ".join(" ".join(node["target"]) for node in violation["nodes"][:4])
    first = violation["nodes"][0].get("failureSummary", "").replace("\n", " ")[:200]
    return f"{violation['id']}: {where} ({first})"


@contextmanager
def unfolded(page: Page) -> Iterator[None]:
    """The open page with every fold open, so that what lies in them is looked at too."""
    folds = page.query_selector_all(FOLDS)
    for fold in folds:
        fold.evaluate("fold => { fold.open = true; }")
    yield
    for fold in folds:
        fold.evaluate("fold => { fold.open = false; }")


def sideways(page: Page) -> list[str]:
    """No sideways scroll; tables scroll inside their own box."""
    over = page.evaluate(SIDEWAYS)
    return [f"scrolls sideways by {over} px"] if over > 0 else []


def structure(page: Page) -> list[str]:
    """One h1 that is seen (a page of phases hides the others), a title that ends in the product's name, at most one filled button."""
    found = []
    if page.locator("h1:visible").count() != 1:
        found.append(f"has {page.locator('h1').count()} h1")
    if not page.title().endswith("Throughline"):
        found.append(f"has the title {page.title()!r}")
    if page.locator(".button-main:visible").count() > 1:
        found.append(f"has {page.locator('.button-main:visible').count()} filled buttons")
    return found
