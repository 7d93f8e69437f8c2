"""A page with one form that a phone keeps first, and that counts there what thresholds count."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight

from . import about_person
from .forms import Form, FormPage
from .frame import frame
from .parts import Button, Link
from .watch.phone import Watched


@dataclass(frozen=True)
class Captured:
    """How a phone keeps a form: as which kind, which fields have to say something, which are shown once it is kept, what it counts for."""

    kind: str
    needs: str
    needs_says: str
    quoted: tuple[str, ...]
    watched: tuple[Watched, ...] = ()


def captured(
    request: HttpRequest, sight: Sight, form: Form, kept: Captured, *, heading: str, intro: str = "", back: Link | None = None
) -> HttpResponse:
    """The page."""
    said = {"name": sight.person.name}
    page = FormPage(
        form,
        Button(_("Keep this"), main=True),
        heading=heading,
        intro=intro,
        back=back,
        portrait=about_person.portrait(sight.person),
        who_will_see=_("the team that supports %(name)s, and the registered manager.") % said,
    )
    given = {"page": page, "person": sight.person, "kept": kept, "done": done(sight)}
    shell = frame(request, heading, person=sight.person, current="record", wrong=bool(form.errors))
    return render(request, "shared/captured.jinja", {"shell": shell, **given})


def done(sight: Sight) -> Button:
    """Back to the shift."""
    return Button(_("Done"), f"{reverse('today:today')}?p={sight.person_id}", main=True)
