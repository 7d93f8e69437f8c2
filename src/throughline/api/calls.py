"""Every call of the API. Each asks a query or an action of the packages, as a page does; none reads or writes by itself."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Path, Query, Router, Status

from throughline.access import readings, roster, scope
from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.errors import Invalid, NotFound
from throughline.base.written import Written
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.plan.choices import ItemKind
from throughline.practice import actions as practice
from throughline.practice import queries as happened
from throughline.workforce import actions as workforce
from throughline.workforce import law
from throughline.workforce import queries as team

from . import out, schemas
from .choices import Scope
from .door import Token

WRONG = {code: schemas.Problem for code in (400, 401, 403, 404, 409, 422)}
FIRST, LAST = date(2000, 1, 1), date(2100, 1, 1)  # days outside are as good as these
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
PersonId = Annotated[UUID, Path()]

router = Router()


def looked(request: HttpRequest, person_id: UUID, page: str) -> Sight:
    """The sight of one person; a reading is kept, and the person can see it. NotFound both for "not yours" and "not there"."""
    sight = scope.sight(actor(request), person_id)
    readings.note(sight, f"api:{page}")
    return sight


def actor(request: HttpRequest) -> Any:
    """The system whose token came with the call."""
    return request.auth  # type: ignore[attr-defined]  # set by the API framework, not in the stubs


def at(moment: datetime) -> datetime:
    """A moment that can be worked with: with its zone, and within a hundred years of now."""
    if moment.tzinfo is None or not FIRST.year < moment.year < LAST.year:
        raise Invalid({"occurred_at": _("Write a moment of our time, with its zone.")})
    return moment


@router.get("/people", response={200: list[schemas.PersonOut], **WRONG}, auth=Token(Scope.PEOPLE), url_name="people")
def people(request: HttpRequest, limit: Limit = 100, offset: Offset = 0) -> Any:
    """Who is supported today, by name."""
    rows = list(roster.people(actor(request))[offset : offset + limit])
    homes = roster.homes_by_person([row.pk for row in rows])
    return [out.person(row, homes) for row in rows]


@router.get("/people/{person_id}", response={200: schemas.PersonOut, **WRONG}, auth=Token(Scope.PEOPLE), url_name="person")
def person(request: HttpRequest, person_id: PersonId) -> Any:
    """One person."""
    sight = looked(request, person_id, "person")
    return out.person(sight.person, roster.homes_by_person([sight.person_id]))


@router.get("/people/{person_id}/cards", response={200: list[schemas.CardOut], **WRONG}, auth=Token(Scope.CARDS), url_name="cards")
def cards(request: HttpRequest, person_id: PersonId) -> Any:
    """The cards in force: what staff follow now."""
    sight = looked(request, person_id, "cards")
    return [out.card(each) for each in plan.followed(sight, kinds=ItemKind.for_staff())]


RECORDS = "/people/{person_id}/routine-records"
NOTES = "/people/{person_id}/notes"


@router.get(RECORDS, response={200: list[schemas.RoutineOut], **WRONG}, auth=Token(Scope.PRACTICE_OUT), url_name="routine_records")
def routine_records(request: HttpRequest, person_id: PersonId, limit: Limit = 50, offset: Offset = 0) -> Any:
    """Routine records that stand, the newest first."""
    sight = looked(request, person_id, "routine_records")
    return [out.routine(row) for row in happened.latest_records(sight, limit=limit, skip=offset)]


@router.post(RECORDS, response={200: schemas.Kept, 201: schemas.Kept, **WRONG}, auth=Token(Scope.PRACTICE_IN), url_name="routine_record_in")
def routine_record_in(request: HttpRequest, person_id: PersonId, given: schemas.RoutineIn) -> Any:
    """Bring in what happened with one step. Its author is the system that brings it."""
    sight, before = scope.sight(actor(request), person_id), was_here(happened.person_of_record, given.id)
    step = plan.followed_step(sight, given.step_id)
    told: dict[str, Any] = {"result": given.result, "why_not": given.why_not, "feeling": given.feeling, "note": given.note}
    record = practice.record_routine(
        person=sight.person, version=step.version, step=step, by=actor(request), written=written(given), **told
    )
    return kept(record, before)


@router.get(NOTES, response={200: list[schemas.NoteOut], **WRONG}, auth=Token(Scope.PRACTICE_OUT), url_name="notes")
def notes(request: HttpRequest, person_id: PersonId, limit: Limit = 50, offset: Offset = 0) -> Any:
    """Daily notes that stand, the newest first."""
    sight = looked(request, person_id, "notes")
    return [out.note(row) for row in happened.latest_notes(sight, limit=limit, skip=offset)]


@router.post(NOTES, response={200: schemas.Kept, 201: schemas.Kept, **WRONG}, auth=Token(Scope.PRACTICE_IN), url_name="note_in")
def note_in(request: HttpRequest, person_id: PersonId, given: schemas.NoteIn) -> Any:
    """Bring in what was written about a person’s day."""
    sight, before = scope.sight(actor(request), person_id), was_here(happened.person_of_note, given.id)
    note = practice.write_note(
        person=sight.person, text=given.text, for_handover=given.for_handover, by=actor(request), written=written(given)
    )
    return kept(note, before)


def written(given: Any) -> Written:
    """When it happened, by the other system; under the id that it made."""
    return Written(id=given.id, occurred_at=at(given.occurred_at))


def was_here(find: Callable[[UUID], UUID], row_id: UUID) -> bool:
    """Whether a record stood under its id before."""
    try:
        find(row_id)
    except NotFound:
        return False
    return True


def kept(row: Any, before: bool) -> Any:
    """201 for what is new, 200 for what was here already."""
    return Status(200 if before else 201, {"id": row.pk, "outcome": "identical" if before else "new"})


@router.get("/shifts", response={200: list[schemas.ShiftOut], **WRONG}, auth=Token(Scope.SHIFTS_OUT), url_name="shifts")
def shifts(request: HttpRequest, day: date | None = None) -> Any:
    """Who is on shift on a day, today when none is given."""
    asked = min(max(day or clock.today(), FIRST), LAST)
    return [out.shift(row) for row in team.shifts(actor(request), clock.start_of(asked), clock.end_of(asked), Act.KEEP_SHIFTS)]


@router.post("/shifts", response={200: schemas.RotaOut, **WRONG}, auth=Token(Scope.SHIFTS_IN), url_name="shifts_in")
def shifts_in(request: HttpRequest, given: schemas.RotaIn) -> Any:
    """Bring in who is on shift: all of it, or, with a fault in it, nothing. `faults` names each shift by its place, from 1."""
    planned = [
        law.Planned(number, row.email.strip().lower(), row.home, at(row.from_at), at(row.until_at))
        for number, row in enumerate(given.shifts, 1)
    ]
    rota = team.resolve(actor(request), planned)
    if rota.faults:
        raise Invalid({f"shifts.{fault.line}.{fault.column}": _(law.EXPECTED[fault.expected]) for fault in rota.faults})
    brought = workforce.bring_shifts(rota=rota, by=actor(request))
    counts = {"new": len(brought.new), "changed": len(brought.changed), "called_off": len(brought.called_off), "same": brought.same}
    return counts
