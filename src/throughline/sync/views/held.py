"""Records that were held, for whoever answers for the person's record."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.access import asked, readings, scope
from throughline.people.sight import Sight
from throughline.web.addresses import Policy, address
from throughline.web.forms import Form
from throughline.web.frame import frame
from throughline.web.submit import submit

from .. import actions, pages, queries
from ..choices import Settling
from ..forms import SetAside
from ..models import Held


@address(Policy.SCOPED)
def several(request: HttpRequest) -> HttpResponse:
    """What waits for this manager."""
    page = pages.several(queries.waiting(request.user))
    shell = frame(request, _("What came from phones"), current="team")
    return render(request, "sync/several.jinja", {"shell": shell, "page": page})


@address(Policy.SCOPED)
def one(request: HttpRequest, held_id: UUID) -> HttpResponse:
    """One of them: accept it, or set it aside and say why."""
    held = queries.held(request.user, held_id)
    sight = _sight(request, held)
    accepting = request.POST.get("how") == Settling.ACCEPTED
    form = Form(request.POST) if accepting else SetAside(request.POST or None)
    act = partial(actions.accept if accepting else actions.set_aside, held=held, by=request.user)
    if request.method == "POST" and submit(form, lambda given: act(**given)):
        return redirect("sync:held_one", held_id=held.pk)
    page = pages.one(held, sight)
    shell = frame(request, page.title, person=held.person, current="team", wrong=bool(form.errors))
    aside = SetAside() if accepting else form
    return render(request, "sync/one.jinja", {"shell": shell, "page": page, "mistakes": form.mistakes, "aside": aside})


def _sight(request: HttpRequest, held: Held) -> Sight | None:
    """Looking at what was written about somebody is a reading of theirs."""
    if held.person is None:
        asked.mark()
        return None
    sight = scope.sight(request.user, held.person.pk)
    if request.method == "GET":
        readings.note(sight, "sync:held_one", held.pk)
    return sight
