"""A conversation: what it was for, who was there, what each said with the person first."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from throughline.base.terms import gettext as _
from throughline.base.terms import gettext_lazy
from throughline.conversations import policy, queries
from throughline.conversations.choices import Attendance, ConversationKind
from throughline.decisions import policy as deciding
from throughline.decisions import queries as decisions
from throughline.decisions.choices import Impact
from throughline.people.choices import Party
from throughline.people.sight import Sight

from ... import about_person
from ...as_at import Moment, banner
from ...disagreements import links
from ...parts import AsAt, Button, Comm, Contribution, Gap, Link, Notice, Portrait, Quote, Speaker
from .. import showing
from ..amended import Earlier, Gone, Told, first_stood, taken_back
from .kept import Tried, all_gone, tried


@dataclass(frozen=True)
class Seat:
    """Somebody who was asked: whether they came, and how they were prepared."""

    speaker: Speaker
    attendance: str
    prepared: str


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
    taken_back: Notice | None
    earlier: tuple[Earlier, ...]
    gone: tuple[Gone, ...]
    disputed: Link | None = None
    comm: Comm | None = None


def conversation_page(sight: Sight, life: list[Any], at: Moment) -> ConversationPage:
    """The page of a conversation at the address of any of its rows. The person's words come first, whoever spoke first.

    life: its rows, the first one first; it shows what stands, and what stood before.
    """
    person, name = sight.person, sight.person.name
    held, rows = life[-1], [each.pk for each in life]
    voices, contributions, attempts = queries.said_in(sight, rows, at.moment)
    stands = [each for each in contributions if not queries.has_ended(each)]
    ended = queries.has_ended(held)
    may = not at.is_past and not ended and policy.may_keep_conversation(sight.actor, person)
    return ConversationPage(
        back=Link(_("%(name)s’s meetings and talks") % {"name": name}, showing.meetings_address(sight)),
        portrait=about_person.portrait(person),
        title=held.title,
        when=_when(held),
        purpose=held.purpose,
        agenda=_agenda(held),
        seats=_seats(held, person),
        first=first_words(held.who_spoke_first, name),
        not_first_because=held.not_first_because,
        how_we_talked=held.how_we_talked,
        notes=held.notes,
        quotes=tuple(showing.quote(each, name) for each in voices),
        nothing_said=None if voices or ended else _nothing(sight, life[0], bool(may)),
        beforehand=tuple(showing.contribution(each, person) for each in stands if each.beforehand),
        others=tuple(showing.contribution(each, person) for each in stands if not each.beforehand),
        balance=balance(held.who_spoke_first, len(voices), stands, name),
        attempts=tuple(tried(each) for each in attempts if not queries.has_ended(each)),
        questions=tuple(Link(each.text, reverse("decisions:question", args=[each.pk])) for each in decisions.questions_in(sight, rows)),
        wrote=_("%(who)s wrote it down, %(when)s") % {"who": life[0].author.name, "when": showing.moment(life[0].recorded_at)},
        actions=(*(_actions(sight, life[0]) if may else ()), *(() if at.is_past or ended else _amending(sight, held))),
        as_at=banner(at, showing.conversation_address(life[0])),
        taken_back=taken_back(held, name) if ended else None,
        earlier=first_stood(life, lambda row: _told(row, person)),
        gone=all_gone(contributions, attempts, person),
        disputed=links.link(sight, held, "conversation", rows, may=not at.is_past and not ended),
    )


def _agenda(held: Any) -> tuple[str, ...]:
    return tuple(each.text for each in held.agenda.all())


def _told(held: Any, person: Any) -> Told:
    """What was written of it, by the question that it answers."""
    seats = (" ".join(filter(None, (f"{seat.speaker.name}, {seat.attendance}", seat.prepared))) for seat in _seats(held, person))
    return {
        _("What was it called?"): held.title,
        _("What was it for?"): held.purpose,
        _("When was it?"): _when(held),
        _("What was to be talked about?"): "\n".join(_agenda(held)),
        _("Who was asked?"): "\n".join(sorted(seats)),
        _("Who spoke first?"): first_words(held.who_spoke_first, person.name),
        _("If not %(name)s: why, and how did %(name)s’s view come in?") % {"name": person.name}: held.not_first_because,
        _("How did we talk?"): held.how_we_talked,
        _("Anything else?"): held.notes,
    }


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
    Party.CIRCLE: gettext_lazy("%(Circle)s spoke first"),
    Party.ADVOCATE: gettext_lazy("An advocate spoke first"),
    Party.PROFESSIONAL: gettext_lazy("A professional spoke first"),
    Party.STAFF: gettext_lazy("%(Staff)s spoke first"),
}
COUNTED = {
    Party.CIRCLE: gettext_lazy("%(circle)s %(n)s"),
    Party.ADVOCATE: gettext_lazy("advocates %(n)s"),
    Party.PROFESSIONAL: gettext_lazy("professionals %(n)s"),
    Party.STAFF: gettext_lazy("%(staff)s %(n)s"),
}


def first_words(party: str, name: str) -> str:
    return str(SPOKE_FIRST[Party(party)]) % {"name": name}


def balance(first: str, own: int, contributions: list[Any], name: str) -> str:
    """Whose words were kept: counts, never minutes (`ux.md` 6, chart 2)."""
    counts = [_("%(name)s %(n)s") % {"name": name, "n": own}]
    for party, sentence in COUNTED.items():
        if number := sum(each.party == party for each in contributions):
            counts.append(str(sentence) % {"n": number})
    return _("%(first)s. Words kept: %(counts)s.") % {"first": first_words(first, name), "counts": ", ".join(counts)}


def _nothing(sight: Sight, held: Any, may: bool) -> Gap:
    name = {"name": sight.person.name}
    address = showing.with_query(reverse("said:voice_new", args=[sight.person_id]), conversation=held.pk)
    add = Button(_("Add what %(name)s said or showed") % name, address, main=True) if may else None
    return Gap(_("Nothing from %(name)s yet.") % name, _("The meeting is %(name)s’s. Their words come first.") % name, add)


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


def _amending(sight: Sight, held: Any) -> tuple[Button, ...]:
    """Putting right how it was written down, by whoever may."""
    if not policy.may_amend(sight.actor, held):
        return ()
    return (
        Button(_("Put this right"), reverse("said:conversation_correct", args=[held.pk]), icon="pencil"),
        Button(_("Entered by mistake"), reverse("said:conversation_take_back", args=[held.pk])),
    )
