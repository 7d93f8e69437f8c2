from django.db import models

from throughline.base.declared import Declared, Keeping, Privacy, Retention
from throughline.base.ids import new_id


class Reading(models.Model):
    """That somebody read a page of a person's record. In a database of its own, so that reading never waits for writing.

    Plain ids, since no foreign key can leave its database.
    """

    declared = Declared(Keeping.APPEND_ONLY, Privacy.STAFF, Retention.JOURNAL, exchanged=False)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    user_id = models.UUIDField()
    person_id = models.UUIDField()
    page = models.CharField(max_length=60)  # the address's name: "people:page", "plan:thread"
    about_id = models.UUIDField(null=True)  # the plan item, decision or voice, where there is one

    class Meta:
        indexes = [models.Index(fields=["person_id", "at"], name="reading_person")]

    def __str__(self) -> str:
        return f"{self.user_id} read {self.page}"
