"""One person's record in the making: rows with authors and times, gathered by table until they go through the bulk door."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, TypeVar

from django.db import models
from django.db.models.base import ModelState

from throughline.accounts.models import User
from throughline.base import clock
from throughline.base.models import Amendment, Recorded
from throughline.people.models import Contact, Person

from .dice import Dice

Row = TypeVar("Row", bound=models.Model)

OFFLINE = 0.06  # the share of what is written while there is no signal


class NotYet(Exception):
    """What would come next has not happened by the end of the record."""


@dataclass(slots=True)
class Numbers:
    """The last numbers given, across all people."""

    decision: int = 0
    item: int = 0


@dataclass(slots=True)
class Record:
    """One person, whoever is around them, and the rows of their record."""

    person: Person
    contacts: list[Contact]
    staff: list[User]
    leader: User
    manager: User
    dice: Dice
    numbers: Numbers
    begins: date
    until: datetime
    quiet: bool = False  # shows and picks more than they say
    rows: dict[type[models.Model], list[Any]] = field(default_factory=dict)
    awaiting: list[Any] = field(default_factory=list)  # voices that nobody has answered yet, as they come

    def row(self, model: type[Row], at: datetime, by: User, **fields: Any) -> Row:
        """A recorded row of this person; NotYet when that moment is still to come."""
        if at > self.until:
            raise NotYet
        received = at
        if self.dice.often(OFFLINE):
            received = min(at + timedelta(minutes=self.dice.randint(5, 400)), self.until)
        made = new(
            model,
            id=self.dice.new_id(at),
            person_id=self.person.pk,
            author_id=by.pk,
            occurred_at=fields.pop("occurred_at", at),
            recorded_at=at,
            received_at=received,
            **fields,
        )
        self.rows.setdefault(model, []).append(made)
        return made

    def part(self, model: type[Row], at: datetime, **fields: Any) -> Row:
        """A part of a record, made with it."""
        made = new(model, id=self.dice.new_id(at), person_id=self.person.pk, **fields)
        self.rows.setdefault(model, []).append(made)
        return made

    def amending(self, old: Recorded, at: datetime, by: User, kind: Amendment, reason: str, **changed: Any) -> Any:
        """A row that says an earlier one better, or ends it."""
        ours = {each.attname for each in Recorded._meta.local_fields} - {"topic", "audience"}
        same = {each.attname: getattr(old, each.attname) for each in old._meta.concrete_fields if each.attname not in {*ours, "person_id"}}
        return self.row(type(old), at, by, amends_id=old.pk, amendment=kind, reason=reason, **same | changed)

    def anybody(self) -> User:
        """Whoever was on shift."""
        return self.dice.choice(self.staff)

    def someone(self) -> Contact | None:
        """One of their people, if there are any."""
        return self.dice.choice(self.contacts) if self.contacts else None

    def a_moment(self, share_of_days: float = 1.0) -> datetime:
        """Some moment of their time, or of its first part."""
        days = max(1, int((clock.day_of(self.until) - self.begins).days * share_of_days))
        return self.dice.moment(self.begins + timedelta(days=self.dice.randrange(days)))

    def after(self, at: datetime, least: int, most: int) -> datetime:
        """A moment later; NotYet when it is still to come."""
        later = self.dice.later(at, least, most)
        if later > self.until:
            raise NotYet
        return later

    def take(self) -> list[models.Model]:
        """The rows so far, table by table, earliest package first; the record begins anew."""
        taken = [row for model in self.rows for row in self.rows[model]]
        self.rows = {}
        return taken


def new(model: type[Row], **values: Any) -> Row:
    """An unsaved row. A model's own way of making one takes longer than the database takes to keep it, and there are millions."""
    fields, plain = defaults(model)
    if not values.keys() <= fields.keys():
        raise TypeError(f"{model.__name__} has no {values.keys() - fields.keys()}")
    made = model.__new__(model)
    made.__dict__ = {"_state": ModelState(), **plain, **values}
    for name in fields.keys() - made.__dict__.keys():
        setattr(made, name, fields[name].get_default())
    return made


@cache
def defaults(model: type[models.Model]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a table by the names of their values, and those defaults that are the same for every row."""
    fields = {each.attname: each for each in model._meta.concrete_fields}
    plain = {name: each.get_default() for name, each in fields.items() if not callable(each.default)}
    return fields, plain
