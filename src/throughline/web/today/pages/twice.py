"""Two records of one step, in a line each."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight

from ... import words as written
from ...parts import Link
from . import words


def both(sight: Sight, pair: tuple[Any, Any]) -> str:
    """Offer Jo a break. Amina, Tuesday 3 March, 2pm: Offered. Jo said yes. Tom, …"""
    return " ".join([f"{pair[0].step.text}.", *(_line(each, sight.person.name) for each in pair)])


def _line(row: Any, name: str) -> str:
    said = {"who": row.author.name, "when": written.day_and_time(row.occurred_at, clock.today()), "result": words.result(row.result, name)}
    return _("%(who)s, %(when)s: %(result)s.") % said


def back(row: Any) -> Link:
    return Link(_("What happened"), reverse("today:records", args=[row.item_id]))
