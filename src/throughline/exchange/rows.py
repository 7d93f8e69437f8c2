"""One line of a table as a row of ours: types, fields, ids; what is wrong goes to the faults."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from throughline.base import checks

from . import constraints, extras
from .faults import Faults, described
from .format import FILLED_IN, Table, table_of
from .ids import Ids
from .values import Wrong, reader

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


class Rows:
    """Makes rows of one folder. `now` is when the server has them."""

    def __init__(self, ids: Ids, faults: Faults, now: datetime) -> None:
        self.ids, self.faults, self.now = ids, faults, now

    def make(self, table: Table, line: int, given: dict[str, Any]) -> Row:
        """The row of a line, its faults noted. What is wrong keeps its default, so that the rest can be looked at."""
        made = Row(line, given, None)
        values = {}
        for name, column in table.by_name.items():
            values[column.attname] = self._value(table, made, column, name)
        for name in given.keys() - table.by_name.keys():
            self._fault(table, made, name[:40], described(given[name]), f"only fields that {table.name} has")
        made.row = table.model(**values)
        extras.prepare(made.row)
        self._check(table, made)
        return made

    def _value(self, table: Table, made: Row, column: Any, name: str) -> Any:
        if name not in made.given:
            return self._left_out(table, made, column, name)
        value = made.given[name]
        if value is None:
            if not column.null:
                self._fault(table, made, name, described(value), "a value")
            return None
        try:
            return self._placed(table, made, column, reader(column)(value))
        except Wrong as wrong:
            self._fault(table, made, name, described(value), str(wrong))
            return None

    def _left_out(self, table: Table, made: Row, column: Any, name: str) -> Any:
        """The default of a field that the line does not have."""
        if name in FILLED_IN:
            return self.now
        if name in extras.MADE_BY_THE_LAW or (not column.primary_key and (column.null or column.has_default())):
            return column.get_default()
        self._fault(table, made, name, "nothing", "this field, which every row has")
        return None

    def _placed(self, table: Table, made: Row, column: Any, value: Any) -> Any:
        """Ids as we keep them; other values as they are."""
        if column.primary_key:
            return self.ids.own(table.place, value)
        if isinstance(column, models.UUIDField):
            return self.ids.group(value)
        if not column.is_relation:
            return value
        found = self.ids.of(table_of(column.related_model), value)
        if found is None:
            self._fault(table, made, column.name, described(value), f"the id of a row of {table_of(column.related_model).name}")
        return found

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
