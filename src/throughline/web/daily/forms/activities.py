"""What the person went to, or did not: whose choice it was, and how it was for them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.practice.choices_daily import Chosen, Going

from ...forms import Choice, LongWords, Part, Words
from ...today.forms import FEELINGS
from .base import DailyForm, corrected, reason

GOING = (
    (Going.WENT, _("%(name)s went")),
    (Going.LEFT_EARLY, _("%(name)s went, and left early")),
    (Going.SAID_NO, _("%(name)s was offered it, and said no")),
    (Going.DID_NOT_GO, _("%(name)s did not go")),
    (Going.AWAY, _("%(name)s was away")),
)
CHOSEN = (
    (Chosen.OWN, _("%(name)s’s own choice")),
    (Chosen.SAID_YES, _("Somebody offered it, and %(name)s chose")),
    (Chosen.NOT_ASKED, _("Nobody asked %(name)s")),
)
SAME = ("what", "going", "chosen", "feeling", "why", "place", "with_whom", "day")


class ActivityForm(DailyForm):
    what = Words(_("What was it?"), hint=_("For example: swimming, or the Friday group."), missing=_("Write what it was."))
    going = Choice(_("Did %(name)s go?"), choices=GOING, missing=_("Say whether %(name)s went."))
    chosen = Choice(_("Whose choice was it?"), choices=CHOSEN, missing=_("Say whose choice it was."))
    feeling = Choice(_("How was it for %(name)s?"), choices=FEELINGS, in_row=True, optional=True)
    why = LongWords(_("Why did %(name)s leave early, or not go?"), hint=_("As far as you know it."), rows=2, optional=True)
    place = Words(_("Where was it?"), optional=True)
    with_whom = Words(_("Who was there with %(name)s?"), optional=True)

    PARTS = (
        Part(("what", "going", "words", "how_told", "why", "chosen", "feeling")),
        Part(("place", "with_whom", "day"), _("Where, with whom, another day"), folded=True),
    )


class CorrectActivityForm(ActivityForm):
    id = words = how_told = None  # type: ignore[assignment]  # how Django leaves a field out; what they said is put right as their words
    reason = reason()

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_activity`."""
        return corrected(given)


def of_activity(row: Any) -> dict[str, Any]:
    """What stands of an activity, for the form that corrects it."""
    return {name: getattr(row, name) for name in SAME}
