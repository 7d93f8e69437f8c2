"""What must be written of a voice, a conversation, a contribution: pure functions over plain values (`design.md` 2, laws 2 and 5)."""

from datetime import datetime, timedelta

from throughline.base.sentences import N_

# Written down later than this after it was said, a voice says why (`domain.md` 14, rule 1).
LATE_AFTER = timedelta(hours=24)

SHOWN = "showed"
TOLD = "told_by_someone"


def voice_faults(
    *, how_told: str, words: str, seen: str, thought: str, said_who: bool, late: bool, late_because: str, has_sound: bool = False
) -> dict[str, str]:
    """What is wrong with a voice, by field. Words are the person's; what was seen stands apart from what it may mean.

    A recording holds the words until somebody writes them down (`ux.md` 5.3).
    """
    faults = {}
    if how_told == SHOWN and not seen.strip():
        faults["seen"] = N_("Write what you saw, apart from what you think it means.")
    if how_told not in (SHOWN, TOLD) and not words.strip() and not has_sound:
        faults["words"] = N_("Write %(person)s's own words, or choose how else they told us.")
    if how_told == TOLD and not said_who:
        faults["told_by"] = N_("Say who told us. What they tell is an account, not %(person)s's own words.")
    if how_told == TOLD and not (words.strip() or seen.strip()):
        faults["words"] = N_("Write what you were told that %(person)s said or showed.")
    if thought.strip() and not seen.strip():
        faults["seen"] = N_("Write what you saw first, then what you think it means.")
    if late and not late_because.strip():
        faults["late_because"] = N_("This was said more than a day ago. Say why it is written down now.")
    return faults


def is_late(said_at: datetime, recorded_at: datetime) -> bool:
    """Whether a voice was written down more than a day after it was said."""
    return recorded_at - said_at > LATE_AFTER


def conversation_faults(*, first: str, not_first_because: str) -> dict[str, str]:
    """The person speaks first; passed only with a written reason and how their view came in."""
    if first == "person" or not_first_because.strip():
        return {}
    return {"not_first_because": N_("%(Person)s speaks first. Write why not, and how their view came in.")}


def counts_as_view(*, own_words: bool, author: object, seconded_by: tuple[object, ...]) -> bool:
    """Whether a voice is the person's view: own words, or an inferred view that a second, different observer saw alike."""
    return own_words or any(second != author for second in seconded_by)
