"""The people we support: the list, who they are on our books, who is in their life, where they live."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from throughline.access import actions, policy, roster
from throughline.access import queries as access
from throughline.access.roles import Act
from throughline.agreements import actions as sharing
from throughline.base import clock
from throughline.base.answers import require
from throughline.people import queries
from throughline.people.sight import Sight

from ..addresses import Policy, address, look
from ..ask import ask
from ..circle.inviting import handed_over
from ..forms import Form
from ..frame import frame, who_can_see
from ..parts import Link
from ..submit import submit
from . import forms
from .pages import asked, people_page
from .pages import circle as circle_page
from .read import mine, read_page, readings_page

PEOPLE = "people"


@address(Policy.SCOPED)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody whom one may see. A search is sent and not asked for, so that no name stands in an address."""
    page = people_page(request.user, asked(request.GET, request.POST))
    return render(request, "people/list.jinja", {"shell": frame(request, _("People"), current=PEOPLE), "page": page})


@address(Policy.SCOPED)
def new(request: HttpRequest) -> HttpResponse:
    """Somebody else whom we support."""
    require(policy.may_keep_people(request.user))
    homes = roster.homes_of(request.user, Act.KEEP_PEOPLE)
    form = forms.NewPerson(request.POST or None, initial={"from_on": clock.today(), "own_colour": "slate"})
    form.offer(homes)
    if done := submit(form, lambda given: actions.add_person(service=home_of(given), by=request.user, **given)):
        return redirect("people:page", person_id=done.value.pk)
    intro = _("Only the name and the home are needed to begin. The rest can come later.")
    everybody = Link(_("People"), reverse("people:list"))
    return ask(request, form, _("Add a person"), _("Add this person"), back=everybody, intro=intro, current=PEOPLE)


def home_of(given: dict[str, Any]) -> Any:
    """The home that was chosen, taken out of what a form gave."""
    return access.service(UUID(given.pop("home")))


@address(Policy.PERSON)
def change(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What identifies a person, and their colour."""
    sight = look(request, person_id)
    now = {name: getattr(sight.person, name) for name in forms.ChangedPerson.base_fields}
    form = forms.ChangedPerson(request.POST or None, names={"name": sight.person.name}, initial=now)
    title = _("What we know of %(name)s") % {"name": sight.person.name}
    return about(request, sight, form, lambda given: actions.change_person(person=sight.person, by=request.user, **given), title)


@address(Policy.PERSON)
def circle(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who is in the person's life. A relationship gives no authority."""
    sight = look(request, person_id)
    title = _("People in %(name)s’s life") % {"name": sight.person.name}
    shell = frame(request, title, person=sight.person, current=PEOPLE, who_can_see=who_can_see(sight))
    return render(request, "people/circle.jinja", {"shell": shell, "page": circle_page(sight)})


@never_cache
@address(Policy.PERSON)
def contact_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Somebody in the person's life."""
    sight = look(request, person_id)
    form = forms.NewContact(request.POST or None, names={"name": sight.person.name})
    keep = lambda given: welcomed(sight, form, given, request.user)
    if request.POST.get("basis_words", "").strip() and (done := submit(form, keep)):
        return handed_over(request, done.value.invited, done.value.permissions)
    title = _("Who is in %(name)s’s life?") % {"name": sight.person.name}
    intro = _("Being written down here gives nobody a say over %(name)s, and shows them nothing.") % {"name": sight.person.name}
    add = lambda given: actions.add_contact(person=sight.person, by=request.user, **form.about(given))
    return about(request, sight, form, add, title, intro)


def welcomed(sight: Sight, form: forms.NewContact, given: dict[str, Any], by: Any) -> Any:
    """Somebody who gets pages of their own at once, and what the person says that they may see there."""
    return sharing.add_invite_and_share(person=sight.person, by=by, **form.welcomed(given))


@address(Policy.PERSON)
def contact(request: HttpRequest, person_id: UUID, contact_id: UUID) -> HttpResponse:
    """What is known of a contact; or that they are one no more."""
    sight = look(request, person_id, about_id=contact_id)
    known = queries.contact(sight, contact_id)
    now = {name: getattr(known, name) for name in forms.ChangedContact.base_fields}
    form = forms.ChangedContact(request.POST or None, names={"name": sight.person.name}, initial=now)
    invite = Link(_("Invite %(name)s to pages of their own") % {"name": known.name}, reverse("circle:invite", args=[person_id, contact_id]))
    change = lambda given: actions.change_contact(contact=known, by=request.user, **given)
    return about(request, sight, form, change, str(known), instead=None if known.ended_on else invite)


@address(Policy.PERSON)
def stay_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A home begins to support the person."""
    sight = look(request, person_id)
    form = forms.StayForm(request.POST or None, names={"name": sight.person.name}, initial={"from_on": clock.today()})
    form.offer(access.services())
    title = _("Another home supports %(name)s") % {"name": sight.person.name}
    intro = _("Those who work there see %(name)s’s record from that day.") % {"name": sight.person.name}
    begin = lambda given: actions.begin_stay(person=sight.person, service=home_of(given), by=request.user, **given)
    return about(request, sight, form, begin, title, intro)


@address(Policy.PERSON)
def stay_end(request: HttpRequest, person_id: UUID, stay_id: UUID) -> HttpResponse:
    """A home supports the person no longer."""
    sight = look(request, person_id, about_id=stay_id)
    stay = queries.stay(sight, stay_id)
    form = forms.EndStay(request.POST or None, names={"name": sight.person.name}, initial={"on": clock.today()})
    named = {"name": sight.person.name, "home": stay.service.name}
    intro = _("After that day, those who work at %(home)s no longer see %(name)s. The record stays.") % named
    title = _("%(name)s leaves %(home)s") % named
    return about(request, sight, form, lambda given: actions.end_stay(stay=stay, by=request.user, **given), title, intro)


def about(
    request: HttpRequest,
    sight: Sight,
    form: Form,
    act: Callable[[dict[str, Any]], Any],
    title: str,
    intro: str = "",
    instead: Link | None = None,
) -> HttpResponse:
    """One question about a person, from the page of the people in their life and back there."""
    require(policy.may_keep_person(request.user, sight.person))
    if submit(form, act):
        return redirect("people:circle", person_id=sight.person_id)
    back = Link(_("People in %(name)s’s life") % {"name": sight.person.name}, reverse("people:circle", args=[sight.person_id]))
    around = {"person": sight.person, "current": PEOPLE, "who_can_see": who_can_see(sight)}
    return ask(request, form, title, _("Keep this"), back=back, intro=intro, instead=instead, **around)


@address(Policy.PERSON)
def readings(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who has looked at the person's record; with ?paper, written for the person to hold."""
    sight = look(request, person_id)
    require(policy.may_see_readings(request.user, sight.person))
    wanted = read_page(request.GET)
    if wanted.paper:
        shell = frame(request, _("Who has looked at my page"), person=sight.person, surface="print")
        return render(request, "people/readings_paper.jinja", {"shell": shell, "page": mine(sight, wanted)})
    title = _("Who has looked at %(name)s’s page") % {"name": sight.person.name}
    shell = frame(request, title, person=sight.person, current=PEOPLE, who_can_see=who_can_see(sight))
    return render(request, "people/readings.jinja", {"shell": shell, "page": readings_page(sight, wanted)})
