from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonRow

from ..choices import ConcernStep, ConsentTo, TellingOf

FOR_THE_MANAGER = Q(audience="manager", topic="safeguarding")


class SafeguardingConcern(PersonRow):
    """Somebody on shift thinks that the person is or may be harmed. For the manager alone; `occurred_at` is when it became known."""

    declared = CARE

    concern = Words()  # what was seen, heard or told
    safe_now = Words()  # who is safe now, and what was done
    wants = Words(blank=True, default="")  # what the person wants to happen, in their words
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wants_because = Words(blank=True, default="")  # why the person could not be asked yet
    telling = models.CharField(max_length=10, choices=TellingOf, default=TellingOf.NOT_YET)
    telling_because = Words(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="concern_person")]
        constraints = [models.CheckConstraint(name="concern_is_for_the_manager", condition=FOR_THE_MANAGER)]

    def __str__(self) -> str:
        return self.concern


class SafeguardingStep(PersonRow):
    """What was done about a concern. `occurred_at` is when."""

    declared = CARE

    concern = models.ForeignKey(SafeguardingConcern, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=ConcernStep)
    to = Line(blank=True, default="")  # where it was referred
    words = Words(blank=True, default="")
    rationale = Words(blank=True, default="")
    consent = models.CharField(max_length=10, choices=ConsentTo, blank=True, default="")  # asked for; the duty does not wait for it
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="concern_step_person")]
        constraints = [models.CheckConstraint(name="concern_step_is_for_the_manager", condition=FOR_THE_MANAGER)]

    def __str__(self) -> str:
        return self.kind
