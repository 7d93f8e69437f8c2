"""Append-only, held by the database itself, on SQLite and PostgreSQL.

Django rebuilds a SQLite table when it alters it and drops the table's triggers without a word, so they are
installed again after every migration; a test compares what is there with the list of append-only models.
"""

from typing import Any

from django.apps import apps
from django.db import connections, models

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

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION keep_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: write a row that amends this one', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""
POSTGRESQL = "CREATE TRIGGER {name} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only()"


def append_only_models() -> list[type[models.Model]]:
    """Every model of ours that declares itself append-only."""
    return [m for m in apps.get_models() if (said := getattr(m, "declared", None)) and said.keeping is Keeping.APPEND_ONLY]


def trigger_names(vendor: str, table: str) -> list[str]:
    """The triggers that must stand on an append-only table."""
    return [f"{PREFIX}_{table}_{kind}" for kind in SQLITE] if vendor == "sqlite" else [f"{PREFIX}_{table}"]


def install(using: str) -> None:
    """Put the triggers on every append-only table that this database has."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for model in append_only_models():
            if model._meta.db_table in there:
                _install_one(cursor, connection.vendor, model._meta.db_table)


def _install_one(cursor: Any, vendor: str, table: str) -> None:
    for name in trigger_names(vendor, table):
        on = f" ON {table}" if vendor == "postgresql" else ""
        template = SQLITE[name.rsplit("_", 1)[1]] if vendor == "sqlite" else POSTGRESQL
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
        cursor.execute(template.format(name=name, table=table))


def install_after_migration(sender: Any, using: str, **_: Any) -> None:
    """Called by Django after each app's migration; the last app's call finds every table."""
    if sender.label == "base" or any(m._meta.app_label == sender.label for m in append_only_models()):
        install(using)


def missing(using: str) -> list[str]:
    """Triggers that should be on this database and are not."""
    connection = connections[using]
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(query)
        standing = {row[0] for row in cursor.fetchall()}
    wanted = [
        name for m in append_only_models() if m._meta.db_table in there for name in trigger_names(connection.vendor, m._meta.db_table)
    ]
    return [name for name in wanted if name not in standing]
