"""What family, friends, advocates and professionals write before one question is decided."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import keep, once
from throughline.base.written import NOW, Written
from throughline.conversations import actions as conversations
from throughline.conversations.models import Contribution
from throughline.people.models import Contact

from .. import policy
from ..models import Question, SaidAbout


@once
@transaction.atomic
def have_say_on(*, question: Question, contact: Contact, said: Mapping[str, str], by: Any, written: Written = NOW) -> Contribution:
    """Keep what a contact writes before a question is decided, as their own words, for whoever decides it. Answers the first row.

    said: words by ContributionKind.
    """
    require(policy.may_have_say(by, contact))
    if contact.person_id != question.person_id:
        raise Invalid({"about": _("This question is on somebody else's record.")})
    first = conversations.have_say(contact=contact, said=said, topic=question.topic, by=by, written=written)
    if SaidAbout.objects.filter(contribution=first).exists():
        return first
    rows = Contribution.objects.filter(contact=contact, sequence=first.sequence)
    keep("decisions.say-had", *(SaidAbout(person=question.person, question=question, contribution=row) for row in rows), by=by)
    return first
