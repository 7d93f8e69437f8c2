from collections.abc import Sequence
from typing import Any

from django.db import transaction

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.people.models import Person

from .. import law, policy
from ..models import AgendaQuestion, Conversation, Presence
from ..standing import corrected, still_stands

Parts = list[AgendaQuestion | Presence]


@once
@transaction.atomic
def hold_conversation(
    *,
    person: Person,
    who_spoke_first: str,
    not_first_because: str = "",
    agenda: Sequence[str] = (),
    present: Sequence[Presence] = (),
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Conversation:
    """Keep an occasion on which things were talked about: its kind, purpose and agenda, who was there, who spoke first.

    agenda: questions in the order in which they were asked. present: unsaved Presence rows.
    """
    require(policy.may_keep_conversation(by, person))
    if there := already(Conversation, by=by, written=written):
        return there
    held = Conversation(person=person, who_spoke_first=who_spoke_first, not_first_because=not_first_because, **told)
    _check(held)
    return keep("conversations.conversation-held", held, *_parts(held, agenda, present), by=by, written=written)


@transaction.atomic
def correct_conversation(
    *,
    conversation: Conversation,
    reason: str,
    agenda: Sequence[str] | None = None,
    present: Sequence[Presence] | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Conversation:
    """Correct how a conversation was written down. The first row stays, and what was said in it goes on citing that row.

    The new row has an agenda and presences of its own: those given, or what stood before. `written.occurred_at` is when it was.
    """
    require(policy.may_amend(by, conversation))
    still_stands(conversation)
    held, when = corrected(conversation, told, written)
    _check(held)
    parts = _parts(held, _agenda(conversation) if agenda is None else agenda, _present(conversation) if present is None else present)
    return amend(
        "conversations.conversation-corrected", conversation, held, *parts, kind=Amendment.CORRECTED, reason=reason, by=by, written=when
    )


@transaction.atomic
def take_back_conversation(*, conversation: Conversation, reason: str, by: Any, written: Written = NOW) -> Conversation:
    """Mark a conversation as entered by mistake. What was said in it stands by itself."""
    require(policy.may_amend(by, conversation))
    still_stands(conversation)
    ended, when = corrected(conversation, {}, written)
    parts = _parts(ended, _agenda(conversation), _present(conversation))
    verb = "conversations.conversation-taken-back"
    return amend(verb, conversation, ended, *parts, kind=Amendment.MISTAKE, reason=reason, by=by, written=when)


def _check(held: Conversation) -> None:
    if faults := law.conversation_faults(first=held.who_spoke_first, not_first_because=held.not_first_because):
        raise Invalid.by_law(faults)


def _parts(held: Conversation, agenda: Sequence[str], present: Sequence[Presence]) -> Parts:
    """The questions and who was there, made this conversation's."""
    questions = [AgendaQuestion(person=held.person, conversation=held, position=n, text=text) for n, text in enumerate(agenda, 1)]
    for presence in present:
        presence.person, presence.conversation = held.person, held
    return [*questions, *present]


def _agenda(held: Conversation) -> list[str]:
    return [each.text for each in held.agenda.all()]


def _present(held: Conversation) -> list[Presence]:
    """Who was there, as rows that are still to be kept."""
    same = ("party", "contact_id", "staff_id", "attendance", "prepared")
    return [Presence(**{name: getattr(each, name) for name in same}) for each in held.presences.all()]
