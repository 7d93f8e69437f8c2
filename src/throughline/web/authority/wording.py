"""How an authority is told in words: who holds it, what it covers, whether anybody saw the papers."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from throughline.authority import law
from throughline.authority.choices import AuthorityKind, HowAct
from throughline.authority.queries import Papers
from throughline.base import clock
from throughline.people.choices import Area

from ..parts import State
from ..said import showing
from ..words import day_in_london


def holders(row: Any, name: str) -> str:
    """Priya, mum; in their place Ann, neighbour."""
    if row.kind == AuthorityKind.COURT_ORDER:
        return _("The court")
    if row.kind in AuthorityKind.of_the_persons_own():
        return name
    first, others = _named(row, replacement=False), _named(row, replacement=True)
    return _("%(who)s; in their place %(others)s") % {"who": first, "others": others} if others else first


def _named(row: Any, *, replacement: bool) -> str:
    return "; ".join(str(each.contact) for each in row.holders.all() if each.replacement == replacement)


def how_they_act(row: Any) -> str:
    return str(HowAct(row.how_act).label) if row.how_act else ""


def areas(row: Any) -> tuple[str, ...]:
    """The parts of life that it covers, in words."""
    return tuple(str(area.label) for area in Area if area in row.areas)


def covers(row: Any) -> str:
    """Home; Money; or that it covers nothing."""
    if row.kind not in law.COVERS:
        return _("Decides nothing about care")
    return "; ".join(areas(row)) or _("No part of life is written down, so it covers nothing")


def claimed_since(row: Any) -> date:
    return day_in_london(row.occurred_at)


def state(papers: Papers, today: date) -> State:
    """Where an authority stands: over, still to come, seen, or only claimed and since when."""
    held = papers.held(today)
    if papers.is_over(today):
        return _over(papers, held.expires_on or today)
    if not held.proven:
        return _claimed(claimed_since(papers.authority), today)
    if held.kind in law.REGISTERED_KINDS and not held.registered:
        return State(_("Seen, and not registered: it cannot be used yet"), "look")
    if held.starts_on is not None and held.starts_on > today:
        return State(_("Seen. It begins on %(day)s") % {"day": showing.short_day(held.starts_on)}, "waiting")
    seen = papers.proofs[-1]
    return State(_("Seen on %(day)s by %(who)s") % {"day": showing.short_day(seen.seen_on), "who": seen.author.name}, "good")


def _over(papers: Papers, last: date) -> State:
    """It was ended, or it ran out."""
    if papers.ended:
        named = {"day": showing.short_day(papers.ended.on), "why": papers.ended.get_why_display()}
        return State(_("Ended on %(day)s: %(why)s") % named)
    return State(_("Its last day was %(day)s") % {"day": showing.short_day(last)})


def _claimed(since: date, today: date) -> State:
    named = {"day": showing.short_day(since)}
    if law.claimed_long(since=since, today=today):
        return State(_("Nobody has seen the papers yet. Claimed since %(day)s") % named, "look")
    return State(_("Only claimed, since %(day)s") % named, "waiting")


def today() -> date:
    return clock.today()
