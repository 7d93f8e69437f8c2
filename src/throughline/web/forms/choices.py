"""Choosing: one of several, some of several, yes or nothing."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..words import fill
from .asking import Asking

SHOWN = 5  # before the rest is folded away


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
    in_row = False

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["in_row"] = self.in_row
        return context


class Boxes(_WithHints, forms.CheckboxSelectMultiple):
    template_name = "forms/ticks.jinja"


class _Folded:
    """Shows the first choices and those that are chosen, and folds the rest away under `fold`, or as earlier ones."""

    most: int = SHOWN
    fold: Any = ""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)  # type: ignore[misc]  # of the widget it is mixed into
        options = [option for _group, group, _index in context["widget"]["optgroups"] for option in group]
        first = [option for n, option in enumerate(options) if n < self.most or option["selected"]]
        context["widget"] |= {"shown": first, "folded": [option for option in options if option not in first], "fold": self.fold}
        return context


class FoldedRadios(_Folded, Radios):
    template_name = "forms/folded.jinja"


class FoldedBoxes(_Folded, Boxes):
    template_name = "forms/folded.jinja"


class List(forms.Select):
    template_name = "forms/select.jinja"
    names: Mapping[str, str] = {}

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().create_option(name, value, fill(label, self.names), *args, **kwargs)


class Choice(Asking, forms.ChoiceField):
    """One of several: radios, in a row when they are short, or a list when there are more than about ten. `hints` by value."""

    missing = _("Choose one.")

    def __init__(
        self,
        label: Any,
        *,
        choices: Any,
        hints: Mapping[str, Any] | None = None,
        as_list: bool = False,
        in_row: bool = False,
        **options: Any,
    ) -> None:
        widget = List() if as_list else Radios(hints)
        widget.in_row = in_row  # type: ignore[union-attr]  # a list has no row, and does not ask
        shown = [("", _("Choose one")), *choices] if as_list else choices
        super().__init__(label, choices=shown, widget=widget, **options)


class Choices(Asking, forms.MultipleChoiceField):
    """Some of several."""

    missing = _("Choose at least one.")

    def __init__(self, label: Any, *, choices: Any, hints: Mapping[str, Any] | None = None, **options: Any) -> None:
        widget = options.pop("widget", None) or Boxes(hints)
        super().__init__(label, choices=choices, widget=widget, **options)


class Tick(Asking, forms.BooleanField):
    """Yes, or nothing: "I have read this"."""

    missing = _("Tick the box to go on.")

    def __init__(self, label: Any, **options: Any) -> None:
        widget = forms.CheckboxInput()
        widget.template_name = "forms/tick.jinja"
        super().__init__(label, widget=widget, **options)
