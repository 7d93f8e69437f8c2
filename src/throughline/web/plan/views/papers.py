"""The card on a phone, cards on paper, and the one-page profile."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from throughline.plan import queries

from ...addresses import Policy, address, look
from ...as_at import asked_day
from ...frame import frame
from ..pages.card import card_page
from ..pages.papers import cards_page
from ..pages.profile import one_page, profile_page
from .writing import shell, uuid_of


@address(Policy.PERSON)
def card(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Do it the agreed way."""
    sight = look(request, queries.person_of_item(item_id), about_id=item_id)
    page = card_page(sight, queries.item(sight, item_id), asked_day(request), request.GET.get("then", ""))
    return render(request, "plan/card.jinja", {"shell": shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def cards(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """To print: all cards, or one item's (`?item=`)."""
    sight = look(request, person_id)
    page = cards_page(sight, request.build_absolute_uri, asked_day(request), uuid_of(request.GET.get("item", "")))
    around = frame(request, _("Shift cards"), person=sight.person, surface="print")
    return render(request, "plan/cards.jinja", {"shell": around, "page": page})


@address(Policy.PERSON)
def profile(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """On a screen with where each line comes from; on paper (`?paper=a4`) on one page."""
    sight, at = look(request, person_id), asked_day(request)
    if request.GET.get("paper") == "a4":
        around = frame(request, _("One-page profile"), person=sight.person, surface="print")
        return render(request, "plan/one_page.jinja", {"shell": around, "page": one_page(sight, request.build_absolute_uri, at)})
    return render(request, "plan/profile.jinja", {"shell": shell(request, _("One-page profile"), sight), "page": profile_page(sight, at)})
