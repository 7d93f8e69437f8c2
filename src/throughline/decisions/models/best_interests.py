from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import CARE
from throughline.base.models import Line, Words
from throughline.people.models import PersonPart

from ..choices import Consulted, MayRegain
from .decision import Decision


class BestInterests(PersonPart):
    """How a decision for somebody who could not decide it was worked out (Mental Capacity Act 2005, s. 4). One a decision."""

    declared = CARE

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="best_interests")
    took_part = Words(blank=True, default="")  # how they were helped to take part, or why they could not
    present_wishes = Words(blank=True, default="")
    past_wishes = Words(blank=True, default="")
    values = Words(blank=True, default="")  # beliefs, and what they would care about
    circumstances = Words(blank=True, default="")
    may_regain = models.CharField(max_length=8, choices=MayRegain, default=MayRegain.UNKNOWN)
    why_not_wait = Words(blank=True, default="")
    life_sustaining = models.BooleanField(default=False)
    no_wish_for_death = models.BooleanField(default=False)
    not_consulted_because = Words(blank=True, default="")
    weight = Words(blank=True, default="")  # what weight the person's wishes were given
    less_restrictive_because = Words(blank=True, default="")
    harm = Words(blank=True, default="")  # of what limits much: what harm to the person it prevents (s. 6)
    harm_likely = Words(blank=True, default="")  # how likely that is, and how serious
    proportionate_because = Words(blank=True, default="")
    staff_do = Words(blank=True, default="")

    def __str__(self) -> str:
        return f"{self.decision_id} in best interests"


class Consultee(PersonPart):
    """Somebody who was asked what they know and think, in their own words. They do not vote."""

    declared = CARE

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="consultees")
    kind = models.CharField(max_length=12, choices=Consulted)
    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    how = Line(blank=True, default="")  # "by phone, on Monday"
    words = Words()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consultee_is_somebody",
                condition=Q(contact__isnull=False, staff__isnull=True) | Q(contact__isnull=True, staff__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.words


class ActingHolder(PersonPart):
    """A holder of the authority on which a decision rests, who took part in deciding it."""

    declared = CARE

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="acting")
    holder = models.ForeignKey("authority.Holder", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "holder"], name="acting_holder_once")]

    def __str__(self) -> str:
        return f"{self.holder_id} decided"
