"""What an actor may see of one person, worked out by `access` and asked for by every query of a record."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Sight:
    """One actor's sight of one person, at this moment. Made by `access.scope` and nowhere else."""

    actor: Any
    person: Any
    audiences: frozenset[str]
    may: frozenset[str]

    @property
    def person_id(self) -> UUID:
        """Whose records may be read."""
        return self.person.pk
