"""What may be there only once: numbers that people say aloud, NHS numbers, e-mail addresses, places in an order."""

from typing import TYPE_CHECKING, Any

from throughline.accounts.models import Provider

from .constraints import in_words, once_of
from .format import Table
from .rows import Row

if TYPE_CHECKING:
    from .checking import Arrival

Key = tuple[Any, ...]
Keyed = tuple[Key, Row]


class Uniqueness:
    """The rules of one table, among the rows of the folder and those of the database."""

    def __init__(self, table: Table, arrival: "Arrival") -> None:
        self.table, self.arrival = table, arrival
        self.rules = once_of(table.model)
        self.look = not arrival.there.is_empty(table)

    def check(self, new: list[Row]) -> None:
        """Note a fault for each new row that takes what is taken."""
        for rule, attributes, holds in self.rules:
            keyed = [(_key(each.row, attributes), each) for each in new if holds is None or holds(each.row)]
            keyed = [(key, each) for key, each in keyed if None not in key]
            kept = self._kept(rule, attributes, keyed) if self.look and keyed else set()
            for key, each in keyed:
                self._check_one(rule, key, each, kept)
        if self.table.model is Provider:
            self._check_provider(new)

    def _check_one(self, rule: str, key: Key, each: Row, kept: set[Key]) -> None:
        before = self.arrival.seen.take(rule, key, each.line)
        if before is not None:
            self._fault(each, rule, f"what line {before} has already")
        elif key in kept:
            self._fault(each, rule, "what another row here has already")

    def _kept(self, rule: str, attributes: tuple[str, ...], keyed: list[Keyed]) -> set[Key]:
        """The keys of rows in the database that share the first value."""
        rows = self.table.model._base_manager.filter(**{f"{attributes[0]}__in": {key[0] for key, _ in keyed}})
        constraints: list[Any] = [each for each in self.table.model._meta.constraints if each.name == rule]
        condition = constraints[0].condition if constraints else None
        return set((rows.filter(condition) if condition else rows).values_list(*attributes))

    def _check_provider(self, new: list[Row]) -> None:
        for each in new:
            if self.look or self.arrival.seen.take("one_provider", (), each.line) is not None:
                self.arrival.faults.add(
                    self.table.file, each.line, "", "another provider", "the one provider of this database; one provider is one database"
                )

    def _fault(self, each: Row, rule: str, found: str) -> None:
        self.arrival.faults.add(self.table.file, each.line, _named(self.table, rule), found, f"“{in_words(rule)}” to hold")


def _key(row: Any, attributes: tuple[str, ...]) -> Key:
    return tuple(getattr(row, name) for name in attributes)


def _named(table: Table, rule: str) -> str:
    """The field that a rule is about, where it is about one."""
    attributes = next(attributes for name, attributes, _ in once_of(table.model) if name == rule)
    return next(f.name for f in table.columns if f.attname == attributes[-1])
