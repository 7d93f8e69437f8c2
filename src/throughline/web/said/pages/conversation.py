"""A conversation: what it was for, who was there, what each said with the person first; and the list of them."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.base import clock
from throughline.conversations import policy, queries
from throughline.conversations.choices import AttemptMethod, AttemptResult, Attendance, ConversationKind
from throughline.decisions import policy as deciding
from throughline.decisions import queries as decisions
from throughline.decisions.choices import Impact
from throughline.people.choices import Party
from throughline.people.sight import Sight

from ... import about_person, words
from ...as_at import Moment, banner
from ...parts import AsAt, Button, Comm, Contribution, Empty, Gap, Link, LinkRow, Portrait, Quote, Speaker, Tab
from .. import showing


@dataclass(frozen=True)
class Seat:
    """Somebody who was asked: whether they came, and how they were prepared."""

    speaker: Speaker
    attendance: str
    prepared: str


@dataclass(frozen=True)
class Tried:
    """A try to hear the person."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class ConversationPage:
    back: Link
    portrait: Portrait
    title: str
    when: str
    purpose: str
    agenda: tuple[str, ...]
    seats: tuple[Seat, ...]
    first: str
    not_first_because: str
    how_we_talked: str
    notes: str
    quotes: tuple[Quote, ...]
    nothing_said: Gap | None
    beforehand: tuple[Contribution, ...]
    others: tuple[Contribution, ...]
    balance: str
    attempts: tuple[Tried, ...]
    questions: tuple[Link, ...]
    wrote: str
    actions: tuple[Button, ...]
    as_at: AsAt | None
    comm: Comm | None = None


def conversation_page(sight: Sight, held: Any, at: Moment) -> ConversationPage:
    """The person's words come first, whoever spoke first."""
    person, name = sight.person, sight.person.name
    voices, contributions, attempts = queries.said_in(sight, held, at.moment)
    others = [each for each in contributions if not each.beforehand]
    may = not at.is_past and policy.may_keep_conversation(sight.actor, person)
    address = reverse("said:conversation", args=[held.pk])
    return ConversationPage(
        back=Link(_("%(name)s’s meetings and talks") % {"name": name}, reverse("said:conversations", args=[person.pk])),
        portrait=about_person.portrait(person),
        title=held.title,
        when=_when(held),
        purpose=held.purpose,
        agenda=tuple(each.text for each in held.agenda.all()),
        seats=_seats(held, person),
        first=_first(held.who_spoke_first, name),
        not_first_because=held.not_first_because,
        how_we_talked=held.how_we_talked,
        notes=held.notes,
        quotes=tuple(showing.quote(each, name) for each in voices),
        nothing_said=None if voices else _nothing(sight, held, bool(may)),
        beforehand=tuple(showing.contribution(each, person) for each in contributions if each.beforehand),
        others=tuple(showing.contribution(each, person) for each in others),
        balance=balance(held.who_spoke_first, len(voices), contributions, name),
        attempts=tuple(tried(each) for each in attempts),
        questions=tuple(Link(each.text, reverse("decisions:question", args=[each.pk])) for each in decisions.questions_in(sight, held.pk)),
        wrote=_("%(who)s wrote it down, %(when)s") % {"who": held.author.name, "when": showing.moment(held.recorded_at)},
        actions=_actions(sight, held) if may else (),
        as_at=banner(at, address),
    )


def _when(held: Any) -> str:
    kind, when = ConversationKind(held.kind).label, showing.moment(held.occurred_at)
    if held.place:
        return _("%(kind)s. %(when)s, %(place)s") % {"kind": kind, "when": when, "place": held.place}
    return _("%(kind)s. %(when)s") % {"kind": kind, "when": when}


def _seats(held: Any, person: Any) -> tuple[Seat, ...]:
    """The person first, then the others on whose side they are."""
    order = list(Party.values)
    seats = sorted(held.presences.all(), key=lambda seat: order.index(seat.party))
    return tuple(
        Seat(showing.speaker(seat.party, seat.contact, seat.staff, person), str(Attendance(seat.attendance).label), seat.prepared)
        for seat in seats
    )


SPOKE_FIRST = {
    Party.PERSON: gettext_lazy("%(name)s spoke first"),
    Party.CIRCLE: gettext_lazy("Family or a friend spoke first"),
    Party.ADVOCATE: gettext_lazy("An advocate spoke first"),
    Party.PROFESSIONAL: gettext_lazy("A professional spoke first"),
    Party.STAFF: gettext_lazy("Staff spoke first"),
}
COUNTED = {
    Party.CIRCLE: gettext_lazy("family and friends %(n)s"),
    Party.ADVOCATE: gettext_lazy("advocates %(n)s"),
    Party.PROFESSIONAL: gettext_lazy("professionals %(n)s"),
    Party.STAFF: gettext_lazy("staff %(n)s"),
}


def _first(party: str, name: str) -> str:
    return str(SPOKE_FIRST[Party(party)]) % {"name": name}


def balance(first: str, own: int, contributions: list[Any], name: str) -> str:
    """Whose words were kept: counts, never minutes (`ux.md` 6, chart 2)."""
    counts = [_("%(name)s %(n)s") % {"name": name, "n": own}]
    for party, sentence in COUNTED.items():
        if number := sum(each.party == party for each in contributions):
            counts.append(str(sentence) % {"n": number})
    return _("%(first)s. Words kept: %(counts)s.") % {"first": _first(first, name), "counts": ", ".join(counts)}


def _nothing(sight: Sight, held: Any, may: bool) -> Gap:
    name = {"name": sight.person.name}
    address = showing.with_query(reverse("said:voice_new", args=[sight.person_id]), conversation=held.pk)
    add = Button(_("Add what %(name)s said or showed") % name, address, main=True) if may else None
    return Gap(_("Nothing from %(name)s yet.") % name, _("The meeting is %(name)s’s. Their words come first.") % name, add)


def tried(each: Any) -> Tried:
    """What we tried, what was seen, what came of it."""
    title = _("%(method)s, %(when)s, by %(who)s") % {
        "method": AttemptMethod(each.method).label,
        "when": showing.day(each.occurred_at),
        "who": each.author.name,
    }
    lines = [_("We asked: %(asked)s") % {"asked": each.asked}]
    lines += [_("What was seen: %(seen)s") % {"seen": each.seen}] if each.seen else []
    lines.append(str(AttemptResult(each.result).label))
    if each.try_again_on:
        lines.append(_("We try again %(day)s") % {"day": words.full_day(each.try_again_on, clock.today())})
    return Tried(title, tuple(lines))


def _actions(sight: Sight, held: Any) -> tuple[Button, ...]:
    person, name = sight.person_id, {"name": sight.person.name}

    def to(address: str) -> str:
        return showing.with_query(reverse(address, args=[person]), conversation=held.pk)

    found = [
        Button(_("Add what %(name)s said or showed") % name, to("said:voice_new"), icon="plus"),
        Button(_("Add what somebody else said"), to("said:contribution_new"), icon="plus"),
        Button(_("Add a try to hear %(name)s") % name, to("said:attempt_new"), icon="plus"),
    ]
    if deciding.may_ask(sight.actor, sight.person, Impact.LOW):
        found.append(Button(_("Put a question to be decided"), to("decisions:question_new"), icon="question"))
    return tuple(found)


# --- the list ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ConversationsPage:
    back: Link
    tabs: tuple[Tab, ...]
    title: str
    name: str
    rows: tuple[LinkRow, ...]
    empty: Empty
    apart: tuple[Contribution, ...]
    attempts: tuple[Tried, ...]
    actions: tuple[Button, ...]
    as_at: AsAt | None
    comm: Comm | None


MOST_APART = 20


def conversations_page(sight: Sight, at: Moment) -> ConversationsPage:
    """Meetings and talks, newest first; below them what stands by itself."""
    person, name = sight.person, sight.person.name
    address = reverse("said:conversations", args=[person.pk])
    may = not at.is_past and policy.may_keep_conversation(sight.actor, person)
    begin = Button(_("Write down a meeting or talk"), reverse("said:conversation_new", args=[person.pk]), main=True, icon="plus")
    apart = [each for each in queries.contributions(sight, at.moment) if each.conversation_id is None][:MOST_APART]
    return ConversationsPage(
        back=showing.person_link(person),
        tabs=about_person.tabs(person, "said:conversations"),
        title=_("%(name)s’s meetings and talks") % {"name": name},
        name=name,
        rows=tuple(_row(each, name) for each in queries.conversations(sight, at.moment)),
        empty=Empty(_("No meeting or talk is written down yet. %(name)s speaks first in each.") % {"name": name}),
        apart=tuple(showing.contribution(each, person) for each in apart),
        attempts=tuple(tried(each) for each in queries.attempts(sight, at.moment)),
        actions=(begin, *_apart_actions(sight)) if may else (),
        as_at=banner(at, address),
        comm=about_person.comm(sight),
    )


def _apart_actions(sight: Sight) -> tuple[Button, ...]:
    return (
        Button(_("Add what somebody else said"), reverse("said:contribution_new", args=[sight.person_id])),
        Button(_("Add a try to hear %(name)s") % {"name": sight.person.name}, reverse("said:attempt_new", args=[sight.person_id])),
    )


def _row(held: Any, name: str) -> LinkRow:
    soft = _("%(when)s. %(first)s") % {"when": showing.day(held.occurred_at), "first": _first(held.who_spoke_first, name)}
    return LinkRow(reverse("said:conversation", args=[held.pk]), held.purpose, strong=held.title, soft=soft)
