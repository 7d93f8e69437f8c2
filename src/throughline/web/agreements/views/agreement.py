"""The involvement agreement: what stands, a new version, what each says to it; and who decides, on paper."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.agreements import actions, policy, queries
from throughline.base.answers import require
from throughline.base.written import Written
from throughline.people.sight import Sight

from ... import as_at
from ...addresses import Policy, address, look
from ...frame import frame
from ...parts import Link
from ...said import showing
from ...said.views.asking import form_page, names
from ...submit import submit
from .. import forms, writing
from ..pages import agreement as pages
from ..pages.who_decides import easy_page, who_decides_page


def _page(request: HttpRequest, sight: Sight, template: str, page: Any) -> HttpResponse:
    return render(request, template, {"shell": showing.shell(request, page.title, sight), "page": page})


def _paper(request: HttpRequest, sight: Sight, template: str, title: str, page: Any) -> HttpResponse:
    return render(request, template, {"shell": frame(request, title, person=sight.person, surface="print"), "page": page})


@address(Policy.PERSON)
def agreement(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What was agreed; on a screen, or to hand out (`?paper=a4`)."""
    sight, at = look(request, person_id), as_at.asked_day(request)
    if request.GET.get("paper") == "a4":
        page = pages.paper_page(sight, request.build_absolute_uri, at)
        return _paper(request, sight, "plan/one_page.jinja", pages.title(sight.person.name), page)
    return _page(request, sight, "agreements/agreement.jinja", pages.agreement_page(sight, at))


@address(Policy.PERSON)
def write(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A new version, with the person's answer as far as they were asked."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    every = queries.stated(sight)
    form = writing.version_form(request.POST or None, sight, every)
    if request.method == "POST" and submit(form, lambda given: writing.keep(sight, form, given, every, request.user)):
        return redirect("agreements:agreement", person_id=person_id)
    intro = _("What stands here already is a proposal. Talk about it with %(name)s first, and change it together.") % names(sight)
    title = _("What is agreed with %(name)s’s people?")
    return form_page(request, sight, form, title, _("Keep this version"), back=_back(sight), intro=intro)


def _back(sight: Sight) -> Link:
    return Link(pages.title(sight.person.name), pages.agreement_address(sight))


@address(Policy.PERSON)
def version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """One version as it was written."""
    sight = look(request, queries.person_of_version(version_id), about_id=version_id)
    return _page(request, sight, "agreements/version.jinja", pages.version_page(sight, queries.version(sight, version_id)))


@address(Policy.PERSON)
def answer(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """What the person says to a version."""
    return _answer(request, version_id, "")


@address(Policy.PERSON)
def answer_of(request: HttpRequest, version_id: UUID, who: str) -> HttpResponse:
    """What somebody who takes part says to a version."""
    return _answer(request, version_id, who)


def _answer(request: HttpRequest, version_id: UUID, key: str) -> HttpResponse:
    sight = look(request, queries.person_of_version(version_id), about_id=version_id)
    require(policy.may_keep(request.user, sight.person))
    stated = queries.version(sight, version_id)
    who = writing.who_of(stated, key) if key else {}
    form = _answer_form(request, sight, who)
    if request.method == "POST" and submit(form, lambda given: _keep(form, stated, given, who, request.user)):
        return redirect("agreements:agreement", person_id=sight.person_id)
    title = pages.answer_title(_name(sight, who))
    return form_page(request, sight, form, title, _("Keep this"), back=_back(sight), intro=stated.version.purpose)


def _name(sight: Sight, who: dict[str, Any]) -> str:
    return next((each.name for each in who.values()), sight.person.name)


def _answer_form(request: HttpRequest, sight: Sight, who: dict[str, Any]) -> forms.AnswerForm:
    about = [] if who else writing.decisions_about_it(sight)
    return forms.AnswerForm(request.POST or None, names=names(sight), who=_name(sight, who), decisions=about, of_person=not who)


def _keep(form: forms.AnswerForm, stated: Any, given: dict[str, Any], who: dict[str, Any], by: Any) -> Any:
    return actions.answer(version=stated.version, answered=form.answered(given, **who), by=by, written=Written(id=given["id"]))


@address(Policy.PERSON)
def who_decides(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who decides, on one page of paper in plain words, or in easy read (`?paper=easy`)."""
    sight = look(request, person_id)
    if request.GET.get("paper") == "easy":
        return _paper(request, sight, "agreements/who_decides_easy.jinja", _("Who decides"), easy_page(sight))
    page = who_decides_page(sight, request.build_absolute_uri)
    return _paper(request, sight, "agreements/who_decides.jinja", _("Who decides"), page)
