"""One part: who, how, since when and why, what the person says about it, what came of looking again, how it ended."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.agreements import policy, queries
from throughline.agreements.queries import Taking
from throughline.people.sight import Sight
from throughline.thread.parts import parts_up_for_review

from ... import about_person
from ...parts import Button, Link, Notice, Portrait, Quote, Standing
from ...said import showing
from .. import wording
from .parts import Line, back_to_list, notice


@dataclass(frozen=True)
class PartPage:
    back: Link
    portrait: Portrait
    title: str
    due: Notice | None
    standing: Standing | None
    quote: Quote | None
    says: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]  # a heading and its lines
    looks: tuple[Line, ...]
    ended: Line | None
    actions: tuple[Button, ...]
    mistake: Link | None


def part_page(sight: Sight, taking: Taking) -> PartPage:
    row, name = taking.part, sight.person.name
    may = bool(policy.may_keep(sight.actor, sight.person))
    amend = bool(policy.may_amend(sight.actor, row)) and queries.stands(row)
    due = parts_up_for_review(sight, found=[taking])
    return PartPage(
        back=back_to_list(sight),
        portrait=about_person.portrait(sight.person),
        title=_("%(who)s, %(area)s") % {"who": wording.who(row), "area": wording.area(row.area)},
        due=notice(due[0], name, may=may) if due else None,
        standing=wording.why_not(taking.why_not, _("Not valid: takes no effect")),
        quote=_said(taking, name),
        says=_("What %(name)s says about it") % {"name": name},
        facts=tuple((heading, lines) for heading, lines in _facts(row, name) if lines),
        looks=tuple(_look(each, amend) for each in taking.reviews),
        ended=_ended(taking, amend) if taking.ended else None,
        actions=_actions(row) if may and taking.runs else (),
        mistake=_mistake(row, "part") if amend and not taking.ended else None,
    )


def _said(taking: Taking, name: str) -> Quote | None:
    """The latest that the person said about it: as it was written down, or when it was looked at again."""
    rows: list[Any] = [taking.part, *taking.reviews]
    heard = [each.voice for each in rows if each.voice]
    return showing.quote(max(heard, key=lambda voice: voice.sequence), name, size="m") if heard else None


def _facts(row: Any, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    needs = (row.needs_then,) if row.needs_then else ()
    by_law = (str(row.authority),) if row.authority else ()
    return (
        (_("How"), (wording.part(row, name),)),
        (_("On what it rests, by law"), by_law),
        (_("Since when, and why"), (wording.since(row),)),
        (_("What %(name)s needed then") % {"name": name}, needs),
        (_("Written down"), (wording.wrote(row),)),
    )


def _look(review: Any, may: bool) -> Line:
    named = {
        "day": showing.short_day(review.occurred_at),
        "who": review.author.name,
        "what": review.get_verdict_display(),
        "why": review.because,
        "again": showing.short_day(review.look_again_on),
    }
    text = _("%(day)s, %(who)s: %(what)s. %(why)s Look again by %(again)s.") % named
    return Line(text, (_mistake(review, "review"),) if may else ())


def _ended(taking: Taking, may: bool) -> Line:
    ended: Any = taking.ended
    named = {"day": showing.short_day(ended.on), "why": ended.why, "who": ended.author.name}
    links = []
    if ended.replaced_by:
        new = _("From then on: %(who)s") % {"who": wording.who(ended.replaced_by)}
        links.append(Link(new, reverse("agreements:part", args=[ended.replaced_by_id])))
    links += [_mistake(ended, "ended")] if may else []
    return Line(_("From %(day)s on: %(why)s Written down by %(who)s.") % named, tuple(links))


def _mistake(row: Any, table: str) -> Link:
    return Link(_("Entered by mistake"), reverse("agreements:mistake", args=[row.person_id, table, row.pk]), more=str(row)[:80])


def _actions(row: Any) -> tuple[Button, ...]:
    return (
        Button(_("Look at it again"), reverse("agreements:again", args=[row.pk]), main=True),
        Button(_("It ends, or somebody else does it"), reverse("agreements:end", args=[row.pk])),
    )
