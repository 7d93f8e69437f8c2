"""A rota: the file, and, once its changes were shown, its text again."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ...forms import Form, TextFile

LONGEST = 400_000  # letters


class RotaForm(Form):
    file = TextFile(_("The rota, as a CSV file"), missing=_("Choose the file."), optional=True)
    text = forms.CharField(required=False, max_length=LONGEST, strip=False, widget=forms.HiddenInput)
    keep = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file: Any = self.fields["file"]
        file.says_optional = False  # the first time it is asked for; the second time its text comes with the page
        for name in ("text", "keep"):
            self.fields[name].widget.template_name = "forms/hidden.jinja"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        text = given.get("file") or given.get("text") or ""
        if not text.strip() and not self.errors:
            self.add_error("file", _now("Choose the file."))
        return given | {"text": text}
