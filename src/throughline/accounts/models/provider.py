from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground, Line


class Provider(Ground):
    """The organisation. One provider is one database, so there is one row; its words are settings."""

    declared = Declared(Keeping.MUTABLE, Privacy.NONE, Retention.WHILE_IN_USE)

    name = Line()
    person_term = models.CharField(max_length=60, default="the person")
    circle_term = models.CharField(max_length=60, default="family and friends")
    staff_term = models.CharField(max_length=60, default="staff")
    distress_term = models.CharField(max_length=60, default="upset")

    def __str__(self) -> str:
        return self.name
