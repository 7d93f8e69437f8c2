"""The page of a thread is the page of a plan item, at one address for life."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from throughline.plan.choices import ItemKind
from throughline.practice.queries_trials import open_risks
from throughline.thread import load

from .. import as_at
from ..addresses import Policy, address, look
from ..frame import frame, who_can_see
from .pages import thread_page


@address(Policy.PERSON)
def thread(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Who said it, what was decided, what staff do, what happened, when people look again."""
    day = as_at.asked_day(request)
    head = load.head(item_id, day.moment)
    sight = look(request, head.person_id, about_id=item_id)
    facts = load.load_item(sight, item_id, day.moment, head)
    risks = bool(facts.kind == ItemKind.RISK_LADDER and open_risks(sight, [item_id], day.moment))
    page = thread_page(sight, facts, day, reverse("thread:thread", args=[item_id]), risks_wait=risks)
    shell = frame(request, page.title, person=sight.person, current="people", who_can_see=who_can_see(sight))
    return render(request, "thread/thread.jinja", {"shell": shell, "page": page})
