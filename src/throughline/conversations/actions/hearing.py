from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.people.choices import Party
from throughline.people.models import Contact, Person

from .. import policy
from ..models import Attempt, Contribution


@once
@transaction.atomic
def keep_contribution(
    *, person: Person, words: str, contact: Contact | None = None, staff: Any = None, by: Any, written: Written = NOW, **told: Any
) -> Contribution:
    """Keep what somebody in the circle, an advocate, a professional or a member of staff said. It is theirs, never the person's."""
    require(policy.may_keep_conversation(by, person))
    if there := already(Contribution, by=by, written=written):
        return there
    if (contact is None) == (staff is None):
        raise Invalid({"contact": _("Say whose words these are: one contact, or one member of staff.")})
    if contact is not None and contact.person_id != person.pk:
        names = {"contact": contact.name, "person": person.name}
        raise Invalid({"contact": _("%(contact)s is not among %(person)s's people. Add them first.") % names})
    party = contact.kind if contact is not None else Party.STAFF.value
    return keep(
        "conversations.contribution-kept",
        Contribution(person=person, party=party, contact=contact, staff=staff, words=words, **told),
        by=by,
        written=written,
    )


@once
@transaction.atomic
def keep_attempt(*, person: Person, method: str, asked: str, result: str, by: Any, written: Written = NOW, **told: Any) -> Attempt:
    """Keep a try to hear somebody who could not or would not speak."""
    require(policy.may_keep_conversation(by, person))
    if there := already(Attempt, by=by, written=written):
        return there
    return keep(
        "conversations.attempt-kept", Attempt(person=person, method=method, asked=asked, result=result, **told), by=by, written=written
    )
