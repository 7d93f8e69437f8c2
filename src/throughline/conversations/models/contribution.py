from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.choices import Party
from throughline.people.models import PersonRow

from ..choices import ContributionKind
from .conversation import Conversation


class Contribution(PersonRow):
    """What circle, advocate, professional or staff said: theirs, never the person's."""

    declared = CARE

    party = models.CharField(max_length=20, choices=[c for c in Party.choices if c[0] != Party.PERSON])
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=ContributionKind, default=ContributionKind.INFORMATION)
    words = Words()
    conversation = models.ForeignKey(Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    beforehand = models.BooleanField(default=False)  # gathered separately, before the conversation
    person_present = models.BooleanField(default=False)
    answered_for = models.BooleanField(default=False)  # spoke in the person's place

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="contribution_person")]
        constraints = [
            models.CheckConstraint(
                name="contribution_is_somebodys",
                condition=Q(party=Party.STAFF, staff__isnull=False, contact__isnull=True)
                | Q(party__in=[Party.CIRCLE, Party.ADVOCATE, Party.PROFESSIONAL], contact__isnull=False, staff__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.words
