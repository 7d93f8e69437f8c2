"""From a person without circle to two relatives, an attorney and an advocate with permissions and an agreement: 20 pages, 40 answers.

Going by links alone, with each page that opens after a form counted, and with a power that can be used: seen, registered, and for the
parts of life that its kind covers, which come ticked.

And journey 6 of `ux.md` 3.4: a relative who has never been here adds a view before people meet.
"""

import re

import pytest
from playwright.sync_api import Browser

from . import looking, walking
from .acting import Party, Stage, day

pytestmark = [pytest.mark.browser]

MOST_PAGES, MOST_ANSWERS = 20, 40  # pages that open, those after a form too; and fields that are filled
MOTHER, SISTER, ATTORNEY, ADVOCATE = "Priya", "Gwen", "Dr Shah", "Dan"


def added(ruth: Party, name: str, kind: str, relationship: str, *, sees: dict[str, str]) -> None:
    """Written down and invited on one page, with what they may see; the next page has the link, the code and the way to somebody else."""
    ruth.follows("Add somebody")
    levels = {f"topic-{topic}": level for topic, level in sees.items()}
    words = f"{name} comes. {name} can look."
    ruth.answers("Keep this", levels, name=name, kind=kind, relationship=relationship, basis_words=words, asked_alone=True)
    ruth.sees(f"What {name} may see there:").sees_not("this opens nothing")


def to_circle(ruth: Party, address: str) -> Party:
    """Back among the people in Max’s life, by a link where the page has one."""
    link = ruth.page.locator("main").get_by_role("link", name="People in Max’s life")
    if ruth.page.url == address:
        return ruth
    return ruth.follows("People in Max’s life") if link.count() else ruth.goes(address)


def test_a_circle_from_nothing(stage: Stage) -> None:
    """Max came today, and has nobody written down. Everything happens through pages and their links, by Ruth; the power can be used at the
    end.
    """
    ruth = stage.acting("Ruth").goes("/people/new/").answers("Add this person", name="Max", home="Elm House").about("Max", "circle/")
    circle, begun = ruth.page.url, (ruth.pages, ruth.given)
    for name, kind, relationship, sees in (
        (MOTHER, "circle", "neighbour", {"daily_life": "may_see", "plans": "at_reviews"}),
        (SISTER, "circle", "friend", {"plans": "at_reviews"}),
        (ATTORNEY, "circle", "friend and attorney", {"plans": "at_reviews"}),
        (ADVOCATE, "advocate", "independent advocate", {"plans": "may_see"}),
    ):
        added(ruth, name, kind, relationship, sees=sees)
    to_circle(ruth, circle).follows(
        "Who can decide for Max, by law", "Write down who can decide by law", "Lasting power of attorney for health"
    )
    ruth.answers("Keep this", {ATTORNEY: True}, seen="Registered, with the stamp on each page", **day("registered_on", -99))
    ruth.follows("Who can decide for Max, by law", "Write down an advocate")
    ruth.answers("Keep this", kind="independent", contact=ADVOCATE, responsible_body="The council")
    to_circle(ruth, circle).follows("What was agreed with Max’s people", "Write it with Max").answers(
        "Keep this version",
        {f"{name}: when people look again": "Is there" for name in (MOTHER, SISTER, ATTORNEY, ADVOCATE)},
        purpose="Max is heard first.",
        answer="agreed",
        words="They can come.",
    )
    ruth.sees("What we agreed", "Max is heard first.", MOTHER, SISTER, ATTORNEY, ADVOCATE)
    pages, answers = ruth.pages - begun[0], ruth.given - begun[1]
    assert pages <= MOST_PAGES and answers <= MOST_ANSWERS, (pages, answers)
    to_circle(ruth, circle).follows("Who decides, on one page of paper")
    ruth.sees(f"{ATTORNEY}, friend and attorney, only where Max cannot decide a question with support: ", "Where to live")


def test_a_relative_adds_a_view_within_four_pages(stage: Stage, browser: Browser) -> None:
    """Link and code, the first page, the boxes, and the receipt that says what becomes of it."""
    ruth = stage.acting("Ruth").about("Lee", "circle/new/")
    ruth.answers("Keep this", name="Priya", kind="circle", relationship="aunt", basis_words="Lee: ask Priya.")
    text = ruth.page.locator("body").inner_text()
    link, code = re.search(r"http\S+/invitation/\S+/", text), re.search(r"\b\d{3} \d{3}\b", text)
    assert link and code
    page = browser.new_context(locale="en-GB").new_page()
    priya = Party(page, stage.base)
    priya.goes(link[0])
    assert not looking.faults_of(page, walking.Found("circle:invitation", "", True))
    priya.answers("Go on", code=code[0], email="priya.of.lee@family.example")
    priya.follows("Have your say").answers("Send", working="The garden.", not_working="The noise.", request="Please talk about Sundays.")
    priya.sees("What became of what I said", "The garden.", "nobody has answered yet")
    assert priya.pages <= 4 and priya.given <= 5, (priya.pages, priya.given)
