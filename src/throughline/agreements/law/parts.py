"""Whether somebody can have the part that is written down for them, and when it is looked at again."""

from datetime import date, timedelta

from throughline.authority import law as authority_law
from throughline.base.sentences import N_

# Our own rule (`domain.md` 2.4): parts and agreements are looked at again twice a year.
LOOK_AGAIN = timedelta(days=182)
DECIDES = "decides"


def part_faults(*, part: str, area: str, held: authority_law.Held | None, is_holder: bool, on: date) -> tuple[str, ...]:
    """The codes of what keeps a part from taking effect; empty when it does. Only deciding needs an authority.

    held: the authority on which it rests. That the person cannot decide a question is shown for each question, never by a part.
    """
    if part != DECIDES:
        return ()
    if held is None or not is_holder:
        return ("authority-none",)
    return authority_law.faults(held, area=area, on=on, acting=held.holders, person_is_able=False)


def part_incomplete(*, because: str, since_on: date, look_again_on: date | None, today: date) -> dict[str, str]:
    """What is still to be written of a part, by field."""
    missing = {}
    if not because.strip():
        missing["because"] = N_("Write why they take part in this.")
    if since_on > today:
        missing["since_on"] = N_("This has not come yet. Write today or an earlier day.")
    if look_again_on is not None and look_again_on <= today:
        missing["look_again_on"] = N_("Choose a day that is still to come.")
    return missing


def look_again(on: date | None, today: date) -> date:
    """When a part or an agreement is looked at again: on the day that was chosen, or in half a year."""
    return on or today + LOOK_AGAIN
