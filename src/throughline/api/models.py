from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground, Line


class IntegrationQuerySet(models.QuerySet[Any]):
    def live(self, day: date) -> Self:
        """Those whose token still works on a day."""
        return self.filter(ended_at=None, until_on__gte=day)


class Integration(Ground):
    """Another system that was let in: with which token, for what, at which home or everywhere, until when.

    It acts as a user of its own, who has a role and no password. The token cannot be read back from here.
    """

    declared = Declared(Keeping.MUTABLE, Privacy.STAFF, Retention.STAFF_RECORD, exchanged=False)

    name = Line()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey("accounts.Service", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    assignment = models.ForeignKey("access.Assignment", on_delete=models.PROTECT, related_name="+")
    scopes = models.JSONField(default=list)
    token_hash = models.CharField(max_length=64, unique=True)  # SHA-256: the token is too long to be guessed
    until_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = IntegrationQuerySet.as_manager()

    class Meta:
        ordering = ["name", "until_on"]

    def __str__(self) -> str:
        return self.name
