from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonRow

from ..choices import ResponseState, RightForThem


class Response(PersonRow):
    """What we did about something the person said. A later row about the same voice replaces the state; all stay in the record.

    State, told and checked are three things: answered means that the person was told, closed that somebody checked that it was right.
    """

    declared = CARE

    voice = models.ForeignKey("conversations.Voice", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ResponseState)
    what = Words()  # what we do, did, or could not do and why
    by_day = models.DateField(null=True, blank=True)  # by when, while waiting or doing
    item = models.ForeignKey("plan.Item", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # the plan item that changed

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="response_person")]
        constraints = [
            models.CheckConstraint(name="waiting_says_by_when", condition=~Q(state=ResponseState.WAITING) | Q(by_day__isnull=False))
        ]

    def __str__(self) -> str:
        return f"{self.voice_id} {self.state}"


class Told(PersonRow):
    """That the person was told what we did: `occurred_at` is when, the author told them."""

    declared = CARE

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="+")
    how = Line()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="told_person")]

    def __str__(self) -> str:
        return f"{self.response_id} told"


class Check(PersonRow):
    """That somebody asked the person whether it was right; the answer in their own words is a voice."""

    declared = CARE

    response = models.ForeignKey(Response, on_delete=models.PROTECT, related_name="+")
    right = models.CharField(max_length=8, choices=RightForThem)
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    what_next = Line(blank=True, default="")  # "Dan is helping Jo ask again"

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="check_person")]

    def __str__(self) -> str:
        return f"{self.response_id} {self.right}"
