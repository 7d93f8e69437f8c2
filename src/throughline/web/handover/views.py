"""The handover of a shift, and the button under it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.base.written import Written
from throughline.workforce import on_shift

from ..addresses import Policy, address, note_readings
from ..frame import frame
from ..submit import submit
from ..today.views.shift import person_asked
from . import reading
from .composing import compose
from .forms import HaveRead
from .pages import handover as handover_page


def _left_out(reader: Any, people: list[Any]) -> list[str]:
    """Who of a larger shift is not on the page, by name."""
    return [each.name for each in on_shift.left_out(reader, people)] if len(people) >= on_shift.ALONG else []


@address(Policy.SCOPED)
def handover(request: HttpRequest) -> HttpResponse:
    """Everybody on the shift, one after another. A reading of each; "I have read this" is another one, by the reader's own word."""
    form = HaveRead(request.POST or None)
    keep = lambda given: reading.keep(given, by=request.user, written=Written(id=given["id"]))
    if request.method == "POST" and submit(form, keep):
        return redirect("handover:handover")
    people = on_shift.people(request.user, person_asked(request), on_shift.ALONG)
    sights = scope.sights(request.user, people)
    page = handover_page(compose(sights, request.user), _left_out(request.user, people))
    shell = frame(request, _("Handover"), current="handover", surface="shift")
    response = render(request, "handover/handover.jinja", {"shell": shell, "page": page, "form": form})
    return note_readings(request, response, sights, "handover:handover")
