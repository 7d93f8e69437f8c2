from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart, PersonRow

from ..choices import Basis, Effect, KeepsApart, Standing
from .assessment import CapacityAssessment
from .lost import DecisionQuerySet
from .question import Option, Question


class Decision(PersonRow):
    """What was decided about a question. `occurred_at` is when. A decision without a lawful basis is kept and never takes effect.

    Later versions amend the first; the number stays.
    """

    declared = CARE

    number = models.PositiveIntegerField()  # spoken as D-118
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    conversation = models.ForeignKey("conversations.Conversation", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = Line()  # what was decided, in a sentence
    option = models.ForeignKey(Option, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=20, choices=Basis)
    decided_by_contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_by_staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(CapacityAssessment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey("authority.Authority", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    support_given = Words(blank=True, default="")  # photos, two short talks, headphones on
    reasons = Words(blank=True, default="")
    only_one_because = Line(blank=True, default="")
    no_voice_because = Words(blank=True, default="")  # why the person's view is not among what was weighed, and how it came in
    # why what the person refused beforehand is not about this
    not_refused_because = Line(blank=True, default="")
    keeps_apart = models.CharField(max_length=4, choices=KeepsApart, blank=True, default="")
    could_not = Words(blank=True, default="")  # what we could not do, and why
    look_again_on = models.DateField(null=True, blank=True)
    look_again_if = Words(blank=True, default="")
    standing = models.CharField(max_length=10, choices=Standing, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)  # codes of `law.py`; empty when valid

    lost = ""  # why it takes effect no more, though it was valid: a query fills it in (`with_lost`)
    objects = DecisionQuerySet.as_manager()  # type: ignore[misc]  # as in `PersonRow`

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="decision_person")]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=Q(amends__isnull=True), name="decision_number_once"),
        ]

    def __str__(self) -> str:
        return f"D-{self.number}"

    @property
    def takes_effect(self) -> bool:
        """Whether it was valid, and has lost nothing on which it rests."""
        return self.standing == Standing.VALID and not self.lost

    @property
    def why_not(self) -> list[str]:
        """The codes of why it takes no effect; empty when it does."""
        return [*self.faults, *([self.lost] if self.lost else [])]

    @property
    def decided_by(self) -> str:
        """On whose side the one stands who is named as having decided: "contact", "staff" or nobody."""
        if self.decided_by_contact_id:
            return "contact"
        return "staff" if self.decided_by_staff_id else ""


class Consideration(PersonPart):
    """A voice or a contribution that a decision weighed, with what it did."""

    declared = CARE

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="considerations")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    contribution = models.ForeignKey("conversations.Contribution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    effect = models.CharField(max_length=14, choices=Effect)
    because = Words(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consideration_of_one_thing",
                condition=Q(voice__isnull=False, contribution__isnull=True) | Q(voice__isnull=True, contribution__isnull=False),
            ),
            models.CheckConstraint(name="not_followed_says_why", condition=~Q(effect=Effect.NOT_FOLLOWED) | ~Q(because="")),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.effect}"
