"""Numbers that people can say aloud: D-118, T-41."""

from django.db.models import F

from .models import Counter


def next_number(letter: str) -> int:
    """The next number of a kind, in the caller's transaction; the counter's row is locked until it ends."""
    if not Counter.objects.filter(pk=letter).update(last=F("last") + 1):
        Counter.objects.create(pk=letter, last=1)
    return int(Counter.objects.values_list("last", flat=True).get(pk=letter))


def raise_to(letter: str, number: int) -> None:
    """After an import: no number that came in is given again."""
    if not Counter.objects.filter(pk=letter, last__gte=number).exists():
        Counter.objects.update_or_create(pk=letter, defaults={"last": number})
