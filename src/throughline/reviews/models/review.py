from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.choices import Party
from throughline.people.models import PersonPart, PersonRow

from ..choices import ReviewKind, TookPart, Verdict, Works


class Review(PersonRow):
    """That people looked again at a plan item: what works, what does not, keep or change. `occurred_at` is when; the author held it."""

    declared = CARE

    item = models.ForeignKey("plan.Item", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=ReviewKind)
    took_part = models.CharField(max_length=12, choices=TookPart)
    no_part_because = Words(blank=True, default="")
    conversation = models.ForeignKey("conversations.Conversation", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=Verdict)
    because = Words()
    look_again_on = models.DateField(null=True, blank=True)
    # an advocate, or somebody else in the person's life, who led it; empty: the person or staff
    led_by = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="review_person")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.verdict}"


class Perspective(PersonPart):
    """What works or does not, from one point of view. The person's is first, and cites their voice where there is one."""

    declared = CARE

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="perspectives")
    position = models.PositiveSmallIntegerField()
    party = models.CharField(max_length=20, choices=Party)
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    works = models.CharField(max_length=10, choices=Works)
    text = Words()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["review", "position"], name="perspective_in_order"),
            models.CheckConstraint(name="perspective_of_the_person_is_a_voice", condition=~Q(party=Party.PERSON) | Q(voice__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.text


class AskAnswered(PersonRow):
    """What we say to somebody who asked that people look again: on which day, at what, who leads it; or why not. A later one counts."""

    declared = CARE

    contribution = models.ForeignKey("conversations.Contribution", on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey("plan.Item", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(null=True, blank=True)
    led_by = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = Words(blank=True, default="")  # to whoever asked; why not, where no day is given

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="ask_answered_person")]
        constraints = [models.CheckConstraint(name="ask_answered_says_when_or_why_not", condition=Q(on__isnull=False) | ~Q(words=""))]

    def __str__(self) -> str:
        return f"{self.contribution_id} answered"


class LedWords(PersonPart):
    """That words were sent by whoever leads a review, as what came of it."""

    declared = CARE

    asked = models.ForeignKey(AskAnswered, on_delete=models.PROTECT, related_name="+")
    contribution = models.ForeignKey("conversations.Contribution", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asked", "contribution"], name="led_words_once")]

    def __str__(self) -> str:
        return f"{self.contribution_id} of {self.asked_id}"


class CrossingCited(PersonPart):
    """That a review looked at why a threshold was crossed. The crossing is open no more."""

    declared = CARE

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="crossings")
    crossing = models.ForeignKey("practice.Crossing", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "crossing"], name="crossing_cited_once")]

    def __str__(self) -> str:
        return f"{self.crossing_id} in {self.review_id}"
