"""What an actor may see of one person, worked out by `access` and asked for by every query of a record."""

from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from throughline.base.errors import NotFound


class Seeing(Protocol):
    """As much of a sight as choosing rows needs: whose they are, which audiences the reader belongs to, and which topics."""

    @property
    def person_id(self) -> UUID:
        """Whose records may be read."""

    @property
    def audiences(self) -> frozenset[str]:
        """For whom a record has to be."""

    @property
    def topics(self) -> frozenset[str] | None:
        """What a record has to be about; None for every topic."""


def whole(sight: "Sight") -> "Sight":
    """A sight of every topic, for what is put together of many records; NotFound for one that is limited to some topics."""
    if sight.topics is not None:
        raise NotFound
    return sight


@dataclass(frozen=True, slots=True)
class Sight:
    """One actor's sight of one person, at this moment. Made by `access.scope` and `access.circle`, and nowhere else.

    topics: what a record has to be about; None for every topic, which staff have.
    review_topics: what they may see at least when people look again: those of `topics`, and those at reviews only.
    """

    actor: Any
    person: Any
    audiences: frozenset[str]
    may: frozenset[str]
    topics: frozenset[str] | None = None
    review_topics: frozenset[str] | None = None

    @property
    def person_id(self) -> UUID:
        """Whose records may be read."""
        return self.person.pk
