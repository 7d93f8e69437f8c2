"""The afternoon's second half: the card that staff follow, Jo told, Jo asked, and people looking again."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from throughline.base import numbers
from throughline.conversations import actions as hearing
from throughline.plan import actions as planning
from throughline.plan.models import Threshold
from throughline.practice.models import Crossing
from throughline.reviews import actions as answering

from ..telling import Days
from .cast import House
from .parts import lines, sees, step, works

NOES = {"counts": "said_no", "at_least": 4, "within_days": 7, "do": "Ask Jo what has changed, with the photos.", "call": "Ruth"}


def cards(house: House, days: Days) -> Iterator[datetime]:
    """Version 1 on the next morning; version 2 when Ruth has read it: when dinner is, and who to call."""
    told = house.told
    yield days.at(3, 4, 17)
    numbers.raise_to("T", 40)
    # Early signs and when to get help stand on this card: it is about Jo being upset, for whoever may know that.
    first = planning.begin(person=house.jo, kind="routine", topic="behaviour", by=house.amina, **_card(house, days, known_by_all=False))
    told["quiet_afternoon"] = first.item
    planning.publish(version=first, decision=told["quieter"], message="The card from Jo’s meeting.", by=house.amina)
    yield days.at(3, 5, 9, 30)
    second = planning.write(item=first.item, by=house.ruth, **_card(house, days, known_by_all=True))
    told["quiet_afternoon_card"] = second
    planning.publish(
        version=second, decision=told["quieter"], message="When dinner is, when to get help, and who to ring. Ruth read it.", by=house.ruth
    )
    yield days.at(3, 5, 10)
    told["too_loud_done"] = answering.respond(
        voice=told["too_loud"], state="done", what="The quiet room at 2 and 3:30. One person talks.", item=first.item, by=house.ruth
    )
    yield days.at(3, 5, 13, 30)
    answering.tell(response=told["too_loud_done"], how="Showed the card with photos, in the quiet room", by=house.amina)


def _card(house: House, days: Days, *, known_by_all: bool) -> dict[str, Any]:
    """What both versions say; the second adds what Ruth found missing."""
    told = house.told
    late = {"step_up": ["10 minutes, or Jo hits out"], "call": ["Ring Ruth, then on-call"]} if known_by_all else {}
    dinner = [("Dinner at 5, not before", told["tired_by_three"])] if known_by_all else []
    return {
        "title": "Quiet afternoon",
        "summary": "What we do between 2 and 5, because Jo told us it gets too loud.",
        "own_words": told["too_loud"],
        "because": [told["too_loud"], told["picked_quiet"]],
        "lines": lines(
            do=[
                ("Offer the quiet room at 2 and at 3:30", told["picked_quiet"]),
                ("One person talks. Few words", told["too_loud"]),
                ("Headphones in reach", told["too_loud"]),
                *dinner,
            ],
            do_not=["Ask twice in a row", "Move Jo’s chair"],
            early_sign=["Humming, pacing"],
            **late,
        ),
        "steps": [
            step("Offer Jo a break in the quiet room", "13:45", "14:30"),
            step("Offer the quiet room again", "15:15", "16:00"),
        ],
        "thresholds": [Threshold(**NOES)],
        "look_again_on": days.on(6, 2),
        "look_again_if": "Jo asks\nJo is upset 3 times in a week\nJo misses the group twice\nJo moves home",
    }


def better(house: House, days: Days) -> Iterator[datetime]:
    """Jo says how it is; that is the check, and the view with which the review begins."""
    told = house.told
    yield days.at(4, 20, 16, 10)
    told["better"] = hearing.keep_voice(
        person=house.jo,
        how_told="said",
        words="Better.",
        subject="afternoons",
        how_helped="aided",
        helper_staff=house.amina,
        seen="Picked thumbs up from the three cards.",
        by=house.amina,
    )
    answering.check(response=told["too_loud_done"], right="yes", voice=told["better"], by=house.amina)
    yield days.at(4, 28, 14)
    answering.look_again(
        item=told["quiet_afternoon"],
        kind="planned",
        took_part="led",
        verdict="keep",
        because="Jo says it is better, and is upset about 2 times a week now, not 5 or 6. This does not prove why.",
        look_again_on=days.on(6, 2),
        crossings=list(Crossing.objects.unsettled().filter(threshold__version__item=told["quiet_afternoon"])),
        perspectives=[
            works(told["better"], "The quiet room, and my headphones."),
            sees(house.priya, "Jo sounds brighter when I ring."),
            sees(house.tom, "Two new staff asked Jo twice in a row. Read the card with them.", "works_not"),
        ],
        by=house.amina,
    )
