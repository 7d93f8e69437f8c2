"""The first migration of an app: all of its tables at once, from the state in which they end.

Django applies a migration step by step and draws every model anew, with all that is linked to it, after each; in a house where every
record cites earlier ones that took twenty seconds for an empty database. The tables that come out are the same.
"""

from typing import Any

from django.db import migrations
from django.db.migrations.state import ProjectState

WITH_THE_TABLE = (migrations.AddField, migrations.AddIndex, migrations.AddConstraint)  # what a table made from its last state has already


class FirstMigration(migrations.Migration):
    """Stands in place of `migrations.Migration` in each `0001_initial` of ours. Makes tables and nothing else."""

    initial = True

    def apply(self, project_state: ProjectState, schema_editor: Any, collect_sql: bool = False) -> ProjectState:
        """Make the tables; the state after them."""
        before = ProjectState({key: each.clone() for key, each in project_state.models.items()}, project_state.real_apps)
        after = self.mutate_state(before)
        for operation in self.operations:
            if isinstance(operation, migrations.CreateModel):
                operation.database_forwards(self.app_label, schema_editor, before, after)
            elif not isinstance(operation, WITH_THE_TABLE):
                raise TypeError(f"A first migration makes tables; {operation.describe()!r} belongs into a later one.")
        return after
