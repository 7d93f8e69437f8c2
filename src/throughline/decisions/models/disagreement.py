from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.choices import Party
from throughline.people.models import PersonRow

from ..choices import CameTo, Rung
from .decision import Decision


class Disagreement(PersonRow):
    """Somebody sees something otherwise than the person does, or than was decided. Opened from one thing on the record.

    It silences nobody: what the person chose stands meanwhile, unless the law says otherwise for the question.
    """

    declared = CARE

    decision = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    conversation = models.ForeignKey("conversations.Conversation", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    subject = Line()  # about what, in a sentence
    no_voice_because = Words(blank=True, default="")  # why the person's position cannot be had, and how their view came in
    interim = Words(blank=True, default="")  # what keeps the person safe and free meanwhile
    tenancy = Words(blank=True, default="")  # what the person's rights as a tenant mean here
    about_capacity = models.BooleanField(default=False)  # whether the person can decide it is disputed
    about_safety = models.BooleanField(default=False)  # somebody may come to harm over it

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="disagreement_person")]
        constraints = [
            models.CheckConstraint(
                name="disagreement_is_about_one_thing",
                condition=Q(decision__isnull=False, conversation__isnull=True, voice__isnull=True)
                | Q(decision__isnull=True, conversation__isnull=False, voice__isnull=True)
                | Q(decision__isnull=True, conversation__isnull=True, voice__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.subject


class Position(PersonRow):
    """Where somebody stands in a disagreement, in their own words, and what they rest it on. The person's is a voice."""

    declared = CARE

    disagreement = models.ForeignKey(Disagreement, on_delete=models.PROTECT, related_name="+")
    party = models.CharField(max_length=20, choices=Party)
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = Words(blank=True, default="")
    evidence = Words(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="position_person")]
        constraints = [
            models.CheckConstraint(
                name="position_is_somebodys",
                condition=Q(party=Party.PERSON, voice__isnull=False, contact__isnull=True, staff__isnull=True)
                | (Q(party=Party.STAFF, voice__isnull=True, contact__isnull=True, staff__isnull=False) & ~Q(words=""))
                | (
                    Q(
                        party__in=[Party.CIRCLE.value, Party.ADVOCATE.value, Party.PROFESSIONAL.value],
                        voice__isnull=True,
                        contact__isnull=False,
                        staff__isnull=True,
                    )
                    & ~Q(words="")
                ),
            )
        ]

    def __str__(self) -> str:
        return self.words or self.party


class DisagreementStep(PersonRow):
    """One step by which a disagreement is settled: who sees to it and by when. `occurred_at` is when it was entered."""

    declared = CARE

    disagreement = models.ForeignKey(Disagreement, on_delete=models.PROTECT, related_name="+")
    rung = models.CharField(max_length=12, choices=Rung)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    words = Words(blank=True, default="")  # what was done or agreed
    because = Words(blank=True, default="")  # why a step was passed over
    interim = Words(blank=True, default="")  # what keeps the person safe and free from now on, where that changed
    tenancy = Words(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="disagreement_step_person")]

    def __str__(self) -> str:
        return self.rung


class DisagreementClosed(PersonRow):
    """What a disagreement came to and why, closed by somebody who is not a party to it."""

    declared = CARE

    disagreement = models.ForeignKey(Disagreement, on_delete=models.PROTECT, related_name="+")
    came_to = models.CharField(max_length=16, choices=CameTo)
    reasons = Words()
    settled_by = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told = Words()  # who was told and how, the person first
    staff_now = Words()  # what staff do now
    residual = Words(blank=True, default="")  # what is still seen otherwise
    look_again_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="disagreement_closed_person")]

    def __str__(self) -> str:
        return self.came_to
