"""What a review and a response must say, written once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from throughline.base import working_days
from throughline.base.sentences import N_


def review_faults(*, took_part: str, persons_views: int, no_part_because: str) -> dict[str, str]:
    """Person first: without a view of theirs, the reason and how their view came in (`design.md` 2, law 5)."""
    if persons_views or no_part_because.strip():
        return {}
    return {"no_part_because": N_("Add what %(person)s says works and does not, or write why not and how their view came in.")}


EMPTY_ANSWERS = frozenset({"noted", "will consider", "will be considered", "n/a", "na", "none", "ok", "done", "-"})


def response_faults(*, state: str, what: str, by_day_given: bool) -> dict[str, str]:
    """Writing "noted" is no response (`domain.md` 10.3); waiting says until when."""
    faults = {}
    if what.strip().strip(".!").lower() in EMPTY_ANSWERS:
        faults["what"] = N_("Say what we do, or why we could not, so that %(person)s can hold us to it.")
    if state == "waiting" and not by_day_given:
        faults["by_day"] = N_("Say by which day %(person)s will have an answer.")
    return faults


ANSWER_WITHIN, CONCERN_WITHIN = 10, 5  # working days (`domain.md` 14, rule 10; the provider's own rule)


def answer_due(said_on: date, wish: str) -> date:
    """The last day on which something that the person wants of us is answered in time."""
    return working_days.after(said_on, CONCERN_WITHIN if wish == "concern" else ANSWER_WITHIN)


def ask_faults(*, on: date | None, today: date, words: str, item: bool, led: bool, whose: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with an answer to somebody who asked that people look again, by field.

    whose: the person's key under "of", and those of the plan item and of whoever is to lead, where there are any.
    """
    faults = {}
    if on is None and not words.strip():
        faults["words"] = N_("Say on which day people look again, or why they do not.")
    if on is not None and on < today:
        faults["on"] = N_("This day has gone by. Choose a later one.")
    if on is not None and not item:
        faults["item"] = N_("Say at which part of the plan people look again.")
    if led and on is None:
        faults["on"] = N_("Say on which day they lead it.")
    if any(each is not None and each != whose["of"] for each in whose.values()):
        faults["item"] = N_("This stands on somebody else’s record. Choose again.")
    return faults
