"""A walk through every page that a reader can reach by links, one or two examples of each address."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

EXAMPLES = 2  # pages of each address that are looked at
# Pages of which many are followed, because each leads on in its own way: one voice has a second observer to come, one decision is not told.
FOLLOWED = {
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
    "said:voice": 40,
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
    is_example: bool  # to be looked at, not only followed


def name_of(path: str) -> str:
    """The name of an address; empty for what is no page of ours."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def walk(page: Page, base: str, start: list[str], skip: frozenset[str], examples: int = EXAMPLES) -> Iterator[Found]:
    """Follow links from the first pages, breadth first, opening some pages of each address. The page is open when it is yielded."""
    seen: Counter[str] = Counter()
    waiting, met = deque(start), set(start)
    while waiting:
        path = waiting.popleft()
        name = name_of(path)
        if not name or name in skip or seen[name] >= max(examples, FOLLOWED.get(name, 0)):
            continue
        seen[name] += 1
        response = page.goto(urljoin(base, path))
        assert response is not None and response.status == 200, f"{path} answered {response and response.status}"
        yield Found(name, path, seen[name] <= examples)
        for link in links(page):
            if link not in met:
                met.add(link)
                waiting.append(link)


def links(page: Page) -> list[str]:
    """Where the open page leads, on this server."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    here = urlsplit(page.url).netloc
    return [f"{parts.path}{'?' + parts.query if parts.query else ''}" for parts in map(urlsplit, found) if parts.netloc == here]


def each_width(page: Page) -> Iterator[str]:
    """The open page at 320 and 1280 px, light and dark."""
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            yield f"{width} {scheme}"
