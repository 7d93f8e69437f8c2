"""Statements of our own that are given once to each PostgreSQL connection, and named from then on.

The driver sends values inside the statement, so the server would parse and plan it anew with every record. SQLite takes values apart from
the statement and keeps it by itself. A pooler between them has to keep sessions apart, as for `prepared`.
"""

from collections.abc import Sequence
from itertools import count
from typing import Any
from weakref import WeakSet

_numbers = count(1)


class Named:
    """One statement, with %s where each value stands. kinds: those of the values, as PostgreSQL calls them; of an INSERT it knows them."""

    def __init__(self, statement: str, *kinds: str) -> None:
        self.statement, self._kinds = statement, kinds
        self._name = f"throughline_own_{next(_numbers)}"
        self._known_to: WeakSet[Any] = WeakSet()  # connections whose server has the statement

    def execute(self, cursor: Any, values: Sequence[Any]) -> None:
        """Through a cursor of Django's."""
        if cursor.db.vendor != "postgresql":
            cursor.execute(self.statement, values)
            return
        connection = cursor.db.connection
        if connection not in self._known_to:
            self._give(cursor.db)
        marks = ", ".join(["%s"] * len(values))
        cursor.execute(f"EXECUTE {self._name} ({marks})", values)

    def _give(self, connection: Any) -> None:
        """Outside Django's count of statements, as what sets up a connection is."""
        first, *pieces = self.statement.split("%s")
        numbered = first + "".join(f"${at}{piece}" for at, piece in enumerate(pieces, 1))
        kinds = f" ({', '.join(self._kinds)})" if self._kinds else ""
        with connection.wrap_database_errors, connection.connection.cursor() as cursor:
            cursor.execute(f"PREPARE {self._name}{kinds} AS {numbered}")
        self._known_to.add(connection.connection)
