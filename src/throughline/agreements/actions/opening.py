"""Sight that rests on no permission: what the law gives, and what is shared for a reason and a time. Each has its own grants."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from throughline.access import actions as access
from throughline.access import circle
from throughline.access.choices import GrantBasis, Level
from throughline.authority.models import Advocacy, Authority
from throughline.authority.queries import as_held
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.standing import still_stands
from throughline.decisions.choices import Standing
from throughline.decisions.models import CapacityAssessment
from throughline.decisions.proposing import lasts_until
from throughline.people.choices import ContactKind
from throughline.people.models import Contact

from .. import checking, law, policy, queries
from ..models import Opening, Override, StatutoryAccess


@once
@transaction.atomic
def open_by_law(
    *,
    contact: Contact,
    kind: str,
    topics: Collection[str],
    because: str,
    until: date | None,
    authority: Authority | None = None,
    advocacy: Advocacy | None = None,
    assessment: CapacityAssessment | None = None,
    by: Any,
    written: Written = NOW,
) -> StatutoryAccess:
    """Keep that the law gives a contact sight of some topics. Where nothing shows that it does, it is kept and opens nothing.

    assessment: for an attorney or deputy, that the person cannot decide the question for which they need it. What it opens ends with it.
    """
    require(policy.may_keep_sharing(by, contact.person))
    if there := already(StatutoryAccess, by=by, written=written):
        return there
    last = _checked(contact, topics, because, until, law.STATUTORY_LASTS)
    for rests in (authority, advocacy, assessment):
        checking.same_person("authority", rests, contact.person)
    rests_on = {"authority": authority, "advocacy": advocacy, "assessment": assessment}
    row = StatutoryAccess(person=contact.person, contact=contact, kind=kind, topic=Topic.PLANS, **rests_on)
    row.topics, row.because, row.until = sorted(topics), because, _no_longer_than(last, authority, assessment)
    row.faults = list(law.statutory_faults(_proposed(row)))
    return _keep("agreements.opened-by-law", row, "statutory", by, written)


def _proposed(row: StatutoryAccess) -> law.Statutory:
    """Sight that the law gives as plain values, for the law."""
    return law.Statutory(
        kind=row.kind,
        topics=frozenset(row.topics),
        on=clock.today(),
        is_family=row.contact.kind == ContactKind.CIRCLE,
        is_professional=row.contact.kind == ContactKind.PROFESSIONAL,
        is_holder=row.authority is not None and row.authority.holders.filter(contact=row.contact, replacement=False).exists(),
        held=as_held(row.authority, clock.today()),
        asked=queries.asked_about(row.assessment),
        kind_of_advocate=queries.kind_of_advocate(row.advocacy, row.contact),
        is_excluded=circle.is_shut_to(row.contact, row.topics),
    )


@once
@transaction.atomic
def open_without_permission(
    *,
    contact: Contact,
    kind: str,
    topics: Collection[str],
    because: str,
    until: date | None,
    person_told: str = "",
    by: Any,
    written: Written = NOW,
) -> Override:
    """Share some topics with a contact without permission, for a reason and four weeks at most. Managers see every one of these."""
    require(policy.may_override(by, contact.person))
    if there := already(Override, by=by, written=written):
        return there
    last = _checked(contact, topics, because, until, law.OVERRIDE_LASTS)
    row = Override(person=contact.person, contact=contact, kind=kind, person_told=person_told, topic=Topic.SAFEGUARDING)
    row.topics, row.because, row.until = sorted(topics), because, last
    shut = circle.is_shut_to(contact, topics)
    row.faults = list(law.override_faults(kind=kind, on=clock.today(), until=row.until, is_excluded=shut))
    return _keep("agreements.shared-without-permission", row, "override", by, written)


def _checked(contact: Contact, topics: Collection[str], because: str, until: date | None, most: timedelta) -> date:
    """The last day; raises Invalid with what is still to be written."""
    checking.is_theirs(contact, contact.person)
    checking.are_topics(topics)
    if missing := law.for_a_time(topics=topics, because=because, until=until, today=clock.today(), most=most):
        raise Invalid.by_law(missing)
    return until or clock.today()


def _no_longer_than(until: date, authority: Authority | None, assessment: CapacityAssessment | None) -> date:
    """What an authority opens ends with it, and with the assessment on which it is used; on the day it was written at the earliest."""
    ends = [authority.expires_on] if authority is not None and authority.expires_on else []
    ends += [max(lasts_until(assessment), clock.today())] if assessment is not None else []
    return min([until, *ends])


def _keep(verb: str, row: Any, name: str, by: Any, written: Written) -> Any:
    """Keep it, with a grant a topic when it is lawful."""
    row.standing = Standing.NOT_VALID if row.faults else Standing.VALID
    grants = [] if row.faults else [_grant(row, topic, name, by) for topic in row.topics]
    return keep(verb, row, *(Opening(person=row.person, grant=grant, **{name: row}) for grant in grants), by=by, written=written)


def _grant(row: Any, topic: str, name: str, by: Any) -> Any:
    until_at = clock.start_of(row.until + timedelta(days=1))
    despite = name == GrantBasis.OVERRIDE and row.kind in law.DESPITE_EXCLUSION
    because = "" if name == GrantBasis.OVERRIDE else row.because
    opened: dict[str, Any] = {"topic": topic, "level": Level.MAY_SEE, "basis": name, "because": because, "until_at": until_at}
    return access.grant(contact=row.contact, despite_exclusion=despite, by=by, **opened)


@transaction.atomic
def end_statutory(*, row: StatutoryAccess, reason: str, by: Any) -> StatutoryAccess:
    """The law gives it no more, before the day that was written: an authority ended, an advocate's work is done."""
    require(policy.may_keep_sharing(by, row.person))
    return _end("agreements.by-law-no-more", row, queries.grants_of(statutory=row), reason, by)


@transaction.atomic
def end_override(*, row: Override, reason: str, by: Any) -> Override:
    """What is shared without permission is needed no longer."""
    require(policy.may_override(by, row.person))
    return _end("agreements.shared-no-more", row, queries.grants_of(override=row), reason, by)


def _end(verb: str, row: Any, grants: Collection[Any], reason: str, by: Any) -> Any:
    """A later row that ends today, and the grants closed now."""
    still_stands(row)
    for grant in grants:
        access.end_grant(grant=grant, by=by)
    later = copy_of(row)
    later.until = min(row.until, clock.today())
    return amend(verb, row, later, kind=Amendment.CORRECTED, reason=reason, by=by)
