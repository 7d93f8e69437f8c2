from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.choices import Area
from throughline.people.models import PersonRow

from ..choices import IncidentKind


class Incident(PersonRow):
    """Something that should not have happened. `occurred_at` is when. What was seen and what somebody thinks never share a field.

    Nobody is told by it; whoever takes part in that part of the person's life is looked at again.
    """

    declared = CARE

    kind = models.CharField(max_length=16, choices=IncidentKind)
    area = models.CharField(max_length=20, choices=Area)
    place = Line(blank=True, default="")
    seen = Words()
    thought = Words(blank=True, default="")  # what the author thinks it means, or why it came to it
    injuries = Words(blank=True, default="")  # who was hurt, and how
    done = Words()  # at once
    restriction_used = models.BooleanField(default=False)
    restriction_words = Words(blank=True, default="")  # what was held, locked or taken, by whom, for how long
    told = Words(blank=True, default="")  # who was told, and when
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "sequence"], name="incident_person"),
            models.Index(fields=["person", "occurred_at"], name="incident_person_when"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.seen}"
