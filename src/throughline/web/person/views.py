"""A person's page and their timeline."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from .. import as_at
from ..addresses import Policy, address, look
from ..frame import frame, who_can_see
from .pages import FILTERS, person_page, timeline_page


@address(Policy.PERSON)
def page(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Know the person in a minute."""
    sight = look(request, person_id)
    title = _("%(name)s\u2019s page") % {"name": sight.person.name}
    shell = frame(request, title, current="people", who_can_see=who_can_see(sight))
    return render(request, "person/person.jinja", {"shell": shell, "page": person_page(sight, as_at.asked_day(request))})


@address(Policy.PERSON)
def timeline(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Everything in order."""
    sight = look(request, person_id)
    shown = request.GET.get("show", "all")
    made = timeline_page(sight, shown if shown in FILTERS else "all", _before(request), as_at.asked_day(request))
    shell = frame(request, _("Timeline"), person=sight.person, current="people", who_can_see=who_can_see(sight))
    return render(request, "person/timeline.jinja", {"shell": shell, "page": made})


def _before(request: HttpRequest) -> datetime | None:
    """The moment before which entries are asked for; nothing when it cannot be read."""
    try:
        given = datetime.fromisoformat(request.GET.get("before", ""))
    except ValueError:
        return None
    return given if given.tzinfo else None
