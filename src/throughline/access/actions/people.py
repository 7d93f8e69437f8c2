from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughline.accounts.models import Service
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import change, keep
from throughline.people.models import Contact, Person, Stay
from throughline.people.nhs_number import is_nhs_number, plain

from .. import policy


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    """What identifies a person, as kept; an NHS number only with a good check digit."""
    if number := values.get("nhs_number"):
        if not is_nhs_number(number):
            raise Invalid(
                {"nhs_number": _("This is not an NHS number: its check digit does not fit. Compare it with the letter, or leave it empty.")}
            )
        values["nhs_number"] = plain(number)
        if Person.objects.filter(nhs_number=values["nhs_number"]).exists():
            raise Invalid({"nhs_number": _("Somebody on our books has this NHS number. Look for them in People first.")})
    return values


@transaction.atomic
def add_person(*, service: Service, from_on: date | None = None, by: Any, **values: Any) -> Person:
    """Add somebody we support, and the stay with which it begins."""
    require(policy.may_keep_people(by, service))
    person = keep("people.person-added", Person(**_checked(values)), by=by)
    keep("people.stay-begun", Stay(person=person, service=service, from_on=from_on or clock.today()), by=by)
    return person


@transaction.atomic
def change_person(*, person: Person, by: Any, **values: Any) -> Person:
    """Change what identifies a person, or their colour."""
    require(policy.may_keep_person(by, person))
    if values.get("nhs_number") == person.nhs_number:
        values.pop("nhs_number")
    return change("people.person-changed", person, by=by, **_checked(values))


@transaction.atomic
def begin_stay(*, person: Person, service: Service, from_on: date, by: Any) -> Stay:
    """A service begins to support a person."""
    require(policy.may_keep_person(by, person))
    return keep("people.stay-begun", Stay(person=person, service=service, from_on=from_on), by=by)


@transaction.atomic
def end_stay(*, stay: Stay, on: date, by: Any) -> Stay:
    """A service no longer supports a person; staff who were assigned to it no longer see them."""
    require(policy.may_keep_person(by, stay.person))
    if on < stay.from_on:
        raise Invalid({"on": _("This is before the stay began. Choose a later day.")})
    return change("people.stay-ended", stay, by=by, until_on=on)


@transaction.atomic
def add_contact(*, person: Person, by: Any, **values: Any) -> Contact:
    """Write down somebody in the person's life. It gives them no authority and no sight."""
    require(policy.may_keep_person(by, person))
    return keep("people.contact-added", Contact(person=person, **values), by=by)


@transaction.atomic
def change_contact(*, contact: Contact, by: Any, **values: Any) -> Contact:
    """Change what is known of a contact, or say that they are no longer one."""
    require(policy.may_keep_person(by, contact.person))
    return change("people.contact-changed", contact, by=by, **values)
