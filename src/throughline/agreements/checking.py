"""What every action here asks of what it is given. Refuses with a sentence."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from throughline.base.errors import Invalid
from throughline.base.models import Topic
from throughline.people.models import Contact, Person, PersonRow


def is_theirs(contact: Contact, person: Person) -> None:
    """Raise Invalid when a contact is somebody else's, or in the person's life no more."""
    names = {"contact": contact.name, "name": person.name}
    if contact.person_id != person.pk:
        raise Invalid({"contact": _("%(contact)s is not among %(name)s's people. Add them first.") % names})
    if contact.ended_on is not None:
        raise Invalid({"contact": _("%(contact)s is in %(name)s's life no more. Nothing can be opened to them.") % names})


def are_topics(topics: Collection[str]) -> None:
    """Raise Invalid when something is no topic."""
    if not set(topics) <= set(Topic.values):
        raise Invalid({"topics": _("Choose from the topics of the list.")})


def same_person(field: str, row: PersonRow | None, person: Person) -> None:
    """Raise Invalid when a row is on somebody else's record."""
    if row is not None and row.person_id != person.pk:
        raise Invalid({field: _("This is on somebody else's record. Choose one of this person's.")})
