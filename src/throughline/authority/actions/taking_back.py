from typing import Any, TypeVar

from django.db import transaction

from throughline.base.answers import require
from throughline.base.models import Amendment
from throughline.base.records import amend
from throughline.base.written import NOW, Written
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import PersonRow

from .. import policy

Row = TypeVar("Row", bound=PersonRow)


@transaction.atomic
def take_back(*, row: Row, reason: str, by: Any, written: Written = NOW) -> Row:
    """Mark what was written here as entered by mistake: an authority, that papers were seen, an ending, a refusal, an advocate, a step.

    It stays in the record and counts no more. Those who hold an authority stand on its first row.
    """
    require(policy.may_amend(by, row))
    still_stands(row)
    ended, when = corrected(row, {}, written)
    return amend("authority.taken-back", row, ended, kind=Amendment.MISTAKE, reason=reason, by=by, written=when)
