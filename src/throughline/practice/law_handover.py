"""From when on a handover tells what happened. Pure."""

from datetime import datetime, timedelta

AT_LEAST = timedelta(hours=12)  # the shift before, for whoever reads it again
AT_FIRST = timedelta(hours=24)  # for whoever reads it for the first time
AT_MOST = timedelta(days=7)  # for whoever comes back: what is older is read in the record


def since(last: datetime | None, now: datetime) -> datetime:
    """Since this worker last read it: the shift before at least, a week at most."""
    if last is None:
        return now - AT_FIRST
    return max(min(last, now - AT_LEAST), now - AT_MOST)


def is_over(last: datetime | None, newest: datetime | None, now: datetime) -> bool:
    """Whether it has to be read again: never read, something came since, or another shift began."""
    return last is None or last < now - AT_LEAST or (newest is not None and newest > last)
