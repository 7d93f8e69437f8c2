from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q

from throughline.base.declared import CARE
from throughline.base.models import Line as LineField
from throughline.decisions.choices import Area, Standing
from throughline.decisions.models import Decision
from throughline.people.models import PersonRow, PersonRowQuerySet

from .. import law
from ..choices import Course, Holder, ItemKind, LinePart
from .allowance import Allowance
from .item import Item
from .version import Line, Version

# What the law asks a valid decision for (`law.needs_decision`), as the database knows it.
LIMITS = Q(limits=True) | Q(item__kind=ItemKind.RESTRICTION) | Q(version__controls_money=True)
LIMITING = (LinePart.LIMIT.value, LinePart.REACT.value)
# A decision of others that limits the person, which limits them in what rests on it (`law.rests_on_a_limit`).
OF_OTHERS = ~Q(basis__in=law.OWN_BASES) & (Q(question__area=Area.RESTRICTIONS) | Q(option__limits__gt=law.A_LITTLE))


def _is(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, models.BooleanField())


class PublicationQuerySet(PersonRowQuerySet):
    """Publications, and whether the decisions on which they rest still carry them."""

    def with_lost(self, as_at: datetime | None = None) -> Self:
        """Each with `lost`: whether its decision, or what that rests on, was taken back; and with `needs_decision`."""
        lost = Q(decision__isnull=False) & Q(Exists(Decision.objects.gone(as_at).filter(pk=OuterRef("decision"))))
        limiting = Exists(Line.objects.filter(version=OuterRef("version"), part__in=LIMITING))
        held = Exists(Allowance.objects.filter(version=OuterRef("version"), holder=Holder.STAFF))
        of_others = Exists(Decision.objects.filter(OF_OTHERS, pk=OuterRef("decision")))
        return self.annotate(lost=_is(lost), needs_decision=_is(LIMITS | Q(limiting) | Q(held) | Q(of_others)))

    def in_effect(self, as_at: datetime | None = None) -> Self:
        """Those that stand and are valid, without those that needed a decision and have lost it. What needs none goes on without."""
        return self.current(as_at).filter(standing=Standing.VALID).with_lost(as_at).exclude(needs_decision=True, lost=True)


class Publication(PersonRow):
    """The act by which a version becomes what staff follow, or by which an item ends: a message, an author, and the decision it rests on.

    Without a decision it is service-led, is shown as such, and counts as a gap.
    """

    declared = CARE

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    course = models.CharField(max_length=10, choices=Course, default=Course.FOLLOWED)
    decision = models.ForeignKey("decisions.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    message = LineField()
    # Whether what it limits may take the person's liberty away, as whoever published it said; the law's own answer where nobody did.
    may_deprive = models.BooleanField(null=True, blank=True)
    limits = models.BooleanField(default=False)  # whoever published it said that it limits, controls or stops the person in something
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.VALID, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)

    lost = needs_decision = False  # whether its decision carries it no more, and whether it needs one: filled in by `with_lost`
    objects = PublicationQuerySet.as_manager()  # type: ignore[misc]  # as in `PersonRow`

    class Meta:
        indexes = [
            models.Index(fields=["person", "sequence"], name="publication_person"),
            models.Index(fields=["item", "sequence"], name="publication_item"),
        ]
        constraints = [
            models.CheckConstraint(
                name="publication_has_a_version",
                condition=models.Q(course=Course.FOLLOWED, version__isnull=False) | models.Q(course=Course.ENDED),
            )
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.course}"
