"""Sign-offs as they come in: what another system kept in a way that the law does not let count is marked historic, and signs nobody off."""

from throughline.base import clock
from throughline.workforce import law
from throughline.workforce.models import Criterion, SignOff
from throughline.workforce.queries import as_seen


def incomplete(row: SignOff) -> bool:
    """Few for any person, so that what was seen of each is asked for one by one."""
    met = list(Criterion.objects.filter(sign_off=row.pk).values_list("met", flat=True))
    return bool(law.faults(as_seen(row, met, row.author_id, clock.day_of(row.recorded_at))))
