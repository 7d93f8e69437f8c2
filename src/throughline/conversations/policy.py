"""Who may write down what was said, and who may amend it."""

from typing import Any

from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import Answer, No
from throughline.people.models import Person, PersonRow

from .models import Attempt, Contribution, Conversation


def may_keep_voice(by: Any, person: Person) -> Answer:
    """Writing down what the person said or showed."""
    return scope.allowed(by, Act.KEEP_VOICE, person)


def may_keep_conversation(by: Any, person: Person) -> Answer:
    """Writing down conversations, what others contributed, and attempts to hear."""
    return scope.allowed(by, Act.KEEP_CONVERSATION, person)


def may_second(by: Any, voice: PersonRow) -> Answer:
    """A second observer is somebody else than the first."""
    if voice.author_id == by.pk:
        return No(_("You saw it first. A second observer has to be somebody else."))
    return may_keep_voice(by, voice.person)


def may_amend(by: Any, row: PersonRow) -> Answer:
    """Correcting or taking back a record: its author, or whoever answers for the record."""
    if row.author_id == by.pk:
        keep = may_keep_conversation if isinstance(row, Attempt | Contribution | Conversation) else may_keep_voice
        return keep(by, row.person)
    return scope.allowed(by, Act.CORRECT, row.person)
