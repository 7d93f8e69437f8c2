"""The page on which a record of a day is written down, with signal or without."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight

from ... import about_person
from ...forms import Form, FormPage
from ...parts import Button, Comm, Link


@dataclass(frozen=True)
class NewPage:
    """A form and what a phone needs of it. needs: the fields of which one has to say something; quoted: those shown once it is kept."""

    form_page: FormPage
    kind: str
    needs: str
    needs_says: str
    quoted: tuple[str, ...]
    hidden: tuple[tuple[str, str], ...]
    done: Button
    comm: Comm | None


def new_page(
    sight: Sight,
    form: Form,
    kind: str,
    heading: str,
    *,
    button: Button | None = None,
    needs: str = "",
    needs_says: str = "",
    quoted: tuple[str, ...] = (),
    hidden: tuple[tuple[str, str], ...] = (),
    intro: str = "",
) -> NewPage:
    """hidden: what a phone sends beside the form, such as which checklist it is."""
    today = f"{reverse('today:today')}?p={sight.person_id}"
    page = FormPage(
        form,
        button or Button(_("Keep this"), main=True),
        heading=heading,
        intro=intro,
        back=Link(_("Back to Today"), today),
        portrait=about_person.portrait(sight.person),
        who_will_see=_("the team that supports %(name)s, and the registered manager.") % {"name": sight.person.name},
        instead=Link(_("Not now"), today),
    )
    done = Button(_("Done"), today, main=True, wide=True, size="shift")
    return NewPage(page, kind, needs, needs_says, quoted, hidden, done, about_person.comm(sight))
