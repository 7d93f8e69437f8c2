"""Sounds and photos of a person, for those for whom they are; and the photo for the person's own page."""

import re
from collections.abc import Iterator
from typing import IO, Any
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from throughline.access import readings
from throughline.base import storage
from throughline.base.answers import require
from throughline.base.errors import Invalid, NotFound
from throughline.conversations import actions, policy
from throughline.people import queries
from throughline.people.choices import FileBasis, FileKind
from throughline.people.sight import Sight

from .. import about_person
from ..addresses import Policy, address, look
from ..forms import Choice, Form, FormPage, PhotoFile, Words
from ..frame import frame, who_can_see
from ..parts import Button, Link
from ..submit import submit

RANGE = re.compile(r"bytes=(\d*)-(\d*)")
PIECE = 64 * 1024


@address(Policy.PERSON)
def file(request: HttpRequest, file_id: UUID) -> Any:
    """The bytes of a sound, photo or document. A part of a sound is answered as a part, so that a player can seek in it."""
    sight = look(request, queries.person_of_file(file_id), about_id=file_id)
    kept = queries.file(sight, file_id)
    try:
        stream = storage.open(kept.sha256)
    except storage.NotStored:
        raise NotFound from None
    response = part(stream, kept.size, request.headers.get("Range", ""))
    if response.status_code == 206 and response["Content-Range"].startswith("bytes 0-"):
        readings.note(sight, "people:file", file_id)  # whoever hears it from its beginning has read it
    return dressed(response, kept)


def dressed(response: HttpResponseBase, kept: Any) -> HttpResponseBase:
    """Shown here and nowhere else: never guessed at, never kept by the browser or anything between."""
    response["Content-Type"] = kept.media_type
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Accept-Ranges"] = "bytes"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def part(stream: IO[bytes], size: int, asked: str) -> HttpResponseBase:
    """The whole, the part that was asked for (206), or 416 when there is no such part."""
    found = RANGE.fullmatch(asked.strip())
    if found is None or found.groups() == ("", ""):
        response: HttpResponseBase = FileResponse(stream)
        response["Content-Length"] = str(size)
        return response
    first, last = span(found[1], found[2], size)
    if first > last or first >= size:
        stream.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    stream.seek(first)
    response = StreamingHttpResponse(pieces(stream, last - first + 1), status=206)
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Length"] = str(last - first + 1)
    return response


def span(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte of "5-9", "5-" and "-5" (the last five)."""
    if not first:
        return max(0, size - int(last)), size - 1 if int(last) else -1
    return int(first), min(int(last) if last else size - 1, size - 1)


def pieces(stream: IO[bytes], left: int) -> Iterator[bytes]:
    with stream:
        while left > 0 and (piece := stream.read(min(PIECE, left))):
            left -= len(piece)
            yield piece


# --- the photo for the person's page -----------------------------------------------------------------

BASES = (
    (FileBasis.AGREED, _("%(name)s is OK with this photo on %(name)s’s page")),
    (FileBasis.CANNOT_AGREE, _("%(name)s could not say yes or no. It is kept because of something else, written below")),
)


class PhotoForm(Form):
    photo = PhotoFile(_("The photo"), hint=_("A JPEG, PNG or WebP file. Where and when it was taken is taken out."))
    basis = Choice(_("Is %(name)s OK with it?"), choices=BASES)
    basis_words = Words(_("How did %(name)s say yes? Or why is it kept?"), hint=_("For example: picked it from three photos."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photo"].widget.attrs["accept"] = "image/jpeg,image/png,image/webp"


@address(Policy.PERSON)
def photo(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Choose the person's photo, with them. The earlier one stays in the record."""
    sight = look(request, person_id)
    require(policy.may_keep_voice(request.user, sight.person))
    form = PhotoForm(request.POST or None, request.FILES or None, names={"name": sight.person.name})
    if request.method == "POST" and submit(form, lambda given: keep(sight, request.user, **given)):
        return redirect("people:page", person_id=sight.person_id)
    title = say("%(name)s’s photo") % {"name": sight.person.name}
    page = FormPage(form, Button(say("Keep this photo"), main=True), title, back(sight), portrait=shown(sight))
    shell = frame(request, title, person=sight.person, current="people", who_can_see=who_can_see(sight))
    return render(request, "layouts/form.jinja", {"shell": shell, "page": page})


def back(sight: Sight) -> Link:
    tab = about_person.tabs(sight.person, "people:page")[0]
    return Link(tab.text, tab.href)


def shown(sight: Sight) -> Any:
    return about_person.portrait(sight.person, queries.portrait(sight))


def keep(sight: Sight, by: Any, *, photo: Any, basis: str, basis_words: str) -> Any:
    """Keep the photo; what is wrong with it is said of its own box."""
    try:
        return actions.keep_file(
            person=sight.person,
            kind=FileKind.PORTRAIT,
            content=photo.file,
            media_type=photo.content_type or "",
            shows=sight.person.name,
            basis=basis,
            basis_words=basis_words,
            by=by,
        )
    except Invalid as invalid:
        raise Invalid({"photo" if field == "content" else field: fault for field, fault in invalid.faults.items()}) from None
