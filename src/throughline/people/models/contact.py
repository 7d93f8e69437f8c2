from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground, Line

from ..choices import ContactKind
from .person import Person


class Contact(Ground):
    """Somebody in a person's life. A relationship gives no authority and no sight (`domain.md` 0, fact 6)."""

    declared = Declared(Keeping.MUTABLE, Privacy.PEOPLE, Retention.CARE_RECORD)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=ContactKind)
    relationship = models.CharField(max_length=120)  # "mum", "GP", "independent advocate"
    phone = models.CharField(max_length=40, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    note = Line(blank=True, default="")  # "rings on Sundays"
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.relationship}"
