"""A backup, put back: every checksum asked first, into an empty place alone, and looked at before it is said to be whole."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

from django.apps import apps

from throughline.base import storage

from . import postgresql, sqlite
from .backups import FILES, FORMAT, LIST, Backup, Part, engine
from .format import tables

NOT_EMPTY = (
    "The database that DATABASE_URL names holds a record, and nothing is written over it. "
    "Set DATABASE_URL to an empty place, and THROUGHLINE_FILES to an empty folder, and restore there."
)


class CannotRestore(Exception):
    """Nothing was put back, or what was is not whole; the message says why and what to do."""


def restore(source: Path) -> Backup:
    """Put a backup back into the empty database that we run on. Raises CannotRestore."""
    backup = read(source)
    verify(source, backup)
    try:
        if not engine().is_empty(_ours()):
            raise CannotRestore(NOT_EMPTY)
        engine().put_back(source, backup.rows)
    except sqlite.Failed as problem:
        raise CannotRestore(str(problem)) from None
    _put_files_back(source, backup)
    _check_files(backup)
    return backup


def _ours() -> list[str]:
    """Tables that must be empty: the record, who reads it, what was done to it."""
    exchanged = [table.model for table in tables()]
    others = [apps.get_model(name) for name in ("base.Event", "access.Reading", "people.Draft")]
    return [model._meta.db_table for model in [*exchanged, *others]]


def read(source: Path) -> Backup:
    """The list of a backup. Raises CannotRestore when there is none, or one of another engine or a newer format."""
    try:
        said: Any = json.loads((source / LIST).read_text("utf-8"))
        parts = [Part(str(each["name"]), str(each["sha256"]), int(each["size"])) for each in said["parts"]]
        made = Backup(said["engine"], said["made_at"], said["version"], parts, dict(said["rows"]), list(said["missing"]))
        version = int(said["format"])
    except FileNotFoundError:
        raise CannotRestore(f"{source} is no backup: it has no {LIST}. A backup that was not finished has none.") from None
    except (ValueError, KeyError, TypeError):
        raise CannotRestore(f"The list {LIST} of this backup cannot be read. Take another backup.") from None
    if version > FORMAT:
        raise CannotRestore("A newer Throughline made this backup. Restore it with that one.")
    if engine() is not {"sqlite": sqlite, "postgresql": postgresql}.get(made.engine):
        raise CannotRestore(f"This backup is of {made.engine}, and DATABASE_URL names another engine. To change it, use export and import.")
    return made


def verify(source: Path, backup: Backup) -> None:
    """Every part is there and is what the list says. Raises CannotRestore."""
    wrong = [part.name for part in backup.parts if not _is_whole(source, part)]
    wrong += [name for name in engine().PARTS if name not in {part.name for part in backup.parts}]
    if wrong:
        shown = ", ".join(wrong[:5]) + (f" and {len(wrong) - 5:,} more" if len(wrong) > 5 else "")
        raise CannotRestore(f"This backup is damaged: {shown} is missing or not what it was. Nothing was put back. Take another backup.")


def _is_whole(source: Path, part: Part) -> bool:
    name = PurePosixPath(part.name)
    if name.is_absolute() or ".." in name.parts or (source / name).is_symlink() or not (source / name).is_file():
        return False
    with open(source / name, "rb") as stream:
        return storage.measure(stream) == storage.Stored(part.sha256, part.size)


def _put_files_back(source: Path, backup: Backup) -> None:
    for part in backup.parts:
        if part.name.startswith(f"{FILES}/"):
            with open(source / part.name, "rb") as stream:
                storage.put(stream, expected=part.sha256)
        elif part.name.startswith(f"{storage.INCOMING}/"):
            with open(source / part.name, "rb") as stream:
                storage.put_on_its_way(part.name.removeprefix(f"{storage.INCOMING}/"), stream)


def _check_files(backup: Backup) -> None:
    """Every row's bytes are there, and are what its checksum says, but for those that were missing when the backup was made."""
    lost = [sha256 for sha256 in engine().named_files() if sha256 not in backup.missing and not _is_kept(sha256)]
    if lost:
        raise CannotRestore(f"{len(lost):,} files that the record names are missing or changed, the first one {lost[0]}.")


def _is_kept(sha256: str) -> bool:
    try:
        with storage.open(sha256) as stream:
            return storage.measure(stream).sha256 == sha256
    except storage.NotStored:
        return False
