"""Where the server of a trial keeps its records: SQLite in a folder, or PostgreSQL when DATABASE_URL names it."""

import os
from dataclasses import dataclass
from pathlib import Path

from tests.browser.conftest import Place


@dataclass(frozen=True)
class OnPostgreSQL(Place):
    """Files in the folder, records in the database of DATABASE_URL."""

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | {"DATABASE_URL": os.environ["DATABASE_URL"]}


def fresh(folder: Path, arranged_by: str) -> Place:
    """An empty database, arranged by a function as `tests.web.arrange:on_shift`."""
    folder.mkdir(parents=True)
    kind = OnPostgreSQL if os.environ.get("DATABASE_URL", "").startswith("postgres") else Place
    place = kind(folder, folder.parent / "static")
    if kind is OnPostgreSQL:
        emptied()
    place.run("-m", "throughline.cli", "migrate")
    module, _, function = arranged_by.partition(":")
    place.run("-c", f"import django; django.setup(); from {module} import {function}; {function}()")
    return place


def emptied() -> None:
    """The database of DATABASE_URL is ours alone, for the time of the command: `scripts/with_postgres.py`."""
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute("DROP SCHEMA public CASCADE")
        server.execute("CREATE SCHEMA public")
