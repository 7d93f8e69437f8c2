"""The morning's second half: the card in Lee's order, each morning since, and what Lee says of it."""

import random
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.base import clock
from throughline.conversations import actions as hearing
from throughline.plan import actions as planning
from throughline.practice import actions as practice
from throughline.reviews import actions as answering

from ..telling import Days
from .cast import House
from .parts import lines, sees, step, works

NOTES = [
    "Lee was first at the table and turned the radio up.",
    "Lee cried at the second photo. Two of us had talked at once. We stopped, waited, and began again.",
    "At the art group: a blue picture, all of it.",
    "Lee took the towel from the hook alone.",
]


def card(house: House, days: Days) -> None:
    told = house.told
    first = planning.begin(
        person=house.lee,
        kind="routine",
        title="Mornings in my order",
        summary="Lee begins; we wait. One person talks.",
        own_words=told["cup_first"],
        because=[told["my_order"], told["can_wait"]],
        lines=lines(
            do=[
                ("Cup of tea on the left", told["cup_first"]),
                ("Wait at the door until Lee nods", told["dan_with_lee"]),
                ("Blue towel, then shirt", told["my_order"]),
                ("Radio on, low", told["my_order"]),
                ("One voice: say who it is, from the front", told["each_differently"]),
                ("Shave and bed can wait", told["can_wait"]),
            ],
            do_not=[("Open the curtains first", told["cup_first"]), "Talk from behind"],
            early_sign=["Turns to the wall"],
            step_up=["Lee holds an arm or cries. Stop, then ring Ruth"],
        ),
        steps=[
            step("Five quiet minutes: put the tea on the left, and wait at the door", "08:00", "08:15"),
            step("Blue towel, then shirt", "08:15", "08:45"),
            step("Radio on, low, and breakfast", "08:45", "09:30"),
        ],
        look_again_on=days.on(7, 10),
        look_again_if="Lee is upset on three mornings in a week\nLee changes the photos",
        by=house.amina,
    )
    told["mornings"], told["mornings_card"] = first.item, first
    planning.publish(version=first, decision=told["morning_decision"], message="Lee’s order, as Lee laid it out.", by=house.amina)


def mine(house: House, days: Days) -> Iterator[datetime]:
    """What Lee says of it: shown, seen by a second person, and picked."""
    lee, told = house.lee, house.told
    yield days.at(4, 24, 9, 20)
    told["turned_cards"] = hearing.keep_voice(
        person=lee,
        how_told="showed",
        seen="Turned each photo over when it was done, and laughed at the last one.",
        thought="Lee is in charge of the morning.",
        subject="the morning",
        by=house.tom,
    )
    yield days.at(4, 27, 9, 30)
    hearing.second_voice(
        voice=told["turned_cards"], seen="Took the photos from the wall and handed me the towel’s.", agrees=True, by=house.amina
    )
    yield days.at(5, 8, 10)
    told["my_morning"] = hearing.keep_voice(
        person=lee,
        how_told="device",
        words="My morning. I do it.",
        subject="the morning",
        how_helped="aided",
        helper_contact=house.lees_dan,
        by=house.amina,
    )
    answering.check(response=told["morning_done"], right="yes", voice=told["my_morning"], by=house.amina)
    told["since_april"] = hearing.keep_contribution(
        person=lee, staff=house.amina, words="Upset on 4 of the last 28 mornings, and at the art group four times of four.", by=house.amina
    )
    answering.look_again(
        item=told["mornings"],
        kind="planned",
        took_part="led",
        verdict="keep",
        look_again_on=days.on(7, 10),
        by=house.amina,
        because="Lee says: my morning. Upset on 4 mornings of 28, before on 18 of 31. This does not prove why.",
        perspectives=[
            works(told["my_morning"], "Doing it alone, with the photos."),
            sees(house.lees_dan, "Lee is first at the table now."),
            sees(house.tom, "At weekends the night shift still opens the curtains.", "works_not"),
        ],
    )


def morning_days(house: House, days: Days) -> Iterator[datetime]:
    """Three steps each morning since the card; Lee says no less often as it becomes Lee's."""
    dice = random.Random(52)
    for n, day in enumerate(days.since(4, 11)):
        for position, (hour, minute) in enumerate(((8, 15), (8, 40), (9, 20)), 1):
            yield clock.moment(day, hour, minute)
            _step(house, position, dice.random() * (n + 10), by=house.tom if n % 3 else house.amina)
        if n % 7 == 3:
            yield clock.moment(day, 9, 40)
            practice.write_note(person=house.lee, text=NOTES[n // 7 % len(NOTES)], item=house.told["mornings"], by=house.amina)


def _step(house: House, position: int, ease: float, *, by: Any) -> None:
    """One step of one morning; ease grows with the weeks."""
    first = house.told["mornings_card"]
    result = "said_no" if ease < 1.5 else "not_offered" if ease < 2 else "said_yes"
    practice.record_routine(
        person=house.lee,
        version=first,
        step=first.steps.get(position=position),
        result=result,
        why_not="asleep" if result == "not_offered" else "",
        feeling="good" if ease > 12 else "",
        by=by,
    )


def private(house: House, days: Days) -> Iterator[datetime]:
    """What Lee wants the manager alone to hear; nobody on the team sees it."""
    yield days.at(5, 17, 15)
    house.told["not_on_team"] = hearing.keep_voice(
        person=house.lee, how_told="device", words="Talk to someone. Not on my team.", wish="request", audience="manager", by=house.ruth
    )
