from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.models import Amendment, Topic
from throughline.base.records import amend, keep, once
from throughline.base.sent import already
from throughline.base.written import NOW, Written
from throughline.conversations.actions import Clip, keep_file
from throughline.conversations.standing import corrected, still_stands
from throughline.people.choices import Area, FileBasis, FileKind
from throughline.people.models import File, Person

from .. import law, policy
from ..checking import has_come, is_theirs
from ..models import Authority, AuthorityEnded, Holder, Proof


@once
@transaction.atomic
def write_authority(
    *, person: Person, kind: str, holders: Sequence[Holder] = (), seen: str = "", by: Any, written: Written = NOW, **told: Any
) -> Authority:
    """Write down that somebody can decide something by law, or says so. Until somebody sees the papers it is only claimed.

    holders: unsaved Holder rows. seen: what is seen of the papers now, when they are at hand. told: the fields of Authority. Raises
    Invalid with what is still to be written.
    """
    require(policy.may_keep(by, person))
    if there := already(Authority, by=by, written=written):
        return there
    authority = Authority(person=person, kind=kind, topic=Topic.PLANS, **told)
    parts = _holders(authority, holders)
    keep("authority.written-down", authority, *parts, by=by, written=written)
    if seen.strip():
        see_papers(authority=authority, what=seen, seen_on=clock.today(), by=by)
    return authority


@transaction.atomic
def correct_authority(
    *, authority: Authority, reason: str, holders: Sequence[Holder] | None = None, by: Any, written: Written = NOW, **told: Any
) -> Authority:
    """Correct what is written down of an authority. The first words stay; somebody has to see the papers anew, against the new words.

    holders: unsaved rows, when they are others. What has ended is corrected no more.
    """
    require(policy.may_amend(by, authority))
    still_stands(authority)
    _not_ended(authority)
    new, when = corrected(authority, told, written)
    before = [Holder(contact=each.contact, replacement=each.replacement) for each in authority.holders.select_related("contact")]
    parts = _holders(new, before if holders is None else holders)
    return amend("authority.corrected", authority, new, *parts, kind=Amendment.CORRECTED, reason=reason, by=by, written=when)


def _holders(authority: Authority, holders: Sequence[Holder]) -> list[Holder]:
    """The holders, made this authority's; raises Invalid when they or it are not as the law asks."""
    for each in holders:
        is_theirs("holders", each.contact, authority.person)
        each.person, each.authority = authority.person, authority
    if len({each.contact_id for each in holders}) < len(holders):
        raise Invalid({"holders": _("Somebody is named twice. Name each of them once.")})
    if not set(authority.areas) <= set(Area.values):
        raise Invalid({"areas": _("Choose the parts of life from the list.")})
    if missing := _missing(authority, holders):
        raise Invalid.by_law(missing)
    return list(holders)


def _missing(authority: Authority, holders: Sequence[Holder]) -> dict[str, str]:
    return law.incomplete(
        kind=authority.kind,
        how_act=authority.how_act,
        holders=sum(not each.replacement for each in holders),
        allows=authority.allows,
        starts_on=authority.starts_on,
        expires_on=authority.expires_on,
        made_on=authority.made_on,
        registered_on=authority.registered_on,
    )


@once
@transaction.atomic
def see_papers(
    *,
    authority: Authority,
    what: str,
    seen_on: date,
    copy: Clip | None = None,
    copy_because: str = "",
    by: Any,
    written: Written = NOW,
) -> Proof:
    """Keep that one saw the papers of an authority, and what they were. Whoever signs this saw them.

    copy: a photo of the papers; copy_because: how the person agreed that we keep one.
    """
    require(policy.may_keep(by, authority.person))
    if there := already(Proof, by=by, written=written):
        return there
    still_stands(authority)
    has_come("seen_on", seen_on)
    if not law.is_of_papers(seen_on, authority.made_on):
        raise Invalid({"seen_on": _("It was made after that day, so nobody can have seen it then. Look at both days again.")})
    proof = Proof(person=authority.person, authority=authority, what=what, seen_on=seen_on, topic=authority.topic)
    if copy is not None:
        proof.file = _copy(authority, copy, copy_because, by)
    return keep("authority.papers-seen", proof, by=by, written=written)


def _copy(authority: Authority, copy: Clip, because: str, by: Any) -> File:
    """The photo, kept; what is wrong with it is said of its own field."""
    same: dict[str, Any] = {"person": authority.person, "kind": FileKind.PHOTO, "basis": FileBasis.AGREED, "topic": authority.topic}
    shows = copy.shows or str(authority)
    try:
        return keep_file(content=copy.content, media_type=copy.media_type, shows=shows, basis_words=because, by=by, **same)
    except Invalid as invalid:
        fields = {"content": "copy", "basis_words": "copy_because"}
        raise Invalid({fields.get(field, field): fault for field, fault in invalid.faults.items()}) from None


@once
@transaction.atomic
def end_authority(*, authority: Authority, on: date, why: str, words: str = "", by: Any, written: Written = NOW) -> AuthorityEnded:
    """Keep that an authority is no more, from a day on. What was decided before stands."""
    require(policy.may_keep(by, authority.person))
    if there := already(AuthorityEnded, by=by, written=written):
        return there
    still_stands(authority)
    _not_ended(authority)
    has_come("on", on)
    ended = AuthorityEnded(person=authority.person, authority=authority, on=on, why=why, words=words, topic=authority.topic)
    return keep("authority.ended", ended, by=by, written=written)


def _not_ended(authority: Authority) -> None:
    if AuthorityEnded.objects.current().filter(authority=authority).exists():
        raise Invalid({"authority": _("This has ended already. Open it again and look at what is written there.")})
