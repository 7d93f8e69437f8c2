"""Times that Jo was upset, from Christmas until last night, each written down on its shift: before the card for afternoons and since."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from throughline.base import clock
from throughline.base.written import Written
from throughline.practice import actions as practice

from ..telling import WEEK, Days
from .cast import House

BEFORE = (5, 6, 5, 6, 4, 7, 5, 6, 5, 6)  # a week, in the ten weeks before the card
SINCE = (4, 2, 2, 2, 2, 0, 2, 1, 0, 2)  # from the week of the card on; the last goes on. The notes of the days tell of five more
LENGTHS = {"before": (18, 32, 41, 25, 29, 22, 36), "since": (22, 18, 13, 10, 9, 12, 8)}
WHEN = ((1, 14, 20), (3, 15, 10), (5, 16, 5), (0, 18, 30), (2, 14, 50), (4, 15, 40), (6, 12, 15))  # weekday, hour, minute

TOLD: tuple[dict[str, Any], ...] = (
    {
        "fast": ["noise"],
        "seen": "Hummed, then walked from the window to the door and back. Hands over ears.",
        "helped": "The television went off.",
        "intensity": 1,
    },
    {
        "fast": ["crowd", "noise"],
        "slow": ["tired"],
        "seen": "Walked fast round the table, shouted twice, pushed a chair over. Nobody was near it.",
        "helped": "Everybody else left the room.",
        "intensity": 3,
        "toward": ["things"],
        "place": "The lounge",
    },
    {
        "fast": ["asked"],
        "slow": ["tired"],
        "seen": "Was asked to help with the shopping. Turned away, hummed, hit the door with a flat hand.",
        "thought": "Two of us asked, one after the other.",
        "intensity": 2,
        "toward": ["things"],
        "who_was_there": "Sam, and two of us",
    },
    {"fast": ["moved"], "seen": "The chair stood by the window. Stood where it had been, rocked, and said the same word.", "intensity": 2},
    {
        "fast": ["told_no"],
        "slow": ["hunger"],
        "seen": "Dinner was late. Paced between the kitchen and the stairs and shouted.",
        "intensity": 2,
    },
)


def afternoon_upsets(house: House, days: Days) -> Iterator[datetime]:
    """Between five and six a week, and since the card about two."""
    first, changed = days.on(12, 22, 2025), days.on(3, 2)
    for n, (day, at) in enumerate(_moments(first, BEFORE)):
        yield from _upset(house, n, day, at, "before")
    weeks = (days.today - changed).days // WEEK + 1
    for n, (day, at) in enumerate(_moments(changed, SINCE + SINCE[-1:] * max(0, weeks - len(SINCE)))):
        if day < days.ago(1):
            yield from _upset(house, n, day, at, "since")
    yield from _last_night(house, days)


def _moments(monday: date, counts: tuple[int, ...]) -> list[tuple[date, time]]:
    """When each of them was, in order."""
    found = [(monday + timedelta(days=week * WEEK + day), time(h, m)) for week, n in enumerate(counts) for day, h, m in WHEN[:n]]
    return sorted(found)


def _upset(house: House, n: int, day: date, at: time, when: str) -> Iterator[datetime]:
    """Written down as it ended. What helped is chosen from the card once there is one."""
    began = clock.moment(day, at.hour, at.minute)
    yield began + timedelta(minutes=_minutes(n, when))
    by = house.tom if day.toordinal() % 3 == 0 else house.amina
    keep(house, began, lines=card_lines(house, n), by=by, **TOLD[n % len(TOLD)])


def _minutes(n: int, when: str) -> int:
    """About half an hour; since the card shorter, and then about ten minutes."""
    lengths = LENGTHS[when]
    return lengths[n % len(lengths)] if when == "before" else lengths[min(n, 3 + n % 4)]


def keep(house: House, began: datetime, *, by: Any, **told: Any) -> Any:
    """One time, over now."""
    return practice.keep_upset(person=house.jo, ended_at=clock.now(), by=by, written=Written(occurred_at=began), **told)


def card_lines(house: House, n: int) -> list[Any]:
    """An early sign and something that helped, from the card; nothing before there is one."""
    card = house.told.get("what_helps_card")
    if card is None:
        return []
    lines = house.told.setdefault("what_helps_lines", list(card.lines.all()))
    signs, helps = ([line for line in lines if line.part == part] for part in ("early_sign", "do"))
    return [signs[n % len(signs)], helps[n % len(helps)]]


def _last_night(house: House, days: Days) -> Iterator[datetime]:
    """Kept in a few seconds, and the words finished before the shift ended."""
    yield days.at(5, 18, 21, 22)
    began = clock.now() - timedelta(minutes=12)
    short = keep(house, began, fast=["noise"], lines=card_lines(house, 0), by=house.tom)
    yield days.at(5, 18, 21, 50)
    practice.finish_upset(
        upset=short,
        seen="The dishwasher alarm went. Hummed, hands over ears, went up and down the hall. In the quiet room after three minutes.",
        helped="The quiet room, with the door open.",
        intensity=1,
        told="Ruth, at half past nine.",
        by=house.tom,
    )
