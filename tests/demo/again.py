"""Rows done again through their actions: what the bulk door brings must be what the actions would have kept."""

from collections.abc import Callable
from typing import Any

from django.db import models

from throughline.base import clock
from throughline.base.models import Recorded
from throughline.base.written import Written
from throughline.conversations import actions as hearing
from throughline.conversations.models import Attempt, Contribution, Conversation, SecondObservation, Voice
from throughline.decisions import actions as deciding
from throughline.decisions.models import Consideration, Decision, Option, Question, TalkedAbout, Telling
from throughline.people.models import Person
from throughline.plan import actions as planning
from throughline.plan.models import Publication, Version
from throughline.practice import actions as practice
from throughline.practice.models import DailyNote, RoutineRecord
from throughline.reviews import actions as answering
from throughline.reviews.models import Check, Response, Review, Told

ANYWHERE = ("topic", "audience")  # taken from the row that they are about
OWN = {each.attname for each in Recorded._meta.local_fields} - {"topic", "audience"}


def given(row: models.Model, *without: str) -> dict[str, Any]:
    """What an action is given to keep such a row: its content, relations as rows."""
    skipped = {*OWN, "person_id", "group", "standing", "faults", "number", *without}
    return {
        each.name: getattr(row, each.name)
        for each in row._meta.concrete_fields
        if each.attname not in skipped and getattr(row, each.attname) not in (None, "")
    }


def parts(row: models.Model, model: Any, name: str) -> list[Any]:
    """The parts of a row, anew."""
    found = model._base_manager.filter(**{name: row}).order_by("pk")
    return [
        model(**{each.attname: getattr(part, each.attname) for each in model._meta.concrete_fields if each.name not in ("id", name)})
        for part in found
    ]


def keep_again(row: Any) -> Any:
    """The same thing done through its action, at the time at which the server had it."""
    person = Person.objects.get(pk=row.person_id)
    written = Written(occurred_at=row.occurred_at, recorded_at=row.recorded_at)
    ways: dict[type, Callable[..., Any]] = {
        Voice: lambda **w: hearing.keep_voice(person=person, **given(row), **w),
        SecondObservation: lambda **w: hearing.second_voice(**({"agrees": False} | given(row, *ANYWHERE)), **w),
        Attempt: lambda **w: hearing.keep_attempt(person=person, **given(row), **w),
        Contribution: lambda **w: hearing.keep_contribution(person=person, **given(row, "party"), **w),
        Conversation: lambda **w: hearing.hold_conversation(
            person=person,
            present=parts(row, row.presences.model, "conversation"),
            agenda=[each.text for each in row.agenda.all()],
            **given(row),
            **w,
        ),
        Question: lambda **w: deciding.ask(
            person=person, talked_in=[each.conversation for each in TalkedAbout.objects.filter(question=row)], **given(row), **w
        ),
        Option: lambda **w: deciding.offer(**given(row, "topic"), **w),
        Decision: lambda **w: decide_again(row, w),
        Telling: lambda **w: deciding.tell(**given(row, "topic"), **w),
        Version: lambda **w: planning.write(
            lines=parts(row, row.lines.model, "version"),
            steps=parts(row, row.steps.model, "version"),
            because=[each.voice for each in row.becauses.all()],
            **given(row, "topic"),
            **w,
        ),
        Publication: lambda **w: planning.publish(**given(row, "item_id", "course", *ANYWHERE), **w),
        RoutineRecord: lambda **w: practice.record_routine(person=person, **({"step": None} | given(row, "item_id", "topic")), **w),
        DailyNote: lambda **w: practice.write_note(person=person, **given(row), **w),
        Response: lambda **w: answering.respond(**given(row, *ANYWHERE), **w),
        Told: lambda **w: answering.tell(**given(row, *ANYWHERE), **w),
        Check: lambda **w: answering.check(**given(row, *ANYWHERE), **w),
        Review: lambda **w: answering.look_again(perspectives=parts(row, row.perspectives.model, "review"), **given(row, "topic"), **w),
    }
    with clock.at(row.received_at):
        return ways[type(row)](by=row.author, written=written)


def decide_again(row: Decision, written: dict[str, Any]) -> Decision:
    """A question is decided once: what takes effect is done again as its later version, what does not as one of its own."""
    considered = parts(row, Consideration, "decision")
    if row.standing == "valid":
        return deciding.decide_again(decision=row, reason="Again", considered=considered, **given(row, "question_id", "topic"), **written)
    return deciding.decide(considered=considered, **given(row, "topic"), **written)


def same(kept: models.Model, row: models.Model) -> None:
    """Field by field; what the server numbers is its own."""
    theirs = {"id", "sequence", "number", "position"}
    for each in type(row)._meta.concrete_fields:
        if each.name not in theirs:
            assert getattr(kept, each.attname) == getattr(row, each.attname), f"{type(row).__name__}.{each.name}"
