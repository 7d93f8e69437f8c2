from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line as LineField
from throughline.people.models import PersonPart

from ..choices import Days, Method
from .version import Version

MOST_GRACE = 720


class AgreedCheckIn(PersonPart):
    """That the person lets us know how it goes, by the method and at the time they chose; and what we do when nothing comes.

    A part of a version, so immutable. `grace`: minutes after its time from which it counts as missed.
    """

    declared = CARE

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="check_ins")
    position = models.PositiveSmallIntegerField()
    method = models.CharField(max_length=12, choices=Method)
    at = models.TimeField()
    days = models.CharField(max_length=10, choices=Days, default=Days.EVERY)
    grace = models.PositiveSmallIntegerField(default=30)
    if_missed = LineField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="check_in_in_order"),
            models.CheckConstraint(name="check_in_missed_the_same_day", condition=models.Q(grace__lte=MOST_GRACE)),
        ]

    def __str__(self) -> str:
        return f"{self.get_method_display()}, {self.at:%H:%M}"
