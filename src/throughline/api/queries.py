"""Questions about other systems that were let in."""

import hashlib
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from throughline.access import keys
from throughline.access.roles import Act
from throughline.base import clock
from throughline.people.queries import only

from .models import Integration


def token_hash(token: str) -> str:
    """A token as it is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> Integration | None:
    """Whose token this is, while it works. One query."""
    found: Integration | None = Integration.objects.live(clock.today()).filter(token_hash=token_hash(token)).select_related("user").first()
    return found


def integrations(actor: Any) -> list[Integration]:
    """The systems that were let in where an actor could let one in, those that still work first."""
    return sorted(_visible(actor), key=lambda each: (each.ended_at is not None or each.until_on < clock.today(), each.name))


def integration(actor: Any, integration_id: UUID) -> Integration:
    """One of them."""
    return only(_visible(actor), integration_id)


def _visible(actor: Any) -> QuerySet[Integration]:
    held = keys.of(actor)
    rows = Integration.objects.select_related("service", "made_by", "user", "assignment")
    return rows if held.everywhere(Act.KEEP_INTEGRATIONS) else rows.filter(service__in=held.services(Act.KEEP_INTEGRATIONS))
