from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonRow

from ..choices import Feeling
from ..choices_daily import Chosen, Going


class Activity(PersonRow):
    """Something that the person went to, or did not: whose choice it was, and how it was for them."""

    declared = CARE

    item = models.ForeignKey(
        "plan.Item", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # what in the plan it is part of
    day = models.DateField()
    what = Line()
    place = Line(blank=True, default="")
    with_whom = Line(blank=True, default="")
    chosen = models.CharField(max_length=12, choices=Chosen)
    going = models.CharField(max_length=12, choices=Going)
    why = Words(blank=True, default="")  # why they left or did not go, as the worker knows it; their own reason is their words
    feeling = models.CharField(max_length=8, choices=Feeling, blank=True, default=Feeling.NONE)
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "day"], name="activity_person_day")]

    def __str__(self) -> str:
        return self.what
