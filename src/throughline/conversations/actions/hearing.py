from typing import Any

from django.db import transaction

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.terms import gettext as _
from throughline.base.written import NOW, Written
from throughline.people.choices import Party
from throughline.people.models import Contact, Person

from .. import policy
from ..models import Attempt, Contribution
from ..standing import corrected, still_stands


@once
@transaction.atomic
def keep_contribution(
    *, person: Person, words: str, contact: Contact | None = None, staff: Any = None, by: Any, written: Written = NOW, **told: Any
) -> Contribution:
    """Keep what somebody in the circle, an advocate, a professional or a member of staff said. It is theirs, never the person's."""
    require(policy.may_keep_conversation(by, person))
    if there := already(Contribution, by=by, written=written):
        return there
    said = Contribution(person=person, words=words, **_whose(person, contact, staff), **told)
    return keep("conversations.contribution-kept", said, by=by, written=written)


def _whose(person: Person, contact: Contact | None, staff: Any) -> dict[str, Any]:
    """Whose words they are: one of the person's contacts, or one member of staff."""
    if (contact is None) == (staff is None):
        raise Invalid({"contact": _("Say whose words these are: one contact, or one member of %(staff)s.")})
    if contact is not None and contact.person_id != person.pk:
        names = {"contact": contact.name, "name": person.name}
        raise Invalid({"contact": _("%(contact)s is not among %(name)s's people. Add them first.") % names})
    return {"contact": contact, "staff": staff, "party": contact.kind if contact is not None else Party.STAFF.value}


@transaction.atomic
def correct_contribution(*, contribution: Contribution, reason: str, by: Any, written: Written = NOW, **told: Any) -> Contribution:
    """Correct how somebody's words were written down, and whose they are. The first words stay, struck through.

    told: the fields of Contribution; `contact` or `staff` when the words are somebody else's. `written.occurred_at` is when they were said.
    """
    require(policy.may_amend(by, contribution))
    still_stands(contribution)
    if told.keys() & {"contact", "staff"}:
        told |= _whose(contribution.person, told.get("contact"), told.get("staff"))
    said, when = corrected(contribution, told, written)
    return amend("conversations.contribution-corrected", contribution, said, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)


@transaction.atomic
def take_back_contribution(*, contribution: Contribution, kind: str, reason: str = "", by: Any, written: Written = NOW) -> Contribution:
    """Withdraw words for whoever said them, or mark them as entered by mistake. They stay in the record."""
    require(policy.may_amend(by, contribution))
    if kind not in (Amendment.WITHDRAWN, Amendment.MISTAKE):
        raise Invalid({"kind": _("Say whether they took it back, or it was written here by mistake.")})
    still_stands(contribution)
    ended, when = corrected(contribution, {}, written)
    return amend("conversations.contribution-taken-back", contribution, ended, kind=Amendment(kind), reason=reason, by=by, written=when)


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


@transaction.atomic
def correct_attempt(*, attempt: Attempt, reason: str, by: Any, written: Written = NOW, **told: Any) -> Attempt:
    """Correct how an attempt was written down. The first row stays. `written.occurred_at` is when it was."""
    require(policy.may_amend(by, attempt))
    still_stands(attempt)
    tried, when = corrected(attempt, told, written)
    return amend("conversations.attempt-corrected", attempt, tried, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)


@transaction.atomic
def take_back_attempt(*, attempt: Attempt, reason: str, by: Any, written: Written = NOW) -> Attempt:
    """Mark an attempt as entered by mistake. It stays in the record."""
    require(policy.may_amend(by, attempt))
    still_stands(attempt)
    ended, when = corrected(attempt, {}, written)
    return amend("conversations.attempt-taken-back", attempt, ended, kind=Amendment.MISTAKE, reason=reason, by=by, written=when)
