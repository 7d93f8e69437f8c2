from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line as LineField
from throughline.people.models import PersonPart

from ..choices import Every, Holder, Receipts
from .version import Version


class Allowance(PersonPart):
    """What some of the person's money is for, in a version of a money plan: how much and how often, in pounds, and who holds it."""

    declared = CARE

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="allowances")
    position = models.PositiveSmallIntegerField()
    purpose = LineField()
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    every = models.CharField(max_length=6, choices=Every)
    holder = models.CharField(max_length=12, choices=Holder, default=Holder.PERSON)
    # Up to how much the person decides without talking it over first. Above it they still decide. None: all of it.
    alone_up_to = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    receipts = models.CharField(max_length=12, choices=Receipts, default=Receipts.NONE)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="allowance_in_order"),
            models.CheckConstraint(name="allowance_is_something", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="allowance_alone_is_no_debt", condition=Q(alone_up_to__isnull=True) | Q(alone_up_to__gte=0)),
        ]

    def __str__(self) -> str:
        return self.purpose
