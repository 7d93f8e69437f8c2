"""The thread: six knots on a line, in a page, in a table's row, and as what became of a voice."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from .basics import Button, Link, State
from .said import Quote

KnotKey = Literal["said", "talked", "decided", "do", "happened", "again"]


@dataclass(frozen=True)
class Gap:
    """A knot that is missing: what is missing, what that means, and the one thing to do."""

    title: str
    text: str
    action: Button | None = None


@dataclass(frozen=True)
class Knot:
    """One of the six places. `own`: the person's own words or choice stand here. A gap has no body."""

    key: KnotKey
    name: str
    when: str
    own: bool = False
    gap: Gap | None = None
    before_gap: bool = False  # set by the thread
    last: bool = False  # set by the thread

    @property
    def classes(self) -> str:
        return " ".join(["knot"] + (["knot-gap"] if self.gap else []) + (["knot-before-gap"] if self.before_gap else []))


@dataclass(frozen=True)
class Thread:
    knots: tuple[Knot, ...]

    def __iter__(self) -> Iterator[Knot]:
        """The knots, each knowing whether the line after it is broken and whether it is the last."""
        following = (*self.knots[1:], None)
        for knot, after in zip(self.knots, following, strict=True):
            broken = after is not None and after.gap is not None
            yield replace(knot, before_gap=broken and not knot.gap, last=after is None)


TieMark = Literal["own", "tied", "gap"]


@dataclass(frozen=True)
class Tie:
    """One loop of a row: the person's own, somebody's, or missing."""

    name: str
    mark: TieMark
    before_gap: bool
    last: bool
    link: Link | None = None

    @property
    def classes(self) -> str:
        marks = {"tie-gap": self.mark == "gap", "tie-to-gap": self.before_gap, "tie-end": self.last}
        return " ".join(["tie", *(name for name, on in marks.items() if on)])


@dataclass(frozen=True)
class PlanRow:
    """A plan item and its six marks, in the order of the thread. said: from the first mark to the words."""

    item: Link
    marks: tuple[TieMark, ...]
    state: State
    said: Link | None = None


@dataclass(frozen=True)
class PlanTable:
    """`names`: the six words over the columns; `full_names`: the same, as they are read out.

    Rows stand by themselves, or in `groups`: each a heading with its rows.
    """

    caption: str
    names: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    full_names: tuple[str, ...] = field(default=())
    groups: tuple[tuple[str, tuple[PlanRow, ...]], ...] = ()

    @property
    def parts(self) -> tuple[tuple[str, tuple[PlanRow, ...]], ...]:
        """The bodies of the table, each with its heading, or with none."""
        return self.groups or (("", self.rows),)

    def ties(self, row: PlanRow) -> list[Tie]:
        following = (*row.marks[1:], None)
        pairs = zip(self.full_names or self.names, row.marks, following, strict=True)
        ties = [Tie(name, mark, after == "gap", after is None) for name, mark, after in pairs]
        return [replace(ties[0], link=row.said), *ties[1:]]


@dataclass(frozen=True)
class Told:
    """A line of "You said, we did": what they told us, what we did, and whether they say it is right."""

    quote: Quote
    state: State
    did: str
    more: Link | None = None
    picture: str = ""
    verdict: Quote | None = None
    verdict_note: str = ""
    action: Button | None = None
    change: Link | None = None  # say anew where it stands
    mistake: Link | None = None  # that they were told or asked was entered by mistake
