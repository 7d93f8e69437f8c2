from contextlib import ExitStack
from dataclasses import replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughline.access import scope
from throughline.access.roles import Act
from throughline.base.errors import Invalid, Refused
from throughline.conversations import actions, queries
from throughline.people.sight import Sight
from throughline.practice import actions as practice
from throughline.web.said import showing
from throughline.web.said.forms import VoiceForm
from throughline.web.said.who import around

from ..files import opened
from ..reading import Sent
from .kind import Kind, given
from .routine_add import last_words


def keep(sent: Sent, by: Any) -> str:
    """What the person said or showed, with its sound or photo. fields and files: of the page's form, and the record it is about."""
    sight, near = scope.sight(by, sent.person_id), around(scope.sight(by, sent.person_id))
    with ExitStack() as open_files:
        files: dict[str, UploadedFile] = opened(sent, by, open_files)
        names = {"name": sight.person.name, "manager": near.manager}
        form = VoiceForm(sent.as_form(), files, names=names, around=near)  # type: ignore[arg-type]  # a plain dict does for a MultiValueDict here
        told = form.arguments(given(form))
        said_at = told.pop("written").occurred_at
        written = replace(sent.written, occurred_at=said_at or sent.happened_at)
        voice = actions.keep_voice_with_clips(person=sight.person, by=by, written=written, **told)
    _cite(sight, sent, voice, by)
    return showing.after_voice(voice, None)


def _cite(sight: Sight, sent: Sent, voice: Any, by: Any) -> None:
    """Said straight after a record: the record cites it. Where that cannot be any more, the words are kept all the same."""
    if not sent.text("record"):
        return
    try:
        practice.cite_words(record=last_words(sight, sent), voice=voice, by=by, written=sent.written)
    except (Invalid, Refused):
        return


def words(sent: Sent, sight: Any) -> list[str]:
    told = [sent.text(name) for name in ("words", "seen", "thought")]
    return [*(each for each in told if each), *(_("With a sound or a photo.") for _each in list(sent.files)[:1])]


KIND = Kind(gettext_lazy("Own words"), Act.KEEP_VOICE, queries.person_of_voice, keep, words)
