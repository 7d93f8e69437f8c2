"""Databases that vanish after the bench: a folder for SQLite, two databases of their own on a PostgreSQL server."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

NAMES = ("throughline_bench", "throughline_bench_growth")


@contextmanager
def two_databases() -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """The environments of two empty databases, beside the one that DATABASE_URL names; nothing in that one is touched."""
    url = os.environ.get("DATABASE_URL", "sqlite:///")
    with tempfile.TemporaryDirectory(prefix="throughline-bench-") as folder:
        places = [{"THROUGHLINE_FILES": f"{folder}/{name}/files", "THROUGHLINE_STATIC": f"{folder}/static"} for name in NAMES]
        if url.startswith("sqlite"):
            first, second = (
                place | {"DATABASE_URL": f"sqlite:///{folder}/{name}.sqlite3"} for place, name in zip(places, NAMES, strict=True)
            )
            yield first, second
            return
        with _on_the_server(url):
            first, second = (place | {"DATABASE_URL": _named(url, name)} for place, name in zip(places, NAMES, strict=True))
            yield first, second


@contextmanager
def _on_the_server(url: str) -> Iterator[None]:
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        for name in NAMES:
            server.execute(f"DROP DATABASE IF EXISTS {name}")
            server.execute(f"CREATE DATABASE {name}")
        try:
            yield
        finally:
            for name in NAMES:
                server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _named(url: str, name: str) -> str:
    """The same server, another database."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, f"/{name}", parts.query, ""))
