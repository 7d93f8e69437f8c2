"""Money beside the plan: what was spent is what a list remembers, whatever was put right or taken back; more than agreed is kept."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.practice.test_daily import faults, sight
from tests.web import arrange
from tests.web.daily_life import allowance, followed, money_plan, spending

from throughline.base import clock
from throughline.base.errors import Invalid, Refused
from throughline.plan import actions as plan
from throughline.plan.parts import Line
from throughline.practice import actions, money, queries_daily
from throughline.practice.models import Spending
from throughline.web.daily.money import beside

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
PURPOSES = ("Going out", "For my room", "")

amounts = st.decimals("0.01", "999.99", places=2)
spends = st.tuples(st.just("spend"), amounts, st.sampled_from(PURPOSES), st.integers(0, 40))
amends = st.tuples(st.sampled_from(["put right", "take back"]), amounts, st.sampled_from(PURPOSES), st.integers(0, 9))


# --- how long a day, a week and a month are ---


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_every_day_is_in_its_own_day_week_and_month(day: date) -> None:
    for every in ("day", "week", "month"):
        first, last = money.period(every, day)
        assert first <= day <= last
        assert money.period(every, first) == money.period(every, last) == (first, last)
        assert money.period(every, last + timedelta(days=1))[0] == last + timedelta(days=1)
    assert money.period("week", day)[0].weekday() == 0


@given(amounts, amounts)
def test_what_is_left_and_what_is_over_make_the_difference(spent: Decimal, agreed: Decimal) -> None:
    left, over = money.left(spent, agreed), money.over(spent, agreed)
    assert left - over == agreed - spent and 0 in (left, over)


# --- sums ---


@dataclass
class Remembered:
    """The simple model: what stands, as a list of rows with what each says."""

    home: arrange.House
    agreed: dict[str, Any]
    stands: list[tuple[Any, Decimal, str, date]] = field(default_factory=list)

    def spend(self, amount: Decimal, purpose: str, ago: int) -> None:
        day = clock.today() - timedelta(days=ago)
        row = spending(self.home, str(amount), allowance=self.agreed.get(purpose), day=day)
        self.stands.append((row, amount, purpose, day))

    def put_right(self, nth: int, amount: Decimal, purpose: str) -> None:
        row, _amount, _purpose, day = self.stands.pop(nth)
        told = {"amount": amount, "allowance": self.agreed.get(purpose), "reason": "Counted again.", "by": self.home.amina}
        self.stands.append((actions.correct_spending(spending=row, **told), amount, purpose, day))

    def take_back(self, nth: int) -> None:
        row, *_rest = self.stands.pop(nth)
        actions.mistake_spending(spending=row, reason="Twice.", by=self.home.ruth)

    def sums(self, first: date, last: date) -> dict[str, Decimal]:
        found: dict[str, Decimal] = {}
        for _row, amount, purpose, day in self.stands:
            if first <= day <= last:
                found[purpose] = found.get(purpose, money.NOTHING) + amount
        return found


@few
@given(st.lists(spends | amends, min_size=1, max_size=12))
def test_what_was_spent_is_what_a_list_remembers(home: arrange.House, steps: list[tuple[str, Decimal, str, int]]) -> None:
    with transaction.atomic():
        agreed = {each.purpose: each for each in money_plan(home).allowances.all()}
        told, written = Remembered(home, agreed), 0
        for what, amount, purpose, n in steps:
            if what == "spend":
                told.spend(amount, purpose, n)
            elif not told.stands:
                continue
            elif what == "put right":
                told.put_right(n % len(told.stands), amount, purpose)
            else:
                told.take_back(n % len(told.stands))
            written += 1
        for every in ("day", "week", "month"):
            first, last = money.period(every, clock.today())
            assert queries_daily.spent(sight(home), first, last) == told.sums(first, last)
        assert Spending.objects.count() == written  # nothing is ever lost
        transaction.set_rollback(True)


def test_a_new_version_in_the_middle_of_a_week_begins_no_new_week(home: arrange.House) -> None:
    first = money_plan(home)
    spending(home, "8", allowance=first.allowances.get(purpose="Going out"))
    second = plan.write(item=first.item, title="My money", allowances=[allowance("Going out", "30")], by=home.ruth)
    plan.publish(version=second, message="More for going out.", by=home.ruth)
    spending(home, "5", allowance=second.allowances.get())
    [found] = beside(sight(home), second.allowances.all(), clock.today())
    assert (found.spent, found.left, found.over) == (Decimal("13.00"), Decimal("17.00"), 0)


def test_as_at_a_past_day_it_is_what_was_known_then(home: arrange.House, at: Any) -> None:
    row = spending(home, "8")
    first, last = money.period("month", clock.today())
    with at("2026-05-21 10:00"):
        actions.correct_spending(spending=row, amount=Decimal("80"), reason="A figure was missing.", by=home.amina)
        then = clock.end_of(date(2026, 5, 20))
        assert queries_daily.spent(sight(home), first, last, then) == {"": Decimal("8.00")}
        assert queries_daily.spent(sight(home), first, last) == {"": Decimal("80.00")}


# --- what happened is always recordable; what is agreed is lawful ---


def test_far_more_than_agreed_is_kept_and_why_is_kept_beside_it(home: arrange.House) -> None:
    out = money_plan(home).allowances.get(purpose="Going out")
    row = spending(home, "900", allowance=out)
    later = actions.say_why_more(spending=row, why="The chair, from Jo’s savings.", by=home.amina)
    assert (later.amount, later.why_more, later.amends_id) == (Decimal("900.00"), "The chair, from Jo’s savings.", row.pk)
    assert faults(lambda: actions.say_why_more(spending=later, why=" ", by=home.amina)) == ["why_more"]


@pytest.mark.parametrize(("told", "field"), [({"amount": "0"}, "amount"), ({"amount": "-3"}, "amount"), ({"left": Decimal("-1")}, "left")])
def test_nothing_and_less_are_no_spending(home: arrange.House, told: dict[str, Any], field: str) -> None:
    assert faults(lambda: spending(home, **told)) == [field]


def test_a_purpose_of_somebody_elses_plan_is_none_of_jos(home: arrange.House) -> None:
    sams = money_plan(home, person=home.sam).allowances.first()
    assert faults(lambda: spending(home, allowance=sams)) == ["allowance"]


def test_staff_who_hold_money_control_it_and_that_needs_a_decision(home: arrange.House) -> None:
    held = {
        "allowances": [allowance("The tin", "40", "month", holder="staff")],
        "person": home.jo,
        "kind": "money_plan",
        "title": "The tin",
    }
    with pytest.raises(Invalid, match="needs a decision"):
        plan.begin(**held, by=home.ruth)
    version = plan.begin(**held, controls_money=True, by=home.ruth)
    with pytest.raises(Refused, match="controls the person's money"):
        plan.publish(version=version, message="From today", by=home.ruth)


def test_only_a_money_plan_says_what_money_is_for(home: arrange.House) -> None:
    assert faults(lambda: followed(home, "routine", "Tea", allowances=[allowance("Tea", "2")])) == ["allowances"]
    over = [allowance("Tea", "2", alone_up_to=Decimal("3"))]
    assert faults(lambda: followed(home, "money_plan", "Tea", allowances=over)) == ["controls_money"]


@pytest.mark.parametrize(("asks", "answers"), [(1, 1), (1, 8), (2, 3), (0, 2)])
def test_a_scale_asks_one_thing_and_has_two_to_seven_answers(home: arrange.House, asks: int, answers: int) -> None:
    lines = [*(Line(part="ask", text="How is it?") for _n in range(asks)), *(Line(part="answer", text=f"{n}") for n in range(answers))]
    assert len(faults(lambda: followed(home, "outcome", "How it is", lines=lines))) == 1
