"""Setting up: the provider, homes, staff and their roles."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from throughline.access import actions, policy, queries
from throughline.base import clock
from throughline.base.answers import require

from ..addresses import Policy, address
from ..ask import ask
from ..forms import Form
from ..frame import frame
from ..parts import Link
from ..submit import submit
from . import forms, places
from .pages import member, set_up

TEAM = "team"


def back() -> Link:
    return Link(_("Team and homes"), reverse("setup:home"))


@address(Policy.SCOPED)
def home(request: HttpRequest) -> HttpResponse:
    """What is set up, and the next step."""
    require(policy.may_see_set_up(request.user))
    return render(request, "setup/home.jinja", {"shell": frame(request, _("Team and homes"), current=TEAM), "page": set_up(request.user)})


@address(Policy.SCOPED)
def provider(request: HttpRequest) -> HttpResponse:
    """Its name and its words."""
    require(policy.may_set_up(request.user))
    now = queries.provider_or_new()
    form = forms.ProviderForm(request.POST or None, initial={name: getattr(now, name) for name in forms.ProviderForm.base_fields})
    if submit(form, lambda given: actions.change_provider(by=request.user, **given)):
        return redirect("setup:home")
    intro = _(
        "The words stand wherever we would say them; what the law says keeps the law’s words."
        " These are the ones that we begin with; change those that you would not say."
    )
    return ask(request, form, _("Your organisation and its words"), _("Keep these words"), back=back(), intro=intro, current=TEAM)


@address(Policy.SCOPED)
def service_new(request: HttpRequest) -> HttpResponse:
    """Another home."""
    require(policy.may_set_up(request.user))
    if queries.provider() is None:
        return redirect("setup:provider")
    form = forms.ServiceForm(request.POST or None)
    if submit(form, lambda given: actions.open_service(by=request.user, **given)):
        return redirect("setup:home")
    return ask(request, form, _("Add a home"), _("Keep this home"), back=back(), current=TEAM)


@address(Policy.SCOPED)
def service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Change what is known of a home."""
    require(policy.may_set_up(request.user))
    place = queries.service(service_id)
    form = forms.ServiceForm(request.POST or None, initial={name: getattr(place, name) for name in forms.ServiceForm.base_fields})
    if submit(form, lambda given: actions.change_service(service=place, by=request.user, **given)):
        return redirect("setup:home")
    return ask(request, form, place.name, _("Keep the changes"), back=back(), current=TEAM)


@sensitive_post_parameters("password")
@address(Policy.SCOPED)
def staff_new(request: HttpRequest) -> HttpResponse:
    """Somebody who signs in; their role comes next."""
    require(policy.may_keep_staff(request.user))
    form = forms.NewStaffForm(request.POST or None, names={"name": _("them")})
    if done := submit(form, lambda given: actions.add_staff(by=request.user, **given)):
        return redirect("setup:assign", user_id=done.value.pk)
    intro = _("Tell them the first password yourself. Their own page asks them to choose another, that only they know.")
    return ask(request, form, _("Add somebody who works here"), _("Go on to their role"), back=back(), intro=intro, current=TEAM)


@address(Policy.SCOPED)
def staff(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """One who works here."""
    user = queries.member_of_staff(request.user, user_id)
    shell = frame(request, user.name, current=TEAM)
    return render(request, "setup/staff.jinja", {"shell": shell, "page": member(request.user, user), "back": back()})


@address(Policy.SCOPED)
def staff_change(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """A name or address that was wrong."""
    user = queries.member_of_staff(request.user, user_id)
    require(policy.may_change_staff(request.user, user))
    form = forms.StaffForm(request.POST or None, initial={"name": user.name, "email": user.email, "job": user.job})
    return about(
        request, user, form, lambda given: actions.change_staff(user=user, by=request.user, **given), user.name, _("Keep the changes")
    )


@sensitive_post_parameters("password")
@address(Policy.SCOPED)
def staff_password(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """For somebody who cannot sign in."""
    user = queries.member_of_staff(request.user, user_id)
    require(policy.may_set_password(request.user, user))
    form = forms.PasswordForm(request.POST or None, names={"name": user.name, "email": user.email})
    intro = _("Tell it to %(name)s yourself. Wherever %(name)s is signed in now, that ends.") % {"name": user.name}
    title = _("A new password for %(name)s") % {"name": user.name}
    return about(
        request, user, form, lambda given: actions.set_password(user=user, by=request.user, **given), title, _("Keep this password"), intro
    )


@address(Policy.SCOPED)
def staff_stop(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Somebody left, or came back."""
    user = queries.member_of_staff(request.user, user_id)
    require(policy.may_stop_signing_in(request.user, user))
    act, title, button, intro = stopping(user)
    return about(request, user, pressed(request, Form), lambda given: act(user=user, by=request.user), title, button, intro)


def stopping(user: Any) -> tuple[Any, str, str, str]:
    """The action and its words, for somebody who signs in and for somebody who does not."""
    name = {"name": user.name}
    if user.is_active:
        intro = _("From now on %(name)s signs in no more. What %(name)s wrote stays.") % name
        return actions.stop_signing_in, _("Did %(name)s leave?") % name, _("Stop signing in"), intro
    intro = _("%(name)s signs in with the same password and sees the people of the roles that still run.") % name
    return actions.start_signing_in, _("Did %(name)s come back?") % name, _("Let %(name)s sign in again") % name, intro


@address(Policy.SCOPED)
def assign(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Give a role: which, where, from when, until when."""
    user = queries.member_of_staff(request.user, user_id)
    form = forms.AssignForm(request.POST or None, names={"name": user.name}, initial={"from_on": clock.today()})
    form.offer(policy.roles_to_give(request.user), places.offered(request.user))

    def give(given: dict[str, Any]) -> Any:
        return actions.assign(user=user, by=request.user, **places.chosen(request.user, given.pop("where")), **given)

    return about(request, user, form, give, _("A role for %(name)s") % {"name": user.name}, _("Give this role"))


@address(Policy.SCOPED)
def assignment_end(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Take a role away, now or at the end of a day."""
    given = queries.assignment(request.user, assignment_id)
    require(policy.may_end_assignment(request.user, given))
    form = pressed(request, forms.EndForm)
    title = _("End the role of %(name)s?") % {"name": given.user.name}
    act = lambda ended: actions.end_assignment(assignment=given, by=request.user, **ended)
    return about(request, given.user, form, act, title, _("End this role"), _("What %(name)s wrote stays.") % {"name": given.user.name})


def pressed(request: HttpRequest, form: type[Form]) -> Form:
    """A form that may come without a word in it: the button was the answer."""
    return form(request.POST if request.method == "POST" else None)


def about(request: HttpRequest, user: Any, form: Form, act: Any, title: str, button: str, intro: str = "") -> HttpResponse:
    """One question about one member of staff, from their page and back there."""
    if submit(form, act):
        return redirect("setup:staff", user_id=user.pk)
    their_page = Link(user.name, reverse("setup:staff", args=[user.pk]))
    return ask(request, form, title, button, back=their_page, intro=intro, current=TEAM)
