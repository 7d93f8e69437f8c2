"""What others brought, and tries to hear the person. Each can stand in a conversation (`?conversation=`) or by itself."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.conversations import actions, policy
from throughline.people.sight import Sight

from ...addresses import Policy, address, look
from ...parts import Link
from ...submit import submit
from .. import forms, showing
from ..who import around
from .asking import form_page, held_in, names


def _home(sight: Sight, held: Any) -> Link:
    """The conversation that it belongs to, or the list."""
    if held is not None:
        return Link(held.title, reverse("said:conversation", args=[held.pk]))
    return Link(_("%(name)s’s meetings and talks") % names(sight), showing.meetings_address(sight))


@address(Policy.PERSON)
def contribution_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Write down what circle, advocate, professional or staff said."""
    sight = look(request, person_id)
    require(policy.may_keep_conversation(request.user, sight.person))
    held = held_in(request, sight)
    form = forms.ContributionForm(request.POST or None, names=names(sight), around=around(sight))
    if request.method == "POST" and submit(
        form,
        lambda given: actions.keep_contribution(person=sight.person, by=request.user, conversation=held, **form.arguments(given)),
    ):
        return redirect(_home(sight, held).href)
    return form_page(request, sight, form, _("What did somebody else say?"), _("Keep these words"), back=_home(sight, held))


@address(Policy.PERSON)
def attempt_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Write down a try to hear somebody who could not or would not speak."""
    sight = look(request, person_id)
    require(policy.may_keep_conversation(request.user, sight.person))
    held = held_in(request, sight)
    form = forms.AttemptForm(request.POST or None, names=names(sight))
    if request.method == "POST" and submit(
        form, lambda given: actions.keep_attempt(person=sight.person, by=request.user, conversation=held, **form.arguments(given))
    ):
        return redirect(_home(sight, held).href)
    return form_page(request, sight, form, _("How did we try to hear %(name)s?"), _("Keep this"), back=_home(sight, held))
