"""One incident: what the person says first, then what was seen, what was done, and apart from it what somebody thinks."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.decisions import policy as concerns
from throughline.people.choices import Area
from throughline.people.sight import Sight
from throughline.practice import policy
from throughline.practice.choices import IncidentKind
from throughline.practice.queries_crossings import reached_by

from .. import about_person, mistakes, not_told
from ..as_at import Moment
from ..parts import Button, Link
from ..said import showing
from ..said.amended import Told, first_stood
from ..sections import Section, SectionsPage, kept, lines
from ..watch import wording as thresholds


def named(row: Any) -> str:
    """A fall, 3 March."""
    return _("%(what)s, %(day)s") % {"what": IncidentKind(row.kind).label, "day": showing.short_day(row.occurred_at)}


def to_timeline(sight: Sight) -> Link:
    return Link(_("%(name)s’s days") % {"name": sight.person.name}, f"{reverse('people:timeline', args=[sight.person_id])}?show=days")


def incident_page(sight: Sight, life: list[Any], at: Moment) -> SectionsPage:
    """The life of an incident, the first words first; the last that are no ending are shown."""
    row, name, over = life[-1], sight.person.name, mistakes.notice(life[-1])
    earlier = first_stood(life, told)
    return SectionsPage(
        title=named(row),
        back=to_timeline(sight),
        portrait=about_person.portrait(sight.person),
        notice=over or (None if at.is_past else thresholds.reached(reached_by(row))),
        comm=about_person.comm(sight),
        sections=kept(
            _says(row, name),
            *(Section(heading, lines=lines(words)) for heading, words in _happened(row, name)),
            not_told.named(sight, row),
            Section(_("What %(who)s thinks") % {"who": life[0].author.name}, lines=lines(row.thought)),
            Section(_("Written down"), lines=(_wrote(life[0]),)),
            *(Section(_("As it was first written"), lines=each.lines, soft=(each.why,)) for each in earlier),
            _safeguarding(sight) if not (over or at.is_past) else Section(""),
        ),
        actions=() if over or at.is_past else _actions(sight, row),
        mistakes=() if over or at.is_past or not policy.may_correct(sight.actor, row) else (_mistake(row),),
    )


def _says(row: Any, name: str) -> Section:
    quotes = (showing.quote(row.voice, name, size="l"),) if row.voice else ()
    nothing = () if quotes else (_("Nothing from %(name)s yet. Ask %(name)s when it is calm.") % {"name": name},)
    return Section(_("What %(name)s says about it") % {"name": name}, quotes=quotes, lines=nothing)


def _happened(row: Any, name: str) -> tuple[tuple[str, str], ...]:
    limited = _("What held, stopped or limited %(name)s") % {"name": name}
    none = _("Nothing was written down that limited %(name)s.") % {"name": name}
    return (
        (_("What was seen"), row.seen),
        (_("What was done at once"), row.done),
        (_("Who was hurt, and how"), row.injuries),
        (limited, row.restriction_words if row.restriction_used else none),
        (_("Who was told"), row.told),
        (_("When and where"), _("%(when)s. %(place)s") % {"when": showing.moment(row.occurred_at), "place": row.place}),
        (_("Part of life"), str(Area(row.area).label)),
    )


def _wrote(row: Any) -> str:
    return _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.recorded_at)}


def told(row: Any) -> Told:
    """What was written of it, by the question that it answers."""
    return {
        _("What was it?"): str(IncidentKind(row.kind).label),
        _("What did you see?"): row.seen,
        _("What was done at once?"): row.done,
        _("Who was hurt, and how?"): row.injuries,
        _("Who was told, and when?"): row.told,
        _("What was it, by whom, and for how long?"): row.restriction_words,
        _("What do you think it means, or why it happened?"): row.thought,
        _("Where was it?"): row.place,
        _("When was it?"): showing.moment(row.occurred_at),
        _("Which part of life is it about?"): str(Area(row.area).label),
    }


def _safeguarding(sight: Sight) -> Section:
    """What a worker asks next: whether somebody harms the person, or nobody looks after them."""
    name = {"name": sight.person.name}
    may = concerns.may_raise(sight.actor, sight.person)
    text = _("Does somebody harm %(name)s, or does nobody look after %(name)s? You do not have to be sure.") % name
    return Section(_("Keeping %(name)s safe") % name, lines=(text,)) if may else Section("")


def _actions(sight: Sight, row: Any) -> tuple[Button, ...]:
    found = []
    if concerns.may_raise(sight.actor, sight.person):
        raise_one = showing.with_query(reverse("safeguarding:new", args=[sight.person_id]), incident=row.pk)
        found.append(Button(_("This is also a safeguarding concern"), raise_one))
    if policy.may_correct(sight.actor, row):
        found.append(Button(_("Put this right"), reverse("incidents:correct", args=[row.pk]), icon="pencil"))
    return tuple(found)


def _mistake(row: Any) -> Link:
    return Link(named(row), reverse("incidents:mistake", args=[row.pk]), more=_("was entered by mistake"))
