"""The calls about people, their cards and who is on shift. Each asks a query or an action of the packages, as a page does.

None reads or writes by itself.
"""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router

from throughline.access import roster
from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.errors import Invalid
from throughline.plan import queries as plan
from throughline.plan.choices import ItemKind
from throughline.workforce import actions as workforce
from throughline.workforce import law
from throughline.workforce import queries as team

from . import out, schemas
from .calling import FIRST, LAST, WRONG, Limit, Offset, PersonId, actor, at, looked
from .choices import Scope
from .door import Token

router = Router()


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
