"""The page of a thread, as typed values."""

from dataclasses import dataclass

from django.urls import reverse

from throughline.access.roles import Act
from throughline.base.terms import gettext as _
from throughline.people.sight import Sight
from throughline.plan.choices import ItemKind
from throughline.thread import trace
from throughline.thread.facts import ItemFacts
from throughline.thread.trace import Gap, Knot, Line

from .. import parts, words
from ..about_person import portrait
from ..as_at import Moment, banner
from ..parts import AsAt, Button, Comm, Link, Portrait, State, Thread
from . import gaps, knots


@dataclass(frozen=True)
class ThreadPage:
    """What the page of a plan item shows."""

    back: Link
    portrait: Portrait
    number: str
    title: str
    lead: str
    state: State
    comm: Comm | None
    banner: AsAt | None
    thread: Thread
    said: knots.SaidKnot
    talked: knots.TalkedKnot
    decided: knots.DecidedKnot | None
    staff_do: knots.StaffDoKnot | None
    happened: knots.HappenedKnot
    look_again: knots.LookAgainKnot
    actions: tuple[Button, ...]
    ended: str = ""


def thread_page(sight: Sight, facts: ItemFacts, day: Moment, address: str, *, risks_wait: bool = False) -> ThreadPage:
    """Everything the page shows, from the facts. No queries. risks_wait: a try of a ladder showed a new risk, and nobody looked again."""
    line = trace.line_of(facts)
    name = sight.person.name
    return ThreadPage(
        back=Link(_("%(name)s\u2019s plan") % {"name": name}, day.keep(reverse("plan:plan", args=[sight.person_id]))),
        portrait=portrait(sight.person),
        number=f"T-{facts.number}",
        title=facts.written.title if facts.written else f"T-{facts.number}",
        lead=facts.written.summary if facts.written else "",
        state=state_of(line, name),
        comm=_comm(facts, name),
        banner=banner(day, address),
        thread=Thread(tuple(_knot(knot, facts, line, sight, day) for knot in Knot)),
        said=knots.said(facts, name),
        talked=knots.talked(facts, name),
        decided=knots.decided(facts, name),
        staff_do=knots.staff_do(facts, name, day),
        happened=knots.happened(facts, name, day.keep(reverse("people:timeline", args=[sight.person_id]))),
        look_again=knots.look_again(facts, line, name, () if day.is_past else mistaken_reviews(facts, sight)),
        actions=() if day.is_past else _actions(facts, line, sight, risks_wait),
        ended=_("This has ended. %(Staff)s no longer follow it.") if facts.published and facts.published.course == "ended" else "",
    )


def mistaken_reviews(facts: ItemFacts, sight: Sight) -> tuple[Link, ...]:
    """Reviews that this reader may take back, from a sight that is there already: no query."""
    may = (each for each in facts.reviews if (Act.REVIEW if each.reviewer_id == sight.actor.pk else Act.CORRECT) in sight.may)
    return tuple(
        Link(
            _("%(day)s: %(why)s") % {"day": words.short_day(each.reviewed_at, facts.today), "why": each.because[:80]},
            reverse("reviews:mistake", args=[sight.person_id, "review", each.id]),
            more=_("was entered by mistake"),
        )
        for each in may
    )


def _comm(facts: ItemFacts, name: str) -> Comm | None:
    told = facts.communication
    if told is None:
        return None
    return Comm(name, told.text, words.short_day(told.check_by, facts.today) if told.check_by else "")


def state_of(line: Line, name: str) -> State:
    """Where the thread stands, in one line: the first gap, or that it is whole."""
    if line.first is None:
        return State(_("Whole thread. All six are in date"), "good")
    if line.is_service_led:
        return State(_("Started by %(staff)s. %(name)s has not been asked yet") % {"name": name}, "look")
    return State(gaps.short(line.first, name), "look")


def _knot(knot: Knot, facts: ItemFacts, line: Line, sight: Sight, day: Moment) -> parts.Knot:
    missing = next((gap for gap in line.gaps if trace.PLACE[gap] is knot and gap not in trace.INSIDE), None)
    return parts.Knot(
        key=knots.KEYS[knot],
        name=knots.NAMES[knot](),
        when=_("not yet") if missing else knots.when(knot, facts, line),
        own=knot in line.own,
        gap=_missing(missing, facts, line, sight, day) if missing else None,
    )


def _missing(missing: Gap, facts: ItemFacts, line: Line, sight: Sight, day: Moment) -> parts.Gap:
    """A gap; only the first one has the filled button, and none has one on a past day."""
    said = gaps.gap(missing, facts, sight)
    return said if missing is line.first and not day.is_past else parts.Gap(said.title, said.text)


def _actions(facts: ItemFacts, line: Line, sight: Sight, risks_wait: bool) -> tuple[Button, ...]:
    """One filled button a screen: the one that closes the first gap, in its place or, inside a knot, here."""
    name, found = sight.person.name, []
    inside = gaps.action(line.first, facts, sight) if line.first in trace.INSIDE else None
    if inside:
        found.append(inside)
    if facts.kind == ItemKind.RISK_LADDER:
        see = _("A try showed a new risk. See how the steps go") if risks_wait else _("See how the steps go")
        found.append(Button(see, reverse("ladders:ladder", args=[facts.item_id])))
    for act, text, place, key in ACTIONS:
        if act in sight.may:
            href = reverse(place, args=[sight.person_id if key == "person" else facts.item_id])
            found.append(Button(text() % {"name": name}, href, main=not found and line.first is None))
    return tuple(found)


ACTIONS = (
    (Act.REVIEW, lambda: _("Ask %(name)s about this"), "reviews:review_new", "item"),
    (Act.KEEP_VOICE, lambda: _("Add what %(name)s said"), "said:voice_new", "person"),
    (Act.PLAN, lambda: _("Change this with %(name)s"), "plan:write", "item"),
)
