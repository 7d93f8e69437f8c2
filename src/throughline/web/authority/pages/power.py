"""One authority: who holds it, what it covers, what was seen and by whom, how it ended, what the law says."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.authority import law, policy, queries
from throughline.authority.choices import AuthorityKind
from throughline.authority.legal_texts import OF_AUTHORITY
from throughline.authority.queries import Papers
from throughline.people.sight import Sight

from ... import about_person, legal
from ...parts import Button, Link, Notice, Portrait, State
from ...said import showing
from .. import wording
from .lines import Step, mistake
from .powers import back_to_list


@dataclass(frozen=True)
class PowerPage:
    back: Link
    portrait: Portrait
    title: str
    state: State
    newer: Notice | None
    facts: tuple[tuple[str, tuple[str, ...]], ...]  # a heading and its lines
    seen: tuple[Step, ...]
    ended: Step | None
    law: tuple[str, ...]
    actions: tuple[Button, ...]


def power_page(sight: Sight, row: Any) -> PowerPage:
    """One authority as that row says it, and what stands now when it was amended."""
    papers, later = queries.papers_of(row), queries.later(sight, row)
    stands = later is None and not queries.has_ended(row)
    may = stands and bool(policy.may_keep(sight.actor, sight.person))
    return PowerPage(
        back=back_to_list(sight),
        portrait=about_person.portrait(sight.person),
        title=str(row),
        state=wording.state(papers, wording.today()),
        newer=_newer(later) if later else _newer(row) if queries.has_ended(row) else None,
        facts=tuple((heading, lines) for heading, lines in _facts(row, sight.person.name) if lines),
        seen=tuple(step for proof in papers.proofs for step in _seen(proof, may)),
        ended=_ended(papers, may),
        law=legal.texts(OF_AUTHORITY[row.kind]),
        actions=_actions(row, papers) if may else (),
    )


def _newer(later: Any) -> Notice:
    if queries.has_ended(later):
        return Notice(_("This was entered by mistake"), _("It counts no more: %(why)s") % {"why": later.reason}, "look")
    now = Button(_("What stands now"), reverse("authority:power", args=[later.pk]))
    return Notice(_("This was put right"), _("Because: %(why)s") % {"why": later.reason}, "look", now)


def _facts(row: Any, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (_("Who holds it"), _given(wording.holders(row, name), wording.how_they_act(row))),
        (_("What it covers"), (*(wording.areas(row) or (wording.covers(row),)), *_given(*_life(row, name)))),
        (_("What it lets them do"), _given(row.powers)),
        (_("What it says"), _given(row.allows)),
        (_("Limits and instructions"), _given(row.limits)),
        (_("Its days"), _days(row)),
        (_("Reference"), _given(row.reference)),
        (_("Written down"), (_wrote(row),)),
    )


def _given(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _life(row: Any, name: str) -> tuple[str, ...]:
    """What the papers say of two things that the law asks about."""
    named = {"name": name}
    if row.kind == AuthorityKind.LPA_WELFARE:
        yes = _("The papers let them decide about treatment that keeps %(name)s alive.")
        no = _("It is not written down that they may decide about treatment that keeps %(name)s alive.")
        return ((yes if row.life_sustaining else no) % named,)
    may = _("The papers let them act while %(name)s can still decide, if %(name)s agrees.") % named
    return (may,) if row.usable_while_able else ()


def _days(row: Any) -> tuple[str, ...]:
    sentences = (
        (_("Made on %(day)s."), row.made_on),
        (_("Registered on %(day)s."), row.registered_on),
        (_("From %(day)s."), row.starts_on),
        (_("Its last day is %(day)s."), row.expires_on),
    )
    said = [sentence % {"day": showing.short_day(day)} for sentence, day in sentences if day]
    missing = row.kind in law.REGISTERED_KINDS and row.registered_on is None
    return (*said, *([_("Not registered, as far as is written down: it cannot be used yet.")] if missing else []))


def _wrote(row: Any) -> str:
    return _("%(who)s wrote it, %(when)s.") % {"who": row.author.name, "when": showing.moment(row.received_at)}


def _seen(proof: Any, may: bool) -> tuple[Step, ...]:
    named = {"what": proof.what, "day": showing.short_day(proof.seen_on), "who": proof.author.name}
    seen = Step(_("%(what)s. Seen on %(day)s by %(who)s.") % named, mistake(proof, "seen", proof.what, may=may))
    if proof.file is None:
        return (seen,)
    return (seen, Step(_("A photo of it is kept."), Link(_("Open the photo"), showing.file_address(proof.file_id), more=proof.what)))


def _ended(papers: Papers, may: bool) -> Step | None:
    ended = papers.ended
    if ended is None:
        return None
    named = {"why": ended.get_why_display(), "day": showing.short_day(ended.on), "who": ended.author.name, "words": ended.words}
    text = (
        _("From %(day)s on: %(why)s. %(words)s Written down by %(who)s.")
        if ended.words
        else _("From %(day)s on: %(why)s. Written down by %(who)s.")
    )
    return Step(text % named, mistake(ended, "ended", named["why"], may=may))


def _actions(row: Any, papers: Papers) -> tuple[Button, ...]:
    """What has ended is put right no more; it may have been a mistake that it ended."""
    if papers.ended:
        return ()
    addresses = (
        (_("I saw the papers"), "authority:seen"),
        (_("Put it right"), "authority:correct"),
        (_("It has ended"), "authority:ended"),
    )
    first = [Button(text, reverse(address, args=[row.pk]), main=n == 0) for n, (text, address) in enumerate(addresses)]
    wrong = reverse("authority:mistake", args=[row.person_id, "authority", row.pk])
    return (*first, Button(_("It was entered by mistake"), wrong))
