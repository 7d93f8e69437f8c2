from django.db import models
from django.db.models import Q

from throughline.access.choices import Level
from throughline.base.declared import CARE, Declared, Keeping, Privacy, Retention
from throughline.base.models import Line, Topic, Words
from throughline.decisions.choices import Standing
from throughline.people.models import PersonPart, PersonRow

from ..choices import GivenBy, OverrideKind, StatutoryKind


class SharingPermission(PersonRow):
    """That somebody said what one contact may see about one topic. Without a lawful footing it is kept, and opens nothing.

    The latest valid one about a contact and a topic counts, until it ends or is taken back. `topic` is what this row itself is about.
    """

    declared = CARE

    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=20, choices=Topic)
    level = models.CharField(max_length=12, choices=Level)
    given_by = models.CharField(max_length=16, choices=GivenBy)
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey("authority.Authority", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey("decisions.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    evidence = Words(blank=True, default="")  # of somebody else's saying so: a letter of 3 May
    explained_how = Line(blank=True, default="")  # "with photos of the pages"
    asked_alone = models.BooleanField(default=False)  # without those whom it is about
    conditions = Line(blank=True, default="")
    until = models.DateField(null=True, blank=True)  # the last day; a "not at all" has none
    standing = models.CharField(max_length=10, choices=Standing, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)  # codes of `law.py`; empty when valid

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="permission_person")]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.level} {self.about}"


class Withdrawal(PersonRow):
    """That the person took a permission back. It closes on the next request."""

    declared = CARE

    permission = models.ForeignKey(SharingPermission, on_delete=models.PROTECT, related_name="+")
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = Words(blank=True, default="")  # where it was not the person who took it back: who, and how

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="withdrawal_person")]
        constraints = [models.CheckConstraint(name="withdrawal_says_how", condition=Q(voice__isnull=False) | ~Q(words=""))]

    def __str__(self) -> str:
        return f"{self.permission_id} taken back"


class NotToBeTold(PersonRow):
    """That somebody is not to be told, about some topics or, where none is named, about any. The person can change their mind."""

    declared = CARE

    contact = models.ForeignKey("people.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True, default="")  # of somebody who is no contact
    topics = models.JSONField(default=list, blank=True)
    voice = models.ForeignKey("conversations.Voice", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = Words(blank=True, default="")  # where it does not come from the person: from whom, and why

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="not_to_be_told_person")]
        constraints = [
            models.CheckConstraint(name="not_to_be_told_is_somebody", condition=Q(contact__isnull=False) | ~Q(name="")),
            models.CheckConstraint(name="not_to_be_told_says_how", condition=Q(voice__isnull=False) | ~Q(words="")),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id or self.name} is not to be told"


class StatutoryAccess(PersonRow):
    """That the law itself gives a contact sight of some topics, for a time, whatever the person said."""

    declared = CARE

    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=StatutoryKind)
    authority = models.ForeignKey("authority.Authority", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    advocacy = models.ForeignKey("authority.Advocacy", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # of an attorney or deputy: that the person cannot decide the question for which they need to see it
    assessment = models.ForeignKey("decisions.CapacityAssessment", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    topics = models.JSONField(default=list)
    because = Words()  # what they need it for, and by which law
    until = models.DateField()  # the last day
    standing = models.CharField(max_length=10, choices=Standing, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="statutory_person")]

    def __str__(self) -> str:
        return f"{self.contact_id} by law: {self.kind}"


class Override(PersonRow):
    """That something is shared with a contact without permission: for what, why, until when. Managers see every one of them."""

    declared = CARE

    contact = models.ForeignKey("people.Contact", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=OverrideKind)
    topics = models.JSONField(default=list)
    because = Words()
    until = models.DateField()  # the last day, four weeks ahead at most
    person_told = Line(blank=True, default="")  # how the person was told, or why not
    standing = models.CharField(max_length=10, choices=Standing, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="override_person")]

    def __str__(self) -> str:
        return f"{self.contact_id}: {self.kind}"


class Opening(PersonPart):
    """The grant that a permission, the law or an override opened. Stays here when the record moves: keys are this provider's own."""

    declared = Declared(Keeping.APPEND_ONLY, Privacy.CARE, Retention.CARE_RECORD, exchanged=False)

    grant = models.OneToOneField("access.Grant", on_delete=models.PROTECT, related_name="+")
    permission = models.ForeignKey(SharingPermission, null=True, blank=True, on_delete=models.PROTECT, related_name="openings")
    statutory = models.ForeignKey(StatutoryAccess, null=True, blank=True, on_delete=models.PROTECT, related_name="openings")
    override = models.ForeignKey(Override, null=True, blank=True, on_delete=models.PROTECT, related_name="openings")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="opening_by_one_thing",
                condition=Q(permission__isnull=False, statutory__isnull=True, override__isnull=True)
                | Q(permission__isnull=True, statutory__isnull=False, override__isnull=True)
                | Q(permission__isnull=True, statutory__isnull=True, override__isnull=False),
            ),
            models.UniqueConstraint(fields=["permission"], name="one_grant_a_permission"),
        ]

    def __str__(self) -> str:
        return f"{self.grant_id} opened"


class Closing(PersonPart):
    """The key by which `access` keeps to it that somebody is not to be told. Stays here when the record moves."""

    declared = Declared(Keeping.APPEND_ONLY, Privacy.CARE, Retention.CARE_RECORD, exchanged=False)

    exclusion = models.OneToOneField("access.Exclusion", on_delete=models.PROTECT, related_name="+")
    not_to_be_told = models.ForeignKey(NotToBeTold, on_delete=models.PROTECT, related_name="closings")

    def __str__(self) -> str:
        return f"{self.exclusion_id} closes"
