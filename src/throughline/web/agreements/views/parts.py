"""Who takes part in what: the list, one part, write it down, look again, end it, take it back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.agreements import actions, policy, queries
from throughline.base import clock
from throughline.base.answers import require
from throughline.people.sight import Sight
from throughline.practice import actions as practice
from throughline.practice import policy as practice_policy
from throughline.practice import queries as happened
from throughline.thread.parts import parts_up_for_review

from ... import as_at, mistakes
from ...addresses import Policy, address, look
from ...forms import Form
from ...parts import Link
from ...said import showing
from ...said.forms import MistakeForm
from ...said.views.asking import form_page, names
from ...said.who import around
from ...submit import submit
from .. import forms, wording
from ..pages.part import part_page
from ..pages.parts import back_to_list, parts_page

Act = Callable[[dict[str, Any]], Any]


@address(Policy.PERSON)
def parts(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who takes part in what, and what has to be looked at again."""
    sight = look(request, person_id)
    page = parts_page(sight, as_at.asked_day(request))
    return render(request, "agreements/parts.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


def _the_part(request: HttpRequest, part_id: UUID) -> tuple[Sight, Any]:
    """A part and the actor's sight of whom it is about."""
    sight = look(request, queries.person_of_part(part_id), about_id=part_id)
    return sight, queries.part(sight, part_id)


@address(Policy.PERSON)
def part(request: HttpRequest, part_id: UUID) -> HttpResponse:
    """One part, with what came of it."""
    sight, taking = _the_part(request, part_id)
    page = part_page(sight, taking)
    return render(request, "agreements/part.jinja", {"shell": showing.shell(request, page.title, sight), "page": page})


def _asked(request: HttpRequest, sight: Sight, form: Form, act: Act, title: str, **more: Any) -> HttpResponse:
    """One form, from the list of parts and back there."""
    if request.method == "POST" and submit(form, act):
        return redirect("agreements:parts", person_id=sight.person_id)
    return form_page(request, sight, form, title, _("Keep this"), back=back_to_list(sight), **more)


@address(Policy.PERSON)
def part_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Somebody takes part in one part of life."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.PartForm(request.POST or None, names=names(sight), around=around(sight), initial={"since_on": clock.today()})
    keep = lambda given: actions.keep_part(person=sight.person, by=request.user, **form.arguments(given))
    intro = _("Taking part gives nobody a right to decide, and shows them nothing.")
    return _asked(request, sight, form, keep, _("Who takes part in what?"), intro=intro)


@address(Policy.PERSON)
def support_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Somebody is there for the person."""
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.SupportForm(request.POST or None, names=names(sight), around=around(sight), initial={"since_on": clock.today()})
    keep = lambda given: actions.keep_support(person=sight.person, by=request.user, **form.arguments(given))
    intro = _("This stands apart from every part in what is decided and done.")
    return _asked(request, sight, form, keep, _("Somebody is there for %(name)s"), intro=intro)


@address(Policy.PERSON)
def need_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the person needs has changed."""
    sight = look(request, person_id)
    require(practice_policy.may_keep(request.user, sight.person))
    form = forms.NeedForm(request.POST or None, names=names(sight), initial={"since_on": clock.today()})
    keep = lambda given: practice.keep_need_change(person=sight.person, by=request.user, **forms.as_kept(given))
    intro = _("Whoever takes part in this part of life is looked at again.")
    return _asked(request, sight, form, keep, _("What %(name)s needs has changed"), intro=intro)


@address(Policy.PERSON)
def need_mistake(request: HttpRequest, change_id: UUID) -> HttpResponse:
    """A change of need was written down by mistake."""
    sight = look(request, happened.person_of_need_change(change_id), about_id=change_id)
    change = happened.need_change(sight, change_id)
    require(practice_policy.may_correct(request.user, change))
    form = MistakeForm(request.POST or None, names=names(sight))
    keep = lambda given: practice.mistake_need_change(change=change, by=request.user, **given)
    return _asked(request, sight, form, keep, _("This was entered by mistake"), intro=change.words)


@address(Policy.PERSON)
def again(request: HttpRequest, part_id: UUID) -> HttpResponse:
    """Look at a part again. When it has to change, who does it from now on is asked next."""
    sight, taking = _the_part(request, part_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.AgainForm(request.POST or None, names=names(sight))
    keep = lambda given: actions.look_again(part=taking.part, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, keep)):
        return redirect("agreements:end" if done.value.verdict == "change" else "agreements:part", part_id=part_id)
    return form_page(request, sight, form, _("Look at it again"), _("Keep this"), back=_to(taking), intro=_intro(sight, taking))


def _to(taking: Any) -> Link:
    return Link(wording.who(taking.part), reverse("agreements:part", args=[taking.part.pk]))


def _intro(sight: Sight, taking: Any) -> str:
    """What they do, what was needed then, and what has changed since."""
    row = taking.part
    lines = [f"{wording.area(row.area)}: {wording.part(row, sight.person.name)}."]
    lines += [_("When it began: %(needs)s") % {"needs": row.needs_then}] if row.needs_then else []
    due = parts_up_for_review(sight, found=[taking])
    new = [words for up in due for words in wording.happened(up)]
    return " ".join(lines + [_("Since then: %(words)s") % {"words": words} for words in new])


@address(Policy.PERSON)
def end(request: HttpRequest, part_id: UUID) -> HttpResponse:
    """A part ends; who does it from now on, and how the one who had it goes on being there."""
    sight, taking = _the_part(request, part_id)
    require(policy.may_keep(request.user, sight.person))
    form = forms.EndForm(request.POST or None, names=names(sight), around=around(sight), initial=_first(sight, taking))
    keep = lambda given: actions.end_part(part=taking.part, by=request.user, **form.arguments(given))
    return _asked(request, sight, form, keep, _("It ends, or somebody else does it"), intro=_intro(sight, taking))


def _first(sight: Sight, taking: Any) -> dict[str, Any]:
    """What the form begins with: today, the same part, why somebody said that it has to change, and what is needed now."""
    changes = [
        each.words for each in happened.need_changes(sight) if each.area == taking.part.area and each.sequence > taking.part.sequence
    ]
    why = taking.reviews[-1].because if taking.is_to_change else ""
    return {"on": clock.today(), "part": taking.part.part, "why": why, "needs_then": changes[0] if changes else taking.part.needs_then}


@address(Policy.PERSON)
def support_end(request: HttpRequest, support_id: UUID) -> HttpResponse:
    """Somebody is there for the person no more."""
    sight = look(request, queries.person_of_support(support_id), about_id=support_id)
    require(policy.may_keep(request.user, sight.person))
    row = queries.support(sight, support_id)
    form = forms.EndSupportForm(request.POST or None, names=names(sight), initial={"on": clock.today()})
    keep = lambda given: actions.end_support(support=row, by=request.user, **forms.as_kept(given))
    return _asked(request, sight, form, keep, _("They no longer are"), intro=f"{wording.who(row)}: {row.how}")


@address(Policy.PERSON)
def mistake(request: HttpRequest, person_id: UUID, table: str, row_id: UUID) -> HttpResponse:
    """Something of these pages was entered by mistake. It stays in the record and counts no more."""
    sight = look(request, person_id, about_id=row_id)
    row = queries.of_table(sight, table, row_id)
    require(policy.may_amend(request.user, row))
    form = MistakeForm(request.POST or None, names=names(sight))
    keep = lambda given: actions.take_back(row=row, by=request.user, **given)
    if table == "told":
        back = Link(_("Who may see what"), reverse("sharing:page", args=[person_id]))
        return mistakes.asked(request, sight, row, actions.take_back, back)
    return _asked(request, sight, form, keep, _("This was entered by mistake"), intro=mistakes.called(row))
