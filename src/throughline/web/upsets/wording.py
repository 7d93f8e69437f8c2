"""How an upset is called on pages."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughline.people.sight import Sight
from throughline.practice import law_upset

from .. import words
from ..said import showing
from ..terms import terms


def named(row: Any, name: str) -> str:
    """Jo was upset, 3 March."""
    return _("%(name)s was %(distress)s, %(day)s") % {"name": name, "distress": terms().distress, "day": showing.short_day(row.occurred_at)}


def handed_over(row: Any, name: str) -> str:
    """Jo was upset, 12 minutes. Hummed by the door."""
    told = {"name": name, "distress": terms().distress, "long": how_long(row)}
    known = row.ended_at is not None
    was = _("%(name)s was %(distress)s, %(long)s.") if known else _("%(name)s was %(distress)s. %(long)s")
    return f"{was % told} {row.seen}".strip()


def is_upset(sight: Sight) -> tuple[str, str, str]:
    """For the button that starts the time: its words, where it leads, its icon."""
    words_ = _("%(name)s is %(distress)s") % {"name": sight.person.name, "distress": terms().distress}
    return words_, f"{reverse('upsets:new', args=[sight.person_id])}#now", "clock"


def lasted(row: Any) -> int | None:
    """How many minutes it was; None while nobody wrote when it was over."""
    return law_upset.minutes(row.occurred_at, row.ended_at) if row.ended_at else None


def how_long(row: Any) -> str:
    """12 minutes; about 20 minutes, where no clock ran; nothing while it is not known."""
    found = lasted(row)
    if found is None:
        return _("Nobody has written when it was over.")
    told = ngettext("%(n)d minute", "%(n)d minutes", found) % {"n": found}
    return _("About %(long)s") % {"long": told} if row.estimated else told


def when(row: Any) -> str:
    """Tuesday 3 March, 2:04pm to 2:16pm. 12 minutes."""
    began = showing.moment(row.occurred_at)
    if row.ended_at is None:
        return _("%(began)s. %(long)s") % {"began": began, "long": how_long(row)}
    ended = words.clock_time(row.ended_at)
    return _("%(began)s to %(ended)s. %(long)s") % {"began": began, "ended": ended, "long": how_long(row)}
