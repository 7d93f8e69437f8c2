"""`throughline bench`: figures of this machine, side by side in one run, each with its limit and whether it is met."""

import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.db import connection

from . import plain, reading, saving, table

DAYS = 200


def bench(*, people: int, notes: int, growth: int, out: TextIO) -> int:
    """Fill an empty database with a synthetic provider, measure, fill it to many times the history, measure again.

    Without DATABASE_URL everything happens in a temporary folder on SQLite. Refuses a database that is not empty.
    """
    if "DATABASE_URL" not in os.environ:
        return _in_a_temporary_folder(people, notes, growth)
    _fill(people, notes, 1, out)
    out.write(_heading(people, notes))
    small = reading.pages()
    rows = [saving.saving(), *reading.rows(small)]
    if growth:
        _fill(people, notes, growth, out)
        rows += reading.growth_rows(small, reading.pages(), growth)
    table.show(rows, out)
    return 0


def _in_a_temporary_folder(people: int, notes: int, growth: int) -> int:
    """Run this command again on a database that vanishes afterwards."""
    with tempfile.TemporaryDirectory(prefix="throughline-bench-") as folder:
        places = {"DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3", "THROUGHLINE_FILES": f"{folder}/files"}
        arguments = ["bench", "--people", str(people), "--notes", str(notes), "--growth", str(growth)]
        return subprocess.run([sys.executable, "-m", "throughline.cli", *arguments], env=os.environ | places, check=False).returncode


def _fill(people: int, notes: int, history: int, out: TextIO) -> None:
    """Make the synthetic provider, or lengthen its history to so many times."""
    from throughline.demo import synthetic

    synthetic.for_bench(people=people, days=DAYS, notes=notes, history=history, out=out)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _heading(people: int, notes: int) -> str:
    fsync = plain.fsync_ms(Path(settings.FILES))
    engine = f"SQLite {sqlite3.sqlite_version}" if connection.vendor == "sqlite" else f"PostgreSQL {connection.pg_version // 10000}"
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores. One fsync: {fsync:.2f} ms."
    return f"\n{people} people, {notes:,} notes. {engine}, {machine}\n\n"
