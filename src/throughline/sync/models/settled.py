from django.conf import settings
from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.ids import new_id
from throughline.base.models import Line

from ..choices import Settling
from .held import Held


class Settled(models.Model):
    """What a manager did with a held record: accepted it, or set it aside with a reason. Once."""

    declared = Declared(Keeping.APPEND_ONLY, Privacy.CARE, Retention.CARE_RECORD, exchanged=False)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    held = models.OneToOneField(Held, on_delete=models.PROTECT, related_name="settled")
    how = models.CharField(max_length=12, choices=Settling)
    reason = Line(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.how} {self.at:%Y-%m-%d %H:%M}"
