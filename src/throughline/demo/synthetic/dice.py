"""Chance that can be thrown again: the same seed gives the same people, words, times and ids."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from throughline.base import clock

Thing = TypeVar("Thing")

# When things are written down, by hour: after breakfast, after lunch, before the evening handover, and at night.
HOURS = {8: 4, 9: 8, 10: 7, 11: 5, 12: 4, 13: 5, 14: 8, 15: 7, 16: 5, 17: 5, 18: 6, 19: 9, 20: 10, 21: 8, 22: 3, 2: 2, 3: 1, 5: 1, 6: 2}


class Dice(random.Random):
    """Random numbers of one person, or of the provider: `Dice(seed, "person", 7)`."""

    def __init__(self, *of: object) -> None:
        super().__init__(":".join(str(each) for each in of))
        self._hours, self._weights = list(HOURS), list(HOURS.values())

    def often(self, share: float) -> bool:
        """Yes in this share of cases."""
        return self.random() < share

    def one(self, shares: Mapping[Thing, float]) -> Thing:
        """One of several, by their shares."""
        return self.choices(list(shares), list(shares.values()))[0]

    def some(self, things: Sequence[Thing], least: int, most: int) -> list[Thing]:
        """Between so many and so many of them, in an order of their own."""
        return self.sample(things, min(len(things), self.randint(least, most)))

    def long_tailed(self, middle: float, spread: float = 0.7) -> float:
        """A log-normal number with this middle value: many are near it, few are very large."""
        return middle * self.lognormvariate(0, spread)

    def moment(self, day: date) -> datetime:
        """A time of day at which people write things down."""
        return clock.moment(day, self.choices(self._hours, self._weights)[0], self.randrange(60))

    def later(self, at: datetime, least: int, most: int) -> datetime:
        """A moment between so many and so many days later, and never before."""
        return max(self.moment(clock.day_of(at) + timedelta(days=self.randint(least, most))), at + timedelta(minutes=self.randint(2, 50)))

    def new_id(self, at: datetime) -> UUID:
        """An UUIDv7 made at that moment."""
        bits = self.getrandbits(74)
        return UUID(int=(int(at.timestamp() * 1000) << 80) | (7 << 76) | ((bits >> 62) << 64) | (2 << 62) | (bits & (2**62 - 1)))
