from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.models import PersonRow

from ..choices import Feeling, Result, WhyNot


class RoutineRecord(PersonRow):
    """One result against one step of a published routine on one day. Two workers' records of the same step are two rows."""

    declared = CARE

    item = models.ForeignKey("plan.Item", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("plan.Version", on_delete=models.PROTECT, related_name="+")
    step = models.ForeignKey("plan.Step", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()  # the day it belongs to, in England and Wales
    result = models.CharField(max_length=12, choices=Result)
    why_not = models.CharField(max_length=12, choices=WhyNot, blank=True, default=WhyNot.NONE)
    note = Words(blank=True, default="")  # what the worker saw, or what was done instead
    feeling = models.CharField(max_length=8, choices=Feeling, blank=True, default=Feeling.NONE)
    voice = models.ForeignKey(
        "conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # the person's words about it

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="routine_record_person_day"),
            models.Index(fields=["item", "day"], name="routine_record_item_day"),
            # few records have the person's words beside them; a thread finds those without walking the history
            models.Index(fields=["item", "day"], condition=models.Q(voice__isnull=False), name="routine_record_with_words"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.day} {self.result}"
