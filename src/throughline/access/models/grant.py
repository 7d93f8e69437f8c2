from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground, Topic, Words

from ..choices import GrantBasis, Level


class ForATime(models.QuerySet[Any]):
    """Rows that run from a moment until another, or on."""

    def live(self, moment: datetime) -> Self:
        """Those that run at a moment: from their first on, and no longer at their last."""
        return self.filter(Q(until_at__isnull=True) | Q(until_at__gt=moment), from_at__lte=moment)


class Grant(Ground):
    """A key of one contact to one topic about a person, for a time. Made and ended by what `agreements` keeps, never by hand.

    `despite_exclusion`: a court or another legal duty asks for it, so that it holds even for somebody who is not to be told.
    """

    declared = Declared(Keeping.MUTABLE, Privacy.CARE, Retention.CARE_RECORD, exchanged=False)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=20, choices=Topic)
    level = models.CharField(max_length=12, choices=Level)
    basis = models.CharField(max_length=12, choices=GrantBasis)
    despite_exclusion = models.BooleanField(default=False)
    because = Words(blank=True, default="")  # in words that the contact may read: on what condition, by which law
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()

    objects = ForATime.as_manager()

    class Meta:
        ordering = ["topic", "from_at"]
        indexes = [models.Index(fields=["person", "contact"], name="grant_contact")]
        constraints = [
            models.CheckConstraint(condition=~Q(level=Level.NO), name="grant_opens_something"),
            models.CheckConstraint(condition=Q(until_at__gte=F("from_at")), name="grant_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(despite_exclusion=False) | Q(basis=GrantBasis.OVERRIDE), name="only_an_override_beats_not_to_be_told"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.level} {self.topic}"


class Exclusion(Ground):
    """That somebody is not to be told, about some topics or, where none is named, about any. It beats every grant but one kind."""

    declared = Declared(Keeping.MUTABLE, Privacy.CARE, Retention.CARE_RECORD, exchanged=False)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True, default="")  # of somebody who is no contact
    topics = models.JSONField(default=list, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    objects = ForATime.as_manager()

    class Meta:
        ordering = ["from_at"]
        indexes = [models.Index(fields=["person"], name="exclusion_person")]
        constraints = [models.CheckConstraint(condition=Q(contact__isnull=False) | ~Q(name=""), name="exclusion_of_somebody")]

    def __str__(self) -> str:
        return f"{self.contact_id or self.name} is not to be told"
