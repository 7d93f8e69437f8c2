from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.ids import new_id


class Import(models.Model):
    """That a folder came in: from which system, when, how many rows. Its event has who did it, and is the sequence of its rows."""

    declared = Declared(Keeping.APPEND_ONLY, Privacy.NONE, Retention.JOURNAL, exchanged=False)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    source = models.CharField(max_length=60)
    format = models.PositiveSmallIntegerField()
    rows = models.PositiveBigIntegerField()
    files = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"{self.source} at {self.at:%Y-%m-%d %H:%M}"
