from typing import Any, Self

from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Words
from throughline.people.models import PersonRow, PersonRowQuerySet


class PrivateNoteQuerySet(PersonRowQuerySet):
    def visible_to(self, sight: Any) -> Self:
        """Only those that the reader wrote: whatever else somebody may see of the person, this is not among it."""
        return self.filter(person=sight.person_id, author=sight.actor.pk)


class PrivateNote(PersonRow):
    """What an advocate wrote for the person alone, to read with them. No member of staff can open it, and it leaves with no record."""

    declared = Declared(Keeping.APPEND_ONLY, Privacy.CARE, Retention.CARE_RECORD, exchanged=False)

    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    words = Words()

    objects = PrivateNoteQuerySet.as_manager()  # type: ignore[misc]  # a narrower manager than `PersonRow` has

    class Meta:
        indexes = [models.Index(fields=["person", "author"], name="private_note_author")]

    def __str__(self) -> str:
        return "a private note"
