"""Who may write down who may see what."""

from typing import Any

from throughline.access import policy as access
from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import Answer
from throughline.conversations import policy as conversations
from throughline.people.models import Person, PersonRow

from .models import Disclosure

may_keep_sharing = access.may_keep_sharing  # permissions, and what the law gives

may_close = access.may_close  # taking back, and that somebody is not to be told: whoever hears it writes it down

may_override = access.may_override

may_see_overrides = access.may_see_overrides


def may_disclose(by: Any, person: Person) -> Answer:
    """Writing down what was told to somebody outside these pages."""
    return scope.allowed(by, Act.KEEP_CONVERSATION, person)


def may_keep(by: Any, person: Person) -> Answer:
    """Writing down who takes part in what, and what was agreed with the circle."""
    return scope.allowed(by, Act.KEEP_AGREEMENTS, person)


may_answer = conversations.may_have_say  # one's own answer, as a contact, on pages of one's own


def may_amend(by: Any, row: PersonRow) -> Answer:
    """Taking back what was written here by mistake: its author, or whoever answers for the record."""
    if row.author_id == by.pk:
        return may_disclose(by, row.person) if isinstance(row, Disclosure) else may_keep(by, row.person)
    return scope.allowed(by, Act.CORRECT, row.person)
