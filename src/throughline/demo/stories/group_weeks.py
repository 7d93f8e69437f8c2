"""Sam’s Thursdays and Sam’s own scale, in records (seed 003, example 3): when Sam went, which tablets were missed, how Sam says it is."""

from collections.abc import Iterator
from datetime import datetime

from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations import actions as hearing
from throughline.plan import actions as planning
from throughline.practice import actions as practice

from ..telling import Days
from .cast import House
from .parts import lines

# Thursdays: going, feeling, Sam's words, what staff know of why.
THURSDAYS: tuple[tuple[int, int, str, str, str, str], ...] = (
    (2, 19, "did_not_go", "", "", "Nobody on shift was free to come along."),
    (2, 26, "said_no", "", "Not with you lot.", ""),
    (3, 5, "did_not_go", "", "", "Nobody on shift was free to come along."),
    (3, 12, "did_not_go", "", "", "Sam had not taken the tablet, and staff said to stay in."),
    (3, 19, "said_no", "", "Not with you lot.", ""),
    (3, 26, "went", "so_so", "", ""),
    (4, 2, "went", "good", "The end was good.", ""),
    (4, 9, "went", "good", "", ""),
    (4, 16, "left_early", "not_good", "", "Sam had not eaten, and was tired."),
    (4, 23, "left_early", "not_good", "My head.", ""),
    (4, 30, "went", "so_so", "", ""),
    (5, 7, "went", "good", "", ""),
    (5, 14, "went", "good", "", ""),
)
# Tablets that were not taken, before the list by the door: when each was due, why, and why in words.
MISSED: tuple[tuple[int, int, str, str], ...] = (
    (4, 16, "forgotten", "Sam packed for the group, and the tablet stayed on the shelf."),
    (4, 21, "forgotten", "Sam fell asleep in day clothes."),
    (4, 23, "said_no", "Sam was tired, and said no."),
)
# How full the battery is, on Sundays: month, day, which answer, Sam's words.
BATTERY: tuple[tuple[int, int, int, str], ...] = (
    (3, 29, 2, "Nothing in it."),
    (4, 5, 1, ""),
    (4, 12, 1, "Film people."),
    (4, 19, 2, ""),
    (4, 26, 1, ""),
    (5, 3, 1, ""),
    (5, 10, 0, "I told them the end."),
    (5, 17, 0, ""),
)


def thursdays(house: House, days: Days) -> Iterator[datetime]:
    """Once in a while at most while somebody had to be free; each week since Sam goes in steps of Sam's own."""
    for month, day, going, feeling, words, why in THURSDAYS:
        yield days.at(month, day, 21, 50)
        practice.keep_activity(
            person=house.sam,
            item=house.told.get("group"),
            what="Film group",
            place="The library",
            chosen="own",
            going=going,
            feeling=feeling,
            why=why,
            said=JustSaid("said", words) if words else None,
            by=house.tom,
        )


def tablets_missed(house: House, days: Days) -> Iterator[datetime]:
    """Three in eight days, before Sam had a list by the door: the threshold that Sam and staff agreed to look out for."""
    for month, day, why, words in MISSED:
        yield days.at(month, day, 22)
        practice.keep_missed_medicine(
            person=house.sam,
            what="The evening tablet.",
            why=why,
            why_words=words,
            told="The pharmacist, by phone.",
            advised="Take the next one as usual.",
            by=house.tom,
            written=Written(occurred_at=days.at(month, day, 20, 30)),
        )


def battery(house: House, days: Days) -> Iterator[datetime]:
    """Sam's own scale, with Sam's own picture for it."""
    yield days.at(3, 29, 17)
    words = hearing.keep_voice(
        person=house.sam,
        how_told="said",
        words="I am like a battery. Full, half, red.",
        wish="telling",
        subject="how Sam is",
        by=house.amina,
    )
    wanted = planning.begin(
        person=house.sam,
        kind="outcome",
        title="A full battery",
        own_words=words,
        measure="Sam’s own answer, on Sundays",
        baseline="Red",
        baseline_on=days.on(3, 29),
        target="Full, on most Sundays",
        lines=lines(ask=["How full is my battery?"], answer=["Full", "Half", "Red"], do=["Ask on Sundays, and not after a bad day"]),
        look_again_on=days.on(6, 11),
        by=house.amina,
    )
    house.told["battery"] = wanted.item
    planning.publish(version=wanted, message="Sam drew it. Asked on Sundays when Sam likes.", by=house.amina)
    answers = list(wanted.lines.filter(part="answer"))
    for month, day, nth, said in BATTERY:
        yield days.at(month, day, 17, 30)
        practice.keep_answer(
            person=house.sam,
            version=wanted,
            answer=answers[nth],
            how_told="said",
            said=JustSaid("said", said) if said else None,
            by=house.amina,
        )


THURSDAY = (thursdays, tablets_missed, battery)
