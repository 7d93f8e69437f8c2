"""Ask the person, write down what somebody else said, take back, keep somebody from being told."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from throughline.agreements import actions, policy, queries
from throughline.authority import queries as authority
from throughline.base.answers import Answer, require
from throughline.base.terms import gettext as _
from throughline.decisions import queries as decisions
from throughline.people import queries as people
from throughline.people.sight import Sight

from ...addresses import Policy, address, look
from ...forms import Form
from ...said.views.asking import form_page, names
from ...submit import submit
from .. import forms, wording
from ..pages.one import back_to_sharing


def asked(
    request: HttpRequest, sight: Sight, form: Form, act: Callable[[dict[str, Any]], Any], title: str, intro: str = ""
) -> HttpResponse:
    """One form, from the page of who may see what and back there."""
    if request.method == "POST" and submit(form, act):
        return redirect("sharing:page", person_id=sight.person_id)
    return form_page(request, sight, form, title, _("Keep this"), back=back_to_sharing(sight), intro=intro)


def allowed(request: HttpRequest, person_id: UUID, may: Callable[[Any, Any], Answer]) -> Sight:
    """The actor's sight of a person, when a policy lets them do what the page is for."""
    sight = look(request, person_id)
    require(may(request.user, sight.person))
    return sight


def of(sight: Sight, request: HttpRequest) -> dict[str, Any]:
    """What every form here begins with: the person's people, the person's name, the contact that the address names."""
    first = {"contact": request.GET.get("contact", "")}
    return {"contacts": people.contacts(sight), "names": names(sight), "initial": first}


@address(Policy.PERSON)
def ask(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the person says that one contact may see."""
    sight = allowed(request, person_id, policy.may_keep_sharing)
    form = forms.AskForm(request.POST or None, **of(sight, request))
    keep = lambda given: actions.keep_permissions(by=request.user, **form.arguments(given))
    intro = _("Ask %(name)s alone where you can, one topic at a time. A topic that you leave open stays as it was.") % names(sight)
    return asked(request, sight, form, keep, _("What may they see about %(name)s?"), intro)


@address(Policy.PERSON)
def by_others(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What somebody else said. A relative or staff can be written down, and open nothing."""
    sight = allowed(request, person_id, policy.may_keep_sharing)
    shared = [row for row in decisions.valid_decisions(sight) if row.question.area == "sharing" and row.question.contact_id]
    form = forms.OthersForm(request.POST or None, authorities=authority.authorities(sight), decisions=shared, **of(sight, request))
    keep = lambda given: actions.keep_permissions(by=request.user, **form.arguments(given))
    intro = _("What a relative or %(staff)s said is kept, and opens nothing. An attorney’s or a best-interests decision has to be named.")
    return asked(request, sight, form, keep, _("What did somebody else say about who may see what?"), intro)


@address(Policy.PERSON)
def back(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The person takes something back. It closes on the next request."""
    sight = allowed(request, person_id, policy.may_close)
    open_now = {str(each.permission.pk): (each.permission, _in_words(each)) for each in queries.standing(sight) if each.is_open}
    form = forms.BackForm(request.POST or None, permissions=open_now, names=names(sight))
    keep = lambda given: actions.withdraw(by=request.user, **form.arguments(given))
    return asked(request, sight, form, keep, _("%(name)s takes something back"), _("It works at once."))


def _in_words(each: queries.Shared) -> str:
    given = each.permission
    told = {"who": given.contact, "what": wording.topic(given.about), "level": wording.level(given.level)}
    return _("%(who)s, %(what)s: %(level)s") % told


@address(Policy.PERSON)
def not_told(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Somebody is not to be told."""
    sight = allowed(request, person_id, policy.may_close)
    form = forms.NotToldForm(request.POST or None, **of(sight, request))
    keep = lambda given: actions.keep_from_being_told(person=sight.person, by=request.user, **form.arguments(given))
    intro = _("It goes before everything that was opened to them, except what a court or another law asks for.")
    return asked(request, sight, form, keep, _("Who is not to be told?"), intro)


@address(Policy.PERSON)
def told_again(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    """The person changed their mind about somebody who was not to be told."""
    sight = allowed(request, person_id, policy.may_keep_sharing)
    row = queries.closed(sight, row_id)
    asks, hint = _("What did %(name)s say or show?") % names(sight), _("Whatever was opened to them before holds again.")
    form = forms.ReasonForm(request.POST or None, asks=asks, hint=hint, names=names(sight))
    again = lambda given: actions.may_be_told_again(row=row, by=request.user, **given)
    who = {"who": row.contact.name if row.contact else row.name}
    return asked(request, sight, form, again, _("%(who)s may be told again") % who)


@address(Policy.PERSON)
def mistake(request: HttpRequest, permission_id: UUID) -> HttpResponse:
    """A permission was written down by mistake."""
    sight = allowed(request, queries.person_of_permission(permission_id), policy.may_keep_sharing)
    row = queries.permission(sight, permission_id)
    form = forms.ReasonForm(request.POST or None, asks=_("How did it come to be written down?"), names=names(sight))
    take_back = lambda given: actions.take_back_mistake(permission=row, by=request.user, **given)
    return asked(request, sight, form, take_back, _("It was written down by mistake"), _("It stays in the record, and opens nothing."))
