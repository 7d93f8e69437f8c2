from typing import Any
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
    return redirect(onward(request.user, item_id, request.POST.get("then", "")))


def onward(reader: Any, item_id: UUID, then: str) -> str:
    """The next card that this worker has not read, or Today, for whoever came from there; otherwise the card."""
    if then != "today":
        return reverse("plan:card", args=[item_id])
    people = [each.pk for each in on_shift.people(reader)]
    left = queries.unread(reader, people, queries.TEAM)
    return f"{reverse('plan:card', args=[left[0].item_id])}?then=today" if left else reverse("today:today")
