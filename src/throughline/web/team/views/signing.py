from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.workforce import actions, policy, queries

from ...addresses import Policy, address, look
from ...citing import to_cite
from ...forms import Form, FormPage
from ...frame import frame, who_can_see
from ...parts import Button, Link
from ...submit import submit
from ..forms import ChangeKeyForm, CorrectForm, KeyForm, MistakeForm, SignOffForm
from ..pages.signing import competency_page, sign_off_page, signed_page


def of_item(request: HttpRequest, item_id: UUID) -> tuple[Sight, Any]:
    """The sight of a card's person, and the card; for those who sign somebody off."""
    sight = look(request, plan.person_of_item(item_id), about_id=item_id)
    return sight, plan.item(sight, item_id)


@address(Policy.SCOPED)
def competency(request: HttpRequest) -> HttpResponse:
    """Every key routine, and who is signed off for it."""
    require(policy.may_look_out(request.user))
    shell = frame(request, _("Who can do what"), current="shift")
    return render(request, "shared/sections.jinja", {"shell": shell, "page": competency_page(request.user)})


@address(Policy.PERSON)
def signed(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Who can do what one card says."""
    sight, item = of_item(request, item_id)
    require(policy.may_see_who_read(request.user, sight.person))
    page = signed_page(sight, item)
    return render(request, "shared/sections.jinja", {"shell": around(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def key(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Make a card a key routine, or change what has to be seen."""
    sight, item = of_item(request, item_id)
    require(policy.may_keep_key(request.user, sight.person))
    now = queries.key_of(sight, item)
    names = {"name": sight.person.name}
    first = {"subject": now.subject, "criteria": now.criteria, "is_key": "yes"} if now else {}
    form = ChangeKeyForm(request.POST or None, names=names, initial=first) if now else KeyForm(request.POST or None, names=names)
    if submit(form, lambda given: keep_key(item, now, given, request.user)):
        return redirect("team:signed", item_id=item_id)
    return asked(request, sight, form, _("A key routine"), _("Keep this"), to_signed(item_id))


def keep_key(item: Any, now: Any, given: dict[str, Any], by: Any) -> Any:
    return actions.change_key_routine(key=now, by=by, **given) if now else actions.keep_key_routine(item=item, by=by, **given)


@address(Policy.PERSON)
def sign_off(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What one saw of somebody."""
    sight, item = of_item(request, item_id)
    require(policy.may_keep_key(request.user, sight.person))
    now, published = queries.key_of(sight, item), plan.in_force(sight, item)
    if now is None or published is None or published.version is None:
        return redirect("team:signed", item_id=item_id)
    form = SignOffForm(request.POST or None, workers=queries.workers(sight), criteria=now.criteria.splitlines(), **cites(sight))
    version: Any = published.version
    if submit(form, lambda given: actions.sign_off(version=version, by=request.user, **form.arguments(given))):
        return redirect("team:signed", item_id=item_id)
    title = _("Sign somebody off: %(card)s") % {"card": version.title}
    return asked(request, sight, form, title, _("Sign"), to_signed(item_id))


def cites(sight: Sight) -> dict[str, Any]:
    return {"voices": to_cite(sight), "names": {"name": sight.person.name}}


def of_sign_off(request: HttpRequest, sign_off_id: UUID) -> tuple[Sight, Any]:
    """The sight of a sign-off's person, and the sign-off: for those who may see who can do what, and for the worker."""
    sight = look(request, queries.person_of_sign_off(sign_off_id), about_id=sign_off_id)
    row = queries.sign_off(sight, sign_off_id)
    if row.worker_id != request.user.pk:
        require(policy.may_see_who_read(request.user, sight.person))
    return sight, row


@address(Policy.PERSON)
def sign_off_one(request: HttpRequest, sign_off_id: UUID) -> HttpResponse:
    """One sign-off."""
    sight, row = of_sign_off(request, sign_off_id)
    page = sign_off_page(sight, row)
    return render(request, "shared/sections.jinja", {"shell": around(request, page.title, sight), "page": page})


@address(Policy.PERSON)
def sign_off_correct(request: HttpRequest, sign_off_id: UUID) -> HttpResponse:
    """Say it better, with a reason."""
    sight, row = of_sign_off(request, sign_off_id)
    require(policy.may_amend(request.user, row))
    criteria = [each.text for each in row.criteria.all()]
    ticked = [str(number) for number, each in enumerate(row.criteria.all()) if each.met]
    first = {name: getattr(row, name) for name in CORRECTED} | {"voice": str(row.voice_id or ""), "seen": ticked}
    form = CorrectForm(request.POST or None, workers=(), criteria=criteria, initial=first, **cites(sight))
    if done := submit(form, lambda given: corrected(row, given, request.user)):
        return redirect("team:sign_off_one", sign_off_id=done.value.pk)
    return asked(request, sight, form, _("Correct a sign-off"), _("Keep the correction"), to_one(row))


CORRECTED = ("method", "agreed_words", "feedback", "result", "conditions", "until_on", "seen_on", "place")


def corrected(row: Any, given: dict[str, Any], by: Any) -> Any:
    return actions.correct_sign_off(row=row, by=by, **{name: value for name, value in given.items() if name != "id"})


@address(Policy.PERSON)
def sign_off_mistake(request: HttpRequest, sign_off_id: UUID) -> HttpResponse:
    """It should not have been kept."""
    sight, row = of_sign_off(request, sign_off_id)
    require(policy.may_amend(request.user, row))
    form = MistakeForm(request.POST or None)
    if submit(form, lambda given: actions.mistake_sign_off(row=row, by=request.user, **given)):
        return redirect("team:signed", item_id=row.item_id)
    return asked(request, sight, form, _("Was this sign-off a mistake?"), _("Strike it through"), to_one(row))


def to_signed(item_id: UUID) -> Link:
    return Link(_("Who can do this"), reverse("team:signed", args=[item_id]))


def to_one(row: Any) -> Link:
    return Link(row.worker.name, reverse("team:sign_off_one", args=[row.pk]))


def around(request: HttpRequest, title: str, sight: Sight) -> Any:
    return frame(request, title, person=sight.person, current="shift", who_can_see=who_can_see(sight))


def asked(request: HttpRequest, sight: Sight, form: Form, heading: str, button: str, back: Link) -> HttpResponse:
    """One form about the person."""
    page = FormPage(form, Button(button, main=True), heading, back, instead=Link(_("Not now"), back.href))
    return render(request, "layouts/form.jinja", {"shell": around(request, heading, sight), "page": page})
