"""Crossings: those that wait for whoever answers for them, and one of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.answers import require
from throughline.practice import queries_crossings

from ..addresses import Policy, address, look, note_people
from ..frame import frame
from ..said import showing
from . import pages
from .told import missed

SECTIONS = "shared/sections.jinja"


@address(Policy.SCOPED)
def several(request: HttpRequest) -> HttpResponse:
    """For whoever may write down reviews."""
    require(scope.allowed_anywhere(request.user, Act.REVIEW))
    opened, late = queries_crossings.open_for(request.user), missed(request.user)
    page, shell = pages.list_page(opened, late), frame(request, _("Look again soon"), current="shift")
    people = (each.person for each in (*(each.crossing for each in opened), *(each.agreed for each in late)))
    return note_people(request, render(request, SECTIONS, {"shell": shell, "page": page}), people, "watch:list")


@address(Policy.PERSON)
def one(request: HttpRequest, crossing_id: UUID) -> HttpResponse:
    """What came together, and what was agreed for it."""
    sight = look(request, queries_crossings.person_of_crossing(crossing_id), about_id=crossing_id)
    row = queries_crossings.one(sight, crossing_id)
    found = queries_crossings.as_it_stands(row)
    page = pages.crossing_page(sight, row, found.happened, stands=found.stands, is_open=queries_crossings.is_open(row))
    return render(request, SECTIONS, {"shell": showing.shell(request, page.title, sight), "page": page})
