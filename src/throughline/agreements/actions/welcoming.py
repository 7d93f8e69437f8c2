"""Somebody in the person's life, invited, with what the person says that they may see: one moment, and the law of each as ever."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from throughline.access import actions as access
from throughline.access.actions import Invited
from throughline.base.answers import require
from throughline.people.models import Person

from .. import policy
from ..choices import GivenBy
from ..models import SharingPermission
from ..said import JustSaid
from .permissions import keep_permissions


@dataclass(frozen=True, slots=True)
class Welcomed:
    """The invitation, and a permission for each topic that was answered. One that the law does not carry is there, and opens nothing."""

    invited: Invited
    permissions: tuple[SharingPermission, ...]


@transaction.atomic
def add_invite_and_share(
    *, person: Person, levels: Mapping[str, str], said: JustSaid, asked_alone: bool = False, handed_over: str, by: Any, **about: Any
) -> Welcomed:
    """All of it, or nothing. said: how the person said that they want it, and what they said that may be seen: one voice of theirs.

    levels: by topic, as `keep_permissions` takes them; empty where nothing was said of it, and then nothing opens. about: as
    `add_contact` takes it.
    """
    require(policy.may_keep_sharing(by, person))
    invited = access.add_and_invite(person=person, basis_words=said.words, handed_over=handed_over, by=by, **about)
    if not levels:
        return Welcomed(invited, ())
    given: dict[str, Any] = {"given_by": GivenBy.PERSON, "said": said, "asked_alone": asked_alone}
    return Welcomed(invited, tuple(keep_permissions(contact=invited.invitation.contact, levels=levels, by=by, **given)))
