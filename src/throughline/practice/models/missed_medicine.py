from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.models import PersonRow

from ..choices import WhyMissed


class MissedMedicine(PersonRow):
    """That medicine was not taken when it was due: a fact, in words. `occurred_at` is when it was due.

    What was given is recorded elsewhere: this is no administration record.
    """

    declared = CARE

    what = Words()  # "The evening tablet"
    why = models.CharField(max_length=12, choices=WhyMissed)
    why_words = Words(blank=True, default="")
    told = Words(blank=True, default="")  # who was told, and when
    advised = Words(blank=True, default="")  # what they said to do
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "sequence"], name="missed_medicine_person"),
            models.Index(fields=["person", "occurred_at"], name="missed_medicine_when"),
        ]

    def __str__(self) -> str:
        return self.what
