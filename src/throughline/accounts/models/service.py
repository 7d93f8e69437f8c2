from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground, Line

from ..choices import Jurisdiction, ServiceKind
from .provider import Provider


class Service(Ground):
    """One home or branch of the provider, in one jurisdiction."""

    declared = Declared(Keeping.MUTABLE, Privacy.NONE, Retention.WHILE_IN_USE)

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="services")
    name = Line()
    kind = models.CharField(max_length=20, choices=ServiceKind)
    jurisdiction = models.CharField(max_length=10, choices=Jurisdiction)
    regulator_id = models.CharField(max_length=40, blank=True, default="")  # CQC location id, or CIW registration
    ods_code = models.CharField(max_length=20, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")  # who staff ring; printed on cards
    on_call_phone = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
