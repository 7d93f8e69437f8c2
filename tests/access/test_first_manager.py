"""The first way in: on an empty database, and after an import, where managers have come and no password has."""

import pytest
from tests.web import arrange

from throughline.access import actions, queries
from throughline.accounts.models import User
from throughline.base.errors import Invalid, Refused
from throughline.base.models import Event

pytestmark = pytest.mark.django_db
NEW = "another quiet chair, by the door"


@pytest.fixture
def imported() -> User:
    """Ruth as an import brings her: the manager, without a way in."""
    ruth = actions.create_manager(name="Ruth", email="ruth@example.org", password=None)
    assert not queries.can_sign_in(ruth)
    return ruth


def test_a_manager_who_came_with_an_import_is_let_in(imported: User) -> None:
    same = actions.create_manager(name="", email="Ruth@example.org ", password=NEW)
    assert (same, same.name, same.check_password(NEW)) == (imported, "Ruth", True)
    event = Event.objects.latest("pk")
    assert (event.verb, event.about_id, event.detail) == ("accounts.manager-let-in", imported.pk, {})
    assert queries.chose_own_password(same)


def test_while_no_manager_can_sign_in_another_can_be_made(imported: User) -> None:
    gwen = actions.create_manager(name="Gwen", email="gwen@example.org", password=NEW)
    assert set(queries.managers()) == {imported, gwen}


def test_once_a_manager_can_sign_in_nobody_is_made_from_outside() -> None:
    arrange.house()
    with pytest.raises(Refused, match="registered manager already who can sign in"):
        actions.create_manager(name="Tom", email="tom.again@example.org", password=NEW)


def test_the_address_of_somebody_else_makes_no_manager_of_them(imported: User) -> None:
    actions.add_staff(name="Amina", email="amina@example.org", password=None, by=imported)
    with pytest.raises(Invalid, match="no registered manager"):
        actions.create_manager(name="Amina", email="amina@example.org", password=NEW)
