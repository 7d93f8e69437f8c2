from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.access import circle
from throughline.access.models import Grant
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Topic
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.people.models import Contact, Person

from .. import checking, law, policy
from ..choices import DisclosureBasis
from ..models import Disclosure


@once
@transaction.atomic
def disclose(
    *,
    person: Person,
    topics: Collection[str],
    what: str,
    purpose: str,
    contact: Contact | None = None,
    to_whom: str = "",
    at_review: bool = False,
    by: Any,
    written: Written = NOW,
) -> Disclosure:
    """Keep that something was told outside these pages. What covered it then is looked up; without cover it is kept, with what is wrong."""
    require(policy.may_disclose(by, person))
    if there := already(Disclosure, by=by, written=written):
        return there
    _check(person, contact, to_whom, topics)
    row = Disclosure(person=person, contact=contact, to_whom=to_whom.strip(), topics=sorted(topics), what=what, purpose=purpose)
    row.at_review, row.topic = at_review, Topic.PLANS
    row.faults, row.basis = _covered(row, written.occurred_at or clock.now())
    return keep("agreements.told-outside", row, by=by, written=written)


def _check(person: Person, contact: Contact | None, to_whom: str, topics: Collection[str]) -> None:
    if (contact is not None and contact.person_id != person.pk) or (contact is None and not to_whom.strip()):
        raise Invalid({"contact": _("Choose one of %(name)s's people, or write who it is.") % {"name": person.name}})
    checking.are_topics(topics)
    if not topics:
        raise Invalid({"topics": _("Say what it was about.")})


def _covered(row: Disclosure, moment: datetime) -> tuple[list[str], str]:
    """What is wrong with it, and on what it rested. Somebody who is no contact was given nothing."""
    if row.contact is None:
        shut = circle.is_shut_by_name(row.person_id, row.to_whom, moment)
        return list(law.disclosure_faults(levels=["no"], at_review=row.at_review, is_excluded=shut)), DisclosureBasis.NONE
    opened = circle.open_to([row.contact], moment)[row.contact.pk]
    shut = circle.is_shut_to(row.contact, row.topics, moment)
    levels = [opened.level(topic) for topic in row.topics]
    faults = list(law.disclosure_faults(levels=levels, at_review=row.at_review, is_excluded=shut))
    return faults, DisclosureBasis.NONE if faults else _basis(row, moment)


def _basis(row: Disclosure, moment: datetime) -> str:
    """The strongest footing of what covered it: a permission before the law, the law before an override."""
    bases = set(Grant.objects.live(moment).filter(contact=row.contact, topic__in=row.topics).values_list("basis", flat=True))
    return next((basis for basis in DisclosureBasis.values if basis in bases), DisclosureBasis.NONE)
