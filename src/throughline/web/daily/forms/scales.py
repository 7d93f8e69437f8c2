"""The person's own question, and the answers that they chose for it. Whoever helps writes down which, and how they told us."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.agreements.said import JustSaid
from throughline.base.written import Written
from throughline.conversations.choices import HowHelped
from throughline.practice import law_daily

from ...forms import Choice, Part
from ...said.forms.voices import HELPED
from ...said.who import AroundForm, Who
from ...today.forms import TOLD
from .base import DailyForm, corrected, reason

GUESS = "guess"  # a choice that is there to be refused: nobody answers for the person
WAYS = (*TOLD, (GUESS, _("%(name)s did not tell us. I think so")))
HELPER = _("How %(name)s was helped, another day")


class ScaleForm(AroundForm, DailyForm):
    answer = Choice(_("What does %(name)s answer?"), choices=(), missing=_("Choose what %(name)s answered."))
    how_told = Choice(_("How did %(name)s tell us?"), choices=WAYS, missing=_("Say how %(name)s told us."))  # type: ignore[assignment]
    how_helped = Choice(_("How was %(name)s helped to tell us?"), choices=HELPED, initial=HowHelped.ALONE)
    helper = Who(_("Who helped?"), nobody=_("Nobody"), optional=True)

    PARTS: tuple[Part, ...] = (
        Part(("answer", "how_told", "words")),
        Part(("how_helped", "helper", "day"), HELPER, folded=True),
    )

    def __init__(self, *args: Any, question: str, answers: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answers = {str(each.pk): each for each in answers}
        self.set_choices("answer", [(key, each.text) for key, each in self.answers.items()])
        self.fields["answer"].label = question
        for name in ("answer", "how_told"):
            self.says_nothing_of_optional(name)

    def clean_how_told(self) -> str:
        told: str = self.cleaned_data["how_told"]
        if told not in law_daily.OWN_WAYS:
            raise ValidationError(say("Nobody answers for %(name)s. Write what you saw as a note about the day.") % self.names)
        return told

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_answer`."""
        said = JustSaid(given["how_told"], given["words"])
        return self._told(given) | {"said": said if said.says_something else None, "written": Written(id=given["id"])}

    def _told(self, given: dict[str, Any]) -> dict[str, Any]:
        same = {name: given[name] for name in ("how_told", "how_helped", "day")}
        helper = given["helper"]
        return same | {"answer": self.answers[given["answer"]], "helper_contact": helper.contact, "helper_staff": helper.staff}


class CorrectScaleForm(ScaleForm):
    id = words = None  # type: ignore[assignment]  # how Django leaves a field out; what they said is put right as their words
    reason = reason()

    PARTS = (Part(("answer", "how_told", "reason")), *ScaleForm.PARTS[1:])

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_answer`."""
        return corrected(self._told(given)) | {"reason": given["reason"]}


def of_answer(row: Any) -> dict[str, Any]:
    """What stands of an answer, for the form that corrects it."""
    helper = f"contact-{row.helper_contact_id}" if row.helper_contact_id else f"staff-{row.helper_staff_id}" if row.helper_staff_id else ""
    return {"answer": str(row.answer_id), "how_told": row.how_told, "how_helped": row.how_helped, "helper": helper, "day": row.day}
