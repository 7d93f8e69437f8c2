"""What only a form about an upset asks: moments from a running clock, minutes, and chips of a person's own cards."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from ..forms import Choices, Words
from ..forms.choices import Boxes

MOST_MINUTES = 24 * 60


class Row(Boxes):
    """Tick boxes side by side, as they are short."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["in_row"] = True
        return context


class Chips(Choices):
    """Some of several, in a row; none is an answer too. Lines of the person's cards are known only once the form is made."""

    def __init__(self, label: Any, *, choices: Any = (), **options: Any) -> None:
        super().__init__(label, choices=choices, widget=Row(), optional=True, **options)
        self.says_optional = False


def as_choices(lines: Iterable[Any]) -> list[tuple[str, str]]:
    """Lines of cards as choices."""
    return [(str(line.pk), line.text) for line in lines]


class Stamp(forms.CharField):
    """A moment that a script put there; nothing where it did not, or where it cannot be read."""

    def __init__(self) -> None:
        super().__init__(label="", required=False, widget=forms.HiddenInput)
        self.widget.template_name = "forms/hidden.jinja"

    def clean(self, value: Any) -> datetime | None:  # type: ignore[override]  # a moment, where a plain field has words
        try:
            moment = parse_datetime(str(value or ""))
        except ValueError:
            return None
        return moment if moment and moment.tzinfo else None


class Minutes(Words):
    """How long, in whole minutes."""

    wrong = _("Write the minutes as a number, like 20.")

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, width="4", optional=True, **options)

    def clean(self, value: Any) -> int | None:  # type: ignore[override]  # likewise a number
        text = super().clean(value).strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= MOST_MINUTES):
            raise forms.ValidationError(self.wrong)
        return int(text)
