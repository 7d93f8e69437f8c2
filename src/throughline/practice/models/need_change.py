from django.db import models

from throughline.base.declared import CARE
from throughline.base.models import Words
from throughline.people.choices import Area
from throughline.people.models import PersonRow


class NeedChange(PersonRow):
    """That what the person needs in one part of life changed. Whoever takes part in that part is looked at again."""

    declared = CARE

    area = models.CharField(max_length=20, choices=Area)
    words = Words()  # what is different now, as it was seen or said
    since_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["person", "sequence"], name="need_change_person")]

    def __str__(self) -> str:
        return self.words
