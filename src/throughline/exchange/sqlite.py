"""Backup and restore of SQLite files: copied page by page as they stood at one moment, while others write."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from django.db import connections

from throughline.base import storage, triggers

ALIASES = {"default": "record.sqlite3", "readings": "readings.sqlite3"}
PARTS = tuple(ALIASES.values())
NAMED = "SELECT DISTINCT sha256 FROM people_file ORDER BY sha256"


class Failed(Exception):
    """The copy was not made, or not put back; the message says why."""


def path_of(alias: str) -> Path:
    """The file of one of our databases."""
    return Path(connections[alias].settings_dict["NAME"])


def copy_to(folder: Path, rows: dict[str, dict[str, int]]) -> list[str]:
    """Copy both databases into a folder; fills `rows` with their counts, and answers which files the record names."""
    for alias, name in ALIASES.items():
        if not path_of(alias).exists():
            raise Failed(f"There is no database at {path_of(alias)} yet. Run `throughline migrate` first.")
        _copy(path_of(alias), folder / name)
        with reading(folder / name) as copy:
            rows[alias] = counted(copy)
    with reading(folder / ALIASES["default"]) as copy:
        return [sha256 for (sha256,) in copy.execute(NAMED)]


def _copy(source: Path, target: Path) -> None:
    """In one step, so that a busy writer cannot make it begin again and again; readers do not hold writers up."""
    with reading(source) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here, pages=-1)
        here.execute("PRAGMA journal_mode = DELETE")


def reading(path: Path) -> "closing[sqlite3.Connection]":
    """A connection that cannot write."""
    return closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=60))


def counted(database: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    tables = [name for name in names if not name.startswith("sqlite_")]
    return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


# --- Putting back ---


def is_empty(ours: list[str]) -> bool:
    """Whether the database that we run on holds nothing in any of these tables."""
    for alias in ALIASES:
        if path_of(alias).exists() and path_of(alias).stat().st_size:
            with reading(path_of(alias)) as there:
                if any(count for table, count in counted(there).items() if table in ours):
                    return False
    return True


def put_back(folder: Path, wanted: dict[str, dict[str, int]]) -> None:
    """Copy beside the place, look at the copies, and only then give them the name. Raises Failed, with nothing changed."""
    for alias in ALIASES:
        connections[alias].close()
    copies = {alias: path_of(alias).with_name(f".{path_of(alias).name}.restored-{os.getpid()}") for alias in ALIASES}
    try:
        for alias, copy in copies.items():
            _pour(folder / ALIASES[alias], copy)
            if faults := list(wrong_with(copy, wanted.get(alias, {}))):
                raise Failed(f"{ALIASES[alias]}: {'; '.join(faults)}")
        for alias, copy in copies.items():
            _take_place(copy, path_of(alias))
    finally:
        for copy in copies.values():
            copy.unlink(missing_ok=True)


def _pour(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(source, "rb") as stream, os.fdopen(handle, "wb") as out:
        storage.copy(stream, out)
        out.flush()
        os.fsync(out.fileno())


def _take_place(copy: Path, place: Path) -> None:
    for aside in ("-wal", "-shm"):  # of the empty database that stood here
        place.with_name(place.name + aside).unlink(missing_ok=True)
    os.replace(copy, place)
    storage.sync(place.parent)


def wrong_with(path: Path, wanted: dict[str, int]) -> Iterator[str]:
    """What is wrong with a copy of a database."""
    try:
        with reading(path) as database:
            checked = [line for (line,) in database.execute("PRAGMA integrity_check")]
            if checked != ["ok"]:
                yield f"SQLite finds it damaged: {checked[0]}"
                return
            if database.execute("PRAGMA foreign_key_check").fetchone():
                yield "a row points to a row that is not there"
            yield from differences(counted(database), wanted)
            yield from _missing_triggers(database)
    except sqlite3.DatabaseError as problem:
        yield f"SQLite cannot read it: {problem}"


def differences(found: dict[str, int], wanted: dict[str, int]) -> Iterator[str]:
    """Tables whose count of rows is not the one in the list."""
    for table in sorted(found.keys() | wanted.keys()):
        if found.get(table) != wanted.get(table):
            yield f"{table} has {found.get(table, 'no table')} rows and should have {wanted.get(table, 'no table')}"


def _missing_triggers(database: sqlite3.Connection) -> Iterator[str]:
    standing = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    there = counted(database)
    for model in triggers.append_only_models():
        table = model._meta.db_table
        if table in there and not standing.issuperset(triggers.trigger_names("sqlite", table)):
            yield f"{table} is not held append-only: its triggers are missing"


def named_files() -> Iterator[str]:
    """The files that the restored record names."""
    with reading(path_of("default")) as database:
        for (sha256,) in database.execute(NAMED):
            yield sha256
