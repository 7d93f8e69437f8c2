"""An answer on the person's own scale, and the list of them over time."""

from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.conversations.choices import HowHelped, HowTold
from throughline.people.sight import Sight
from throughline.plan.choices import LinePart
from throughline.practice import queries_daily as queries

from ...as_at import Moment
from ...parts import Link, Table
from ...said import showing
from ...said.amended import Told
from ...sections import Section
from ..kind import says

A_SCALE = 6  # answers that are shown


def question_of(version: Any) -> str:
    """What is asked, in the person's words."""
    return next((line.text for line in version.lines.all() if line.part == LinePart.ASK), version.title)


def answers_of(version: Any) -> list[Any]:
    """The answers that the person chose, the best first."""
    return [line for line in version.lines.all() if line.part == LinePart.ANSWER]


def named(row: Any) -> str:
    """I am in charge of my day: sometimes, 3 March."""
    return _("%(what)s: %(answer)s, %(day)s") % {"what": row.version.title, "answer": row.answer.text, "day": showing.short_day(row.day)}


def sections(sight: Sight, row: Any) -> tuple[Section, ...]:
    """The question, the answer, and how we know."""
    name = sight.person.name
    return (
        Section(question_of(row.version), lines=(row.answer.text,)),
        says(row, name),
        Section(_("How %(name)s told us") % {"name": name}, lines=_how(row)),
        Section(_("When"), lines=(showing.day(row.day),)),
    )


def _helper(row: Any) -> str:
    helper = row.helper_contact or row.helper_staff
    return helper.name if helper else ""


def _how(row: Any) -> tuple[str, ...]:
    helper = _helper(row)
    helped = [_("%(who)s helped: %(how)s") % {"who": helper, "how": HowHelped(row.how_helped).label}] if helper else []
    alone = [] if helper else [str(HowHelped(row.how_helped).label)]
    return (str(HowTold(row.how_told).label), *helped, *alone)


def told(row: Any) -> Told:
    """What was written of it, by the question that it answers."""
    name = {"name": row.person.name}
    return {
        _("What does %(name)s answer?") % name: row.answer.text,
        _("How did %(name)s tell us?") % name: str(HowTold(row.how_told).label),
        _("How was %(name)s helped to tell us?") % name: str(HowHelped(row.how_helped).label),
        _("Who helped?"): _helper(row),
        _("Which day was it?"): showing.day(row.day),
    }


def over_time(sight: Sight, at: Moment) -> tuple[Table, ...]:
    """The latest answers on each scale of the person's, the newest first: in words, no chart. One query."""
    rows = sorted(queries.answers(sight, at.moment), key=lambda each: str(each.item_id))
    return tuple(_table(list(several)[:A_SCALE], at) for _item, several in groupby(rows, key=lambda each: each.item_id))


def _table(rows: list[Any], at: Moment) -> Table:
    """One scale, under what the person wants. The day is the way to the record."""
    columns = (_("Day"), _("Answer"), _("How we know"))
    return Table(rows[0].version.title, columns, tuple(_row(each, at) for each in rows))


def _row(each: Any, at: Moment) -> tuple[Any, ...]:
    day = Link(showing.short_day(each.day), at.keep(reverse("daily:answer", args=[each.pk])), more=each.version.title)
    helper = _helper(each)
    how = str(HowTold(each.how_told).label)
    return day, each.answer.text, _("%(how)s; %(who)s helped") % {"how": how, "who": helper} if helper else how
