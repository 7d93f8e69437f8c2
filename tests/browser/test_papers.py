"""Papers as a real browser prints them: so many pages as there are sheets, and nothing cut off, however long the words are."""

import random
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from playwright.sync_api import Browser, Page

from throughline.web.parts import Link, OnePage, Portrait, Quote, Source, Speaker
from throughline.web.plan import leaves
from throughline.web.plan.cards import Call, Section, StaffCard
from throughline.web.plan.pages import sheet
from throughline.web.plan.qr import code

from .acting import Stage

pytestmark = pytest.mark.browser

HOST = "http://papers.example/"
HEAD = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="static/throughline/throughline.css">
<link rel="stylesheet" href="static/throughline/papers.css"><body>"""
CODE = code(f"{HOST}t/01a203e2-d0fc-76a6-8817-fba78db56346/", "Code that opens the thread")
PLAIN = "the quiet room at half past two offer Jo headphones nobody talking Wednesday walk corner wait landmark physiotherapist"
LONGEST = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
WORDS = [*PLAIN.split(), "WWWW", "mmmm", "£10", "1:45pm", LONGEST, "✓✓✓✓✓✓", "散歩に行きましょう"]
SECTIONS = {
    "When": "times",
    "Step": "numbered",
    "Do": "numbered",
    "Do not": "dont",
    "Early signs": "facts",
    "Get help if": "facts",
    "If it happens anyway": "numbered",
}
A6 = """() => [...document.querySelectorAll('.a6')].map(card => {
  const foot = card.querySelector('footer'), all = card.getBoundingClientRect()
  const above = foot.previousElementSibling.getBoundingClientRect().bottom
  const right = Math.max(...[...card.querySelectorAll('li,dd,dt,h2,h3,p,blockquote')].map(each => each.getBoundingClientRect().right))
  return {high: all.height, free: foot.getBoundingClientRect().top - above, below: all.bottom - foot.getBoundingClientRect().bottom,
    beside: all.right - right}
})"""
A4 = """() => [...document.querySelectorAll('.a4')].map(paper => {
  const foot = paper.querySelector('footer').getBoundingClientRect()
  const words = [...paper.querySelectorAll('.profile-grid li, .profile-grid h2')]
  const low = Math.max(...words.map(each => each.getBoundingClientRect().bottom))
  const long = paper.classList.contains('a4-long')
  return {long, free: foot.top - low, below: paper.getBoundingClientRect().bottom - foot.bottom}
})"""


def served(route: Any) -> None:
    """Our own style and fonts, without a server."""
    path = route.request.url.removeprefix(HOST)
    found = finders.find(path.removeprefix("static/")) if path.startswith("static/") else None
    if found:
        route.fulfill(path=found)
    else:
        route.fulfill(body="", status=404)


@pytest.fixture
def laid_out(browser: Browser) -> Any:
    """A page of papers: a call to the macro of the same name for each."""
    page = browser.new_page()
    page.route(f"{HOST}**", served)

    def lay(template: str, **values: Any) -> Page:
        html = engines["jinja2"].from_string(template).render(values)
        page.route(HOST, lambda route: route.fulfill(body=f"{HEAD}{html}", content_type="text/html"))
        page.goto(HOST, wait_until="networkidle")
        assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].some(font => font.status === 'loaded'))")
        return page

    yield lay
    page.close()


CARDS = (
    '{% from "components/paper.jinja" import paper %}{% for sheet in sheets %}<div class="sheet-a4">'
    "{% for each in sheet %}{{ paper(each) }}{% endfor %}</div>{% endfor %}"
)
PROFILES = (
    '{% from "components/paper.jinja" import one_page %}{% for each in papers %}'
    '<div class="a4{{ each.size and " a4-" ~ each.size }}">{{ one_page(each) }}</div>{% endfor %}'
)


def pages(page: Page, path: Path) -> int:
    """How many pages it prints on."""
    page.pdf(path=str(path), prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def text(chance: random.Random, letters: int) -> str:
    said = ""
    while len(said) < letters:
        said += chance.choice(WORDS) + " "
    return said[:letters].strip() or "x"


def card(chance: random.Random, letters: int, most: int) -> StaffCard:
    """A card of up to so many lines a part, each of up to so many letters."""
    sections = [
        Section(name, tuple(text(chance, chance.randint(3, letters)) for _n in range(chance.randint(0, most))), mark)
        for name, mark in SECTIONS.items()
    ]
    quote = Quote(text(chance, chance.choice([10, 60, 200, 2000])), Source(("said it, 24 February",), Speaker("person", "Jo")))
    return StaffCard(
        portrait=Portrait("Jo", own="teal"),
        title=text(chance, chance.choice([10, 30, 90, 300])),
        version="Version 12",
        quote=quote if chance.random() < 0.8 else None,
        sections=tuple(each for each in sections if each.lines),
        calls=(Call("Elm House", "01632\xa0960\xa0041"), Call("On call", "01632\xa0960\xa0042")),
        agreed="Started by staff, not yet agreed with Jo.",
        look_again="It was to be looked at again by 2 December 2026.",
        number="T-41",
        thread=Link("thread", "#"),
        by_staff=True,
    )


@pytest.mark.parametrize(("letters", "most"), [(20, 3), (60, 6), (150, 8), (300, 15)])
def test_no_card_is_cut_off(laid_out, tmp_path, letters, most):
    chance = random.Random(letters)
    papers = [paper for _n in range(25) for paper in leaves.papers(card(chance, letters, most), CODE)]
    sheets = [papers[n : n + 4] for n in range(0, len(papers), 4)]
    page = laid_out(CARDS, sheets=sheets)
    for measured in page.evaluate(A6):
        assert measured["high"] == pytest.approx(148.5 / 25.4 * 96, abs=1)
        assert measured["free"] >= 0
        assert measured["below"] > 15
        assert measured["beside"] > 15
    assert pages(page, tmp_path / "cards.pdf") == len(sheets)


@pytest.mark.parametrize("name", ["Ann", "Jo", "Lee"])
def test_who_decides_in_easy_read_is_one_page_with_pictures(stage: Stage, tmp_path: Path, name: str) -> None:
    """Nothing is said twice beside one picture; several take part, and one takes part."""
    ruth = stage.acting("Ruth").about(name, "who-decides/?paper=easy")
    assert pages(ruth.page, tmp_path / "easy.pdf") == 1
    parts = ruth.page.locator(".easy-read section")
    assert parts.count() == ruth.page.locator(".easy-read section > .icon").count() >= 3
    for part in parts.all():
        lines = part.locator("p").all_inner_texts()
        assert len(lines) == len(set(lines))
    ruth.sees_not("trained for it takes")


@pytest.mark.parametrize("name", ["Ann", "Jo", "Lee", "Sam"])
def test_who_decides_is_one_page_of_plain_words(stage: Stage, tmp_path: Path, name: str) -> None:
    ruth = stage.acting("Ruth").about(name, "who-decides/")
    assert pages(ruth.page, tmp_path / "plain.pdf") == 1
    ruth.sees(f"{name} decides")


def profile(chance: random.Random, letters: int, most: int) -> OnePage:
    def several(count: int) -> tuple[str, ...]:
        return tuple(text(chance, chance.randint(4, letters)) for _n in range(chance.randint(1, count)))

    names = ("What people like about me", "What is important to me", "How to support me well", "My people")
    return OnePage(
        portrait=Portrait("Jo", own="teal"),
        quote=Quote(text(chance, chance.choice([20, 80, 200]))) if chance.random() < 0.9 else None,
        communicates=several(4),
        sections=tuple((name, several(most)) for name in names),
        foot=("Made from what Jo said and showed, 5 August. Look again by 7 December.", "Printed 22 November. Check it is current."),
        qr=CODE,
        in_order=(names[1],),
    )


@pytest.mark.parametrize(("letters", "most"), [(20, 4), (50, 6), (120, 10)])
def test_a_profile_is_one_page_or_goes_on_over_it(laid_out, tmp_path, letters, most):
    chance = random.Random(letters)
    papers = [sheet.fitted(profile(chance, letters, most)) for _n in range(20)]
    page = laid_out(PROFILES, papers=papers)
    for measured in page.evaluate(A4):
        assert measured["long"] or measured["free"] >= 0
        assert measured["long"] or measured["below"] > 20
    long = sum(paper.size == "long" for paper in papers)
    printed = pages(page, tmp_path / "profiles.pdf")
    assert printed >= len(papers)
    assert printed == len(papers) if not long else printed <= len(papers) + 3 * long


def test_an_ordinary_profile_keeps_its_size(laid_out):
    paper = sheet.fitted(profile(random.Random(1), 20, 3))
    assert paper.size == ""
