"""Reading a version, making it what staff follow, and ending an item."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight
from throughline.plan import actions, queries
from throughline.workforce import actions as workforce

from ...addresses import Policy, address, look
from ...as_at import asked_day
from ...submit import submit
from ..forms import EndForm
from ..pages.publish import Publishing, end_page, publish_page
from ..pages.version import version_page
from .writing import require_planning, shell


def the_versions(request: HttpRequest, version_id: UUID, as_at: datetime | None = None) -> tuple[Sight, list[Any]]:
    """A version, then all others of its item, and the actor's sight of whose they are."""
    sight = look(request, queries.person_of_version(version_id), about_id=version_id)
    return sight, queries.with_siblings(sight, version_id, as_at)


@address(Policy.PERSON)
def version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """What it says, and what it changes."""
    at = asked_day(request)
    sight, versions = the_versions(request, version_id, at.moment)
    found = versions[0]
    title = _("%(title)s, version %(n)s") % {"title": found.title, "n": found.number}
    return render(request, "plan/version.jinja", {"shell": shell(request, title, sight), "page": version_page(sight, versions, at)})


@address(Policy.PERSON)
def publish(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """From a version to what staff follow."""
    sight, versions = the_versions(request, version_id)
    require_planning(sight)
    found, publishing = versions[0], Publishing(sight, versions, request.GET.get("decision", ""))
    form = publishing.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and submit(form, lambda given: _publish(publishing, request.user, given)):
        return redirect("thread:thread", item_id=found.item_id)
    publishing.lead_on(form)
    thread = request.build_absolute_uri(reverse("thread:thread", args=[found.item_id]))
    around = shell(request, _("Publish %(title)s") % {"title": found.title}, sight, wrong=bool(form.is_bound and form.mistakes))
    return render(request, "plan/publish.jinja", {"shell": around, "page": publish_page(publishing, form, thread)})


def _publish(publishing: Publishing, by: Any, given: dict[str, Any]) -> Any:
    """What limits by its kind was not asked about."""
    limits = given.get("limits", publishing.always_limits)
    said = {"message": given["message"], "decision": given.get("decision"), "may_deprive": given.get("may_deprive")}
    anew = given.get("sign_off")
    return workforce.publish(version=publishing.version, sign_off_anew=anew, limits=limits, by=by, **said)


@address(Policy.PERSON)
def end(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Staff no longer follow it."""
    sight = look(request, queries.person_of_item(item_id), about_id=item_id)
    require_planning(sight)
    item = queries.item(sight, item_id)
    form = EndForm(request.POST or None, names={"name": sight.person.name})
    if request.method == "POST" and submit(form, lambda given: actions.end(item=item, by=request.user, **given)):
        return redirect("thread:thread", item_id=item_id)
    latest = queries.latest_version(sight, item)
    page = end_page(sight, item, latest.title if latest else str(item), form)
    return render(request, "layouts/form.jinja", {"shell": shell(request, page.heading, sight), "page": page})
