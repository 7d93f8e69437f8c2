from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.base.written import Written
from throughline.conversations import queries as conversations
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.reviews import actions, policy, queries

from .. import mistakes
from ..addresses import Policy, address, look
from ..as_at import asked_day
from ..frame import frame, who_can_see
from ..parts import Link
from ..submit import submit
from . import forms
from .pages import answering, looking
from .pages import said_did as pages


@address(Policy.PERSON)
def said_did(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the person told us, what we did, and whether they say it is right; on a screen, or one a page as easy read."""
    sight = look(request, person_id)
    wanted = pages.asked(request.GET)
    page = pages.said_did(sight, wanted, asked_day(request))
    surface = "print" if wanted.easy else "desk"
    shell = frame(request, page.title, person=sight.person, current="people", surface=surface, who_can_see=who_can_see(sight))
    return render(request, "reviews/easy.jinja" if wanted.easy else "reviews/said_did.jinja", {"shell": shell, "page": page})


@address(Policy.PERSON)
def respond(request: HttpRequest, voice_id: UUID) -> HttpResponse:
    """Say what we do, did, or could not do and why."""
    sight = look(request, conversations.person_of_voice(voice_id), voice_id)
    require(policy.may_respond(request.user, sight.person))
    voice = conversations.voice(sight, voice_id)
    form = answering.answer_form(request.POST or None, sight, voice)
    if request.method == "POST" and submit(form, lambda given: keep_answer(sight, voice, given, request.user)):
        return redirect("reviews:said_did", person_id=sight.person_id)
    return form_page(request, sight, answering.answer_page(sight, voice, form))


def keep_answer(sight: Sight, voice: Any, given: dict[str, Any], by: Any) -> Any:
    """Keep the answer, with the plan item that changed when one was chosen."""
    item = plan.item(sight, UUID(given["item"])) if given["item"] else None
    more = {name: given[name] for name in ("state", "what", "by_day")}
    return actions.respond(voice=voice, item=item, by=by, written=Written(id=given["id"]), **more)


def form_page(request: HttpRequest, sight: Sight, page: Any) -> HttpResponse:
    """A page with one form about a person."""
    shell = frame(request, page.heading, person=sight.person, current="people")
    return render(request, "layouts/form.jinja", {"shell": shell, "page": page})


def found(request: HttpRequest, response_id: UUID) -> tuple[Sight, Any]:
    """The sight of an answer's person, and the answer, for whoever may tell them."""
    sight = look(request, queries.person_of_response(response_id), response_id)
    require(policy.may_tell(request.user, sight.person))
    return sight, queries.response(sight, response_id)


@address(Policy.PERSON)
def told(request: HttpRequest, response_id: UUID) -> HttpResponse:
    """The person was told: now it is answered."""
    sight, response = found(request, response_id)
    form = forms.Telling(request.POST or None, names={"name": sight.person.name})
    if request.method == "POST" and submit(form, lambda given: keep_telling(response, request.user, **given)):
        return redirect("reviews:said_did", person_id=sight.person_id)
    return form_page(request, sight, answering.tell_page(sight, response, form))


def keep_telling(response: Any, by: Any, *, id: Any, how: str) -> Any:
    return actions.tell(response=response, how=how, by=by, written=Written(id=id))


@address(Policy.PERSON)
def check(request: HttpRequest, response_id: UUID) -> HttpResponse:
    """Whether the person says that it is right: now it is closed."""
    sight, response = found(request, response_id)
    form = forms.IsItRight(request.POST or None, names={"name": sight.person.name})
    if request.method == "POST" and submit(form, lambda given: keep_check(response, request.user, **given)):
        return redirect("reviews:said_did", person_id=sight.person_id)
    return form_page(request, sight, answering.check_page(sight, response, form))


def keep_check(response: Any, by: Any, *, id: Any, **given: Any) -> Any:
    return actions.check(response=response, by=by, written=Written(id=id), **given)


@address(Policy.PERSON)
def review_new(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Look again: the person first, then others, then keep, change or end."""
    sight = look(request, plan.person_of_item(item_id), item_id)
    require(policy.may_review(request.user, sight.person))
    item, contacts = plan.item(sight, item_id), looking.contacts_of(sight)
    form = looking.form(request.POST or None, sight, item, contacts)
    if request.method == "POST" and (done := submit(form, lambda given: looking.keep(item, contacts, request.user, given))):
        return redirect(looking.after(done.value))
    page = looking.page(sight, item, form, contacts)
    shell = frame(request, page.page.heading, person=sight.person, current="people")
    return render(request, "reviews/review_new.jinja", {"shell": shell, "page": page.page, "parts": page})


@address(Policy.PERSON)
def mistake(request: HttpRequest, person_id: UUID, table: str, row_id: UUID) -> HttpResponse:
    """That people looked again, that the person was told, or that they were asked, was entered by mistake."""
    sight = look(request, person_id, about_id=row_id)
    row = queries.row(sight, table, row_id)
    require(policy.may_take_back(request.user, row))
    item = row.item_id if table == "review" else None
    thread = Link(_("The whole thread"), reverse("thread:thread", args=[item])) if item else None
    back = thread or Link(_("You said, we did"), reverse("reviews:said_did", args=[person_id]))
    return mistakes.asked(request, sight, row, actions.take_back, back)
