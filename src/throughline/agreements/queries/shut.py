"""Who else the one is that is not to be told: somebody who works here, or somebody written down twice. For staff."""

from collections.abc import Collection
from uuid import UUID

from throughline.access import circle
from throughline.access.law import Known, is_named, may_be_same
from throughline.people import queries as people
from throughline.people.models import Contact
from throughline.people.sight import Sight

from ..models import NotToBeTold


def staff_shut(sight: Sight, rows: Collection[NotToBeTold]) -> dict[UUID, list[str]]:
    """By row, the names of staff who are the one that is not to be told: they took up pages of their own as who they are. One query."""
    named = [(member.contact, member.user.name) for member in circle.staff_among(sight.person_id)] if rows else []
    return {
        row.pk: sorted({name for contact, name in named if contact.pk == row.contact_id or is_named(row.name, contact.name)})
        for row in rows
    }


def perhaps_shut(sight: Sight, rows: Collection[NotToBeTold]) -> dict[UUID, list[Contact]]:
    """By row, others among the person's people who may be the same somebody, written down twice. One query."""
    contacts = people.contacts(sight) if rows else []
    return {row.pk: [each for each in contacts if each.pk != row.contact_id and _may_be(row, each)] for row in rows}


def _may_be(row: NotToBeTold, contact: Contact) -> bool:
    if is_named(row.name, contact.name):
        return False  # shut already
    shut = _known(row.contact) if row.contact else Known(row.name)
    return may_be_same(shut, _known(contact))


def _known(contact: Contact) -> Known:
    return Known(contact.name, contact.relationship, contact.phone, contact.email)
