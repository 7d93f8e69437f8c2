"""A first migration makes its tables at once, and they are what the models say."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, migrations
from django.db.migrations.state import ProjectState

from throughline.base.first_migration import FirstMigration

from ..architecture.house import label, our_models

pytestmark = pytest.mark.django_db

OURS = [config.name for config in apps.get_app_configs() if config.name.startswith("throughline.") and any(config.get_models())]
LOGGED_APART = "access.Reading"  # lives in the other database


@pytest.mark.parametrize("name", OURS)
def test_every_first_migration_makes_its_tables_at_once(name: str) -> None:
    """After `makemigrations` has written one anew: let it be a `FirstMigration` again."""
    first = import_module(f"{name}.migrations.0001_initial").Migration
    assert issubclass(first, FirstMigration)


@pytest.mark.parametrize("model", [each for each in our_models() if label(each) != LOGGED_APART], ids=label)
def test_the_database_has_every_column_index_and_constraint_of_a_model(model: Any) -> None:
    with connection.cursor() as cursor:
        columns = {each.name for each in connection.introspection.get_table_description(cursor, model._meta.db_table)}
        held = set(connection.introspection.get_constraints(cursor, model._meta.db_table))
    assert columns == {field.column for field in model._meta.local_fields}
    assert {each.name for each in (*model._meta.indexes, *model._meta.constraints)} <= held


def test_what_makes_no_table_belongs_into_a_later_migration() -> None:
    class Filling(FirstMigration):
        operations = [migrations.RunPython(migrations.RunPython.noop)]

    with pytest.raises(TypeError, match="belongs into a later one"):
        Filling("0001_initial", "base").apply(ProjectState(), schema_editor=None)
