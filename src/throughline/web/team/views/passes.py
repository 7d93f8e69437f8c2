from typing import Any
from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.workforce import actions, policy, queries

from ...addresses import Policy, address
from ...ask import ask
from ...forms import Form, FormPage
from ...frame import frame
from ...parts import Button, Link
from ...submit import submit
from ..forms import CodeForm, PassForm
from ..pages.passes import over, pass_page, passes_page

MOST_PEOPLE = 200


@never_cache
@address(Policy.SCOPED)
def pass_new(request: HttpRequest) -> HttpResponse:
    """Who, for whom, until when; then the square and the code, shown once."""
    require(policy.may_make_passes(request.user))
    people = scope.people_visible_to(request.user, Act.MAKE_PASS).order_by("name")[:MOST_PEOPLE]
    form = PassForm(request.POST or None, people=people, before=queries.earlier_workers(request.user))
    if done := submit(form, lambda given: actions.make_pass(by=request.user, **given)):
        return handed_over(request, done.value, form.cleaned_data["people"])
    intro = _("They see these people and nobody else, for these hours and no longer.")
    back = Link(_("Before the shift"), reverse("team:shift"))
    return ask(request, form, _("Let an agency worker in"), _("Make the pass"), back=back, intro=intro, current="shift")


def handed_over(request: HttpRequest, made: Any, people: Any) -> HttpResponse:
    link = request.build_absolute_uri(reverse("team:pass_use", args=[made.link]))
    page = pass_page(made, link, people)
    shell = frame(request, _("A pass for %(name)s") % {"name": page.name}, current="shift")
    return render(request, "team/pass.jinja", {"shell": shell, "page": page})


@address(Policy.SCOPED)
def passes(request: HttpRequest) -> HttpResponse:
    """Those that run or are to come."""
    require(policy.may_make_passes(request.user))
    shell = frame(request, _("Passes that run"), current="shift")
    return render(request, "shared/sections.jinja", {"shell": shell, "page": passes_page(request.user)})


@address(Policy.SCOPED)
def pass_end(request: HttpRequest, pass_id: UUID) -> HttpResponse:
    """Asks first; from the next page on they see nothing."""
    require(policy.may_make_passes(request.user))
    given = queries.agency_pass(request.user, pass_id)
    form = Form(request.POST if request.method == "POST" else None)
    if over(given) or submit(form, lambda _given: actions.end_pass(given=given, by=request.user)):
        return redirect("team:passes")
    title = _("Take back the pass of %(name)s?") % {"name": given.user.name}
    intro = _("They see nothing from their next page on. What they wrote stays.")
    back = Link(_("Passes that run"), reverse("team:passes"))
    return ask(request, form, title, _("Take it back"), back=back, intro=intro, current="shift")


@never_cache
@sensitive_post_parameters("code")
@address(Policy.OPEN)
def pass_use(request: HttpRequest, link: str) -> HttpResponse:
    """Nothing of anybody before the code is right; then straight to Today, with what to read first."""
    given = queries.by_link(link)
    require(policy.may_use_pass(given))
    form = CodeForm(request.POST or None)
    if done := submit(form, lambda said: arrived(given, said["code"])):
        begin(request, done.value)
        return redirect("today:today")
    intro = _("After five wrong tries it no longer works. Today then shows what to read first.")
    page = FormPage(form, Button(_("Start"), main=True), _("You have a pass"), intro=intro)
    return render(request, "circle/invitation.jinja", {"shell": frame(request, _("You have a pass")), "page": page})


def arrived(given: Any, code: str) -> Any:
    """The pass, used; a wrong code is one try."""
    used = actions.use_pass(given=given, code=code)
    if used is None:
        raise Invalid({"code": _("This is not the code. Look at it again.")})
    return used


def begin(request: HttpRequest, used: Any) -> None:
    """Signed in until the hours are over."""
    login(request, used.user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    record_authentication(request, used.user, method="code", reauthenticated=True)
    request.session.set_expiry(max(1, int((used.until_at - clock.now()).total_seconds())))
