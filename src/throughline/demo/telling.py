"""How stories are told: day by day, side by side, each thing done on the day on which it happened.

A story is a generator. It yields the moment of the next thing and then does it, with the clock set. Stories are merged by
those moments, so that the order in which the server had things is the order in which they happened, whoever's story they are.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from throughline.base import clock

Story = Iterator[datetime]

TOLD_ON = date(2026, 5, 19)  # the day that the stories call today; a Tuesday
RECENT = date(2026, 5, 1)  # from here on "six days ago" matters more than "on a Wednesday"
WEEK = 7


@dataclass(frozen=True, slots=True)
class Days:
    """The stories' calendar, moved so that it ends today.

    Older days move by whole weeks, so that a meeting on a Tuesday stays on a Tuesday; the last weeks move by the day;
    days to come move by whole weeks too, and stay to come.
    """

    today: date

    def on(self, month: int, day: int, year: int = TOLD_ON.year) -> date:
        """A day of the stories, as a day of this calendar."""
        told = date(year, month, day)
        moved = (self.today - TOLD_ON).days
        if told > TOLD_ON:
            moved = -(-moved // WEEK) * WEEK
        elif told < RECENT:
            moved = moved // WEEK * WEEK
        return told + timedelta(days=moved)

    def at(self, month: int, day: int, hour: int = 10, minute: int = 0, *, year: int = TOLD_ON.year) -> datetime:
        """A time of day in the stories, as a moment of this calendar."""
        return clock.moment(self.on(month, day, year), hour, minute)

    def ago(self, days: int) -> date:
        """A day counted back from today."""
        return self.today - timedelta(days=days)

    def since(self, month: int, day: int) -> Iterator[date]:
        """Every day from one of the stories until today."""
        first = self.on(month, day)
        return (first + timedelta(days=n) for n in range((self.today - first).days + 1))


def tell(*stories: Story, until: datetime) -> None:
    """Tell stories side by side. What would come after `until` has not happened and is not told."""
    waiting: list[tuple[datetime, int, Story]] = []
    for order, story in enumerate(stories):
        _listen(waiting, order, story)
    while waiting:
        moment, order, story = heapq.heappop(waiting)
        if moment > until:
            continue
        with clock.at(moment):
            _listen(waiting, order, story)
        if waiting and waiting[0][0] < moment:
            raise ValueError(f"A story goes back in time: {waiting[0][0]} after {moment}.")


def _listen(waiting: list[tuple[datetime, int, Story]], order: int, story: Story) -> None:
    """Let a story do what is next and hear when it goes on."""
    moment = next(story, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, order, story))
