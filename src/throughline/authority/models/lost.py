"""Whether an authority still carries what rested on it: worked out by the database, for the tables that cite one."""

from datetime import datetime
from typing import Any

from django.db.models import Case, CharField, DateTimeField, Exists, ExpressionWrapper, F, OuterRef, Q, Value, When
from django.db.models.functions import TruncDate

from throughline.base import clock
from throughline.base.lives import TakenBack

from .authority import Authority, Proof

NOT_LOST = Value("", output_field=CharField())


def lost_authority(when: str, as_at: datetime | None = None) -> list[When]:
    """Cases for rows whose key is `authority`: the code of why it carries no more what it carried at `when`, a moment of theirs.

    It was entered by mistake, or all that was seen of it by then was. An ending is no such thing: what was decided before it stands.
    """
    moment = ExpressionWrapper(OuterRef(when), output_field=DateTimeField())
    day: Any = TruncDate(moment, tzinfo=clock.LONDON)
    of_papers = Q(authority__made_on__isnull=True) | Q(seen_on__gte=F("authority__made_on"))
    seen = Proof.objects.current(as_at).filter(of_papers, authority=OuterRef("authority"), seen_on__lte=day)
    mistaken = Q(authority__isnull=False) & Q(TakenBack("authority", Authority, as_at))
    return [
        When(mistaken, then=Value("authority-mistaken")),
        When(Q(authority__isnull=False) & ~Q(Exists(seen)), then=Value("authority-unproven")),
    ]


def first_of(*several: When) -> Case:
    """The first case that holds; empty when none does."""
    return Case(*several, default=NOT_LOST, output_field=CharField())
