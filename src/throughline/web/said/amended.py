"""What pages show of a record that was amended: how it first stood and why it no longer does, and that it was taken back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from throughline.base.models.recorded import Amendment

from ..parts import Link, Notice
from ..reasons import reason_of
from . import showing

Told = dict[str, str]  # what a row says, by the question that it answers


@dataclass(frozen=True, slots=True)
class Earlier:
    """Lines as they first stood, and why they no longer do."""

    lines: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What was taken back: its words, why, and its own page."""

    words: str
    why: str
    link: Link


def put_right(lines: Iterable[str], later: Any) -> Earlier:
    """What stood before a correction."""
    names = {"who": later.author.name, "when": showing.moment(later.received_at), "why": reason_of(later)}
    return Earlier(tuple(lines), _("Put right by %(who)s, %(when)s: %(why)s") % names)


def first_stood(life: list[Any], told: Callable[[Any], Told]) -> tuple[Earlier, ...]:
    """What each correction of a life changed, as it stood before."""
    pairs = [(old, later) for old, later in zip(life, life[1:], strict=False) if later.amendment == Amendment.CORRECTED]
    return tuple(put_right(_changed(told(old), told(later)), later) for old, later in pairs)


def _changed(old: Told, later: Told) -> Iterable[str]:
    for question, answer in old.items():
        if answer != later[question]:
            yield _("%(question)s %(answer)s") % {"question": question, "answer": answer or _("Nothing was written.")}


def taken_back(row: Any, name: str) -> Notice:
    """That nothing of it stands. `name`: whose it was to take back."""
    names = {"name": name, "who": row.author.name, "when": showing.moment(row.received_at)}
    titles = {
        Amendment.UNDONE: _("Undone by %(who)s, %(when)s"),
        Amendment.WITHDRAWN: _("Taken back by %(name)s, %(when)s"),
        Amendment.MISTAKE: _("Written here by mistake. Marked by %(who)s, %(when)s"),
        Amendment.MOVED: _("Moved to the right person’s record by %(who)s, %(when)s"),
    }
    text = reason_of(row) or _("It stays in the record, and nothing new can rest on it.")
    return Notice(titles[row.amendment] % names, text, "look" if row.amendment != Amendment.UNDONE else "info")


def gone(row: Any, name: str, words: str, href: str) -> Gone:
    """What was taken back, in a list."""
    notice = taken_back(row, name)
    return Gone(words, f"{notice.title}. {notice.text}", Link(_("Read it"), href, more=words[:80]))
