"""Questions about safeguarding concerns. Only whoever reads what is for the manager alone gets an answer; who raised one, that they did."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from throughline.accounts.choices import Jurisdiction
from throughline.base import clock
from throughline.people.models import Stay
from throughline.people.queries import only, owner
from throughline.people.sight import Sight

from .choices import ConcernStep
from .models import SafeguardingConcern, SafeguardingStep


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern with what was done, the oldest first."""

    row: SafeguardingConcern
    steps: tuple[SafeguardingStep, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(each.kind for each in self.steps)

    @property
    def is_closed(self) -> bool:
        return ConcernStep.CLOSED in self.kinds


def concerns(sight: Sight) -> list[Concern]:
    """Concerns about the person that this reader may see, the newest first."""
    rows = SafeguardingConcern.objects.visible_to(sight).current().select_related("author", "voice", "person")
    return _with_steps(list(rows.order_by("-occurred_at")))


def concern(sight: Sight, concern_id: UUID) -> Concern:
    """One concern."""
    rows = SafeguardingConcern.objects.visible_to(sight).select_related("author", "voice", "person")
    return _with_steps([only(rows, concern_id)])[0]


def steps_of(row: SafeguardingConcern) -> Concern:
    """A concern that one has, with what was done."""
    return _with_steps([row])[0]


def _with_steps(rows: list[SafeguardingConcern]) -> list[Concern]:
    found = defaultdict(list)
    for step in SafeguardingStep.objects.current().filter(concern__in=rows).select_related("author", "voice").order_by("sequence"):
        found[step.concern_id].append(step)
    return [Concern(row, tuple(found[row.pk])) for row in rows]


def raised_by(sight: Sight) -> list[datetime]:
    """When the reader raised concerns about this person, the newest first. Not what they wrote: that is for the manager."""
    rows = SafeguardingConcern.objects.filter(person=sight.person_id, author=sight.actor.pk, amends__isnull=True)
    return list(rows.order_by("-recorded_at").values_list("recorded_at", flat=True))


def jurisdictions(person_id: UUID, at: datetime | None = None) -> list[str]:
    """Under whose law the person is supported on a day, by the homes that support them; England and Wales when nobody knows."""
    day = clock.day_of(at) if at else clock.today()
    found: Any = Stay.objects.on(day).filter(person=person_id).values_list("service__jurisdiction", flat=True)
    return sorted(set(found)) or list(Jurisdiction.values)


person_of_concern = partial(owner, SafeguardingConcern)
