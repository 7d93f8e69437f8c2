from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.choices import Area
from throughline.people.models import PersonRow

from ..choices import AdvocateKind, StepKind


class Advocacy(PersonRow):
    """That an advocate was asked for or works with the person: of which legal kind, for what, and who has to find one.

    A provider usually cannot instruct an advocate: it asks the council or the health body. So the advocate may not be known yet.
    """

    declared = CARE

    kind = models.CharField(max_length=16, choices=AdvocateKind)
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=20, choices=Area, blank=True, default="")  # empty: no single part of life
    legal_basis = Words(blank=True, default="")  # why the law gives one here
    responsible_body = Line(blank=True, default="")  # who has to find one
    referred_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="advocacy_person")]

    def __str__(self) -> str:
        return self.get_kind_display()


class AdvocacyStep(PersonRow):
    """One thing that happened with an advocate; whoever said yes is named there."""

    declared = CARE

    advocacy = models.ForeignKey(Advocacy, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=StepKind)
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    words = Words(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="advocacy_step_person")]

    def __str__(self) -> str:
        return self.kind
