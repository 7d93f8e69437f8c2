"""Append-only, held by the database itself, on SQLite and PostgreSQL.

Django rebuilds a SQLite table when it alters it and drops the table's triggers without a word, so after every migration those that
are missing, or say something else, are put back in one transaction; those that stand are never touched, since a server may be running.
"""

from typing import Any

from django.apps import apps
from django.db import connections, models, transaction

from .declared import Keeping

PREFIX = "keep"

SQLITE = {
    "update": "CREATE TRIGGER {name} BEFORE UPDATE ON {table}"
    " BEGIN SELECT RAISE(ABORT, '{table} is append-only: write a row that amends this one'); END",
    "delete": "CREATE TRIGGER {name} BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only: nothing is deleted'); END",
    # REPLACE would delete without firing the delete trigger, so an id that exists is refused as well.
    "insert": "CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"
    " BEGIN SELECT RAISE(ABORT, '{table} is append-only: this id is taken'); END",
}

POSTGRESQL_BODY = """
BEGIN
  RAISE EXCEPTION '% is append-only: write a row that amends this one', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END """
POSTGRESQL_FUNCTION = f"CREATE OR REPLACE FUNCTION keep_append_only() RETURNS trigger LANGUAGE plpgsql AS $${POSTGRESQL_BODY}$$"
POSTGRESQL = "CREATE TRIGGER {name} BEFORE DELETE OR UPDATE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only()"

# What stands: (name, what it says as the database tells it back). A trigger that somebody disabled does not stand.
STANDING = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid, true) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
}


def append_only_models() -> list[type[models.Model]]:
    """Every model of ours that declares itself append-only."""
    return [m for m in apps.get_models() if (said := getattr(m, "declared", None)) and said.keeping is Keeping.APPEND_ONLY]


def trigger_names(vendor: str, table: str) -> list[str]:
    """The triggers that must stand on an append-only table."""
    return [f"{PREFIX}_{table}_{kind}" for kind in SQLITE] if vendor == "sqlite" else [f"{PREFIX}_{table}"]


def install(using: str) -> None:
    """Put back what is missing from this database, or says something else: all of it in one transaction, or nothing."""
    if not wrong(using) and not _function_is_wrong(using):
        return
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "postgresql" and _function_is_wrong(using):
            cursor.execute(POSTGRESQL_FUNCTION)
        wanted = _wanted(using)
        for name in wrong(using):  # asked again: whoever came first may have put them back
            table, statement = wanted[name]
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
            cursor.execute(statement)


def install_after_migration(sender: Any, using: str, **_: Any) -> None:
    """Called by Django after each app's migration; the last app's call finds every table."""
    if sender.label == [each.label for each in apps.get_app_configs() if each.models_module is not None][-1]:
        install(using)


def missing(using: str) -> list[str]:
    """Triggers that should be on this database and are not."""
    standing = _standing(using)
    return [name for name in _wanted(using) if name not in standing]


def wrong(using: str) -> list[str]:
    """Triggers that should be on this database and are not, or that say something else."""
    standing = _standing(using)
    return [name for name, (_, statement) in _wanted(using).items() if standing.get(name) != statement]


def _wanted(using: str) -> dict[str, tuple[str, str]]:
    """The triggers of the append-only tables that this database has, by name: (table, statement)."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    tables = [model._meta.db_table for model in append_only_models() if model._meta.db_table in there]
    return {
        name: (table, _statement(connection.vendor, name, table)) for table in tables for name in trigger_names(connection.vendor, table)
    }


def _statement(vendor: str, name: str, table: str) -> str:
    template = SQLITE[name.rsplit("_", 1)[1]] if vendor == "sqlite" else POSTGRESQL
    return template.format(name=name, table=table)


def _standing(using: str) -> dict[str, str]:
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        return dict(cursor.fetchall())


def _function_is_wrong(using: str) -> bool:
    """On PostgreSQL the triggers call one function; whether it is not there, or says something else."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'keep_append_only' AND pronamespace = current_schema()::regnamespace")
        return list(cursor.fetchall()) != [(POSTGRESQL_BODY,)]
