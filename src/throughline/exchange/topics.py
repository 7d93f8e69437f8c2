"""What a record that comes without a topic is about: what it hangs on. Without this, money would be shared with whoever sees daily life."""

from collections.abc import Callable, Sequence
from typing import Any

from throughline.base.models import Recorded, Topic
from throughline.decisions.models import Decision, Option, Question, Telling
from throughline.people.choices import topic_of as topic_of_area
from throughline.plan.choices import topic_of as topic_of_kind
from throughline.plan.models import Item, Publication, Version
from throughline.practice.models import (
    Activity,
    CheckIn,
    ChecklistRun,
    CrossingSettled,
    DailyNote,
    Incident,
    MissedMedicine,
    NeedChange,
    Reissue,
    RoutineRecord,
    ScaleAnswer,
    Spending,
    ToldApart,
    Trial,
    Upset,
)
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
    Trial: "item",
    Reissue: "trial",
    ChecklistRun: "item",
    ScaleAnswer: "item",
    Activity: "item",
    ToldApart: "first",
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


# What a row of a table says itself of what it is about.
OWN: dict[Any, Callable[[Any], str]] = {
    Question: lambda row: topic_of_area(row.area),
    NeedChange: lambda row: topic_of_area(row.area),
    Incident: lambda row: Topic.INCIDENTS,
    Upset: lambda row: Topic.BEHAVIOUR,
    Spending: lambda row: Topic.MONEY,
    MissedMedicine: lambda row: Topic.MEDICATION,
    CheckIn: lambda row: row.agreed.version.topic,
    CrossingSettled: lambda row: row.crossing.threshold.version.topic,
    Item: lambda row: topic_of_kind(row.kind),
}


def _own(row: Any) -> str:
    if own := OWN.get(type(row)):
        return own(row)
    return Topic.PLANS if row._meta.app_label in OF_PLANS else row.topic


def _follow(rows: Sequence[Any], model: Any, attribute: str) -> None:
    topics = dict(model._base_manager.filter(pk__in={getattr(row, attribute) for row in rows}).values_list("pk", "topic"))
    for row in rows:
        row.topic = topics.get(getattr(row, attribute), row.topic)
