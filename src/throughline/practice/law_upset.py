"""What the record of an upset has to hold, and what is still to be written of it. Pure: asked by form, action, page and import alike.

One episode a row, times to the minute, written on the same shift (`domain.md` 8.2). A restriction is written down each time (8.4).
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from throughline.base.sentences import N_

LONGEST = timedelta(hours=24)  # what went on for longer is more than one episode
LATE = timedelta(hours=24)  # written down later than this, it says so
SHIFT = timedelta(hours=12)  # in which its author finishes it, as no shift is longer
STRONG = 4  # from here on somebody was hurt, held or stopped


def upset_faults(
    *, began: datetime, ended: datetime | None, now: datetime, restriction_used: bool, restriction_words: str
) -> dict[str, str]:
    """What keeps it from being kept at all, by field. It may be short: what is missing else is written later."""
    faults = {}
    if ended is not None and ended < began:
        faults["ended_at"] = N_("It was over before it began. Check both times.")
    elif ended is not None and ended > now:
        faults["ended_at"] = N_("This has not come yet. Write when it was over.")
    elif ended is not None and ended - began > LONGEST:
        faults["ended_at"] = N_("This is longer than a day. Write each time as a record of its own.")
    if restriction_used and not restriction_words.strip():
        faults["restriction_words"] = N_("Write what was held, locked or taken, by whom, and for how long.")
    return faults


def still_to_write(*, ended: datetime | None, seen: str, intensity: int | None, injuries: str, restriction_used: bool) -> tuple[str, ...]:
    """What the next reader needs and nobody has written; nothing for a record that is finished."""
    strong = intensity is not None and intensity >= STRONG
    asked = {
        N_("When it was over."): ended is None,
        N_("What you saw, in words."): not seen.strip(),
        N_("How strong it was."): intensity is None,
        N_("Who was hurt, or what was held or stopped."): strong and not (injuries.strip() or restriction_used),
    }
    return tuple(words for words, missing in asked.items() if missing)


def unknown_codes(given: Collection[str], known: Collection[str]) -> bool:
    """Whether a list holds what is on no list of ours."""
    return not set(given) <= set(known)


def is_late(*, began: datetime, ended: datetime | None, recorded: datetime) -> bool:
    """Whether it was written down more than a day after it was over."""
    return recorded - (ended or began) > LATE


def minutes(began: datetime, ended: datetime) -> int:
    """How long it was, in whole minutes; what was shorter than one is one."""
    return max(1, round((ended - began).total_seconds() / 60))
