"""Who may write down who can decide by law, advance refusals and advocates; and who may amend that."""

from typing import Any

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import Answer
from throughline.people.models import Person, PersonRow


def may_keep(by: Any, person: Person) -> Answer:
    """Writing down who can decide by law and what was seen of it, an advance refusal, an advocate."""
    return scope.allowed(by, Act.KEEP_AUTHORITY, person)


def may_amend(by: Any, row: PersonRow) -> Answer:
    """Correcting or taking back a row: its author, or whoever answers for the record."""
    return may_keep(by, row.person) if row.author_id == by.pk else scope.allowed(by, Act.CORRECT, row.person)
