"""What the calls share: whose token it is, whose record is read, and what becomes of a record that is sent."""

from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

from django.db import IntegrityError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Path, Query, Status

from throughline.access import readings, scope
from throughline.base import sent
from throughline.base.errors import Invalid, NotFound
from throughline.base.written import Written
from throughline.people.sight import Sight

from . import schemas

WRONG = {code: schemas.Problem for code in (400, 401, 403, 404, 409, 422)}
FIRST, LAST = date(2000, 1, 1), date(2100, 1, 1)  # days outside are as good as these
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
PersonId = Annotated[UUID, Path()]


def writing(request: HttpRequest, person_id: UUID) -> Sight:
    """The sight of one person of whom something is brought in. What may be kept of them, the action asks."""
    return scope.sight(actor(request), person_id)


def looked(request: HttpRequest, person_id: UUID, page: str) -> Sight:
    """The sight of one person; a reading is kept, and the person can see it. NotFound both for "not yours" and "not there"."""
    sight = scope.sight(actor(request), person_id)
    readings.note(sight, f"api:{page}")
    return sight


def actor(request: HttpRequest) -> Any:
    """The system whose token came with the call."""
    return request.auth  # type: ignore[attr-defined]  # set by the API framework, not in the stubs


def at(moment: datetime, name: str = "occurred_at") -> datetime:
    """A moment that can be worked with: with its zone, and within a hundred years of now."""
    if moment.tzinfo is None or not FIRST.year < moment.year < LAST.year:
        raise Invalid({name: _("Write a moment of our time, with its zone.")})
    return moment


def written(given: Any) -> Written:
    """When it happened, by the other system; under the id that it made."""
    return Written(id=given.id, occurred_at=at(given.occurred_at))


def told(given: Any, *, but: str = "") -> dict[str, Any]:
    """What a record says, by the names of its action; without a field that the call reads for itself."""
    return {name: value for name, value in given if name not in ("id", "occurred_at", but)}


def take(sight: Sight, given: Any, find: Callable[[UUID], UUID], action: Callable[..., Any], **said: Any) -> Any:
    """Keep what was sent, once: 201 for what is new, 200 for what was here already.

    find: whose record of this kind stands under an id. Raises Invalid when something else was kept under this id.
    """
    before = _was_here(find, given.id)
    try:
        with sent.what(_sum(sight.person_id, given)):
            row = action(person=sight.person, by=sight.actor, written=written(given), **said)
    except IntegrityError:
        if not _was_here(find, given.id):
            raise
        raise _other() from None
    except sent.KeptAlready:
        raise _other() from None
    return Status(200 if before else 201, {"id": row.pk, "outcome": "identical" if before else "new"})


def _other() -> Invalid:
    return Invalid({"id": _("Something else was kept under this id. Send this with an id of its own.")})


def _was_here(find: Callable[[UUID], UUID], row_id: UUID) -> bool:
    """Whether a record stood under its id before."""
    try:
        find(row_id)
    except NotFound:
        return False
    return True


def _sum(person_id: UUID, given: Any) -> str:
    """Of what was sent, and of whom: the same in other words, or on another record, is something else."""
    return sha256(f"{person_id} {given.model_dump_json(exclude_defaults=True)}".encode()).hexdigest()
