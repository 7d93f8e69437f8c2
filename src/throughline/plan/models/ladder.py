from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line as LineField
from throughline.base.models import Words
from throughline.people.models import PersonPart

from .version import Version

IN_A_ROW = 3  # tries that went well, one after the other, before people talk about the next step


class Stage(PersonPart):
    """One graded step of a ladder: what support looks like on it, and what has to be seen to move on, to step back and to stop.

    One stage of a version is current: the one that staff follow now. Moving is a new version.
    """

    declared = CARE

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="stages")
    position = models.PositiveSmallIntegerField()
    text = LineField()  # what the person does
    support = LineField(blank=True, default="")  # what staff do meanwhile
    move_on = LineField(blank=True, default="")
    in_a_row = models.PositiveSmallIntegerField(default=IN_A_ROW)
    step_back = LineField(blank=True, default="")
    stop = LineField(blank=True, default="")
    is_current = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="stage_in_order"),
            models.CheckConstraint(name="stage_asks_for_a_try", condition=Q(in_a_row__gte=1)),
            models.UniqueConstraint(fields=["version"], condition=Q(is_current=True), name="one_stage_is_current"),
        ]

    def __str__(self) -> str:
        return self.text


class Move(PersonPart):
    """That a version of a ladder moves the person. On: the person's own yes. Back: why, that they were told, and when to try again."""

    declared = CARE

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="move")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = Words(blank=True, default="")
    told = LineField(blank=True, default="")  # how the person was told, and what they said to it
    try_again_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.reason
