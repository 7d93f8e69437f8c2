"""Elm Support on an ordinary day, arranged through actions: two homes, their staff, the people they support.

Each area adds its own functions below; what stands in `house` is for all of them.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.test import Client

from throughline.access import actions
from throughline.base import clock

PASSWORD = "a quiet chair by the window"


@dataclass(frozen=True)
class House:
    """Ruth manages; Amina and Tom (agency, for a week) support Jo and Sam at Elm House; Bryn supports Lee at Oak Lodge."""

    ruth: Any
    amina: Any
    tom: Any
    bryn: Any
    elm: Any
    oak: Any
    jo: Any
    sam: Any
    lee: Any


def house() -> House:
    """The whole of it, begun today."""
    ruth = actions.create_manager(name="Ruth", email="ruth@example.org", password=PASSWORD)
    actions.change_provider(by=ruth, name="Elm Support")
    elm = actions.open_service(by=ruth, name="Elm House", kind="supported_living", jurisdiction="england")
    oak = actions.open_service(by=ruth, name="Oak Lodge", kind="care_home", jurisdiction="wales")
    week = clock.today() + timedelta(days=7)
    return House(
        ruth=ruth,
        amina=worker("Amina", ruth, service=elm),
        tom=worker("Tom", ruth, role="agency_worker", service=elm, until_on=week),
        bryn=worker("Bryn", ruth, service=oak),
        elm=elm,
        oak=oak,
        jo=actions.add_person(service=elm, name="Jo", own_colour="teal", by=ruth),
        sam=actions.add_person(service=elm, name="Sam", own_colour="amber", by=ruth),
        lee=actions.add_person(service=oak, name="Lee", own_colour="ocean", by=ruth),
    )


def worker(name: str, by: Any, role: str = "support_worker", **given: Any) -> Any:
    """Somebody who signs in, with one role."""
    user = actions.add_staff(name=name, email=f"{name.lower()}@example.org", password=PASSWORD, by=by)
    actions.assign(user=user, role=role, by=by, **given)
    return user


def signed_in(user: Any) -> Client:
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(user, settings.AUTHENTICATION_BACKENDS[-1])
    return client
