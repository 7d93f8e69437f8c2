"""What came of a check-in: two answers, each saved with one press; and the person's own words."""

from datetime import datetime
from typing import Any

from django import forms as django
from django.utils.translation import gettext_lazy as _

from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations.choices import HowTold
from throughline.plan.choices import Method
from throughline.practice.choices import Answer

from ..agreements.forms.heard import HEARD
from ..citing import Once
from ..forms import Choice, Form, LongWords, Moment, Part, Words
from ..incidents.forms import FIRST_STAYS

ANSWERS = ((Answer.ANSWERED.value, _("%(name)s answered")), (Answer.NO_ANSWER.value, _("No answer")))
MORE = _("When and how it was, and what you did")


class CheckInForm(Once):
    due = django.DateTimeField(widget=django.HiddenInput, input_formats=["%Y-%m-%dT%H:%M:%S%z"])
    words = LongWords(_("What did %(name)s say?"), hint=_("In %(name)s’s own words. They are kept as %(name)s’s."), rows=2, optional=True)
    answer = Choice(_("Did %(name)s answer?"), choices=ANSWERS, missing=_("Say whether %(name)s answered."))
    at = Moment(_("When was it?"), hint=_("Leave it empty for just now."), past=True, optional=True)
    method = Choice(_("How did it come?"), choices=[("", _("As agreed")), *Method.choices], as_list=True, optional=True)
    how_told = Choice(_("How did %(name)s tell us?"), choices=HEARD, initial=HowTold.WROTE, as_list=True, optional=True)
    note = Words(_("What did you see or do?"), optional=True)

    FOLDED = ("at", "method", "how_told", "note")

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_check_in`."""
        said = JustSaid(given["how_told"] or HowTold.WROTE.value, given["words"])
        same = {name: given[name] for name in ("due", "answer", "method", "note")}
        return same | {"said": said if said.says_something else None, "written": Written(id=given["id"], occurred_at=given["at"])}


class CorrectForm(Form):
    answer = Choice(_("Did %(name)s answer?"), choices=ANSWERS)
    at = Moment(_("When was it?"), hint=_("Leave it empty where that was right."), past=True, optional=True)
    method = Choice(_("How did it come?"), choices=Method.choices, as_list=True)
    note = Words(_("What did you see or do?"), optional=True)
    reason = Words(_("Why is this put right?"), hint=FIRST_STAYS, missing=_("Say why."))

    PARTS = (Part(("answer", "at", "method", "note", "reason")),)

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_check_in`."""
        same = {name: given[name] for name in ("answer", "method", "note", "reason")}
        return same | {"written": Written(occurred_at=given["at"])}


def as_sent(moment: datetime) -> str:
    """A moment as the page sends it back."""
    return f"{moment:%Y-%m-%dT%H:%M:%S%z}"
