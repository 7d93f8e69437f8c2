"""A checklist run."""

from typing import Any

from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.practice.choices_daily import Done

from ...said import showing
from ...said.amended import Told
from ...sections import Section, lines
from ..kind import says


def named(row: Any) -> str:
    """Before the group, 3 March."""
    return _("%(what)s, %(day)s") % {"what": row.version.title, "day": showing.short_day(row.day)}


def sections(sight: Sight, row: Any) -> tuple[Section, ...]:
    """What was not done stands before what was."""
    checks = list(row.checks.all())
    several = (_("A group day. Each who was there has a record of their own."),) if row.group else ()
    return (
        says(row, sight.person.name),
        Section(_("Not done"), lines=_of(checks, Done.NO)),
        Section(_("Not needed"), lines=_of(checks, Done.NOT_NEEDED)),
        Section(_("Done"), lines=_of(checks, Done.YES)),
        Section(_("What was seen"), lines=lines(row.note)),
        Section(_("When"), lines=(showing.day(row.day),), soft=several),
    )


def _of(checks: list[Any], done: str) -> tuple[str, ...]:
    return tuple(_with_why(each) for each in checks if each.done == done)


def _with_why(each: Any) -> str:
    return _("%(what)s. %(why)s") % {"what": each.line.text, "why": each.why} if each.why else each.line.text


def told(row: Any) -> Told:
    """What was written of it, by the question that it answers."""
    answers = {each.line.text: f"{Done(each.done).label}. {each.why}".strip() for each in row.checks.all()}
    return answers | {_("What did you see?"): row.note, _("Which day was it?"): showing.day(row.day)}
