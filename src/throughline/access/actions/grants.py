"""Keys by topic. Only what `agreements` keeps makes and ends them, so that behind each stands who gave it and on what footing."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Topic
from throughline.base.records import change, keep
from throughline.people.models import Contact, Person

from .. import policy
from ..choices import GrantBasis
from ..models import Exclusion, Grant


@transaction.atomic
def grant(
    *,
    contact: Contact,
    topic: str,
    level: str,
    basis: str,
    because: str = "",
    until_at: datetime,
    from_at: datetime | None = None,
    despite_exclusion: bool = False,
    by: Any,
) -> Grant:
    """Open one topic to a contact, for a time."""
    ask = policy.may_override if basis == GrantBasis.OVERRIDE else policy.may_keep_sharing
    require(ask(by, contact.person))
    from_at = from_at or clock.now()
    if until_at <= from_at:
        raise Invalid({"until": _("This is before it begins. Choose a later day.")})
    opened = Grant(person=contact.person, contact=contact, topic=topic, level=level, basis=basis, because=because)
    opened.from_at, opened.until_at, opened.despite_exclusion = from_at, until_at, despite_exclusion
    return keep("access.topic-opened", opened, by=by)


@transaction.atomic
def end_grant(*, grant: Grant, by: Any) -> Grant:
    """Close a topic again, from the next request on. A grant that is over stays as it was; one that is still to begin never does."""
    require(policy.may_close(by, grant.person))
    if grant.until_at <= clock.now():
        return grant
    return change("access.topic-closed", grant, by=by, from_at=min(grant.from_at, clock.now()), until_at=clock.now())


@transaction.atomic
def exclude(
    *,
    person: Person,
    contact: Contact | None = None,
    name: str = "",
    topics: Collection[str] = (),
    until_at: datetime | None = None,
    by: Any,
) -> Exclusion:
    """Somebody is not to be told, about some topics or about any: from the next request on, whatever had been opened to them."""
    require(policy.may_close(by, person))
    if not set(topics) <= set(Topic.values):
        raise Invalid({"topics": _("Choose from the topics of the list.")})
    listed = sorted(topics) if set(topics) < set(Topic.values) else []
    shut = Exclusion(person=person, contact=contact, name=name.strip(), topics=listed, from_at=clock.now(), until_at=until_at)
    return keep("access.not-to-be-told", shut, by=by)


@transaction.atomic
def end_exclusion(*, exclusion: Exclusion, by: Any) -> Exclusion:
    """The person changed their mind. What had been opened to somebody holds again, where it still runs."""
    require(policy.may_keep_sharing(by, exclusion.person))
    return change("access.may-be-told", exclusion, by=by, until_at=clock.now())
