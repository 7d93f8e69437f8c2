from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.conversations.choices import HowHelped, HowTold
from throughline.people.models import PersonRow

# A guess is no answer, whoever makes it: what somebody thinks that they saw belongs into a note.
OWN_WAYS = [(each.value, each.label) for each in HowTold if each in HowTold.own_words()]


class ScaleAnswer(PersonRow):
    """Which answer the person gave on their own scale, how they told us, and who helped. Nobody answers for them."""

    declared = CARE

    item = models.ForeignKey("plan.Item", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("plan.Version", on_delete=models.PROTECT, related_name="+")
    answer = models.ForeignKey("plan.Line", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    how_told = models.CharField(max_length=20, choices=OWN_WAYS)
    how_helped = models.CharField(max_length=20, choices=HowHelped, default=HowHelped.ALONE)
    helper_contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    helper_staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "day"], name="scale_answer_person_day")]
        constraints = [
            models.CheckConstraint(name="scale_answer_is_their_own", condition=Q(how_told__in=sorted(HowTold.own_words()))),
        ]

    def __str__(self) -> str:
        return str(self.answer)
