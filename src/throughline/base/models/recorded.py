from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from throughline.base.terms import gettext_lazy as _

from ..ids import new_id
from .fields import Line


class Amendment(models.TextChoices):
    """How a later row amends an earlier one. Nothing is ever overwritten."""

    NONE = "", _("first words")
    CORRECTED = "corrected", _("corrected")
    UNDONE = "undone", _("undone")
    WITHDRAWN = "withdrawn", _("withdrawn by %(person)s")
    MISTAKE = "mistake", _("entered by mistake")
    MOVED = "moved", _("moved to the right person's record")

    @classmethod
    def ends(cls) -> frozenset[str]:
        """Amendments after which nothing of the row stands."""
        return frozenset({cls.UNDONE, cls.WITHDRAWN, cls.MISTAKE, cls.MOVED})

    @classmethod
    def with_reason(cls) -> frozenset[str]:
        """Amendments that need a reason; undoing within minutes does not."""
        return frozenset({cls.CORRECTED, cls.MISTAKE, cls.MOVED})


class Audience(models.TextChoices):
    """For whom a record is, within those who may see the person at all."""

    TEAM = "team", _("the team")
    MANAGER = "manager", _("only the manager")


class Topic(models.TextChoices):
    """What a record is about, for sharing by topic (`domain.md` 2.2)."""

    DAILY_LIFE = "daily_life", _("daily life")
    HEALTH = "health", _("health")
    MEDICATION = "medication", _("medication")
    MONEY = "money", _("money")
    PLANS = "plans", _("plans and reviews")
    INCIDENTS = "incidents", _("incidents")
    SAFEGUARDING = "safeguarding", _("safeguarding")
    RELATIONSHIPS = "relationships", _("relationships and sex")
    BEHAVIOUR = "behaviour", _("feeling %(upset)s")
    PHOTOS = "photos", _("photos and sound")


class Part(models.Model):
    """A row that belongs to a record and is written with it: a step, an option, who was there."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True


class Ground(models.Model):
    """A row about who exists and who may: mutable, each change kept in the journal."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True


class RecordedQuerySet(models.QuerySet[Any]):
    """Questions that every record table can answer."""

    def had_by(self, moment: datetime | None) -> Self:
        """What the server had at a moment; all of it for None."""
        return self if moment is None else self.filter(received_at__lte=moment)

    def current(self, as_at: datetime | None = None) -> Self:
        """What stands: not amended by a later row, and not itself an ending; as the server had it at a moment."""
        later: Any = self.model._base_manager.filter(amends=OuterRef("pk"))
        if as_at is not None:
            later = later.filter(received_at__lte=as_at)
        return self.had_by(as_at).exclude(amendment__in=Amendment.ends()).filter(~Exists(later))

    def written_by(self, moment: datetime | None) -> Self:
        """What stood by a moment of the authors' clocks, for what is judged after it came from elsewhere; what stands, for None."""
        if moment is None:
            return self.current()
        later: Any = self.model._base_manager.filter(amends=OuterRef("pk"), recorded_at__lte=moment)
        return self.filter(recorded_at__lte=moment).exclude(amendment__in=Amendment.ends()).filter(~Exists(later))


class Recorded(models.Model):
    """A row that somebody wrote: signed by being kept, never changed, amended only by a later row.

    Author and subject are apart; the person's own words are never authored by the person's name
    in somebody else's hand (`design.md` 2, law 2).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    received_at = models.DateTimeField()
    device = models.CharField(max_length=60, blank=True, default="")
    device_counter = models.PositiveBigIntegerField(null=True, blank=True)
    sequence = models.BigIntegerField(editable=False)
    topic = models.CharField(max_length=20, choices=Topic, default=Topic.DAILY_LIFE)
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.TEAM)
    amends = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    amendment = models.CharField(max_length=12, choices=Amendment, blank=True, default=Amendment.NONE)
    reason = Line(blank=True, default="")
    historic = models.BooleanField(default=False)  # came from another system, as it was

    objects = RecordedQuerySet.as_manager()

    class Meta:
        abstract = True
