from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground, Words
from throughline.people.choices import ContactKind

from ..choices import HandedOver, MemberBasis
from .grant import ForATime


class MemberQuerySet(ForATime):
    def of(self, actor: Any) -> Self:
        """Links of somebody who signs in and is still in the person's life."""
        return self.filter(user=actor.pk, contact__ended_on__isnull=True)


class CircleMember(Ground):
    """That a user is one of a person's contacts, for a time. It opens pages of their own; what these show is what grants say."""

    declared = Declared(Keeping.MUTABLE, Privacy.PEOPLE, Retention.CARE_RECORD, exchanged=False)

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=ContactKind)
    basis = models.CharField(max_length=10, choices=MemberBasis)
    basis_words = Words()  # how the person asked for it, or on what footing it was done
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        ordering = ["from_at"]
        indexes = [models.Index(fields=["user", "person"], name="member_user_person")]

    def __str__(self) -> str:
        return f"{self.user_id} is {self.contact_id}"


class Invitation(Ground):
    """A link and a code with which a contact begins to have pages of their own. Neither can be read back from here."""

    declared = Declared(Keeping.WORKING, Privacy.PEOPLE, Retention.WHILE_IN_USE, exchanged=False)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=10, choices=MemberBasis)
    basis_words = Words()
    handed_over = models.CharField(max_length=10, choices=HandedOver)
    link_hash = models.CharField(max_length=64, unique=True)  # SHA-256: the link is too long to be guessed
    code_hash = models.CharField(max_length=200)  # as passwords are kept: the code is short
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["expires_at"]
        constraints = [models.CheckConstraint(condition=Q(tries__lte=100), name="invitation_tries_end")]

    def __str__(self) -> str:
        return f"{self.contact_id} is invited"
