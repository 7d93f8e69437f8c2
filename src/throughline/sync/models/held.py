from django.conf import settings
from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.ids import new_id
from throughline.base.models import Words


class Held(models.Model):
    """A record from a phone whose author may not write about that person any more: as it was sent, for a manager to look at.

    Not part of anybody's record until it is accepted. `sent` is what the phone sent of it, as `receiving.Sent` reads it.
    `person` is empty when the phone named nobody whom we know.
    """

    declared = Declared(Keeping.APPEND_ONLY, Privacy.CARE, Retention.CARE_RECORD, exchanged=False)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)  # the id that the phone gave the record
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    sent = models.JSONField()
    device = models.CharField(max_length=60)
    device_counter = models.PositiveBigIntegerField()
    recorded_at = models.DateTimeField()  # by the phone's clock
    received_at = models.DateTimeField()
    because = Words()  # why it could not go into the record

    class Meta:
        ordering = ["received_at", "device_counter"]

    def __str__(self) -> str:
        return f"{self.kind} held {self.received_at:%Y-%m-%d %H:%M}"
