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
# Where axe cannot tell, somebody has to look: what was looked at, on which page ("": on every), what was found.
LOOKED_AT = {
    ("hidden-content", ""): "the other width's bar, icons of other states, templates: each shows at its own time, and is looked at there",
    ("th-has-data-cells", "plan:plan"): "the heading of a kind stands over its rows and has no cell of its own",
    ("identical-links-same-purpose", "people:page"): "two happenings of one kind on one day",
    ("identical-links-same-purpose", "people:timeline"): "the same",
    ("identical-links-same-purpose", "handover:handover"): "the same words of two people, each under their own name",
    ("identical-links-same-purpose", "sharing:page"): "two things that one person was told on one day, or that the law gives them",
    ("color-contrast", "authority:list"): "a state that fills its cell to the edge: it passes in every other table",
    ("color-contrast", "decisions:list"): "the same",
    ("color-contrast", "upsets:trend"): "words in a drawing: ink on canvas, as beside it",
    ("color-contrast", "ladders:ladder"): "a dot for each try, full or empty: no letters, and the count stands beside them",
    ("color-contrast-enhanced", "ladders:ladder"): "the same",
    ("color-contrast", "sharing:page"): "a state that fills its cell to the edge, as in the list of decisions",
}
RUN = f"() => axe.run(document, {json.dumps(OPTIONS)}).then(found => [found.violations, found.incomplete])"
FOLDS = "main details:not([open])"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def axe(page: Page, name: str = "") -> list[str]:
    """Violations, and what axe is not sure of and nobody has looked at, each as one line that says where."""
    if not page.evaluate("() => typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    violations, unsure = page.evaluate(RUN)
    return [*map(_line, violations), *(f"to look at: {_line(each)}" for each in unsure if not _looked_at(each["id"], name))]


def _looked_at(rule: str, name: str) -> bool:
    return (rule, "") in LOOKED_AT or (rule, name) in LOOKED_AT


def _line(violation: dict[str, Any]) -> str:
    where = "; ".join(" ".join(node["target"]) for node in violation["nodes"][:4])
    first = violation["nodes"][0].get("failureSummary", "").replace("\n", " ")[:200]
    return f"{violation['id']}: {where} ({first})"


@contextmanager
def unfolded(page: Page) -> Iterator[None]:
    """The open page at full length with every fold open, so that what lies in folds or below an edge is looked at too."""
    folds = page.query_selector_all(FOLDS)
    for fold in folds:
        fold.evaluate("fold => { fold.open = true; }")
    scrolled = page.evaluate("() => document.body.classList.contains('shift') && document.body.classList.toggle('shift') === false")
    yield
    if scrolled:
        page.evaluate("() => { document.body.classList.add('shift'); }")
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
