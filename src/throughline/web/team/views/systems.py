from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from throughline.access import keys, policy, roster
from throughline.access.roles import Act
from throughline.api import actions, queries
from throughline.base.answers import require

from ...addresses import Policy, address
from ...ask import ask
from ...forms import Form
from ...frame import frame
from ...parts import Link
from ...submit import submit
from ..forms import SystemForm
from ..pages.systems import over, systems_page, token_page


@address(Policy.SCOPED)
def systems(request: HttpRequest) -> HttpResponse:
    """Which were let in, and for what."""
    require(policy.may_keep_integrations(request.user))
    shell = frame(request, _("Other systems"), current="shift")
    return render(request, "shared/sections.jinja", {"shell": shell, "page": systems_page(request.user)})


@never_cache
@address(Policy.SCOPED)
def system_new(request: HttpRequest) -> HttpResponse:
    """What it is called and may do; then its token, shown once."""
    require(policy.may_keep_integrations(request.user))
    everywhere = keys.of(request.user).everywhere(Act.KEEP_INTEGRATIONS)
    form = SystemForm(request.POST or None, homes=roster.homes_of(request.user, Act.KEEP_INTEGRATIONS), everywhere=everywhere)
    if done := submit(form, lambda given: actions.let_in(by=request.user, **form.arguments(given))):
        return handed_over(request, done.value)
    return ask(request, form, _("Let a system in"), _("Make its token"), back=back(), current="shift")


def handed_over(request: HttpRequest, let_in: Any) -> HttpResponse:
    page = token_page(let_in, request.build_absolute_uri(reverse("api:openapi-json")))
    shell = frame(request, _("The token of %(name)s") % {"name": page.name}, current="shift")
    return render(request, "team/token.jinja", {"shell": shell, "page": page})


@address(Policy.SCOPED)
def system_end(request: HttpRequest, integration_id: UUID) -> HttpResponse:
    """Asks first; from its next call on the token is nothing."""
    require(policy.may_keep_integrations(request.user))
    found = queries.integration(request.user, integration_id)
    form = Form(request.POST if request.method == "POST" else None)
    if over(found) or submit(form, lambda _given: actions.end_integration(integration=found, by=request.user)):
        return redirect("team:systems")
    title = _("End the token of %(name)s?") % {"name": found.name}
    intro = _("It reads and brings nothing from its next call on. What it brought stays.")
    return ask(request, form, title, _("End it"), back=back(), intro=intro, current="shift")


def back() -> Link:
    return Link(_("Other systems"), reverse("team:systems"))
