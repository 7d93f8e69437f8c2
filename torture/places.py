"""Where the server of a trial keeps its records: SQLite in a folder, or a database of its own on the PostgreSQL server of DATABASE_URL."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.browser.conftest import Place

NAME = "throughline_trial"  # made anew each time: what stands in the database that DATABASE_URL names is nobody's to touch


@dataclass(frozen=True)
class OnPostgreSQL(Place):
    """Files in the folder, records on the server of DATABASE_URL."""

    @property
    def environment(self) -> dict[str, str]:
        parts = urlsplit(os.environ["DATABASE_URL"])
        return super().environment | {"DATABASE_URL": urlunsplit((parts.scheme, parts.netloc, f"/{NAME}", parts.query, ""))}


def fresh(folder: Path, arranged_by: str) -> Place:
    """An empty database, arranged by a function as `tests.web.arrange:on_shift`."""
    folder.mkdir(parents=True)
    kind = OnPostgreSQL if os.environ.get("DATABASE_URL", "").startswith("postgres") else Place
    place = kind(folder, folder.parent / "static")
    if kind is OnPostgreSQL:
        made_anew()
    place.run("-m", "throughline.cli", "migrate")
    module, _, function = arranged_by.partition(":")
    place.run("-c", f"import django; django.setup(); from {module} import {function}; {function}()")
    return place


def made_anew() -> None:
    """An empty database beside the one that DATABASE_URL names."""
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {NAME}")
