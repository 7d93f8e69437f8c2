from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground

from ..roles import ROLE_CHOICES


class AssignmentQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> Self:
        """Assignments that run on a day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)

    def live(self, day: date, moment: datetime) -> Self:
        """Assignments that open something at a moment of a day: those with hours of their own only within these."""
        begun, going = Q(from_at__isnull=True) | Q(from_at__lte=moment), Q(until_at__isnull=True) | Q(until_at__gt=moment)
        return self.on(day).filter(begun & going)


class Assignment(Ground):
    """The dated period in which a user has a role: for one person, for one service, or for the whole provider.

    `from_at`, `until_at`: the hours within these days, where they are fewer: those of a pass.
    """

    declared = Declared(Keeping.MUTABLE, Privacy.STAFF, Retention.STAFF_RECORD)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=ROLE_CHOICES)
    service = models.ForeignKey("accounts.Service", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    from_at = models.DateTimeField(null=True, blank=True)
    until_at = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["from_on"]
        constraints = [
            models.CheckConstraint(condition=Q(service__isnull=True) | Q(person__isnull=True), name="assignment_to_one_thing"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on")), name="assignment_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=models.F("from_at")), name="assignment_hours_end_after_they_begin"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} is {self.role}"
