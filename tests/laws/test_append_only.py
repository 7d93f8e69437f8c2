"""Law 1: nothing is lost. The database itself refuses to change or delete what was signed, whoever asks.

Raw SQL on purpose: what an action or the ORM would not do is no proof of what the database holds.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections, models, router, transaction

from throughline.base import triggers
from throughline.people.models import File
from throughline.plan.models import Version

ALIASES = ["default", "readings"]
EXAMPLES: dict[type[models.Field], Any] = {
    models.BooleanField: False,
    models.DateTimeField: datetime(2026, 3, 3, 12, tzinfo=UTC),
    models.DateField: date(2026, 3, 3),
    models.TimeField: time(9, 30),
    models.JSONField: {},
    models.IntegerField: 1,
    models.DecimalField: "1.00",
    models.CharField: "x",
    models.TextField: "x",
}


def with_unique_numbers() -> list[type[models.Model]]:
    """Append-only tables in which something besides the id is unique."""
    return [m for m in triggers.append_only_models() if any(isinstance(each, models.UniqueConstraint) for each in m._meta.constraints)]


append_only = pytest.mark.parametrize("model", triggers.append_only_models(), ids=lambda model: model._meta.label)
VENDOR = connections["default"].vendor
needs_both = pytest.mark.django_db(databases=ALIASES)


def value_for(field: Any) -> Any:
    """Something that fits a column; keys point to nothing, since they are checked only at the end, and we never get there."""
    if field.primary_key and isinstance(field, models.AutoField):
        return None
    if field.null and not field.primary_key:
        return None
    if field.is_relation or isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if field.choices:
        return field.flatchoices[0][0]
    return next(example for kind, example in EXAMPLES.items() if isinstance(field, kind))


@contextmanager
def a_row(model: type[models.Model]) -> Iterator[tuple[Any, str, Any]]:
    """One row, for the length of the block: (cursor, table, its id). The checks of content are not what is tried here."""
    alias = router.db_for_write(model)
    connection = connections[alias]
    with transaction.atomic(using=alias), connection.cursor() as cursor:
        ignore_checks(cursor, connection.vendor, model)
        row = model(**{field.attname: value_for(field) for field in model._meta.concrete_fields})
        row.save(force_insert=True, using=alias)
        yield cursor, model._meta.db_table, model._meta.pk.get_db_prep_value(row.pk, connection)
        transaction.set_rollback(True, using=alias)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def ignore_checks(cursor: Any, vendor: str, model: type[models.Model]) -> None:
    if vendor == "sqlite":
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        return
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.CheckConstraint):
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DROP CONSTRAINT {constraint.name}")


def refused(cursor: Any, model: type[models.Model], statement: str, *values: Any) -> None:
    """The database refuses a statement, and says that the table is append-only."""
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(using=router.db_for_write(model)):
        cursor.execute(statement, values)


@append_only
@needs_both
def test_a_row_cannot_be_changed(model: Any) -> None:
    with a_row(model) as (cursor, table, pk):
        for column in (field.column for field in model._meta.concrete_fields if not field.primary_key):
            refused(cursor, model, f'UPDATE {table} SET "{column}" = "{column}" WHERE id = %s', pk)


@append_only
@needs_both
def test_a_row_cannot_be_deleted(model: Any) -> None:
    with a_row(model) as (cursor, table, pk):
        refused(cursor, model, f"DELETE FROM {table} WHERE id = %s", pk)
        refused(cursor, model, f"DELETE FROM {table}")


@append_only
@needs_both
def test_a_row_cannot_be_written_over(model: Any) -> None:
    column = next(field.column for field in model._meta.concrete_fields if not field.primary_key)
    with a_row(model) as (cursor, table, pk):
        again = f'INSERT INTO {table} SELECT * FROM {table} WHERE id = %s ON CONFLICT (id) DO UPDATE SET "{column}" = excluded."{column}"'
        refused(cursor, model, again, pk)
        if connections[router.db_for_write(model)].vendor == "sqlite":
            refused(cursor, model, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE id = %s", pk)
            refused(cursor, model, f'UPDATE OR REPLACE {table} SET "{column}" = "{column}" WHERE id = %s', pk)


def pushed_out(model: Any) -> None:
    """SQLite's REPLACE removes whatever stands in the way of any unique index, under another id too."""
    others = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if not field.primary_key)
    with a_row(model) as (cursor, table, pk):
        again = f"INSERT OR REPLACE INTO {table} (id, {others}) SELECT %s, {others} FROM {table} WHERE id = %s"
        refused(cursor, model, again, uuid.uuid4().hex, pk)


def emptied(model: Any) -> None:
    with connections[router.db_for_write(model)].cursor() as cursor:
        refused(cursor, model, f"TRUNCATE {model._meta.db_table} CASCADE")


# What only one database can do to rows, and on which tables.
OWN_WAYS: dict[str, tuple[Any, list[Any]]] = {
    "sqlite": (pushed_out, [each for each in triggers.append_only_models() if each._meta.total_unique_constraints]),
    "postgresql": (emptied, triggers.append_only_models()),
}


@pytest.mark.parametrize("model", OWN_WAYS[VENDOR][1], ids=lambda model: model._meta.label)
@needs_both
def test_a_row_does_not_go_in_the_way_that_this_database_has_of_its_own(model: Any) -> None:
    OWN_WAYS[VENDOR][0](model)


@pytest.mark.parametrize("alias", ALIASES)
@needs_both
def test_every_trigger_stands_after_the_migrations(alias: str) -> None:
    assert triggers.missing(alias) == []


@needs_both
def test_every_append_only_table_is_in_one_of_the_databases() -> None:
    there = {table for alias in ALIASES for table in connections[alias].introspection.table_names()}
    assert {model._meta.db_table for model in triggers.append_only_models()} <= there


@pytest.mark.django_db(databases=ALIASES, transaction=True)
def test_triggers_come_back_when_a_table_is_built_anew() -> None:
    """Django alters a SQLite table by building it anew, and its triggers are gone without a word."""
    rebuild(Version)
    if connections["default"].vendor == "sqlite":
        assert triggers.missing("default") == triggers.trigger_names("sqlite", Version._meta.db_table)
    call_command("migrate", verbosity=0)
    assert triggers.missing("default") == []


def rebuild(model: type[models.Model]) -> None:
    old, new = model._meta.get_field("title"), models.CharField(max_length=301)
    new.set_attributes_from_name("title")
    with connections["default"].schema_editor() as editor:
        editor.alter_field(model, old, new)
        editor.alter_field(model, new, old)


def schema(alias: str) -> list[Any]:
    """Everything that stands in the database's own list of what it holds, with where it stands."""
    asked = {
        "sqlite": "SELECT rowid, * FROM sqlite_master ORDER BY rowid",
        "postgresql": "SELECT oid, tgname, xmin::text FROM pg_trigger ORDER BY oid",
    }
    with connections[alias].cursor() as cursor:
        cursor.execute(asked[connections[alias].vendor])
        return cursor.fetchall()


@pytest.mark.parametrize("alias", ALIASES)
@needs_both
def test_migrating_what_is_current_touches_nothing(alias: str) -> None:
    """A server may be running: for no moment is a table without its triggers, and no statement has to be read anew."""
    before = schema(alias)
    call_command("migrate", database=alias, verbosity=0)
    assert schema(alias) == before


class Killed(BaseException):
    """The power goes, or somebody kills the program."""


@pytest.mark.django_db(databases=ALIASES, transaction=True)
def test_killed_while_triggers_are_put_back_every_trigger_that_stood_stands() -> None:
    connection = connections["default"]
    gone, other = (triggers.trigger_names(VENDOR, model._meta.db_table)[0] for model in (File, Version))
    take_away(gone, File)
    says_something_else(other, Version)
    before, made = schema("default"), []

    def kill_at_the_second(execute: Any, sql: str, *given: Any) -> Any:
        made.extend([sql] if sql.startswith("CREATE TRIGGER") else [])
        if len(made) == 2:
            raise Killed
        return execute(sql, *given)

    with pytest.raises(Killed), connection.execute_wrapper(kill_at_the_second):
        triggers.install("default")
    assert schema("default") == before and set(triggers.wrong("default")) == {gone, other}
    triggers.install("default")
    assert triggers.wrong("default") == [] and len(made) == 2


def take_away(name: str, model: type[models.Model]) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}" + (f" ON {model._meta.db_table}" if VENDOR == "postgresql" else ""))


def says_something_else(name: str, model: type[models.Model]) -> None:
    """A trigger of the right name that refuses less than it should."""
    take_away(name, model)
    table = model._meta.db_table
    less = {
        "sqlite": f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} BEGIN SELECT 1; END",
        "postgresql": f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only()",
    }
    with connections["default"].cursor() as cursor:
        cursor.execute(less[VENDOR])


@needs_both
def test_a_trigger_that_somebody_took_away_is_missed() -> None:
    name = triggers.trigger_names(VENDOR, File._meta.db_table)[0]
    take_away(name, File)
    assert triggers.missing("default") == [name]
