from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line as LineField
from throughline.people.models import PersonPart

from ..counted import Counted, Measure
from ..law import MOST_DAYS
from .version import Version


class Threshold(PersonPart):
    """When staff step in more: so many of something within so many days, by when it happened, what to do then, and who to call.

    Its windows roll: any run of that many days counts, wherever it begins. A part of a version, so immutable.
    """

    declared = CARE

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="thresholds")
    position = models.PositiveSmallIntegerField()
    counts = models.CharField(max_length=20, choices=Counted)
    measure = models.CharField(max_length=8, choices=Measure, default=Measure.TIMES)
    at_least = models.PositiveSmallIntegerField()  # times, or minutes in all
    within_days = models.PositiveSmallIntegerField()
    do = LineField()
    call = LineField(blank=True, default="")  # "Ruth, then on call"

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="threshold_in_order"),
            models.CheckConstraint(
                name="threshold_counts_something", condition=Q(at_least__gte=1, within_days__gte=1, within_days__lte=MOST_DAYS)
            ),
        ]

    def __str__(self) -> str:
        return self.do

    @property
    def terms(self) -> tuple[object, ...]:
        """What makes it the same threshold in a later version of its item."""
        return (self.version.item_id, self.counts, self.measure, self.at_least, self.within_days)
