from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.people.models import PersonRow


class CardReading(PersonRow):
    """That a worker says "I have read this" of one version of a card; its author is who read it. That a page was opened is another log."""

    declared = CARE

    version = models.ForeignKey("plan.Version", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="card_reading_person")]
        constraints = [
            models.UniqueConstraint(fields=["version", "author"], condition=Q(amends__isnull=True), name="card_reading_once"),
        ]

    def __str__(self) -> str:
        return f"{self.author_id} read {self.version_id}"
