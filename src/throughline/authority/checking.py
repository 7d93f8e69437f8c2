"""What every action here asks of what it is given: whose contact it is, and that a day has come. Refuses with a sentence."""

from datetime import date

from django.utils.translation import gettext as _

from throughline.base import clock
from throughline.base.errors import Invalid
from throughline.people.models import Contact, Person


def has_come(field: str, day: date) -> None:
    """Raise Invalid when a day is still to come."""
    if day > clock.today():
        raise Invalid({field: _("This has not come yet. Write today or an earlier day.")})


def is_theirs(field: str, contact: Contact | None, person: Person) -> None:
    """Raise Invalid when a contact is somebody else's."""
    if contact is not None and contact.person_id != person.pk:
        names = {"contact": contact.name, "name": person.name}
        raise Invalid({field: _("%(contact)s is not among %(name)s's people. Add them first.") % names})
