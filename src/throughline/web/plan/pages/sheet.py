"""Whether a one-page profile fits on its A4, and at which size of letters. Lengths in millimetres, as `papers.css` sets it."""

from dataclasses import replace
from itertools import zip_longest
from typing import Any

from ...parts import OnePage
from ..measure import height

WIDE, HIGH = 178.0, 271.0
LEFT, RIGHT, NUMBER = 87.0, 80.6, 7.6  # the two columns, and the room of a number
SPARE = 0.5
BOLD = 1.09
SIZES: tuple[tuple[Any, float], ...] = (("", 1.0), ("close", 0.92), ("closer", 0.82), ("closest", 0.72))


def fitted(paper: OnePage) -> OnePage:
    """The largest size at which everything stands on one page; else it goes on over the page."""
    size: Any = next((size for size, scale in SIZES if needed(paper, scale) <= HIGH - SPARE), "long")
    return replace(paper, size=size)


def needed(paper: OnePage, scale: float) -> float:
    """How high it stands at a size."""
    gaps = 9 * scale * 3
    return gaps + _head(paper, scale) + _communicates(paper, scale) + _grid(paper, scale) + _foot(paper)


def _head(paper: OnePage, scale: float) -> float:
    room = WIDE - 9 - 44 * scale
    name = height([paper.portrait.name], 40 * scale, room, 1.0)
    quoted = height([f"“{paper.quote.words}”"], 21 * scale, room - 6) if paper.quote else 0.0
    return max(44 * scale, name + quoted + 3) + 7 * scale + 1.2


def _communicates(paper: OnePage, scale: float) -> float:
    if not paper.communicates:
        return 0.0
    return 12 + height(["x"], 17.5 * scale, WIDE) + height(paper.communicates, 16 * scale, WIDE - 13, 1.4)


def _grid(paper: OnePage, scale: float) -> float:
    """Two columns, row by row."""
    pairs = list(zip_longest(paper.sections[::2], paper.sections[1::2]))
    rows = (max(_section(paper, left, LEFT, scale), _section(paper, right, RIGHT, scale)) for left, right in pairs)
    return sum(rows) + max(len(pairs) - 1, 0) * 10 * scale


def _section(paper: OnePage, section: Any, room: float, scale: float) -> float:
    if section is None:
        return 0.0
    heading, several = section
    beside = NUMBER if heading in paper.in_order else 0.0
    return height([heading], 17.5 * scale * BOLD, room, 1.25) + 2 + height(several, 16 * scale, room - beside, 1.4, 1.6)


def _foot(paper: OnePage) -> float:
    return max(18.0, height(paper.foot, 10, WIDE - 28, 1.4)) + 4.5
