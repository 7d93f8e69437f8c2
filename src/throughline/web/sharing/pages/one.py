"""One permission with the words on which it rests, and one thing that was told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.agreements import policy, queries
from throughline.base.lives import is_taken_back
from throughline.people.sight import Sight

from ... import about_person, mistakes
from ...parts import Button, Link, Notice, Portrait, Quote, Standing
from ...said import showing
from .. import wording


@dataclass(frozen=True)
class OnePage:
    back: Link
    portrait: Portrait
    title: str
    notice: Notice | None
    standing: Standing | None
    quote: Quote | None
    facts: tuple[tuple[str, str], ...]
    actions: tuple[Button, ...]


def back_to_sharing(sight: Sight) -> Link:
    return Link(_("Who may see what about %(name)s") % {"name": sight.person.name}, reverse("sharing:page", args=[sight.person_id]))


def permission_page(sight: Sight, row: Any) -> OnePage:
    """What one contact may see of one topic, who said so and how."""
    told = {"who": row.contact, "what": wording.topic(row.about), "level": wording.level(row.level)}
    return OnePage(
        back=back_to_sharing(sight),
        portrait=about_person.portrait(sight.person),
        title=_("%(who)s, %(what)s: %(level)s") % told,
        notice=None if row.faults else _stands(sight, row),
        standing=wording.why_not(row.faults, _("It opens nothing")),
        quote=showing.quote(row.voice, sight.person.name) if row.voice else None,
        facts=tuple(_given(_facts(row, sight.person.name))),
        actions=_actions(sight, row),
    )


def _stands(sight: Sight, row: Any) -> Notice:
    """Whether it is what counts now, and open."""
    counts = next((each for each in queries.standing(sight) if each.permission.pk == row.pk), None)
    if counts is None:
        return Notice(_("This counts no more. It was taken back, or something else was said since."), "", "look")
    return Notice(wording.state(counts).text, "", "good" if counts.is_open else "look")


def _facts(row: Any, name: str) -> Iterable[tuple[str, str]]:
    wrote = {"who": row.author.name, "when": showing.moment(row.received_at)}
    alone = _("Yes") if row.asked_alone else _("That is not written down. Ask %(name)s alone next time.") % {"name": name}
    yield _("Who said so"), wording.given_by(row, name)
    yield _("How it was explained"), row.explained_how
    yield _("Asked alone"), alone if row.voice else ""
    yield _("With this"), row.conditions
    yield _("Where it stands"), row.evidence
    yield _("By which authority"), str(row.authority or "")
    yield _("By which decision"), str(row.decision or "")
    yield _("Until"), showing.short_day(row.until) if row.until else ""
    yield _("Written down"), _("%(who)s wrote it, %(when)s.") % wrote


def _given(facts: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((name, said) for name, said in facts if said)


def _actions(sight: Sight, row: Any) -> tuple[Button, ...]:
    may = policy.may_keep_sharing(sight.actor, sight.person) and not row.amendment
    return (Button(_("It was written down by mistake"), reverse("sharing:mistake", args=[row.pk])),) if may else ()


def disclosure_page(sight: Sight, row: Any) -> OnePage:
    """What somebody was told, and at once whether anything covered it."""
    told = {"who": row.contact or row.to_whom, "name": sight.person.name}
    wrote = {"who": row.author.name, "when": showing.moment(row.received_at)}
    covered = _("Covered: %(what)s") % {"what": row.get_basis_display()}
    return OnePage(
        back=back_to_sharing(sight),
        portrait=about_person.portrait(sight.person),
        title=_("%(who)s was told something about %(name)s") % told,
        notice=mistakes.notice(row) or (Notice(covered, "", "good") if row.matches else None),
        standing=wording.why_not(row.faults, _("This was told without cover")),
        quote=None,
        facts=(
            (_("About what"), wording.topics(row.topics)),
            (_("What they were told"), row.what),
            (_("What for"), row.purpose),
            (_("When"), showing.moment(row.occurred_at)),
            (_("Written down"), _("%(who)s wrote it, %(when)s.") % wrote),
        ),
        actions=_take_back(sight, row),
    )


def _take_back(sight: Sight, row: Any) -> tuple[Button, ...]:
    """It was not told, or stands here by mistake."""
    may = not is_taken_back(row) and policy.may_amend(sight.actor, row)
    return (Button(_("Entered by mistake"), reverse("agreements:mistake", args=[row.person_id, "told", row.pk])),) if may else ()
