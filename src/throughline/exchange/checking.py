"""Whether a folder can come in: two readings of every file, and nothing written.

The first reading notes which ids there are. The second makes every row, and asks of it all that the doors, the database and the
thread ask. What is found goes to the faults with file and line.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import Any

from throughline.accounts.models import Provider, Service
from throughline.base import clock
from throughline.people.models import Person, Stay

from . import lines, manifest, sources
from .belonging import Belonging
from .citations import Citations
from .faults import CannotImport, Faults
from .files import Files
from .format import Table, table_of, tables
from .ids import GROUP_NAME, Ids
from .manifest import Manifest
from .rows import Row, Rows, person_of
from .seen import GROUP, Facts, Seen, State, microseconds
from .there import There
from .uniqueness import Uniqueness
from .values import Wrong, moment, reader

BATCH = 2_000
# Where a person was supported is the business of each provider: the next one begins a stay of its own.
PLACES = frozenset({Provider, Service, Stay})


@dataclass
class Arrival:
    """A folder that wants to come in."""

    source: sources.Source
    manifest: Manifest
    seen: Seen
    now: datetime
    faults: Faults = field(default_factory=Faults)

    def __post_init__(self) -> None:
        names = {table.place: table.name for table in tables()} | {GROUP: GROUP_NAME}
        self.ids = Ids(self.manifest.source, self.seen, names)
        self.files = Files(self.source, self.seen, self.faults)
        self.there = There()

    @cached_property
    def tables(self) -> list[Table]:
        """The tables to be read: what a person's folder says of another provider's homes stays outside."""
        here = self.source.names()
        return [table for table in tables() if table.file in here and not (self.is_guest and table.model in PLACES)]

    @cached_property
    def is_guest(self) -> bool:
        """Whether this is one person's record, coming to a provider other than the one in the folder."""
        return self.manifest.person is not None and Provider.objects.exists() and not self._same_provider()

    def _same_provider(self) -> bool:
        return Provider.objects.filter(pk__in=[given for given in self._providers() if given]).exists()

    def _providers(self) -> Iterator[Any]:
        table = table_of(Provider)
        for _, given in self.read(table):
            value = given.get("id")
            yield self.ids.of(table, value) if isinstance(value, str) else None

    def read(self, table: Table, faults: Faults | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
        """The lines of a table as objects."""
        if table.file in self.source.names():
            yield from lines.of(partial(self.source.open, table.file), table.file, faults)

    def rows(self, table: Table, faults: Faults) -> Iterator[list[Row]]:
        """The rows of a table in batches, made anew; each id only where it first stands."""
        make = Rows(self.ids, faults, self.now).make
        made = (make(table, line, given) for line, given in self.read(table))
        good = (row for row in made if row.row.pk is not None and self.seen.is_first(table.place, row.row.pk, row.line))
        while batch := list(islice(good, BATCH)):
            yield batch

    def count(self, state: State) -> int:
        return sum(self.seen.count(table.place, state) for table in tables())


@contextmanager
def opened(path: Path) -> Iterator[Arrival]:
    """The folder or zip at a path, ready to be checked. Raises CannotImport when it is none, or its manifest is not good."""
    with ExitStack() as stack:
        source = stack.enter_context(sources.opened(path))
        seen = Seen()
        stack.callback(seen.close)
        yield Arrival(source, manifest.read(source), seen, clock.now())


def check(arrival: Arrival) -> None:
    """Read everything and note every fault. Raises CannotImport when there is one."""
    for name in manifest.strangers(arrival.source):
        arrival.faults.add(name[:100], 0, "", "a file that is no part of the format", "tables of the format, the manifest and files/ alone")
    reading = arrival.tables
    for table in reading:
        _note(arrival, table)
    _check_missing(arrival)
    for table in reading:
        _check_table(arrival, table)
    arrival.files.check()
    if arrival.faults:
        raise CannotImport(arrival.faults)


def _note(arrival: Arrival, table: Table) -> None:
    """First reading of a table: which ids stand on which lines, and whether there are as many rows as the manifest says.

    A file cut off between two lines has no other sign.
    """
    found = 0
    for line, given in arrival.read(table, arrival.faults):
        found += 1
        _note_row(arrival, table, line, given)
    wanted = arrival.manifest.tables.get(table.name, found)
    if found != wanted:
        arrival.faults.add(table.file, 0, "", f"{found:,} rows", f"{wanted:,} rows, as the manifest says")


def _note_row(arrival: Arrival, table: Table, line: int, given: dict[str, Any]) -> None:
    try:
        row_id = arrival.ids.own(table.place, reader(table.model._meta.pk)(given.get("id")))
    except Wrong:
        return  # said in the second reading, with the rest of the row
    person = person_of(table, given, arrival.ids, table_of(Person))
    facts = Facts(_moment(given, "recorded_at"), _moment(given, "occurred_at"), person, _number(given), State.NEW)
    if before := arrival.seen.add(table.place, row_id, line, facts):
        arrival.faults.add(table.file, line, "id", f"the id of line {before}", "every id once")


def _moment(given: dict[str, Any], name: str) -> int | None:
    try:
        return microseconds(moment(given.get(name)))
    except Wrong:
        return None


def _number(given: dict[str, Any]) -> int | None:
    value = given.get("number")
    return value if isinstance(value, int) and abs(value) < 2**31 else None


def _check_missing(arrival: Arrival) -> None:
    """Files that the manifest counts rows of, and that are not there."""
    here = arrival.source.names()
    for name, wanted in arrival.manifest.tables.items():
        if wanted and f"{name}.jsonl" not in here:
            arrival.faults.add(f"{name}.jsonl", 0, "", "no such file", f"{wanted:,} rows, as the manifest says")
    files, wanted_files = len(arrival.files.here), arrival.manifest.files
    if wanted_files is not None and files != wanted_files:
        arrival.faults.add("files/", 0, "", f"{files:,} files", f"{wanted_files:,} files, as the manifest says")


def _check_table(arrival: Arrival, table: Table) -> None:
    """Second reading of a table: every row, and what it cites."""
    citations = Citations(table, arrival)
    once = Uniqueness(table, arrival)
    belonging = Belonging(table, arrival)
    for batch in arrival.rows(table, arrival.faults):
        known = arrival.there.compare(table, batch, arrival)
        arrival.seen.settle(table.place, known, State.SAME)
        new = [row for row in batch if row.row.pk not in known]
        once.check(new)
        citations.check(new)
        belonging.check(new)
        arrival.files.check_rows(table, batch, known)
    for line in arrival.seen.circles(table.place):
        arrival.faults.add(table.file, line, "amends", "a row that amends itself through others", "first words at the other end")
