"""Disagreements: the person's position first, then the others', what goes on meanwhile, the steps, and what it came to."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from throughline.base import clock
from throughline.base.lives import is_taken_back
from throughline.base.terms import gettext as _
from throughline.decisions import policy
from throughline.decisions.choices import CameTo, Rung
from throughline.decisions.law import disagreement as law
from throughline.decisions.legal_texts import LEGAL_TEXTS
from throughline.decisions.queries_amended import DISAGREEMENTS, taken_back
from throughline.decisions.queries_disagreement import Dispute, disagreements
from throughline.people.choices import Party
from throughline.people.sight import Sight

from .. import about_person, legal, mistakes, not_told
from ..as_at import Moment, banner
from ..parts import Button, Contribution, Link, LinkRow, Notice, Source, State
from ..said import showing
from ..sections import Section, SectionsPage, kept, lines


def to_list(sight: Sight) -> Link:
    return Link(_("Where others see it differently"), reverse("disagreements:list", args=[sight.person_id]))


def stands_meanwhile(name: str) -> str:
    """It silences nobody: what the law says of the time until it is settled."""
    return _(
        "What %(name)s chose stands until this is settled, unless the law says otherwise. Nobody has to be silent, %(name)s least of all."
    ) % {"name": name}


def list_page(sight: Sight, at: Moment) -> SectionsPage:
    """Those that go on, then those that are settled."""
    person, found = sight.person, disagreements(sight, at.moment)
    goes_on = tuple(_row(each, at) for each in found if each.closed is None)
    settled = tuple(_row(each, at) for each in found if each.closed is not None)
    how = _("Open one from the page of a decision, a meeting or what %(name)s said: choose “Somebody sees it differently” there.")
    return SectionsPage(
        title=_("Where others see it differently"),
        back=showing.person_link(person),
        portrait=about_person.portrait(person),
        lead=stands_meanwhile(person.name),
        comm=about_person.comm(sight),
        sections=kept(
            Section(_("Goes on"), rows=goes_on, lines=() if goes_on else (_("Nothing is disputed."),), soft=(how % {"name": person.name},)),
            Section(_("Settled"), rows=settled),
            mistakes.taken_back(taken_back(sight, [DISAGREEMENTS["disagreement"]], at.moment), lambda row: row.subject),
            _for_leaders(sight),
        ),
        as_at=banner(at, to_list(sight).href),
    )


def _for_leaders(sight: Sight) -> Section:
    """The way to what is stuck, for whoever leads."""
    link = Link(_("Disagreements that need those who lead, of everybody"), reverse("disagreements:stuck"))
    return Section(_("For those who lead"), links=(link,) if policy.is_shown_stuck(sight) else ())


def _row(dispute: Dispute, at: Moment, why: tuple[str, ...] = ()) -> LinkRow:
    row = dispute.row
    soft = " ".join((_since(row), _where(dispute), *(_(law.STUCK[code]) for code in why)))
    return LinkRow(at.keep(reverse("disagreements:one", args=[row.pk])), "", strong=row.subject, soft=soft)


def _since(row: Any) -> str:
    return _("Since %(day)s.") % {"day": showing.short_day(row.occurred_at)}


def _where(dispute: Dispute) -> str:
    """Which step it has reached, or what it came to."""
    if dispute.closed is not None:
        return _("%(what)s.") % {"what": CameTo(dispute.closed.came_to).label}
    if not dispute.steps:
        return _("No step is taken yet.")
    last = dispute.steps[-1]
    named = {"step": Rung(last.rung).label, "who": last.owner.name, "day": showing.short_day(last.due_on)}
    return _("%(step)s. %(who)s sees to it, by %(day)s.") % named


# --- one disagreement ---


def dispute_page(sight: Sight, dispute: Dispute, at: Moment) -> SectionsPage:
    """The person's position first, whoever opened it."""
    row, name = dispute.row, sight.person.name
    goes_on = dispute.closed is None
    return SectionsPage(
        title=row.subject,
        back=to_list(sight),
        portrait=about_person.portrait(sight.person),
        state=State(_("Goes on"), "look") if goes_on else State(_("Settled"), "good"),
        lead=stands_meanwhile(name) if goes_on else "",
        notice=mistakes.notice(row) or (_stuck(dispute) if goes_on and not at.is_past else None),
        sections=kept(
            _persons(dispute, name),
            Section(
                _("Where others stand"), others=tuple(_other(each, sight.person) for each in dispute.positions if not _is_persons(each))
            ),
            Section(_("What it is about"), links=(_about(row),)),
            _meanwhile(dispute, name),
            Section(_("Rights as a tenant"), lines=lines(dispute.tenancy)),
            Section(_("Steps"), lines=tuple(_step(each) for each in dispute.steps) or (_("No step is taken yet."),)),
            *((*_closing(dispute.closed), not_told.named(sight, dispute.closed)) if dispute.closed else ()),
            Section(_("Written down"), lines=(_wrote(row),)),
            mistakes.taken_back(taken_back(sight, PARTS, at.moment, disagreement=row.pk), _named),
        ),
        mistakes=() if at.is_past or is_taken_back(row) else _mistakes(sight, dispute),
        law=(legal.said(LEGAL_TEXTS["settling"]),),
        actions=_actions(sight, dispute) if goes_on and not at.is_past and not is_taken_back(row) else (),
        as_at=banner(at, reverse("disagreements:one", args=[row.pk])),
    )


PARTS = [DISAGREEMENTS[table] for table in ("position", "step", "closed")]


def _mistakes(sight: Sight, dispute: Dispute) -> tuple[Link, ...]:
    """What of it can be taken back: the latest of what came first, and it itself last."""
    rows = [*(("closed", each) for each in [dispute.closed] if each), *(("step", each) for each in dispute.steps)]
    rows += [*(("position", each) for each in dispute.positions), ("disagreement", dispute.row)]
    return mistakes.links(sight, "disagreements:mistake", policy.may_take_back_seen, *((table, row, _named(row)) for table, row in rows))


def _named(row: Any) -> str:
    """What a row is called in a list, with its day."""
    if hasattr(row, "rung"):
        words = str(Rung(row.rung).label)
    elif hasattr(row, "came_to"):
        words = str(CameTo(row.came_to).label)
    else:
        words = getattr(row, "subject", "") or row.words or showing.voice_words(row.voice)
    return _("%(day)s: %(words)s") % {"day": showing.short_day(row.occurred_at), "words": words}


def _meanwhile(dispute: Dispute, name: str) -> Section:
    """What keeps the person safe and free; that it is missing matters only while it goes on."""
    missing = _("Not said yet.") if dispute.closed is None else ""
    return Section(_("What keeps %(name)s safe and free meanwhile") % {"name": name}, lines=lines(dispute.interim or missing))


def _or(text: str, otherwise: str) -> tuple[str, ...]:
    return lines(text) or (otherwise,)


def _is_persons(position: Any) -> bool:
    return bool(position.party == Party.PERSON)


def _persons(dispute: Dispute, name: str) -> Section:
    mine = [each for each in dispute.positions if _is_persons(each)]
    rests = tuple(_("%(name)s rests it on: %(evidence)s") % {"name": name, "evidence": each.evidence} for each in mine if each.evidence)
    why = dispute.row.no_voice_because
    none = () if mine else _or(why, _("Nothing from %(name)s yet. Ask %(name)s first, before anybody else.") % {"name": name})
    quotes = tuple(showing.quote(each.voice, name, size="l" if not n else "") for n, each in enumerate(mine))
    return Section(_("Where %(name)s stands") % {"name": name}, quotes=quotes, lines=(*none, *rests))


def _other(position: Any, person: Any) -> Contribution:
    rests = (_("rests it on: %(evidence)s") % {"evidence": position.evidence},) if position.evidence else ()
    speaker = showing.speaker(position.party, position.contact, position.staff, person)
    return Contribution(position.words, Source((showing.short_day(position.occurred_at), *rests), speaker), quoted=True)


def _about(row: Any) -> Link:
    if row.decision is not None:
        named = {"number": row.decision, "outcome": row.decision.outcome}
        return Link(_("%(number)s: %(outcome)s") % named, reverse("decisions:decision", args=[row.decision_id]))
    if row.conversation is not None:
        return Link(row.conversation.title, reverse("said:conversation", args=[row.conversation_id]))
    return Link(showing.voice_words(row.voice), showing.voice_address(row.voice))


def _step(step: Any) -> str:
    named = {
        "step": Rung(step.rung).label,
        "day": showing.short_day(step.occurred_at),
        "who": step.owner.name,
        "due": showing.short_day(step.due_on),
    }
    sentence = _("%(day)s: %(step)s. %(who)s sees to it, by %(due)s.") % named
    passed = _("A step was passed over, because: %(why)s") % {"why": step.because} if step.because else ""
    return " ".join(lines(sentence, step.words, passed))


def _stuck(dispute: Dispute) -> Notice | None:
    why = dispute.stuck(clock.today())
    return Notice(_("Those who lead look at it"), " ".join(_(law.STUCK[code]) for code in why), "look") if why else None


def _closing(closed: Any) -> tuple[Section, ...]:
    decision = closed.settled_by
    link = Link(str(decision), reverse("decisions:decision", args=[decision.pk])) if decision else None
    again = _("We look again on %(day)s.") % {"day": showing.short_day(closed.look_again_on)}
    return (
        Section(_("What it came to"), lines=lines(str(CameTo(closed.came_to).label), closed.reasons), links=(link,) if link else ()),
        Section(_("Who was told"), lines=lines(closed.told)),
        Section(_("What %(staff)s do now"), lines=(closed.staff_now, again)),
        Section(_("Still seen differently"), lines=lines(closed.residual)),
        Section(_("Who closed it"), lines=(_wrote(closed),)),
    )


def _wrote(row: Any) -> str:
    return _("%(who)s, %(when)s") % {"who": row.author.name, "when": showing.moment(row.recorded_at)}


def _actions(sight: Sight, dispute: Dispute) -> tuple[Button, ...]:
    row, named, found = dispute.row, {"name": sight.person.name}, []
    if policy.may_open(sight.actor, sight.person):
        persons = reverse("disagreements:persons", args=[row.pk])
        found.append(Button(_("Where %(name)s stands") % named, persons, main=not dispute.has_persons_position))
        found.append(Button(_("Where somebody else stands"), reverse("disagreements:others", args=[row.pk])))
    if policy.may_settle(sight.actor, sight.person):
        found.append(Button(_("Take the next step"), reverse("disagreements:step", args=[row.pk]), main=dispute.has_persons_position))
        found.append(Button(_("Close it"), reverse("disagreements:close", args=[row.pk])))
    return tuple(found)


# --- for whoever leads ---


def stuck_page(found: Iterable[tuple[Dispute, tuple[str, ...]]], at: Moment) -> SectionsPage:
    """Those that need somebody who leads, the oldest first."""
    rows = tuple(
        LinkRow(row.href, _("%(name)s: %(subject)s") % {"name": each.row.person.name, "subject": each.row.subject}, soft=row.soft)
        for each, why in found
        for row in [_row(each, at, why)]
    )
    when = _(
        "Past the day of their step, or going on for more than 40 working days: both are our own convention, and no law. From the first "
        "day, where it is about safety or about who can decide; and where it went on without the person."
    )
    return SectionsPage(
        title=_("Disagreements that need those who lead"),
        back=None,
        portrait=None,
        lead=when,
        sections=(Section(_("They need you"), rows=rows, lines=() if rows else (_("There is none."),)),),
    )
