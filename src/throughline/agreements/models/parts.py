from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.decisions.choices import Standing
from throughline.people.choices import Area
from throughline.people.models import PersonRow

from ..choices import PartKind, PartVerdict

ONE_OF_THREE = (
    Q(contact__isnull=False, staff__isnull=True, team=False)
    | Q(contact__isnull=True, staff__isnull=False, team=False)
    | Q(contact__isnull=True, staff__isnull=True, team=True)
)


class AreaPart(PersonRow):
    """That somebody takes part in one part of the person's life, where that differs from the default: the person decides, and nobody else
    takes part until asked.

    It gives no authority and no sight. Who is said to decide without an authority for it is kept when it comes from elsewhere, and
    takes no effect.
    """

    declared = CARE

    area = models.CharField(max_length=20, choices=Area)
    part = models.CharField(max_length=16, choices=PartKind)
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    team = models.BooleanField(default=False)  # the staff who are trained for it, whoever is on shift
    since_on = models.DateField()
    because = Words()
    needs_then = Words(blank=True, default="")  # what the person's needs in this were when it began
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey("authority.Authority", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    look_again_on = models.DateField()
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.VALID, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)  # codes of the law; empty when valid

    lost = ""  # why the authority on which it rests carries it no more: `queries.parts` fills it in

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="area_part_person")]
        constraints = [models.CheckConstraint(name="part_of_one", condition=ONE_OF_THREE)]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.get_area_display()}"


class EmotionalSupport(PersonRow):
    """That somebody is there for the person. Kept apart from every part in what is decided and done: it needs none, and gives none."""

    declared = CARE

    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how = Words()  # "rings on Sundays", "sits with Jo when it is a bad day"
    since_on = models.DateField()
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="support_person")]
        constraints = [
            models.CheckConstraint(
                name="support_of_one",
                condition=Q(contact__isnull=False, staff__isnull=True) | Q(contact__isnull=True, staff__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.how


class PartReview(PersonRow):
    """That a part was looked at again: it stays or it is to change, and why."""

    declared = CARE

    part = models.ForeignKey(AreaPart, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=PartVerdict)
    because = Words()
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    look_again_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="part_review_person")]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.because}"


class PartEnded(PersonRow):
    """That a part, or being there for the person, is no more from a day on; and which part took its place."""

    declared = CARE

    part = models.ForeignKey(AreaPart, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    support = models.ForeignKey(EmotionalSupport, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    why = Words()
    replaced_by = models.ForeignKey(AreaPart, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="part_ended_person")]
        constraints = [
            models.CheckConstraint(
                name="ended_one_thing",
                condition=Q(part__isnull=False, support__isnull=True) | Q(part__isnull=True, support__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.why
