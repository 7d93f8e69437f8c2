"""What somebody who takes part says to the agreement themself, and a review that somebody in the person's life leads."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from throughline.agreements import actions as agreements
from throughline.agreements import queries as agreed
from throughline.base.errors import NotFound
from throughline.base.written import Written
from throughline.reviews import actions as reviews

from ..addresses import Policy, address, look_circle
from ..submit import submit
from . import forms
from .pages.leading import leading
from .writing import asking


@address(Policy.CIRCLE)
def answer(request: HttpRequest, person_id: UUID, version_id: UUID) -> HttpResponse:
    """Yes or no to what is agreed with them or proposed to them, in their own words."""
    sight = look_circle(request, person_id, about_id=version_id)
    mine = next((each for each in agreed.agreed_with(sight) if each is not None and each.version.pk == version_id), None)
    if mine is None:
        raise NotFound
    form = forms.Agree(request.POST or None, names={"name": sight.person.name})
    about: dict[str, Any] = {"version": mine.version, "contact": mine.party.contact, "by": request.user}
    keep = lambda given: agreements.answer_own(written=Written(id=given.pop("id")), **about, **given)
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:agreed", person_id=person_id)
    intro = _("This is your answer alone. %(name)s answers for themself.") % {"name": sight.person.name}
    return asking(request, sight, form, "agreed", _("Do you agree to how you take part?"), intro)


@address(Policy.CIRCLE)
def lead(request: HttpRequest, person_id: UUID, asked_id: UUID) -> HttpResponse:
    """A review that they lead: what the person said to them, and what they found. Staff keep it as a review that they led."""
    sight = look_circle(request, person_id, about_id=asked_id)
    page = leading(sight, asked_id)
    form = forms.Led(request.POST or None, names={"name": sight.person.name})
    keep = lambda given: reviews.send_led(asked=page.asked, by=request.user, written=Written(id=given["id"]), said=form.said(given))
    if request.method == "POST" and submit(form, keep):
        return redirect("circle:said", person_id=person_id)
    intro = _("Ask %(name)s alone and first, in the way that %(name)s understands best. Then the others. One box is enough.")
    return asking(request, sight, form, "home", page.heading, intro % {"name": sight.person.name}, page.lines)
