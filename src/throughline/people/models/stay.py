from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground

from .person import Person


class StayQuerySet(models.QuerySet):
    def on(self, day: date) -> Self:
        """Stays that run on a day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)


class Stay(Ground):
    """The dated period in which a service supports a person."""

    declared = Declared(Keeping.MUTABLE, Privacy.CARE, Retention.CARE_RECORD)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stays")
    service = models.ForeignKey("accounts.Service", on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = StayQuerySet.as_manager()

    class Meta:
        ordering = ["from_on"]
        indexes = [models.Index(fields=["service", "person"], name="stay_service_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on")), name="stay_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} from {self.from_on}"
