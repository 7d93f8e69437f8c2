"""What the record of something that went wrong has to hold, and when a threshold is crossed. Pure: asked by form, action and import alike.

A restriction that was used is written down each time, whoever it was for and however short (`domain.md` 8.4).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from throughline.base.sentences import N_

INJURY = "injury"


def incident_incomplete(*, kind: str, injuries: str, restriction_used: bool, restriction_words: str) -> dict[str, str]:
    """What is still to be written of an incident, by field."""
    missing = {}
    if kind == INJURY and not injuries.strip():
        missing["injuries"] = N_("Write who was hurt, and how.")
    if restriction_used and not restriction_words.strip():
        missing["restriction_words"] = N_("Write what was held, locked or taken, by whom, and for how long.")
    return missing


Happened = tuple[datetime, int]  # when, and how much it counts: one, or its minutes


def reached(happened: Iterable[Happened], moment: datetime, *, at_least: int, within: timedelta) -> bool:
    """Whether any window of a length that holds a moment holds enough. A window begins with something, and does not hold its end.

    The windows that matter are those that begin with something: any other holds no more than the next of these.
    """
    around = [(at, much) for at, much in happened if moment - within < at < moment + within]
    begins = [at for at, _much in around if at <= moment]
    return any(sum(much for at, much in around if first <= at < first + within) >= at_least for first in begins)
