"""Assessing one question: one page, in the order of the test."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight

from ... import about_person
from ...forms import is_given
from ...parts import Button, Link, Portrait
from ...said.who import Somebody
from ..assessing import ABILITIES, PLAIN, TRIES, AssessForm


@dataclass(frozen=True)
class AssessPage:
    form: AssessForm
    portrait: Portrait
    back: Link
    title: str
    question: str
    keep: Button

    @property
    def rooms(self) -> tuple[tuple[Any, Any, Any], ...]:
        """Rooms for help that was tried: the first, and those in which something stands; the rest is folded."""
        return tuple(room for n, room in enumerate(self.form.tries) if n == 0 or any(is_given(field) for field in room))

    @property
    def more_rooms(self) -> tuple[tuple[Any, Any, Any], ...]:
        return tuple(room for room in self.form.tries if room not in self.rooms)

    def titled(self, shell: Any) -> str:
        return _("Error: %(title)s") % {"title": shell.full_title} if self.form.is_bound and self.form.errors else shell.full_title


def assess_page(sight: Sight, question: Any, form: AssessForm, row: Any = None) -> AssessPage:
    name = {"name": sight.person.name}
    back = Link(_("The question"), reverse("decisions:question", args=[question.pk]))
    if row is not None:
        back = Link(_("The assessment"), reverse("capacity:assessment", args=[row.pk]))
    return AssessPage(
        form=form,
        portrait=about_person.portrait(sight.person),
        back=back,
        title=_("Put this assessment right") if row is not None else _("Can %(name)s decide this?") % name,
        question=question.text,
        keep=Button(_("Keep this assessment"), main=True),
    )


def written_before(row: Any) -> dict[str, Any]:
    """What stands, as the form that puts it right begins."""
    names = [*PLAIN, *ABILITIES, *(f"{name}_seen" for name in ABILITIES)]
    found = {name: getattr(row, name) for name in names}
    who = Somebody(contact=row.assessor_contact, staff=row.assessor_staff)
    found |= {"assessor": who.key if who != Somebody() else "", "information": "\n".join(each.text for each in row.information.all())}
    for n, each in enumerate(list(row.tried.all())[:TRIES], 1):
        found |= {f"tried_{n}": each.what, f"tried_{n}_on": each.on, f"tried_{n}_came": each.came_of_it}
    return found
