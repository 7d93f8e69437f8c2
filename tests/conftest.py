"""What every test has: both databases, a clock that can be set, cheap made-up cases, and tables that can be emptied again.

The environment is set in `throughline.config.settings_test`, which Django reads before this file.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import hypothesis
import pytest
from django.db import connections
from django.test import TransactionTestCase
from tests.stories import cast, told_stories

from throughline.base import clock, triggers

__all__ = ["cast", "told_stories"]  # fixtures: everybody in the demo's stories

ALIASES = ["default", "readings"]
NEEDS_A_DATABASE = {"db", "transactional_db", "client", "admin_user", "live_server"}

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that uses a database has both: a page writes a reading to the other one."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is None and NEEDS_A_DATABASE.isdisjoint(getattr(item, "fixturenames", ())):
            continue
        given = dict(marker.kwargs) if marker else {}
        item.add_marker(pytest.mark.django_db(**({"databases": ALIASES} | given)), append=False)


@pytest.fixture
def at() -> Callable[..., AbstractContextManager[None]]:
    """Set the clock, to a moment or to a time in England and Wales: `with at("2026-03-03 14:30"):`"""

    def set_to(when: str | datetime) -> AbstractContextManager[None]:
        moment = datetime.fromisoformat(when) if isinstance(when, str) else when
        return clock.at(moment if moment.tzinfo else moment.replace(tzinfo=clock.LONDON))

    return set_to


@pytest.fixture(scope="session", autouse=True)
def _tables_that_can_be_emptied() -> Iterator[None]:
    """A test with transactions of its own ends by emptying every table, which the triggers rightly refuse.

    They are taken away for that moment and come back by the signal that Django sends after emptying.
    """
    original = TransactionTestCase._fixture_teardown

    def without_triggers(self: Any) -> None:
        for alias in type(self)._databases_names(include_mirrors=False):
            lift_triggers(alias)
        original(self)

    TransactionTestCase._fixture_teardown = without_triggers
    yield
    TransactionTestCase._fixture_teardown = original


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """Both aliases let go of a PostgreSQL database before it is dropped; pytest-django closes only the first."""
    yield
    for connection in connections.all(initialized_only=True):
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()


def lift_triggers(using: str) -> None:
    """Take the append-only triggers off. In tests, and nowhere in the program."""
    connection = connections[using]
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in (model._meta.db_table for model in triggers.append_only_models()):
            if table in there:
                for name in triggers.trigger_names(connection.vendor, table):
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
