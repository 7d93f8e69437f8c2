from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.access import actions as access
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import still_stands
from throughline.people.models import Contact, Person

from .. import checking, policy, queries
from ..models import Closing, NotToBeTold
from ..said import JustSaid
from .said import hear


@once
@transaction.atomic
def keep_from_being_told(
    *,
    person: Person,
    contact: Contact | None = None,
    name: str = "",
    topics: Collection[str] = (),
    said: JustSaid | Voice | None = None,
    words: str = "",
    by: Any,
    written: Written = NOW,
) -> NotToBeTold:
    """Keep that somebody is not to be told, about some topics or about any. It works on the next request, whatever was open.

    words: where it does not come from the person, from whom and why. The row itself is shared with nobody by topic.
    """
    require(policy.may_close(by, person))
    if there := already(NotToBeTold, by=by, written=written):
        return there
    if contact is not None and contact.person_id != person.pk or (contact is None and not name.strip()):
        raise Invalid({"contact": _("Choose one of %(name)s's people, or write who it is.") % {"name": person.name}})
    voice = hear(person=person, said=said, topic=Topic.SAFEGUARDING, by=by, written=written)
    if voice is None and not words.strip():
        raise Invalid({"words": _("Write what %(name)s said or showed.") % {"name": person.name}})
    checking.same_person("said", voice, person)
    shut = access.exclude(person=person, contact=contact, name=name, topics=topics, by=by)
    row = NotToBeTold(
        person=person, contact=contact, name=shut.name, topics=shut.topics, voice=voice, words=words, topic=Topic.SAFEGUARDING
    )
    closing = Closing(person=person, exclusion=shut, not_to_be_told=row)
    return keep("agreements.not-to-be-told", row, closing, by=by, written=written)


@transaction.atomic
def may_be_told_again(*, row: NotToBeTold, reason: str, by: Any) -> NotToBeTold:
    """The person changed their mind. What had been opened to them holds again, where it still runs."""
    require(policy.may_keep_sharing(by, row.person))
    still_stands(row)
    if not reason.strip():
        raise Invalid({"reason": _("Write what %(name)s said or showed.") % {"name": row.person.name}})
    for shut in queries.exclusions_of(row):
        access.end_exclusion(exclusion=shut, by=by)
    return amend("agreements.may-be-told", row, copy_of(row), kind=Amendment.WITHDRAWN, reason=reason, by=by)
