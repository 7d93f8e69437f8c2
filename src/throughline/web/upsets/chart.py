"""Chart 1 of `ux.md` 6 as shapes: two panels over the same weeks, how often and how long, broken where the plan changed. Pure.

Drawn twice, 720 and 340 wide, so that words never shrink. Everything is in the colour of the words: shapes, dashes and labels carry it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .phases import Phase, runs

WIDE, NARROW = 720, 340
LEFT, RIGHT = 40, 16
TICKS = (1, 2, 5, 10, 20, 30, 60, 120, 240, 480)
MOST_TICKS = 4
HALF_A_DAY = 40  # how far a day reaches to each side of its place
ROW = 22  # what changed, in a row each
MOST_NAMED = 5
LETTER = 7.4  # how wide a letter is, at most of them


@dataclass(frozen=True)
class Stroke:
    """kind: "grid", "change" (where the plan changed), "step" (an agreed step) or "middle" (the middle value of a phase)."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: Literal["grid", "change", "step", "middle"]


@dataclass(frozen=True)
class Label:
    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    strong: bool = False


@dataclass(frozen=True)
class Mark:
    """A dot for how often, a square for how long."""

    x: float
    y: float
    shape: Literal["dot", "square"]


@dataclass
class Drawing:
    """The shapes of one drawing. runs: points of lines, as SVG has them."""

    width: int
    height: int
    strokes: list[Stroke] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Panel:
    """One panel: its title, a value a week by phase, the middle value of each phase in words and as a number."""

    title: str
    values: tuple[tuple[float | None, ...], ...]
    middles: tuple[float | None, ...]
    labels: tuple[str, ...]
    shape: Literal["dot", "square"]


@dataclass(frozen=True)
class Change:
    """What changed, in words. place: where, in weeks from the first, half a week before a whole number being a Monday."""

    place: float
    text: str
    kind: Literal["change", "step"] = "change"


def draw(
    phases: Sequence[Phase], panels: Sequence[Panel], width: int, say_day: Callable[[date], str], changed: Sequence[Change] = ()
) -> Drawing:
    """What changed at the top, the latest of many; all panels under each other, with the days under the last."""
    named = changed[-MOST_NAMED:]
    drawing, top = Drawing(width, 0), float(ROW * len(named))
    count = sum(len(phase.weeks) for phase in phases)
    across = lambda place: LEFT + place * (width - LEFT - RIGHT) / max(1, count - 1)
    heads = 22 * min(2, len(phases)) if width == NARROW or len(phases) > 2 else 22
    for panel in panels:
        bottom = top + 36 + heads + 130
        _panel(drawing, panel, across, top, heads, bottom)
        top = bottom + 24
    for row, each in enumerate(_so_that_no_line_crosses(named, count / 2)):
        _named(drawing, each, across(each.place), ROW * (row + 1), top - 24)
    if not named:
        _changes(drawing, phases, across, top - 24)
    _days(drawing, [week.begins for phase in phases for week in phase.weeks], across, top - 2, say_day)
    drawing.height = int(top + 10)
    return drawing


def _panel(drawing: Drawing, panel: Panel, across: Callable[[float], float], top: float, heads: int, bottom: float) -> None:
    ticks = ticks_to(max((value for part in panel.values for value in part if value is not None), default=1) or 1)
    floor = top + 36 + heads
    up = lambda value: bottom - value / ticks[-1] * (bottom - floor)
    drawing.labels.append(Label(0, top + 16, panel.title, strong=True))
    for tick in ticks:
        drawing.strokes.append(Stroke(LEFT, up(tick), drawing.width - RIGHT, up(tick), "grid"))
        drawing.labels.append(Label(LEFT - 8, up(tick) + 5, str(tick), "end"))
    start = 0
    for n, values in enumerate(panel.values):
        place = lambda at, begins=start: across(begins + at)
        _phase(drawing, panel, n, values, place, up)
        row = top + 36 + (22 * (n % 2) if heads > 22 else 0)
        last = n == len(panel.values) - 1 and n > 0
        drawing.labels.append(Label(drawing.width - RIGHT if last else place(0), row, panel.labels[n], "end" if last else "start"))
        start += len(values)


def _phase(
    drawing: Drawing,
    panel: Panel,
    n: int,
    values: tuple[float | None, ...],
    place: Callable[[float], float],
    up: Callable[[float], float],
) -> None:
    """The line of a phase with its gaps, its marks, and its middle value where there is one."""
    middle = panel.middles[n]
    if middle is not None:
        drawing.strokes.append(Stroke(place(0), up(middle), place(len(values) - 1), up(middle), "middle"))
    for run in runs(values):
        drawing.runs.append(" ".join(f"{place(at):.1f},{up(value):.1f}" for at, value in run))
        drawing.marks += [Mark(place(at), up(value), panel.shape) for at, value in run]


def _so_that_no_line_crosses(named: Sequence[Change], half: float) -> list[Change]:
    """Words before their line, the latest first; then words after theirs, the first first: a line begins below what it would cross."""
    return [*(each for each in reversed(named) if each.place > half), *(each for each in named if each.place <= half)]


def _named(drawing: Drawing, change: Change, x: float, y: float, bottom: float) -> None:
    """Its words in a row of their own, beside the line that they belong to; as much of them as there is room for."""
    before = x > drawing.width / 2  # as those that come from the latest on
    letters = int((x if before else drawing.width - x) / LETTER)
    text = change.text if len(change.text) <= letters else f"{change.text[: letters - 1].rstrip()}…"
    drawing.labels.append(Label(x - 6 if before else x + 6, y - 6, text, "end" if before else "start"))
    drawing.strokes.append(Stroke(x, y - ROW + 4, x, bottom, change.kind))


def _changes(drawing: Drawing, phases: Sequence[Phase], across: Callable[[float], float], bottom: float) -> None:
    """A line between the last week before a change and the first after it."""
    start = 0
    for phase in phases:
        if phase.changed is not None:
            x = across(start - 0.5)
            drawing.strokes.append(Stroke(x, 24, x, bottom, "change"))
        start += len(phase.weeks)


def _days(drawing: Drawing, mondays: Sequence[date], across: Callable[[float], float], y: float, say_day: Callable[[date], str]) -> None:
    """As many days as there is room for, evenly."""
    room = (drawing.width - LEFT - RIGHT) // 88
    step = max(1, -(-len(mondays) // room))
    for place in range(0, len(mondays), step):
        x = across(place) if place else LEFT
        anchor: Literal["start", "middle", "end"] = "start" if not place else "middle" if x + HALF_A_DAY < drawing.width else "end"
        drawing.labels.append(Label(x, y, say_day(mondays[place]), anchor))


def ticks_to(most: float) -> list[int]:
    """From nought in even steps to at least the most, with few steps."""
    step = next((each for each in TICKS if each * MOST_TICKS >= most), int(most))
    return [n * step for n in range(-(-int(-(-most // 1)) // step) + 1)]
