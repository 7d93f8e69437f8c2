"""What a page that a phone takes along knows of thresholds: so that the phone counts by itself where there is no signal."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from throughline.base import clock
from throughline.people.sight import Sight
from throughline.plan import queries_watch
from throughline.practice.counting import SOURCES, happenings

from ..parts import Notice
from . import wording


@dataclass(frozen=True)
class Watched:
    """A threshold for static/throughline/phone/crossing.js.

    when: what a form says that counts, as JSON. times: of each that counts in a window that somebody may still write in, when
    (milliseconds) and how much. timed: it is minutes that count. as_of: until when the server had looked.
    """

    id: str
    when: str
    at_least: int
    days: int
    times: str
    timed: bool
    as_of: int
    notice: Notice


def watched(sight: Sight, form: str, item_id: Any = None) -> tuple[Watched, ...]:
    """For the page of one form. item_id: the plan item to which its steps belong. At most two queries."""
    kinds = frozenset(kind for kind, source in SOURCES.items() if source.phone == form)
    found = [each for each in queries_watch.thresholds(sight.person_id, kinds) if item_id in (None, each.version.item_id)]
    if not found:
        return ()
    now = clock.now()
    days = 2 * max(each.within_days for each in found)  # what is written down late falls in windows that begin before
    ever = happenings(found, [(now - timedelta(days=days), now + timedelta(minutes=1))])
    return tuple(_watched(each, ever, now) for each in found)


def _watched(threshold: Any, ever: list[Any], now: datetime) -> Watched:
    source = SOURCES[threshold.counts]
    timed = threshold.measure == "minutes"
    own = [each for each in ever if source.said_by(each.said)]
    return Watched(
        id=str(threshold.pk),
        when=json.dumps(dict(source.says or source.where)),
        at_least=threshold.at_least,
        days=threshold.within_days,
        times=" ".join(f"{_milliseconds(each.at)},{each.minutes if timed else 1}" for each in own),
        timed=timed,
        as_of=_milliseconds(now),
        notice=wording.notice(threshold),
    )


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
