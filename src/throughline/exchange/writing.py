"""A checked folder, written: every new row through the bulk door, with one event. Runs in the transaction of the action that calls it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import DatabaseError, IntegrityError
from django.db.models import Max

from throughline.accounts.models import User
from throughline.agreements.models import AgreementAnswer, AreaPart
from throughline.authority.models import Authority
from throughline.base import numbers, storage
from throughline.base.bulk import Bulk
from throughline.base.errors import Invalid
from throughline.decisions.models import CapacityAssessment, Decision, DisagreementClosed, LibertyReview
from throughline.people.models import File
from throughline.plan.models import Item, Publication
from throughline.practice.models import RoutineRecord
from throughline.practice.recount import recount
from throughline.reviews.models import Response, Review
from throughline.workforce.models import SignOff

from . import lawful, sharing, topics
from .checking import BATCH, Arrival
from .faults import CannotImport, Faults
from .format import Table
from .models import IdMap, Import
from .rows import Row
from .seen import State

# Judged with what they are made of, which must be there first. Foreign keys are asked only when the transaction ends.
FIRST_JUDGED = (Authority, CapacityAssessment, Decision, DisagreementClosed, LibertyReview)
JUDGED_LAST = (*FIRST_JUDGED, *sharing.JUDGED, AreaPart, AgreementAnswer, Publication, SignOff, Review, Response)
NUMBERED = {"D": Decision, "T": Item}


def write(arrival: Arrival, *, by: Any) -> Import:
    """Keep everything that is new in a folder. Raises CannotImport when the database refuses what the checks let pass."""
    imported = Import(
        at=arrival.now, source=arrival.manifest.source, format=1, rows=arrival.count(State.NEW), files=len(arrival.files.here)
    )
    detail = {table.name: new for table in arrival.tables if (new := arrival.seen.count(table.place, State.NEW))}
    door = Bulk("exchange.imported", by=by, about=imported, detail=detail)
    for table in _order(arrival.tables):
        _write_table(arrival, table, door)
    _keep_ids(arrival, door)
    _raise_numbers()
    if detail.get("practice_routinerecord"):
        recount(RoutineRecord.objects.filter(sequence=door.event.pk).values("item"))
    return imported


def _order(tables: list[Table]) -> list[Table]:
    """The format's order, with what is judged last, and the answers to an agreement after the permissions that they go by."""
    last = (*JUDGED_LAST, *topics.FOLLOWERS)
    permissions = max((table.place for table in tables if table.model in sharing.JUDGED), default=0)
    after: dict[Any, float] = {AgreementAnswer: permissions + 0.5}
    return sorted(tables, key=lambda table: (table.model in last, after.get(table.model, table.place)))


def _write_table(arrival: Arrival, table: Table, door: Bulk) -> None:
    for batch in arrival.rows(table, Faults()):
        new = _new(arrival, table, batch)
        if new:
            topics.give(batch)
            lawful.judge(new, ours=arrival.manifest.is_ours)
            _bring(table, batch, new, door)


def _new(arrival: Arrival, table: Table, batch: list[Row]) -> list[Any]:
    """The rows of a batch that are not here yet."""
    facts = arrival.seen.facts(table.place, [each.row.pk for each in batch])
    new = [each.row for each in batch if facts[each.row.pk].state is State.NEW]
    if arrival.is_guest and table.model is User:
        for author in new:
            author.is_active = False  # they wrote this person's record elsewhere; they do not work here
    return new


def _bring(table: Table, batch: list[Row], new: list[Any], door: Bulk) -> None:
    """Through the door; what the database still refuses is a fault too, somewhere between two lines."""
    try:
        door.bring(new)
    except (IntegrityError, DatabaseError, Invalid) as problem:
        faults = Faults()
        between = f"rows up to line {batch[-1].line} that the database refuses ({_rule(problem)})"
        faults.add(table.file, batch[0].line, "", between, "rows that keep the rules of the database")
        raise CannotImport(faults) from problem


def _rule(problem: Exception) -> str:
    """Which rule it was, without the values."""
    diagnosis = getattr(problem.__cause__, "diag", None)
    if diagnosis is not None:
        return diagnosis.constraint_name or diagnosis.sqlstate or "a rule"
    return str(problem)[:80] if isinstance(problem, IntegrityError) else type(problem).__name__


def _keep_ids(arrival: Arrival, door: Bulk) -> None:
    """Text ids and what they became, those that are new."""
    batch: list[IdMap] = []
    for mapped in _mapped(arrival):
        batch.append(mapped)
        if len(batch) == BATCH:
            _keep_batch(batch, door)
            batch = []
    _keep_batch(batch, door)


def _mapped(arrival: Arrival) -> Iterator[IdMap]:
    names = arrival.ids.names
    for place, text, row_id in arrival.seen.mapped():
        yield IdMap(id=row_id, source=arrival.manifest.source, table=names[place], text=text)


def _keep_batch(batch: list[IdMap], door: Bulk) -> None:
    there: set[UUID] = set(IdMap.objects.filter(pk__in=[each.pk for each in batch]).values_list("pk", flat=True))
    door.bring([each for each in batch if each.pk not in there])


def _raise_numbers() -> None:
    """No number that came in is given again."""
    for letter, model in NUMBERED.items():
        if (last := model.objects.aggregate(last=Max("number"))["last"]) is not None:
            numbers.raise_to(letter, last)


def take_back_files(new: list[str]) -> None:
    """After an import that failed: the files that it brought, unless somebody kept the same one meanwhile."""
    for sha256 in new:
        if not File.objects.filter(sha256=sha256).exists():
            storage.path(sha256).unlink(missing_ok=True)
