from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.access import actions as access
from throughline.access import circle
from throughline.access.choices import GrantBasis, Level
from throughline.access.models import Grant
from throughline.authority.models import Authority
from throughline.authority.queries import as_held
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, copy_of, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.models import Voice
from throughline.conversations.standing import still_stands
from throughline.decisions.able import cannot_say
from throughline.decisions.choices import Standing
from throughline.decisions.models import Decision
from throughline.people.models import Contact

from .. import checking, law, policy, queries
from ..models import Opening, SharingPermission, Withdrawal
from ..said import JustSaid
from .said import hear


@once
@transaction.atomic
def keep_permissions(
    *,
    contact: Contact,
    levels: Mapping[str, str],
    given_by: str,
    said: JustSaid | Voice | None = None,
    authority: Authority | None = None,
    decision: Decision | None = None,
    until: date | None = None,
    by: Any,
    written: Written = NOW,
    **told: Any,
) -> list[SharingPermission]:
    """Keep what one contact may see, a row a topic. What rests on no lawful footing is kept as what happened, and opens nothing.

    levels: by topic. said: the person's words, or a voice that is there. told: explained_how, evidence, asked_alone, conditions.
    A valid one takes the place of what was said before about the same contact and topic.
    """
    require(policy.may_keep_sharing(by, contact.person))
    if there := _already(by, written):
        return there
    _check(contact, levels, until, said, authority, decision)
    voice = hear(person=contact.person, said=said, topic=Topic.PLANS, by=by, written=written)
    rests = {"given_by": given_by, "voice": voice, "authority": authority, "decision": decision, **told}
    first, *others = sorted(levels.items())
    rest = Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)
    return [_keep_one(contact, *first, until, rests, by, written), *(_keep_one(contact, *each, until, rests, by, rest) for each in others)]


def _already(by: Any, written: Written) -> list[SharingPermission]:
    """What the same form kept when it was sent first: its rows came in the same moment."""
    first = already(SharingPermission, by=by, written=written)
    if first is None:
        return []
    return list(SharingPermission.objects.filter(contact=first.contact_id, author=by, received_at=first.received_at).order_by("sequence"))


def _check(contact: Contact, levels: Mapping[str, str], until: date | None, said: Any, *rests: Any) -> None:
    checking.is_theirs(contact, contact.person)
    checking.are_topics(levels)
    if missing := law.permission_incomplete(topics=len(levels), until=until, today=clock.today()):
        raise Invalid.by_law(missing)
    if not set(levels.values()) <= set(Level.values):
        raise Invalid({"levels": _("Say for each topic: not at all, at reviews, or may see.")})
    for row in (said if isinstance(said, Voice) else None, *rests):
        checking.same_person("said" if isinstance(row, Voice) else "authority", row, contact.person)


def _keep_one(
    contact: Contact, about: str, level: str, until: date | None, rests: dict[str, Any], by: Any, written: Written
) -> SharingPermission:
    given = SharingPermission(person=contact.person, contact=contact, about=about, level=level, topic=Topic.PLANS, **rests)
    given.until = None if level == Level.NO else law.ends_on(until, clock.today())
    if given.until and given.authority and given.authority.expires_on:
        given.until = min(given.until, given.authority.expires_on)
    given.faults = list(law.permission_faults(_proposed(given)))
    given.standing = Standing.NOT_VALID if given.faults else Standing.VALID
    opened = _open(given, by) if given.standing == Standing.VALID else None
    parts = [Opening(person=given.person, grant=opened, permission=given)] if opened else []
    return keep("agreements.permission-kept", given, *parts, by=by, written=written)


def _proposed(given: SharingPermission) -> law.Given:
    """A permission as plain values, for the law."""
    return law.Given(
        given_by=given.given_by,
        about=given.about,
        level=given.level,
        on=clock.today(),
        until=given.until,
        has_voice=given.voice is not None,
        has_view=queries.is_view(given.voice),
        decision=queries.cited(given.decision, given.person_id),
        held=as_held(given.authority, clock.today()),
        is_excluded=circle.is_shut_to(given.contact, [given.about]),
        contact=given.contact_id,
        authority=given.authority_id,
        lacks=cannot_say(given.contact, given.about, clock.now()),
    )


def _open(given: SharingPermission, by: Any) -> Grant | None:
    """Open the topic to the contact; what they had on somebody's word before ends, also when they may now see nothing."""
    before = Grant.objects.filter(contact=given.contact, topic=given.about, basis=GrantBasis.PERMISSION, until_at__gt=clock.now())
    for grant in before.select_related("person"):
        access.end_grant(grant=grant, by=by)
    if given.level == Level.NO or given.until is None:
        return None
    until_at = clock.start_of(given.until + timedelta(days=1))
    return access.grant(
        contact=given.contact,
        topic=given.about,
        level=given.level,
        basis=GrantBasis.PERMISSION,
        because=given.conditions,
        until_at=until_at,
        by=by,
    )


@once
@transaction.atomic
def withdraw(
    *,
    permissions: Sequence[SharingPermission],
    said: JustSaid | Voice | None = None,
    words: str = "",
    by: Any,
    written: Written = NOW,
) -> list[Withdrawal]:
    """Keep that the person took permissions back. What they opened closes on the next request.

    said: the person's words, or a voice that is there. words: where it was not the person who took it back, who and how.
    """
    if not permissions:
        raise Invalid({"permissions": _("Choose what is taken back.")})
    person = permissions[0].person
    require(policy.may_close(by, person))
    for each in permissions:
        checking.same_person("permissions", each, person)
        still_stands(each)
    voice = hear(person=person, said=said, topic=Topic.PLANS, by=by, written=written)
    if voice is None and not words.strip():
        raise Invalid({"words": _("Write what %(name)s said or showed.") % {"name": person.name}})
    checking.same_person("said", voice, person)
    first = [written] + [Written(occurred_at=written.occurred_at, recorded_at=written.recorded_at)] * (len(permissions) - 1)
    return [_withdraw_one(each, voice, words, by, when) for each, when in zip(permissions, first, strict=True)]


def _withdraw_one(permission: SharingPermission, voice: Voice | None, words: str, by: Any, written: Written) -> Withdrawal:
    """One of them; taken back twice is taken back."""
    before: Withdrawal | None = Withdrawal.objects.current().filter(permission=permission).first()
    if before is not None:
        return before
    _close(permission, by)
    back = Withdrawal(person=permission.person, permission=permission, voice=voice, words=words, topic=permission.topic)
    return keep("agreements.permission-taken-back", back, by=by, written=written)


def _close(permission: SharingPermission, by: Any) -> None:
    for grant in queries.grants_of(permission=permission):
        access.end_grant(grant=grant, by=by)


@transaction.atomic
def take_back_mistake(*, permission: SharingPermission, reason: str, by: Any) -> SharingPermission:
    """A permission that was written down by mistake. It closes; the first words stay, struck through."""
    require(policy.may_keep_sharing(by, permission.person))
    still_stands(permission)
    _close(permission, by)
    return amend("agreements.permission-mistaken", permission, copy_of(permission), kind=Amendment.MISTAKE, reason=reason, by=by)
