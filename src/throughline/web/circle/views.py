"""What family, advocates and professionals read on pages of their own."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.access import circle
from throughline.base.errors import NotFound

from ..addresses import Policy, address, look_circle
from ..frame import frame
from .pages.access import access_page
from .pages.agreed import agreed as agreed_page
from .pages.around import show
from .pages.choose import choose_page
from .pages.deciding import decide_page
from .pages.home import home as home_page
from .pages.said import said_page


@address(Policy.LINKED)
def choose(request: HttpRequest) -> HttpResponse:
    """Of several people, whom; of one, straight there."""
    links = circle.people(request.user)
    if not links and not circle.is_no_staff(request.user):
        raise NotFound
    if len(links) == 1:
        return redirect("circle:home", person_id=links[0].person_id)
    shell = frame(request, _("Whose pages?"), current="choose", surface="portal")
    return render(request, "circle/choose.jinja", {"shell": shell, "page": choose_page(links)})


@address(Policy.CIRCLE)
def home(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What is new in bounds."""
    sight = look_circle(request, person_id)
    return show(request, sight, "home", sight.person.name, "home", home_page(sight))


@address(Policy.CIRCLE)
def agreed(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What staff follow, what was decided, what people found when they looked again."""
    sight = look_circle(request, person_id)
    return show(request, sight, "agreed", _("What we agreed"), "agreed", agreed_page(sight))


@address(Policy.CIRCLE)
def said(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What became of one's own words."""
    sight = look_circle(request, person_id)
    return show(request, sight, "said", _("What became of what I said"), "home", said_page(sight))


@address(Policy.CIRCLE)
def access(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What one can see, topic by topic."""
    sight = look_circle(request, person_id)
    return show(request, sight, "access", _("What I can see"), "access", access_page(sight))


@address(Policy.CIRCLE)
def decide(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """For an attorney or deputy: the questions in their scope."""
    sight = look_circle(request, person_id)
    page = decide_page(sight)
    if not page.areas:
        raise NotFound
    return show(request, sight, "decide", _("What you are to decide"), "home", page)
