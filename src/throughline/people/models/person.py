from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground

from ..choices import OwnColour


class Person(Ground):
    """Somebody we support. Facts that identify them; what they say and decide are records."""

    declared = Declared(Keeping.MUTABLE, Privacy.PEOPLE, Retention.CARE_RECORD)

    name = models.CharField(max_length=80)  # as they like to be called, shown first: "Jo"
    full_name = models.CharField(max_length=200, blank=True, default="")
    how_to_say = models.CharField(max_length=120, blank=True, default="")
    pronouns = models.CharField(max_length=40, blank=True, default="")
    born_on = models.DateField(null=True, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True, default="")  # never required to give care
    own_colour = models.CharField(max_length=10, choices=OwnColour, default=OwnColour.SLATE)
    language = models.CharField(max_length=20, default="en-GB")
    died_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["nhs_number"], condition=~models.Q(nhs_number=""), name="one_person_one_nhs_number"),
        ]

    def __str__(self) -> str:
        return self.name
