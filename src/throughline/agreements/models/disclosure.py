from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonRow

from ..choices import DisclosureBasis


class Disclosure(PersonRow):
    """That something about the person was told outside these pages: to whom, what, for what. `occurred_at` is when.

    What covered it is looked up when it is written down, and kept; what was told without cover is kept as well.
    """

    declared = CARE

    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_whom = models.CharField(max_length=120, blank=True, default="")  # somebody who is no contact
    topics = models.JSONField(default=list)
    what = Words()
    purpose = Line()
    at_review = models.BooleanField(default=False)  # it was told while people looked again together
    basis = models.CharField(max_length=12, choices=DisclosureBasis, blank=True, default=DisclosureBasis.NONE)
    faults = models.JSONField(default=list, blank=True, editable=False)  # codes of `law.py`; empty when it was covered

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="disclosure_person")]
        constraints = [models.CheckConstraint(name="disclosure_to_somebody", condition=Q(contact__isnull=False) | ~Q(to_whom=""))]

    def __str__(self) -> str:
        return f"told {self.contact_id or self.to_whom}"

    @property
    def matches(self) -> bool:
        """Whether all of it was covered."""
        return not self.faults
