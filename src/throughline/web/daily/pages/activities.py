"""Something that the person went to, or did not."""

from typing import Any

from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.practice.choices import Feeling

from ... import words
from ...said import showing
from ...said.amended import Told
from ...sections import Section, lines
from ..forms.activities import CHOSEN, GOING
from ..kind import says


def named(row: Any) -> str:
    """Swimming, 3 March."""
    return _("%(what)s, %(day)s") % {"what": row.what, "day": showing.short_day(row.day)}


def _in_words(choices: Any, value: str, name: str) -> str:
    return words.fill(dict(choices)[value], {"name": name})


def sections(sight: Sight, row: Any) -> tuple[Section, ...]:
    """Their words, then whether they went, whose choice it was, how it was."""
    name = sight.person.name
    return (
        says(row, name),
        Section(_("What happened"), lines=lines(_in_words(GOING, row.going, name), row.why)),
        Section(_("Whose choice it was"), lines=(_in_words(CHOSEN, row.chosen, name),)),
        Section(_("How it was for %(name)s") % {"name": name}, lines=lines(str(Feeling(row.feeling).label) if row.feeling else "")),
        Section(_("When, where and with whom"), lines=lines(showing.day(row.day), row.place, row.with_whom)),
    )


def told(row: Any) -> Told:
    """What was written of it, by the question that it answers."""
    name = row.person.name
    return {
        _("What was it?"): row.what,
        _("Did %(name)s go?") % {"name": name}: _in_words(GOING, row.going, name),
        _("Whose choice was it?"): _in_words(CHOSEN, row.chosen, name),
        _("How was it for %(name)s?") % {"name": name}: str(Feeling(row.feeling).label) if row.feeling else "",
        _("Why did %(name)s leave early, or not go?") % {"name": name}: row.why,
        _("Where was it?"): row.place,
        _("Who was there with %(name)s?") % {"name": name}: row.with_whom,
        _("Which day was it?"): showing.day(row.day),
    }
