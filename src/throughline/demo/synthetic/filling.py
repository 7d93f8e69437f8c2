"""Fill an empty database with a synthetic provider, through the bulk door, person by person and batch by batch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, transaction

from throughline.base import clock, numbers
from throughline.base.bulk import Bulk
from throughline.plan.models import Item, Publication, Step
from throughline.practice.models import DailyNote, RoutineRecord
from throughline.practice.recount import recount

from .answering import answer_all, look_again
from .dice import Dice
from .ground import Ground, lay
from .hearing import attempt, voice
from .planning import plan, topics_of
from .practising import practise
from .record import Numbers, Record

BATCH = 2_000  # rows; what is held in memory at once
LONGEST_HISTORY = 3_650  # days; a longer history has more notes a day instead
PLANNED_BEFORE = 60  # days: what people said and decided before the first day that is recorded
OLD = 0.7  # the share of the plan that comes from then
VOICES_A_DAY = 0.09
QUIET = 0.22


@dataclass(frozen=True, slots=True)
class Made:
    """How many there are of what; other: every other row of a record, those that amend notes and records among them."""

    people: int
    notes: int
    records: int
    other: int


def generate(people: int, days: int, notes: int | None = None, seed: int = 1, history: int = 1, until: datetime | None = None) -> Made:
    """A synthetic provider in an empty database, in one transaction: the same arguments and moment give the same rows.

    notes: daily notes altogether; one a person a day when not given. history: how many times the practice, and nothing else, is multiplied:
    more days first, up to ten years of them, then more notes a day.
    """
    until = until or clock.now()
    practice_days = min(days * history, max(days, LONGEST_HISTORY))
    begins = clock.day_of(until) - timedelta(days=practice_days + PLANNED_BEFORE)
    wanted = (people * days if notes is None else notes) * history
    with transaction.atomic(), clock.at(until):
        return _fill(people, days, practice_days, wanted, seed, begins, until)


def _fill(people: int, days: int, practice_days: int, notes: int, seed: int, begins: date, until: datetime) -> Made:
    ground = lay(people, seed, begins)
    bulk = Bulk("demo.filled", by=None, about=ground.provider)
    bulk.bring(by_table(row for row in ground.rows if row is not ground.provider))
    counted, counts = Numbers(), {"notes": 0, "records": 0, "other": 0}
    for n, (home, person) in enumerate(ground.people()):
        record = Record(
            person=person,
            contacts=home.contacts[person.pk],
            staff=home.staff,
            leader=home.leader,
            manager=ground.manager,
            dice=Dice(seed, "person", n),
            numbers=counted,
            begins=begins,
            until=until,
        )
        share = notes * (n + 1) // people - notes * n // people
        _live(ground, record, days, practice_days, share, counts)
    numbers.raise_to("D", counted.decision)
    numbers.raise_to("T", counted.item)
    recount()
    _analyse()
    return Made(people=people, **counts)


def _live(ground: Ground, record: Record, days: int, practice_days: int, notes: int, counts: dict[str, int]) -> None:
    """One person's record: what was said, decided and planned first, then the days."""
    record.quiet = record.dice.often(QUIET)
    steps = _life(record, days, practice_days)
    counts["other"] += _bring(ground, record, by_table(record.take()))
    for batch in batches(practise(record, steps, practice_days, notes)):
        _bring(ground, record, by_table(batch))
        first = [type(row) for row in batch if row.amends_id is None]
        counts["notes"] += first.count(DailyNote)
        counts["records"] += first.count(RoutineRecord)
        counts["other"] += len(batch) - len(first)


def _life(record: Record, days: int, practice_days: int) -> list[Step]:
    """The plan, the voices beside it, the answers and the reviews. Answers the steps that staff record against."""
    whole = practice_days + PLANNED_BEFORE
    early = (PLANNED_BEFORE - 20) / whole
    steps = [step for topic in topics_of(record) for step in plan(record, topic, early if record.dice.often(OLD) else 0.9)]
    for _ in range(round(record.dice.long_tailed(days * VOICES_A_DAY))):
        voice(record, record.a_moment())
    for _ in range(record.dice.randint(0, 4) if record.quiet else 0):
        attempt(record, record.a_moment())
    followed = {row.item_id for row in record.rows.get(Publication, [])}
    for item in list(record.rows.get(Item, [])):
        if item.pk in followed:
            look_again(record, item)
    answer_all(record)
    return steps


def _bring(ground: Ground, record: Record, rows: Iterable[Any]) -> int:
    return Bulk("demo.filled", by=ground.manager, about=record.person).bring(rows)


def by_table(rows: Iterable[Any]) -> list[Any]:
    """Rows of one table beside each other, so that each table is one statement."""
    tables: dict[type, list[Any]] = {}
    for row in rows:
        tables.setdefault(type(row), []).append(row)
    return [row for table in tables.values() for row in table]


def batches(rows: Iterator[Any], size: int = BATCH) -> Iterator[list[Any]]:
    """So many rows at a time."""
    while batch := list(islice(rows, size)):
        yield batch


def _analyse() -> None:
    """PostgreSQL learns how its tables are filled, as it does by itself over the years. SQLite never does, unless somebody tells it to.

    It is not told: the columns that say what a row amends are nearly always empty, and from that alone SQLite would conclude that their
    indexes are of no use.
    """
    if connection.vendor == "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
