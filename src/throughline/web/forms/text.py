"""Words: a line or several."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from throughline.base import visible

from .asking import Asking


class Words(Asking, forms.CharField):
    """One line. `width`: "", "2", "4" or "10" letters. `kind`: text, email, tel, password."""

    missing = _("Write something here.")

    def __init__(self, label: Any, *, width: str = "", kind: str = "text", autocomplete: str = "", **options: Any) -> None:
        # A password is never sent back to the page.
        widget = (forms.PasswordInput if kind == "password" else forms.TextInput)(attrs=_attrs(width, autocomplete))
        widget.input_type = kind
        widget.template_name = "forms/input.jinja"
        super().__init__(label, widget=widget, **options)
        self.is_secret = kind == "password"

    def validate(self, value: str) -> None:
        super().validate(value)
        if not self.is_secret:
            _seen(value, one_line=True)


class LongWords(Asking, forms.CharField):
    """Several lines. `limit`: how many letters at most, said in the hint; nothing is cut off while writing."""

    missing = _("Write something here.")

    def __init__(self, label: Any, *, rows: int = 5, limit: int | None = None, hint: Any = "", **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "cols": None, "data-limit": limit})
        widget.template_name = "forms/textarea.jinja"
        super().__init__(label, widget=widget, hint=_with_limit(hint, limit), **options)
        self.limit = limit

    def validate(self, value: str) -> None:
        super().validate(value)
        _seen(value, one_line=False)
        if self.limit and len(value) > self.limit:
            over = len(value) - self.limit
            raise forms.ValidationError(
                _("This is %(over)s letters too long. Write at most %(limit)s."), params={"over": over, "limit": self.limit}
            )


def _seen(value: str, *, one_line: bool) -> None:
    if wrong := visible.fault(value, one_line=one_line):
        raise forms.ValidationError(wrong)


def _with_limit(hint: Any, limit: int | None) -> Any:
    if not limit:
        return hint
    said = format_lazy(_("You can write up to {limit} letters."), limit=limit)
    return format_lazy("{} {}", hint, said) if hint else said


def _attrs(width: str, autocomplete: str) -> dict[str, str]:
    attrs = {"class": f"input-{width}"} if width else {}
    return attrs | ({"autocomplete": autocomplete} if autocomplete else {})
