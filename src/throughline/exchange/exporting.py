"""The record, written out as a folder or zip: the same record is the same bytes."""

import json
import os
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol
from uuid import UUID

from django.db import connection, models, transaction

from throughline.accounts.models import Provider, Service, User
from throughline.base import storage
from throughline.people.models import File, Person

from .format import FILES, MANIFEST, Table, table_of, tables
from .manifest import Manifest
from .values import written

BATCH = 2_000
# What a person's rows name besides the person: taken along only as far as it is named, in this order, the citing first.
NAMED = (User, Service, Provider)
NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


class CannotExport(Exception):
    """The record cannot be written out; the message says why and what to do."""


class Target(Protocol):
    """Where an export goes: files by name, one at a time."""

    def create(self, name: str) -> Any: ...


class FolderTarget:
    """A folder, readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def create(self, name: str) -> Iterator[IO[bytes]]:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            yield out


class ZipTarget:
    """A zip without dates, so that the same record is the same bytes."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive

    @contextmanager
    def create(self, name: str) -> Iterator[IO[bytes]]:
        member = zipfile.ZipInfo(name, NO_DATE)
        member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o100600 << 16
        with self.archive.open(member, "w", force_zip64=True) as out:
            yield out


def export(target: Path, *, person: UUID | None = None) -> Manifest:
    """Write the whole record, or one person's, to a path that is free. Raises CannotExport.

    It comes under a temporary name beside it and gets its own at the end, so that half an export never looks like a whole one.
    """
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise CannotExport(f"{target} is there already. Choose a name that is free.")
    target.parent.mkdir(parents=True, exist_ok=True)
    coming = target.with_name(f".{target.name}.coming-{os.getpid()}")
    try:
        with _opened(coming, target.suffix == ".zip") as place, snapshot():
            manifest = _write(place, person)
        os.replace(coming, target)
    finally:
        shutil.rmtree(coming, ignore_errors=True) if coming.is_dir() else coming.unlink(missing_ok=True)
    return manifest


@contextmanager
def _opened(path: Path, as_zip: bool) -> Iterator[Target]:
    if not as_zip:
        path.mkdir(mode=0o700)
        yield FolderTarget(path)
        return
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as out, zipfile.ZipFile(out, "w") as archive:
        yield ZipTarget(archive)


@contextmanager
def snapshot() -> Iterator[None]:
    """All tables as they stand at one moment, without keeping anybody from writing."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


def _write(place: Target, person: UUID | None) -> Manifest:
    named: dict[Any, set[UUID]] = defaultdict(set)
    counts = {}
    of_person = [table for table in tables() if person is None or table.model is Person or table.is_of_a_person]
    for table in of_person:
        counts[table.name] = _write_table(place, table, rows_of(table, person), named if person else None)
    for table in (table_of(model) for model in NAMED if person):
        counts[table.name] = _write_table(place, table, table.model._base_manager.filter(pk__in=named[table.model]), named)
    files = _write_files(place, person)
    manifest = Manifest(tables={table.name: counts[table.name] for table in tables() if table.name in counts}, files=files, person=person)
    with place.create(MANIFEST) as out:
        out.write((json.dumps(manifest.written(), ensure_ascii=False, indent=2) + "\n").encode())
    return manifest


def rows_of(table: Table, person: UUID | None) -> "models.QuerySet[Any]":
    """The rows of a table that go out: all, or one person's."""
    rows = table.model._base_manager.all()
    if person is None:
        return rows
    return rows.filter(pk=person) if table.model is Person else rows.filter(person=person)


def _write_table(place: Target, table: Table, rows: "models.QuerySet[Any]", named: dict[Any, set[UUID]] | None) -> int:
    """One line a row, in the order of the ids; answers how many. Notes in `named` whom and what the rows name."""
    names = list(table.by_name)
    attributes = [field.attname for field in table.columns]
    naming = [(place_, f.related_model) for place_, f in enumerate(table.columns) if f.is_relation and f.related_model in NAMED]
    count = 0
    with place.create(table.file) as out:
        for values in rows.order_by("pk").values_list(*attributes).iterator(chunk_size=BATCH):
            out.write(line(dict(zip(names, map(written, values), strict=True))))
            count += 1
            if named is not None:
                for place_, model in naming:
                    if values[place_] is not None:
                        named[model].add(values[place_])
    return count


def line(row: dict[str, Any]) -> bytes:
    """One row as its line."""
    return (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _write_files(place: Target, person: UUID | None) -> int:
    """Every file that a row names, once, its bytes checked on the way."""
    count = 0
    named = rows_of(table_of(File), person).order_by("sha256").values_list("sha256", flat=True).distinct()
    for sha256 in named.iterator(chunk_size=BATCH):
        _write_file(place, sha256)
        count += 1
    return count


def _write_file(place: Target, sha256: str) -> None:
    try:
        with storage.open(sha256) as stream, place.create(f"{FILES}/{sha256}") as out:
            if storage.copy(stream, out).sha256 != sha256:
                raise CannotExport(f"The bytes of the file {sha256} have changed on this disk. Bring it back from a backup first.")
    except storage.NotStored:
        raise CannotExport(f"The file {sha256} is missing on this disk. Bring it back from a backup first.") from None
