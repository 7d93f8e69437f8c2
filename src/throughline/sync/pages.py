"""Records that were held: the list, and one of them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.base import clock
from throughline.base.errors import Invalid
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight
from throughline.web import words
from throughline.web.parts import Button, Empty, Link, LinkRow, State

from .choices import Settling
from .kinds import kind_of
from .models import Held
from .reading import Sent


@dataclass(frozen=True)
class Several:
    """Everything that waits for this manager, the first to come first."""

    lead: str
    rows: tuple[LinkRow, ...]
    empty: Empty | None


@dataclass(frozen=True)
class One:
    """One held record: what it says, whose it is, why it waits; and two ways on."""

    back: Link
    title: str
    lines: tuple[str, ...]
    who: str
    when: str
    because: str
    state: State | None
    reason: str
    accept: Button | None
    aside: Button | None


def several(rows: list[Held]) -> Several:
    """The list."""
    return Several(
        lead=_("These came from phones of workers who could not write about %(person)s any more. Nothing of them is in a record yet."),
        rows=tuple(_row(each) for each in rows),
        empty=None if rows else Empty(_("Nothing waits. What comes from a phone and cannot go into a record by itself is listed here.")),
    )


def _row(held: Held) -> LinkRow:
    said = {"who": held.author.name, "when": _when(held.recorded_at)}
    return LinkRow(
        reverse("sync:held_one", args=[held.pk]), name_of(held), strong=_whose(held), soft=_("Written by %(who)s, %(when)s") % said
    )


def one(held: Held, sight: Sight | None) -> One:
    """One of them, as its author wrote it."""
    settled = getattr(held, "settled", None)
    return One(
        back=Link(_("What came from phones"), reverse("sync:held")),
        title=_("%(whose)s %(what)s") % {"whose": _whose(held), "what": name_of(held)},
        lines=_lines(held, sight),
        who=_("Written by %(who)s") % {"who": held.author.name},
        when=_when_written(held),
        because=held.because,
        state=_state(settled) if settled else None,
        reason=settled.reason if settled else "",
        accept=None
        if settled or sight is None
        else Button(_("Accept it into the record"), main=True, name="how", value=Settling.ACCEPTED.value),
        aside=None if settled else Button(_("Set it aside"), name="how", value=Settling.SET_ASIDE.value),
    )


def _lines(held: Held, sight: Sight | None) -> tuple[str, ...]:
    if sight is None:
        return (_("It names a person who is not here."),)
    try:
        return tuple(kind_of(held.kind).words(Sent.of_held(held), sight))
    except (Invalid, ValueError):
        return (_("What it is about is not in the plan any more."),)


def name_of(held: Held) -> str:
    """What kind of record it is."""
    try:
        return str(kind_of(held.kind).name)
    except Invalid:
        return _("A record")


def _whose(held: Held) -> str:
    return f"{held.person.name}." if held.person else _("Nobody whom we know.")


def _when(moment: Any) -> str:
    return words.day_and_time(moment, clock.today())


def _when_written(held: Held) -> str:
    said = {"written": _when(held.recorded_at), "came": _when(held.received_at)}
    return _("Written %(written)s by the phone’s clock. It arrived %(came)s.") % said


def _state(settled: Any) -> State:
    accepted = settled.how == Settling.ACCEPTED
    said = {"who": settled.by.name, "when": _when(settled.at)}
    return (
        State(_("Accepted by %(who)s, %(when)s") % said, "good") if accepted else State(_("Set aside by %(who)s, %(when)s") % said, "info")
    )
