import os
from typing import Any, BinaryIO

from django.db import transaction

from throughline.base import storage
from throughline.base.answers import require
from throughline.base.errors import Invalid
from throughline.base.records import keep
from throughline.base.terms import gettext as _
from throughline.base.written import NOW, Written
from throughline.people.choices import FileKind
from throughline.people.models import File, Person

from .. import media, policy

OTHER_KIND = {"audio": media.NO_SOUND, "image": media.NO_PHOTO}
LARGEST = 20 * 1024 * 1024  # bytes

# What a browser says a file of each kind is, and how we look for ourselves; what comes out of looking is what is kept.
LOOKED_AT = {
    FileKind.SOUND: ("audio", media.sound),
    FileKind.PHOTO: ("image", media.photo),
    FileKind.PORTRAIT: ("image", media.photo),
    FileKind.DOCUMENT: ("", media.document),
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
    **more: Any,
) -> File:
    """Keep a sound, photo or document of a person, made with their agreement or on a basis that is written down.

    content: a readable binary stream that can be sought in, at most 20 MB. more: its audience and topic.
    Raises Invalid with what to do.
    """
    require(policy.may_keep_voice(by, person))
    if not basis_words.strip():
        raise Invalid({"basis_words": _("Write how %(person)s agreed, or on what footing it was made when they could not say.")})
    content, found = _looked_at(FileKind(kind), content, media_type)
    stored = storage.put(content)
    file = File(
        person=person,
        kind=kind,
        sha256=stored.sha256,
        size=stored.size,
        media_type=found,
        seconds=seconds,
        shows=shows,
        basis=basis,
        basis_words=basis_words,
        **more,
    )
    return keep("people.file-kept", file, by=by, written=written)


def _looked_at(kind: FileKind, content: BinaryIO, declared: str) -> tuple[BinaryIO, str]:
    """The bytes to keep and what they are. A file says what it is by its bytes; what it is called has to agree."""
    size = content.seek(0, os.SEEK_END)
    content.seek(0)
    if not 0 < size <= LARGEST:
        raise Invalid({"content": _("Choose a file that is not empty and at most 20 MB.")})
    family, look = LOOKED_AT[kind]
    if family and declared.partition("/")[0].strip().lower() != family:
        raise Invalid({"content": str(OTHER_KIND[family])})
    return look(content)
