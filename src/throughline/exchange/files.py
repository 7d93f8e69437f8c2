"""Sounds, photos and documents of a folder: each is named by its checksum, and each is named by a row."""

from uuid import UUID

from throughline.base import storage
from throughline.people.models import File

from .faults import Faults
from .format import FILES, Table
from .lines import BROKEN
from .rows import Row
from .seen import Seen
from .sources import Source


class Files:
    """The folder `files/` of an import."""

    def __init__(self, source: Source, seen: Seen, faults: Faults) -> None:
        self.source, self.seen, self.faults = source, seen, faults
        self.names = frozenset(name for name in source.names() if name.startswith(f"{FILES}/"))
        self.here = sorted(self.names)
        self._sizes: dict[str, int] = {}

    def check_rows(self, table: Table, batch: list[Row], known: set[UUID]) -> None:
        """Every row names a file that is in the folder, whole and of the size it says. Rows that are here have theirs."""
        if table.model is not File:
            return
        for each in batch:
            sha256 = each.row.sha256
            if each.wrong or sha256 is None:
                continue
            self.seen.name(sha256)
            name = f"{FILES}/{sha256}"
            if name in self.names:
                self._check_size(table, each, name)
            elif each.row.pk not in known or not storage.has(sha256):
                self.faults.add(table.file, each.line, "sha256", "no file of this checksum", f"the file {name}")

    def _check_size(self, table: Table, each: Row, name: str) -> None:
        if self.size(name) != each.row.size:
            self.faults.add(table.file, each.line, "size", f"a file of {self.size(name):,} bytes", "the size of the file")

    def size(self, name: str) -> int:
        """The size of a file, in bytes."""
        if name not in self._sizes:
            self._sizes = {name: self._measured(name).size}
        return self._sizes[name]

    def _measured(self, name: str) -> storage.Stored:
        try:
            with self.source.open(name) as stream:
                return storage.measure(stream)
        except BROKEN:
            return storage.Stored("", 0)

    def check(self) -> None:
        """Every file has the checksum that it is called by, and some row names it."""
        for name in self.here:
            sha256 = name.removeprefix(f"{FILES}/")
            if not self.seen.names(sha256):
                self.faults.add(name[:100], 0, "", "a file that no row names", "only files that a row of people_file names")
            elif self._measured(name).sha256 != sha256:
                self.faults.add(name, 0, "", "other bytes than the checksum says", "the bytes that the name is the checksum of")

    def keep(self, new: list[str]) -> None:
        """Put every file into the store; adds to `new` the checksums of those that were not there before, as it goes."""
        for name in self.here:
            sha256 = name.removeprefix(f"{FILES}/")
            if not storage.has(sha256):
                new.append(sha256)
                with self.source.open(name) as stream:
                    storage.put(stream, expected=sha256)
