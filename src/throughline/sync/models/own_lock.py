from django.conf import settings
from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.ids import new_id


class OwnLock(models.Model):
    """That a worker said of a phone: it has its own lock, and needs no PIN of ours before it takes the shift along."""

    declared = Declared(Keeping.APPEND_ONLY, Privacy.STAFF, Retention.WHILE_IN_USE, exchanged=False)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    device = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "device"], name="own_lock_said_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.device} has its own lock"
