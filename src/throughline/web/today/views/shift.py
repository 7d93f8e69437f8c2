from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.base import clock
from throughline.base.errors import NotFound
from throughline.people.sight import Sight
from throughline.workforce import on_shift

from ...addresses import Policy, address, note_reading
from ...as_at import Moment, asked_day
from ...frame import frame, who_can_see
from ..pages import chooser as choosing
from ..pages import over as past
from ..pages import today as pages


@address(Policy.SCOPED)
def today(request: HttpRequest) -> HttpResponse:
    """What is due for one person on the shift. The reading is of that person alone."""
    people, sight = chosen(request)
    if sight is None:
        return render(request, "today/nobody.jinja", {"shell": frame(request, _("Today"), current="today"), "page": pages.nobody()})
    if (at := asked_day(request)).is_past:
        return over(request, sight, at)
    page = pages.today(sight, people, day_asked(request))
    shell = frame(request, _("Today"), person=sight.person, current="today", surface="shift", who_can_see=who_can_see(sight))
    response = render(request, "today/today.jinja", {"shell": shell, "page": page})
    return note_reading(request, response, sight, "today:today")


def over(request: HttpRequest, sight: Sight, at: Moment) -> HttpResponse:
    """The same, read as at the end of a past day: nothing can be written there."""
    page = past.over(sight, at)
    shell = frame(request, page.title, person=sight.person, current="today", who_can_see=who_can_see(sight))
    response = render(request, "shared/sections.jinja", {"shell": shell, "page": page})
    return note_reading(request, response, sight, "today:today")


@address(Policy.SCOPED)
def chooser(request: HttpRequest) -> HttpResponse:
    """Three things to write down, for one person. Shows nothing of the record."""
    people, sight = chosen(request)
    shell = frame(request, _("Record"), person=sight and sight.person, current="record", surface="shift")
    if sight is None:
        return render(request, "today/nobody.jinja", {"shell": shell, "page": pages.nobody()})
    return render(request, "today/chooser.jinja", {"shell": shell, "page": choosing.chooser(sight, people)})


def chosen(request: HttpRequest) -> tuple[list[Any], Sight | None]:
    """The people of the shift and the one on the page: asked for by ?p=, else the first."""
    asked = person_asked(request)
    people = on_shift.people(request.user, asked)
    person_id = asked or (people[0].pk if people else None)
    return people, scope.sight(request.user, person_id) if person_id else None


def person_asked(request: HttpRequest) -> UUID | None:
    """?p=, an id; what is none leads nowhere."""
    given = request.GET.get("p", "")
    try:
        return UUID(given) if given else None
    except ValueError:
        raise NotFound from None


def day_asked(request: HttpRequest) -> date:
    """?day=, today or yesterday; any other day is read in the records."""
    yesterday = clock.today() - timedelta(days=1)
    return yesterday if request.GET.get("day") == str(yesterday) else clock.today()
