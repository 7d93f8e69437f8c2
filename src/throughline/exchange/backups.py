"""A copy of everything, made while the program runs: database, log of reading, files, and a list with checksums and counts.

Unlike an export it is the database itself: journal, drafts, passkeys and all. It is put back by `restore` and read by nothing else.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection

from throughline import __version__
from throughline.base import clock, storage

from . import postgresql, sqlite

FORMAT = 1
LIST = "backup.json"
FILES = "files"


class CannotBackUp(Exception):
    """There is no backup; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a backup: its name in the folder, its checksum and size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(slots=True)
class Backup:
    """What a backup says of itself. rows: by database and table. missing: files that rows name and that were not there, or not whole."""

    engine: str
    made_at: str
    version: str = __version__
    parts: list[Part] = field(default_factory=list)
    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def written(self) -> dict[str, Any]:
        """As it stands in the list."""
        parts = [{"name": part.name, "sha256": part.sha256, "size": part.size} for part in self.parts]
        said = {"format": FORMAT, "engine": self.engine, "made_at": self.made_at, "version": self.version}
        return said | {"rows": self.rows, "missing": self.missing, "parts": parts}


def engine() -> Any:
    """The half that knows the database we run on: `sqlite` or `postgresql`."""
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]


def backup(target: Path) -> Backup:
    """Make a backup at a path that is free. Raises CannotBackUp, and leaves nothing then."""
    if target.exists():
        raise CannotBackUp(f"{target} is there already. Choose a name that is free, with the day in it.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with coming(target) as folder:
        made = Backup(connection.vendor, clock.now().isoformat(timespec="seconds"))
        try:
            named = engine().copy_to(folder, made.rows)
        except sqlite.Failed as problem:
            raise CannotBackUp(str(problem)) from None
        _copy_files(folder, named, made)
        _copy_what_is_on_its_way(folder, made)
        made.parts += [_part(folder, name) for name in engine().PARTS if (folder / name).exists()]
        _write_list(folder, made)
        os.replace(folder, target)
        storage.sync(target.parent)
    return made


@contextmanager
def coming(target: Path) -> Iterator[Path]:
    """A folder beside the target that is not there yet by its own name; taken away unless it was given that name."""
    folder = target.with_name(f".{target.name}.coming-{os.getpid()}")
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy_files(folder: Path, named: list[str], made: Backup) -> None:
    """The files that rows of the copy name. The rows were copied first, and a file is kept before its row."""
    for sha256 in named:
        place = folder / FILES / sha256[:2] / sha256
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with storage.open(sha256) as stream, open(place, "xb") as out:
                stored = storage.copy(stream, out)
                settle(out)
        except storage.NotStored:
            stored = storage.Stored("", 0)
        if stored.sha256 == sha256:
            made.parts.append(Part(place.relative_to(folder).as_posix(), sha256, stored.size))
        else:
            place.unlink(missing_ok=True)
            made.missing.append(sha256)


def _copy_what_is_on_its_way(folder: Path, made: Backup) -> None:
    """Sound and photos that came from phones and stand in no record yet; one that a record took meanwhile was in reach a moment ago."""
    for path in storage.on_their_way():
        place = folder / storage.INCOMING / path.parent.name / path.name
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            shutil.copyfile(path, place)
        except FileNotFoundError:
            place.unlink(missing_ok=True)
            continue
        made.parts.append(_part(folder, place.relative_to(folder).as_posix()))


def settle(out: Any) -> None:
    """Readable by the owner alone, and on the disk before we go on."""
    os.fchmod(out.fileno(), 0o600)
    out.flush()
    os.fsync(out.fileno())


def _part(folder: Path, name: str) -> Part:
    with open(folder / name, "rb+") as stream:
        stored = storage.measure(stream)
        settle(stream)
    return Part(name, stored.sha256, stored.size)


def _write_list(folder: Path, made: Backup) -> None:
    with open(folder / LIST, "xb") as out:
        out.write((json.dumps(made.written(), indent=1) + "\n").encode())
        settle(out)
    storage.sync(folder)
