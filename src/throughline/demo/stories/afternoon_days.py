"""The days after the card: 150 breaks offered or not, how they were, and the notes of the shifts."""

import random
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.practice import actions as practice
from throughline.practice.models import RoutineRecord

from ..telling import Days
from .afternoon_upsets import card_lines, keep
from .cast import House

BREAKS = 150
SAID_NO, NOT_OFFERED = 23, 9  # of the 150; to the others Jo said yes
TIMES = ((14, 5), (15, 35))

WHY_NOT = ["busy_shift", "away", "away", "asleep", "not_well", "busy_shift", "away", "busy_shift", "other"]
FEELINGS = ["good", "good", "", "so_so", "good", ""]
SEEN = [
    "Headphones on, eyes shut after five minutes.",
    "Came out smiling and asked for tea.",
    "Took the photo from the board without being asked.",
    "Stayed twenty minutes. Lee turned the radio down.",
    "Carried the headphones there alone.",
]
JO_SAYS = ["Quiet. Good.", "My room now.", "Again tomorrow."]
NOTES = [
    "Jo laughed at the dog chasing its tail and told the story again at dinner.",
    "Walked to the post box with Jo. Jo wanted to post mum’s card alone and did.",
    "Jo was upset for 8 minutes when the hoover came on. The headphones helped.",
    "Priya rang. Jo talked for half an hour and hummed afterwards, the good hum.",
    "Jo cooked pasta with Sam. Jo stirred, Sam tasted.",
    "Jo did not want a bath and had a wash instead.",
    "After tea Jo asked for the group and stayed to the end.",
    "Quiet day. Jo sorted the birthday cards by month.",
    "Jo was upset for 15 minutes at dinner. Too many people in the kitchen. Ate later, alone, all of it.",
]


def afternoon_days(house: House, days: Days) -> Iterator[datetime]:
    """Two breaks a day until yesterday, one by one."""
    results, missed = _results(), iter(WHY_NOT)
    for n, result in enumerate(results):
        day = days.ago(BREAKS // 2 - n // 2)
        yield clock.moment(day, *TIMES[n % 2])
        by = house.tom if day.toordinal() % 3 == 0 else house.amina
        record = _record(house, n, result, by=by, why_not=next(missed) if result == "not_offered" else "")
        if n == 41:
            yield clock.moment(day, 18)
            practice.correct_routine(record=record, reason="I wrote down the wrong break.", note="This was the break at 3:30.", by=by)


def _results() -> list[str]:
    """The 150 results in the order in which they came: Jo says no more often while it is new."""
    dice = random.Random(118)
    slots = range(BREAKS)
    no = {*dice.sample(slots[:60], 15), *dice.sample(slots[60:], SAID_NO - 15)} - {41}
    no |= set(dice.sample([n for n in slots[60:] if n not in no], SAID_NO - len(no)))
    missed = set(dice.sample([n for n in slots if n not in no and n != 41], NOT_OFFERED))
    return ["said_no" if n in no else "not_offered" if n in missed else "said_yes" for n in slots]


def _record(house: House, n: int, result: str, *, why_not: str, by: Any) -> RoutineRecord:
    """One break, two taps; sometimes with how it was, what was seen, or Jo's own words straight after."""
    card = house.told["quiet_afternoon_card"]
    given = {"person": house.jo, "version": card, "step": card.steps.all()[n % 2], "by": by}
    if n == 77:  # a slip of the thumb, undone at once
        practice.undo_routine(record=practice.record_routine(result="not_offered", **given), by=by)
    feeling = FEELINGS[n % len(FEELINGS)] if result == "said_yes" else ""
    record = practice.record_routine(result=result, why_not=why_not, feeling=feeling, **given)
    if result == "said_yes" and n % 12 == 5:
        record = practice.add_to_routine(record=record, note=SEEN[n // 12 % len(SEEN)], by=by)
    if result == "said_yes" and n % 50 == 28:
        said = hearing.keep_voice(person=house.jo, how_told="said", words=JO_SAYS[n // 50], subject="the break", by=by)
        record = practice.add_to_routine(record=record, voice=said, feeling="good", by=by)
    return record


def jos_notes(house: House, days: Days) -> Iterator[datetime]:
    """What the shifts wrote freely, every few days, and last night."""
    for n in range(len(NOTES) * 3):
        yield clock.moment(days.ago(76 - n * 3), 20, 10 + n)
        text = NOTES[n % len(NOTES)]
        item = house.told.get("what_helps") if "upset" in text else house.told.get("outcome") if "group" in text else None
        by = house.tom if n % 2 else house.amina
        practice.write_note(person=house.jo, text=text, item=item, by=by)
        if found := re.search(r"upset for (\d+) minutes", text):
            keep(house, clock.now() - timedelta(minutes=int(found[1])), seen=text, intensity=2, lines=card_lines(house, n), by=by)
    yield days.at(5, 18, 21, 25)
    practice.write_note(
        person=house.jo, text="Jo was upset for 12 minutes, from 21:10. The quiet room helped.", for_handover=True, by=house.tom
    )


def tea_days(house: House, days: Days) -> Iterator[datetime]:
    """Tea and dinner since there is a card for them."""
    for day in days.since(4, 29):
        yield clock.moment(day, 14, 40)
        _tea(house, day.day, 0)
        yield clock.moment(day, 17, 30)
        _tea(house, day.day, 1)


def _tea(house: House, n: int, which: int) -> None:
    card = house.told["tea_card"]
    result = ("said_yes", "said_yes", "said_yes", "different", "said_yes", "said_no")[(n + which) % 6]
    practice.record_routine(
        person=house.jo,
        version=card,
        step=card.steps.all()[which],
        result=result,
        note="Jo chose to have it in the garden." if result == "different" else "",
        by=house.amina if n % 2 else house.tom,
    )
