"""Every public function in `actions` is atomic, attributed, permitted and recorded, and only actions write."""

import pytest

from . import actions, writing
from .sources import Module, modules

GOOD = """
from django.db import transaction
from throughline.base.answers import require
from throughline.base.records import keep

from . import policy

@transaction.atomic
def keep_voice(*, person, by):
    require(policy.may_keep_voice(by, person))
    return keep("conversations.voice-kept", Voice(person=person), by=by)
"""
THROUGH_A_HELPER = """
from django.db import transaction
from throughline.base import events
from throughline.base.answers import require
from throughline.decisions.actions import decide

def _asked(by):
    require(YES)

@transaction.atomic
def tell(*, by):
    _asked(by)
    _record(by)

def _record(by):
    events.record("x", by=by, about=None)

@transaction.atomic
def decide_and_tell(*, by):
    decide(by=by)
"""
DEEP = """
def write(by):
    require(YES)
    Bulk("x", by=by, about=None)
"""
SHALLOW = """
from django.db import transaction
from . import writing

@transaction.atomic
def bring_in(*, by):
    writing.write(by)
"""
DECIDE = GOOD.replace("keep_voice", "decide")


def action(text: str, name: str = "throughline.conversations.actions") -> Module:
    return Module(name, text)


def test_every_action_is_atomic_attributed_permitted_and_recorded() -> None:
    found = actions.faults(modules())
    assert not found, "\n".join(found)


def test_there_are_actions_to_look_at() -> None:
    assert any(actions.is_actions(module) and module.functions() for module in modules())


def test_only_actions_write() -> None:
    found = writing.faults(modules())
    assert not found, "\n".join(found)


@pytest.mark.parametrize("wall", [actions.faults, writing.faults])
def test_a_good_action_passes(wall) -> None:
    assert wall([action(GOOD)]) == []


def test_asking_and_recording_through_a_helper_or_another_action_counts() -> None:
    assert actions.faults([action(THROUGH_A_HELPER), action(DECIDE, "throughline.decisions.actions.deciding")]) == []


@pytest.mark.parametrize(
    ("good", "fault", "said"),
    [
        ("@transaction.atomic\n", "", "is not @transaction.atomic"),
        ("(*, person, by)", "(person, *, by)", "takes arguments by position"),
        ("(*, person, by)", "(*, person)", "does not say by whom"),
        ("    require(policy.may_keep_voice(by, person))\n", "", "never asks"),
        ('return keep("conversations.voice-kept", Voice(person=person), by=by)', "return Voice(person=person)", "records no event"),
        ("from throughline.base.answers import require", "from elsewhere import require", "never asks"),
    ],
)
def test_a_planted_fault_is_found(good: str, fault: str, said: str) -> None:
    assert good in GOOD
    assert any(said in found for found in actions.faults([action(GOOD.replace(good, fault))]))


@pytest.mark.parametrize(
    "line",
    [
        "voice.save()",
        "voice.save(update_fields=['words'])",
        "Voice.objects.create(words='')",
        "Voice.objects.filter(pk=1).update(words='')",
        "Voice.objects.filter(pk=1).delete()",
        "Voice.objects.get_or_create(pk=1)",
        "Voice._base_manager.bulk_create([])",
        "cursor.execute('DELETE FROM voice')",
        "from throughline.base.records import keep",
        "from throughline.base import records",
        "from throughline.base import events",
    ],
)
def test_writing_outside_actions_is_found(line: str) -> None:
    assert writing.faults([Module("throughline.plan.queries", line)])
    assert not writing.faults([action(line)])


@pytest.mark.parametrize("line", ["names.update({'a': 1})", "digest.update(piece)", "image.save(out, 'JPEG')", "storage.delete(name)"])
def test_namesakes_are_left_alone(line: str) -> None:
    assert not writing.faults([Module("throughline.plan.queries", line)])


def test_every_leave_to_write_is_explained_and_used() -> None:
    """A leave that nobody needs any more is a hole kept open."""
    assert all(reason for reason in [*writing.MAY_WRITE.values(), *writing.MAY_KEEP.values()])
    assert writing.unused(modules()) == []
    assert writing.unused([Module("throughline.base.inserting", "def insert_one():\n    pass\n")]) == [r"throughline\.base\.inserting"]


def test_asking_deep_in_the_package_does_not_count_and_recording_does() -> None:
    """Who reads an action must see that it asks."""
    deep = Module(
        "throughline.exchange.writing", "from throughline.base.answers import require\nfrom throughline.base.bulk import Bulk\n" + DEEP
    )
    found = actions.faults([deep, action(SHALLOW, "throughline.exchange.actions")])
    assert found == ["throughline.exchange.actions.bring_in never asks require(...)"]
