from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.people.models import PersonRow

from ..choices import ItemKind


class Item(PersonRow):
    """One line of a person's plan, at one address for life. What it says is in its versions; its page is the thread."""

    declared = CARE

    number = models.PositiveIntegerField()  # spoken as T-41
    kind = models.CharField(max_length=20, choices=ItemKind)

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="item_person")]
        constraints = [models.UniqueConstraint(fields=["number"], condition=Q(amends__isnull=True), name="item_number_once")]

    def __str__(self) -> str:
        return f"T-{self.number}"
