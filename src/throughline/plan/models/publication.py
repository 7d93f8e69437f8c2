from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Line
from throughline.decisions.choices import Standing
from throughline.people.models import PersonRow

from ..choices import Course
from .item import Item
from .version import Version


class Publication(PersonRow):
    """The act by which a version becomes what staff follow, or by which an item ends: a message, an author, and the decision it rests on.

    Without a decision it is service-led, is shown as such, and counts as a gap.
    """

    declared = CARE

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    course = models.CharField(max_length=10, choices=Course, default=Course.FOLLOWED)
    decision = models.ForeignKey("decisions.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    message = Line()
    # Whether what it limits may take the person's liberty away, as whoever published it said; the law's own answer where nobody did.
    may_deprive = models.BooleanField(null=True, blank=True)
    limits = models.BooleanField(default=False)  # whoever published it said that it limits, controls or stops the person in something
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.VALID, editable=False)
    faults = models.JSONField(default=list, blank=True, editable=False)

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
