from django.conf import settings
from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart, PersonRow

from ..choices import Competence, Method, Subject


class KeyRoutine(PersonRow):
    """That a card is a key routine, for which staff are signed off, and what somebody has to be seen doing: one thing a line.

    That it is none any more is a later row that amends it, with the reason.
    """

    declared = CARE

    item = models.ForeignKey("plan.Item", on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=20, choices=Subject)
    criteria = Words()
    is_key = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="key_routine_person")]

    def __str__(self) -> str:
        return f"{self.item_id} is about {self.subject}"


class NewSignOff(PersonRow):
    """What whoever published a card said: whether what changed needs that staff are signed off anew. Where nobody said, it does."""

    declared = CARE

    publication = models.ForeignKey("plan.Publication", on_delete=models.PROTECT, related_name="+")
    needed = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="new_sign_off_person")]

    def __str__(self) -> str:
        return f"{self.publication_id} needs a new sign-off: {self.needed}"


class SignOff(PersonRow):
    """What somebody saw of a worker doing a key routine as one version of its card says; its author is who saw it, never the worker.

    `agreed_words`: how the person said or showed that they were fine with it. `feedback`: what they made of it; `voice`: their words.
    """

    declared = CARE

    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey("plan.Item", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("plan.Version", on_delete=models.PROTECT, related_name="+")
    method = models.CharField(max_length=12, choices=Method)
    seen_on = models.DateField()
    place = Line(blank=True, default="")
    agreed_words = Line(blank=True, default="")
    feedback = Words(blank=True, default="")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    result = models.CharField(max_length=12, choices=Competence)
    conditions = Words(blank=True, default="")  # with whom beside them, or what to practise before the next time
    until_on = models.DateField(null=True, blank=True)  # the last day on which it holds

    class Meta:
        indexes = [
            models.Index(fields=["person", "sequence"], name="sign_off_person"),
            models.Index(fields=["item", "worker"], name="sign_off_item_worker"),
        ]

    def __str__(self) -> str:
        return f"{self.worker_id} {self.result}"


class Criterion(PersonPart):
    """One thing that was to be seen, and whether it was."""

    declared = CARE

    sign_off = models.ForeignKey(SignOff, on_delete=models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    text = Line()
    met = models.BooleanField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["sign_off", "position"], name="criterion_in_order")]

    def __str__(self) -> str:
        return self.text
