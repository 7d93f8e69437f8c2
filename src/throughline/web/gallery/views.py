from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from . import forms, papers, screens, shift
from .parts import PARTS

# name: (template, what it shows)
SCREENS = {
    "parts": ("gallery/parts.jinja", lambda _request: PARTS),
    "today": ("gallery/today.jinja", lambda _request: shift.TODAY),
    "outcome": ("gallery/outcome.jinja", lambda _request: shift.OUTCOME),
    "outcome-saved": ("gallery/outcome_saved.jinja", lambda _request: shift.OUTCOME_SAVED),
    "jo": ("gallery/person.jinja", lambda _request: screens.PERSON),
    "thread": ("gallery/thread.jinja", lambda _request: screens.WHOLE),
    "thread-gap": ("gallery/thread.jinja", lambda _request: screens.BROKEN),
    "decision": ("gallery/decision.jinja", lambda _request: screens.DECISION),
    "you-said": ("gallery/told.jinja", lambda _request: screens.TOLD),
    "morning": ("gallery/morning.jinja", lambda _request: shift.MORNING),
    "cards": ("gallery/cards.jinja", lambda _request: papers.CARDS),
    "profile": ("gallery/profile.jinja", lambda _request: papers.PROFILE),
    "form": ("layouts/form.jinja", forms.blank),
    "mistakes": ("layouts/form.jinja", forms.with_mistakes),
    "sign-in": ("gallery/sign_in.jinja", forms.sign_in),
}


def gallery(request: HttpRequest) -> HttpResponse:
    """`?screen=` picks one; `?theme=` light or dark."""
    name = request.GET.get("screen", "parts")
    if name not in SCREENS:
        raise Http404
    template, made = SCREENS[name]
    shown = made(request)
    return render(request, template, {"shell": shown.shell_in(request.GET.get("theme", "")), "page": shown.page, "screens": list(SCREENS)})
