"""Questions about people, and two that every package asks of a record."""

from collections.abc import Iterable
from functools import partial
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import models

from throughline.base.errors import NotFound
from throughline.base.prepared import prepared

from .choices import FileKind
from .models import Contact, File, Person, Stay
from .sight import Sight

Row = TypeVar("Row", bound=models.Model)


def only(rows: "models.QuerySet[Row]", row_id: UUID) -> Row:
    """The one row with an id among rows that may be seen; NotFound when it is not among them."""
    found = rows.filter(pk=row_id).first()
    if found is None:
        raise NotFound
    return found


def owner(model: type[models.Model], row_id: UUID) -> UUID:
    """Whose record a row stands on; asked before sight is. NotFound when there is no such row."""
    found = _owner(model=model, row_id=row_id)
    if not found:
        raise NotFound
    return cast(UUID, found[0])


@prepared("row_id")
def _owner(model: Any, row_id: UUID) -> "models.QuerySet[Any, UUID]":
    return model._base_manager.filter(pk=row_id).values_list("person_id", flat=True)  # type: ignore[no-any-return]


def named(person_id: UUID) -> Person | None:
    """Whom a record names that came from a phone, to keep it for them. Shows nothing: whoever asks has no sight of them."""
    return Person.objects.filter(pk=person_id).first()


def contacts(sight: Sight) -> list[Contact]:
    """Who is in the person's life now."""
    return _contacts(person_id=sight.person_id)


@prepared("person_id")
def _contacts(person_id: UUID) -> models.QuerySet[Contact]:
    return Contact.objects.filter(person=person_id, ended_on__isnull=True)


def former_contacts(sight: Sight) -> list[Contact]:
    """Who was in the person's life and is no more, the latest first."""
    return list(Contact.objects.filter(person=sight.person_id, ended_on__isnull=False).order_by("-ended_on"))


def contact(sight: Sight, contact_id: UUID) -> Contact:
    """One contact of the person."""
    return only(Contact.objects.filter(person=sight.person_id).select_related("person"), contact_id)


def stays(sight: Sight) -> list[Stay]:
    """Where the person has been supported, the newest first."""
    return list(Stay.objects.filter(person=sight.person_id).select_related("service").order_by("-from_on"))


def stay(sight: Sight, stay_id: UUID) -> Stay:
    """One stay of the person."""
    return only(Stay.objects.filter(person=sight.person_id).select_related("service", "person"), stay_id)


def file(sight: Sight, file_id: UUID) -> File:
    """One sound, photo or document of the person, for those for whom it is."""
    return only(File.objects.visible_to(sight), file_id)


person_of_file = partial(owner, File)


def portraits(people: Iterable[UUID], audiences: frozenset[str]) -> dict[UUID, UUID]:
    """The newest portrait's file by person, for people whom the actor may see. One query."""
    asked = tuple(people)
    return dict(_portraits(people=asked, audiences=audiences)) if asked else {}


@prepared("people")
def _portraits(people: tuple[UUID, ...], audiences: frozenset[str]) -> "models.QuerySet[File, tuple[UUID, UUID]]":
    rows = File.objects.current().filter(person__in=people, kind=FileKind.PORTRAIT, audience__in=audiences)
    return rows.order_by("sequence").values_list("person_id", "pk")


def portrait(sight: Sight) -> UUID | None:
    """The file of the person's own photo, when there is one."""
    return portraits([sight.person_id], sight.audiences).get(sight.person_id)
