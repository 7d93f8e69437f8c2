"""Writing down what happened on a day. The same forms stand on a phone without signal."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.people.sight import Sight
from throughline.plan.choices import ItemKind
from throughline.practice import actions, policy

from ...addresses import Policy, address, look
from ...frame import frame, who_can_see
from ...parts import Button
from ...submit import submit
from .. import writing
from ..forms.checklists import REST
from ..kind import Kind
from ..kinds import ACTIVITY, ANSWER, CHECKLIST, SPENDING
from ..pages.new import NewPage, new_page


def _may_write(request: HttpRequest, person_id: UUID) -> Sight:
    sight = look(request, person_id)
    require(policy.may_keep(request.user, sight.person))
    return sight


def _written(request: HttpRequest, sight: Sight, kind: Kind, form: Any, act: Any) -> HttpResponse | None:
    """Where to go once it is kept; None while the form has to be filled in."""
    keep = lambda given: act(person=sight.person, by=request.user, **form.arguments(given))
    done = submit(form, keep) if request.method == "POST" else None
    return redirect(kind.address(done.value.pk)) if done else None


def _shown(request: HttpRequest, sight: Sight, page: NewPage) -> HttpResponse:
    shell = frame(request, page.form_page.heading, person=sight.person, current="record", who_can_see=who_can_see(sight))
    return render(request, "daily/new.jinja", {"shell": shell, "page": page.form_page, "kept": page, "person": sight.person})


@address(Policy.PERSON)
def run_new(request: HttpRequest, person_id: UUID, item_id: UUID) -> HttpResponse:
    """Go through a checklist: what was not done, and then one press says that the rest is."""
    sight = _may_write(request, person_id)
    version = writing.followed_version(sight, item_id, ItemKind.CHECKLIST)
    form = writing.checklist_form(sight, version, request.POST or None)
    act = lambda **told: actions.run_checklist(version=version, **told)
    if kept := _written(request, sight, CHECKLIST, form, act):
        return kept
    rest = Button(_("All the rest is done: keep this"), main=True, name=REST, value="yes")
    intro = _("Say what was not done or not needed. Then one press says that all the rest is done.")
    more = {"hidden": (("item", str(item_id)),), "button": rest, "intro": intro}
    return _shown(request, sight, new_page(sight, form, "checklist", version.title, **more))  # type: ignore[arg-type]


@address(Policy.PERSON)
def activity_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the person went to, or did not."""
    sight = _may_write(request, person_id)
    form = writing.activity_form(sight, request.POST or None)
    if kept := _written(request, sight, ACTIVITY, form, actions.keep_activity):
        return kept
    heading = _("Something %(name)s went to, or did not") % {"name": sight.person.name}
    page = new_page(sight, form, "activity", heading, needs="what", needs_says=_("Write what it was."), quoted=("what", "words"))
    return _shown(request, sight, page)


@address(Policy.PERSON)
def answer_new(request: HttpRequest, person_id: UUID, item_id: UUID) -> HttpResponse:
    """The person answers their own question. Nobody answers for them."""
    sight = _may_write(request, person_id)
    version = writing.followed_version(sight, item_id, ItemKind.OUTCOME)
    form = writing.scale_form(sight, version, request.POST or None)
    act = lambda **told: actions.keep_answer(version=version, **told)
    if kept := _written(request, sight, ANSWER, form, act):
        return kept
    says = _("Choose what %(name)s answered.") % {"name": sight.person.name}
    more = {"needs": "answer", "needs_says": says, "hidden": (("item", str(item_id)),), "quoted": ("words",)}
    return _shown(request, sight, new_page(sight, form, "scale", version.title, **more))  # type: ignore[arg-type]


@address(Policy.PERSON)
def spending_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What was spent. More than was agreed is kept like any other, and why is asked."""
    sight = _may_write(request, person_id)
    form = writing.spending_form(sight, request.POST or None, request.FILES or None)
    if kept := _written(request, sight, SPENDING, form, actions.keep_spending):
        return kept
    heading = _("What was spent of %(name)s’s money") % {"name": sight.person.name}
    more = {"needs": "amount", "needs_says": _("Write how much it was, like 3.20."), "quoted": ("amount", "what")}
    return _shown(request, sight, new_page(sight, form, "spending", heading, **more))  # type: ignore[arg-type]
