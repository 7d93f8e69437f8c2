"""Medicine that was missed, short enough for a phone: what, what the person says, why, who was told and what they advised."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations.choices import HowTold
from throughline.practice.choices import WhyMissed

from ..agreements.forms.heard import HEARD
from ..citing import Once
from ..forms import Choice, LongWords, Moment, Part, Words
from ..incidents.forms import FIRST_STAYS

SAME = ("what", "why", "why_words", "told", "advised")
SHOWN = ("what", "words", "why", "told", "advised")
WHEN = _("When it was due, and more about why")
FOLDED = ("due_at", "why_words", "how_told")


class MissedForm(Once):
    what = Words(
        _("Which medicine was missed?"), hint=_("In your own words, like: the evening tablet."), missing=_("Write what was missed.")
    )
    words = LongWords(_("What does %(name)s say about it?"), hint=_("In %(name)s’s own words."), rows=2, optional=True)
    why = Choice(_("Why was it missed?"), choices=WhyMissed.choices, missing=_("Say why, or that we do not know."))
    told = Words(_("Who was told, and when?"), hint=_("For example: the pharmacist, at 9 pm."), optional=True)
    advised = Words(_("What did they advise?"), optional=True)
    due_at = Moment(_("When was it due?"), hint=_("Leave it empty for just now."), past=True, day_is_enough=True, optional=True)
    why_words = LongWords(_("What else about why?"), rows=2, optional=True)
    how_told = Choice(_("How did %(name)s tell us?"), choices=HEARD, initial=HowTold.SAID, as_list=True, optional=True)

    PARTS = (Part(SHOWN), Part(FOLDED, WHEN, folded=True))

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_missed_medicine`."""
        said = JustSaid(given["how_told"] or HowTold.SAID.value, given["words"])
        written = Written(id=given["id"], occurred_at=given["due_at"])
        return {name: given[name] for name in SAME} | {"said": said if said.says_something else None, "written": written}


class CorrectForm(MissedForm):
    words = how_told = None  # type: ignore[assignment]  # how Django leaves a field out; what they said is put right as their words
    reason = Words(_("Why is this put right?"), hint=FIRST_STAYS, missing=_("Say why."))

    PARTS = (Part(("what", "why", "told", "advised", "reason")), Part(FOLDED, WHEN, folded=True))

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_missed_medicine`."""
        return {name: given[name] for name in (*SAME, "reason")} | {"written": Written(occurred_at=given["due_at"])}


def of_missed(row: Any) -> dict[str, Any]:
    """What stands, for the form that corrects it."""
    return {name: getattr(row, name) for name in SAME}
