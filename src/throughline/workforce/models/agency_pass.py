from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground, Line


class PassQuerySet(models.QuerySet[Any]):
    def between(self, begins: datetime, ends: datetime) -> Self:
        """Passes that run at any moment between two, and were not taken back."""
        return self.filter(ended_at=None, from_at__lt=ends, until_at__gt=begins)


class AgencyPass(Ground):
    """What lets an agency worker in, once, for some people and hours: a link and a code, neither of which can be read back from here."""

    declared = Declared(Keeping.MUTABLE, Privacy.STAFF, Retention.STAFF_RECORD, exchanged=False)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agency = Line()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    link_hash = models.CharField(max_length=64, unique=True)  # SHA-256: the link is too long to be guessed
    code_hash = models.CharField(max_length=200)  # as passwords are kept: the code is short
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)  # taken back before its hours were over

    objects = PassQuerySet.as_manager()

    class Meta:
        ordering = ["from_at"]
        indexes = [models.Index(fields=["until_at"], name="pass_until")]
        constraints = [
            models.CheckConstraint(condition=Q(until_at__gt=F("from_at")), name="pass_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(tries__lte=100), name="pass_tries_end"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} from {self.from_at}"


class PassKey(Ground):
    """One person whom a pass opens, with the role that opens them."""

    declared = Declared(Keeping.MUTABLE, Privacy.STAFF, Retention.STAFF_RECORD, exchanged=False)

    agency_pass = models.ForeignKey(AgencyPass, on_delete=models.PROTECT, related_name="keys")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    assignment = models.ForeignKey("access.Assignment", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_pass", "person"], name="pass_key_once")]

    def __str__(self) -> str:
        return f"{self.agency_pass_id} opens {self.person_id}"
