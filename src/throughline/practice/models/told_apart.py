from django.db import models

from throughline.base.declared import CARE
from throughline.people.models import PersonRow


class ToldApart(PersonRow):
    """That somebody looked at two records of one step on one day and says that they are two. Nobody is asked about them again."""

    declared = CARE

    first = models.ForeignKey("practice.RoutineRecord", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey("practice.RoutineRecord", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="told_apart_person")]

    def __str__(self) -> str:
        return f"{self.first_id} is not {self.second_id}"
