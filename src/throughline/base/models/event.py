from django.db import models

from ..declared import Declared, Keeping, Privacy, Retention


class Event(models.Model):
    """One thing that was done: the journal. Its number is the order in which the server had things.

    Holds plain ids, not foreign keys: the journal knows no domain, and outlives what it tells of.
    """

    declared = Declared(Keeping.APPEND_ONLY, Privacy.CARE, Retention.JOURNAL, exchanged=False)

    id = models.BigAutoField(primary_key=True)
    verb = models.CharField(max_length=60)
    author_id = models.UUIDField(null=True)
    about_table = models.CharField(max_length=60)
    about_id = models.UUIDField()
    person_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["person_id", "id"], name="event_person"),
            models.Index(fields=["about_id"], name="event_about"),
        ]

    def __str__(self) -> str:
        return f"{self.id} {self.verb}"
