"""Parts that are up to be looked at again: what is needed changed, something happened, the day has come, or whoever has it is gone.

Composed here because what happens comes later in the thread than the parts. Medicine that was missed is such a happening: the
sister who still gives it after the need has grown (002, example 3) is found by the first tablet.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from throughline.agreements.queries import Taking, parts
from throughline.base import clock
from throughline.people.choices import Area
from throughline.people.sight import Sight
from throughline.practice.models import Incident, MissedMedicine, NeedChange
from throughline.practice.queries import incidents, need_changes
from throughline.practice.queries_missed_medicine import missed_after


@dataclass(frozen=True, slots=True)
class UpForReview:
    """A part, and why it has to be looked at: what happened in its area since somebody last looked, the oldest first."""

    taking: Taking
    changes: tuple[NeedChange, ...]
    incidents: tuple[Incident, ...]
    missed: tuple[MissedMedicine, ...]  # where it is about medication
    is_due: bool  # the day on which it was to be looked at has come
    is_gone: bool  # whoever has it is written down as in the person's life no more
    is_to_change: bool  # somebody looked, and said that it has to change
    has_lapsed: bool = False  # nothing lets them decide it any more

    @property
    def has_news(self) -> bool:
        """Whether something is new since somebody last looked."""
        return bool(self.changes or self.incidents or self.missed)


def parts_up_for_review(sight: Sight, as_at: datetime | None = None, found: Iterable[Taking] | None = None) -> list[UpForReview]:
    """Parts that run or have lapsed, and have to be looked at again, those with something new first. At most six queries."""
    day = clock.day_of(as_at) if as_at else clock.today()
    running = [each for each in (parts(sight, as_at) if found is None else found) if each.runs or each.has_lapsed]
    happened = list(reversed(need_changes(sight, as_at))), list(reversed(incidents(sight, as_at))), _missed(sight, running, as_at)
    due = [each for each in (_up(taking, *happened, day) for taking in running) if each is not None]
    return sorted(due, key=lambda each: not each.has_news)


def _missed(sight: Sight, running: Iterable[Taking], as_at: datetime | None) -> list[MissedMedicine]:
    """Asked only where somebody has a part in medication, and from the last look on: there can be many."""
    looked = [each.looked_at for each in running if each.part.area == Area.MEDICATION]
    return missed_after(sight, min(looked), as_at) if looked else []


def _since(taking: Taking, rows: Iterable[Any]) -> tuple[Any, ...]:
    """What is new in the part's area since somebody last looked."""
    return tuple(each for each in rows if each.area == taking.part.area and each.sequence > taking.looked_at)


def _up(
    taking: Taking, changes: Iterable[NeedChange], happened: Iterable[Incident], missed: Iterable[MissedMedicine], day: date
) -> UpForReview | None:
    contact, is_of_medication = taking.part.contact, taking.part.area == Area.MEDICATION
    without = tuple(each for each in missed if is_of_medication and each.sequence > taking.looked_at)
    gone = contact is not None and contact.ended_on is not None and contact.ended_on <= day
    since = _since(taking, changes), _since(taking, happened), without
    why = UpForReview(taking, *since, taking.look_again_on <= day, gone, taking.is_to_change, taking.has_lapsed)
    return why if why.has_news or why.is_due or gone or why.is_to_change or why.has_lapsed else None
