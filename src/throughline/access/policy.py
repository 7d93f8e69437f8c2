"""Who may give keys."""

from datetime import date, timedelta
from typing import Any

from throughline.accounts.models import Service, User
from throughline.base import clock
from throughline.base.answers import YES, Answer, No
from throughline.people.models import Person, PersonRow

from . import asked, keys, scope
from .roles import AGENCY_WORKER, SUPPORT_WORKER, TEAM_LEADER, Act, Role

UNDO_FOR = timedelta(minutes=10)
SHIFT_ROLES = (SUPPORT_WORKER, AGENCY_WORKER, TEAM_LEADER)


def may_keep_staff(by: Any) -> Answer:
    """Adding staff and giving them roles."""
    return scope.allowed_anywhere(by, Act.KEEP_STAFF)


def may_assign(by: Any, user: User, role: Role, *, service: Service | None, person: Person | None, ends: bool) -> Answer:
    """Giving a role: never to oneself, never wider than one's own, and an agency worker's ends by itself."""
    if by.pk == user.pk:
        return No("Nobody gives a role to themself. Ask another manager.")
    if role.must_end and not ends:
        return No(f"The role {role.name} ends by itself. Say on which day.")
    return may_keep_staff(by) & _may_reach(by, role, service, person)


def _may_reach(by: Any, role: Role, service: Service | None, person: Person | None) -> Answer:
    """Whoever gives a role holds as wide a key; roles that see private records are given by those who have one."""
    held = keys.of(by)
    covered = held.everywhere(Act.KEEP_STAFF) or (service is not None and service.pk in held.services(Act.KEEP_STAFF))
    covered = covered or (person is not None and bool(scope.services_of(person.pk) & held.services(Act.KEEP_STAFF)))
    if not covered:
        return No("You can give roles only for the services that you manage.")
    if role in SHIFT_ROLES or role.acts <= held.acts():
        return YES
    return No(f"You cannot make somebody {role.name.lower()}: the role may do more than yours. Ask the registered manager.")


def may_set_up(by: Any) -> Answer:
    """The provider, its homes and its words."""
    return scope.allowed_anywhere(by, Act.SET_UP)


def may_keep_people(by: Any) -> Answer:
    """Adding a person to the provider."""
    return scope.allowed_anywhere(by, Act.KEEP_PEOPLE)


def may_keep_person(by: Any, person: Person) -> Answer:
    """Changing who a person is on our books, where they live, and who is in their life."""
    return scope.allowed(by, Act.KEEP_PEOPLE, person)


def may_undo(by: Any, row: PersonRow) -> Answer:
    """Undoing is free for the author for ten minutes (`ux.md` 2.11); later a record is corrected with a reason."""
    asked.mark()
    if row.author_id != by.pk:
        return No("Only the one who wrote it can undo it. You can correct it, with a reason.")
    if clock.now() - row.received_at > UNDO_FOR:
        return No("It was written more than 10 minutes ago. Correct it, with a reason; the first words stay.")
    return YES


def yesterday() -> date:
    """The last day of a key that is taken away today: it opens nothing from the next request on."""
    return clock.today() - timedelta(days=1)
