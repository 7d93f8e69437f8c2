from django.conf import settings
from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart, PersonRow

from ..choices import Conclusion, Fluctuates, Impairment, Shown, Standing
from .question import Question


class CapacityAssessment(PersonRow):
    """Whether the person can decide one question, at the time of `occurred_at`. Never about a person, never a score.

    The abilities come first, then an impairment, then the link (`domain.md` 0, fact 5). One that cannot be relied on is kept, not valid.
    """

    declared = CARE

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    doubted_because = Words()  # what gave reason to doubt it; capacity is presumed
    assessor_contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    assessor_staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why_this_assessor = Line(blank=True, default="")
    place = Line(blank=True, default="")  # where, and why at that hour
    others_there = Line(blank=True, default="")  # who was in the room, an interpreter or advocate among them
    understands = models.CharField(max_length=10, choices=Shown, default=Shown.NOT_TESTED)
    understands_seen = Words(blank=True, default="")
    retains = models.CharField(max_length=10, choices=Shown, default=Shown.NOT_TESTED)
    retains_seen = Words(blank=True, default="")
    weighs = models.CharField(max_length=10, choices=Shown, default=Shown.NOT_TESTED)
    weighs_seen = Words(blank=True, default="")
    communicates = models.CharField(max_length=10, choices=Shown, default=Shown.NOT_TESTED)
    communicates_seen = Words(blank=True, default="")
    impairment = models.CharField(max_length=6, choices=Impairment, default=Impairment.UNSURE)
    impairment_words = Words(blank=True, default="")  # no diagnosis is needed
    causal_link = Words(blank=True, default="")
    other_explanations = Words(blank=True, default="")  # pressure by others, how it was said, disagreeing with us
    conclusion = models.CharField(max_length=14, choices=Conclusion)
    reasons = Words(blank=True, default="")
    meanwhile = Words(blank=True, default="")  # not concluded: on what footing staff act until it is
    fluctuates = models.CharField(max_length=14, choices=Fluctuates, default=Fluctuates.NO)
    best_times = Line(blank=True, default="")
    review_by = models.DateField(null=True, blank=True)
    disagrees_words = Words(blank=True, default="")  # what the person says of it, when they see it otherwise
    standing = models.CharField(max_length=10, choices=Standing, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)  # codes of `law.capacity`; empty when it can be relied on

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="assessment_person")]

    def __str__(self) -> str:
        return f"{self.question_id} {self.conclusion}"


class InformationGiven(PersonPart):
    """One thing that the person was told about the question, and how it was shown."""

    declared = CARE

    assessment = models.ForeignKey(CapacityAssessment, on_delete=models.PROTECT, related_name="information")
    text = Line()
    how = Line(blank=True, default="")

    def __str__(self) -> str:
        return self.text


class SupportTried(PersonPart):
    """Help that was tried so that the person could decide, on which day, and what came of it."""

    declared = CARE

    assessment = models.ForeignKey(CapacityAssessment, on_delete=models.PROTECT, related_name="tried")
    what = Line()
    on = models.DateField()
    came_of_it = Line(blank=True, default="")

    def __str__(self) -> str:
        return self.what


class AssessmentTold(PersonRow):
    """That the person was told what an assessment came to: when (`occurred_at`), how, by whom (the author)."""

    declared = CARE

    assessment = models.ForeignKey(CapacityAssessment, on_delete=models.PROTECT, related_name="+")
    how = Line()
    disagrees = models.BooleanField(default=False)
    words = Words(blank=True, default="")  # the person's, to it

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="assessment_told_person")]

    def __str__(self) -> str:
        return f"{self.assessment_id} told"
