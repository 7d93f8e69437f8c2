"""A safeguarding concern and what was done about it. `arguments` turns the answers into what the actions take."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.decisions.choices import ConcernStep, ConsentTo, TellingOf

from ..citing import CitingForm
from ..forms import Choice, LongWords, Words

TELLING = (
    (TellingOf.TOLD, _("%(name)s was told")),
    (TellingOf.NOT_YET, _("Not yet")),
    (TellingOf.NOT_TOLD, _("%(name)s is not told, for a reason")),
)
CONSENT = (
    ("", _("It was not referred in this step")),
    (ConsentTo.AGREED, _("%(name)s agreed")),
    (ConsentTo.SAID_NO, _("%(name)s said no, and it was referred all the same")),
    (ConsentTo.NOT_ASKED, _("Not asked, because asking was not safe or not possible")),
)


class RaiseForm(CitingForm):
    concern = LongWords(
        _("What did you see, hear, or were you told?"),
        hint=_("As it was. You do not have to be sure."),
        rows=4,
        missing=_("Write what it is."),
    )
    safe_now = LongWords(
        _("Is everybody safe now, and what did you do?"),
        hint=_("In danger now? Ring 999 first."),
        rows=2,
        missing=_("Write who is safe now."),
    )
    voice = Choice(_("What does %(name)s want to happen? Words that are on the record"), choices=(), as_list=True, optional=True)
    wants = LongWords(_("Or in %(name)s’s words now"), rows=2, optional=True)
    wants_because = LongWords(_("%(name)s could not be asked yet, because"), hint=_("Only then."), rows=2, optional=True)
    telling = Choice(_("Does %(name)s know that you raise this?"), choices=TELLING, missing=_("Say whether %(name)s knows."))
    telling_because = LongWords(_("%(name)s is not told, because"), hint=_("Only then."), rows=2, optional=True)

    CITES = ("voice",)

    def clean_voice(self) -> Any:
        return self.cited(self.cleaned_data["voice"])


class StepForm(CitingForm):
    kind = Choice(_("What is it?"), choices=ConcernStep.choices, missing=_("Choose what it is."))
    words = LongWords(_("What was done, said or answered?"), rows=3, optional=True)
    voice = Choice(_("Words of %(name)s’s that are on the record"), choices=(), as_list=True, optional=True)
    to = Words(_("To whom was it referred?"), hint=_("For example: Elm council, adult safeguarding."), optional=True)
    consent = Choice(
        _("Did %(name)s agree that it is referred?"),
        hint=_("Ask, and write the answer. The duty does not wait for it."),
        choices=CONSENT,
        optional=True,
    )
    rationale = LongWords(_("Why was it done like this?"), rows=2, optional=True)

    CITES = ("voice",)

    def clean_voice(self) -> Any:
        return self.cited(self.cleaned_data["voice"])
