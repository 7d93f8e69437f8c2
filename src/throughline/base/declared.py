"""What every model says of itself: how it is kept, how private it is, how long it stays."""

from dataclasses import dataclass
from enum import StrEnum


class Keeping(StrEnum):
    """How rows of a table are kept."""

    APPEND_ONLY = "append-only"  # never changed, never deleted; held by triggers
    MUTABLE = "mutable"  # changed by actions, each change an event with what stood before
    DERIVED = "derived"  # counted from append-only rows in the same transaction; can be counted again
    WORKING = "working"  # drafts and sessions of work: no record yet


class Privacy(StrEnum):
    """Whose privacy a table holds."""

    CARE = "care"  # about a person we support, or what they said
    PEOPLE = "people"  # names and addresses of people
    STAFF = "staff"  # who works here and what they did
    NONE = "none"  # no personal data


class Retention(StrEnum):
    """Which line of the retention schedule governs a table (`domain.md` 12: dated data, set by the provider)."""

    CARE_RECORD = "care record"
    STAFF_RECORD = "staff record"
    JOURNAL = "journal"
    WHILE_IN_USE = "while in use"


@dataclass(frozen=True, slots=True)
class Declared:
    """One line on every model class; a test fails where it is missing."""

    keeping: Keeping
    privacy: Privacy
    retention: Retention
    exchanged: bool = True  # goes out and comes in with the record


CARE = Declared(Keeping.APPEND_ONLY, Privacy.CARE, Retention.CARE_RECORD)
