"""Write down an incident: what was seen apart from what somebody thinks, and the person's own words as a voice of theirs."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.agreements.said import JustSaid
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import corrected, still_stands
from throughline.people.choices import Area
from throughline.people.models import Person

from .. import law, policy
from ..choices import AREA_OF_INCIDENT, IncidentKind
from ..models import Incident
from .crossings import counted_anew, cross, uncross
from .heard import hear_about


@once
@transaction.atomic
def keep_incident(
    *,
    person: Person,
    kind: str,
    seen: str,
    done: str,
    area: str = "",
    said: JustSaid | Voice | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> Incident:
    """Keep an incident. `written.occurred_at` is when it was. Every part that somebody has in its area is up to be looked at again.

    area: the part of life; that of its kind, unless said. said: what the person says about it, or a voice that is there.
    """
    require(policy.may_keep(by, person))
    if there := already(Incident, by=by, written=written):
        return there
    row = Incident(person=person, kind=kind, area=area or _area_of(kind), seen=seen, done=done, topic=Topic.INCIDENTS, **told)
    _check(row)
    row.voice = hear_about(row=row, said=said, by=by, written=written)
    keep("practice.incident-kept", row, by=by, written=written)
    cross(row=row, by=by)
    return row


def _area_of(kind: str) -> str:
    if kind not in IncidentKind.values:
        raise Invalid({"kind": _("Say what it was.")})
    return AREA_OF_INCIDENT[IncidentKind(kind)].value


def _check(row: Incident) -> None:
    if row.area not in Area.values:
        raise Invalid({"area": _("Choose a part of life from the list.")})
    told = {"kind": row.kind, "injuries": row.injuries, "restriction_used": row.restriction_used}
    if missing := law.incident_incomplete(restriction_words=row.restriction_words, **told):
        raise Invalid.by_law(missing)


@transaction.atomic
def correct_incident(*, incident: Incident, reason: str, by: Any, written: Written = NOW, **told: Any) -> Incident:
    """Say it better, with a reason; the first words stay, struck through."""
    require(policy.may_correct(by, incident))
    still_stands(incident)
    new, when = corrected(incident, told, written)
    _check(new)
    amend("practice.incident-corrected", incident, new, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)
    return counted_anew(before=incident, now=new, by=by)


@transaction.atomic
def mistake_incident(*, incident: Incident, reason: str, by: Any) -> Incident:
    """Say that an incident was written down by mistake. It stays, struck through, and puts nothing up to be looked at."""
    require(policy.may_correct(by, incident))
    still_stands(incident)
    ended = amend("practice.incident-mistaken", incident, copy_of(incident), kind=Amendment.MISTAKE, reason=reason, by=by)
    uncross(row=incident, by=by)
    return ended
