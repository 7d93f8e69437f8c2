"""Pages of their own for family, advocates and professionals: invited, accepted with a link and a code, ended."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from throughline.accounts.models import User
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import change, keep
from throughline.people.models import Contact, Person

from .. import policy
from ..choices import MemberBasis
from ..models import CircleMember, Invitation
from ..queries import link_hash
from .people import add_contact

LASTS = timedelta(days=14)
CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with its link and code in the clear. They are shown once, and kept nowhere."""

    invitation: Invitation
    link: str
    code: str


@transaction.atomic
def invite(*, contact: Contact, basis: str, basis_words: str, handed_over: str, by: Any) -> Invited:
    """Invite a contact to pages of their own. It shares nothing by itself. Earlier invitations of theirs no longer work."""
    require(policy.may_invite(by, contact))
    for earlier in Invitation.objects.filter(contact=contact, used_at=None, expires_at__gt=clock.now()):
        change("access.invitation-replaced", earlier, by=by, expires_at=clock.now())
    link, code = secrets.token_urlsafe(32), f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    invitation = Invitation(person=contact.person, contact=contact, basis=basis, basis_words=basis_words, handed_over=handed_over)
    invitation.link_hash, invitation.code_hash = link_hash(link), make_password(code)
    invitation.expires_at = clock.now() + LASTS
    return Invited(keep("access.circle-invited", invitation, by=by), link, code)


@transaction.atomic
def add_and_invite(*, person: Person, basis_words: str, handed_over: str, by: Any, **about: Any) -> Invited:
    """Somebody in the person's life, and an invitation for them in the same moment: both, or neither. about: as `add_contact` takes it.

    basis_words: how the person said that they want it.
    """
    require(policy.may_keep_sharing(by, person))
    contact = add_contact(person=person, by=by, **about)
    return invite(contact=contact, basis=MemberBasis.INVITED, basis_words=basis_words, handed_over=handed_over, by=by)


@transaction.atomic
def accept_invitation(
    *, invitation: Invitation, code: str, name: str = "", email: str = "", password: str | None = None, by: Any = None
) -> CircleMember | None:
    """Take up an invitation with its code, as whoever is signed in or as somebody new. None for a wrong code, which counts as a try.

    Somebody who signs in already, with the same address, signs in first: a code is no way into somebody else's account.
    """
    held = Invitation.objects.select_for_update().select_related("contact").get(pk=invitation.pk)
    require(policy.may_accept(held))
    if not check_password("".join(code.split()), held.code_hash):
        change("access.invitation-tried", held, by=None, tries=held.tries + 1)
        return None
    user = by if by is not None and by.is_authenticated else _somebody_new(name or held.contact.name, email, password, held.contact)
    change("access.invitation-used", held, by=user, used_at=clock.now())
    link = {"person": held.person, "contact": held.contact, "kind": held.contact.kind, "user": user}
    member = CircleMember(**link, basis=held.basis, basis_words=held.basis_words, from_at=clock.now())
    return keep("access.circle-joined", member, by=user)


def _somebody_new(name: str, email: str, password: str | None, contact: Contact) -> User:
    """A sign-in that opens nothing but what grants say. Without a password it is a passkey's."""
    email = email.strip().lower()
    if not email:
        raise Invalid({"email": _("Write your e-mail address. You sign in with it.")})
    if User.objects.filter(email=email).exists():
        raise Invalid({"email": _("Somebody signs in with this address already. If it is you, sign in first and open the link again.")})
    user = User(name=name, email=email, job=contact.relationship)
    user.set_password(password)
    return keep("accounts.circle-added", user, by=None)


@transaction.atomic
def end_membership(*, member: CircleMember, by: Any) -> CircleMember:
    """Somebody has no pages of their own about the person any more, from their next request on."""
    require(policy.may_keep_sharing(by, member.person))
    return change("access.circle-left", member, by=by, until_at=clock.now())
