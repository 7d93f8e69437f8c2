"""Open a crossing in the transaction of the record that crosses, and close it when people have looked again."""

from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep
from throughline.people.models import PersonRow
from throughline.plan.models import Threshold

from .. import crossing as found
from .. import policy
from ..models import Crossing, CrossingSettled

Row = TypeVar("Row", bound=PersonRow)


@transaction.atomic(savepoint=False)
def cross(*, row: Any, by: Any) -> None:
    """After a row was kept: open a crossing for each threshold that it crosses in any window, unless one is open already.

    Asks nothing of the database for what no threshold counts; otherwise once which thresholds count it. Late rows are looked at where
    they happened.
    """
    concerned = found.concerned(row)
    if not concerned:
        return
    require(policy.may_cross(by, row.person))
    found.hold(concerned)
    moment = found.at_of(row)
    for watch in found.watches(concerned, moment):
        if watch.reached(moment):
            found.say(watch.threshold)
            if watch.open is None:
                _open(watch.threshold, moment, by)


@transaction.atomic(savepoint=False)
def uncross(*, row: Any, by: Any) -> None:
    """After a row was taken back or corrected: where that leaves a crossing without enough, what came while it was open is looked at."""
    concerned = found.concerned(row)
    if not concerned:
        return
    require(policy.may_cross(by, row.person))
    found.hold(concerned)
    for watch in found.watches(concerned):
        if (moment := watch.fallen_on()) is not None:
            _open(watch.threshold, moment, by)


@transaction.atomic(savepoint=False)
def counted_anew(*, before: Row, now: Row, by: Any) -> Row:
    """After a row was said better: it counts as it stands now."""
    uncross(row=before, by=by)
    cross(row=now, by=by)
    return now


def _open(threshold: Threshold, moment: Any, by: Any) -> None:
    row = Crossing(person=threshold.person, threshold=threshold, happened_at=moment, opened_at=clock.now())
    keep("practice.threshold-crossed", row, by=by)


@transaction.atomic
def settle_crossing(*, crossing: Crossing, by: Any) -> CrossingSettled:
    """People looked again at why it was crossed; what crosses from now on opens another."""
    require(policy.may_settle(by, crossing.person))
    if not Crossing.objects.unsettled().filter(pk=crossing.pk).exists():
        raise Invalid({"crossings": _("Somebody looked at this already. Open the page again.")})
    row = CrossingSettled(person=crossing.person, crossing=crossing, topic=crossing.threshold.version.topic)
    return keep("practice.crossing-settled", row, by=by)


@transaction.atomic
def reopen_crossing(*, crossing: Crossing, reason: str, by: Any) -> None:
    """The review that cited it was entered by mistake: it waits again."""
    require(policy.may_settle(by, crossing.person))
    for row in CrossingSettled.objects.current().filter(crossing=crossing):
        amend("practice.crossing-reopened", row, copy_of(row), kind=Amendment.MISTAKE, reason=reason, by=by)
