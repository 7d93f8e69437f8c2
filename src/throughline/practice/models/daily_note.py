from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.models import PersonRow


class DailyNote(PersonRow):
    """What a worker wrote freely about a person's day. `occurred_at` is when it happened."""

    declared = CARE

    day = models.DateField()
    text = Words()
    item = models.ForeignKey("plan.Item", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # the plan item it is about
    for_handover = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["person", "day"], name="daily_note_person_day")]

    def __str__(self) -> str:
        return self.text[:60]
