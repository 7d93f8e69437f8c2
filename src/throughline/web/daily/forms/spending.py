"""What was spent of the person's money: how much, for what, and who chose it. More than agreed is never refused."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from throughline.practice.actions import Receipt
from throughline.practice.choices_daily import WhoChose

from ...forms import Choice, Form, LongWords, Part, PhotoFile, Pounds, Words
from ..money import agreed
from .base import DailyForm, corrected, reason

WHO = (
    (WhoChose.ALONE, _("%(name)s chose it alone")),
    (WhoChose.WITH_SUPPORT, _("%(name)s chose it, with support")),
    (WhoChose.FOR_THEM, _("Somebody chose it for %(name)s")),
)
OTHERWISE = _("Something that the money plan says nothing about")
HOW_MUCH = _("Write how much it was, like 3.20.")
SAME = ("amount", "what", "who_chose", "left", "why_more", "day")


class SpendingForm(DailyForm):
    amount = Pounds(_("How much was it, in pounds?"), missing=HOW_MUCH)
    what = Words(_("What was it for?"), hint=_("For example: tea and cake in the market."), missing=_("Write what it was for."))
    allowance = Choice(_("From which money?"), choices=(), optional=True)
    who_chose = Choice(_("Who chose it?"), choices=WHO, missing=_("Say who chose it."))
    left = Pounds(_("How much is left, as you counted it together?"), optional=True)
    receipt = PhotoFile(_("A photo of the receipt"), hint=_("Of the paper alone, with nobody in it."), optional=True)
    why_more = LongWords(
        _("If it is more than was agreed: why?"),
        hint=_("It is kept in any case. Whoever looks again needs to know."),
        rows=2,
        optional=True,
    )

    PARTS: tuple[Part, ...] = (
        Part(("amount", "what", "allowance", "who_chose")),
        Part(("left", "receipt", "why_more"), _("What is left, the receipt, why it was more"), folded=True),
        Part(("words", "how_told", "day"), _("What %(name)s says, another day"), folded=True),
    )

    def __init__(self, *args: Any, allowances: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowances = {str(each.pk): each for each in allowances}
        self.set_choices("allowance", [*((key, agreed(each)) for key, each in self.allowances.items()), ("", OTHERWISE)])
        self.says_nothing_of_optional("allowance")
        if len(self.allowances) == 1 and not self.is_bound:
            self.initial.setdefault("allowance", next(iter(self.allowances)))
        if not self.allowances:
            del self.fields["allowance"]

    def clean_amount(self) -> Any:
        if not self.cleaned_data["amount"]:
            raise ValidationError(HOW_MUCH)
        return self.cleaned_data["amount"]

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `keep_spending`."""
        photo = given["receipt"]
        receipt = Receipt(photo.file, photo.content_type or "") if photo else None
        return super().arguments(given) | {"allowance": self.allowances.get(given.get("allowance", "")), "receipt": receipt}


class CorrectSpendingForm(SpendingForm):
    id = words = how_told = receipt = None  # type: ignore[assignment]  # how Django leaves a field out; the photo stays with the first words
    reason = reason()

    PARTS = (
        Part(("amount", "what", "allowance", "who_chose", "reason")),
        Part(("left", "why_more", "day"), _("What is left, why it was more, which day"), folded=True),
    )

    def arguments(self, given: dict[str, Any]) -> dict[str, Any]:
        """For `correct_spending`."""
        return corrected(given) | {"allowance": self.allowances.get(given.get("allowance", ""))}


class WhyMoreForm(Form):
    """Asked once it is kept, where it was more than agreed."""

    why = LongWords(
        _("Why was it more than agreed?"), hint=_("What %(name)s wanted, or what came up."), rows=3, missing=_("Write why, in a few words.")
    )


def of_spending(row: Any) -> dict[str, Any]:
    """What stands of a spending, for the form that corrects it."""
    return {name: getattr(row, name) for name in SAME} | {"allowance": str(row.allowance_id or "")}
