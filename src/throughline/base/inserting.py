"""One row, one statement that was written once: what every saved record goes through.

Django builds an INSERT anew for every `save()`, which is most of the time of saving. Here it is built once a table.
"""

from functools import cache
from typing import Any

from django.db import connections, models, router

from .named import Named


def insert_one(row: models.Model) -> None:
    """Insert one new row; a key that the database gives is read back. Raises what the database raises."""
    using = router.db_for_write(type(row), instance=row)
    connection = connections[using]
    statement, fields, returning = statement_for(type(row), connection.vendor)
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        statement.execute(cursor, values)
        if returning:
            row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, using


@cache
def statement_for(model: type[models.Model], vendor: str) -> tuple[Named, tuple[Any, ...], bool]:
    """(the INSERT of a table, its fields in order, whether the key is given by the database)."""
    auto = isinstance(model._meta.pk, models.AutoField)
    fields = tuple(field for field in model._meta.local_concrete_fields if not (auto and field.primary_key))
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    returning = f' RETURNING "{model._meta.pk.column}"' if auto else ""
    return Named(f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({marks}){returning}'), fields, auto
