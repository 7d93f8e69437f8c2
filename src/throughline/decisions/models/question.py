from uuid import UUID

from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart, PersonRow

from ..choices import Area, ExcludedClass, Impact, Limits, Reaction


class Question(PersonRow):
    """One thing to be decided. Everything about it cites this row, so that nothing is assessed or decided in general."""

    declared = CARE

    text = Line()
    area = models.CharField(max_length=20, choices=Area)
    impact = models.CharField(max_length=10, choices=Impact)
    emergency_because = Line(blank=True, default="")  # why it could not wait; empty: it could
    repeated = models.BooleanField(default=False)  # one approach for acts that come again and again, and not a form for each
    excluded_class = models.CharField(max_length=10, choices=ExcludedClass, blank=True, default=ExcludedClass.NONE)
    # Of sharing, contact or support: which of the person's people it is about; of sharing, what they would know about. What is decided
    # is decided for them and for that alone.
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    shares = models.JSONField(default=list, blank=True)  # topics

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="question_person")]

    def __str__(self) -> str:
        return self.text


class Option(PersonRow):
    """One way in which a question could be decided: its benefits and risks, how it was shown, how the person took it."""

    declared = CARE

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    title = Line()
    benefits = Words(blank=True, default="")  # one a line
    risks = Words(blank=True, default="")  # one a line
    how_shown = Line(blank=True, default="")  # "a photo of the quiet room"
    limits = models.PositiveSmallIntegerField(null=True, blank=True, choices=Limits)  # how much it limits the person
    reaction = models.CharField(max_length=12, choices=Reaction, default=Reaction.NOT_SHOWN)
    reaction_words = Line(blank=True, default="")
    photo = models.ForeignKey("people.File", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="option_person")]

    def __str__(self) -> str:
        return self.title

    def is_or_was(self, option_id: UUID | None) -> bool:
        """Whether a decision that chose that option chose this one, also before anybody said how much it limits the person."""
        return option_id is not None and option_id in (self.pk, self.amends_id)


class TalkedAbout(PersonPart):
    """That a question was talked about in a conversation."""

    declared = CARE

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    conversation = models.ForeignKey("conversations.Conversation", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "conversation"], name="talked_about_once")]

    def __str__(self) -> str:
        return f"{self.question_id} in {self.conversation_id}"


class SaidAbout(PersonPart):
    """That somebody's words were written before a question is decided, for whoever decides it."""

    declared = CARE

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    contribution = models.ForeignKey("conversations.Contribution", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "contribution"], name="said_about_once")]

    def __str__(self) -> str:
        return f"{self.contribution_id} about {self.question_id}"
