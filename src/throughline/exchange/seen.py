"""What an import has seen so far, on disk and not in memory: which id stands on which line, and what citing it has to know.

A private SQLite database that vanishes with the process, however it ends.
"""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from uuid import UUID

TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -16000;
CREATE TABLE seen (
    place INT, id BLOB, line INT, recorded INT, occurred INT, person BLOB, number INT, state INT, PRIMARY KEY (place, id)
) WITHOUT ROWID;
CREATE TABLE text (place INT, text TEXT, id BLOB, PRIMARY KEY (place, text)) WITHOUT ROWID;
CREATE TABLE taken (rule TEXT, hash BLOB, line INT, PRIMARY KEY (rule, hash)) WITHOUT ROWID;
CREATE TABLE amended (place INT, id BLOB, old BLOB, line INT, PRIMARY KEY (place, id)) WITHOUT ROWID;
CREATE TABLE belongs (place INT, id BLOB, of BLOB, PRIMARY KEY (place, id)) WITHOUT ROWID;
CREATE TABLE named (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
"""
GROUP = -1  # the place of text ids of joint events, which are of no table
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_CHAIN = 10_000


class State(IntEnum):
    """Where a row stands."""

    NEW = 0  # in the folder alone
    SAME = 1  # in the folder, and the same in the database
    THERE = 2  # in the database alone


@dataclass(frozen=True, slots=True)
class Facts:
    """What whoever cites a row has to know of it. Times are microseconds since 1970."""

    recorded: int | None
    occurred: int | None
    person: UUID | None
    number: int | None
    state: State


def microseconds(moment: datetime | None) -> int | None:
    """A moment as a number that sorts; None for none."""
    return None if moment is None else (moment - EPOCH) // timedelta(microseconds=1)


class Seen:
    """The index of one import. Places are `Table.place`."""

    def __init__(self) -> None:
        self.db = sqlite3.connect("", isolation_level=None)
        self.db.executescript(TABLES)
        self.db.execute("BEGIN")

    def close(self) -> None:
        self.db.close()

    def add(self, place: int, row_id: UUID, line: int, facts: Facts) -> int | None:
        """Note a row; answers the line on which its id stood before, if it did."""
        person = facts.person.bytes if facts.person else None
        values = (place, row_id.bytes, line, facts.recorded, facts.occurred, person, facts.number, facts.state)
        if self.db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values).rowcount:
            return None
        return self.db.execute("SELECT line FROM seen WHERE place = ? AND id = ?", values[:2]).fetchone()[0]

    def is_first(self, place: int, row_id: UUID, line: int) -> bool:
        """Whether this line is the one that holds the id."""
        found = self.db.execute("SELECT line FROM seen WHERE place = ? AND id = ?", (place, row_id.bytes)).fetchone()
        return found is not None and found[0] == line

    def facts(self, place: int, ids: Collection[UUID]) -> dict[UUID, Facts]:
        """What is known of those among some ids that are in the folder."""
        marks = ", ".join("?" * len(ids))
        query = f"SELECT id, recorded, occurred, person, number, state FROM seen WHERE place = ? AND id IN ({marks})"
        rows = self.db.execute(query, (place, *(each.bytes for each in ids)))
        return {UUID(bytes=i): Facts(r, o, UUID(bytes=p) if p else None, n, State(s)) for i, r, o, p, n, s in rows}

    def settle(self, place: int, ids: Iterable[UUID], state: State) -> None:
        """Say of rows where they stand."""
        self.db.executemany("UPDATE seen SET state = ? WHERE place = ? AND id = ?", ((state, place, each.bytes) for each in ids))

    def count(self, place: int, state: State) -> int:
        return self.db.execute("SELECT count(*) FROM seen WHERE place = ? AND state = ?", (place, state)).fetchone()[0]

    # --- What belongs to what ---

    def belong(self, place: int, pairs: Iterable[tuple[UUID, UUID]]) -> None:
        """Note what rows belong to."""
        self.db.executemany("INSERT OR IGNORE INTO belongs VALUES (?, ?, ?)", ((place, row.bytes, of.bytes) for row, of in pairs))

    def belonging(self, place: int, ids: Collection[UUID]) -> dict[UUID, UUID]:
        """What those among some rows that are in the folder belong to."""
        marks = ", ".join("?" * len(ids))
        rows = self.db.execute(f"SELECT id, of FROM belongs WHERE place = ? AND id IN ({marks})", (place, *(each.bytes for each in ids)))
        return {UUID(bytes=row): UUID(bytes=of) for row, of in rows}

    # --- Text ids ---

    def id_of(self, place: int, text: str) -> UUID | None:
        found = self.db.execute("SELECT id FROM text WHERE place = ? AND text = ?", (place, text)).fetchone()
        return UUID(bytes=found[0]) if found else None

    def map(self, place: int, text: str, row_id: UUID) -> None:
        self.db.execute("INSERT OR IGNORE INTO text VALUES (?, ?, ?)", (place, text, row_id.bytes))

    def mapped(self) -> Iterator[tuple[int, str, UUID]]:
        """Every text id with the id that it stands for."""
        for place, text, row_id in self.db.execute("SELECT place, text, id FROM text ORDER BY place, text"):
            yield place, text, UUID(bytes=row_id)

    # --- What may be there only once ---

    def take(self, rule: str, key: tuple[object, ...], line: int) -> int | None:
        """Note the values of a rule of uniqueness; answers the line that had them before, if one did."""
        values = (rule, hashlib.blake2b(repr(key).encode(), digest_size=16).digest(), line)
        if self.db.execute("INSERT OR IGNORE INTO taken VALUES (?, ?, ?)", values).rowcount:
            return None
        return self.db.execute("SELECT line FROM taken WHERE rule = ? AND hash = ?", values[:2]).fetchone()[0]

    def name(self, sha256: str) -> None:
        """Note that a row names a file."""
        self.db.execute("INSERT OR IGNORE INTO named VALUES (?)", (sha256,))

    def names(self, sha256: str) -> bool:
        return self.db.execute("SELECT 1 FROM named WHERE sha256 = ?", (sha256,)).fetchone() is not None

    # --- Amendments ---

    def amends(self, place: int, row_id: UUID, old: UUID, line: int) -> None:
        self.db.execute("INSERT OR IGNORE INTO amended VALUES (?, ?, ?, ?)", (place, row_id.bytes, old.bytes, line))

    def circles(self, place: int) -> Iterator[int]:
        """Lines of rows that amend themselves, through however many others."""
        for row_id, line in self.db.execute("SELECT id, line FROM amended WHERE place = ?", (place,)).fetchall():
            if self._comes_back(place, row_id):
                yield line

    def _comes_back(self, place: int, start: bytes) -> bool:
        at = start
        for _ in range(LONGEST_CHAIN):
            found = self.db.execute("SELECT old FROM amended WHERE place = ? AND id = ?", (place, at)).fetchone()
            if found is None:
                return False
            at = found[0]
            if at == start:
                return True
        return True
