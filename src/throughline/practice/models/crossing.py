from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from throughline.base.declared import CARE
from throughline.people.models import PersonPart, PersonRow


class CrossingQuerySet(models.QuerySet["Crossing"]):
    def unsettled(self, as_at: datetime | None = None) -> Self:
        """Those that no review cites yet."""
        settled = CrossingSettled.objects.current(as_at).filter(crossing=OuterRef("pk"))
        rows = self if as_at is None else self.filter(opened_at__lte=as_at)
        return rows.filter(~Exists(settled))


class Crossing(PersonPart):
    """That a threshold was crossed: it follows from what was recorded, so nobody is its author. It stays, whatever is taken back later.

    Whether it still stands is worked out from the records around `happened_at` (`practice.crossing`). Open until a review cites it.
    """

    declared = CARE

    threshold = models.ForeignKey("plan.Threshold", on_delete=models.PROTECT, related_name="+")
    happened_at = models.DateTimeField()  # when that happened which crossed it
    opened_at = models.DateTimeField()  # when the server had it

    objects = CrossingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "opened_at"], name="crossing_person")]

    def __str__(self) -> str:
        return f"{self.threshold_id} crossed {self.happened_at}"


class CrossingSettled(PersonRow):
    """That people looked again at why a threshold was crossed. The review that did cites the crossing."""

    declared = CARE

    crossing = models.ForeignKey(Crossing, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "sequence"], name="crossing_settled_person"),
            models.Index(fields=["crossing"], name="crossing_settled_of"),
        ]

    def __str__(self) -> str:
        return f"{self.crossing_id} looked at"
