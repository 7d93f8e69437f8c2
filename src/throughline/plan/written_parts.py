"""The parts of a version before it is kept: a scale without answers of the person's own has the three, and everything fits its kind."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from throughline.base.errors import Invalid

from . import law, law_parts
from .choices import ItemKind, LinePart
from .models import Allowance, Line, Move, Stage, Threshold, Version


def with_answers(lines: Sequence[Line]) -> list[Line]:
    """The lines, with three answers to what is asked where nobody wrote any."""
    parts = [line.part for line in lines]
    if LinePart.ASK not in parts or LinePart.ANSWER in parts:
        return list(lines)
    return [*lines, *(Line(part=LinePart.ANSWER, text=_(text)) for text in law_parts.THREE_ANSWERS)]


def check_parts(
    version: Version, lines: Sequence[Line], allowances: Sequence[Allowance], stages: Sequence[Stage], move: Move | None
) -> None:
    """Refuse a scale, an agreement about money or a ladder that is not whole, or that stands in an item of another kind."""
    _check_ladder(version, stages, move)
    faults = {}
    count = {part: sum(line.part == part for line in lines) for part in (LinePart.ASK, LinePart.ANSWER)}
    if wrong := law_parts.scale_fault(count[LinePart.ASK], count[LinePart.ANSWER]):
        faults["part_answer" if count[LinePart.ASK] else "part_ask"] = wrong
    if wrong := _money_fault(version, allowances):
        faults["controls_money"] = wrong
    if faults:
        raise Invalid.by_law(faults)


def _check_ladder(version: Version, stages: Sequence[Stage], move: Move | None) -> None:
    """Only a ladder has graded steps; the person is on one of them, and only their own words are their yes."""
    if stages and version.item.kind != ItemKind.RISK_LADDER:
        raise Invalid({"stages": _("Only a ladder has steps that lead to doing it alone.")})
    if sum(stage.is_current for stage in stages) > 1:
        raise Invalid({"stages": _("Somebody is on one step at a time.")})
    if any(stage.in_a_row < 1 for stage in stages):
        raise Invalid({"stages": _("A step asks for one try at least before the next.")})
    if move is not None and move.voice is not None and move.voice.person_id != version.item.person_id:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})


def check_thresholds(thresholds: Sequence[Threshold]) -> None:
    """Refuse a threshold that says too little to act on."""
    for row in thresholds:
        told = {name: getattr(row, name) for name in ("counts", "measure", "at_least", "within_days", "do")}
        if fault := law.threshold_faults(**told):
            raise Invalid({"thresholds": _(fault)})


def in_order(version: Version, rows: Sequence[Any]) -> Sequence[Any]:
    """Rows of a version, numbered as they were handed over."""
    for position, row in enumerate(rows, 1):
        row.person, row.version, row.position = version.person, version, position
    return rows


def graded(version: Version, stages: Sequence[Stage], move: Move | None) -> list[Stage | Move]:
    """The stages, numbered; where nobody says on which the person is, they begin with the first."""
    none_is_current = not any(stage.is_current for stage in stages)
    for stage in in_order(version, stages):
        stage.is_current = stage.is_current or (none_is_current and stage.position == 1)
    if move is not None:
        move.person, move.version = version.person, version
    return [*stages, *([move] if move is not None else [])]


def _money_fault(version: Version, allowances: Sequence[Allowance]) -> str:
    if allowances and version.item.kind != ItemKind.MONEY_PLAN:
        raise Invalid({"allowances": _("Only a money plan says what money is for.")})
    return law_parts.money_fault(
        holders=[each.holder for each in allowances],
        controls_money=version.controls_money,
        alone=[(each.alone_up_to, each.amount) for each in allowances],
    )
