from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from throughline.base.answers import require
from throughline.base.written import Written
from throughline.people.sight import Sight
from throughline.plan import queries as plan
from throughline.practice import actions, policy, queries

from ... import mistakes
from ...addresses import Policy, address, look
from ...as_at import asked_day
from ...frame import frame, who_can_see
from ...submit import submit
from .. import forms
from ..pages import notes as pages
from ..pages.records import asked


@address(Policy.PERSON)
def notes(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Notes about a person's days, the newest first."""
    sight = look(request, person_id)
    page = pages.notes(sight, asked_day(request), asked(request.GET).page, just_saved(request))
    shell = frame(request, page.title, person=sight.person, current="people", who_can_see=who_can_see(sight))
    return render(request, "today/notes.jinja", {"shell": shell, "page": page})


def just_saved(request: HttpRequest) -> UUID | None:
    """?new=, the note that has just been written."""
    try:
        return UUID(request.GET.get("new", ""))
    except ValueError:
        return None


@address(Policy.PERSON)
def note_new(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Write freely about a day."""
    sight = look(request, person_id)
    form = pages.new_form(request.POST or None, sight)
    if request.method == "POST" and (done := submit(form, lambda given: keep(sight, given, request.user))):
        return redirect(f"{reverse('today:notes', args=[person_id])}?new={done.value.pk}")
    page = pages.new_page(sight, form)
    shell = frame(request, page.heading, person=sight.person, current="record")
    given = {"page": page, "person": sight.person, "done": pages.done(sight)}
    return render(request, "today/note_new.jinja", {"shell": shell} | given)


def keep(sight: Sight, given: dict[str, Any], by: Any) -> Any:
    """Keep a note; about a plan item when one was chosen."""
    item = plan.item(sight, UUID(given["item"])) if given["item"] else None
    told = {name: given[name] for name in ("text", "day", "for_handover")}
    return actions.write_note(person=sight.person, item=item, by=by, written=Written(id=given["id"]), **told)


def found(request: HttpRequest, note_id: UUID) -> tuple[Sight, Any]:
    """The sight of a note's person, and the note."""
    sight = look(request, queries.person_of_note(note_id), note_id)
    return sight, queries.note(sight, note_id)


@address(Policy.PERSON)
def note_correct(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Say a note better, with a reason."""
    sight, note = found(request, note_id)
    require(policy.may_correct(request.user, note))
    form = forms.BetterNote(request.POST or None, initial={"text": note.text})
    if request.method == "POST" and (done := submit(form, lambda given: actions.correct_note(note=note, by=request.user, **given))):
        return redirect(f"{reverse('today:notes', args=[sight.person_id])}?new={done.value.pk}")
    page = pages.better_page(sight, form, note)
    shell = frame(request, page.heading, person=sight.person, current="people")
    return render(request, "layouts/form.jinja", {"shell": shell, "page": page})


@address(Policy.PERSON)
def note_mistake(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """A note that should not stand here at all: on the wrong page, or written twice."""
    sight, note = found(request, note_id)
    require(policy.may_correct(request.user, note))
    take_back = lambda row, by, reason: actions.mistake_note(note=row, reason=reason, by=by)
    return mistakes.asked(request, sight, note, take_back, pages.back_to_days(sight), words=note.text)


@address(Policy.PERSON)
def note_undo(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Take back within ten minutes."""
    sight, note = found(request, note_id)
    if request.method == "POST":
        actions.undo_note(note=note, by=request.user)
    return redirect("today:notes", person_id=sight.person_id)
