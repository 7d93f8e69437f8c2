from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connections
from tests.conftest import lift_triggers
from tests.stories import cast, told_stories

from throughline.base import triggers
from throughline.base.models import Event
from throughline.config.settings_test import DATABASE_URL

from .folders import bring_in, jos_life, write
from .places import Places

__all__ = ["cast", "told_stories"]


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings) -> Path:
    """A store of files of each test's own."""
    settings.FILES = tmp_path / "store"
    return settings.FILES


@pytest.fixture(scope="session")
def files_of_the_stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stories are told once in a session, and their files are kept once."""
    return tmp_path_factory.mktemp("stories")


@pytest.fixture
def told(files_of_the_stories: Path, settings, request):
    """The stories, with the files that they were told with."""
    settings.FILES = files_of_the_stories
    return request.getfixturevalue("cast")


def take_everybody_away() -> None:
    """Empty our tables, in the test's transaction."""
    lift_triggers("default")
    connection = connections["default"]
    there = set(connection.introspection.table_names())
    tables = [model._meta.db_table for model in apps.get_models() if model.__module__.startswith("throughline.")]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing may wait on a table that is emptied
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in there.intersection(tables):
            cursor.execute(f"DELETE FROM {table}")
    triggers.install("default")


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """Databases for programs beside the tests, on the engine under test."""
    made = Places(tmp_path_factory.mktemp("places"), DATABASE_URL)
    yield made
    made.close()


@pytest.fixture
def life():
    return jos_life()


@pytest.fixture
def refused(tmp_path):
    """Imports a folder that must be refused; answers what was said of it."""

    def imported(life, **manifest):
        code, said = bring_in(write(tmp_path / "in", life, **manifest))
        assert code == 1, said
        assert "Nothing was changed." in said
        assert not Event.objects.exists()
        return said

    return imported
