"""A walk through every page that a reader can reach by links, one or two examples of each address."""

import re
from collections import Counter, deque
from collections.abc import Container, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

EXAMPLES = 2  # pages of each address that are looked at
# Pages of which many are followed, because each leads on in its own way: one voice has a second observer to come, one decision is not told.
FOLLOWED = {
    "today:today": 8,
    "today:record": 8,
    "people:timeline": 8,
    "daily:spending": 8,
    "people:page": 4,
    "plan:plan": 4,
    "people:circle": 4,
    "authority:list": 4,
    "sharing:page": 4,
    "agreements:agreement": 4,
    "liberty:list": 4,
    "disagreements:list": 4,
    "disagreements:one": 4,
    "safeguarding:list": 4,
    "capacity:assessment": 4,
    "decisions:list": 4,
    "said:voice": 120,
    "ladders:ladder": 12,
    "ladders:trial": 40,
    "said:contribution": 30,
    "decisions:decision": 30,
    "decisions:question": 30,
    "plan:card": 30,
    "team:signed": 30,
    "thread:thread": 30,
    "plan:version": 30,
}


@dataclass(frozen=True)
class Found:
    """A page that was reached: its address's name, and its path."""

    name: str
    path: str
    is_first: bool  # of its address


def name_of(path: str) -> str:
    """The name of an address; empty for what is no page of ours."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def walk(
    page: Page, base: str, start: list[str], skip: frozenset[str], examples: int = EXAMPLES, wanted: Container[str] | None = None
) -> Iterator[Found]:
    """Follow links from the first pages, breadth first, and yield some pages of each wanted address, open in the browser.

    Pages that are only followed are asked for with the browser's session and not drawn.
    """
    seen: Counter[str] = Counter()
    waiting, met = deque(start), set(start)
    while waiting:
        path = waiting.popleft()
        name = name_of(path)
        if not name or name in skip or seen[name] >= max(examples, FOLLOWED.get(name, 0)):
            continue
        seen[name] += 1
        if seen[name] <= examples and (wanted is None or name in wanted):
            response = page.goto(urljoin(base, path))
            assert response is not None and response.status == 200, f"{path} answered {response and response.status}"
            yield Found(name, path, seen[name] == 1)
            found = links(page)
        else:
            found = links_unseen(page, urljoin(base, path))
        new = [link for link in found if link not in met]
        met.update(new)
        waiting.extend(dict.fromkeys(new))


def links(page: Page) -> list[str]:
    """Where the open page leads, on this server."""
    return _on(page.url, page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)"))


def links_unseen(page: Page, address: str) -> list[str]:
    """Where a page leads that is not drawn."""
    response = page.context.request.get(address)
    assert response.status == 200, f"{address} answered {response.status}"
    return _on(response.url, [urljoin(response.url, unescape(href)) for href in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', response.text())])


def _on(here: str, found: list[str]) -> list[str]:
    """Paths of those that are on the same server."""
    parts = map(urlsplit, found)
    return [f"{each.path}{'?' + each.query if each.query else ''}" for each in parts if each.netloc == urlsplit(here).netloc]


def each_width(page: Page, is_first: bool = True) -> Iterator[str]:
    """The open page at 1280 and 320 px, light and dark; a further example of an address once at each width and once in each light."""
    every: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (320, "dark"), (320, "light"), (1280, "dark")]
    for width, scheme in every if is_first else every[:2]:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        yield f"{width} {scheme}"
