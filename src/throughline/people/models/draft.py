from django.conf import settings
from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.models import Ground

from .person import Person


class Draft(Ground):
    """What somebody has begun to write and not signed. One form, one author, one person; gone when signed."""

    declared = Declared(Keeping.WORKING, Privacy.CARE, Retention.WHILE_IN_USE, exchanged=False)

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=60)
    about_id = models.UUIDField(null=True, blank=True)
    content = models.JSONField(default=dict)
    updated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["author", "person", "form", "about_id"], name="draft_found")]

    def __str__(self) -> str:
        return f"{self.form} by {self.author_id}"
