from django.db import models

from throughline.base.declared import CARE
from throughline.people.models import PersonRow


class HandoverReading(PersonRow):
    """That a worker says "I have read this" of what was handed over about a person; its author is who read it.

    It covers everything that the server had by `made_at`, when the page was made: a phone may have shown it hours later.
    The people of one page are one row each, with a shared `group`.
    """

    declared = CARE

    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="handover_reading_person")]

    def __str__(self) -> str:
        return f"{self.author_id} read the handover made at {self.made_at:%Y-%m-%d %H:%M}"
