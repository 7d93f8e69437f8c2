"""Inviting a contact to pages of their own, taking it up with a link and a code, and ending it."""

from collections.abc import Sequence
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

from throughline.access import actions, policy
from throughline.access import queries as access
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.people import queries as people

from ..addresses import Policy, address, look
from ..ask import ask
from ..forms import Form, FormPage
from ..frame import frame, who_can_see
from ..parts import Button, Link
from ..submit import submit
from . import forms
from .pages.invited import invited_page


@never_cache
@address(Policy.PERSON)
def invite(request: HttpRequest, person_id: UUID, contact_id: UUID) -> HttpResponse:
    """Whether and why; then the link and the code, shown once."""
    sight = look(request, person_id, about_id=contact_id)
    contact = people.contact(sight, contact_id)
    require(policy.may_invite(request.user, contact))
    form = forms.Invite(request.POST or None, names={"name": sight.person.name})
    if done := submit(form, lambda given: actions.invite(contact=contact, by=request.user, **given)):
        return handed_over(request, done.value)
    return ask_about(request, sight, contact, form, _("Invite %(name)s") % {"name": contact.name}, _("Make the invitation"))


def handed_over(request: HttpRequest, invited: Any, permissions: Sequence[Any] = ()) -> HttpResponse:
    """The link and the code, apart from each other. They can be read nowhere else, and not a second time.

    permissions: what the person said in the same moment that may be seen.
    """
    contact = invited.invitation.contact
    address = request.build_absolute_uri(reverse("circle:invitation", args=[invited.link]))
    page = invited_page(contact, invited, address, permissions)
    title = _("An invitation for %(name)s") % {"name": contact.name}
    surface: Any = "print" if page.on_paper else "desk"
    template = "circle/invited_paper.jinja" if page.on_paper else "circle/invited.jinja"
    return render(
        request, template, {"shell": frame(request, title, person=contact.person, current="people", surface=surface), "page": page}
    )


def ask_about(request: HttpRequest, sight: Any, contact: Any, form: Form, heading: str, button: str) -> HttpResponse:
    """One question about a contact, from their page and back there; it says who has pages already, and how to end them."""
    there = next((each for each in access.members(sight) if each.contact_id == contact.pk), None)
    back = to_people(sight)
    intro = _("An invitation shares nothing by itself. What they see is what %(name)s says, topic by topic.") % {"name": sight.person.name}
    end = _("End the pages that %(name)s has") % {"name": contact.name}
    instead = Link(end, reverse("circle:end", args=[sight.person_id, there.pk])) if there else None
    around = {"person": sight.person, "current": "people", "who_can_see": who_can_see(sight)}
    return ask(request, form, heading, button, back=back, intro=intro, instead=instead, **around)


def to_people(sight: Any) -> Link:
    return Link(_("People in %(name)s’s life") % {"name": sight.person.name}, reverse("people:circle", args=[sight.person_id]))


@address(Policy.PERSON)
def end(request: HttpRequest, person_id: UUID, member_id: UUID) -> HttpResponse:
    """Asks first; from the next request on there is nothing to see."""
    sight = look(request, person_id, about_id=member_id)
    member = access.member(sight, member_id)
    require(policy.may_keep_sharing(request.user, sight.person))
    back = to_people(sight)
    if request.method == "POST":
        actions.end_membership(member=member, by=request.user)
        return redirect(back.href)
    title = _("End the pages that %(name)s has?") % {"name": member.contact.name}
    intro = _("They see nothing from the next page on. What they said stays.")
    return ask(request, Form(), title, _("End them"), back=back, intro=intro, person=sight.person, who_can_see=who_can_see(sight))


@never_cache
@sensitive_post_parameters("code")
@address(Policy.OPEN)
def accept(request: HttpRequest, link: str) -> HttpResponse:
    """Nothing of anybody before the code is right; then straight to the pages."""
    invitation = access.invitation(link)
    require(policy.may_accept(invitation))
    form_class = forms.AcceptSignedIn if request.user.is_authenticated else forms.Accept
    form = form_class(request.POST or None)
    if done := submit(form, lambda given: taken_up(request, invitation, **given)):
        return redirect("circle:home", person_id=done.value.person_id)
    page = FormPage(form, Button(_("Go on"), main=True), _("You are invited"), intro=_whose(request))
    return render(request, "circle/invitation.jinja", {"shell": frame(request, _("You are invited")), "page": page})


def _whose(request: HttpRequest) -> str:
    user: Any = request.user
    if user.is_authenticated:
        return _("You are signed in as %(name)s, and the pages will be yours. If you are somebody else, sign out first.") % {
            "name": user.name
        }
    return _("You got a code apart from this link. After five wrong tries the link no longer works.")


def taken_up(request: HttpRequest, invitation: Any, code: str, email: str = "") -> Any:
    """The link to the person; whoever is new is signed in, and may add a passkey at once."""
    by = request.user if request.user.is_authenticated else None
    member = actions.accept_invitation(invitation=invitation, code=code, email=email or invitation.contact.email, by=by)
    if member is None:
        raise Invalid({"code": _("This is not the code. Look at it again.")})
    if by is None:
        login(request, member.user, backend=settings.AUTHENTICATION_BACKENDS[-1])
        record_authentication(request, member.user, method="code", reauthenticated=True)
    return member
