"""The rules that the database holds (`Meta.constraints`), asked of a row before it is written, so that a fault has a line.

Evaluates the few lookups that our models use. A new one raises TypeError, and a test asks every rule of every table once.
"""

import operator
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Q

Holds = Callable[[Any], bool | None]  # True, False, or None: unknown, as SQL has it

COMPARES = {
    "exact": operator.eq,
    "gte": operator.ge,
    "gt": operator.gt,
    "lte": operator.le,
    "lt": operator.lt,
    "in": lambda value, listed: value in [getattr(each, "value", each) for each in listed],
}


@cache
def checks_of(model: type[models.Model]) -> tuple[tuple[str, Holds], ...]:
    """The check constraints of a table: (name, whether a row keeps it)."""
    found = [each for each in model._meta.constraints if isinstance(each, models.CheckConstraint)]
    return tuple((each.name, compiled(model, each.condition)) for each in found)


@cache
def once_of(model: type[models.Model]) -> tuple[tuple[str, tuple[str, ...], Holds | None], ...]:
    """What may be there only once: (rule's name, attributes, for which rows; None for all)."""
    found = [each for each in model._meta.constraints if isinstance(each, models.UniqueConstraint)]
    rules = [(c.name, _attributes(model, c.fields), compiled(model, c.condition) if c.condition else None) for c in found]
    single = [field for field in model._meta.concrete_fields if field.unique and not field.primary_key]
    return (*rules, *((f"{field.name}_once", (field.attname,), None) for field in single))


def _attributes(model: type[models.Model], names: Sequence[str]) -> tuple[str, ...]:
    return tuple(_attribute(model, name) for name in names)


def _attribute(model: type[models.Model], name: str) -> str:
    field: Any = model._meta.get_field(name)
    return field.attname


def broken(row: models.Model) -> list[str]:
    """The names of the check constraints that a row breaks. Unknown is not broken: SQL lets it pass."""
    return [name for name, holds in checks_of(type(row)) if holds(row) is False]


def compiled(model: type[models.Model], node: Any) -> Holds:
    """A condition as a function of a row."""
    if not isinstance(node, Q):
        return _lookup(model, *node)
    parts = [compiled(model, child) for child in node.children]
    joined = {Q.AND: _all, Q.OR: _any}[node.connector]
    holds = lambda row: joined([part(row) for part in parts])
    return (lambda row: _not(holds(row))) if node.negated else holds


def _lookup(model: type[models.Model], path: str, wanted: Any) -> Holds:
    """One comparison of a field with a value, or with another field (F)."""
    name, _, kind = path.partition("__")
    read = operator.attrgetter(_attribute(model, name))
    if kind == "isnull":
        return lambda row: (read(row) is None) == wanted
    compare = COMPARES.get(kind or "exact")
    if compare is None:
        raise TypeError(f"No way to ask {path} of a row before it is written.")
    if isinstance(wanted, F):
        other = operator.attrgetter(_attribute(model, wanted.name))  # type: ignore[attr-defined]
        return lambda row: _known(compare, read(row), other(row))
    return lambda row: _known(compare, read(row), wanted)


def _known(compare: Callable[[Any, Any], bool], value: Any, other: Any) -> bool | None:
    return None if value is None or other is None else bool(compare(value, other))


def _all(parts: list[bool | None]) -> bool | None:
    return False if False in parts else None if None in parts else True


def _any(parts: list[bool | None]) -> bool | None:
    return True if True in parts else None if None in parts else False


def _not(part: bool | None) -> bool | None:
    return None if part is None else not part


def in_words(name: str) -> str:
    """A rule's name as a sentence would have it."""
    return name.replace("_", " ")
