"""What family, friends, advocates and professionals write themselves, on the pages that they have about a person."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Topic
from throughline.base.records import keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.people.models import Contact

from .. import policy
from ..models import Contribution, PrivateNote


@once
@transaction.atomic
def have_say(*, contact: Contact, said: Mapping[str, str], topic: str = Topic.PLANS, by: Any, written: Written = NOW) -> Contribution:
    """Keep what a contact writes before people meet or decide, as their own words: one row for each kind that has words, or none at all.

    said: words by ContributionKind. Answers the first row. Raises Invalid when nothing was written.
    """
    require(policy.may_have_say(by, contact))
    if there := already(Contribution, by=by, written=written):
        return there
    whose = {"person": contact.person, "contact": contact, "party": contact.kind, "beforehand": True, "topic": topic}
    rows = [Contribution(kind=kind, words=words.strip(), **whose) for kind, words in said.items() if words.strip()]
    if not rows:
        raise Invalid({"words": _("Write in one of the boxes at least.")})
    return keep("conversations.say-had", *rows, by=by, written=written)


@once
@transaction.atomic
def keep_private_note(*, contact: Contact, words: str, by: Any, written: Written = NOW) -> PrivateNote:
    """Keep what an advocate notes for the person alone. Whoever wrote it can open it again, and nobody else."""
    require(policy.may_keep_private_note(by, contact))
    if there := already(PrivateNote, by=by, written=written):
        return there
    note = PrivateNote(person=contact.person, contact=contact, words=words, topic=Topic.PLANS)
    return keep("conversations.private-note-kept", note, by=by, written=written)
