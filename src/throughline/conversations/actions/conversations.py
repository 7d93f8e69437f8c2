from collections.abc import Sequence
from typing import Any

from django.db import transaction

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.people.models import Person

from .. import law, policy
from ..models import AgendaQuestion, Conversation, Presence


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
    if faults := law.conversation_faults(first=who_spoke_first, not_first_because=not_first_because):
        raise Invalid.by_law(faults)
    held = Conversation(person=person, who_spoke_first=who_spoke_first, not_first_because=not_first_because, **told)
    questions = [AgendaQuestion(person=person, conversation=held, position=n, text=text) for n, text in enumerate(agenda, 1)]
    for presence in present:
        presence.person, presence.conversation = person, held
    return keep("conversations.conversation-held", held, *questions, *present, by=by, written=written)
