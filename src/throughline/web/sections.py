"""A page that is read from top to bottom: whose it is, where it stands, and sections with the person's words first in each."""

from dataclasses import dataclass

from .parts import AsAt, Button, Comm, Contribution, Link, LinkRow, Notice, Portrait, Quote, State
from .parts import Standing as NotValid


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it: quotations, what others said, lines, rows that are links, what can be done."""

    heading: str
    quotes: tuple[Quote, ...] = ()
    others: tuple[Contribution, ...] = ()
    lines: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    rows: tuple[LinkRow, ...] = ()
    links: tuple[Link, ...] = ()
    buttons: tuple[Button, ...] = ()

    def __bool__(self) -> bool:
        """A section with nothing in it is left out."""
        return any((self.quotes, self.others, self.lines, self.soft, self.rows, self.links, self.buttons))


@dataclass(frozen=True)
class SectionsPage:
    title: str
    back: Link | None
    portrait: Portrait | None
    sections: tuple[Section, ...]
    lead: str = ""
    law: tuple[str, ...] = ()
    state: State | None = None
    notice: Notice | None = None
    standing: NotValid | None = None
    comm: Comm | None = None
    as_at: AsAt | None = None
    mistakes: tuple[Link, ...] = ()  # what can be taken back, folded at the end
    actions: tuple[Button, ...] = ()


def kept(*sections: Section) -> tuple[Section, ...]:
    """Those that have something in them."""
    return tuple(each for each in sections if each)


def lines(*texts: str) -> tuple[str, ...]:
    """Those that were written."""
    return tuple(text for text in texts if text.strip())
