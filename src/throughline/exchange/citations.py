"""What a row cites must be there, be of the same person, and have been there when it was written."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from uuid import UUID

from throughline.base.checks import CLOCK_SKEW
from throughline.base.models import Ground
from throughline.decisions.models import Consideration, Decision

from .faults import described
from .format import Table, table_of
from .rows import Row
from .seen import Facts, State, microseconds

if TYPE_CHECKING:
    from .checking import Arrival

# Two devices' clocks may differ by this much.
SKEW = CLOCK_SKEW.total_seconds() * 1_000_000

# What may have been written down after what rests on it: that is a fact, and the law says what it means.
LATER_IS_A_FACT = {(Consideration, "voice"), (Decision, "assessment")}

Known = dict[Any, dict[UUID, Facts]]


class Citations:
    """The foreign keys of one table."""

    def __init__(self, table: Table, arrival: "Arrival") -> None:
        self.table, self.arrival = table, arrival

    def check(self, new: list[Row]) -> None:
        """Note a fault for each key of each new row that leads nowhere, to somebody else, or to what came later."""
        known = self._known(new)
        for each in new:
            for field in self.table.references:
                self._check_one(each, field, known)
            self._check_part(each, known)

    def _known(self, new: list[Row]) -> Known:
        """What is known of every cited row, by table. One look a table and batch."""
        wanted: dict[Any, set[UUID]] = defaultdict(set)
        for each in new:
            for field in self.table.references:
                if (cited := getattr(each.row, field.attname)) is not None:
                    wanted[field.related_model].add(cited)
        return {model: self._look(table_of(model), ids) for model, ids in wanted.items()}

    def _look(self, table: Table, ids: set[UUID]) -> dict[UUID, Facts]:
        found = self.arrival.seen.facts(table.place, ids)
        missing = ids - found.keys()
        return found | kept(table, missing) if missing and not self.arrival.there.is_empty(table) else found

    def _check_one(self, each: Row, field: Any, known: Known) -> None:
        cited = getattr(each.row, field.attname)
        if cited is None or field.name in each.wrong:
            return
        facts = known[field.related_model].get(cited)
        if facts is None:
            target = table_of(field.related_model).name
            self._fault(each, field.name, described(each.given.get(field.name)), f"the id of a row of {target}, in the folder or here")
        else:
            self._check_person(each, field, facts)
            self._check_time(each, field, facts, known)
            self._check_amended(each, field, cited, facts)

    def _check_person(self, each: Row, field: Any, facts: Facts) -> None:
        """A record moved from another person's record (it has a group) may still name who was there."""
        ours = getattr(each.row, "person_id", None)
        moved = issubclass(field.related_model, Ground) and getattr(each.row, "group", None)
        if facts.person is not None and ours is not None and facts.person != ours and not moved:
            self._fault(each, field.name, "a row of somebody else", "a row of the same person")

    def _check_time(self, each: Row, field: Any, facts: Facts, known: Known) -> None:
        written = self._written(each, known)
        if written is None or (self.table.model, field.name) in LATER_IS_A_FACT:
            return
        if any(moment is not None and moment > written + SKEW for moment in (facts.recorded, facts.occurred)):
            self._fault(each, field.name, "a row that was written later than this one", "a row that was there when this one was written")

    def _written(self, each: Row, known: Known) -> int | None:
        """When a row was written; a part is written with its record."""
        if self.table.is_recorded:
            return microseconds(each.row.recorded_at)
        owner = self._owner(each, known)
        return owner.recorded if owner else None

    def _owner(self, each: Row, known: Known) -> Facts | None:
        field = self.table.owner
        return known.get(field.related_model, {}).get(getattr(each.row, field.attname)) if field else None

    def _check_part(self, each: Row, known: Known) -> None:
        """A part is written with its record: what a kept record is made of does not grow."""
        owner, field = self._owner(each, known), self.table.owner
        if field is not None and owner is not None and owner.state is not State.NEW:
            self._fault(each, field.name, "a record that is here already", "a record that comes with this part of it")

    def _check_amended(self, each: Row, field: Any, cited: UUID, facts: Facts) -> None:
        if field.name != "amends":
            return
        self.arrival.seen.amends(self.table.place, each.row.pk, cited, each.line)
        number = getattr(each.row, "number", None)
        if number is not None and facts.number is not None and number != facts.number:
            self._fault(each, "number", described(number), f"the number of the row that it amends, {facts.number}")

    def _fault(self, each: Row, name: str, found: str, expected: str) -> None:
        self.arrival.faults.add(self.table.file, each.line, name, found, expected)


def kept(table: Table, ids: set[UUID]) -> dict[UUID, Facts]:
    """What is known of rows of the database."""
    columns = [name for name in ("recorded_at", "occurred_at", "person", "number") if name in table.by_name]
    rows = table.model._base_manager.filter(pk__in=ids).values("pk", *columns)
    return {
        row["pk"]: Facts(
            microseconds(row.get("recorded_at")), microseconds(row.get("occurred_at")), row.get("person"), row.get("number"), State.THERE
        )
        for row in rows
    }
