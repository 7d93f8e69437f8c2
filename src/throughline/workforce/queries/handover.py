"""Who is to read what is handed over."""

from collections.abc import Collection
from uuid import UUID

from throughline.access import queries as access
from throughline.accounts.models import User
from throughline.base import clock
from throughline.people.models import Stay

from ..models import Shift
from .shifts import AROUND


def to_hand_over_to(people: Collection[UUID]) -> list[User]:
    """Who is on shift with some people now or within the hour, by name; the team, where nobody knows who is. At most two queries."""
    homes = Stay.objects.on(clock.today()).filter(person__in=people).values("service")
    now = clock.now()
    rows = Shift.objects.between(now - AROUND, now + AROUND).filter(service__in=homes, user__is_active=True)
    on_shift = {shift.user_id: shift.user for shift in rows.select_related("user")}
    return sorted(on_shift.values(), key=lambda user: user.name) or access.who_records(people)
