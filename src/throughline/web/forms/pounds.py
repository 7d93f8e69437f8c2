"""Money, as people write it."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .asking import Asking

MOST = Decimal("999999.99")


class Pounds(Asking, forms.Field):
    """An amount in pounds; its value is a Decimal of two places. £3.20, 3.2 and 3 are read; part of a penny is not."""

    missing = _("Write how much, like 3.20.")

    def __init__(self, label: Any, **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "input-6", "inputmode": "decimal"})
        widget.template_name = "forms/input.jinja"
        super().__init__(label, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:.2f}" if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        if not value or not str(value).strip():
            return None
        try:
            read = Decimal(str(value).strip().removeprefix("£").replace(",", "").strip())
            exact = read.quantize(Decimal("0.01"))
        except InvalidOperation:
            raise forms.ValidationError(self.missing) from None
        if not 0 <= exact <= MOST or exact != read:
            raise forms.ValidationError(self.missing)
        return exact
