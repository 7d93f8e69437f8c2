"""What happens day by day: routine records and daily notes, in the order in which they come, a batch at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from throughline.accounts.models import User
from throughline.base import clock
from throughline.base.models import Amendment
from throughline.plan.choices import Days
from throughline.plan.models import Step
from throughline.practice.models import DailyNote, RoutineRecord

from .record import NotYet, Record
from .words import CLOSINGS, MIDDLES, OPENINGS

NOON = time(12)
RECORDED = 0.86  # the share of steps about which anything is written
SAID_BETTER = 0.008  # the share of rows that are corrected later
UNDONE = 0.004
FEELINGS = {"": 58, "good": 31, "so_so": 8, "not_good": 3}
WHY_NOT = {"away": 34, "busy_shift": 24, "asleep": 16, "not_well": 16, "": 10}
WORDS_A_NOTE = 24  # the middle length
LONGEST = 420
HOURS = ("seven", "eight", "nine", "half past nine")


@dataclass(frozen=True, slots=True)
class Habits:
    """How often this person says no, and how often this team does not offer or does it another way."""

    no: float
    missed: float
    different: float

    @classmethod
    def of(cls, record: Record) -> "Habits":
        dice = record.dice
        return cls(no=dice.betavariate(2, 9), missed=dice.betavariate(1.3, 16), different=dice.betavariate(1, 24))

    def shares(self) -> dict[str, float]:
        """How often each result comes."""
        return {
            "said_no": self.no,
            "not_offered": self.missed,
            "different": self.different,
            "said_yes": max(0.05, 1 - self.no - self.missed - self.different),
        }


def practise(record: Record, steps: list[Step], days: int, notes: int) -> Iterator[Any]:
    """Every record and note of the last days until the record ends, oldest day first."""
    last = clock.day_of(record.until)
    shares = Habits.of(record).shares()
    on_day = _steps_by_weekday(steps)
    each_day, left_over = divmod(notes, days)
    for n in range(days):
        day = last - timedelta(days=days - 1 - n)
        wanted = each_day + (n * left_over // days != (n + 1) * left_over // days)
        yield from _day(record, day, on_day[day.weekday()], shares, wanted)


def _steps_by_weekday(steps: list[Step]) -> list[list[Step]]:
    """The steps of each weekday, Monday first."""
    holds = [set(Days.that_hold(weekday)) for weekday in range(7)]
    return [[step for step in steps if step.days in holds[weekday]] for weekday in range(7)]


def _day(record: Record, day: date, steps: list[Step], shares: dict[str, float], notes: int) -> Iterator[Any]:
    for step in steps:
        if record.dice.random() < RECORDED and clock.day_of(step.version.received_at) < day:
            yield from _amended(record, _result(record, step, day, shares))
    for _ in range(notes):
        yield from _amended(record, _note(record, day, steps))


def _result(record: Record, step: Step, day: date, shares: dict[str, float]) -> RoutineRecord | None:
    """One result, about when it was due."""
    dice = record.dice
    due = step.from_time or NOON
    at = clock.moment(day, due.hour, due.minute) + timedelta(minutes=max(-20, dice.gauss(18, 14)))
    result = dice.one(shares)
    return _made(
        record,
        RoutineRecord,
        at,
        item_id=step.version.item_id,
        topic=step.version.topic,
        version_id=step.version_id,
        step_id=step.pk,
        day=day,
        result=result,
        why_not=dice.one(WHY_NOT) if result == "not_offered" else "",
        feeling=dice.one(FEELINGS) if result == "said_yes" else "",
        note=dice.choice(MIDDLES).format(name=record.person.name, minutes=10) if dice.random() < 0.08 else "",
    )


def _note(record: Record, day: date, steps: list[Step]) -> DailyNote | None:
    dice = record.dice
    about = dice.choice(steps).version if steps and dice.random() < 0.25 else None
    of_item = {"item_id": about.item_id, "topic": about.topic} if about else {}
    at = dice.moment(day)
    if at > record.until:  # this evening's are not written yet; somebody wrote earlier instead
        at = record.until - timedelta(minutes=dice.randrange(600))
    return _made(record, DailyNote, at, day=clock.day_of(at), text=_text(record), for_handover=dice.random() < 0.05, **of_item)


def _text(record: Record) -> str:
    """Sentences until it is as long as this note is; lengths are log-normal."""
    dice = record.dice
    wanted = min(LONGEST, round(WORDS_A_NOTE * dice.lognormvariate(0, 0.75)))
    sentences = [dice.choice(OPENINGS)]
    words = sentences[0].count(" ") + 1
    while words < wanted:
        sentences.append(dice.choice(MIDDLES))
        words += sentences[-1].count(" ") + 1
    if wanted > 15:
        sentences.append(dice.choice(CLOSINGS))
    return " ".join(sentences).format(
        name=record.person.name, hour=("seven", "eight", "nine")[dice.randrange(3)], minutes=dice.randrange(4, 25)
    )


def _made(record: Record, model: type, at: datetime, **fields: Any) -> Any:
    """A row, taken out of the person's own rows at once; None for what is still to come."""
    try:
        row: Any = record.row(model, at, _writer(record), **fields)
    except NotYet:
        return None
    record.rows[model].pop()
    return row


def _writer(record: Record) -> User:
    """Some of a team are there more often than others."""
    return record.staff[int(len(record.staff) * record.dice.random() ** 1.6)]


def _amended(record: Record, row: Any) -> Iterator[Any]:
    """A row, and in a few cases the row that undoes it or says it better."""
    if row is None:
        return
    yield row
    chance = record.dice.random()
    if chance < SAID_BETTER:
        yield from _later(record, row, Amendment.CORRECTED, "I wrote this on the wrong line.", 300)
    elif chance < SAID_BETTER + UNDONE:
        yield from _later(record, row, Amendment.UNDONE, "", 6)


def _later(record: Record, row: Any, kind: Amendment, reason: str, minutes: int) -> Iterator[Any]:
    at = row.recorded_at + timedelta(minutes=record.dice.randint(1, minutes))
    better = {"text": f"{row.text} That was before dinner."} if kind == Amendment.CORRECTED and isinstance(row, DailyNote) else {}
    author = next(each for each in record.staff if each.pk == row.author_id)
    try:
        made = record.amending(row, at, author, kind, reason, occurred_at=row.occurred_at if kind == Amendment.CORRECTED else at, **better)
    except NotYet:
        return
    record.rows[type(row)].pop()
    yield made
