"""Write down what was spent of the person's money. More than was agreed is told on its page and asks why; it is never refused."""

from dataclasses import dataclass
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.sentences import N_
from throughline.base.written import NOW, Written
from throughline.conversations.actions import keep_file
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.choices import FileBasis, FileKind
from throughline.people.models import File, Person
from throughline.plan.models import Allowance

from .. import policy
from ..models import Spending
from .heard import hear_about

OF_MONEY = N_("A receipt of the person’s own spending.")  # kept as it stands here
SAID_WHY = N_("It was more than agreed, and why was asked.")


@dataclass(frozen=True, slots=True)
class Receipt:
    """A photo of a receipt. content: as `keep_file` takes it."""

    content: BinaryIO
    media_type: str


@once
@transaction.atomic
def keep_spending(
    *,
    person: Person,
    allowance: Allowance | None = None,
    receipt: Receipt | None = None,
    said: JustSaid | Voice | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Spending:
    """Keep what was spent, all of it or nothing. allowance: for what in the money plan; None for what it says nothing about."""
    require(policy.may_keep(by, person))
    if there := already(Spending, by=by, written=written):
        return there
    told["day"] = told.get("day") or clock.day_of(written.occurred_at or written.recorded_at or clock.now())
    row = Spending(person=person, topic=Topic.MONEY, **told)
    _is_for(row, allowance)
    row.receipt = _receipt(row, receipt, by, written)
    row.voice = hear_about(row=row, said=said, by=by, written=written)
    return keep("practice.spending-kept", _checked(row), by=by, written=written)


def _is_for(row: Spending, allowance: Allowance | None) -> None:
    if allowance is not None and allowance.person_id != row.person_id:
        raise Invalid({"allowance": _("This is not part of this person's money plan. Choose it again.")})
    row.allowance, row.item_id = allowance, allowance.version.item_id if allowance else row.item_id


def _checked(row: Spending) -> Spending:
    """What is spent is something; what is left is no debt."""
    faults = {}
    if row.amount is None or row.amount <= 0:
        faults["amount"] = _("Write how much it was, like 3.20.")
    if row.left is not None and row.left < 0:
        faults["left"] = _("Write what was counted, like 6.80. Nothing is 0.")
    if faults:
        raise Invalid(faults)
    return row


def _receipt(row: Spending, receipt: Receipt | None, by: Any, written: Written) -> File | None:
    """The photo of the receipt, about money like what it proves; what is wrong with it is said of its own field."""
    if receipt is None:
        return None
    when = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    told = {"media_type": receipt.media_type, "basis": FileBasis.PAPER, "basis_words": OF_MONEY, "shows": row.what, "topic": row.topic}
    try:
        return keep_file(person=row.person, kind=FileKind.PHOTO, content=receipt.content, by=by, written=when, **told)
    except Invalid as invalid:
        raise Invalid({"receipt" if field == "content" else field: fault for field, fault in invalid.faults.items()}) from None


@transaction.atomic
def correct_spending(*, spending: Spending, reason: str, by: Any, written: Written = NOW, **told: Any) -> Spending:
    """Say it better, with a reason; the first words stay, struck through, and count no more."""
    require(policy.may_correct(by, spending))
    still_stands(spending)
    new, when = corrected(spending, told, written)
    _is_for(new, new.allowance)
    return amend("practice.spending-corrected", spending, _checked(new), kind=Amendment.CORRECTED, reason=reason, by=by, written=when)


@transaction.atomic
def say_why_more(*, spending: Spending, why: str, by: Any) -> Spending:
    """Say why it was more than agreed. The amount stays as it is."""
    if not why.strip():
        raise Invalid({"why_more": _("Write why, in a few words.")})
    return correct_spending(spending=spending, reason=SAID_WHY, why_more=why, by=by)


@transaction.atomic
def mistake_spending(*, spending: Spending, reason: str, by: Any) -> Spending:
    """Say that it was written down by mistake. It stays, struck through, and counts no more."""
    require(policy.may_correct(by, spending))
    still_stands(spending)
    return amend("practice.spending-mistaken", spending, copy_of(spending), kind=Amendment.MISTAKE, reason=reason, by=by)
