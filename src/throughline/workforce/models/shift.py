from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground


class ShiftQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Those that were not called off."""
        return self.filter(called_off_at=None)

    def between(self, begins: datetime, ends: datetime) -> Self:
        """Standing shifts that run at any moment between two."""
        return self.standing().filter(from_at__lt=ends, until_at__gt=begins)


class Shift(Ground):
    """That a member of staff is at a service from one moment until another. Brought in from a rota kept elsewhere; gives no key."""

    declared = Declared(Keeping.MUTABLE, Privacy.STAFF, Retention.STAFF_RECORD)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey("accounts.Service", on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    called_off_at = models.DateTimeField(null=True, blank=True)  # a later rota did not have it any more

    objects = ShiftQuerySet.as_manager()

    class Meta:
        ordering = ["from_at"]
        indexes = [
            models.Index(fields=["service", "from_at"], name="shift_service"),
            models.Index(fields=["user", "from_at"], name="shift_user"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "service", "from_at"], name="shift_once"),
            models.CheckConstraint(condition=Q(until_at__gt=F("from_at")), name="shift_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} from {self.from_at}"
