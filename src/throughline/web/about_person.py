"""What stands on every page about a person: their portrait, how they communicate, and where else one can go."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries as plan

from . import as_at, words
from .parts import Comm, Portrait, Tab


def portrait(person: Any, photo_id: Any = None) -> Portrait:
    """A person's photo, or their initial in their own colour."""
    return Portrait(person.name, reverse("people:file", args=[photo_id]) if photo_id else "", person.own_colour)


def comm(sight: Sight, lines: Iterable[Any] | None = None) -> Comm | None:
    """The communication strip, from the published profile; None when there is none yet. One query unless the lines are given."""
    told = list(plan.communication(sight, _moment()) if lines is None else lines)
    if not told:
        return None
    text = " ".join(line.text if line.text.endswith((".", "!", "?")) else f"{line.text}." for line in told)
    until = told[0].look_again_on
    return Comm(sight.person.name, text, words.short_day(until, clock.today()) if until else "")


def _moment() -> datetime | None:
    """As at when this page is read; None for now."""
    at = as_at.read_on()
    return at.moment if at else None


def tabs(person: Any, current: str) -> tuple[Tab, ...]:
    """The pages of a person, in the same order everywhere, read on the day of this one. `current` is the address's name."""
    places = (
        ("people:page", _("%(name)s\u2019s page") % {"name": person.name}),
        ("plan:plan", _("Plan")),
        ("reviews:said_did", _("You said, we did")),
        ("said:conversations", _("Meetings")),
        ("decisions:list", _("Decisions")),
        ("people:circle", _("%(name)s’s people") % {"name": person.name}),
        ("people:timeline", _("Timeline")),
    )
    return tuple(Tab(text, as_at.keep(reverse(name, args=[person.pk])), name == current) for name, text in places)
