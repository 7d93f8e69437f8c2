"""Who may give keys."""

from datetime import date, timedelta
from functools import reduce
from operator import and_
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from throughline.accounts.models import Service, User
from throughline.base import clock
from throughline.base.answers import YES, Answer, No
from throughline.base.written import NOW, Written
from throughline.people.models import Contact, Person, PersonRow

from . import asked, keys, scope
from .models import Assignment, CircleMember, Invitation
from .roles import AGENCY_WORKER, ROLES, SUPPORT_WORKER, TEAM_LEADER, Act, Role

UNDO_FOR = timedelta(minutes=10)
MOST_TRIES = 5
SHIFT_ROLES = (SUPPORT_WORKER, AGENCY_WORKER, TEAM_LEADER)


def may_keep_staff(by: Any) -> Answer:
    """Adding staff and giving them roles."""
    return scope.allowed_anywhere(by, Act.KEEP_STAFF)


def may_set_password(by: Any, user: User) -> Answer:
    """A new password for somebody else. Never for somebody who may do more: it would be a way to act as them."""
    if by.pk == user.pk:
        return No(_("Choose your own new password on the page with your name."))
    if CircleMember.objects.of(user).live(clock.now()).exists():
        return No(_("%(name)s has pages of their own about somebody. Invite them again instead.") % {"name": user.name})
    held = keys.of(by)
    for key in keys.find(user).held:
        here = held.acts_for(key.person_id, scope.services_of(key.person_id)) if key.person_id else _acts_at(held, key.service_id)
        if not key.acts <= here:
            return No(_("%(name)s may do more than you. Ask the registered manager.") % {"name": user.name})
    return may_keep_staff(by)


def may_change_staff(by: Any, user: User) -> Answer:
    """Putting right a name or an address. Who changes the address could sign in with it, so it is as narrow as setting a password."""
    return may_keep_staff(by) if by.pk == user.pk else may_set_password(by, user)


def may_stop_signing_in(by: Any, user: User) -> Answer:
    """Somebody left: by whoever could give them each of the roles that they have. Nobody locks themself out."""
    if by.pk == user.pk:
        return No(_("Nobody stops their own sign-in. Ask another manager."))
    given = Assignment.objects.on(clock.today()).filter(user=user).select_related("service", "person")
    return reduce(and_, (_may_reach(by, ROLES[each.role], each.service, each.person) for each in given), may_keep_staff(by))


def may_end_assignment(by: Any, assignment: Any) -> Answer:
    """Taking a role away: by whoever could give it. Nobody takes their own, so that a provider is not left without a manager."""
    if by.pk == assignment.user_id:
        return No(_("Nobody takes a role from themself. Ask another manager."))
    return may_keep_staff(by) & _may_reach(by, ROLES[assignment.role], assignment.service, assignment.person)


def _acts_at(held: keys.Keys, service_id: UUID | None) -> frozenset[Act]:
    """What keys open at a service, or, for None, everywhere."""
    return frozenset().union(*(key.acts for key in held.held if not key.person_id and key.service_id in (None, service_id)))


def may_remove_passkey(by: Any, passkey: Any) -> Answer:
    """One's own, and nobody else's."""
    asked.mark()
    return YES if passkey.user_id == by.pk else No(_("This passkey is somebody else's."))


def may_assign(by: Any, user: User, role: Role, *, service: Service | None, person: Person | None, ends: bool) -> Answer:
    """Giving a role: never to oneself, never wider than one's own, and an agency worker's ends by itself."""
    if by.pk == user.pk:
        return No(_("Nobody gives a role to themself. Ask another manager."))
    if not role.of_people:
        return No(_("Another system gets this role with its token, on the page of other systems."))
    if role.must_end and not ends:
        return No(_("The role %(role)s ends by itself. Say on which day.") % {"role": _(role.name)})
    return may_keep_staff(by) & _may_reach(by, role, service, person)


def _may_reach(by: Any, role: Role, service: Service | None, person: Person | None) -> Answer:
    """Whoever gives a role holds as wide a key; roles that see private records are given by those who have one."""
    held = keys.of(by)
    covered = held.everywhere(Act.KEEP_STAFF) or (service is not None and service.pk in held.services(Act.KEEP_STAFF))
    covered = covered or (person is not None and bool(scope.services_of(person.pk) & held.services(Act.KEEP_STAFF)))
    if not covered:
        return No(_("You can give roles only for the services that you manage."))
    if role in SHIFT_ROLES or role.acts <= held.acts():
        return YES
    return No(_("You cannot give the role %(role)s: it may do more than yours. Ask the registered manager.") % {"role": _(role.name)})


def may_keep_integrations(by: Any) -> Answer:
    """The page of other systems."""
    return scope.allowed_anywhere(by, Act.KEEP_INTEGRATIONS)


def may_let_in(by: Any, service: Service | None) -> Answer:
    """Letting another system in, at one home or everywhere: never wider than one's own key."""
    held = keys.of(by)
    if held.everywhere(Act.KEEP_INTEGRATIONS) or (service is not None and service.pk in held.services(Act.KEEP_INTEGRATIONS)):
        return may_keep_integrations(by)
    return may_keep_integrations(by) and No(_("You can let another system in only at the homes that you manage."))


def may_see_set_up(by: Any) -> Answer:
    """The page from which homes and staff are set up."""
    return YES if may_set_up(by) else may_keep_staff(by)


def roles_to_give(by: Any) -> tuple[Role, ...]:
    """The roles that somebody can give, somewhere."""
    acts = keys.of(by).acts()
    return tuple(role for role in ROLES.values() if role.of_people and (role in SHIFT_ROLES or role.acts <= acts))


def may_set_up(by: Any) -> Answer:
    """The provider, its homes and its words."""
    return scope.allowed_anywhere(by, Act.SET_UP)


def may_keep_people(by: Any, service: Service | None = None) -> Answer:
    """Adding a person to the provider; to a home that one manages."""
    held = keys.of(by)
    if service is not None and not held.everywhere(Act.KEEP_PEOPLE) and service.pk not in held.services(Act.KEEP_PEOPLE):
        return No(_("You can add people only to the homes that you manage."))
    return scope.allowed_anywhere(by, Act.KEEP_PEOPLE)


def may_see_readings(by: Any, person: Person) -> Answer:
    """Seeing who looked at a person's record."""
    return scope.allowed(by, Act.SEE_READINGS, person)


def may_keep_person(by: Any, person: Person) -> Answer:
    """Changing who a person is on our books, where they live, and who is in their life."""
    return scope.allowed(by, Act.KEEP_PEOPLE, person)


def may_keep_sharing(by: Any, person: Person) -> Answer:
    """Writing down who may see what about a person, and inviting those who may."""
    return scope.allowed(by, Act.KEEP_SHARING, person)


def may_close(by: Any, person: Person) -> Answer:
    """Closing what was open: whoever may write down what the person says, so that a "stop" works at once, whoever hears it."""
    return scope.allowed(by, Act.KEEP_VOICE, person)


def may_invite(by: Any, contact: Contact) -> Answer:
    """Inviting a contact to pages of their own, while they are in the person's life."""
    gone = No(_("%(name)s is no longer written down as in this person’s life.") % {"name": contact.name})
    return may_keep_sharing(by, contact.person) & (YES if contact.ended_on is None else gone)


def may_accept(invitation: Invitation) -> Answer:
    """Taking up an invitation: once, in time, with a few tries at its code."""
    asked.mark()
    works = invitation.used_at is None and invitation.expires_at > clock.now() and invitation.tries < MOST_TRIES
    if works and invitation.contact.ended_on is None:
        return YES
    return No(_("This invitation no longer works. Ask whoever invited you for a new one."))


def may_override(by: Any, person: Person) -> Answer:
    """Sharing without permission, for a reason and a time."""
    return scope.allowed(by, Act.OVERRIDE_SHARING, person)


def may_see_overrides(by: Any) -> Answer:
    """Reading what was shared without permission, over everybody: whoever leads reads of it, and not only those who can do it."""
    return scope.allowed_anywhere(by, Act.SEE_READINGS)


def may_undo(by: Any, row: PersonRow, written: Written = NOW) -> Answer:
    """Undoing is free for the author for ten minutes (`ux.md` 2.11); later a record is corrected with a reason.

    What was written and undone on one phone goes by that phone's clock, however late both arrive.
    """
    asked.mark()
    if row.author_id != by.pk:
        return No(_("Only the one who wrote it can undo it. You can correct it, with a reason."))
    if since(row, written) > UNDO_FOR:
        return No(_("It was written more than 10 minutes ago. Correct it, with a reason; the first words stay."))
    return YES


def since(row: PersonRow, written: Written) -> timedelta:
    """How long ago a row was written: by its phone's own clock, where the same phone writes now."""
    if written.recorded_at and written.device and written.device == row.device:
        return written.recorded_at - row.recorded_at
    return clock.now() - row.received_at


def yesterday() -> date:
    """The last day of a key that is taken away today: it opens nothing from the next request on."""
    return clock.today() - timedelta(days=1)
