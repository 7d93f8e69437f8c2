"""What money is for, row by row in the form of a money plan: written, read on card and version, kept in a draft, carried over."""

from decimal import Decimal
from typing import Any

from django.urls import reverse
from tests.web import arrange
from tests.web.daily_life import allowance, money_plan

from throughline.plan.models import Allowance, Version

SENT = {
    "title": "My money",
    "own_words": "",
    "controls_money": "no",
    "go": "keep",
    "seen": "0",
    "allowance-0-purpose": "Going out",
    "allowance-0-amount": "£20",
    "allowance-0-every": "week",
    "allowance-0-holder": "person",
    "allowance-0-alone_up_to": "",
    "allowance-0-receipts": "none",
    "allowance-1-purpose": "",
    "allowance-1-amount": "",
}


def write(home: arrange.House, **more: str) -> Any:
    address = f"{reverse('plan:item_new', args=[home.jo.pk])}?kind=money_plan"
    return arrange.signed_in(home.ruth).post(address, SENT | more)


def test_rows_with_words_are_what_is_agreed(db: None) -> None:
    home = arrange.house()
    response = write(home, **{"allowance-0-alone_up_to": "12.50"})
    [kept] = Allowance.objects.all()
    assert (kept.purpose, kept.amount, kept.every, kept.holder, kept.alone_up_to) == ("Going out", 20, "week", "person", Decimal("12.50"))
    page = arrange.signed_in(home.ruth).get(response.url).content.decode()
    assert "Going out: £20 each week. Jo holds it. Up to £12.50 Jo decides alone; above that we talk it over first, and Jo decides." in page


def test_what_does_not_go_together_comes_back_with_what_was_written(db: None) -> None:
    home = arrange.house()
    for more, says in (
        ({"allowance-0-amount": ""}, "Write how much, like 3.20."),
        ({"allowance-0-purpose": ""}, "Write what it is for, or take the amount away."),
        ({"allowance-0-holder": "staff"}, "Staff hold some of it."),
        ({"allowance-0-alone_up_to": "30"}, "cannot be more than the amount"),
    ):
        assert says in write(home, **more).content.decode()
    assert not Version.objects.exists()


def test_a_draft_and_a_new_version_begin_with_what_is_there(db: None) -> None:
    home = arrange.house()
    write(home, go="draft")
    ruth = arrange.signed_in(home.ruth)
    assert 'value="Going out"' in ruth.get(f"{reverse('plan:item_new', args=[home.jo.pk])}?kind=money_plan").content.decode()
    version = money_plan(home, allowance("For my room", "10.50", "month"))
    page = ruth.get(reverse("plan:write", args=[version.item_id])).content.decode()
    assert 'value="For my room"' in page and 'value="10.50"' in page
    sent = SENT | {"seen": "1", "allowance-0-amount": "25"}
    later = ruth.post(reverse("plan:write", args=[version.item_id]), sent)
    page = ruth.get(later.url).content.decode()
    assert "For my room: £10.50 each month. Jo holds it." in page and "Going out: £25 each week. Jo holds it." in page


def test_the_card_says_it(db: None) -> None:
    home = arrange.house()
    version = money_plan(home)
    page = arrange.signed_in(home.amina).get(reverse("plan:card", args=[version.item_id])).content.decode()
    assert "Going out: £20 each week. Jo holds it." in page
