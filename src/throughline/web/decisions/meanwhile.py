"""What was decided about the same question while a form was open: it is shown first, and whoever writes is asked."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from ..forms import Form
from ..forms.once import put


class Newest(forms.CharField):
    """Hidden: the latest decision of the question when the page was made."""

    def __init__(self) -> None:
        super().__init__(label="", required=False, widget=forms.HiddenInput)
        self.widget.template_name = "forms/hidden.jinja"


def ask_first(form: Form, newest: Any) -> None:
    """Send the form back once when another decision is the newest by now. What this very form kept before is no other one."""
    sent = form.data.get(form.add_prefix("newest"))
    if newest is None or sent in (None, str(newest.pk)) or form.data.get(form.add_prefix("id")) == str(newest.pk):
        return
    told = {"number": newest, "outcome": newest.outcome}
    put(form, {"newest": str(newest.pk)})
    form.add_error(None, _("%(number)s was written down while this page was open: “%(outcome)s”. Keep yours too?") % told)
    form.ways = (*form.ways, (_("Read %(number)s first") % told, reverse("decisions:decision", args=[newest.pk])))
