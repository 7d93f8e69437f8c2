from django.conf import settings
from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.choices import Party
from throughline.people.models import PersonPart, PersonRow

from ..choices import Attendance, ConversationKind


class Conversation(PersonRow):
    """An occasion on which things were talked about with a person. `occurred_at` is when it was.

    The person speaks first, or it is written why not and how their view came in (`design.md` 2, law 5).
    """

    declared = CARE

    kind = models.CharField(max_length=20, choices=ConversationKind)
    title = Line()
    purpose = Line()
    place = Line(blank=True, default="")
    who_spoke_first = models.CharField(max_length=20, choices=Party)
    not_first_because = Words(blank=True, default="")  # and how the person's view came in
    how_we_talked = Words(blank=True, default="")  # photos, few words, headphones on
    notes = Words(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="conversation_person")]

    def __str__(self) -> str:
        return self.title


class AgendaQuestion(PersonPart):
    """One question on a conversation's agenda, in the order in which it was asked."""

    declared = CARE

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    text = Line()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["conversation", "position"], name="agenda_in_order")]

    def __str__(self) -> str:
        return self.text


class Presence(PersonPart):
    """Somebody who was asked to a conversation: a contact or a member of staff; whether they came and how they were prepared.

    The row of the person themself has neither contact nor staff.
    """

    declared = CARE

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="presences")
    party = models.CharField(max_length=20, choices=Party)
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    attendance = models.CharField(max_length=20, choices=Attendance, default=Attendance.CAME)
    prepared = Line(blank=True, default="")  # "saw the photos the day before, with Amina"

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="presence_is_one_somebody",
                condition=models.Q(party=Party.PERSON, contact__isnull=True, staff__isnull=True)
                | models.Q(party=Party.STAFF, contact__isnull=True, staff__isnull=False)
                | models.Q(party__in=[Party.CIRCLE, Party.ADVOCATE, Party.PROFESSIONAL], contact__isnull=False, staff__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.attendance}"
