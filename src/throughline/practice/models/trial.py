from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.models import PersonRow

from ..choices import Ready, TrialSupport


class Trial(PersonRow):
    """One try of a graded step of a ladder, as it went. `occurred_at` is when; the person's own words are a voice of theirs.

    What went well and what was hard are lines: words of the person's own plan, or the worker's.
    """

    declared = CARE

    item = models.ForeignKey("plan.Item", on_delete=models.PROTECT, related_name="+")
    stage = models.ForeignKey("plan.Stage", on_delete=models.PROTECT, related_name="+")
    record = models.ForeignKey(
        "practice.RoutineRecord", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # that it was offered and the person said yes, where it was due at a time
    support = models.CharField(max_length=8, choices=TrialSupport)
    prompts = models.PositiveSmallIntegerField(null=True, blank=True)
    went_well = Words(blank=True, default="")
    was_hard = Words(blank=True, default="")
    new_risk = models.BooleanField(default=False)
    risk = Words(blank=True, default="")  # what it is
    near_miss = Words(blank=True, default="")  # what nearly happened
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)  # how sure the person was, 1 to 10, as they say
    ready = models.CharField(max_length=8, choices=Ready, blank=True, default=Ready.NOT_ASKED)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "sequence"], name="trial_person"),
            models.Index(fields=["person", "occurred_at"], name="trial_person_when"),
            models.Index(fields=["item", "occurred_at"], name="trial_item_when"),
        ]
        constraints = [
            models.CheckConstraint(
                name="trial_is_as_sure_as_ten", condition=Q(confidence__isnull=True) | Q(confidence__gte=1, confidence__lte=10)
            )
        ]

    def __str__(self) -> str:
        return f"{self.stage}: {self.get_support_display()}"


class Reissue(PersonRow):
    """That people looked at the risks again because of what a try showed: a version that says what staff do now, or a decision."""

    declared = CARE

    trial = models.ForeignKey(Trial, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("plan.Version", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey("decisions.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    because = Words()  # what they came to

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="reissue_person")]
        constraints = [
            models.CheckConstraint(name="reissue_cites_something", condition=Q(version__isnull=False) | Q(decision__isnull=False))
        ]

    def __str__(self) -> str:
        return self.because
