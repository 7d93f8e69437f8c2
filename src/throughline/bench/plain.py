"""The measure beside which we stand: one plain insert through the database driver, one commit each; and one fsync."""

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection

from throughline.base.ids import new_id
from throughline.base.sqlite import PRAGMAS

# As wide as a routine record with a short note, with two further indexes, as our own table has.
TABLE = (
    "CREATE TABLE IF NOT EXISTS bench_plain"
    " (id CHAR(32) PRIMARY KEY, person CHAR(32), item CHAR(32), day CHAR(10), result CHAR(12), note TEXT)"
)
INDEXES = (
    "CREATE INDEX IF NOT EXISTS bench_plain_person ON bench_plain (person, day)",
    "CREATE INDEX IF NOT EXISTS bench_plain_item ON bench_plain (item, day)",
)
NOTE = "Jo chose the green headphones and sat by the window for a while. " * 2


def one_insert() -> tuple[Callable[[], None], Callable[[], None]]:
    """(insert one row and commit it, tidy up), through the driver of the database in use, with our durability."""
    driver = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    mark = "?" if connection.vendor == "sqlite" else "%s"
    statement = f"INSERT INTO bench_plain VALUES ({', '.join([mark] * 6)})"
    for each in (TABLE, *INDEXES):
        driver.execute(each)
    driver.commit()

    def insert() -> None:
        driver.execute(statement, (new_id().hex, uuid4().hex, uuid4().hex, "2026-05-19", "said_yes", NOTE))
        driver.commit()

    def tidy() -> None:
        driver.execute("DROP TABLE bench_plain")
        driver.commit()
        driver.close()

    return insert, tidy


def _sqlite() -> Any:
    driver = sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=20)
    driver.executescript(PRAGMAS)
    return driver


def _postgresql() -> Any:
    import psycopg

    params = connection.get_connection_params()
    wanted = {key: value for key, value in params.items() if key in {"dbname", "user", "password", "host", "port"} and value}
    return psycopg.connect(**wanted)


def fsync_ms(folder: Path, times: int = 50) -> float:
    """The middle time of one fsync after a small write, in milliseconds."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "bench-fsync"
    taken = []
    with path.open("wb") as out:
        for _ in range(times):
            out.write(b"x" * 4096)
            began = time.perf_counter()
            out.flush()
            os.fsync(out.fileno())
            taken.append((time.perf_counter() - began) * 1000)
    path.unlink()
    return median(taken)
