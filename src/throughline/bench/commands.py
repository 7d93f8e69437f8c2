"""`throughline bench`: figures of this machine, side by side in one run, each with its limit and whether it is met."""

import json
import os
import subprocess
import sys
from typing import Any, TextIO

from . import reading, table
from .places import two_databases


def bench(*, people: int, notes: int, growth: int, out: TextIO) -> int:
    """Measure a synthetic provider, and one with many times the history; print the table. Always answers 0: a figure is no test.

    The databases are made for it and vanish: in a temporary folder, or beside the database of a PostgreSQL server in DATABASE_URL.
    """
    with two_databases() as (first, second):
        small = _measured(first, people, notes, 1, out)
        made = table.Row(f"make {people} people with {notes:,} notes, in minutes", small["made_in"] / 60, 1)
        rows = [made, *(table.Row(**each) for each in small["saving"]), *reading.rows(_timed(small))]
        if growth:
            large = _measured(second, people, notes, growth, out)
            rows += reading.growth_rows(_timed(small), _timed(large), growth)
    out.write(f"\n{small['heading']}\n\n")
    table.show(rows, out)
    return 0


def _timed(measured: dict[str, Any]) -> list[reading.Timed]:
    return [reading.Timed(**each) for each in measured["pages"]]


def _measured(place: dict[str, str], people: int, notes: int, history: int, out: TextIO) -> dict[str, Any]:
    """Fill an empty database and measure it, in a process of its own."""
    out.write(f"Making {people} people with {notes * history:,} notes …\n")
    out.flush()
    command = [sys.executable, "-m", "throughline.bench.measure", str(people), str(notes), str(history)]
    ran = subprocess.run(command, env=os.environ | place, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    out.write(f"  made in {found['made_in']:.0f} s\n")
    return found
