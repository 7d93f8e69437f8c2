from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.models import PersonPart, PersonRow
from throughline.plan.choices import Method

from ..choices import Answer


class CheckIn(PersonRow):
    """What came of one agreed check-in: `occurred_at` is when they answered, or when somebody looked and there was no answer."""

    declared = CARE

    agreed = models.ForeignKey("plan.AgreedCheckIn", on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer)
    method = models.CharField(max_length=12, choices=Method)  # how it was in the end
    note = Words(blank=True, default="")  # what was seen or done
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "sequence"], name="check_in_person"),
            models.Index(fields=["person", "occurred_at"], name="check_in_when"),
            models.Index(fields=["agreed", "due_at"], name="check_in_due"),
        ]

    def __str__(self) -> str:
        return f"{self.agreed_id} {self.due_at}: {self.answer}"


class MissedCheckInQuerySet(models.QuerySet["MissedCheckIn"]):
    def current(self, as_at: datetime | None = None) -> Self:
        """Those that stand: nobody has told since that the person answered in time."""
        told = CheckIn.objects.current(as_at).filter(
            agreed=OuterRef("agreed"), due_at=OuterRef("due_at"), answer=Answer.ANSWERED, occurred_at__lte=OuterRef("until_at")
        )
        rows = self if as_at is None else self.filter(noticed_at__lte=as_at)
        return rows.filter(~Exists(told))


class MissedCheckIn(PersonPart):
    """That nothing had come of an agreed check-in when its time and grace were over. The server noticed it, so nobody is its author."""

    declared = CARE

    agreed = models.ForeignKey("plan.AgreedCheckIn", on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    until_at = models.DateTimeField()  # due, and its grace
    noticed_at = models.DateTimeField()

    objects = MissedCheckInQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "due_at"], name="missed_check_in_when")]
        constraints = [models.UniqueConstraint(fields=["agreed", "due_at"], name="check_in_missed_once")]

    def __str__(self) -> str:
        return f"{self.agreed_id} {self.due_at} missed"
