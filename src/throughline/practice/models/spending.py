from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonRow

from ..choices_daily import WhoChose


class Spending(PersonRow):
    """Money of the person's that was spent, in pounds. More than was agreed is kept like any other: what happened is always recordable."""

    declared = CARE

    item = models.ForeignKey("plan.Item", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # the money plan
    allowance = models.ForeignKey("plan.Allowance", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # for what in it
    day = models.DateField()
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    what = Line()
    who_chose = models.CharField(max_length=12, choices=WhoChose)
    left = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)  # what was counted after it
    why_more = Words(blank=True, default="")  # why it was more than agreed
    receipt = models.ForeignKey("people.File", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "day"], name="spending_person_day")]
        constraints = [
            models.CheckConstraint(name="spending_is_something", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="spending_left_is_no_debt", condition=Q(left__isnull=True) | Q(left__gte=0)),
        ]

    def __str__(self) -> str:
        return f"£{self.amount} {self.what}"
