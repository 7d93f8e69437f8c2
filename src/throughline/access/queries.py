"""Questions about setting up and about keys. Each asks for permission, or is about the actor alone."""

import hashlib
from collections.abc import Collection
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q

from throughline.accounts.models import Provider, Service, User
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import NotFound
from throughline.base.models import Event
from throughline.people.models import Draft, Person, Stay
from throughline.people.queries import only
from throughline.people.sight import Sight

from . import keys, scope
from .models import Assignment, CircleMember, Exclusion, Grant, Invitation
from .roles import INTEGRATION, REGISTERED_MANAGER, ROLES, Act

# Who set a password last: its owner, or somebody who then knows it.
OWN_PASSWORD = frozenset({"accounts.manager-created", "accounts.manager-let-in", "accounts.password-chosen"})
OTHERS_PASSWORD = frozenset({"accounts.staff-added", "accounts.password-set"})


def draft_of(*, person: Person, form: str, about_id: UUID | None, by: Any) -> Draft | None:
    """What an author has begun to write in a form about a person, if anything."""
    return Draft.objects.filter(author=by, person=person, form=form, about_id=about_id).first()


def provider() -> Provider | None:
    """The provider, once it is set up."""
    return Provider.objects.first()


def provider_or_new() -> Provider:
    """The provider, or an unsaved one with the words that we start with."""
    return provider() or Provider()


def homes_of(actor: Any, most: int = 4) -> tuple[str, ...]:
    """Names of the homes at which an actor works, for the frame of every page. One query, and no long answer."""
    held = keys.of(actor).held
    rows = Service.objects.order_by("name")
    if all(key.service_id or key.person_id for key in held):
        stays = Stay.objects.on(clock.today()).filter(service=OuterRef("pk"), person__in=[key.person_id for key in held if key.person_id])
        rows = rows.filter(Q(pk__in=[key.service_id for key in held if key.service_id]) | Exists(stays))
    return tuple(rows.values_list("name", flat=True)[:most])


def services() -> list[Service]:
    """The provider's homes and branches."""
    return list(Service.objects.order_by("name"))


def service(service_id: UUID) -> Service:
    """One home."""
    return only(Service.objects.all(), service_id)


def own_roles(actor: Any) -> list[Assignment]:
    """The roles that an actor has today."""
    return list(Assignment.objects.on(clock.today()).filter(user=actor).select_related("service", "person"))


def managers() -> list[User]:
    """Registered managers of today, whether or not they can sign in."""
    held = Assignment.objects.on(clock.today()).filter(role=REGISTERED_MANAGER.code, user__is_active=True)
    return [each.user for each in held.select_related("user").order_by("from_on", "pk")]


def manager_with(email: str) -> User | None:
    """The registered manager with an e-mail address."""
    return next((each for each in managers() if each.email == email.strip().lower()), None)


def can_sign_in(user: User) -> bool:
    """Whether somebody has a way in. Who came with an import has none until a password is set."""
    return bool(user.password) and user.has_usable_password() or bool(passkeys(user))


def passkeys(actor: Any) -> list[Authenticator]:
    """An actor's own passkeys, the oldest first."""
    return list(Authenticator.objects.filter(user=actor, type=Authenticator.Type.WEBAUTHN).order_by("created_at"))


def passkey(actor: Any, passkey_id: int) -> Authenticator:
    """One of an actor's own passkeys."""
    found = Authenticator.objects.filter(user=actor, type=Authenticator.Type.WEBAUTHN, pk=passkey_id).first()
    if found is None:
        raise NotFound
    return found


def chose_own_password(actor: Any) -> bool:
    """Whether the password is known to nobody else: the last one set was chosen by the actor."""
    last = Event.objects.filter(about_id=actor.pk, verb__in=OWN_PASSWORD | OTHERS_PASSWORD).order_by("-pk").values_list("verb", flat=True)
    return last.first() not in OTHERS_PASSWORD


def staff(actor: Any) -> list[User]:
    """Everybody who signs in to work here, for those who may add staff. Family and advocates who were invited are no staff."""
    require(scope.allowed_anywhere(actor, Act.KEEP_STAFF))
    roles = Assignment.objects.filter(user=OuterRef("pk"))
    invited = CircleMember.objects.filter(user=OuterRef("pk"))
    systems = roles.filter(role=INTEGRATION.code)
    return list(User.objects.filter(Exists(roles) | ~Exists(invited)).exclude(Exists(systems)).order_by("-is_active", "name"))


def member_of_staff(actor: Any, user_id: UUID) -> User:
    """One who signs in, for those who may add staff."""
    require(scope.allowed_anywhere(actor, Act.KEEP_STAFF))
    return only(User.objects.all(), user_id)


def assignments(actor: Any, user: User | None = None) -> list[Assignment]:
    """Roles given, the newest first; of one user or of all."""
    require(scope.allowed_anywhere(actor, Act.KEEP_STAFF))
    rows = Assignment.objects.select_related("user", "service", "person").order_by("-from_on")
    return list(rows.filter(user=user) if user else rows)


def assignment(actor: Any, assignment_id: UUID) -> Assignment:
    """One role given."""
    require(scope.allowed_anywhere(actor, Act.KEEP_STAFF))
    found: Assignment = only(Assignment.objects.select_related("user", "service", "person"), assignment_id)
    return found


def team_of(sight: Sight) -> list[User]:
    """Staff who have a role for a person today: in their life, in their home, or for everybody. One query.

    `reads_private`: whether what the person shares with the manager alone reaches them.
    """
    stays = Stay.objects.on(clock.today()).filter(person=sight.person_id)
    reaches = Q(person=sight.person_id) | Q(service__in=stays.values("service")) | Q(person=None, service=None)
    held = Assignment.objects.on(clock.today()).filter(reaches, user=OuterRef("pk")).exclude(role=INTEGRATION.code)
    private = held.filter(role__in=[role.code for role in ROLES.values() if Act.SEE_PRIVATE in role.acts])
    return list(User.objects.filter(Exists(held), is_active=True).annotate(reads_private=Exists(private)).order_by("name"))


def who_records(people: Collection[UUID]) -> list[User]:
    """Staff who have a role today to record what happens for some people: in their life, in their home, or for everybody. One query."""
    stays = Stay.objects.on(clock.today()).filter(person__in=people)
    reaches = Q(person__in=people) | Q(service__in=stays.values("service")) | Q(person=None, service=None)
    roles = [role.code for role in ROLES.values() if role.of_people and Act.KEEP_PRACTICE in role.acts]
    held = Assignment.objects.live(clock.today(), clock.now()).filter(reaches, role__in=roles, user=OuterRef("pk"))
    return list(User.objects.filter(Exists(held), is_active=True).order_by("name"))


def members(sight: Sight) -> list[CircleMember]:
    """Who of the person's contacts has pages of their own, now."""
    return list(CircleMember.objects.live(clock.now()).filter(person=sight.person_id).select_related("contact", "user"))


def member(sight: Sight, member_id: UUID) -> CircleMember:
    """One contact's link to pages of their own."""
    found: CircleMember = only(CircleMember.objects.filter(person=sight.person_id).select_related("contact", "person", "user"), member_id)
    return found


def link_hash(link: str) -> str:
    """A link as an invitation keeps it."""
    return hashlib.sha256(link.encode()).hexdigest()


def invitation(link: str) -> Invitation:
    """The invitation behind a link, for whoever has the link; `policy.may_accept` says whether it still works."""
    found = Invitation.objects.filter(link_hash=link_hash(link)).select_related("contact", "person").first()
    if found is None:
        raise NotFound
    return found


def grants(sight: Sight) -> list[Grant]:
    """Topics that are open to the person's contacts now."""
    return list(Grant.objects.live(clock.now()).filter(person=sight.person_id).select_related("contact"))


def exclusions(sight: Sight) -> list[Exclusion]:
    """Who is not to be told, now."""
    return list(Exclusion.objects.live(clock.now()).filter(person=sight.person_id).select_related("contact"))


def former_user(user_id: str) -> User | None:
    """Somebody who signs in no more, by their id; None for whoever still does. Asked with a signed name and not by a person."""
    return User.objects.filter(pk=user_id, is_active=False).first()
