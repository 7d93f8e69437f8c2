"""One line of a table as a row of ours: types, fields, ids; what is wrong goes to the faults."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models

from throughline.base import checks

from . import constraints, extras
from .faults import Faults, described
from .format import FILLED_IN, Table, table_of
from .ids import Ids
from .values import Read, Wrong, reader

LEFT_OUT = object()
EXPECTED = {
    "This is missing": "a value",
    "Choose one of": "one of: {rest}",
    "This text has a character": "text without the character NUL",
    "This is empty": "text that is not empty",
    "This has": "{rest} characters",
    "This is still to come": "a time that lies behind us",
}


@dataclass(slots=True)
class Row:
    """A line and the row that it makes. `wrong` are the fields in which something is wrong."""

    line: int
    given: dict[str, Any]
    row: Any
    wrong: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Column:
    """A field as lines are read: worked out once, since it is asked for every value there is."""

    name: str
    attname: str
    read: Read
    is_null: bool
    default: Callable[[], Any] | None  # None: every row has it
    place: Callable[[Ids, Any], Any]  # an id of the folder to one of ours; other values as they are
    cites: str  # the table that it cites, or ""


@cache
def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table."""
    return tuple(_column(table, field) for field in table.columns)


def _column(table: Table, field: Any) -> Column:
    required = field.name not in extras.MADE_BY_THE_LAW and (field.primary_key or not (field.null or field.has_default()))
    cited = table_of(field.related_model) if field.is_relation else None
    return Column(
        field.name,
        field.attname,
        reader(field),
        field.null,
        None if required else field.get_default,
        _placed(table, field, cited),
        cited.name if cited else "",
    )


def _placed(table: Table, field: Any, cited: Table | None) -> Callable[[Ids, Any], Any]:
    if field.primary_key:
        return lambda ids, value: ids.own(table.place, value)
    if cited is not None:
        return lambda ids, value: ids.of(cited, value)
    if isinstance(field, models.UUIDField):
        return lambda ids, value: ids.group(value)
    return lambda ids, value: value


class Rows:
    """Makes rows of one folder. `now` is when the server has them."""

    def __init__(self, ids: Ids, faults: Faults, now: datetime) -> None:
        self.ids, self.faults, self.now = ids, faults, now

    def make(self, table: Table, line: int, given: dict[str, Any]) -> Row:
        """The row of a line, its faults noted. What is wrong keeps its default, so that the rest can be looked at."""
        made = Row(line, given, None)
        made.row = table.model(**{column.attname: self._value(table, made, column) for column in columns_of(table)})
        for name in given.keys() - table.by_name.keys():
            self._fault(table, made, name[:40], described(given[name]), f"only fields that {table.name} has")
        extras.prepare(made.row)
        self._check(table, made)
        return made

    def _value(self, table: Table, made: Row, column: Column) -> Any:
        value = made.given.get(column.name, LEFT_OUT)
        if value is LEFT_OUT:
            return self._left_out(table, made, column)
        if value is None:
            if not column.is_null:
                self._fault(table, made, column.name, described(value), "a value")
            return None
        try:
            found = column.place(self.ids, column.read(value))
        except Wrong as wrong:
            self._fault(table, made, column.name, described(value), str(wrong))
            return None
        if found is None:
            self._fault(table, made, column.name, described(value), f"the id of a row of {column.cites}")
        return found

    def _left_out(self, table: Table, made: Row, column: Column) -> Any:
        """The default of a field that the line does not have."""
        if column.name in FILLED_IN:
            return self.now
        if column.default is None:
            self._fault(table, made, column.name, "nothing", "this field, which every row has")
            return None
        return column.default()

    def _check(self, table: Table, made: Row) -> None:
        """The checks of every door, then the rules of the table, of fields that are what they should be."""
        found = checks.faults(made.row) | extras.faults(made.row, self.now)
        for name, message in found.items():
            left_to_the_law = name in extras.MADE_BY_THE_LAW and name not in made.given
            if name not in made.wrong and not left_to_the_law:
                self._fault(table, made, name, extras.shown(name, made.given.get(name)), _as_expected(message))
        if not made.wrong:
            for name in constraints.broken(made.row):
                self._fault(table, made, "", "a row that does not fit", f"“{constraints.in_words(name)}” to hold")

    def _fault(self, table: Table, made: Row, name: str, found: str, expected: str) -> None:
        made.wrong.add(name)
        self.faults.add(table.file, made.line, name, found, expected)


def _as_expected(message: str) -> str:
    """A form's sentence (`base.checks`) as a list of faults says it; what is no sentence stays."""
    found = next((said for start, said in EXPECTED.items() if message.startswith(start)), message)
    rest = message.partition(": ")[2] or message.partition("Write ")[2].partition(", or")[0]
    return found.format(rest=rest)


def person_of(table: Table, given: dict[str, Any], ids: Ids, people: Table) -> UUID | None:
    """Whose row a line says it is, as far as that can be told."""
    value = given.get("person")
    if not table.has_person or not isinstance(value, str):
        return None
    try:
        return ids.of(people, reader(table.by_name["person"])(value))
    except Wrong:
        return None
