"""Two things that a row cites belong together: a step to the version, a version to the item, an option to the question."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from throughline.decisions.models import Decision, Option
from throughline.plan.models import Publication, Step, Version
from throughline.practice.models import RoutineRecord
from throughline.workforce.models import SignOff

from .format import Table, table_of
from .rows import Row

if TYPE_CHECKING:
    from .checking import Arrival

# What rows of a table belong to, by the name of the key.
OF: dict[Any, str] = {Step: "version", Version: "item", Option: "question"}
# Of a table that cites two things: the key of the one, and the key of that to which it has to belong.
TOGETHER: dict[Any, dict[str, str]] = {
    RoutineRecord: {"step": "version", "version": "item"},
    Publication: {"version": "item"},
    Decision: {"option": "question"},
    SignOff: {"version": "item"},
}


class Belonging:
    """What belongs together in one table. Tables come in their order, so that what is cited was noted before."""

    def __init__(self, table: Table, arrival: "Arrival") -> None:
        self.table, self.arrival = table, arrival

    def check(self, new: list[Row]) -> None:
        """Note what each new row belongs to, and a fault for each that cites two things which do not."""
        if name := OF.get(self.table.model):
            pairs = ((each.row.pk, getattr(each.row, f"{name}_id")) for each in new)
            self.arrival.seen.belong(self.table.place, [(row_id, of) for row_id, of in pairs if of is not None])
        for one, other in TOGETHER.get(self.table.model, {}).items():
            self._check_pair(new, one, other)

    def _check_pair(self, new: list[Row], one: str, other: str) -> None:
        pairs = {each.line: (getattr(each.row, f"{one}_id"), getattr(each.row, f"{other}_id")) for each in new}
        cited = {row_id for row_id, of in pairs.values() if row_id is not None and of is not None}
        owners = self._owners(self.table.by_name[one].related_model, cited) if cited else {}
        for line, (row_id, of) in pairs.items():
            if row_id in cited and of is not None and owners.get(row_id, of) != of:
                self.arrival.faults.add(
                    self.table.file, line, one, f"a row of another {other}", f"a row of the {other} that this one names"
                )

    def _owners(self, model: Any, ids: set[UUID]) -> dict[UUID, UUID]:
        """What some cited rows belong to, from the folder and from the database."""
        found = self.arrival.seen.belonging(table_of(model).place, ids)
        missing = ids - found.keys()
        return found | dict(model._base_manager.filter(pk__in=missing).values_list("pk", OF[model])) if missing else found
