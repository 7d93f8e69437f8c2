"""What stands in each of the six knots, as typed values."""

from dataclasses import dataclass
from datetime import time

from django.urls import reverse
from django.utils.translation import ngettext

from throughline.base.clock import day_of
from throughline.base.terms import gettext as _
from throughline.decisions.choices import Basis, Effect, Reaction
from throughline.plan.choices import LinePart
from throughline.reviews.choices import Verdict
from throughline.thread import trace
from throughline.thread.facts import Decided, ItemFacts, Offered, Talk, Weighed
from throughline.thread.trace import Gap, Knot, Line

from .. import said_words, words
from ..as_at import Moment
from ..parts import Contribution, KnotKey, Link, Option, Quote, ShiftCard, Source, Speaker, State

KEYS: dict[Knot, KnotKey] = {
    Knot.SAID: "said",
    Knot.TALKED: "talked",
    Knot.DECIDED: "decided",
    Knot.STAFF_DO: "do",
    Knot.HAPPENED: "happened",
    Knot.LOOK_AGAIN: "again",
}
NAMES = {
    Knot.SAID: lambda: _("Said"),
    Knot.TALKED: lambda: _("Talked about"),
    Knot.DECIDED: lambda: _("Decided"),
    Knot.STAFF_DO: lambda: _("%(Staff)s do"),
    Knot.HAPPENED: lambda: _("What happened"),
    Knot.LOOK_AGAIN: lambda: _("Look again"),
}
NOT_TO_DO = frozenset({LinePart.DO_NOT, LinePart.EARLY_SIGN, LinePart.STEP_UP, LinePart.CALL})


def when(knot: Knot, facts: ItemFacts, line: Line) -> str:
    """The day or days that stand under a knot's name."""
    days = {
        Knot.SAID: facts.voices[0].said_at if facts.voices else None,
        Knot.TALKED: facts.talks[-1].held_at if facts.talks else None,
        Knot.DECIDED: facts.decision.decided_at if facts.decision else None,
        Knot.LOOK_AGAIN: line.look_again_on,
    }
    if knot is Knot.STAFF_DO and facts.published:
        return _("since %(day)s") % {"day": words.short_day(facts.published.published_at, facts.today)}
    if knot is Knot.HAPPENED and facts.last_seen_on:
        return _("up to %(day)s") % {"day": words.short_day(facts.last_seen_on, facts.today)}
    day = days.get(knot)
    return words.short_day(day, facts.today) if day else ""


@dataclass(frozen=True)
class SaidKnot:
    """The person's words first and biggest, then what others said that was weighed."""

    quotes: tuple[Quote, ...]
    others: tuple[Contribution, ...]


def said(facts: ItemFacts, name: str) -> SaidKnot:
    """The person's words, then the contributions that a decision weighed."""
    quotes = tuple(said_words.quote(each, name, "l" if n == 0 else "") for n, each in enumerate(facts.voices))
    weighed = facts.decision.weighed if facts.decision else ()
    return SaidKnot(quotes, tuple(said_words.contribution(each.contribution) for each in weighed if each.contribution))


@dataclass(frozen=True)
class TalkedKnot:
    """Where it was talked about, who spoke first, and which ways there were."""

    talks: tuple[tuple[Link, str], ...]
    options: tuple[Option, ...]


def talked(facts: ItemFacts, name: str) -> TalkedKnot:
    """Conversations with who came, and the options with how the person took them."""
    talks = tuple((Link(each.title, reverse("said:conversation", args=[each.id])), _who_came(each, name)) for each in facts.talks)
    return TalkedKnot(talks, tuple(_option(each, name) for each in facts.options))


def _who_came(talk: Talk, name: str) -> str:
    first = _("%(name)s spoke first.") % {"name": name} if talk.first == "person" else talk.not_first_because
    others = [each.name for each in talk.came if each.party != "person"]
    if not others:
        return " ".join(filter(None, [talk.how, first]))
    came = ngettext("%(names)s came.", "%(names)s came.", len(others)) % {"names": listed(others)}
    return " ".join(filter(None, [talk.how, first, came]))


def listed(names: list[str]) -> str:
    """Priya, Dan and Amina."""
    if len(names) < 2:
        return "".join(names)
    return _("%(most)s and %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}


def _option(option: Offered, name: str) -> Option:
    reaction = dict(Reaction.choices)[option.reaction]
    sentence = option.reaction_words or _("%(name)s %(reaction)s") % {"name": name, "reaction": reaction}
    picked = option.reaction == Reaction.PICKED
    return Option(
        option.title,
        picture=reverse("people:file", args=[option.photo_id]) if option.photo_id else "",
        picked=sentence if picked else "",
        note="" if picked else sentence,
        chosen=option.is_chosen,
    )


@dataclass(frozen=True)
class DecidedKnot:
    """What was decided, by whom, on what basis, and who saw it differently."""

    outcome: str
    basis: str
    different: tuple[Contribution, ...]
    told: State
    source: Source


def decided(facts: ItemFacts, name: str) -> DecidedKnot | None:
    """The decision on which it rests."""
    decision = facts.decision
    if decision is None:
        return None
    number = f"D-{decision.number}"
    open_it = Link(_("Open decision %(number)s") % {"number": number}, reverse("decisions:decision", args=[decision.id]))
    return DecidedKnot(
        outcome=decision.outcome,
        basis=_basis(decision, name),
        different=tuple(_different(each) for each in decision.weighed if each.contribution and each.effect == Effect.NOT_FOLLOWED),
        told=_told(decision, name, facts),
        source=Source((), Speaker("staff", _("%(who)s wrote it") % {"who": decision.recorder}), link=open_it),
    )


def _basis(decision: Decided, name: str) -> str:
    if decision.basis == Basis.OWN_WITH_SUPPORT:
        return _("%(name)s decided, with support: %(support)s") % {"name": name, "support": decision.support_given}
    if decision.basis == Basis.OWN:
        return _("%(name)s decided, alone.") % {"name": name}
    return str(dict(Basis.choices)[decision.basis])


def _different(weighed: Weighed) -> Contribution:
    assert weighed.contribution is not None
    return said_words.contribution(weighed.contribution, _("Not followed: %(because)s") % {"because": weighed.because})


def _told(decision: Decided, name: str, facts: ItemFacts) -> State:
    if decision.told_at is None:
        return State(_("%(name)s not told yet") % {"name": name}, "look")
    day = words.short_day(decision.told_at, facts.today)
    return State(_("%(name)s was told on %(day)s: %(how)s") % {"name": name, "day": day, "how": decision.told_how}, "good")


@dataclass(frozen=True)
class StaffDoKnot:
    """The card that staff follow, or what else the item says."""

    card: ShiftCard
    facts: tuple[tuple[str, str], ...]
    newer: str
    whole: Link


def staff_do(facts: ItemFacts, name: str, day: Moment) -> StaffDoKnot | None:
    """What the version says, with the link to the card; both are read as at the same day."""
    written = facts.written
    if written is None or facts.published is None:
        return None
    steps = tuple(_step(step.from_time, step.text) for step in written.steps)
    do = tuple(rule.text for rule in written.rules if rule.part not in NOT_TO_DO)
    card = ShiftCard(
        _("Shift card, version %(number)s") % {"number": written.number},
        steps or do,
        Link(_("Open the card"), day.keep(reverse("plan:card", args=[facts.item_id]))),
        tuple(rule.text for rule in written.rules if rule.part == LinePart.DO_NOT),
    )
    whole = Link(_("Read this version in full, change it or end it"), day.keep(reverse("plan:version", args=[written.id])))
    return StaffDoKnot(card, _outcome_facts(facts), _newer(facts), whole)


def _newer(facts: ItemFacts) -> str:
    """A later version that staff do not follow yet is said, so that nobody waits for it in vain."""
    if facts.newer_version is None:
        return ""
    return _("Version %(number)s is written and not published yet. %(Staff)s follow the one above.") % {"number": facts.newer_version}


def _step(from_time: str, text: str) -> str:
    if not from_time:
        return text
    return _("%(time)s: %(step)s") % {"time": words.clock_time(time.fromisoformat(from_time)), "step": text}


def _outcome_facts(facts: ItemFacts) -> tuple[tuple[str, str], ...]:
    """How an outcome is measured, from where and to where."""
    written = facts.written
    if written is None or not written.measure:
        return ()
    rows = [(_("How we know"), written.measure), (_("Where it began"), written.baseline), (_("Where to"), written.target)]
    if written.target_by:
        rows.append((_("By"), words.full_day(written.target_by, facts.today)))
    return tuple((label, text) for label, text in rows if text)


@dataclass(frozen=True)
class HappenedKnot:
    """The person's own words about how it turned out first, then the counts."""

    quotes: tuple[Quote, ...]
    counts: str
    read: Link | None


def happened(facts: ItemFacts, name: str, everything: str) -> HappenedKnot:
    """What the person says of it, and how often it was offered; of what is lived and not offered, the way to all that was written down."""
    quotes = tuple(said_words.quote(each, name, "l" if n == 0 else "") for n, each in enumerate(reversed(facts.later_voices)))
    offered, times, yes, no = trace.offered(dict(facts.counts))
    if not times:
        return HappenedKnot(quotes, "", Link(_("Read what was written down"), everything) if facts.counts.get("noted") else None)
    counts = _("Offered %(offered)s of %(times)s times. %(name)s said yes %(yes)s times and no %(no)s times.") % {
        "offered": offered,
        "times": times,
        "name": name,
        "yes": yes,
        "no": no,
    }
    read = ngettext("Read the %(n)s record", "Read the %(n)s records", times) % {"n": times}
    return HappenedKnot(quotes, counts, Link(read, reverse("today:records", args=[facts.item_id])))


@dataclass(frozen=True)
class LookAgainKnot:
    """When, sooner if what, and what the last looks came to."""

    when: str
    sooner: tuple[str, ...]
    due: State | None
    reviews: tuple[tuple[str, str], ...]
    mistakes: tuple[Link, ...]


def look_again(facts: ItemFacts, line: Line, name: str, mistakes: tuple[Link, ...]) -> LookAgainKnot:
    """The next look and the past ones."""
    sooner = (facts.written.look_again_if if facts.written else "") or (facts.decision.look_again_if if facts.decision else "")
    due = State(_("It is time to look again with %(name)s") % {"name": name}, "look") if Gap.REVIEW_DUE in line.gaps else None
    shown = words.full_day(line.look_again_on, facts.today) if line.look_again_on else ""
    verdicts = dict(Verdict.choices)
    reviews = tuple(
        (f"{words.short_day(day_of(each.reviewed_at), facts.today)}: {verdicts[each.verdict]}", each.because) for each in facts.reviews
    )
    told = _("%(name)s and the team look again on %(day)s.") % {"name": name, "day": shown}
    return LookAgainKnot(told, tuple(filter(None, sooner.splitlines())), due, reviews, mistakes)
