"""Write down that medicine was missed: a fact, and the person's own words as a voice of theirs. What was given is recorded elsewhere."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.agreements.actions.said import hear
from throughline.agreements.said import JustSaid
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import Person

from .. import policy
from ..models import MissedMedicine
from .crossings import counted_anew, cross, uncross


@once
@transaction.atomic
def keep_missed_medicine(
    *, person: Person, what: str, why: str, said: JustSaid | Voice | None = None, by: Any, written: Written = NOW, **told: Any
) -> MissedMedicine:
    """Keep that medicine was not taken. `written.occurred_at` is when it was due. said: what the person says about it."""
    require(policy.may_keep(by, person))
    if there := already(MissedMedicine, by=by, written=written):
        return there
    row = MissedMedicine(person=person, what=what, why=why, topic=Topic.MEDICATION, **told)
    row.voice = hear(person=person, said=said, topic=row.topic, by=by, written=Written(recorded_at=written.recorded_at))
    if row.voice is not None and row.voice.person_id != person.pk:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})
    keep("practice.missed-medicine-kept", row, by=by, written=written)
    cross(row=row, by=by)
    return row


@transaction.atomic
def correct_missed_medicine(*, missed: MissedMedicine, reason: str, by: Any, written: Written = NOW, **told: Any) -> MissedMedicine:
    """Say it better, with a reason; the first words stay, struck through."""
    require(policy.may_correct(by, missed))
    still_stands(missed)
    new, when = corrected(missed, told, written)
    amend("practice.missed-medicine-corrected", missed, new, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)
    return counted_anew(before=missed, now=new, by=by)


@transaction.atomic
def mistake_missed_medicine(*, missed: MissedMedicine, reason: str, by: Any) -> MissedMedicine:
    """Say that it was written down by mistake: it was taken, or was somebody else's. It stays, struck through, and counts no more."""
    require(policy.may_correct(by, missed))
    still_stands(missed)
    ended = amend("practice.missed-medicine-mistaken", missed, copy_of(missed), kind=Amendment.MISTAKE, reason=reason, by=by)
    uncross(row=missed, by=by)
    return ended
