"""Writing plan items and their versions."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from throughline.access.roles import Act
from throughline.base.answers import require
from throughline.people.sight import Sight
from throughline.plan import policy, queries
from throughline.plan.choices import ItemKind

from ...addresses import Policy, address, look
from ...forms import Form
from ...frame import frame, who_can_see
from ...submit import submit
from ..pages.write import choose_page, sources_page, write_page
from ..writing import Writing


@address(Policy.PERSON)
def item_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Begin an item: choose its kind, then write it. From a decision (`?decision=`) it begins as a routine."""
    sight = look(request, person_id)
    require_planning(sight)
    decision = uuid_of(request.GET.get("decision", ""))
    kind = request.GET.get("kind") or (ItemKind.ROUTINE if decision else "")
    if kind in ItemKind.values:
        return written(request, Writing(sight, str(kind), decision_id=decision))
    return render(request, "plan/choose.jinja", {"shell": shell(request, _("Add to the plan"), sight), "page": choose_page(sight)})


@address(Policy.PERSON)
def write(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """A new version, filled in from the latest one."""
    sight = look(request, queries.person_of_item(item_id), about_id=item_id)
    require_planning(sight)
    item = queries.item(sight, item_id)
    return written(request, Writing(sight, item.kind, item))


def require_planning(sight: Sight) -> None:
    """Only who may write the plan goes on; the sight knows without asking again, and the policy says why not."""
    if Act.PLAN not in sight.may:
        require(policy.may_plan(sight.actor, sight.person))


def written(request: HttpRequest, writing: Writing) -> HttpResponse:
    """The form, new and sent."""
    if request.GET.get("step") == "sources":
        return sources(request, writing)
    instead = INSTEAD.get(request.POST.get("go", ""))
    if instead is not None:
        return instead(request, writing)
    form = writing.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and (done := submit(form, lambda _given: writing.keep(writing.content_of(form), seen(request)))):
        return redirect(writing.after_keeping(done.value))
    return show(request, writing, form)


def show(request: HttpRequest, writing: Writing, form: Form) -> HttpResponse:
    """The page with the form in it."""
    page = write_page(writing, form, request.method == "POST")  # type: ignore[arg-type]
    around = shell(request, page.heading, writing.sight, wrong=bool(form.is_bound and form.mistakes))
    return render(request, "plan/write.jinja", {"shell": around, "page": page})


def sources(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Where each line of the draft comes from; then it is kept."""
    content = writing.from_draft()
    if content is None:
        return redirect(writing.address)
    form = writing.sources(content, request.POST if request.method == "POST" else None)
    draft_seen = int((writing.draft.content.get("seen") or ["0"])[0] or 0) or None
    if request.method == "POST" and (
        done := submit(form, lambda _given: writing.keep(content.content() | {"lines": form.sourced()}, draft_seen))
    ):
        return redirect(writing.after_keeping(done.value))
    page = sources_page(writing, form)
    return render(request, "layouts/form.jinja", {"shell": shell(request, page.heading, writing.sight), "page": page})


def keep_draft(request: HttpRequest, writing: Writing) -> HttpResponse:
    """For later, for its author alone."""
    writing.keep_draft(request.POST)
    return redirect("plan:plan", person_id=writing.sight.person_id)


def to_sources(request: HttpRequest, writing: Writing) -> HttpResponse:
    """On to where the lines come from, once the rest is right."""
    form = writing.form(request.POST)
    if not form.is_valid():
        return show(request, writing, form)
    writing.keep_draft(request.POST)
    return redirect(writing.step_address("sources"))


def more_rows(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Room for more steps; everything written stays."""
    return show(request, writing, writing.more_rows(request.POST))


INSTEAD = {"draft": keep_draft, "sources": to_sources, "more": more_rows}


def seen(request: HttpRequest) -> int | None:
    """The version that the writer had before them."""
    given = request.POST.get("seen", "")
    return int(given) or None if given.isdigit() else None


def uuid_of(text: str) -> UUID | None:
    """An id from an address; nothing when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def shell(request: HttpRequest, title: str, sight: Sight, **more: bool) -> object:
    """The frame of a page about a person's plan."""
    return frame(request, title, person=sight.person, current="people", who_can_see=who_can_see(sight), **more)
