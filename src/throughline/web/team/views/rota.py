from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.base.answers import require
from throughline.workforce import actions, law, policy, queries

from ...addresses import Policy, address
from ...ask import NOT_NOW, ask
from ...forms import FormPage
from ...frame import frame
from ...parts import Button, Link
from ..forms import RotaForm
from ..pages.rota import rota_page


def back() -> Link:
    return Link(_("Before the shift"), reverse("team:shift"))


@address(Policy.SCOPED)
def rota(request: HttpRequest) -> HttpResponse:
    """A file; then what it would change, or every fault; then, when that is pressed, it is kept."""
    require(policy.may_bring_shifts(request.user))
    form = RotaForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return ask(request, form, _("Bring in a rota"), _("See what it says"), back=back(), intro=intro(), current="shift")
    found = queries.resolve(request.user, *law.read(form.cleaned_data["text"]))
    if form.cleaned_data["keep"] and not found.faults:
        actions.bring_shifts(rota=found, by=request.user)
        return redirect("team:shift")
    return shown(request, found, form.cleaned_data["text"])


def intro() -> str:
    return _(
        "One shift a line, under the names of the columns: email, home, day, from, to. A shift that ends before it begins goes past"
        " midnight. Of each home in it, the rota says everything from its first day to its last."
    )


def shown(request: HttpRequest, found: queries.Rota, text: str) -> HttpResponse:
    """The faults, and a way to bring the file again; or what would change, and the button that keeps it."""
    form: Any = RotaForm() if found.faults else RotaForm(initial={"text": text, "keep": "on"})
    if not found.faults:
        del form.fields["file"]
    title = _("This rota has mistakes") if found.faults else _("Keep this rota?")
    button = Button(_("See what it says") if found.faults else _("Keep these shifts"), main=True)
    page = FormPage(form, button, title, back(), instead=Link(NOT_NOW, back().href))
    return render(request, "team/rota.jinja", {"shell": frame(request, title, current="shift"), "page": page, "rota": rota_page(found)})
