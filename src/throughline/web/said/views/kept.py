"""One contribution or one attempt: read it, put it right, take it back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.conversations import actions, policy, queries
from throughline.people.sight import Sight

from ... import as_at
from ...addresses import Policy, address, look
from ...parts import Link
from ...submit import submit
from .. import forms, showing
from ..pages.kept import KeptPage, attempt_page, contribution_page
from ..who import around_then
from .asking import form_page, names


def _the_contribution(request: HttpRequest, contribution_id: UUID) -> tuple[Sight, Any]:
    """A contribution and the actor's sight of whose record it is on."""
    sight = look(request, queries.person_of_contribution(contribution_id), about_id=contribution_id)
    return sight, queries.contribution(sight, contribution_id)


def _the_attempt(request: HttpRequest, attempt_id: UUID) -> tuple[Sight, Any]:
    """An attempt and the actor's sight of whom we tried to hear."""
    sight = look(request, queries.person_of_attempt(attempt_id), about_id=attempt_id)
    return sight, queries.attempt(sight, attempt_id)


def _show(request: HttpRequest, sight: Sight, page: KeptPage) -> HttpResponse:
    who = {"who_can_see": showing.only_the_manager(sight)} if page.private else {}
    return render(request, "said/kept.jinja", {"shell": showing.shell(request, page.title, sight, **who), "page": page})


def _speaker(row: Any, sight: Sight) -> str:
    return showing.speaker(row.party, row.contact, row.staff, sight.person).name


@address(Policy.PERSON)
def contribution(request: HttpRequest, contribution_id: UUID) -> HttpResponse:
    """What somebody else said, how we know, and how it first stood."""
    sight, row = _the_contribution(request, contribution_id)
    at = as_at.asked_day(request)
    return _show(request, sight, contribution_page(sight, queries.history(sight, row, at.moment), at))


@address(Policy.PERSON)
def contribution_correct(request: HttpRequest, contribution_id: UUID) -> HttpResponse:
    """Put right how somebody's words were written down. The first words stay."""
    sight, row = _the_contribution(request, contribution_id)
    require(policy.may_amend(request.user, row))
    near = around_then(sight, [row])
    form = forms.CorrectContributionForm(request.POST or None, names=names(sight), around=near, initial=forms.of_contribution(row))
    if request.method == "POST" and submit(
        form, lambda given: actions.correct_contribution(contribution=row, by=request.user, **form.arguments(given))
    ):
        return redirect(showing.contribution_address(row))
    back = Link(_("These words"), showing.contribution_address(row))
    return form_page(request, sight, form, _("Put right what somebody else said"), _("Keep it like this"), back=back)


@address(Policy.PERSON)
def contribution_take_back(request: HttpRequest, contribution_id: UUID) -> HttpResponse:
    """Take it back for whoever said it, or mark it as a mistake. It stays, struck through."""
    sight, row = _the_contribution(request, contribution_id)
    require(policy.may_amend(request.user, row))
    form = forms.TakeBackContributionForm(request.POST or None, names=names(sight, who=_speaker(row, sight)))
    if request.method == "POST" and submit(form, lambda given: actions.take_back_contribution(contribution=row, by=request.user, **given)):
        return redirect(showing.contribution_address(row))
    back = Link(_("These words"), showing.contribution_address(row))
    return form_page(request, sight, form, _("Take back what somebody else said"), _("Take it back"), back=back, intro=row.words)


@address(Policy.PERSON)
def attempt(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """How we tried to hear the person, what came of it, and how it first stood."""
    sight, row = _the_attempt(request, attempt_id)
    at = as_at.asked_day(request)
    return _show(request, sight, attempt_page(sight, queries.history(sight, row, at.moment), at))


@address(Policy.PERSON)
def attempt_correct(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Put right how a try to hear the person was written down. What stood first stays."""
    sight, row = _the_attempt(request, attempt_id)
    require(policy.may_amend(request.user, row))
    form = forms.CorrectAttemptForm(request.POST or None, names=names(sight), initial=forms.of_attempt(row))
    if request.method == "POST" and submit(
        form, lambda given: actions.correct_attempt(attempt=row, by=request.user, **form.arguments(given))
    ):
        return redirect(showing.attempt_address(row))
    back = Link(_("This try"), showing.attempt_address(row))
    return form_page(request, sight, form, _("Put right how we tried to hear %(name)s"), _("Keep it like this"), back=back)


@address(Policy.PERSON)
def attempt_take_back(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    """Mark it as entered by mistake. It stays, struck through."""
    sight, row = _the_attempt(request, attempt_id)
    require(policy.may_amend(request.user, row))
    form = forms.MistakeForm(request.POST or None, names=names(sight))
    if request.method == "POST" and submit(form, lambda given: actions.take_back_attempt(attempt=row, by=request.user, **given)):
        return redirect(showing.attempt_address(row))
    back = Link(_("This try"), showing.attempt_address(row))
    return form_page(request, sight, form, _("This was entered by mistake"), _("Take it back"), back=back, intro=row.asked)
