"""What thresholds count, and where it stands in the record. One entry a kind; the words of each are in `plan.counted`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from operator import attrgetter, or_
from typing import Any

from django.db.models import DurationField, ExpressionWrapper, F, Q, QuerySet, Value

from throughline.base import clock
from throughline.plan.counted import Counted

from .choices import Answer, IncidentKind, Result, TrialSupport
from .models import Incident, MissedCheckIn, MissedMedicine, RoutineRecord, Trial, Upset


@dataclass(frozen=True)
class Source:
    """The rows that count as one kind.

    where: what a row has to say, as fields and their values. item: the way to the plan item, for what counts only where it is the
    threshold's own. at, received: when it happened, and when the server had it. by_day: an index finds its rows by their day. Kinds of one
    table share these. lasted: how long it was, as an expression, for what lasts. phone: which form of a phone writes it. says: what that
    form says, where it is not the same as `where`.
    """

    model: Any
    where: Mapping[str, Any] = field(default_factory=dict)
    item: str = ""
    at: str = "occurred_at"
    received: str = "received_at"
    lasted: Any = None
    by_day: bool = False
    phone: str = ""
    says: Mapping[str, str] = field(default_factory=dict)

    def matches(self, row: Any) -> bool:
        """Whether a row is of this kind."""
        return type(row) is self.model and self.said_by({name: getattr(row, name) for name in self.where})

    def said_by(self, said: Mapping[str, Any]) -> bool:
        """Whether a row with such fields is."""
        return all(said[name] == value for name, value in self.where.items())

    def counts_for(self, row: Any, threshold: Any) -> bool:
        """Whether a row of this kind counts for a threshold: for any, or only for those of its own plan item."""
        return not self.item or attrgetter(self.item)(row) == threshold.version.item_id


_STEP: Mapping[str, Any] = {"item": "item_id", "by_day": True, "phone": "routine"}
_FROM_BEGIN_TO_END = ExpressionWrapper(F("ended_at") - F("occurred_at"), DurationField())
_CHECK_IN: Mapping[str, Any] = {"phone": "check_in", "says": {"answer": Answer.NO_ANSWER}}
SOURCES: dict[str, Source] = {
    Counted.SAID_NO: Source(RoutineRecord, {"result": Result.SAID_NO}, **_STEP),
    Counted.NOT_OFFERED: Source(RoutineRecord, {"result": Result.NOT_OFFERED}, **_STEP),
    Counted.INCIDENT: Source(Incident, phone="incident"),
    Counted.FALL: Source(Incident, {"kind": IncidentKind.FALL}, phone="incident"),
    Counted.INJURY: Source(Incident, {"kind": IncidentKind.INJURY}, phone="incident"),
    Counted.MEDICINE_ERROR: Source(Incident, {"kind": IncidentKind.MEDICINE_ERROR}, phone="incident"),
    Counted.LOST: Source(Incident, {"kind": IncidentKind.LOST}, phone="incident"),
    Counted.UPSET: Source(Upset, lasted=_FROM_BEGIN_TO_END, phone="upset"),
    Counted.TRY_STOPPED: Source(Trial, {"support": TrialSupport.STOPPED}, item="item_id", phone="trial"),
    Counted.MISSED_MEDICINE: Source(MissedMedicine, phone="missed_medicine"),
    Counted.MISSED_CHECK_IN: Source(MissedCheckIn, item="agreed.version.item_id", at="due_at", received="noticed_at", **_CHECK_IN),
}


def kinds_of(row: Any) -> frozenset[str]:
    """The kinds as which a row counts. Asks nothing of the database."""
    return frozenset(kind for kind, source in SOURCES.items() if source.matches(row))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that counts: when it happened, when the server had it, how long it lasted, and what its row says."""

    at: datetime
    received_at: datetime
    minutes: int
    said: Mapping[str, Any]


def happenings(found: Sequence[Any], spans: Sequence[tuple[datetime, datetime]] = ()) -> list[Happening]:
    """What stands of all that some thresholds count, in any of some spans of time, or ever. One query.

    The thresholds are those of one row: one person, one table, and where it matters one plan item.
    """
    sources = [SOURCES[each.counts] for each in found]
    one, names = sources[0], sorted({name for source in sources for name in source.where})
    rows: QuerySet[Any] = one.model.objects.current().filter(_any(Q(**source.where) for source in sources), person=found[0].person_id)
    if one.item:
        rows = rows.filter(**{one.item.replace(".", "__"): found[0].version.item_id})
    if spans:
        rows = rows.filter(_any(_in_span(one, *span) for span in spans))
    lasted = next((source.lasted for source in sources if source.lasted is not None), Value(None, DurationField()))
    columns = rows.annotate(lasted=lasted).order_by(one.at).values_list(one.at, one.received, "lasted", *names)
    return [Happening(at, received, _minutes(long), dict(zip(names, said, strict=True))) for at, received, long, *said in columns]


def _minutes(lasted: timedelta | None) -> int:
    """Whole minutes; none for what has no length, or no end yet."""
    return int(lasted / timedelta(minutes=1)) if lasted else 0


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)


def _in_span(source: Source, begins: datetime, ends: datetime) -> Q:
    found = Q(**{f"{source.at}__gt": begins, f"{source.at}__lt": ends})
    if source.by_day:  # a sheet may be of the day before the one on which it was pressed
        found &= Q(day__gte=clock.day_of(begins) - timedelta(days=1), day__lte=clock.day_of(ends))
    return found
