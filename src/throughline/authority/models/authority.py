from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart, PersonRow

from ..choices import AuthorityKind, EndedWhy, HowAct


class Authority(PersonRow):
    """That somebody can decide something by law, or says so. Until somebody saw the papers it is only claimed.

    What is written here is as the papers say; a correction is a new row, and its papers are looked at anew.
    """

    declared = CARE

    kind = models.CharField(max_length=20, choices=AuthorityKind)
    how_act = models.CharField(max_length=24, choices=HowAct, blank=True, default="")  # of several holders
    areas = models.JSONField(default=list, blank=True)  # values of people.choices.Area; empty: it covers nothing
    powers = Words(blank=True, default="")  # what the papers let them do, beyond the areas
    limits = Words(blank=True, default="")  # instructions and limits in the papers
    allows = Words(blank=True, default="")  # what a court order allows; what an advance statement says
    reference = Line(blank=True, default="")  # of the Office of the Public Guardian, or the court's
    made_on = models.DateField(null=True, blank=True)
    registered_on = models.DateField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)  # the last day
    life_sustaining = models.BooleanField(default=False)  # they may decide about treatment that keeps the person alive
    usable_while_able = models.BooleanField(default=False)  # property: with the person's leave, before they lose capacity

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="authority_person")]

    def __str__(self) -> str:
        return self.get_kind_display()


class Holder(PersonPart):
    """One of those who hold an authority; a replacement acts only when an original holder no longer can."""

    declared = CARE

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="holders")
    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    replacement = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "contact"], name="holder_once")]

    def __str__(self) -> str:
        return f"{self.contact_id} of {self.authority_id}"


class Proof(PersonRow):
    """That somebody saw the papers of an authority: what, and on which day. The author saw them."""

    declared = CARE

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    what = Line()  # "registered, with the stamp on each page, pages 1 to 20"
    seen_on = models.DateField()
    file = models.ForeignKey("people.File", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="proof_person")]

    def __str__(self) -> str:
        return self.what


class AuthorityEnded(PersonRow):
    """That an authority is no more, from a day on. What was decided before stands."""

    declared = CARE

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    why = models.CharField(max_length=12, choices=EndedWhy)
    words = Words(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="authority_ended_person")]

    def __str__(self) -> str:
        return f"{self.authority_id} {self.why}"
