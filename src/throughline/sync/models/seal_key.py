from django.conf import settings
from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.ids import new_id


class SealKey(models.Model):
    """With what a worker's phone encrypts what is not sent when they leave it. Kept here alone: no forgotten PIN loses words."""

    declared = Declared(Keeping.APPEND_ONLY, Privacy.STAFF, Retention.WHILE_IN_USE, exchanged=False)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=44)  # 32 bytes, base64

    def __str__(self) -> str:
        return f"the key of {self.user_id}"
