"""What the law gives, what is shared without permission, and what was told outside these pages."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from throughline.agreements import actions, policy, queries
from throughline.authority import queries as authority
from throughline.base import clock
from throughline.decisions import queries as decisions

from ...addresses import Policy, address
from ...said.views.asking import form_page, names
from ...submit import submit
from .. import forms
from ..pages.one import back_to_sharing
from .asking import allowed, asked, of

A_WEEK = timedelta(days=7)


@address(Policy.PERSON)
def by_law(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The law gives somebody sight, whatever the person said."""
    sight = allowed(request, person_id, policy.may_keep_sharing)
    work = [each.advocacy for each in authority.advocates(sight) if not each.ended]
    listed: dict[str, Any] = {"authorities": authority.authorities(sight), "advocacies": work, "assessments": decisions.lacking(sight)}
    form = forms.ByLawForm(request.POST or None, **listed, **of(sight, request))
    keep = lambda given: actions.open_by_law(by=request.user, **form.arguments(given))
    intro = _(
        "Being family is not enough. An attorney or deputy needs papers that somebody saw, and a question that %(name)s cannot decide. "
        "What opens then ends with that assessment. What the law says: check."
    ) % names(sight)
    return asked(request, sight, form, keep, _("To whom does the law give sight?"), intro)


@address(Policy.PERSON)
def by_law_end(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    """The law gives it no more."""
    sight = allowed(request, person_id, policy.may_keep_sharing)
    row = queries.statutory_access(sight, row_id)
    form = forms.ReasonForm(request.POST or None, asks=_("Why does it end?"), names=names(sight))
    end = lambda given: actions.end_statutory(row=row, by=request.user, **given)
    return asked(request, sight, form, end, _("%(who)s: the law gives it no more") % {"who": row.contact.name}, _("It works at once."))


@address(Policy.PERSON)
def without(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Share something without permission, for a reason and a time."""
    sight = allowed(request, person_id, policy.may_override)
    given = of(sight, request)
    given["initial"] |= {"until": clock.today() + A_WEEK}
    form = forms.WithoutForm(request.POST or None, **given)
    share = lambda values: actions.open_without_permission(by=request.user, **form.arguments(values))
    intro = _("Only what is needed, only for as long as it is needed. It stands on %(name)s’s page and on the list for managers.") % names(
        sight
    )
    return asked(request, sight, form, share, _("Share without permission"), intro)


@address(Policy.PERSON)
def without_end(request: HttpRequest, person_id: UUID, row_id: UUID) -> HttpResponse:
    """What is shared without permission is needed no longer."""
    sight = allowed(request, person_id, policy.may_override)
    row = queries.override(sight, row_id)
    form = forms.ReasonForm(request.POST or None, asks=_("Why is it needed no longer?"), names=names(sight))
    end = lambda given: actions.end_override(row=row, by=request.user, **given)
    return asked(request, sight, form, end, _("%(who)s: shared no longer") % {"who": row.contact.name}, _("It works at once."))


@address(Policy.PERSON)
def told(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Something was told outside these pages; the next page says at once whether anything covered it."""
    sight = allowed(request, person_id, policy.may_disclose)
    form = forms.ToldForm(request.POST or None, **of(sight, request))
    keep = lambda given: actions.disclose(person=sight.person, by=request.user, **form.arguments(given))
    if request.method == "POST" and (done := submit(form, keep)):
        return redirect("sharing:told_one", disclosure_id=done.value.pk)
    back = back_to_sharing(sight)
    return form_page(request, sight, form, _("What was somebody told about %(name)s?"), _("Keep this"), back=back)
