"""The plans of synthetic people: items, versions, publications; some rest on no words and no decision, as some plans do."""

from datetime import datetime, time, timedelta
from typing import Any

from throughline.base import clock
from throughline.conversations.models import Voice
from throughline.decisions.choices import Standing
from throughline.decisions.models import Decision, Question
from throughline.plan import law
from throughline.plan.models import Because, Item, Line, Publication, Stage, Step, Version

from .deciding import Said, decide, said_about
from .hearing import voice
from .record import NotYet, Record
from .topics import ALSO, ALWAYS, BY_KIND, Topic

SERVICE_LED = 0.07
DAYS = {"every": 60, "weekdays": 12, "weekend": 4, "mon": 5, "wed": 6, "thu": 5, "fri": 5, "sat": 5}
NEVER_DECIDED = ("profile", "communication")
STAGE = "stage"  # among a topic's lines: the graded steps of a ladder
LIMITING = ("restriction", "money_plan")


def topics_of(record: Record) -> list[Topic]:
    """Six to twelve lines of a plan, no two the same."""
    dice, wanted = record.dice, record.dice.randint(6, 12)
    kinds = list(ALWAYS)
    while len(kinds) < wanted:
        kinds.append(dice.one(ALSO))
    left = {kind: dice.sample(topics, len(topics)) for kind, topics in BY_KIND.items()}
    return [left[kind].pop() for kind in kinds if left[kind]]


def plan(record: Record, topic: Topic, early: float) -> list[Step]:
    """One line of the plan from first words to a card, as far as it has come. Answers the steps that staff follow now."""
    at = record.a_moment(early)
    decision, said = None, Said()
    try:
        if topic.kind in NEVER_DECIDED:
            said.voices.append(voice(record, at, topic.words, wish="preference"))
        elif topic.kind == "restriction" or not record.dice.often(SERVICE_LED):
            said = said_about(record, topic, at)
            decision = decide(record, topic, said, at)
        return _publish(record, topic, decision, said, record.after(at, 17, 24))
    except NotYet:
        return []


def _publish(record: Record, topic: Topic, decision: Decision | None, said: Said, at: datetime) -> list[Step]:
    """One to three versions; what the law does not let take effect stays unpublished."""
    record.numbers.item += 1
    item = record.row(Item, at, record.leader, number=record.numbers.item, kind=topic.kind, topic=topic.topic)
    steps: list[Step] = []
    days = record.dice.one(DAYS)
    for number in range(1, record.dice.one({1: 60, 2: 30, 3: 10}) + 1):
        version, parts, written = _version(record, topic, item, number, said.voices, days, at)
        if _takes_effect(record, topic, version, decision, parts):
            _published(record, topic, version, decision, at)
            steps = written
        at = record.dice.later(at, 20, 80)
        if at > record.until:
            break
    return steps


def _version(
    record: Record, topic: Topic, item: Item, number: int, voices: list[Voice], days: str, at: datetime
) -> tuple[Version, frozenset[str], list[Step]]:
    own = voices[0] if voices else None
    version = record.row(
        Version,
        at,
        record.leader,
        item_id=item.pk,
        number=number,
        title=topic.title,
        own_words_id=own.pk if own else None,
        controls_money=topic.kind == "money_plan",
        topic=topic.topic,
        look_again_on=clock.day_of(at) + timedelta(days=record.dice.choice((30, 60, 90, 90, 180))) if record.dice.often(0.9) else None,
        **_measured(record, topic, at),
    )
    for each in voices:
        record.part(Because, at, version_id=version.pk, voice_id=each.pk)
    for position, text in enumerate(topic.lines.get(STAGE, ()), 1):
        record.part(Stage, at, version_id=version.pk, position=position, text=text, is_current=position == 1)
    for part, texts in topic.lines.items():
        if part == STAGE:
            continue
        for position, text in enumerate(texts, 1):
            source = own.pk if own and position == 1 and part in ("do", "important", "means") else None
            record.part(Line, at, version_id=version.pk, part=part, position=position, text=text, voice_id=source)
    steps = [
        record.part(Step, at, version_id=version.pk, position=n, text=text, from_time=_time(begins), to_time=_time(ends), days=days)
        for n, (text, begins, ends) in enumerate(topic.steps, 1)
    ]
    for step in steps:
        step.version = version
    return version, frozenset(topic.lines), steps


def _measured(record: Record, topic: Topic, at: datetime) -> dict[str, Any]:
    """An outcome says how we would know."""
    if topic.kind == "risk_ladder":
        return {"measure": topic.words, "look_again_if": "Two tries are stopped early"}
    if topic.kind != "outcome":
        return {}
    now, wanted = record.dice.randint(0, 2), record.dice.randint(3, 8)
    day = clock.day_of(at)
    return {
        "measure": "Times in a month",
        "baseline": str(now),
        "baseline_on": day,
        "target": str(wanted),
        "target_by": day + timedelta(days=180),
    }


def _time(text: str) -> time:
    return time.fromisoformat(text)


def _takes_effect(record: Record, topic: Topic, version: Version, decision: Decision | None, parts: frozenset[str]) -> bool:
    found = law.faults(
        law.Proposed(
            kind=topic.kind,
            parts=parts,
            controls_money=version.controls_money,
            limits=topic.kind in LIMITING,
            looks_again=version.look_again_on is not None,
            has_decision=decision is not None,
            decision_is_valid=decision is not None and decision.standing == Standing.VALID,
            decision_is_of_person=True,
            decision_area=topic.area,
            decision_impact=_impact(record, decision),
        )
    )
    return not found


def _impact(record: Record, decision: Decision | None) -> str:
    """How much hung on the question that was decided."""
    return next((each.impact for each in record.rows.get(Question, []) if decision and each.pk == decision.question_id), "")


def _published(record: Record, topic: Topic, version: Version, decision: Decision | None, at: datetime) -> None:
    record.row(
        Publication,
        at,
        record.manager if topic.kind in LIMITING else record.leader,
        item_id=version.item_id,
        version_id=version.pk,
        decision_id=decision.pk if decision else None,
        limits=topic.kind in LIMITING,
        may_deprive=False,  # each rests on the person's own decision
        topic=topic.topic,
        message="What was agreed." if version.number == 1 else "Said better, after a month of doing it.",
        standing=Standing.VALID,
    )
