"""The parts of a version before it is kept: a scale without answers of the person's own has the three, and everything fits its kind."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from throughline.base.errors import Invalid

from . import law_parts
from .choices import ItemKind, LinePart
from .models import Allowance, Line, Version


def with_answers(lines: Sequence[Line]) -> list[Line]:
    """The lines, with three answers to what is asked where nobody wrote any."""
    parts = [line.part for line in lines]
    if LinePart.ASK not in parts or LinePart.ANSWER in parts:
        return list(lines)
    return [*lines, *(Line(part=LinePart.ANSWER, text=_(text)) for text in law_parts.THREE_ANSWERS)]


def check_parts(version: Version, lines: Sequence[Line], allowances: Sequence[Allowance]) -> None:
    """Refuse a scale or an agreement about money that is not whole, or that stands in an item of another kind."""
    faults = {}
    count = {part: sum(line.part == part for line in lines) for part in (LinePart.ASK, LinePart.ANSWER)}
    if wrong := law_parts.scale_fault(count[LinePart.ASK], count[LinePart.ANSWER]):
        faults["part_answer" if count[LinePart.ASK] else "part_ask"] = wrong
    if wrong := _money_fault(version, allowances):
        faults["controls_money"] = wrong
    if faults:
        raise Invalid.by_law(faults)


def _money_fault(version: Version, allowances: Sequence[Allowance]) -> str:
    if allowances and version.item.kind != ItemKind.MONEY_PLAN:
        raise Invalid({"allowances": _("Only a money plan says what money is for.")})
    return law_parts.money_fault(
        holders=[each.holder for each in allowances],
        controls_money=version.controls_money,
        alone=[(each.alone_up_to, each.amount) for each in allowances],
    )
