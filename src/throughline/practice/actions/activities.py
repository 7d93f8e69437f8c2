"""Write down what the person went to, or did not."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.agreements.said import JustSaid
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import Person
from throughline.plan.models import Item

from .. import law_daily, policy
from ..models import Activity
from .heard import hear_about


@once
@transaction.atomic
def keep_activity(
    *, person: Person, item: Item | None = None, said: JustSaid | Voice | None = None, by: Any, written: Written = NOW, **told: Any
) -> Activity:
    """Keep one activity. item: what in the plan it is part of; it is then about what that is about."""
    require(policy.may_keep(by, person))
    if there := already(Activity, by=by, written=written):
        return there
    if item is not None and item.person_id != person.pk:
        raise Invalid({"item": _("This is not part of this person's plan. Choose it again.")})
    told["day"] = told.get("day") or clock.day_of(written.occurred_at or written.recorded_at or clock.now())
    row = Activity(person=person, item=item, **({"topic": item.topic} if item else {}), **told)
    row.voice = hear_about(row=row, said=said, by=by, written=written)
    _check(row)
    return keep("practice.activity-kept", row, by=by, written=written)


def _check(row: Activity) -> None:
    if faults := law_daily.activity_faults(going=row.going, why=row.why, has_words=row.voice_id is not None):
        raise Invalid.by_law(faults)


@transaction.atomic
def correct_activity(*, activity: Activity, reason: str, by: Any, written: Written = NOW, **told: Any) -> Activity:
    """Say it better, with a reason; the first words stay, struck through."""
    require(policy.may_correct(by, activity))
    still_stands(activity)
    new, when = corrected(activity, told, written)
    _check(new)
    return amend("practice.activity-corrected", activity, new, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)


@transaction.atomic
def mistake_activity(*, activity: Activity, reason: str, by: Any) -> Activity:
    """Say that an activity was written down by mistake. It stays, struck through."""
    require(policy.may_correct(by, activity))
    still_stands(activity)
    return amend("practice.activity-mistaken", activity, copy_of(activity), kind=Amendment.MISTAKE, reason=reason, by=by)
