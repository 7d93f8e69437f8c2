"""Mark something as entered by mistake. What rested on it is worked out from then on (`models.lost`); nothing is written into it."""

from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend
from throughline.base.written import NOW, Written
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import PersonRow

from .. import policy
from ..models import Decision, Option, Question

Row = TypeVar("Row", bound=PersonRow)


@transaction.atomic
def take_back(*, row: Row, reason: str, by: Any, written: Written = NOW) -> Row:
    """Mark a row of this package as entered by mistake. It stays in the record and counts no more.

    Raises Invalid for a question that is decided, and for the option that was chosen: what rests on those is taken back first.
    """
    require(policy.may_take_back(by, row))
    still_stands(row)
    _nothing_names(row)
    mistake, when = corrected(row, {}, written)
    return amend("decisions.taken-back", row, mistake, kind=Amendment.MISTAKE, reason=reason, by=by, written=when)


def _nothing_names(row: PersonRow) -> None:
    """A decision without its question, or without the option that was chosen, would say nothing."""
    decided = Decision.objects.in_effect().filter(person=row.person)
    if isinstance(row, Question) and (of_it := decided.filter(question=row).first()):
        told = _("It is decided: %(number)s. Take that back first, if it is a mistake too.")
        raise Invalid({"row": told % {"number": of_it}})
    if isinstance(row, Option) and (of_it := decided.filter(option=row).first()):
        raise Invalid({"row": _("It is the option that was chosen: %(number)s. Decide that again first.") % {"number": of_it}})
