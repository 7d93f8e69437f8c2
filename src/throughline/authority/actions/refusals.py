from typing import Any

from django.db import transaction

from throughline.base.answers import require
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.standing import corrected, still_stands
from throughline.people.models import Contact, Person

from .. import policy
from ..checking import is_theirs
from ..models import AdvanceRefusal, RefusalAnswer, RefusalSent


@once
@transaction.atomic
def keep_refusal(*, person: Person, treatments: str, by: Any, written: Written = NOW, **told: Any) -> AdvanceRefusal:
    """Keep what the person said beforehand that they refuse. Nothing here says whether it is valid or applies."""
    require(policy.may_keep(by, person))
    if there := already(AdvanceRefusal, by=by, written=written):
        return there
    refusal = AdvanceRefusal(person=person, treatments=treatments, topic=Topic.HEALTH, **told)
    return keep("authority.refusal-kept", refusal, by=by, written=written)


@transaction.atomic
def withdraw_refusal(*, refusal: AdvanceRefusal, words: str, by: Any, written: Written = NOW) -> AdvanceRefusal:
    """Keep that the person took a refusal back, in their words. It stays in the record."""
    require(policy.may_keep(by, refusal.person))
    still_stands(refusal)
    ended, when = corrected(refusal, {}, written)
    return amend("authority.refusal-withdrawn", refusal, ended, kind=Amendment.WITHDRAWN, reason=words, by=by, written=when)


@once
@transaction.atomic
def send_refusal(
    *, refusal: AdvanceRefusal, to: str = "", contact: Contact | None = None, how: str = "", by: Any, written: Written = NOW
) -> RefusalSent:
    """Keep that a refusal was sent to a clinician, who alone can say what it means for a treatment."""
    require(policy.may_keep(by, refusal.person))
    if there := already(RefusalSent, by=by, written=written):
        return there
    still_stands(refusal)
    is_theirs("contact", contact, refusal.person)
    named = to or (str(contact) if contact is not None else "")
    sent = RefusalSent(person=refusal.person, refusal=refusal, to=named, contact=contact, how=how, topic=refusal.topic)
    return keep("authority.refusal-sent", sent, by=by, written=written)


@once
@transaction.atomic
def keep_answer(*, sent: RefusalSent, words: str, by: Any, written: Written = NOW) -> RefusalAnswer:
    """Keep what the clinician answered, in their words."""
    require(policy.may_keep(by, sent.person))
    if there := already(RefusalAnswer, by=by, written=written):
        return there
    answer = RefusalAnswer(person=sent.person, sent=sent, words=words, topic=sent.topic)
    return keep("authority.refusal-answered", answer, by=by, written=written)
