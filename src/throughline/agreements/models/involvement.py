from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Topic, Words
from throughline.decisions.choices import Standing
from throughline.people.models import PersonPart, PersonRow

from ..choices import Agreed, Involved, Rhythm

SOMEBODY = Q(contact__isnull=False, staff__isnull=True) | Q(contact__isnull=True, staff__isnull=False)


class InvolvementAgreement(PersonRow):
    """How the people in the person's life take part: one at one address for life, with immutable versions."""

    declared = CARE

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="agreement_person")]
        constraints = [models.UniqueConstraint(fields=["person"], condition=Q(amends__isnull=True), name="one_agreement_a_person")]

    def __str__(self) -> str:
        return f"agreement of {self.person_id}"


class AgreementVersion(PersonRow):
    """What an involvement agreement said. A proposal until the person's answer carries it (`AgreementAnswer`)."""

    declared = CARE

    agreement = models.ForeignKey(InvolvementAgreement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    because = Words(blank=True, default="")  # why there is a new version
    purpose = Words()
    given_how = Line(blank=True, default="")  # how it was shown to the person: "with photos, in two short talks"
    consent_checked = Words(blank=True, default="")  # how the person is asked, each time
    conflict = Words(blank=True, default="")  # what staff do when a request goes against what the person chose
    advocate = Words(blank=True, default="")  # who could help the person to be heard, and how they are asked
    circle_does = Words(blank=True, default="")  # how they behave towards staff and the person
    staff_do = Words(blank=True, default="")  # how staff behave towards them
    look_again_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="agreement_version_person")]
        constraints = [models.UniqueConstraint(fields=["agreement", "number"], name="agreement_version_once")]

    def __str__(self) -> str:
        return f"version {self.number}"


class AgreementParty(PersonPart):
    """How somebody takes part in planning, in reviews and in decisions. `areas`: in what they decide by law, when they do."""

    declared = CARE

    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="parties")
    position = models.PositiveSmallIntegerField(default=1)
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    in_planning = models.CharField(max_length=8, choices=Involved, default=Involved.NOT)
    in_reviews = models.CharField(max_length=8, choices=Involved, default=Involved.NOT)
    in_decisions = models.CharField(max_length=8, choices=Involved, default=Involved.NOT)
    areas = models.JSONField(default=list, blank=True)  # values of people.choices.Area
    words = Line(blank=True, default="")

    class Meta:
        constraints = [models.CheckConstraint(name="party_is_somebody", condition=SOMEBODY)]

    def __str__(self) -> str:
        return f"{self.contact_id or self.staff_id} in {self.version_id}"


class SharedThing(PersonPart):
    """What a contact is told by itself, and when: at set times or when a named thing happens, never as it is written."""

    declared = CARE

    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="shared")
    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=20, choices=Topic)
    rhythm = models.CharField(max_length=16, choices=Rhythm)
    event = Line(blank=True, default="")  # "when Jo has been to hospital"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "contact", "about", "rhythm"], name="shared_once"),
            models.CheckConstraint(name="shared_event_is_named", condition=~Q(rhythm=Rhythm.WHEN_IT_HAPPENS) | ~Q(event="")),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.rhythm}"


class MeetingRule(PersonPart):
    """One thing that holds whenever people meet about the person's life."""

    declared = CARE

    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="rules")
    position = models.PositiveSmallIntegerField()
    text = Line()

    def __str__(self) -> str:
        return self.text


class EscalationStep(PersonPart):
    """What happens next where people do not agree: what, who sees to it, within how many working days."""

    declared = CARE

    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    what = Line()
    who = Line()
    days = models.PositiveSmallIntegerField()  # working days

    def __str__(self) -> str:
        return self.what


class AgreementAnswer(PersonRow):
    """What the person, or somebody who takes part, says to a version, in their own way. A later answer replaces an earlier one.

    Without contact and staff it is the person's, and judged: only theirs, or another basis that the law knows, carries an agreement.
    """

    declared = CARE

    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Agreed)
    words = Words(blank=True, default="")  # of somebody else: in their words, or how they showed it
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")  # the person's
    decision = models.ForeignKey("decisions.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing, blank=True, default="", editable=False)  # of the person's alone
    lost = False  # whether the words or the decision that carried it do no more: `queries.with_answers` fills it in
    withdrawn = False  # whether the person took those words back themself: filled in there too
    faults = models.JSONField(default=list, blank=True, editable=False)  # codes of the law; empty when valid

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="agreement_answer_person")]
        constraints = [
            models.CheckConstraint(name="answer_of_one", condition=Q(contact__isnull=True) | Q(staff__isnull=True)),
            models.CheckConstraint(
                name="answer_voice_is_the_persons", condition=Q(voice__isnull=True) | Q(contact__isnull=True, staff__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer} to {self.version_id}"

    @property
    def is_persons(self) -> bool:
        """Whether it is the answer of the person whom it is about."""
        return self.contact_id is None and self.staff_id is None
