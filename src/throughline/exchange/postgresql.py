"""Backup and restore of a PostgreSQL database with its own programs, `pg_dump` and `pg_restore`."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from throughline.base import triggers

from .sqlite import NAMED, Failed, differences

DUMP = "record.dump"
PARTS = (DUMP,)
INSTALLED = Path("/usr/lib/postgresql")


def program(name: str) -> str:
    """Where one of PostgreSQL's programs is: on the path, or the newest that Debian installed."""
    if found := shutil.which(name):
        return found
    installed = sorted(INSTALLED.glob(f"*/bin/{name}"), key=lambda each: int(each.parts[-3]) if each.parts[-3].isdigit() else 0)
    if not installed:
        raise Failed(f"{name} is missing. Install PostgreSQL's client programs of the server's version or newer.")
    return str(installed[-1])


def copy_to(folder: Path, rows: dict[str, dict[str, int]]) -> list[str]:
    """Dump the database as it stands at one moment; fills `rows` with the counts of that moment, and answers which files it names."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        rows["default"] = counted(cursor)
        named = _named(cursor)
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={folder / DUMP}")
    return named


def counted(cursor: Any) -> dict[str, int]:
    """How many rows each table has."""
    counts = {}
    for table in sorted(connection.introspection.table_names(cursor)):
        cursor.execute(f'SELECT count(*) FROM "{table}"')
        counts[table] = cursor.fetchone()[0]
    return counts


def _named(cursor: Any) -> list[str]:
    if "people_file" not in connection.introspection.table_names(cursor):
        raise Failed("There are no tables in this database yet. Run `throughline migrate` first.")
    cursor.execute(NAMED)
    return [sha256 for (sha256,) in cursor.fetchall()]


def _info() -> Any:
    """Where our connection leads, as the driver has it."""
    connection.ensure_connection()
    return connection.connection.info


def _run(name: str, *arguments: str) -> None:
    """Run a program on our database. The password goes through the environment, where `ps` does not show it."""
    info = _info()
    known = {"PGHOST": info.host, "PGPORT": str(info.port), "PGUSER": info.user, "PGDATABASE": info.dbname, "PGPASSWORD": info.password}
    tls = {f"PG{key.upper()}": value for key, value in info.get_parameters().items() if key.startswith("ssl")}
    environment = os.environ | {key: value for key, value in (known | tls).items() if value}
    done = subprocess.run(
        [program(name), *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        raise Failed(f"{name} failed: {done.stdout.strip()[-500:]}")


# --- Putting back ---


def is_empty(ours: list[str]) -> bool:
    """Whether the database that we run on holds nothing in any of these tables."""
    with connection.cursor() as cursor:
        return not any(count for table, count in counted(cursor).items() if table in ours)


def put_back(folder: Path, wanted: dict[str, dict[str, int]]) -> None:
    """Put the dump into our database, in one transaction, and look at what came. Raises Failed."""
    _run(
        "pg_restore",
        "--clean",
        "--if-exists",
        "--no-owner",
        "--no-privileges",
        "--single-transaction",
        "--exit-on-error",
        f"--dbname={_info().dbname}",
        str(folder / DUMP),
    )
    if faults := list(_wrong(wanted.get("default", {}))):
        raise Failed(f"The database was put back and is not whole; do not use it: {'; '.join(faults)}")


def _wrong(wanted: dict[str, int]) -> Iterator[str]:
    with connection.cursor() as cursor:
        yield from differences(counted(cursor), wanted)
    for name in triggers.missing("default"):
        yield f"the trigger {name} is missing"


def named_files() -> Iterator[str]:
    """The files that the restored record names."""
    with connection.cursor() as cursor:
        yield from _named(cursor)
