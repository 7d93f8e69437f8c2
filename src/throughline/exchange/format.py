"""The exchange format, read off the models: which tables, in which order, with which columns."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.apps import apps
from django.db import models

from throughline.base.declared import Privacy
from throughline.base.models import Part, Recorded

FORMAT = 1
OURS = "throughline"  # the manifest's source of our own exports
MANIFEST = "manifest.json"
FILES = "files"

# Credentials stay, and the server's sequence is its own: an import gives a new one.
NEVER = frozenset({"password", "last_login", "sequence"})
# What the server fills in where a folder says nothing, so that it is compared only when it was given.
FILLED_IN = frozenset({"received_at", "created_at"})
# What the law makes of a row (`decisions.law`, `plan.law`), whatever the folder says.
LAWS_OWN = frozenset({"standing", "faults", "historic"})


@dataclass(frozen=True)
class Table:
    """One file of the folder: `<app>_<model>.jsonl`."""

    model: type[models.Model]
    place: int  # its place in the order

    @property
    def name(self) -> str:
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}"

    @property
    def file(self) -> str:
        return f"{self.name}.jsonl"

    @cached_property
    def columns(self) -> tuple[Any, ...]:
        """The fields that go out and come in, the id first, then in the order of the model."""
        every = [f for f in self.model._meta.concrete_fields if f.name not in NEVER]
        return tuple(sorted(every, key=lambda f: not f.primary_key))

    @cached_property
    def by_name(self) -> dict[str, Any]:
        return {field.name: field for field in self.columns}

    @cached_property
    def references(self) -> tuple[Any, ...]:
        """The foreign keys among the columns."""
        return tuple(field for field in self.columns if field.is_relation)

    @cached_property
    def owner(self) -> Any | None:
        """Of a part: the key to the record that it was written with, which that record can read backwards."""
        if not issubclass(self.model, Part):
            return None
        return next((f for f in self.references if f.remote_field.related_name not in (None, "+")), None)

    @property
    def is_recorded(self) -> bool:
        return issubclass(self.model, Recorded)

    @property
    def has_person(self) -> bool:
        return "person" in self.by_name

    @property
    def is_of_a_person(self) -> bool:
        """Whether it goes along when one person's record moves. Keys to a person stay with the provider who gave them."""
        return self.has_person and self.model.declared.privacy is not Privacy.STAFF  # type: ignore[attr-defined]


@cache
def tables() -> tuple[Table, ...]:
    """Every exchanged table, the packages in their order, and in a package what is cited first."""
    ordered = [model for app in apps.get_app_configs() for model in _cited_first(app) if _is_exchanged(model)]
    return tuple(Table(model, place) for place, model in enumerate(ordered))


def _is_exchanged(model: type[models.Model]) -> bool:
    declared = getattr(model, "declared", None)
    return declared is not None and declared.exchanged


def _cited_first(app: Any) -> list[type[models.Model]]:
    done: list[Any] = []

    def take(model: Any) -> None:
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model is not model and field.related_model._meta.app_label == app.label:
                take(field.related_model)
        if model not in done:
            done.append(model)

    for model in sorted(app.get_models(), key=lambda each: each.__name__):
        take(model)
    return done


@cache
def table_of(model: type[models.Model]) -> Table:
    """The table of a model."""
    return next(table for table in tables() if table.model is model)


@cache
def by_file() -> dict[str, Table]:
    """Tables by the name of their file."""
    return {table.file: table for table in tables()}
