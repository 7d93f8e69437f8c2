"""The plan of a person."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ... import as_at
from ...addresses import Policy, address, look
from ...frame import frame, who_can_see
from ..pages.plan import plan_page


@address(Policy.PERSON)
def plan(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """All items by kind, whole or not."""
    sight = look(request, person_id)
    shell = frame(request, _("Plan"), person=sight.person, current="people", who_can_see=who_can_see(sight))
    return render(request, "plan/plan.jinja", {"shell": shell, "page": plan_page(sight, as_at.asked_day(request))})
