from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line
from throughline.people.models import PersonRow

from ..choices import ToldReaction
from .decision import Decision


class Telling(PersonRow):
    """That the person was told of a decision: when (`occurred_at`), how, by whom (the author), and how they took it."""

    declared = CARE

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    how = Line()  # "photos and a talk"
    shown_back = models.BooleanField(default=False)  # the person said or showed it back
    reaction = models.CharField(max_length=10, choices=ToldReaction)
    reaction_words = Line(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="telling_person")]

    def __str__(self) -> str:
        return f"{self.decision_id} told"
