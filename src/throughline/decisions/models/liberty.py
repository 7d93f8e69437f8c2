from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.access.roles import ROLE_CHOICES
from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart, PersonRow

from ..choices import AuthorisedBy, Consistent, Feeling, LibertyConclusion, LibertyTest, Standing
from .decision import Decision


class LibertyReview(PersonRow):
    """Somebody looked at whether the arrangements take the person's liberty away. `occurred_at` is when it was concluded.

    Whoever concluded it is named with the role in which they did. Nothing concludes by itself.
    """

    declared = CARE

    arrangements = Words()  # in short: how the person lives and is supported
    restrictions = Words(blank=True, default="")  # what is limited, one a line
    kind_of = Words(blank=True, default="")  # of what kind the limits are
    duration = Words(blank=True, default="")
    effects = Words(blank=True, default="")
    manner = Words(blank=True, default="")  # how they are carried out
    purpose = Words()
    normality = Words()  # beside the life of somebody who needs the same support
    freedom_to_leave = Words()
    contacts = Words(blank=True, default="")  # whom the person can see, and who says
    coercion = Words(blank=True, default="")  # force, threats, sedation
    consistent = models.CharField(max_length=10, choices=Consistent, default=Consistent.NOT_KNOWN)
    no_wishes_because = Words(blank=True, default="")  # why nothing of the person's could be heard or seen
    conclusion = models.CharField(max_length=16, choices=LibertyConclusion)
    grounds = models.JSONField(default=list, blank=True)  # codes of `Ground`
    reasons = Words(blank=True, default="")
    objection_answer = Words(
        blank=True, default=""
    )  # what was done about what the person objects to, and why the conclusion holds all the same
    advice = Line(blank=True, default="")  # whose legal advice, and where it is
    concluded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    concluded_as = models.CharField(max_length=40, choices=ROLE_CHOICES)
    test = models.CharField(max_length=20, choices=LibertyTest)
    look_again_by = models.DateField()
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.VALID, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)  # codes of the law; empty when it counts

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="liberty_review_person")]

    def __str__(self) -> str:
        return self.get_conclusion_display()


class LookedAt(PersonPart):
    """That a liberty review looked at what a decision limits."""

    declared = CARE

    review = models.ForeignKey(LibertyReview, on_delete=models.PROTECT, related_name="looked_at")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "decision"], name="looked_at_once")]

    def __str__(self) -> str:
        return f"{self.review_id} looked at {self.decision_id}"


class LibertyWish(PersonPart):
    """What the person shows about how they live, who saw or heard it and when: a voice where there is one."""

    declared = CARE

    review = models.ForeignKey(LibertyReview, on_delete=models.PROTECT, related_name="wishes")
    feeling = models.CharField(max_length=20, choices=Feeling)
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    seen = Words(blank=True, default="")
    seen_by = Line(blank=True, default="")  # "Amina, at breakfast and on the way out"
    seen_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="liberty_wish_was_heard_or_seen",
                condition=Q(voice__isnull=False) | (~Q(seen="") & ~Q(seen_by="") & Q(seen_on__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return self.feeling


class LibertyObjection(PersonRow):
    """The person objects to how they live or to a part of it, in words or behaviour. It opens the last liberty review again."""

    declared = CARE

    feeling = models.CharField(max_length=20, choices=Feeling)
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    seen = Words(blank=True, default="")
    seen_by = Line(blank=True, default="")  # who saw or heard it, when that was not whoever wrote it

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="liberty_objection_person")]
        constraints = [
            models.CheckConstraint(name="objection_was_heard_or_seen", condition=Q(voice__isnull=False) | ~Q(seen="")),
            models.CheckConstraint(
                name="objection_is_one", condition=Q(feeling__in=[Feeling.OBJECTS_WORDS.value, Feeling.OBJECTS_BEHAVIOUR.value])
            ),
        ]

    def __str__(self) -> str:
        return self.feeling


class LibertyAuthorisation(PersonRow):
    """A standard or urgent authorisation, or a court's order: from when, until when, with what conditions."""

    declared = CARE

    kind = models.CharField(max_length=10, choices=AuthorisedBy)
    reference = Line()  # the form's or the court's number
    granted_by = Line(blank=True, default="")  # which council, health board or court
    asked_on = models.DateField(null=True, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # a court's order may have none
    in_hospital = models.BooleanField(default=False)  # for a stay there: it authorises nothing where we support the person
    extends = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.VALID, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="liberty_auth_person")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.reference})"


class LibertyCondition(PersonPart):
    """A condition of an authorisation: something that has to be done while it runs."""

    declared = CARE

    authorisation = models.ForeignKey(LibertyAuthorisation, on_delete=models.PROTECT, related_name="conditions")
    position = models.PositiveSmallIntegerField()
    text = Line()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["authorisation", "position"], name="liberty_condition_in_order")]

    def __str__(self) -> str:
        return self.text


class ConditionMet(PersonRow):
    """What shows that a condition of an authorisation is met."""

    declared = CARE

    condition = models.ForeignKey(LibertyCondition, on_delete=models.PROTECT, related_name="+")
    evidence = Words()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="condition_met_person")]

    def __str__(self) -> str:
        return self.evidence


class LibertyAuthorisationEnded(PersonRow):
    """That an authorisation ended before its last day, from which day on, and why."""

    declared = CARE

    authorisation = models.ForeignKey(LibertyAuthorisation, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    why = Words()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="liberty_auth_end_person")]

    def __str__(self) -> str:
        return self.why
