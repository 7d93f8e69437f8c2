from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart, PersonRow

from ..choices_daily import Done


class ChecklistRun(PersonRow):
    """One run through a person's checklist, against a version. On a group day each has a row; their `group` is one."""

    declared = CARE

    item = models.ForeignKey("plan.Item", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("plan.Version", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    note = Words(blank=True, default="")  # what the worker saw
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"], name="checklist_run_person_day"),
            models.Index(fields=["item", "day"], name="checklist_run_item_day"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.day}"


class CheckDone(PersonPart):
    """What came of one check in one run."""

    declared = CARE

    run = models.ForeignKey(ChecklistRun, on_delete=models.PROTECT, related_name="checks")
    line = models.ForeignKey("plan.Line", on_delete=models.PROTECT, related_name="+")
    done = models.CharField(max_length=12, choices=Done)
    why = Line(blank=True, default="")  # why not, or why it was not needed

    class Meta:
        ordering = ["line__position"]
        constraints = [models.UniqueConstraint(fields=["run", "line"], name="check_once_a_run")]

    def __str__(self) -> str:
        return f"{self.line_id} {self.done}"
