"""One of each record of a day where there is no signal: within its taps, kept on the phone, and sent once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .a_phone import HERE, all_sent, browser, chromium, context, offline, playing, taken_along
from .conftest import Server
from .test_journeys import Taps

__all__ = ["browser", "chromium", "context", "playing"]  # fixtures of a phone

pytestmark = [pytest.mark.browser]

KEPT = """
from throughline.practice.models import Activity, ChecklistRun, ScaleAnswer, Spending
print(*(f"{model.__name__}: {model.objects.count()}" for model in (Activity, ChecklistRun, ScaleAnswer, Spending)))
print([each.done for each in ChecklistRun.objects.get().checks.all()], ScaleAnswer.objects.get().answer.text, Spending.objects.get().amount)
"""


@pytest.fixture
def amina(server: Callable[..., Server], sign_in: Callable[..., Page]) -> tuple[Taps, Server]:
    served = server("tests.web.daily_life:on_a_daily_shift")
    page = sign_in(served, "amina@example.org")
    taken_along(page)
    return Taps(page), served


def begins(page: Page, what: str) -> Taps:
    """+ Record, More, and what it is; taps are counted from the first."""
    taps = Taps(page)
    page.goto(page.url.split("/p/")[0].split("/record/")[0].split("/today/")[0] + "/today/")
    taps.place("Record")
    taps.tap(page.get_by_text("More", exact=True))
    taps.link(what)
    return taps


def saved(taps: Taps, budget: int) -> None:
    expect(taps.page.get_by_role("status").filter(has_text=HERE)).to_be_visible()
    taps.are_at_most(budget)


def test_one_of_each_without_signal(amina: tuple[Taps, Server]) -> None:
    taps, served = amina
    page = taps.page
    offline(page)

    taps = begins(page, "Checklist: Before the group")
    taps.button("All the rest is done: keep this")
    saved(taps, 4)

    taps = begins(page, "What Jo says: I am in charge of my day")
    taps.tap(page.get_by_label("Sometimes me", exact=True))
    taps.tap(page.get_by_label("Jo picked it"))
    taps.button("Keep this")
    saved(taps, 6)

    taps = begins(page, "Something Jo went to, or did not")
    taps.write(page.get_by_label("What was it?"), "Swimming")
    taps.tap(page.get_by_label("Jo went", exact=True))
    taps.tap(page.get_by_label("Jo’s own choice"))
    taps.button("Keep this")
    saved(taps, 7)

    taps = begins(page, "What was spent of Jo’s money")
    taps.write(page.get_by_label("How much was it, in pounds?"), "3.20")
    taps.write(page.get_by_label("What was it for?"), "Tea and cake")
    taps.tap(page.get_by_label("Going out: £20 each week"))
    taps.tap(page.get_by_label("Jo chose it alone"))
    taps.button("Keep this")
    saved(taps, 8)

    offline(page, False)
    all_sent(page)
    assert served.ask(KEPT).splitlines() == [
        "Activity: 1 ChecklistRun: 1 ScaleAnswer: 1 Spending: 1",
        "['yes', 'yes', 'yes'] Sometimes me 3.20",
    ]
