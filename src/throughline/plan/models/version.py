from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line as LineField
from throughline.base.models import Words
from throughline.people.models import PersonPart, PersonRow

from ..choices import Days, LinePart
from .item import Item


class Version(PersonRow):
    """What a plan item says, immutable. Staff follow it only once it is published."""

    declared = CARE

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = LineField()
    summary = Words(blank=True, default="")  # what we do and why, in a sentence or two
    own_words = models.ForeignKey(
        "conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # stands on the card
    # an outcome in the person's own words is measured: how, from where, to where, by when
    measure = LineField(blank=True, default="")
    baseline = LineField(blank=True, default="")
    baseline_on = models.DateField(null=True, blank=True)
    target = LineField(blank=True, default="")
    target_by = models.DateField(null=True, blank=True)
    controls_money = models.BooleanField(default=False)  # staff hold or limit the person's money
    look_again_on = models.DateField(null=True, blank=True)
    look_again_if = Words(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="version_person")]
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="version_number_once")]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"


class Line(PersonPart):
    """One line of a version: something to do, an early sign, what is important. Shows the voice or contribution it comes from."""

    declared = CARE

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="lines")
    part = models.CharField(max_length=12, choices=LinePart)
    position = models.PositiveSmallIntegerField()
    text = LineField()
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    contribution = models.ForeignKey("conversations.Contribution", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "part", "position"], name="line_in_order"),
            models.CheckConstraint(name="line_has_one_source", condition=Q(voice__isnull=True) | Q(contribution__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.text


class Step(PersonPart):
    """One step of a routine, with its time and the days on which it comes. Steps without a time come in their order."""

    declared = CARE

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    text = LineField()
    from_time = models.TimeField(null=True, blank=True)
    to_time = models.TimeField(null=True, blank=True)
    days = models.CharField(max_length=10, choices=Days, default=Days.EVERY)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="step_in_order")]

    def __str__(self) -> str:
        return self.text


class Because(PersonPart):
    """That a version rests on something the person said: which voices led to it."""

    declared = CARE

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="becauses")
    voice = models.ForeignKey("conversations.Voice", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "voice"], name="because_once")]

    def __str__(self) -> str:
        return f"{self.version_id} because {self.voice_id}"
