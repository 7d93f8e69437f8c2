"""Parts that are up to be looked at again: what the person needs changed, the day has come, or whoever has the part is gone.

Composed here because a change of need comes later in the thread than the parts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from throughline.agreements.queries import Taking, parts
from throughline.base import clock
from throughline.people.sight import Sight
from throughline.practice.models import NeedChange
from throughline.practice.queries import need_changes


@dataclass(frozen=True, slots=True)
class UpForReview:
    """A part, and why it has to be looked at: changes of need since somebody last looked, the oldest first."""

    taking: Taking
    changes: tuple[NeedChange, ...]
    is_due: bool  # the day on which it was to be looked at has come
    is_gone: bool  # whoever has it is written down as in the person's life no more
    is_to_change: bool  # somebody looked, and said that it has to change


def parts_up_for_review(sight: Sight, as_at: datetime | None = None, found: Iterable[Taking] | None = None) -> list[UpForReview]:
    """Parts that run and have to be looked at again, those in which needs changed first. At most four queries; one when parts are given."""
    day = clock.day_of(as_at) if as_at else clock.today()
    changes = list(reversed(need_changes(sight, as_at)))
    several = parts(sight, as_at) if found is None else found
    due = [each for each in (_up(taking, changes, day) for taking in several if taking.runs) if each is not None]
    return sorted(due, key=lambda each: not each.changes)


def _up(taking: Taking, changes: Iterable[NeedChange], day: date) -> UpForReview | None:
    since = tuple(each for each in changes if each.area == taking.part.area and each.sequence > taking.looked_at)
    contact = taking.part.contact
    gone = contact is not None and contact.ended_on is not None and contact.ended_on <= day
    why = UpForReview(taking, since, taking.look_again_on <= day, gone, taking.is_to_change)
    return why if since or why.is_due or gone or why.is_to_change else None
