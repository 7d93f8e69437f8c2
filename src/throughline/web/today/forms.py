"""What a worker fills in on shift. One press where it can be; words only for who wants to write."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from throughline.base import clock
from throughline.conversations.choices import HowTold
from throughline.practice.choices import Feeling, Result, WhyNot

from ..forms import Choice, Day, Form, LongWords, Tick, Words
from ..forms.once import OnceId

RESULTS = (
    (Result.SAID_YES, _("Offered. %(name)s said yes")),
    (Result.SAID_NO, _("Offered. %(name)s said no")),
    (Result.DIFFERENT, _("We did it a different way")),
    (Result.NOT_OFFERED, _("Not offered")),
)
FEELINGS = ((Feeling.GOOD, _("Good")), (Feeling.SO_SO, _("So-so")), (Feeling.NOT_GOOD, _("Not good")))
FIRST_WORDS = _("The first words stay in the record, struck through.")
SAY_WHY = _("Say why you correct it.")
TOLD = (
    (HowTold.SAID, _("%(name)s said it")),
    (HowTold.SIGNED, _("%(name)s signed it")),
    (HowTold.DEVICE, _("%(name)s used symbols or a device")),
    (HowTold.PICKED, _("%(name)s picked it")),
    (HowTold.WROTE, _("%(name)s wrote it")),
)


def _hidden(template: type[forms.Widget] = forms.HiddenInput) -> forms.Widget:
    widget = template()
    widget.template_name = "forms/hidden.jinja"  # type: ignore[attr-defined]
    return widget


class Happened(Form):
    """The sheet of four answers: the pressed button is the answer."""

    id = OnceId()
    day = forms.DateField(label="", required=False, widget=_hidden())
    result = Choice(_("What happened?"), choices=RESULTS)
    words = LongWords(_("What did %(name)s say?"), rows=1, optional=True)

    def clean_day(self) -> Any:
        """The day that the sheet was opened for: today, or yesterday for whoever comes off a night."""
        day = self.cleaned_data["day"] or clock.today()
        if not clock.today() - timedelta(days=1) <= day <= clock.today():
            raise forms.ValidationError(now_("This sheet is of another day. Go back to Today and open the step again."))
        return day


class HowWasIt(Form):
    """One press: good, so-so, not good."""

    feeling = Choice(_("How was it for %(name)s?"), choices=FEELINGS)


class Why(Form):
    """One press on a reason, or a few words. `result` says which four reasons are offered."""

    why_not = Choice(_("Why?"), choices=[(value, label) for value, label in WhyNot.choices if value], optional=True)
    note = LongWords(_("Or say it in a few words"), rows=3, optional=True)

    def clean(self) -> dict[str, Any]:
        """Words alone are a reason of their own."""
        given = super().clean() or self.cleaned_data
        if not given.get("why_not") and not given.get("note", "").strip():
            raise forms.ValidationError(now_("Choose a reason, write a few words, or go back: it is saved already."))
        if not given.get("why_not"):
            given["why_not"] = WhyNot.OTHER.value
        return given if given.get("note", "").strip() else {"why_not": given["why_not"]}


class TheirWords(Form):
    """The person's own words about what happened."""

    id = OnceId()
    words = LongWords(
        _("What did %(name)s say?"),
        hint=_("In %(name)s’s own words, as they came."),
        rows=3,
        missing=_("Write what %(name)s said."),
    )
    how_told = Choice(_("How did %(name)s tell you?"), choices=TOLD, initial=HowTold.SAID.value)


class WhatISaw(Form):
    """What the worker saw; not what it may mean."""

    note = LongWords(
        _("What did you see?"),
        hint=_("Write what %(name)s did, so that somebody else could have seen it too. What it may mean stands apart."),
        missing=_("Write what you saw."),
    )


class Better(Form):
    """Correcting a record: the first words stay, struck through."""

    result = Choice(_("What happened?"), choices=RESULTS)
    note = LongWords(_("What did you see, or what was done instead?"), rows=3, optional=True)
    reason = Words(_("Why do you correct it?"), hint=FIRST_WORDS, missing=SAY_WHY)
    mistake = Tick(
        _("It should not be here at all"),
        hint=_("It was written twice, or it belongs to somebody else. It stays in the record, struck through, and is not counted."),
        optional=True,
    )


class Note(Form):
    """A free note about a day."""

    id = OnceId()
    text = LongWords(
        _("What was %(name)s’s day like?"),
        hint=_("Write what you saw and did. What %(name)s said goes under %(name)s’s own words."),
        rows=7,
        missing=_("Write your note."),
    )
    for_handover = Tick(_("Tell the next shift at the handover"), optional=True)
    day = Day(_("Which day?"), past=True)
    item = Choice(_("Is it about something in %(name)s’s plan?"), choices=(), as_list=True, optional=True)

    def __init__(self, *args: Any, items: tuple[tuple[str, str], ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_choices("item", [("", _("Nothing in the plan")), *items])


class BetterNote(Form):
    """Correcting a note."""

    text = LongWords(_("Your note"), rows=7, missing=_("Write your note."))
    reason = Words(_("Why do you correct it?"), hint=FIRST_WORDS, missing=SAY_WHY)
