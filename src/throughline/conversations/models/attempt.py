from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.models import PersonRow

from ..choices import AttemptMethod, AttemptResult
from .conversation import Conversation


class Attempt(PersonRow):
    """A try to hear somebody who could not or would not speak, and what came of it."""

    declared = CARE

    method = models.CharField(max_length=20, choices=AttemptMethod)
    asked = Words()  # what we tried to ask
    seen = Words(blank=True, default="")  # what was observed
    result = models.CharField(max_length=20, choices=AttemptResult)
    try_again_on = models.DateField(null=True, blank=True)
    conversation = models.ForeignKey(Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="attempt_person")]

    def __str__(self) -> str:
        return f"{self.method}: {self.result}"
