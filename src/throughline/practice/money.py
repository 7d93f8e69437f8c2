"""What was spent beside what was agreed. Pure, in pounds with two places: over the agreed amount is told, and never refused."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

PENNY = Decimal("0.01")
NOTHING = Decimal("0.00")


def period(every: str, day: date) -> tuple[date, date]:
    """The first and the last day of the day, the week from Monday, or the month in which a day falls."""
    if every == "week":
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    if every == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return day, day


def over(spent: Decimal, agreed: Decimal) -> Decimal:
    """By how much more was spent than was agreed; nothing where it was not."""
    return max(spent - agreed, NOTHING)


def left(spent: Decimal, agreed: Decimal) -> Decimal:
    """What is left of what was agreed."""
    return max(agreed - spent, NOTHING)
