"""Where a role can be: at a home, for one person, for the whole provider. As options of a list, and back."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from throughline.access import keys, queries, scope
from throughline.access.roles import Act

EVERYWHERE = "everywhere"
MOST_PEOPLE = 200  # more do not fit a list; a role at their home is the usual way


def offered(by: Any) -> list[tuple[str, str]]:
    """The places for which somebody can give a role. Two queries."""
    held = keys.of(by)
    everywhere, homes = held.everywhere(Act.KEEP_STAFF), held.services(Act.KEEP_STAFF)
    places = [(f"home:{home.pk}", home.name) for home in queries.services() if everywhere or home.pk in homes]
    people = scope.people_visible_to(by)[:MOST_PEOPLE] if Act.SEE_PERSON in held.acts() else ()
    places += [(f"person:{person.pk}", _("For %(name)s alone") % {"name": person.name}) for person in people]
    return places + ([(EVERYWHERE, _("The whole provider"))] if everywhere else [])


def chosen(by: Any, place: str) -> dict[str, Any]:
    """What the action takes."""
    kind, _colon, key = place.partition(":")
    if kind == "home":
        return {"service": queries.service(UUID(key))}
    return {"person": scope.sight(by, UUID(key)).person} if kind == "person" else {}
