from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.ids import new_id


class IdMap(models.Model):
    """Which id of ours a text id of another system became, so that the same folder twice is the same rows.

    Its own id is the id that was given. Plain ids, since it may be of any table.
    """

    declared = Declared(Keeping.APPEND_ONLY, Privacy.PEOPLE, Retention.CARE_RECORD, exchanged=False)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.CharField(max_length=60)  # the other system, as the manifest names it
    table = models.CharField(max_length=60)  # "people_person"; "group" for joint events
    text = models.CharField(max_length=200)  # the other system's id

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "table", "text"], name="one_id_for_one_text")]

    def __str__(self) -> str:
        return f"{self.source} {self.table} {self.text}"
