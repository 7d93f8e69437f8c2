"""What a checklist run, an activity and an answer on the person's own scale have to hold. Pure: asked by form, action and import alike.

Only what the next reader needs is asked for: why a check was not done, why somebody left or did not go. What the person has on their
own scale is theirs to say (`design.md` 2, law 2): what somebody guesses is no answer, and belongs into a note.
"""

from collections.abc import Collection, Mapping
from typing import Any

from throughline.base.sentences import N_

NO = "no"
NEEDS_WHY = frozenset({"left_early", "did_not_go"})
OWN_WAYS = frozenset({"said", "wrote", "signed", "device", "picked"})


def needs_why(done: str, why: str) -> bool:
    """Whether it still has to be said why a check was not done."""
    return done == NO and not why.strip()


def run_faults(asked: Collection[Any], answered: Mapping[Any, tuple[str, str]], count: int) -> dict[str, str]:
    """asked: the checks of the version. answered: whether each was done, and why not. count: how many answers there are."""
    if not asked or count != len(asked) or set(answered) != set(asked):
        return {"checks": N_("Say of each check whether it was done. There has to be one answer for each.")}
    if any(needs_why(done, why) for done, why in answered.values()):
        return {"checks": N_("Write why it was not done.")}
    return {}


def activity_faults(*, going: str, why: str, has_words: bool) -> dict[str, str]:
    """The person's own words say why as well as the worker's."""
    if going in NEEDS_WHY and not why.strip() and not has_words:
        return {"why": N_("Write why, in the person's words above or in yours here.")}
    return {}


def answer_faults(*, how_told: str, belongs: bool) -> dict[str, str]:
    """belongs: the answer is one of those in the version that it cites."""
    faults = {}
    if how_told not in OWN_WAYS:
        faults["how_told"] = N_("Nobody answers for the person. Write what you saw as a note about the day.")
    if not belongs:
        faults["answer"] = N_("This answer is not on this person's scale. Open the page again.")
    return faults
