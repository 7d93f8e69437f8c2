"""Who may write down questions and decisions. Weight follows impact."""

from typing import Any

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import Answer
from throughline.people.models import Person, PersonRow

from .choices import Impact


def may_ask(by: Any, person: Person, impact: str) -> Answer:
    """Putting a question to be decided, its options, and the decision."""
    act = Act.DECIDE_SMALL if impact == Impact.LOW else Act.DECIDE
    return scope.allowed(by, act, person)


may_decide = may_ask

may_assess = may_ask


def may_amend(by: Any, row: PersonRow) -> Answer:
    """Correcting an assessment: whoever wrote it down, or who answers for the record."""
    return scope.allowed(by, Act.DECIDE_SMALL if row.author_id == by.pk else Act.CORRECT, row.person)


def may_tell(by: Any, person: Person) -> Answer:
    """Telling the person what was decided, and writing down how they took it."""
    return scope.allowed(by, Act.KEEP_VOICE, person)
