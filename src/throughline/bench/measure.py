"""One measurement: fill the empty database of DATABASE_URL, measure saving and reading, and print one line of JSON."""

import json
import os
import platform
import sqlite3
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

DAYS = 200


def main(people: int, notes: int, history: int) -> None:
    """Fill and measure; the program's own settings, nothing taken out."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.config.settings")
    import django

    django.setup()
    began = time.perf_counter()
    _fill(people, notes, history)
    made_in = time.perf_counter() - began
    print(json.dumps({"made_in": made_in, **_figures(people, notes * history)}))


def _fill(people: int, notes: int, history: int) -> None:
    from django.conf import settings
    from django.core.management import call_command

    from throughline.demo import synthetic

    call_command("migrate", verbosity=0)
    if not settings.READINGS_SHARE_DATABASE:
        call_command("migrate", database="readings", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    synthetic.generate(people=people, days=DAYS, notes=notes, history=history)


def _figures(people: int, notes: int) -> dict[str, Any]:
    from . import reading, saving

    pages = [asdict(timed) for timed in reading.pages()]
    return {"pages": pages, "saving": [asdict(row) for row in saving.saving()], "heading": _heading(people, notes)}


def _heading(people: int, notes: int) -> str:
    from django.conf import settings
    from django.db import connection

    from . import plain

    fsync = plain.fsync_ms(Path(settings.FILES))
    wrapper: Any = connection  # only PostgreSQL's has `pg_version`
    engine = f"SQLite {sqlite3.sqlite_version}" if wrapper.vendor == "sqlite" else f"PostgreSQL {wrapper.pg_version // 10000}"
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores. One fsync: {fsync:.2f} ms."
    return f"{people} people, {notes:,} notes. {engine}, {machine}"


if __name__ == "__main__":
    main(*(int(given) for given in sys.argv[1:4]))
