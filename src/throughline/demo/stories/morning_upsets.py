"""What Lee's mornings were like, in records (seed 003, example 1): each upset, each art group on a Tuesday, and Lee's own answer."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.written import Written
from throughline.conversations import actions as hearing
from throughline.plan import actions as planning
from throughline.practice import actions as practice

from ..telling import Days
from .cast import House
from .parts import lines

BEFORE = (30, 29, 27, 26, 24, 23, 22, 20, 18, 17, 15, 14, 12, 9, 8, 6, 3, 1)  # days before 1 April: 18 of 31 mornings
SINCE = (25, 17, 11, 5, -5)  # days before 8 May: 4 of 28 mornings, and one after
AT = (time(7, 50), time(8, 20), time(8, 5))
LENGTHS = {"before": (24, 35, 18, 41, 28, 30), "since": (12, 9, 8, 6, 5)}

SEEN: dict[str, tuple[dict[str, Any], ...]] = {
    "before": (
        {"fast": ["asked"], "seen": "Two of us called from the door. Lee turned to the wall, then shouted.", "intensity": 2},
        {
            "fast": ["moved"],
            "slow": ["tired"],
            "seen": "The curtains were opened. Lee pulled the cover over the head and cried.",
            "intensity": 1,
        },
        {"fast": ["asked", "touched"], "seen": "A hand on the shoulder. Lee held on to the bed and hit the table.", "intensity": 3},
    ),
    "since": (
        {"fast": ["asked"], "seen": "Two of us talked at once. Lee cried at the second photo.", "intensity": 1},
        {"fast": ["noise"], "seen": "The lorry came. Lee held both ears and turned to the wall.", "intensity": 1},
    ),
}

# Tuesdays: going, feeling, Lee's words, what staff know of why.
GROUP_BEFORE: tuple[tuple[int, int, str, str, str, str], ...] = (
    (3, 10, "did_not_go", "", "", "Lee was upset at nine, and the bus had gone."),
    (3, 17, "did_not_go", "", "", "Not dressed when the bus came."),
    (3, 24, "went", "so_so", "", ""),
    (3, 31, "did_not_go", "", "", "Lee was upset until ten."),
)
GROUP_SINCE: tuple[tuple[int, int, str, str, str, str], ...] = (
    (4, 14, "went", "good", "Blue.", ""),
    (4, 21, "went", "so_so", "", ""),
    (4, 28, "went", "good", "All of it blue.", ""),
    (5, 5, "went", "good", "", ""),
    (5, 12, "went", "good", "My place by the window.", ""),
)

# Whose the morning was, as Lee laid it: day, which answer, Lee's words.
LAID: tuple[tuple[int, int, int, str], ...] = (
    (4, 9, 2, ""),
    (4, 16, 1, ""),
    (4, 23, 1, "Radio: me."),
    (4, 30, 0, ""),
    (5, 7, 1, ""),
    (5, 14, 0, "Mine."),
)


def morning_upsets(house: House, days: Days) -> Iterator[datetime]:
    """18 of 31 mornings before the card, 4 of 28 since; and one more."""
    for when, before, ago in (("before", days.on(4, 1), BEFORE), ("since", days.on(5, 8), SINCE)):
        for n, back in enumerate(ago):
            began = _at(before - timedelta(days=back), AT[n % len(AT)])
            yield began + timedelta(minutes=LENGTHS[when][n % len(LENGTHS[when])])
            by = house.tom if n % 3 else house.amina
            _upset(house, began, by, SEEN[when][n % len(SEEN[when])])


def _at(day: date, at: time) -> datetime:
    return clock.moment(day, at.hour, at.minute)


def _upset(house: House, began: datetime, by: Any, told: dict[str, Any]) -> None:
    """Written down as it ended, with lines of Lee's card once there is one."""
    helped = {"helped": "One of us stayed, and waited until Lee nodded."} if "mornings_card" in house.told else {}
    told = told | helped | {"place": "Lee’s room"}
    lines_seen = _card_lines(house)
    practice.keep_upset(person=house.lee, ended_at=clock.now(), lines=lines_seen, by=by, written=Written(occurred_at=began), **told)


def _card_lines(house: House) -> list[Any]:
    """The early sign, and what helped; nothing before there is a card."""
    card = house.told.get("mornings_card")
    if card is None:
        return []
    found = card.lines.all()
    return [next(each for each in found if each.part == "early_sign"), next(each for each in found if "until Lee nods" in each.text)]


def art_group(house: House, days: Days) -> Iterator[datetime]:
    """Missed three times of four while mornings went wrong, and not once since the card."""
    for month, day, *went in (*GROUP_BEFORE, *GROUP_SINCE):
        yield days.at(month, day, 13)
        going, feeling, words, why = went
        practice.keep_activity(
            person=house.lee,
            item=house.told.get("mornings"),
            what="Art group",
            place="The hall in the High Street",
            chosen="said_yes",
            going=going,
            feeling=feeling,
            why=why,
            said=JustSaid("said", words) if words else None,
            by=house.tom,
        )


def whose_morning(house: House, days: Days) -> Iterator[datetime]:
    """Lee's own scale: three photos of a hand on the radio, and Lee says whose the morning was."""
    yield days.at(4, 9, 10)
    lee, amina = house.lee, house.amina
    words = hearing.keep_voice(
        person=lee, how_told="picked", words="Me. Half me. You.", wish="telling", how_helped="aided", helper_staff=amina, by=amina
    )
    wanted = planning.begin(
        person=lee,
        kind="outcome",
        title="The morning is mine",
        own_words=words,
        measure="Lee’s own answer, with the three photos, on Thursdays",
        baseline="You",
        baseline_on=days.on(4, 9),
        target="Me, on most Thursdays",
        lines=lines(ask=["Whose morning was it?"], answer=["Me", "Half me", "You"], do=["Three photos on the table, then wait"]),
        look_again_on=days.on(7, 10),
        by=amina,
    )
    house.told["whose_morning"] = wanted.item
    planning.publish(version=wanted, message="Three photos that Lee picked. Asked on Thursdays when Lee likes.", by=amina)
    yield from _laid(house, days, wanted)


def _laid(house: House, days: Days, wanted: Any) -> Iterator[datetime]:
    answers = list(wanted.lines.filter(part="answer"))
    for month, day, nth, words in LAID:
        yield days.at(month, day, 11)
        practice.keep_answer(
            person=house.lee,
            version=wanted,
            answer=answers[nth],
            how_told="picked",
            how_helped="aided",
            helper_staff=house.amina,
            said=JustSaid("said", words) if words else None,
            by=house.amina,
        )


MORNINGS = (morning_upsets, art_group, whose_morning)
