"""What all of them ask: the person's own words, and which day it was."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations.choices import HowTold

from ...forms import Choice, Day, Form, LongWords, Words
from ...forms.once import OnceId
from ...today.forms import TOLD

FIRST_STAYS = _("The first words stay in the record, struck through.")
DAY = _("Leave it empty for today.")


class DailyForm(Form):
    """Their words become a voice of theirs; the day is today unless another is written."""

    id = OnceId()
    words = LongWords(_("What does %(name)s say about it?"), hint=_("In %(name)s’s own words."), rows=2, optional=True)
    how_told = Choice(_("How did %(name)s tell us?"), choices=TOLD, initial=HowTold.SAID, as_list=True, optional=True)
    day = Day(_("Which day was it?"), hint=DAY, past=True, optional=True)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For the action."""
        said = JustSaid(given["how_told"] or HowTold.SAID.value, given["words"])
        rest = {name: value for name, value in given.items() if name not in ("id", "words", "how_told")}
        return rest | {"said": said if said.says_something else None, "written": Written(id=given["id"])}


def reason() -> Words:
    """Asked by every form that puts something right."""
    return Words(_("Why is this put right?"), hint=FIRST_STAYS, missing=_("Say why."))


def corrected(given: dict[str, Any]) -> dict[str, Any]:
    """For an action that puts something right: the day stays where none is written."""
    return {name: value for name, value in given.items() if name != "day" or value is not None}
