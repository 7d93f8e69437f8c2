"""What keeps a decision that was valid from taking effect since: worked out by the database, never written into it."""

from datetime import datetime
from typing import Self

from django.db.models import Case, Q, Value, When

from throughline.authority.models.lost import first_of, lost_authority
from throughline.base.lives import TakenBack
from throughline.people.models import PersonRowQuerySet

from ..choices import Basis, Standing
from .assessment import CapacityAssessment

BY_ASSESSMENT = (Basis.BEST_INTERESTS.value, Basis.ATTORNEY.value)
BY_AUTHORITY = (Basis.ATTORNEY.value, Basis.COURT.value)


def lost(as_at: datetime | None = None) -> Case:
    """The code of the law for what a decision rested on and has lost, as the server knew at a moment; empty when it has lost nothing."""
    assessed = Q(basis__in=BY_ASSESSMENT, assessment__isnull=False)
    mistaken = When(assessed & Q(TakenBack("assessment", CapacityAssessment, as_at)), then=Value("assessment-mistaken"))
    authority = [When(Q(basis__in=BY_AUTHORITY) & each.condition, then=each.result) for each in lost_authority("occurred_at", as_at)]
    return first_of(mistaken, *authority)


class DecisionQuerySet(PersonRowQuerySet):
    """Decisions, and whether what they rest on still carries them."""

    def with_lost(self, as_at: datetime | None = None) -> Self:
        """Each with `lost`: why it takes effect no more, though it was valid."""
        return self.annotate(lost=lost(as_at))

    def gone(self, as_at: datetime | None = None) -> Self:
        """Those that carry nothing any more: they were taken back, or what they rest on was."""
        return self.with_lost(as_at).filter(~Q(lost="") | Q(TakenBack("pk", self.model, as_at)))

    def in_effect(self, as_at: datetime | None = None) -> Self:
        """Those that stand, are valid and have lost nothing on which they rest."""
        return self.current(as_at).filter(standing=Standing.VALID).with_lost(as_at).filter(lost="")
