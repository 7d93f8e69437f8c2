"""Queries that are built once and asked many times.

Building a query with its subqueries takes Django longer than the database takes to answer it. Here a query is built the first time with
stand-ins for its values; after that only the values change. Rows come out as from the query itself: the same iterators make them. Leans on
how Django 5.2 compiles (`ModelIterable`, `SQLCompiler`); `tests/base/test_prepared.py` compares each kind with the plain query.

On PostgreSQL planning takes several times as long as answering, so each connection gives the server the statement once (PREPARE) and names
it from then on (EXECUTE). A pooler between them has to keep sessions apart: PgBouncer by session, not by transaction.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import update_wrapper
from itertools import count
from typing import Any
from uuid import UUID
from weakref import WeakSet

from django.db import connections, router
from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Seen:
    """What `visible_to` asks of a sight, while a query is being built."""

    person_id: UUID
    audiences: frozenset[str]
    topics: frozenset[str] | None = None


class _Ready:
    """A query that needs no building: hands out a compiler whose statement is written already."""

    def __init__(self, query: Any, compiler: Any, statement: str, parameters: tuple[Any, ...]) -> None:
        self._query, self._compiler = query, copy(compiler)
        self._compiler.query = self
        self._compiler.as_sql = lambda *_args, **_options: (statement, parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)

    def get_compiler(self, *_args: Any, **_options: Any) -> Any:
        return self._compiler

    def chain(self, *_args: Any, **_options: Any) -> "_Ready":
        return self


_numbers = count(1)
Place = tuple[str, int]  # the name of an argument, and which of its values
KINDS = {UUID: "uuid", datetime: "timestamptz", date: "date", int: "bigint"}  # as PostgreSQL calls them


@dataclass(frozen=True, slots=True)
class _Built:
    """A built query: its statement, its parameters, and at which of them each value stands."""

    rows: QuerySet[Any]
    compiler: Any
    statement: str
    parameters: tuple[Any, ...]
    slots: tuple[tuple[int, Place], ...]

    number: int = field(default_factory=_numbers.__next__)
    known_to: "WeakSet[Any]" = field(default_factory=WeakSet)  # connections whose server has the statement

    def ask(self, values: dict[Place, Any]) -> list[Any]:
        connection = connections[self.rows.db]
        given = {place: as_parameter(value, connection) for place, value in values.items()}
        statement, parameters = (self._by_name if connection.vendor == "postgresql" else self._in_full)(connection, given)
        asked: Any = self.rows._chain()  # type: ignore[attr-defined]  # Django's own, not in the stubs
        asked._query = _Ready(self.rows.query, self.compiler, statement, tuple(parameters))
        asked._query._compiler.connection = connection
        return list(asked)

    def _in_full(self, connection: Any, given: dict[Place, Any]) -> tuple[str, list[Any]]:
        parameters = list(self.parameters)
        for at, place in self.slots:
            parameters[at] = given[place]
        return self.statement, parameters

    def _by_name(self, connection: Any, given: dict[Place, Any]) -> tuple[str, list[Any]]:
        """The name that the server knows it by. Made known outside Django's count of statements, as what sets up a connection is."""
        name, places = f"throughline_{self.number}", list(given)
        connection.ensure_connection()
        if connection.connection not in self.known_to:
            kinds = ", ".join(KINDS[type(value)] for value in given.values())
            with connection.wrap_database_errors, connection.connection.cursor() as cursor:
                cursor.execute(f"PREPARE {name} {f'({kinds})' if kinds else ''} AS {self._numbered(places)}", self._fixed())
            self.known_to.add(connection.connection)
        marks = ", ".join(["%s"] * len(places))
        return f"EXECUTE {name} {f'({marks})' if marks else ''}", list(given.values())

    def _numbered(self, places: list[Place]) -> str:
        """The statement with $1, $2 where values stand; what is fixed keeps its mark."""
        slots = {at: f"${places.index(place) + 1}" for at, place in self.slots}
        first, *pieces = self.statement.split("%s")
        return first + "".join(slots.get(at, "%s") + piece for at, piece in enumerate(pieces))

    def _fixed(self) -> list[Any]:
        slots = dict(self.slots)
        return [value for at, value in enumerate(self.parameters) if at not in slots]


class Prepared:
    """A function that answers a queryset, asked through its written statement. Called by keyword; answers a list."""

    def __init__(self, build: Callable[..., QuerySet[Any]], values: tuple[str, ...]) -> None:
        self.build, self.values = build, values
        self._built: dict[Any, _Built] = {}
        update_wrapper(self, build)

    def __call__(self, **given: Any) -> list[Any]:
        values = {name: given[name] for name in self.values if given[name] is not None}
        shape = {name: value for name, value in given.items() if name not in values}
        lengths = tuple((name, len(value)) for name, value in values.items() if isinstance(value, tuple))
        key = (connections["default"].vendor, tuple(sorted(shape.items(), key=lambda pair: pair[0])), lengths)
        built = self._built.get(key)
        if built is None:
            built = self._built[key] = _build(self.build, shape, values)
        return built.ask(_each(values))


def prepared(*values: str) -> Callable[[Callable[..., QuerySet[Any]]], Prepared]:
    """Prepare a query. values: the arguments that change from one asking to the next; all others, and None, are part of its shape.

    A value may be a tuple of several, never empty; then how many they are is part of the shape.
    """
    return lambda build: Prepared(build, values)


def _each(values: dict[str, Any]) -> dict[Place, Any]:
    """Every single value, by the name of its argument and its place in there."""
    several = {name: value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    return {(name, place): one for name, many in several.items() for place, one in enumerate(many)}


def _build(build: Callable[..., QuerySet[Any]], shape: dict[str, Any], values: dict[str, Any]) -> _Built:
    """Build with stand-ins, and find where they came to stand."""
    standing_in = {place: stand_in(value, n) for n, (place, value) in enumerate(_each(values).items())}
    given = {
        name: tuple(standing_in[name, n] for n in range(len(value))) if isinstance(value, tuple) else standing_in[name, 0]
        for name, value in values.items()
    }
    rows = build(**shape, **given)
    using = rows._db or router.db_for_read(rows.model)  # type: ignore[attr-defined]  # Django's own, not in the stubs
    connection = connections[using]
    compiler = rows.query.clone().get_compiler(using)
    statement, parameters = compiler.as_sql()
    places = {as_parameter(value, connection): place for place, value in standing_in.items()}
    slots = tuple((at, places[each]) for at, each in enumerate(parameters) if _hashable(each) and each in places)
    converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
    compiler.get_converters = lambda _columns: converters  # the columns stay the same, and so does how each is read
    return _Built(rows.using(using), compiler, statement, tuple(parameters), slots)


def _hashable(value: Any) -> bool:
    return getattr(value, "__hash__", None) is not None


def stand_in(value: Any, n: int) -> Any:
    """A value of the same kind that nothing else in a query has."""
    if isinstance(value, UUID):
        return UUID(int=0xFACADE << 96 | n)
    if isinstance(value, datetime):
        return datetime(1583, 1, 1, tzinfo=UTC) + timedelta(days=n)
    if isinstance(value, date):
        return date(1584, 1, 1) + timedelta(days=n)
    if isinstance(value, int):
        return 31_117 + n  # fits the smallest whole number that a table has
    raise TypeError(f"A value of the kind {type(value).__name__} cannot be prepared; make it part of the shape.")


def as_parameter(value: Any, connection: Any) -> Any:
    """A value as the database's driver takes it."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
