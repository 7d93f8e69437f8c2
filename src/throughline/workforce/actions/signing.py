"""Key routines, signing somebody off for them, and publishing a card that is one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.accounts.models import User
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment
from throughline.base.records import amend, copy_of, keep, once, sent_before
from throughline.base.written import NOW, Written
from throughline.plan import actions as plan
from throughline.plan.models import Item, Publication, Version

from .. import law, policy, queries
from ..models import Criterion, KeyRoutine, NewSignOff, SignOff


@transaction.atomic
def keep_key_routine(*, item: Item, subject: str, criteria: str, by: Any, written: Written = NOW) -> KeyRoutine:
    """Say that a card is a key routine, and what somebody has to be seen doing: one thing a line."""
    require(policy.may_keep_key(by, item.person))
    if KeyRoutine.objects.current().filter(item=item, is_key=True).exists():
        raise Invalid({"subject": _("It is a key routine already. Change that one.")})
    key = KeyRoutine(person=item.person, item=item, subject=subject, criteria=criteria, topic=item.topic, audience=item.audience)
    return keep("workforce.key-routine-kept", key, by=by, written=written)


@transaction.atomic
def change_key_routine(*, key: KeyRoutine, reason: str, by: Any, **changed: Any) -> KeyRoutine:
    """Change what has to be seen, or say that it is no key routine any more (is_key=False), with the reason."""
    require(policy.may_keep_key(by, key.person))
    _stands(key)
    later = copy_of(key)
    for name, value in changed.items():
        setattr(later, name, value)
    return amend("workforce.key-routine-changed", key, later, kind=Amendment.CORRECTED, reason=reason, by=by)


@transaction.atomic
def publish(*, version: Version, sign_off_anew: bool | None = None, by: Any, **said: Any) -> Publication:
    """Publish a card. Of a key routine it says, too, whether what changed needs a new sign-off; where nobody says, it does."""
    require(plan.policy.may_plan(by, version.person))
    publication = plan.publish(version=version, by=by, **said)
    if sign_off_anew is not None and KeyRoutine.objects.current().filter(item=version.item, is_key=True).exists():
        about = {"person": version.person, "topic": publication.topic, "audience": publication.audience}
        keep("workforce.new-sign-off-said", NewSignOff(publication=publication, needed=sign_off_anew, **about), by=by)
    return publication


@once
@transaction.atomic
def sign_off(
    *,
    worker: User,
    version: Version,
    seen: Sequence[tuple[str, bool]],
    seen_on: date | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> SignOff:
    """Keep what somebody saw of a worker doing a key routine. seen: each thing that was to be seen, and whether it was.

    told: the other fields of SignOff. Sent twice, it is kept once.
    """
    require(policy.may_sign_off(by, worker, version.person))
    about = {"person": version.person, "item": version.item, "version": version, "topic": version.topic, "audience": version.audience}
    row = SignOff(worker=worker, seen_on=seen_on or clock.today(), **about, **told)
    if before := sent_before(row, by=by, written=written):
        return before
    _check(row, seen, by)
    return keep("workforce.signed-off", row, *_criteria(row, seen), by=by, written=written)


def _criteria(row: SignOff, seen: Sequence[tuple[str, bool]]) -> list[Criterion]:
    return [Criterion(person=row.person, sign_off=row, position=n, text=text, met=met) for n, (text, met) in enumerate(seen, 1)]


def _check(row: SignOff, seen: Sequence[tuple[str, bool]], by: Any) -> None:
    """The law's faults; and that it is of what staff follow, and cites nobody else's words."""
    if found := law.faults(queries.as_seen(row, [met for _text, met in seen], by.pk, clock.today())):
        raise Invalid.by_law(found)
    if row.voice is not None and row.voice.person_id != row.person_id:
        raise Invalid({"voice": _("These words are somebody else's. Choose this person's own.")})
    if not KeyRoutine.objects.current().filter(item=row.item, is_key=True).exists():
        raise Invalid({"item": _("This card is no key routine. Say first that it is one, and what has to be seen.")})


@transaction.atomic
def correct_sign_off(*, row: SignOff, seen: Sequence[tuple[str, bool]], reason: str, by: Any, **told: Any) -> SignOff:
    """Say a sign-off better, with a reason; the first words stay, struck through."""
    require(policy.may_amend(by, row))
    _stands(row)
    later = copy_of(row)
    for name, value in told.items():
        setattr(later, name, value)
    _check(later, seen, by)
    written = Written(occurred_at=row.occurred_at)
    kind = Amendment.CORRECTED
    return amend("workforce.sign-off-corrected", row, later, *_criteria(later, seen), kind=kind, reason=reason, by=by, written=written)


@transaction.atomic
def mistake_sign_off(*, row: SignOff, reason: str, by: Any) -> SignOff:
    """Say that a sign-off should not have been kept. It stays, struck through, and signs nobody off."""
    require(policy.may_amend(by, row))
    _stands(row)
    return amend("workforce.sign-off-mistaken", row, copy_of(row), kind=Amendment.MISTAKE, reason=reason, by=by)


def _stands(row: Any) -> None:
    """Only what stands can be amended."""
    if not type(row).objects.current().filter(pk=row.pk).exists():
        raise Invalid({"reason": _("This was changed already. Open the latest words and change those.")})
