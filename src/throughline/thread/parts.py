"""Parts that are up to be looked at again: what is needed changed, something happened, the day has come, or whoever has it is gone.

Composed here because a change of need and an incident come later in the thread than the parts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from throughline.agreements.queries import Taking, parts
from throughline.base import clock
from throughline.people.sight import Sight
from throughline.practice.models import Incident, NeedChange
from throughline.practice.queries import incidents, need_changes


@dataclass(frozen=True, slots=True)
class UpForReview:
    """A part, and why it has to be looked at: changes of need and incidents in its area since somebody last looked, the oldest first."""

    taking: Taking
    changes: tuple[NeedChange, ...]
    incidents: tuple[Incident, ...]
    is_due: bool  # the day on which it was to be looked at has come
    is_gone: bool  # whoever has it is written down as in the person's life no more
    is_to_change: bool  # somebody looked, and said that it has to change

    @property
    def has_news(self) -> bool:
        """Whether something is new since somebody last looked."""
        return bool(self.changes or self.incidents)


def parts_up_for_review(sight: Sight, as_at: datetime | None = None, found: Iterable[Taking] | None = None) -> list[UpForReview]:
    """Parts that run and have to be looked at again, those with something new first. At most five queries; two when parts are given."""
    day = clock.day_of(as_at) if as_at else clock.today()
    news = list(reversed(need_changes(sight, as_at))), list(reversed(incidents(sight, as_at)))
    several = parts(sight, as_at) if found is None else found
    due = [each for each in (_up(taking, *news, day) for taking in several if taking.runs) if each is not None]
    return sorted(due, key=lambda each: not each.has_news)


def _since(taking: Taking, rows: Iterable[Any]) -> tuple[Any, ...]:
    """What is new in the part's area since somebody last looked."""
    return tuple(each for each in rows if each.area == taking.part.area and each.sequence > taking.looked_at)


def _up(taking: Taking, changes: Iterable[NeedChange], happened: Iterable[Incident], day: date) -> UpForReview | None:
    since = _since(taking, changes), _since(taking, happened)
    contact = taking.part.contact
    gone = contact is not None and contact.ended_on is not None and contact.ended_on <= day
    why = UpForReview(taking, *since, taking.look_again_on <= day, gone, taking.is_to_change)
    return why if why.has_news or why.is_due or gone or why.is_to_change else None
