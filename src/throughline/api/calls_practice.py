"""The calls about what happened, out and in. Each asks a query or an action of the packages, as a page and a phone do.

The person's own words are not among them: a system did not hear them, and its role keeps no voice.
"""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from throughline.plan import queries as plan
from throughline.practice import actions as practice
from throughline.practice import queries as happened
from throughline.practice import queries_daily, queries_latest, queries_missed_medicine, queries_upset

from . import out
from . import schemas_practice as schemas
from .calling import WRONG, Limit, Offset, PersonId, at, looked, take, told, writing
from .choices import Scope
from .door import Token

RECORDS = "/people/{person_id}/routine-records"
NOTES = "/people/{person_id}/notes"
ACTIVITIES = "/people/{person_id}/activities"
INCIDENTS = "/people/{person_id}/incidents"
MISSED = "/people/{person_id}/missed-medicine"
UPSETS = "/people/{person_id}/upsets"
KEPT = {200: schemas.Kept, 201: schemas.Kept, **WRONG}

router = Router()


@router.get(RECORDS, response={200: list[schemas.RoutineOut], **WRONG}, auth=Token(Scope.PRACTICE_OUT), url_name="routine_records")
def routine_records(request: HttpRequest, person_id: PersonId, limit: Limit = 50, offset: Offset = 0) -> Any:
    """Routine records that stand, the newest first."""
    sight = looked(request, person_id, "routine_records")
    return [out.told(schemas.RoutineOut, row) for row in happened.latest_records(sight, limit=limit, skip=offset)]


@router.post(RECORDS, response=KEPT, auth=Token(Scope.PRACTICE_IN), url_name="routine_record_in")
def routine_record_in(request: HttpRequest, person_id: PersonId, given: schemas.RoutineIn) -> Any:
    """Bring in what happened with one step. Its author is the system that brings it."""
    sight = writing(request, person_id)
    step, said = plan.followed_step(sight, given.step_id), told(given, but="step_id")
    return take(sight, given, happened.person_of_record, practice.record_routine, version=step.version, step=step, **said)


@router.get(NOTES, response={200: list[schemas.NoteOut], **WRONG}, auth=Token(Scope.PRACTICE_OUT), url_name="notes")
def notes(request: HttpRequest, person_id: PersonId, limit: Limit = 50, offset: Offset = 0) -> Any:
    """Daily notes that stand, the newest first."""
    sight = looked(request, person_id, "notes")
    return [out.told(schemas.NoteOut, row) for row in happened.latest_notes(sight, limit=limit, skip=offset)]


@router.post(NOTES, response=KEPT, auth=Token(Scope.PRACTICE_IN), url_name="note_in")
def note_in(request: HttpRequest, person_id: PersonId, given: schemas.NoteIn) -> Any:
    """Bring in what was written about a person’s day."""
    return take(writing(request, person_id), given, happened.person_of_note, practice.write_note, **told(given))


@router.get(ACTIVITIES, response={200: list[schemas.ActivityOut], **WRONG}, auth=Token(Scope.PRACTICE_OUT), url_name="activities")
def activities(request: HttpRequest, person_id: PersonId, limit: Limit = 50, offset: Offset = 0) -> Any:
    """What a person went to, or did not, as it stands: the newest first."""
    sight = looked(request, person_id, "activities")
    return [out.told(schemas.ActivityOut, row) for row in queries_latest.activities(sight, limit=limit, skip=offset)]


@router.post(ACTIVITIES, response=KEPT, auth=Token(Scope.PRACTICE_IN), url_name="activity_in")
def activity_in(request: HttpRequest, person_id: PersonId, given: schemas.ActivityIn) -> Any:
    """Bring in what a person went to, or did not. Its day is the one on which it happened."""
    return take(writing(request, person_id), given, queries_daily.person_of_activity, practice.keep_activity, **told(given))


@router.get(INCIDENTS, response={200: list[schemas.IncidentOut], **WRONG}, auth=Token(Scope.INCIDENTS_OUT), url_name="incidents")
def incidents(request: HttpRequest, person_id: PersonId, limit: Limit = 50, offset: Offset = 0) -> Any:
    """Incidents that stand, the latest first."""
    sight = looked(request, person_id, "incidents")
    return [out.told(schemas.IncidentOut, row) for row in queries_latest.incidents(sight, limit=limit, skip=offset)]


@router.post(INCIDENTS, response=KEPT, auth=Token(Scope.INCIDENTS_IN), url_name="incident_in")
def incident_in(request: HttpRequest, person_id: PersonId, given: schemas.IncidentIn) -> Any:
    """Bring in an incident. Whoever takes part in that part of the person’s life is looked at again, as after one written here."""
    area = given.area or ""  # that of its kind
    said = told(given, but="area")
    return take(writing(request, person_id), given, happened.person_of_incident, practice.keep_incident, area=area, **said)


@router.get(MISSED, response={200: list[schemas.MissedOut], **WRONG}, auth=Token(Scope.INCIDENTS_OUT), url_name="missed_medicine")
def missed_medicine(request: HttpRequest, person_id: PersonId, limit: Limit = 50, offset: Offset = 0) -> Any:
    """Medicine that was missed, as it stands: the latest first. What was given is recorded elsewhere."""
    sight = looked(request, person_id, "missed_medicine")
    return [out.told(schemas.MissedOut, row) for row in queries_latest.missed_medicine(sight, limit=limit, skip=offset)]


@router.post(MISSED, response=KEPT, auth=Token(Scope.INCIDENTS_IN), url_name="missed_medicine_in")
def missed_medicine_in(request: HttpRequest, person_id: PersonId, given: schemas.MissedIn) -> Any:
    """Bring in that medicine was missed. `occurred_at` is when it was due."""
    find = queries_missed_medicine.person_of_missed_medicine
    return take(writing(request, person_id), given, find, practice.keep_missed_medicine, **told(given))


@router.get(UPSETS, response={200: list[schemas.UpsetOut], **WRONG}, auth=Token(Scope.INCIDENTS_OUT), url_name="upsets")
def upsets(request: HttpRequest, person_id: PersonId, limit: Limit = 50, offset: Offset = 0) -> Any:
    """Times that a person was upset, as they stand: the latest first."""
    sight = looked(request, person_id, "upsets")
    return [out.upset(row) for row in queries_upset.whole_upsets(sight, limit=limit, skip=offset)]


@router.post(UPSETS, response=KEPT, auth=Token(Scope.INCIDENTS_IN), url_name="upset_in")
def upset_in(request: HttpRequest, person_id: PersonId, given: schemas.UpsetIn) -> Any:
    """Bring in one time that a person was upset. `occurred_at` is when it began."""
    ended = at(given.ended_at, "ended_at") if given.ended_at else None
    said = told(given, but="ended_at")
    return take(writing(request, person_id), given, queries_upset.person_of_upset, practice.keep_upset, ended_at=ended, **said)
