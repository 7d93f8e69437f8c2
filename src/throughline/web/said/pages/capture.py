"""Writing down a voice: record, or write, then keep."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from throughline.people.sight import Sight

from ... import about_person
from ...parts import Button, Link, Portrait
from .. import showing
from ..forms import VoiceForm
from ..forms.voices import LONGEST_SOUND


@dataclass(frozen=True)
class CapturePage:
    form: VoiceForm
    portrait: Portrait
    back: Link
    title: str
    button: Button
    again: Button  # the same button, at the end of a long page
    record: str
    person_id: UUID
    done: Button  # back to the shift, once it is saved on the phone
    longest: int = LONGEST_SOUND
    held: str = ""

    def titled(self, shell: Any) -> str:
        return _("Error: %(title)s") % {"title": shell.full_title} if self.form.errors else shell.full_title

    @property
    def has_more(self) -> bool:
        """Whether the folded part holds something, and so stands open."""
        return self._holds(self.form.MORE)

    @property
    def has_clips(self) -> bool:
        return self._holds((*self.form.CLIPS, "sound"))

    def _holds(self, names: tuple[str, ...]) -> bool:
        return self.form.is_bound and any(
            self.form.errors.get(name) or self.form.cleaned_data.get(name) for name in names if name not in QUIET
        )


QUIET = frozenset({"how_helped", "helper"})  # they always have an answer


def capture_page(sight: Sight, form: VoiceForm, held: Any, title: str) -> CapturePage:
    name = sight.person.name
    back = Link(held.title, reverse("said:conversation", args=[held.pk])) if held is not None else showing.person_link(sight.person)
    return CapturePage(
        form=form,
        portrait=about_person.portrait(sight.person),
        back=back,
        title=title,
        button=Button(_("Keep these words"), main=True, size="shift"),
        again=Button(_("Keep these words"), size="shift", more=_("(the end of the page)")),
        person_id=sight.person_id,
        done=Button(_("Done"), f"{reverse('today:today')}?p={sight.person_id}", main=True, wide=True, size="shift"),
        record=_("%(name)s is OK with this: record") % {"name": name},
        held=_("At: %(title)s") % {"title": held.title} if held is not None else "",
    )
