"""Medicine that was missed: what the person says first, then the fact."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.practice import policy
from throughline.practice.choices import WhyMissed
from throughline.practice.queries_crossings import reached_by

from .. import about_person, mistakes, not_told
from ..as_at import Moment, banner
from ..parts import Button, Link, Notice
from ..said import showing
from ..said.amended import Told, first_stood
from ..sections import Section, SectionsPage, kept, lines
from ..watch import wording


def elsewhere() -> str:
    """What this is not."""
    return _("This says that medicine was missed. What is given is recorded on the medicine chart, not here.")


def named(row: Any) -> str:
    """Missed medicine, 3 March."""
    return _("Missed medicine, %(day)s") % {"day": showing.short_day(row.occurred_at)}


def to_timeline(sight: Sight) -> Link:
    return Link(_("%(name)s’s days") % {"name": sight.person.name}, f"{reverse('people:timeline', args=[sight.person_id])}?show=days")


def missed_page(sight: Sight, life: list[Any], at: Moment) -> SectionsPage:
    """Its life, the first words first; the last that are no ending are shown."""
    row, name = life[-1], {"name": sight.person.name}
    over = mistakes.notice(row)
    quotes = (showing.quote(row.voice, sight.person.name, size="l"),) if row.voice else ()
    asked = () if quotes else (_("Nothing from %(name)s yet. Ask %(name)s when it is calm.") % name,)
    return SectionsPage(
        title=named(row),
        back=to_timeline(sight),
        portrait=about_person.portrait(sight.person),
        notice=over or _crossed(row, at),
        comm=about_person.comm(sight),
        as_at=banner(at, reverse("medicine:one", args=[row.pk])),
        sections=kept(
            Section(_("What %(name)s says about it") % name, quotes=quotes, lines=asked),
            *(Section(heading, lines=lines(words)) for heading, words in told(row).items()),
            not_told.named(sight, row),
            Section(_("Written down"), lines=(_wrote(life[0]),), soft=(elsewhere(),)),
            *(Section(_("As it was first written"), lines=each.lines, soft=(each.why,)) for each in first_stood(life, told)),
        ),
        actions=() if over or at.is_past else _actions(sight, row),
        mistakes=() if over or at.is_past or not policy.may_correct(sight.actor, row) else (_mistake(row),),
    )


def _crossed(row: Any, at: Moment) -> Notice | None:
    """What to do now, when it reached a threshold."""
    return None if at.is_past else wording.reached(reached_by(row))


def _wrote(row: Any) -> str:
    return _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.recorded_at)}


def told(row: Any) -> Told:
    """What was written of it, by what it answers."""
    return {
        _("What was missed"): row.what,
        _("When it was due"): showing.moment(row.occurred_at),
        _("Why"): " ".join(each for each in (f"{WhyMissed(row.why).label}.", row.why_words) if each),
        _("Who was told"): row.told,
        _("What they advised"): row.advised,
    }


def _actions(sight: Sight, row: Any) -> tuple[Button, ...]:
    if not policy.may_correct(sight.actor, row):
        return ()
    return (Button(_("Put this right"), reverse("medicine:correct", args=[row.pk]), icon="pencil"),)


def _mistake(row: Any) -> Link:
    return Link(named(row), reverse("medicine:mistake", args=[row.pk]), more=_("was entered by mistake"))
