from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from throughline.plan import queries as plan
from throughline.workforce import actions, on_shift, queries

from ...addresses import Policy, address, look
from ...plan.views.writing import uuid_of


@address(Policy.PERSON)
def read(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The button "I have read this"; from Today one goes on to the next card, and from the last one back to Today."""
    sight = look(request, plan.person_of_item(item_id), about_id=item_id)
    version_id = uuid_of(request.POST.get("version", ""))
    if request.method == "POST" and version_id is not None:
        actions.read_card(version=plan.version(sight, version_id), by=request.user)
    if request.POST.get("then") != "today":
        return redirect("plan:card", item_id=item_id)
    return redirect(after(request, item_id))


def after(request: HttpRequest, item_id: UUID) -> str:
    """The next card that this worker has not read, or Today."""
    people = [each.pk for each in on_shift.people(request.user)]
    left = queries.unread(request.user, people, queries.TEAM)
    return f"{reverse('plan:card', args=[left[0].item_id])}?then=today" if left else reverse("today:today")
