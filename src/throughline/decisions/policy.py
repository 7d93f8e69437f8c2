"""Who may write down questions and decisions. Weight follows impact."""

from typing import Any

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import Answer
from throughline.people.models import Person

from .choices import Impact


def may_ask(by: Any, person: Person, impact: str) -> Answer:
    """Putting a question to be decided, its options, and the decision."""
    act = Act.DECIDE_SMALL if impact == Impact.LOW else Act.DECIDE
    return scope.allowed(by, act, person)


may_decide = may_ask


def may_tell(by: Any, person: Person) -> Answer:
    """Telling the person what was decided, and writing down how they took it."""
    return scope.allowed(by, Act.KEEP_VOICE, person)
