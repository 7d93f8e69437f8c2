"""The button under a handover: which page was read. Nobody fills anything in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..forms import Form
from ..forms.once import OnceId


def _hidden(widget: Any) -> Any:
    widget.template_name = "forms/hidden.jinja"
    return widget


class HaveRead(Form):
    """people: whose handovers stood on the page. made_at: when it was made, by our clock."""

    id = OnceId()
    people = forms.CharField(label="", widget=_hidden(forms.HiddenInput()), error_messages={"required": _("Open the handover again.")})
    made_at = forms.DateTimeField(label="", widget=_hidden(forms.HiddenInput()), error_messages={"invalid": _("Open the handover again.")})
