"""A decision: the person's words first, then the question, who decided, what was weighed, what changes, and that the person was told."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.terms import gettext as _
from throughline.decisions import policy, queries
from throughline.decisions.choices import Area, Effect, Impact, ToldReaction
from throughline.people.sight import Sight
from throughline.plan import queries as plan

from ... import about_person, mistakes, words
from ...as_at import Moment, banner, keep
from ...disagreements import links
from ...parts import AsAt, Button, Gap, Link, Notice, Option, Portrait, Quote, Source, State, View
from ...parts import Standing as NotValid
from ...reasons import reason_of
from ...said import showing
from . import for_them, wording

ORDER = {Effect.SHAPED: 0, Effect.PARTLY: 1, Effect.NOT_FOLLOWED: 2}


@dataclass(frozen=True)
class Told:
    """That the person was told: when, how, by whom; and whether they say it is right."""

    text: str
    right: State


@dataclass(frozen=True)
class DecisionPage:
    back: Link
    portrait: Portrait
    marks: tuple[str, ...]
    title: str
    state: State
    standing: NotValid | None
    newer: Notice | None
    quotes: tuple[tuple[Quote, State], ...]
    no_voice: Gap | None
    question: Link
    about: str
    who_decides: tuple[str, ...]
    assessment: Link | None
    for_them: tuple[tuple[str, str], ...]
    is_own: bool
    views: tuple[View, ...]
    options: tuple[Option, ...]
    only_one: str
    talked: Link | None
    reasons: str
    could_not: str
    changes: tuple[Link, ...]
    no_change: Gap | None
    again: tuple[str, ...]
    told: tuple[Told, ...]
    not_told: Gap | None
    signed: tuple[str, ...]
    versions: tuple[Link, ...]
    actions: tuple[Button, ...]
    as_at: AsAt | None
    disputed: Link | None
    mistakes: tuple[Link, ...]


def decision_page(sight: Sight, decision: Any, at: Moment) -> DecisionPage:
    """One version of a decision, whether it takes effect or not."""
    person, name = sight.person, sight.person.name
    versions = [each for each in queries.versions(sight, decision) if at.moment is None or each.received_at <= at.moment]
    latest = versions[-1] if versions else decision
    is_latest = latest.pk == decision.pk
    over = mistakes.notice(decision) if decision.is_over else None
    may = not at.is_past and is_latest and not over and bool(policy.may_decide(sight.actor, person, decision.question.impact))
    again = wording.again(decision, name)
    voices = _voices(decision)
    valid = decision.takes_effect
    changes = plan.changed_by(sight, [each.pk for each in versions], at.moment)
    told = queries.tellings(sight, decision, at.moment)
    return DecisionPage(
        back=Link(_("%(name)s’s decisions") % {"name": name}, reverse("decisions:list", args=[person.pk])),
        portrait=about_person.portrait(person),
        marks=(_("Decision %(number)s") % {"number": decision}, _version(versions, decision)),
        title=decision.outcome,
        state=wording.standing_on(decision, name),
        standing=wording.not_valid(decision, again[0] if may else None),
        newer=over or (None if is_latest else _newer(latest)),
        quotes=tuple(_quote(each, name, first=not n) for n, each in enumerate(voices)),
        no_voice=None if voices else _no_voice(decision, name),
        question=Link(decision.question.text, reverse("decisions:question", args=[decision.question_id])),
        about=_about(decision.question),
        who_decides=_who_decides(decision, name),
        assessment=for_them.assessment_link(decision, name),
        for_them=for_them.points(sight, decision),
        is_own=wording.is_own(decision),
        views=tuple(wording.view(each, person) for each in decision.considerations.all() if each.contribution),
        options=tuple(
            wording.shown_option(each, name, each.is_or_was(decision.option_id))
            for each in queries.options(sight, decision.question, at.moment)
        ),
        only_one=decision.only_one_because,
        talked=_talked(decision),
        reasons=decision.reasons,
        could_not=decision.could_not,
        changes=tuple(_change(each) for each in changes),
        no_change=_no_change(sight, decision, may) if valid and not changes else None,
        again=_again(decision),
        told=tuple(_told(each, name) for each in told),
        not_told=None if told or not valid else _not_told(sight, decision, at),
        signed=_signed(decision),
        versions=tuple(_version_link(each) for each in versions if each.pk != decision.pk),
        actions=again if may and valid else again[1:] if may else (),
        as_at=banner(at, reverse("decisions:decision", args=[decision.pk])),
        disputed=links.link(sight, decision, "decision", may=not at.is_past and is_latest),
        mistakes=() if at.is_past or over else _mistakes(sight, decision, told, is_latest=is_latest),
    )


def _version(versions: list[Any], decision: Any) -> str:
    if len(versions) < 2:
        return _("Version 1, no changes")
    number = next((n for n, each in enumerate(versions, 1) if each.pk == decision.pk), 1)
    return _("Version %(n)s of %(all)s") % {"n": number, "all": len(versions)}


def _newer(latest: Any) -> Notice:
    open_it = Button(_("Read what stands"), reverse("decisions:decision", args=[latest.pk]), main=True)
    text = _("It was decided again on %(day)s: %(why)s") % {"day": showing.day(latest.occurred_at), "why": reason_of(latest)}
    return Notice(_("This version no longer stands"), text, "look", open_it)


def _voices(decision: Any) -> list[Any]:
    """The person's voices, first what shaped it most and their own words before accounts of them."""
    found = [each for each in decision.considerations.all() if each.voice]
    return sorted(found, key=lambda each: (not each.voice.is_own_words, ORDER[Effect(each.effect)], each.voice.occurred_at))


def _quote(weighed: Any, name: str, *, first: bool) -> tuple[Quote, State]:
    """What was taken back, or was somebody else's, is said to be that and not said again; its own page has it."""
    if weighed.is_gone:
        link = Link(_("About these words"), keep(showing.voice_address(weighed.voice)))
        gone = _("These words were taken back, or were not %(name)s’s.") % {"name": name}
        return Quote(gone, Source(link=link), how="told_by_someone"), wording.effect(weighed)
    return showing.quote(weighed.voice, name, size="l" if first else "s"), wording.effect(weighed)


def _no_voice(decision: Any, name: str) -> Gap:
    text = decision.no_voice_because or _("And nothing says why, or how their view came in.")
    return Gap(_("Nothing from %(name)s was weighed.") % {"name": name}, text)


def _about(question: Any) -> str:
    about = _("%(area)s. %(impact)s") % {"area": Area(question.area).label, "impact": Impact(question.impact).label}
    if question.emergency_because:
        return _("%(about)s. It could not wait: %(why)s") % {"about": about, "why": question.emergency_because}
    return about


def _who_decides(decision: Any, name: str) -> tuple[str, ...]:
    found = [wording.decider(decision, name)]
    if decision.support_given:
        found.append(_("Support: %(what)s") % {"what": decision.support_given})
    return tuple(found)


def _talked(decision: Any) -> Link | None:
    held = decision.conversation
    if held is None:
        return None
    text = _("Talked about in: %(title)s, %(day)s") % {"title": held.title, "day": showing.short_day(held.occurred_at)}
    return Link(text, reverse("said:conversation", args=[held.pk]))


def _change(publication: Any) -> Link:
    title = publication.version.title if publication.version else str(publication.item)
    number = publication.version.number if publication.version else 0
    text = _("%(title)s, version %(n)s") % {"title": title, "n": number} if number else _("%(title)s has ended") % {"title": title}
    return Link(text, reverse("thread:thread", args=[publication.item_id]))


def _no_change(sight: Sight, decision: Any, may: bool) -> Gap:
    address = showing.with_query(reverse("plan:item_new", args=[sight.person_id]), decision=decision.pk)
    write = Button(_("Write it into the plan"), address) if may and Act.PLAN in sight.may else None
    return Gap(_("Nothing in the plan yet."), _("It is decided, and %(staff)s have nothing that they follow because of it."), write)


def _again(decision: Any) -> tuple[str, ...]:
    found = [words.full_day(decision.look_again_on, clock.today())] if decision.look_again_on else []
    found += (
        [_("Sooner if: %(what)s") % {"what": "\n".join(["", *wording.lines(decision.look_again_if)])}] if decision.look_again_if else []
    )
    return tuple(found)


def _told(telling: Any, name: str) -> Told:
    said_of_it = {
        ToldReaction.RIGHT: State(_("%(name)s: yes, that is right") % {"name": name}, "good", "up"),
        ToldReaction.NOT_RIGHT: State(_("%(name)s: no, that is not right") % {"name": name}, "look"),
        ToldReaction.UNSURE: State(_("%(name)s was not sure") % {"name": name}, "info"),
    }
    told = {"day": showing.short_day(telling.occurred_at), "how": telling.how, "who": telling.author.name, "name": name}
    text = _("%(day)s, %(how)s, by %(who)s.") % told
    if telling.shown_back:
        text = _("%(day)s, %(how)s, by %(who)s. %(name)s said it or showed it back.") % told
    if telling.reaction_words:
        text = f"{text} {words.in_quotes(telling.reaction_words)}"
    return Told(text, said_of_it[ToldReaction(telling.reaction)])


def _not_told(sight: Sight, decision: Any, at: Moment) -> Gap:
    name = {"name": sight.person.name}
    may = not at.is_past and policy.may_tell(sight.actor, sight.person)
    tell = Button(_("Tell %(name)s") % name, reverse("decisions:tell", args=[decision.pk]), main=True) if may else None
    return Gap(_("%(name)s is not told yet.") % name, _("A decision is %(name)s’s only when %(name)s knows of it.") % name, tell)


def _signed(decision: Any) -> tuple[str, ...]:
    wrote = _("%(who)s wrote it, %(when)s.") % {"who": decision.author.name, "when": showing.moment(decision.received_at)}
    return (wrote, *([_("Decided again because: %(why)s") % {"why": reason_of(decision)}] if decision.reason else []))


def _version_link(version: Any) -> Link:
    named = {"outcome": version.outcome, "day": showing.short_day(version.occurred_at), "who": version.author.name}
    return Link(_("%(day)s: %(outcome)s, written by %(who)s") % named, reverse("decisions:decision", args=[version.pk]))


def _mistakes(sight: Sight, decision: Any, told: list[Any], *, is_latest: bool) -> tuple[Link, ...]:
    """What of it can be taken back: that the person was told, and the decision as it stands."""
    rows = [("told", each, _told(each, sight.person.name).text) for each in told]
    rows += [("decision", decision, f"{decision}: {decision.outcome}")] if is_latest else []
    return mistakes.links(sight, "decisions:mistake", policy.may_take_back_seen, *rows)
