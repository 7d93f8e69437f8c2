"""Who can decide by law: the list, one authority, write it down, put it right, say what was seen, say that it ended."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.agreements import actions as agreements
from throughline.authority import actions, policy, queries
from throughline.authority.choices import AuthorityKind
from throughline.authority.legal_texts import OF_AUTHORITY
from throughline.base import clock
from throughline.base.answers import require
from throughline.base.errors import NotFound
from throughline.people import queries as people
from throughline.people.sight import Sight

from ... import as_at, legal
from ...addresses import Policy, address, look
from ...parts import Link
from ...said import showing
from ...said.views.asking import form_page, names
from ...submit import submit
from .. import forms
from ..pages.power import power_page
from ..pages.powers import back_to_list, kinds_page, powers_page


def _the_power(request: HttpRequest, authority_id: UUID) -> tuple[Sight, Any]:
    """An authority and the actor's sight of whom it is about."""
    sight = look(request, queries.person_of_authority(authority_id), about_id=authority_id)
    return sight, queries.authority(sight, authority_id)


def _to(row: Any) -> Link:
    return Link(str(row), reverse("authority:power", args=[row.pk]))


@address(Policy.PERSON)
def powers(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who can decide for a person by law, and that the person decides otherwise."""
    sight = look(request, person_id)
    page = powers_page(sight, as_at.asked_day(request))
    return render(request, "authority/powers.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def kinds(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Which kind of authority is written down."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    page = kinds_page(sight)
    return render(request, "authority/kinds.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def write(request: HttpRequest, person_id: UUID, kind: str) -> HttpResponse:
    """What the papers say of an authority, or what somebody says that they say."""
    sight = look(request, person_id)
    if kind not in AuthorityKind.values:
        raise NotFound
    require(policy.may_keep(request.user, sight.person))
    form = forms.WritePowerForm(request.POST or None, kind=kind, contacts=people.contacts(sight), names=names(sight))
    if request.method == "POST" and (
        done := submit(
            form, lambda given: actions.write_authority(person=sight.person, kind=kind, by=request.user, **form.arguments(given))
        )
    ):
        return redirect("authority:power", authority_id=done.value.pk)
    title, law = str(AuthorityKind(kind).label), legal.texts(OF_AUTHORITY[kind])
    return form_page(request, sight, form, title, _("Keep this"), back=back_to_list(sight), law=law)


@address(Policy.PERSON)
def power(request: HttpRequest, authority_id: UUID) -> HttpResponse:
    """One authority, with what was seen of it."""
    sight, row = _the_power(request, authority_id)
    page = power_page(sight, row)
    return render(request, "authority/power.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def correct(request: HttpRequest, authority_id: UUID) -> HttpResponse:
    """Put right what is written down of an authority. The first words stay."""
    sight, row = _the_power(request, authority_id)
    require(policy.may_amend(request.user, row))
    form = _correcting(request, sight, row)
    if request.method == "POST" and (
        done := submit(form, lambda given: agreements.correct_authority(authority=row, by=request.user, **form.arguments(given)))
    ):
        return redirect("authority:power", authority_id=done.value.pk)
    return form_page(request, sight, form, _("Put right what is written down"), _("Keep it like this"), back=_to(row), intro=str(row))


def _correcting(request: HttpRequest, sight: Sight, row: Any) -> forms.CorrectPowerForm:
    """Those who hold it can be named, in the person's life or no more."""
    near = {each.pk: each for each in (*people.contacts(sight), *(holder.contact for holder in row.holders.all()))}
    given = {"kind": row.kind, "contacts": near.values(), "names": names(sight), "initial": forms.of_power(row)}
    return forms.CorrectPowerForm(request.POST or None, **given)


@address(Policy.PERSON)
def seen(request: HttpRequest, authority_id: UUID) -> HttpResponse:
    """Somebody saw the papers: what, and when."""
    sight, row = _the_power(request, authority_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.SeenForm(request.POST or None, request.FILES or None, names=names(sight), initial={"seen_on": clock.today()})
    if request.method == "POST" and submit(form, lambda given: actions.see_papers(authority=row, by=request.user, **form.arguments(given))):
        return redirect("authority:power", authority_id=row.pk)
    return form_page(request, sight, form, _("You saw the papers"), _("Keep this, as seen by me"), back=_to(row), intro=str(row))


@address(Policy.PERSON)
def ended(request: HttpRequest, authority_id: UUID) -> HttpResponse:
    """The authority is no more. What was decided before stands."""
    sight, row = _the_power(request, authority_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.EndedForm(request.POST or None, names=names(sight), initial={"on": clock.today()})
    if request.method == "POST" and submit(
        form, lambda given: agreements.end_authority(authority=row, by=request.user, **form.arguments(given))
    ):
        return redirect("authority:power", authority_id=row.pk)
    return form_page(request, sight, form, _("It has ended"), _("Keep this"), back=_to(row), intro=str(row))
