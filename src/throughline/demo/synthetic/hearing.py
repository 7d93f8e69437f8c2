"""What synthetic people say and show, what others contribute, and the talks in which they do."""

from datetime import datetime, timedelta
from typing import Any

from throughline.conversations.choices import AttemptResult, HowTold, Wish
from throughline.conversations.models import AgendaQuestion, Attempt, Contribution, Conversation, Presence, SecondObservation, Voice
from throughline.people.choices import ContactKind, Party

from .record import NotYet, Record
from .words import SAYS, SHOWN

TELLS = {
    HowTold.SAID: 58,
    HowTold.PICKED: 13,
    HowTold.SHOWED: 10,
    HowTold.DEVICE: 7,
    HowTold.SIGNED: 5,
    HowTold.WROTE: 4,
    HowTold.TOLD_BY_SOMEONE: 3,
}
QUIETLY = {
    HowTold.SAID: 6,
    HowTold.PICKED: 32,
    HowTold.SHOWED: 38,
    HowTold.DEVICE: 12,
    HowTold.SIGNED: 8,
    HowTold.WROTE: 1,
    HowTold.TOLD_BY_SOMEONE: 3,
}
WISHES = {Wish.TELLING: 38, Wish.PREFERENCE: 25, Wish.REQUEST: 15, Wish.CONCERN: 12, Wish.CHANGE: 10}
SAID_LATE = 0.04


def voice(record: Record, at: datetime, words: str = "", **more: Any) -> Voice:
    """One voice, told in the way in which this person tells; without words given, some of their own."""
    dice = record.dice
    wish = more.pop("wish", None) or dice.one(WISHES)
    how = dice.one(QUIETLY if record.quiet else TELLS)
    told = _told(record, how, words or dice.choice(SAYS[wish]))
    if "conversation_id" not in more and dice.often(SAID_LATE):
        told |= {
            "occurred_at": at - timedelta(hours=dice.randint(25, 70)),
            "late_because": "Said on the way home, written on the next shift.",
        }
    made = record.row(Voice, at, record.anybody(), how_told=how, wish=wish, **told | more)
    if wish in Wish.awaits_answer():
        record.awaiting.append(made)
    return made


def _told(record: Record, how: str, words: str) -> dict[str, Any]:
    """What is written of a voice, by how it was told."""
    dice = record.dice
    if how == HowTold.SHOWED:
        seen, thought = dice.choice(SHOWN)
        thinker = record.anybody() if dice.often(0.6) else None
        return {"seen": seen, "thought": thought if thinker else "", "thought_by_id": thinker.pk if thinker else None}
    if how == HowTold.TOLD_BY_SOMEONE:
        teller = record.someone()
        by_staff = {"told_by_staff_id": record.anybody().pk}
        return {"words": words, **({"told_by_contact_id": teller.pk} if teller else by_staff)}
    if how in (HowTold.PICKED, HowTold.DEVICE):
        return {"words": words, "how_helped": "aided", "helper_staff_id": record.anybody().pk}
    return {"words": words}


def seconded(record: Record, of: Voice) -> bool:
    """Whether what was shown is seen alike by a second person; most of it is, some days later."""
    others = [each for each in record.staff if each.pk != of.author_id]
    if of.is_own_words or not others or not record.dice.often(0.85):
        return False
    seen, _ = record.dice.choice(SHOWN)
    agrees = record.dice.often(0.9)
    try:
        record.row(
            SecondObservation, record.after(of.recorded_at, 1, 5), record.dice.choice(others), voice_id=of.pk, seen=seen, agrees=agrees
        )
    except NotYet:
        return False
    return agrees


def contribution(record: Record, at: datetime, words: str, **more: Any) -> Contribution:
    """What somebody else says: one of their people, or staff."""
    who = record.someone() if record.dice.often(0.7) else None
    side = {"party": who.kind, "contact_id": who.pk} if who else {"party": Party.STAFF, "staff_id": record.anybody().pk}
    kind = record.dice.one({"information": 4, "opinion": 3, "concern": 3, "request": 1, "offer": 1})
    return record.row(Contribution, at, record.leader, words=words, kind=kind, **side, **more)


def talk(record: Record, at: datetime, about: str, *, meeting: bool) -> Conversation:
    """A talk of two, or a meeting with whoever is asked; the person first, or it is written why not."""
    first = not record.dice.often(0.06)
    held = record.row(
        Conversation,
        at,
        record.leader,
        kind="meeting" if meeting else "talk",
        title=f"{record.person.name}’s {'meeting' if meeting else 'talk'}: {about}"[:300],
        purpose="To decide together.",
        who_spoke_first="person" if first else "circle",
        not_first_because="" if first else "Came late from the bus. The view came in by the photos, the day before.",
        how_we_talked="Photos, few words, time to answer.",
    )
    for position, text in enumerate(("What the person says", "What others see", "Ways to do it")[: 3 if meeting else 1], 1):
        record.part(AgendaQuestion, at, conversation_id=held.pk, position=position, text=text)
    _present(record, at, held, meeting=meeting)
    return held


def _present(record: Record, at: datetime, held: Conversation, *, meeting: bool) -> None:
    came = {"conversation_id": held.pk}
    record.part(Presence, at, party=Party.PERSON, prepared="Saw the photos the day before" if record.dice.often(0.5) else "", **came)
    record.part(Presence, at, party=Party.STAFF, staff_id=record.leader.pk, **came)
    for contact in record.contacts if meeting else ():
        attendance = record.dice.one({"came": 7, "apologies": 2, "separately": 1})
        record.part(Presence, at, party=ContactKind(contact.kind).value, contact_id=contact.pk, attendance=attendance, **came)


def attempt(record: Record, at: datetime) -> Attempt:
    """A try to hear somebody that did not come far."""
    method = record.dice.choice(("photos", "objects", "talking", "being_there", "trusted", "signs", "choice_board", "device", "advocate"))
    result = record.dice.choice(AttemptResult.values)
    asked = "What would you like to be different?"
    return record.row(Attempt, at, record.anybody(), method=method, asked=asked, result=result, seen="Looked away, and back.")
