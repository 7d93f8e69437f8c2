"""Money in words: an amount, what was agreed, and how it goes beside that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import Every, Holder, ItemKind, Receipts
from throughline.practice import queries_daily as queries
from throughline.practice.money import NOTHING, left, over, period


def pounds(amount: Decimal) -> str:
    """£10, £3.20, £1,200."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def agreed(allowance: Any) -> str:
    """Day money: £10 each day."""
    said = {"what": allowance.purpose, "amount": pounds(allowance.amount), "every": Every(allowance.every).label}
    return _("%(what)s: %(amount)s %(every)s") % said


def arranged(allowance: Any, name: str) -> str:
    """All that is agreed about one of them, as a line of a card."""
    parts = [_("%(what)s.") % {"what": agreed(allowance)}, _held(allowance, name)]
    if allowance.alone_up_to is not None:
        told = {"name": name, "amount": pounds(allowance.alone_up_to)}
        parts.append(_("Up to %(amount)s %(name)s decides alone; above that we talk it over first, and %(name)s decides.") % told)
    if allowance.receipts != Receipts.NONE:
        kept = _("A receipt is always kept.") if allowance.receipts == Receipts.ALWAYS else _("A receipt is kept when there is one.")
        parts.append(kept)
    return " ".join(parts)


def _held(allowance: Any, name: str) -> str:
    if allowance.holder == Holder.PERSON:
        return _("%(name)s holds it.") % {"name": name}
    return _("Staff hold it.") if allowance.holder == Holder.STAFF else _("Somebody else holds it.")


@dataclass(frozen=True, slots=True)
class Beside:
    """One purpose of the money plan, and what was spent on it in the day, week or month in which a day falls."""

    allowance: Any
    first: date
    last: date
    spent: Decimal

    @property
    def over(self) -> Decimal:
        return over(self.spent, self.allowance.amount)

    @property
    def left(self) -> Decimal:
        return left(self.spent, self.allowance.amount)


def followed(sight: Sight, as_at: datetime | None = None) -> Any:
    """The money plan that staff follow, the first of them; None when there is none. With what is agreed in it."""
    return next((each for each in _plans(sight, as_at) if each.version.allowances.all()), None)


def allowances(sight: Sight) -> list[Any]:
    """For what there is money, in the plans that staff follow."""
    return [allowance for each in _plans(sight) for allowance in each.version.allowances.all()]


def _plans(sight: Sight, as_at: datetime | None = None) -> list[Any]:
    """The money plans that staff follow, each with its version."""
    return list(plan.followed(sight, as_at, kinds=(ItemKind.MONEY_PLAN,)))


def beside(sight: Sight, several: Iterable[Any], day: date, as_at: datetime | None = None) -> list[Beside]:
    """Each purpose with what was spent on it around a day. One query for each length of time, so three at most."""
    sums: dict[str, tuple[date, date, dict[str, Decimal]]] = {}
    found = []
    for each in several:
        if each.every not in sums:
            first, last = period(each.every, day)
            sums[each.every] = (first, last, queries.spent(sight, first, last, as_at))
        first, last, by_purpose = sums[each.every]
        found.append(Beside(each, first, last, by_purpose.get(each.purpose, NOTHING)))
    return found
