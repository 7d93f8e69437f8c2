"""What of the plan limits the person, as the law has it."""

from throughline.decisions.choices import Standing

from .choices import Course
from .models import Item, Publication


def limited_before(item: Item) -> bool:
    """Whether what staff followed of it last limits the person; also when it has ended since. One query."""
    followed = Publication.objects.current().filter(item=item, course=Course.FOLLOWED, standing=Standing.VALID)
    last = followed.with_lost().order_by("-sequence").first()
    return last is not None and last.needs_decision
