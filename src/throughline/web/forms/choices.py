"""Choosing: one of several, some of several, yes or nothing."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..words import fill
from .asking import Asking


class _WithHints:
    """Options whose words carry the person's name, each with a hint when it has one."""

    names: Mapping[str, str] = {}

    def __init__(self, hints: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, fill(label, self.names), *args, **kwargs)  # type: ignore[misc]
        return option | {"hint": fill(self.hints.get(str(value), ""), self.names)}

    def first_id(self, auto_id: str) -> str:
        return f"{auto_id}_0"


class Radios(_WithHints, forms.RadioSelect):
    template_name = "forms/ticks.jinja"


class Boxes(_WithHints, forms.CheckboxSelectMultiple):
    template_name = "forms/ticks.jinja"


class List(forms.Select):
    template_name = "forms/select.jinja"
    names: Mapping[str, str] = {}

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().create_option(name, value, fill(label, self.names), *args, **kwargs)


class Choice(Asking, forms.ChoiceField):
    """One of several: radios, or a list when there are more than about ten. `hints` by value."""

    missing = _("Choose one.")

    def __init__(self, label: Any, *, choices: Any, hints: Mapping[str, Any] | None = None, as_list: bool = False, **options: Any) -> None:
        widget = List() if as_list else Radios(hints)
        shown = [("", _("Choose one")), *choices] if as_list else choices
        super().__init__(label, choices=shown, widget=widget, **options)


class Choices(Asking, forms.MultipleChoiceField):
    """Some of several."""

    missing = _("Choose at least one.")

    def __init__(self, label: Any, *, choices: Any, hints: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(label, choices=choices, widget=Boxes(hints), **options)


class Tick(Asking, forms.BooleanField):
    """Yes, or nothing: "I have read this"."""

    missing = _("Tick the box to go on.")

    def __init__(self, label: Any, **options: Any) -> None:
        widget = forms.CheckboxInput()
        widget.template_name = "forms/tick.jinja"
        super().__init__(label, widget=widget, **options)
