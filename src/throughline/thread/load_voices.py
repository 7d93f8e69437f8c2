"""The voices of one thread: those on which it rests, and those that came after, corrected words in place of the first."""

from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q

from throughline.base.models import Amendment
from throughline.conversations.models import Voice
from throughline.decisions.models import Consideration, Decision
from throughline.people.sight import Sight
from throughline.plan.models import Because, Version
from throughline.practice.models import RoutineRecord
from throughline.reviews.models import Check, Perspective, Review

from . import as_facts
from .facts import Said

RELATED = ("author", "thought_by", "sound")
LATEST = 5


def voices_of(
    sight: Sight, item: Any, version: Version | None, decision: Decision | None, as_at: datetime | None
) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """Voices on which a version or its decision rests, and what the person said later of how it turned out. One statement.

    Those that were corrected come with their last words under the first one's address.
    """
    because = Because.objects.filter(version=version.pk if version else None).values("voice")
    weighed = Consideration.objects.filter(decision=decision.pk if decision else None, voice__isnull=False).values("voice")
    first = Q(pk__in=because) | Q(pk__in=weighed)
    later = _later(item, as_at)
    wanted = first | Q(amends__in=because) | Q(amends__in=weighed) | later
    rows = (
        Voice.objects.visible_to(sight)
        .had_by(as_at)
        .filter(wanted)
        .annotate(is_first=ExpressionWrapper(first, BooleanField()), is_later=ExpressionWrapper(later, BooleanField()))
    )
    rows = list(rows.select_related(*RELATED).order_by("occurred_at", "sequence"))
    since = [row for row in rows if row.is_later and row.amendment not in Amendment.ends()][-LATEST:]
    return _with_amendments(rows), tuple(as_facts.said(row) for row in since)


def _later(item: Any, as_at: datetime | None) -> Q:
    """In checks, in reviews and beside records."""
    reviews = Review.objects.current(as_at).filter(item=item.pk).values("pk")
    checked = Check.objects.current(as_at).filter(response__item=item.pk, voice__isnull=False).values("voice")
    reviewed = Perspective.objects.filter(review__in=reviews, voice__isnull=False).values("voice")
    beside = RoutineRecord.objects.current(as_at).filter(item=item.pk, voice__isnull=False).order_by("-day").values("voice")[:LATEST]
    return Q(pk__in=checked) | Q(pk__in=reviewed) | Q(pk__in=beside)


def _with_amendments(rows: list[Any]) -> tuple[Said, ...]:
    """The first words as they stand now; a row cited after it was corrected stands for itself."""
    amendments = {row.amends_id: row for row in rows if row.amends_id is not None}
    first = [row for row in rows if row.is_first and row.amendment not in Amendment.ends()]
    return tuple(_as_it_stands(row, amendments.get(row.pk)) for row in first)


def _as_it_stands(voice: Voice, amendment: Voice | None) -> Said:
    """The first words, or the corrected ones under the first one's address; what was taken back says so and shows nothing."""
    if amendment is None:
        return as_facts.said(voice)
    if amendment.amendment == Amendment.CORRECTED:
        return as_facts.said(amendment, voice_id=voice.pk, corrected=True)
    return as_facts.said(voice, taken_back=True)
