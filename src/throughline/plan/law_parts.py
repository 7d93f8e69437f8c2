"""What the parts of a version have to fit: the person's own scale, and what is agreed about their money. Pure."""

from collections.abc import Collection
from decimal import Decimal

from throughline.base.sentences import N_

MOST_ANSWERS = 7
STAFF = "staff"

# What a scale has until the person chooses answers of their own: the best first.
THREE_ANSWERS = (N_("Good"), N_("So-so"), N_("Not good"))


def scale_fault(asks: int, answers: int) -> str:
    """What is wrong with the person's own scale; "" when there is none, or it is whole."""
    if asks > 1:
        return N_("Ask one thing on a scale. For something else, begin another item.")
    if answers and not asks:
        return N_("Write what we ask, in the person’s own words.")
    if asks and not 2 <= answers <= MOST_ANSWERS:
        return N_("A scale has 2 to 7 answers. Write them one a line, the best first.")
    return ""


def is_held(holders: Collection[str]) -> bool:
    """Whether staff hold some of the person's money: control of it, which rests on a decision."""
    return STAFF in holders


def money_fault(*, holders: Collection[str], controls_money: bool, alone: Collection[tuple[Decimal | None, Decimal]]) -> str:
    """What is wrong with what is agreed about money; "" when nothing is. alone: up to how much the person decides alone, of how much."""
    if is_held(holders) and not controls_money:
        return N_("Staff hold some of it. Say above that staff hold or limit the money: that needs a decision.")
    if any(limit is not None and limit > amount for limit, amount in alone):
        return N_("What is decided alone cannot be more than the amount. Leave it empty when it is all of it.")
    return ""
