"""Holding what a worker may not write any more, and settling it; and what the server keeps of phones."""

from base64 import b64encode
from secrets import token_bytes
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.access.lending import with_keys_of
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import keep, once
from throughline.people.queries import named

from . import policy
from .choices import Settling
from .files import let_go
from .kinds import kind_of
from .models import Held, OwnLock, SealKey, Settled
from .queries import held_before
from .reading import Sent


@once
@transaction.atomic
def seal_key(*, by: Any) -> str:
    """The key with which this worker's phones shut away what is not sent: made when it is first asked for, and the same ever after."""
    require(policy.may_hand_in(by))
    there = SealKey.objects.filter(user=by).first()
    made = there or keep("sync.seal-key-made", SealKey(user=by, key=b64encode(token_bytes(32)).decode()), by=by)
    return made.key


@once
@transaction.atomic
def say_own_lock(*, device: UUID, by: Any) -> OwnLock:
    """Keep that this worker said of this phone: it has its own lock. Said again, it is said once."""
    require(policy.may_hand_in(by))
    there = OwnLock.objects.filter(user=by, device=device).first()
    return there or keep("sync.own-lock-said", OwnLock(user=by, device=device, at=clock.now()), by=by)


@once
@transaction.atomic
def hold(*, sent: Sent, because: str, by: Any) -> Held:
    """Keep a record as it was sent, outside of anybody's record, for a manager. Sent twice, it is held once."""
    require(policy.may_hand_in(by))
    if before := held_before(sent.id):
        return before
    held = Held(
        id=sent.id,
        person=named(sent.person_id),
        author=by,
        kind=sent.kind,
        sent=sent.as_sent,
        device=sent.device,
        device_counter=sent.counter,
        recorded_at=sent.recorded_at,
        received_at=clock.now(),
        because=because,
    )
    return keep("sync.held", held, by=by)


@transaction.atomic
def accept(*, held: Held, by: Any) -> str:
    """Let a held record in, as its author wrote it; the address of what it became. Raises Invalid when it cannot stand as it is."""
    require(policy.may_settle(by, held))
    _not_settled(held)
    sent = Sent.of_held(held)
    address = kind_of(sent.kind).keep(sent, with_keys_of(held.author, by))
    _settle(held, Settling.ACCEPTED, "", by)
    transaction.on_commit(lambda: let_go(sent, held.author))
    return address


@transaction.atomic
def set_aside(*, held: Held, reason: str, by: Any) -> Settled:
    """Say that a held record does not belong into the record, and why. It stays where it is kept."""
    require(policy.may_settle(by, held))
    _not_settled(held)
    if not reason.strip():
        raise Invalid({"reason": _("Say why it is set aside.")})
    return _settle(held, Settling.SET_ASIDE, reason, by)


def _not_settled(held: Held) -> None:
    if Settled.objects.filter(held=held).exists():
        raise Invalid({"held": _("Somebody looked at this already.")})


def _settle(held: Held, how: Settling, reason: str, by: Any) -> Settled:
    return keep(f"sync.held-{how.value.replace('_', '-')}", Settled(held=held, how=how, reason=reason, by=by, at=clock.now()), by=by)
