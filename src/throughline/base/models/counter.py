from django.db import models

from ..declared import Declared, Keeping, Privacy, Retention


class Counter(models.Model):
    """The next number that people can say aloud, for one kind of thing: D for decisions, T for threads."""

    declared = Declared(Keeping.DERIVED, Privacy.NONE, Retention.WHILE_IN_USE, exchanged=False)

    letter = models.CharField(max_length=4, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.letter}-{self.last}"
