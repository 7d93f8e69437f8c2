from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonRow


class AdvanceRefusal(PersonRow):
    """That the person said beforehand which treatments they refuse, and when. Shown and sent to a clinician, never judged here.

    Whether it is valid and applies is for clinicians or the court (Mental Capacity Act 2005, ss. 24 to 26): so it has no standing.
    """

    declared = CARE

    treatments = Words()
    circumstances = Words(blank=True, default="")
    in_writing = models.BooleanField(default=False)
    signed = models.BooleanField(default=False)
    witnessed = models.BooleanField(default=False)
    even_if_life_at_risk = models.BooleanField(default=False)  # it says so in its own words
    made_on = models.DateField(null=True, blank=True)
    where_kept = Line(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="refusal_person")]

    def __str__(self) -> str:
        return self.treatments


class RefusalSent(PersonRow):
    """That an advance refusal was sent to a clinician, who alone can say what it means for a treatment."""

    declared = CARE

    refusal = models.ForeignKey(AdvanceRefusal, on_delete=models.PROTECT, related_name="+")
    to = Line()  # "Dr Shah, GP"
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how = Line(blank=True, default="")  # "a copy by hand"

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="refusal_sent_person")]

    def __str__(self) -> str:
        return self.to


class RefusalAnswer(PersonRow):
    """What the clinician answered, in their words. It is theirs; nothing here acts on it."""

    declared = CARE

    sent = models.ForeignKey(RefusalSent, on_delete=models.PROTECT, related_name="+")
    words = Words()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="refusal_answer_person")]

    def __str__(self) -> str:
        return self.words
