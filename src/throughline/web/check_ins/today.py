"""The check-ins of a day, as Today shows them."""

from dataclasses import dataclass
from datetime import date, datetime

from throughline.people.sight import Sight
from throughline.practice.expected import Expected
from throughline.practice.queries_check_ins import of_day

from ..parts import LinkRow
from . import wording


@dataclass(frozen=True)
class OnToday:
    """One check-in with what a phone says of it by its own clock, which has moments in milliseconds. open: nobody wrote of it yet."""

    row: LinkRow
    open: bool
    agreed: str
    due: int
    until: int
    to_come: str
    not_yet: str
    overdue: str


def on_today(sight: Sight, day: date) -> tuple[OnToday, ...]:
    """One query where nothing is agreed, otherwise two."""
    return tuple(_shown(each, sight.person.name) for each in of_day(sight, day))


def _shown(each: Expected, name: str) -> OnToday:
    return OnToday(
        row=wording.row(each, name),
        open=each.record is None,
        agreed=str(each.agreed.pk),
        due=_milliseconds(each.due_at),
        until=_milliseconds(each.until_at),
        to_come=wording.to_come(each),
        not_yet=wording.not_yet(each),
        overdue=wording.overdue(each),
    )


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
