"""What some people said, for whoever comes next: since the last handover, and what still waits for an answer.

Only what is for the team. Each is one query, however many people there are.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from throughline.base.models.recorded import Audience
from throughline.conversations.choices import Wish
from throughline.conversations.models import Voice
from throughline.decisions.models import Decision, Question

from .choices import ResponseState
from .models import Response
from .queries import with_decision

RELATED = ("author", "sound", "thought_by", "told_by_contact", "told_by_staff")


def _said(people: Collection[UUID]) -> QuerySet[Voice]:
    return Voice.objects.current().filter(person__in=people, audience=Audience.TEAM).select_related(*RELATED)


def said_since(people: Collection[UUID], since: datetime) -> list[Voice]:
    """What the server had of them since then, the newest said first."""
    return list(_said(people).filter(received_at__gt=since).order_by("-occurred_at"))


def unanswered(people: Collection[UUID]) -> list[Voice]:
    """What asks for an answer and has none: nobody answered, or the answer is that it waits; what waits longest first."""
    answered = Response.objects.current().filter(voice=OuterRef("pk")).exclude(state=ResponseState.WAITING)
    rows = _said(people).filter(~Exists(answered), wish__in=Wish.awaits_answer())
    return [each for each in with_decision(rows, None).order_by("occurred_at") if each.decided_id is None]  # type: ignore[attr-defined]


def undecided_of(people: Collection[UUID]) -> list[Question]:
    """Questions about which nothing is decided that takes effect, what waits longest first."""
    valid = Decision.objects.in_effect().filter(question=OuterRef("pk"))
    rows = Question.objects.current().filter(~Exists(valid), person__in=people, audience=Audience.TEAM)
    return list(rows.order_by("occurred_at"))
