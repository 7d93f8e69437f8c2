"""What an actor may see of one person, worked out by `access` and asked for by every query of a record."""

from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID


class Seeing(Protocol):
    """As much of a sight as choosing rows needs: whose they are, and which audiences the reader belongs to."""

    @property
    def person_id(self) -> UUID:
        """Whose records may be read."""

    @property
    def audiences(self) -> frozenset[str]:
        """For whom a record has to be."""


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
