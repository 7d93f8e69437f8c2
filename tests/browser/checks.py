"""What every page has to pass: axe with the rules that are off by default, no sideways scroll, one heading, a title in three parts."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
OFF_BY_DEFAULT = ("target-size", "color-contrast-enhanced", "identical-links-same-purpose")
EXPERIMENTAL = ("focus-order-semantics", "p-as-heading", "table-fake-caption", "td-has-header", "hidden-content", "css-orientation-lock")
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {name: {"enabled": True} for name in (*OFF_BY_DEFAULT, *EXPERIMENTAL)},
    "resultTypes": ["violations"],
}
RUN = f"() => axe.run(document, {json.dumps(OPTIONS)}).then(found => found.violations)"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def axe(page: Page) -> list[str]:
    """Violations, each as one line that says where."""
    if not page.evaluate("() => typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    return [_line(violation) for violation in page.evaluate(RUN)]


def _line(violation: dict[str, Any]) -> str:
    where = "; ".join(" ".join(node["target"]) for node in violation["nodes"][:4])
    first = violation["nodes"][0].get("failureSummary", "").replace("\n", " ")[:200]
    return f"{violation['id']}: {where} ({first})"


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
