"""Who may write down who can decide by law, advance refusals and advocates."""

from typing import Any

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import Answer
from throughline.people.models import Person


def may_keep(by: Any, person: Person) -> Answer:
    """Writing down who can decide by law and what was seen of it, an advance refusal, an advocate."""
    return scope.allowed(by, Act.KEEP_AUTHORITY, person)
