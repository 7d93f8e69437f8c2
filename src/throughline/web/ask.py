"""A page that asks one thing: a form, one filled button, the way back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from .forms import Form, FormPage
from .frame import frame
from .parts import Button, Link

NOT_NOW: Any = _("Not now")


def ask(
    request: HttpRequest,
    form: Form,
    heading: str,
    button: str,
    *,
    back: Link,
    instead: Link | None = None,
    intro: str = "",
    **around: Any,
) -> HttpResponse:
    """Show a form on the layout that all forms share. `around` goes to the frame: whose page it is, which place in the bar."""
    page = FormPage(form, Button(button, main=True), heading, back, intro, instead=instead or Link(NOT_NOW, back.href))
    return render(request, "layouts/form.jinja", {"shell": frame(request, heading, **around), "page": page})
