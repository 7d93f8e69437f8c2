from typing import Any, BinaryIO

from django.db import transaction

from throughline.base import storage
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import keep
from throughline.base.written import NOW, Written
from throughline.people.choices import FileKind
from throughline.people.models import File, Person

from .. import policy

LARGEST = 20 * 1024 * 1024  # bytes

MEDIA_TYPES = {
    FileKind.SOUND: {"audio/webm", "audio/ogg", "audio/mp4", "audio/mpeg", "audio/wav", "audio/x-wav", "audio/aac"},
    FileKind.PHOTO: {"image/jpeg", "image/png", "image/webp"},
    FileKind.DOCUMENT: {"application/pdf", "text/plain"},
}


@transaction.atomic
def keep_file(
    *,
    person: Person,
    kind: str,
    content: BinaryIO,
    media_type: str,
    basis: str,
    basis_words: str,
    shows: str = "",
    seconds: int | None = None,
    by: Any,
    written: Written = NOW,
) -> File:
    """Keep a sound, photo or document of a person, made with their agreement or on a basis that is written down.

    content: a readable binary stream, at most 20 MB. Raises Invalid with what to do.
    """
    require(policy.may_keep_voice(by, person))
    if not basis_words.strip():
        raise Invalid({"basis_words": "Write how the person agreed, or on what footing it was made when they could not say."})
    plain_type = media_type.partition(";")[0].strip().lower()
    allowed = MEDIA_TYPES[FileKind(kind)]
    if plain_type not in allowed:
        raise Invalid({"content": f"This kind of file cannot be kept here. Save it as one of: {', '.join(sorted(allowed))}."})
    stored = storage.put(content)
    if not 0 < stored.size <= LARGEST:
        raise Invalid({"content": "Choose a file that is not empty and at most 20 MB."})
    file = File(
        person=person,
        kind=kind,
        sha256=stored.sha256,
        size=stored.size,
        media_type=plain_type,
        seconds=seconds,
        shows=shows,
        basis=basis,
        basis_words=basis_words,
    )
    return keep("people.file-kept", file, by=by, written=written)
