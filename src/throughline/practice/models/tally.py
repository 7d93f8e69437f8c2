from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention

from ..choices import Result


class Tally(models.Model):
    """How many routine records a plan item has, by the day it happened, the day the server had it, and the result.

    Kept in the transaction that keeps the record; an undoing counts one less on the day it came. So the count as at
    the end of any past day is a sum over the days received up to it.
    """

    declared = Declared(Keeping.DERIVED, Privacy.CARE, Retention.CARE_RECORD, exchanged=False)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey("plan.Item", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    received_on = models.DateField()
    result = models.CharField(max_length=12, choices=Result)
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "day", "received_on", "result"], name="tally_once")]
        indexes = [models.Index(fields=["person", "day"], name="tally_person_day")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.day} {self.result}: {self.count}"
