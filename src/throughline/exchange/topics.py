"""What a record that comes without a topic is about: what it hangs on. Without this, money would be shared with whoever sees daily life."""

from collections.abc import Sequence
from typing import Any

from throughline.base.models import Recorded, Topic
from throughline.decisions.models import Decision, Option, Question, Telling
from throughline.people.choices import topic_of as topic_of_area
from throughline.plan.choices import topic_of as topic_of_kind
from throughline.plan.models import Item, Publication, Version
from throughline.practice.models import CheckIn, CrossingSettled, DailyNote, Incident, MissedMedicine, NeedChange, RoutineRecord
from throughline.reviews.models import Check, Response, Review, Told
from throughline.workforce.models import CardReading, KeyRoutine, NewSignOff, SignOff

from .rows import Row

# Whose topic a row has, by the name of the key.
FOLLOWS: dict[Any, str] = {
    Option: "question",
    Decision: "question",
    Telling: "decision",
    Version: "item",
    CardReading: "version",
    KeyRoutine: "item",
    SignOff: "item",
    NewSignOff: "publication",
    Publication: "item",
    RoutineRecord: "item",
    DailyNote: "item",
    Review: "item",
    Response: "voice",
    Told: "response",
    Check: "response",
}
# Written after what they follow, wherever their table stands.
FOLLOWERS = (Telling, Told, Check)
OF_PLANS = frozenset({"authority", "agreements"})


def give(batch: Sequence[Row]) -> None:
    """Give the rows of one table the topic that their lines leave out. What they follow has been kept before."""
    rows = [each.row for each in batch if isinstance(each.row, Recorded) and "topic" not in each.given]
    if not rows:
        return
    model = type(rows[0])
    if key := FOLLOWS.get(model):
        _follow(rows, model._meta.get_field(key).related_model, f"{key}_id")
    for row in rows:
        row.topic = _own(row)


def _own(row: Any) -> str:
    """What a row says itself of what it is about."""
    if isinstance(row, Question | NeedChange):
        return topic_of_area(row.area)
    if isinstance(row, Incident):
        return Topic.INCIDENTS
    if isinstance(row, MissedMedicine):
        return Topic.MEDICATION
    if isinstance(row, CheckIn):
        return row.agreed.version.topic
    if isinstance(row, CrossingSettled):
        return row.crossing.threshold.version.topic
    if isinstance(row, Item):
        return topic_of_kind(row.kind)
    return Topic.PLANS if row._meta.app_label in OF_PLANS else row.topic


def _follow(rows: Sequence[Any], model: Any, attribute: str) -> None:
    topics = dict(model._base_manager.filter(pk__in={getattr(row, attribute) for row in rows}).values_list("pk", "topic"))
    for row in rows:
        row.topic = topics.get(getattr(row, attribute), row.topic)
