"""What money is for: how much, how often, who holds it, and how much of it the person decides alone. One row for each."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.plan.choices import Every, Holder, Receipts
from throughline.plan.parts import Allowance

from ...forms import Choice, Form, Pounds, Words

MORE = 2  # empty rows
NAMES = ("purpose", "amount", "every", "holder", "alone_up_to", "receipts")
HOLDERS = (
    (Holder.PERSON, _("%(name)s")),
    (Holder.STAFF, _("Staff")),
    (Holder.SOMEBODY, _("Somebody else, by law or as %(name)s asked")),
)


class AllowanceRow(Form):
    """One purpose. A row without words is none."""

    purpose = Words(_("What is it for?"), optional=True)
    amount = Pounds(_("How much, in pounds?"), optional=True)
    every = Choice(_("How often?"), choices=Every.choices, as_list=True, optional=True)
    holder = Choice(_("Who holds it?"), choices=HOLDERS, as_list=True, optional=True)
    alone_up_to = Pounds(_("Up to how much does %(name)s decide alone?"), optional=True)
    receipts = Choice(_("Is the receipt kept?"), choices=Receipts.choices, as_list=True, optional=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("every", Every.choices), ("holder", HOLDERS), ("receipts", Receipts.choices)):
            self.set_choices(name, choices)
        for name in NAMES:
            self.says_nothing_of_optional(name)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("purpose") and not given.get("amount") and not self.errors:
            self.add_error("amount", Pounds.missing)
        if given.get("amount") and not given.get("purpose"):
            self.add_error("purpose", _("Write what it is for, or take the amount away."))
        return given

    def allowance(self) -> Allowance | None:
        """What is agreed, unsaved; None when the row is empty."""
        given = self.cleaned_data
        if not given.get("purpose"):
            return None
        chosen = {name: given[name] or default for name, default in CHOSEN.items()}
        return Allowance(purpose=given["purpose"], amount=given["amount"], alone_up_to=given["alone_up_to"], **chosen)


CHOSEN = {"every": Every.WEEK, "holder": Holder.PERSON, "receipts": Receipts.NONE}


def rows(data: Any, known: Iterable[Mapping[str, Any]], names: Any) -> list[AllowanceRow]:
    """Those that are there, and room for more; of what was sent, as many as were sent."""
    begun = list(known)
    count = sent(data) if data is not None else len(begun) + MORE
    filled = [*begun, *({} for _n in range(count))]
    return [AllowanceRow(data, prefix=f"allowance-{n}", names=names, initial=dict(filled[n])) for n in range(count)]


def sent(data: Any) -> int:
    """How many rows a form brought."""
    return sum(f"allowance-{n}-purpose" in data for n in range(50))


def as_written(data: Any) -> list[dict[str, str]]:
    """What a draft holds of them, as it was written."""
    return [
        {name: data.get(f"allowance-{n}-{name}", "") for name in NAMES} for n in range(sent(data)) if data.get(f"allowance-{n}-purpose")
    ]


def as_kept(version: Any) -> list[dict[str, Any]]:
    """What a version says of them."""
    return [{name: getattr(each, name) for name in NAMES} for each in version.allowances.all()] if version else []
