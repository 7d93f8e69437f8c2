"""A day that is over, as it stood at its end: what staff had in hand, why in the person's words, and what was written of it by then."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import Days
from throughline.practice import queries as practice
from throughline.practice import queries_check_ins

from ... import about_person
from ... import words as written
from ...as_at import Moment, banner, keep
from ...check_ins import wording
from ...parts import Link, LinkRow
from ...plan.cited import Cited, cited
from ...sections import Section, SectionsPage, kept
from ..day import Place, arrange
from . import words


def over(sight: Sight, at: Moment) -> SectionsPage:
    """The day of one person, routine by routine. With today's permissions, as every page that is read so."""
    name = {"name": sight.person.name}
    steps = plan.steps_on(sight, Days.that_hold(at.day.weekday()), at.moment)
    every = arrange(steps, practice.of_day(sight, at.day, at.moment), None).every
    own_words = cited(sight, at.moment)
    sections = tuple(_routine(places, sight, own_words) for places in _by_card(every))
    nothing = _("At the end of this day nothing was planned for %(name)s.") % name
    today = f"{reverse('today:today')}?p={sight.person_id}"
    return SectionsPage(
        title=_("%(name)s’s day, %(day)s") % {**name, "day": written.full_day(at.day, clock.today())},
        back=Link(_("Back to Today"), today),
        portrait=about_person.portrait(sight.person),
        lead="" if sections else nothing,
        comm=about_person.comm(sight, plan.communication(sight, at.moment)),
        as_at=banner(at, today),
        sections=(*sections, *kept(_check_ins(sight, at))),
    )


def _by_card(every: Iterable[Place]) -> list[list[Place]]:
    """In the order of the day: a card stands where its first step does."""
    cards: dict[Any, list[Place]] = {}
    for place in every:
        cards.setdefault(place.step.version.item_id, []).append(place)
    return list(cards.values())


def _routine(places: list[Place], sight: Sight, own_words: Cited) -> Section:
    """One card: why, in the person's words, and its steps in their order."""
    version = places[0].step.version
    quote = own_words.quote(version.own_words)
    card = keep(reverse("plan:card", args=[version.item_id]))
    records = Link(_("Every record of it"), keep(reverse("today:records", args=[version.item_id])))
    rows = tuple(LinkRow(card, each.step.text, time=_time(each), soft=_what(each, sight.person.name)) for each in places)
    return Section(version.title, quotes=(quote,) if quote else (), rows=rows, links=(records,))


def _time(place: Place) -> str:
    return written.clock_time(place.begins) if place.begins is not None else ""


def _what(place: Place, name: str) -> str:
    """Each record that stood by then: two of one step are both said."""
    if not place.records:
        return _("Nothing was written by the end of that day")
    return " ".join(_one(each, name) for each in place.records)


def _one(record: Any, name: str) -> str:
    told = ". ".join(each for each in (words.result(record.result, name), words.why(record.why_not, name)) if each)
    return _("%(result)s. %(who)s.") % {"result": told, "who": record.author.name}


def _check_ins(sight: Sight, at: Moment) -> Section:
    found = queries_check_ins.of_day(sight, at.day, at.moment)
    told = tuple(f"{wording.title(each.agreed, sight.person.name)}. {wording.state(each)}." for each in found)
    return Section(_("Check-ins"), lines=told)
