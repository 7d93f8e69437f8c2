from django.db import models
from django.db.models import F, Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart, PersonRow

from ..choices_upset import Intensity


class Upset(PersonRow):
    """One time that the person was upset, from when it began (`occurred_at`) until it was over. One episode a row (`domain.md` 8.2).

    What was seen and what somebody thinks never share a field. It may be kept short and be finished on the same shift.
    """

    declared = CARE

    ended_at = models.DateTimeField(null=True, blank=True)  # empty while nobody wrote when it was over
    estimated = models.BooleanField(default=False)  # no clock ran: when it began, or how long it was, is about right
    slow = models.JSONField(default=list, blank=True)  # codes of `Before`: what was so that day
    fast = models.JSONField(default=list, blank=True)  # codes of `Trigger`: what was just before
    before = Words(blank=True, default="")  # the same, in words
    seen = Words(blank=True, default="")  # so that somebody else could have seen it too
    thought = Words(blank=True, default="")  # what the author thinks it means
    helped = Words(blank=True, default="")
    intensity = models.PositiveSmallIntegerField(choices=Intensity, null=True, blank=True)
    toward = models.JSONField(default=list, blank=True)  # codes of `Toward`
    injuries = Words(blank=True, default="")  # who was hurt, and how
    restriction_used = models.BooleanField(default=False)
    restriction_words = Words(blank=True, default="")  # what was held, locked or taken, by whom, for how long
    told = Words(blank=True, default="")  # who was told, and when
    place = Line(blank=True, default="")
    who_was_there = Line(blank=True, default="")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "sequence"], name="upset_person"),
            models.Index(fields=["person", "occurred_at"], name="upset_person_when"),
        ]
        constraints = [
            models.CheckConstraint(
                name="upset_is_over_after_it_began", condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("occurred_at"))
            )
        ]

    def __str__(self) -> str:
        return self.seen[:60]


class UpsetLine(PersonPart):
    """A line of a card that this upset was about: an early sign that was seen, or something to do that helped."""

    declared = CARE

    upset = models.ForeignKey(Upset, on_delete=models.PROTECT, related_name="lines")
    line = models.ForeignKey("plan.Line", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upset", "line"], name="upset_line_once")]

    def __str__(self) -> str:
        return f"{self.upset_id}: {self.line_id}"
