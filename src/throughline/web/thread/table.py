"""The plan as a table: one row a plan item, with its six knots on a line."""

from collections.abc import Iterable

from throughline.base.terms import gettext as _
from throughline.thread import trace
from throughline.thread.facts import PlanFacts
from throughline.thread.trace import Knot, Line

from .. import words
from ..parts import Link, PlanRow, PlanTable, State, TieMark
from ..paths import path_to
from . import gaps


def plan_table(name: str, rows: Iterable[PlanFacts]) -> PlanTable:
    caption = _("%(name)s\u2019s plan now") % {"name": name}
    return PlanTable(caption, tuple(short() for short in SHORT), tuple(plan_row(row, name) for row in rows), tuple(full() for full in FULL))


SHORT = (
    lambda: _("Said"),
    lambda: _("Talked"),
    lambda: _("Decided"),
    lambda: _("%(Staff)s do"),
    lambda: _("Happened"),
    lambda: _("Look again"),
)
FULL = (
    lambda: _("Said"),
    lambda: _("Talked about"),
    lambda: _("Decided"),
    lambda: _("%(Staff)s do"),
    lambda: _("What happened"),
    lambda: _("Look again"),
)


def plan_row(row: PlanFacts, name: str) -> PlanRow:
    """One plan item as a row."""
    line = trace.line_of_row(row)
    return PlanRow(
        Link(row.title, path_to("thread:thread", row.item_id)),
        tuple(_mark(knot, line) for knot in Knot),
        state(line, row, name),
        _said(row, name),
    )


def _said(row: PlanFacts, name: str) -> Link | None:
    """From the plan item straight to the voice behind it."""
    if row.voice_id is None:
        return None
    return Link(_("Yes: what %(name)s said, %(item)s") % {"name": name, "item": row.title}, path_to("said:voice", row.voice_id))


def _mark(knot: Knot, line: Line) -> TieMark:
    if knot in line.missing:
        return "gap"
    return "own" if knot in line.own else "tied"


def state(line: Line, row: PlanFacts, name: str) -> State:
    """Where it stands, in one line: the first gap, or when people look again."""
    if line.is_service_led:
        return State(_("Started by %(staff)s"), "look")
    if line.first is not None:
        return State(gaps.short(line.first, name), "look")
    return State(
        _("Whole. Look again %(day)s") % {"day": words.short_day(line.look_again_on, row.today)} if line.look_again_on else _("Whole")
    )
