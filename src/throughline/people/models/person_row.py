from typing import Self

from django.db import models

from throughline.base.models import Part, Recorded, RecordedQuerySet

from ..sight import Seeing
from .person import Person

NO_TOPIC = frozenset({""})  # what nothing is about: a list without an entry would be no statement to prepare


class PersonRowQuerySet(RecordedQuerySet):
    """Records of people; what may reach a screen starts with `visible_to`."""

    def visible_to(self, sight: Seeing) -> Self:
        """Records of the person that this actor may see: for them, and about what is shared with them."""
        rows = self.filter(person=sight.person_id, audience__in=sight.audiences)
        return rows if sight.topics is None else rows.filter(topic__in=sight.topics or NO_TOPIC)


class PersonRow(Recorded):
    """A record of one person. Joint events are one row a person, with a shared `group`."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    group = models.UUIDField(null=True, blank=True)

    objects = PersonRowQuerySet.as_manager()  # type: ignore[misc]  # a narrower manager than `Recorded` has

    class Meta:
        abstract = True


class PersonPart(Part):
    """A part of a record; carries the person, so that any question about them touches one key."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
