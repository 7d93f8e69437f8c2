"""Questions about setting up and about keys. Each asks for permission, or is about the actor alone."""

from typing import Any
from uuid import UUID

from throughline.accounts.models import Provider, Service, User
from throughline.base.answers import require
from throughline.people.models import Draft, Person
from throughline.people.queries import only

from . import policy
from .models import Assignment


def draft_of(*, person: Person, form: str, about_id: UUID | None, by: Any) -> Draft | None:
    """What an author has begun to write in a form about a person, if anything."""
    return Draft.objects.filter(author=by, person=person, form=form, about_id=about_id).first()


def provider() -> Provider | None:
    """The provider, once it is set up."""
    return Provider.objects.first()


def services() -> list[Service]:
    """The provider's homes and branches."""
    return list(Service.objects.order_by("name"))


def service(service_id: UUID) -> Service:
    """One home."""
    return only(Service.objects.all(), service_id)


def staff(actor: Any) -> list[User]:
    """Everybody who signs in, for those who may add staff."""
    require(policy.may_keep_staff(actor))
    return list(User.objects.order_by("-is_active", "name"))


def member_of_staff(actor: Any, user_id: UUID) -> User:
    """One who signs in, for those who may add staff."""
    require(policy.may_keep_staff(actor))
    return only(User.objects.all(), user_id)


def assignments(actor: Any, user: User | None = None) -> list[Assignment]:
    """Roles given, the newest first; of one user or of all."""
    require(policy.may_keep_staff(actor))
    rows = Assignment.objects.select_related("user", "service", "person").order_by("-from_on")
    return list(rows.filter(user=user) if user else rows)


def assignment(actor: Any, assignment_id: UUID) -> Assignment:
    """One role given."""
    require(policy.may_keep_staff(actor))
    return only(Assignment.objects.select_related("user", "service", "person"), assignment_id)
