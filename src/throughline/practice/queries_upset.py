"""Questions about when the person was upset. What is counted is counted in the database, whatever the history."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from statistics import mean
from typing import Any
from uuid import UUID

from django.db.models import Count, DateField, Exists, F, OuterRef, Prefetch, QuerySet, Window
from django.db.models.functions import RowNumber, TruncMonth, TruncWeek

from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.people.queries import only, owner
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import Course, ItemKind, LinePart
from throughline.plan.models import Line, Publication

from .models import DailyNote, Incident, Tally, Upset, UpsetLine
from .queries import chain

WEEK = timedelta(days=7)
LATEST = 8
SIGN, HELPS = LinePart.EARLY_SIGN, LinePart.DO
CHOSEN = frozenset({SIGN, HELPS})  # the parts of a card from which one chooses
CARDS = (ItemKind.WHAT_HELPS, ItemKind.ROUTINE)
_LINES = Prefetch("lines", UpsetLine.objects.select_related("line").order_by("line__part", "line__position"))


# --- one, and several ---


def _whole(sight: Sight) -> QuerySet[Upset]:
    rows = Upset.objects.visible_to(sight).select_related("person", "author", "voice__author", "voice__person")
    return rows.prefetch_related(_LINES)


def upset(sight: Sight, upset_id: UUID) -> Upset:
    """One time that the person was upset, amended or not."""
    found: Upset = only(_whole(sight), upset_id)
    return found


def upset_life(sight: Sight, row: Upset, as_at: datetime | None = None) -> list[Upset]:
    """What was written of it, the first words first; NotFound when it was not there by then."""
    if as_at is not None and row.received_at > as_at:
        raise NotFound
    found = {row.pk: row}
    while more := {each.pk: each for each in _beside(sight, found, as_at) if each.pk not in found}:
        found |= more
    return chain(found, row.pk)


def _beside(sight: Sight, found: dict[UUID, Upset], as_at: datetime | None) -> QuerySet[Upset]:
    """What amends, or is amended by, the rows that are found."""
    rows, before = _whole(sight), {row.amends_id for row in found.values() if row.amends_id}
    rows = rows if as_at is None else rows.filter(received_at__lte=as_at)
    return rows.filter(amends__in=found) | rows.filter(pk__in=before)


def upsets(sight: Sight, as_at: datetime | None = None, limit: int = LATEST) -> list[Upset]:
    """Those that stand, the latest first."""
    rows = Upset.objects.visible_to(sight).current(as_at).select_related("author").order_by("-occurred_at")
    return list(rows[:limit])


def whole_upsets(sight: Sight, *, limit: int, skip: int = 0) -> list[Upset]:
    """The same, page by page, with the lines that were chosen. Two queries."""
    rows: Any = _whole(sight)
    return list(rows.current().order_by("-occurred_at", "-sequence")[skip : skip + limit])


person_of_upset = partial(owner, Upset)


# --- the cards from which one chooses ---


def cards(sight: Sight) -> list[Publication]:
    """What staff follow that is about being upset, with its lines: what helps first, then routines that name early signs."""
    every = sorted(plan.followed(sight, kinds=CARDS), key=lambda each: each.item.kind != ItemKind.WHAT_HELPS)
    return [each for each in every if each.item.kind == ItemKind.WHAT_HELPS or lines_of([each], SIGN)]


def lines_of(several: Iterable[Publication], part: str) -> list[Line]:
    """The lines of one part of some cards in their order, each text once."""
    found: dict[str, Line] = {}
    for each in several:
        for line in each.version.lines.all() if each.version else ():
            if line.part == part:
                found.setdefault(line.text.casefold(), line)
    return list(found.values())


def chosen(sight: Sight, ids: Collection[UUID]) -> list[Line]:
    """Lines by their ids, of cards that staff follow or followed: a phone may have taken along a card that was changed since."""
    published = Publication.objects.visible_to(sight).filter(version=OuterRef("version"), course=Course.FOLLOWED)
    return list(Line.objects.filter(Exists(published), pk__in=ids, person=sight.person_id, part__in=CHOSEN))


# --- how often, and how long ---


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday. times: None when nothing at all was written about the person in it. middle: minutes, of those with an end."""

    begins: date
    times: int | None
    middle: float | None = None


def weeks(sight: Sight, first: date, until: date, as_at: datetime | None = None) -> list[Week]:
    """Every week from one Monday until before another. Three statements, whatever the history."""
    rows = _by_week(Upset.objects.visible_to(sight).current(as_at), first, until)
    times = dict(rows.values("week").annotate(times=Count("pk")).values_list("week", "times"))
    written, middles = times.keys() | _written(sight, first, until, as_at), _middles(rows)
    every = [first + n * WEEK for n in range((until - first) // WEEK)]
    return [Week(day, times.get(day, 0) if day in written else None, middles.get(day)) for day in every]


def _by_week(rows: QuerySet[Any], first: date, until: date) -> QuerySet[Any]:
    """Rows that happened in some weeks, each with its Monday in England and Wales."""
    rows = rows.filter(occurred_at__gte=clock.start_of(first), occurred_at__lt=clock.start_of(until))
    return rows.annotate(week=TruncWeek("occurred_at", tzinfo=clock.LONDON, output_field=DateField()))


def _middles(rows: QuerySet[Any]) -> dict[date, float]:
    """The middle length of each week in minutes: the one or two rows in the middle come from the database, never all."""
    timed = rows.filter(ended_at__isnull=False).annotate(
        long=F("ended_at") - F("occurred_at"),
        twice=2 * Window(RowNumber(), partition_by=[F("week")], order_by=[(F("ended_at") - F("occurred_at")).asc(), F("pk").asc()]),
        of=Window(Count("pk"), partition_by=[F("week")]),
    )
    found = defaultdict(list)
    for week, long in timed.filter(twice__gte=F("of"), twice__lte=F("of") + 2).values_list("week", "long"):
        found[week].append(long / timedelta(minutes=1))
    return {week: mean(longs) for week, longs in found.items()}


def _written(sight: Sight, first: date, until: date, as_at: datetime | None) -> set[date]:
    """The weeks in which anything at all was written down of what happened. What is seen of it is that there is something."""
    days = {"day__gte": first, "day__lt": until}
    notes = DailyNote.objects.visible_to(sight).current(as_at).filter(**days)
    records = Tally.objects.filter(person=sight.person_id, **days)
    records = records if as_at is None else records.filter(received_on__lte=clock.day_of(as_at))
    of_days = [rows.order_by().annotate(week=TruncWeek("day")).values_list("week") for rows in (notes, records)]
    incidents = _by_week(Incident.objects.visible_to(sight).current(as_at), first, until)
    return {week for (week,) in incidents.order_by().values_list("week").union(*of_days)}


def months(sight: Sight, first: date, until: date, as_at: datetime | None = None) -> dict[date, int]:
    """How often in each calendar month in which it was at all, by its first day; from one day until before another. One query."""
    rows = Upset.objects.visible_to(sight).current(as_at)
    rows = rows.filter(occurred_at__gte=clock.start_of(first), occurred_at__lt=clock.start_of(until)).order_by()
    by_month = rows.annotate(month=TruncMonth("occurred_at", tzinfo=clock.LONDON, output_field=DateField()))
    return dict(by_month.values("month").annotate(times=Count("pk")).values_list("month", "times"))


def steps(sight: Sight, first: date, until: date, as_at: datetime | None = None) -> list[Publication]:
    """When the person moved on a ladder, on or back, the oldest first, with its version. One query."""
    rows = Publication.objects.in_effect(as_at).visible_to(sight).filter(course=Course.FOLLOWED, version__move__isnull=False)
    rows = rows.filter(occurred_at__gte=clock.start_of(first), occurred_at__lt=clock.start_of(until))
    return list(rows.select_related("version__move").order_by("occurred_at", "sequence"))


def changes(sight: Sight, first: date, until: date, as_at: datetime | None = None) -> list[Publication]:
    """When staff were given another card about being upset, the oldest first, with its version. One query."""
    signs = Line.objects.filter(version=OuterRef("version"), part=SIGN)
    rows = Publication.objects.in_effect(as_at).visible_to(sight).filter(course=Course.FOLLOWED, item__kind__in=CARDS)
    rows = rows.filter(Exists(signs), occurred_at__gte=clock.start_of(first), occurred_at__lt=clock.start_of(until))
    return list(rows.select_related("version").order_by("occurred_at", "sequence"))
