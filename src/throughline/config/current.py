"""Whether the databases are as this version of the program knows them. Commands look; only `migrate` and `run` change them."""

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from throughline.base import triggers
from throughline.base.errors import Refused


def aliases() -> list[str]:
    """The databases there are: one, where readings share it."""
    return ["default"] if settings.READINGS_SHARE_DATABASE else ["default", "readings"]


def bring_up_to_date() -> None:
    """Every migration, and the triggers that hold append-only tables."""
    for alias in aliases():
        call_command("migrate", database=alias, verbosity=0)


def ensure() -> None:
    """Make an empty database ready. Raises Refused when there is one of another version: a server may be running on it."""
    if all(not connections[alias].introspection.table_names() for alias in aliases()):
        bring_up_to_date()
    elif not all(is_current(alias) for alias in aliases()):
        raise Refused(_("This database is of another version of Throughline. Stop the server, back it up, and run: throughline migrate"))


def is_current(alias: str) -> bool:
    """Whether no migration waits and every trigger stands as it should."""
    executor = MigrationExecutor(connections[alias])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes()) and not triggers.wrong(alias)
