"""Say that what was handed over was read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.ids import new_id
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.people.models import Person

from .. import policy
from ..models import HandoverReading


@once
@transaction.atomic
def read_handover(*, people: Sequence[Person], made_at: datetime, by: Any, written: Written = NOW) -> list[HandoverReading]:
    """Say "I have read this" of one page: a row for each person on it. made_at: when the page was made, by our clock.

    `written.id` is that of the first person's row. Sent twice, it is said once.
    """
    for person in people:
        require(policy.may_keep(by, person))
    if not people:
        raise Invalid({"people": _("There is nobody on this page. Open the handover again.")})
    if there := already(HandoverReading, by=by, written=written):
        return list(HandoverReading.objects.filter(group=there.group))
    group, covers = new_id(), min(made_at, clock.now())
    rows = [HandoverReading(person=person, made_at=covers, group=group) for person in people]
    keep("practice.handover-read", rows[0], *rows[1:], by=by, written=written)
    return rows
