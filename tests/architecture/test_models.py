"""What every table must be: declared, pointing back, signed, of somebody, and readable."""

from typing import Any

import pytest
from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Part, Recorded
from throughline.people.models import Person, PersonRow

from .house import label, order, our_models, relations

# Plain ids instead of foreign keys, and why. Everything else points with a key that the database checks.
PLAIN_IDS = {
    "base.Event": "the journal knows no domain, and outlives what it tells of",
    "access.Reading": "lives in another database, which no key can leave",
    "people.Draft": "a draft may be about anything, and is gone when signed",
}
# Append-only tables that are no record of a person and no part of one.
JOURNALS = {
    "base.Event": "the journal of what was done",
    "access.Reading": "the log of reading",
    "exchange.Import": "the journal of imports",
    "sync.Held": "what a phone sent and is in no record yet",
    "sync.OwnLock": "what somebody said of their phone",
    "sync.SealKey": "what opens what a worker left on a phone",
    "sync.Settled": "what a manager did with it",
    "exchange.IdMap": "which id of ours a text id of another system became",
}
TIMES = ["occurred_at", "recorded_at", "received_at", "sequence"]

every_model = pytest.mark.parametrize("model", our_models(), ids=label)


def test_exceptions_are_of_tables_that_are_there_and_need_them() -> None:
    tables = {label(model): model for model in our_models()}
    assert PLAIN_IDS.keys() | JOURNALS.keys() <= tables.keys()
    assert [name for name in PLAIN_IDS if not plain_ids(tables[name])] == []
    assert [name for name in JOURNALS if issubclass(tables[name], Recorded | Part)] == []


@every_model
def test_says_how_it_is_kept_whose_privacy_it_holds_and_how_long_it_stays(model: Any) -> None:
    declared = model.__dict__.get("declared")
    assert isinstance(declared, Declared), f"{label(model)} does not declare itself on its own class"
    assert isinstance(declared.keeping, Keeping)
    assert isinstance(declared.privacy, Privacy)
    assert isinstance(declared.retention, Retention)


@every_model
def test_has_words_of_its_own(model: Any) -> None:
    assert model.__str__.__module__.startswith("throughline."), f"{label(model)} has no __str__"
    assert not model.__doc__.startswith(f"{model.__name__}("), f"{label(model)} does not say what one row is"


@every_model
def test_foreign_keys_point_to_the_same_or_an_earlier_package(model: Any) -> None:
    assert forward_keys(model) == []


def forward_keys(model: Any) -> list[str]:
    """Keys of a table that point to a later package, or out of the house."""
    line = order()
    here = line.index(model._meta.app_label)
    return [f.name for f in relations(model) if f.related_model._meta.app_label not in line[: here + 1]]


@every_model
def test_relations_that_leave_the_package_are_hidden_from_its_other_end(model: Any) -> None:
    assert shown_relations(model) == []


def shown_relations(model: Any) -> list[str]:
    """Keys to another package that its models could be read by, backwards."""
    crossing = [f for f in relations(model) if f.related_model._meta.app_label != model._meta.app_label]
    return [f.name for f in crossing if f.remote_field.related_name != "+"]


@every_model
def test_nothing_goes_because_something_else_goes(model: Any) -> None:
    loose = [f.name for f in relations(model) if f.remote_field.on_delete is not models.PROTECT]
    assert not loose, f"{label(model)}: {loose} would be deleted or emptied with what they point to"
    assert not model._meta.many_to_many, "a link is a row of its own"


@every_model
def test_a_record_carries_its_author_its_times_and_its_person(model: Any) -> None:
    if issubclass(model, Recorded):
        there = {field.name: field for field in model._meta.concrete_fields}
        assert not there["author"].null
        assert not [name for name in TIMES if there[name].null]
        assert issubclass(model, PersonRow), "a record is always of one person"


@every_model
def test_a_part_carries_the_person(model: Any) -> None:
    if issubclass(model, Part):
        person = model._meta.get_field("person")
        assert person.related_model is Person
        assert not person.null


@every_model
def test_append_only_is_what_people_wrote_and_its_parts(model: Any) -> None:
    """And the other way round: nothing that was signed lies in a table that can change."""
    if label(model) not in JOURNALS:
        append_only = model.declared.keeping is Keeping.APPEND_ONLY
        assert append_only == issubclass(model, Recorded | Part)


@every_model
def test_what_a_person_said_is_governed_as_care(model: Any) -> None:
    if issubclass(model, Recorded | Part):
        assert model.declared.privacy is Privacy.CARE
        assert model.declared.retention is Retention.CARE_RECORD


@every_model
def test_points_with_keys_not_with_plain_ids(model: Any) -> None:
    if label(model) not in PLAIN_IDS:
        assert plain_ids(model) == []


def plain_ids(model: Any) -> list[str]:
    """Columns that hold an id and are no foreign key."""
    return [f.name for f in model._meta.concrete_fields if f.name.endswith("_id") and isinstance(f, models.UUIDField)]


@every_model
def test_no_text_without_an_end(model: Any) -> None:
    texts = [f for f in model._meta.concrete_fields if isinstance(f, models.CharField | models.TextField)]
    assert not [f.name for f in texts if not f.max_length]


@every_model
def test_the_time_comes_from_the_one_clock(model: Any) -> None:
    assert not [f.name for f in model._meta.concrete_fields if getattr(f, "auto_now", False) or getattr(f, "auto_now_add", False)]


@every_model
def test_saving_does_nothing_in_secret(model: Any) -> None:
    """No `save()` or `delete()` of our own: what happens when a row is kept stands in the action."""
    ours = [each for each in model.__mro__ if each.__module__.startswith("throughline.")]
    assert not [each.__name__ for each in ours if {"save", "delete"} & each.__dict__.keys()]


class Planted:
    """A stand-in for a model with a fault, so that the walls above are seen to fail."""

    def __init__(self, app: str, *fields: Any) -> None:
        self._meta = type("Meta", (), {"app_label": app, "concrete_fields": fields})()


def key_to(model: Any, related_name: str | None = "+") -> models.ForeignKey:
    field: Any = models.ForeignKey(model, on_delete=models.PROTECT, related_name=related_name)
    field.name = "planted"
    return field


def test_a_planted_key_that_points_forward_is_found() -> None:
    assert forward_keys(Planted("accounts", key_to(Person))) == ["planted"]
    assert forward_keys(Planted("conversations", key_to(Person))) == []


def test_a_planted_relation_that_shows_is_found() -> None:
    assert shown_relations(Planted("plan", key_to(Person, None))) == ["planted"]
    assert shown_relations(Planted("plan", key_to(Person))) == []


def test_a_planted_plain_id_is_found() -> None:
    plain = models.UUIDField()
    plain.name = "voice_id"
    assert plain_ids(Planted("plan", plain)) == ["voice_id"]
