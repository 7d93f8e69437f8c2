"""Two workers recorded the same step: both records stay until somebody says whether it is the same one."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import keep
from throughline.base.sentences import N_

from .. import policy
from ..models import RoutineRecord, ToldApart
from .recording import mistake_routine

SAME_ONE = N_("Written down twice: it is the same one as another record of that day.")  # kept as it stands here; pages say `_(reason)`


@transaction.atomic
def same_one(*, first: RoutineRecord, second: RoutineRecord, by: Any) -> RoutineRecord:
    """Say that two records are one: the later is taken back as a mistake, or the earlier, where only that one is theirs to take back."""
    _of_one_step(first, second)
    theirs = next((each for each in (second, first) if policy.may_correct(by, each)), second)
    require(policy.may_correct(by, theirs))
    return mistake_routine(record=theirs, reason=SAME_ONE, by=by)


@transaction.atomic
def two_of_them(*, first: RoutineRecord, second: RoutineRecord, by: Any) -> ToldApart:
    """Say that it happened twice: both stay and count, and nobody is asked again."""
    require(policy.may_keep(by, first.person))
    _of_one_step(first, second)
    row = ToldApart(person=first.person, first=first, second=second, topic=first.topic, audience=first.audience)
    return keep("practice.told-apart", row, by=by)


def _of_one_step(first: RoutineRecord, second: RoutineRecord) -> None:
    if first.pk == second.pk or (first.item_id, first.day) != (second.item_id, second.day):
        raise Invalid({"answer": _("These are not two records of one step on one day.")})
