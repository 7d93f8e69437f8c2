"""The fixture `cast`: everybody in the demo's stories, as of two in the afternoon of Tuesday 19 May 2026.

The stories are told once in a session, by actions, in the first test that asks; after that their rows are laid into each test's own
transaction as they were, and their files into its store. So nothing is ever committed, tests that want an empty database have one,
and no test meets another's changes.
"""

import copy
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

from throughline.base import clock, storage
from throughline.demo.build import AFTERNOON, Cast, build
from throughline.people.models import File

TODAY = date(2026, 5, 19)
NOW = clock.moment(TODAY, *AFTERNOON)


@dataclass
class Told:
    """The stories, once they have been told: the cast, and the rows of every table as the database holds them."""

    cast: Cast | None = None
    rows: dict[str, tuple[list[str], list[tuple[Any, ...]]]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def lay(self) -> Cast:
        """The stories in the database of this test, and a cast of its own."""
        if self.cast is None:
            self.cast = build(TODAY)
            self.rows = {table: _rows(table) for table in _tables()}
            self.files = {sha256: _bytes(sha256) for sha256 in File.objects.values_list("sha256", flat=True)}
        else:
            for table, (columns, rows) in self.rows.items():
                _insert(table, columns, rows)
            _count_on()
            for sha256, content in self.files.items():
                if not storage.has(sha256):
                    storage.put(io.BytesIO(content))
        return copy.deepcopy(self.cast)


TOLD = Told()  # one for the process, whichever conftest brings the fixture in


def _bytes(sha256: str) -> bytes:
    with storage.open(sha256) as stream:
        return stream.read()


def _models() -> list[type[models.Model]]:
    """Every table of ours in the record's own database."""
    every = [model for app in apps.get_app_configs() if app.name.startswith("throughline.") for model in app.get_models()]
    return [model for model in every if model._meta.label_lower != "access.reading"]


def _tables() -> list[str]:
    return [model._meta.db_table for model in _models()]


def _rows(table: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """(the columns, a value of each in every row). By name: a test that changes a table may leave its columns in another order."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        columns = [connection.ops.quote_name(each[0]) for each in cursor.description]
        return columns, [tuple(_plain(value) for value in row) for row in cursor.fetchall()]


def _plain(value: Any) -> Any:
    """SQLite hands days and times out as Python's, and takes them back as text."""
    return str(value) if connection.vendor == "sqlite" and isinstance(value, date | time) else value


def _insert(table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            values = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})", rows)


def _count_on() -> None:
    """Numbers that the database gives go on after those that were laid in."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


@pytest.fixture(scope="session")
def told_stories() -> Told:
    """Empty until the first test asks for the cast."""
    return TOLD


@pytest.fixture
def cast(db: None, told_stories: Told) -> Iterator[Cast]:
    """Everybody in the stories, with the clock set to the day on which they are told."""
    with clock.at(NOW):
        yield told_stories.lay()
