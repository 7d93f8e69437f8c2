"""What the database has already: the same row twice changes nothing, the same id with other content is a fault."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from throughline.accounts.models import User
from throughline.decisions.choices import Standing

from .extras import MADE_BY_THE_LAW
from .format import FILLED_IN, LAWS_OWN, Table, tables
from .rows import Row

if TYPE_CHECKING:
    from .checking import Arrival


class There:
    """Rows of the folder beside those of the database."""

    def __init__(self) -> None:
        self._empty: dict[str, bool] = {}

    def is_empty(self, table: Table) -> bool:
        """Whether the database has no row of a table: then nothing needs to be looked up."""
        if table.name not in self._empty:
            self._empty[table.name] = not table.model._base_manager.exists()
        return self._empty[table.name]

    def compare(self, table: Table, batch: list[Row], arrival: "Arrival") -> set[UUID]:
        """The ids of rows that are there already; a fault for each that is there with other content."""
        if self.is_empty(table):
            return set()
        ids = [each.row.pk for each in batch]
        kept = {row.pk: row for row in table.model._base_manager.filter(pk__in=ids)}
        for each in batch:
            if each.row.pk in kept and not each.wrong:
                self._compare_one(table, each, kept[each.row.pk], arrival)
        return set(kept)

    def _compare_one(self, table: Table, each: Row, kept: Any, arrival: "Arrival") -> None:
        for name in _comparable(table, each, kept, arrival):
            if getattr(each.row, table.by_name[name].attname) != getattr(kept, table.by_name[name].attname):
                found = "other content than the row of this id that is here already"
                arrival.faults.add(table.file, each.line, name, found, "the same content, or an id of its own")


def _comparable(table: Table, each: Row, kept: Any, arrival: "Arrival") -> list[str]:
    """The fields in which two rows of one id must be alike."""
    if arrival.manifest.person is not None and table.model is User:
        return []  # the authors of one person's record are named in it; who they are here is ours to say
    left_out = {name for name in FILLED_IN | MADE_BY_THE_LAW | {"topic"} if name not in each.given}
    if getattr(kept, "historic", False) or getattr(kept, "standing", "") == Standing.NOT_VALID:
        left_out |= LAWS_OWN  # the law said of it what it says, whatever the folder says
    return [name for name in table.by_name if name not in left_out]


def empty() -> bool:
    """Whether the database has no record at all."""
    return not any(table.model._base_manager.exists() for table in tables())
