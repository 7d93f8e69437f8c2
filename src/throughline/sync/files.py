"""The sound and photos of a record: on their way in, whole, and let go of."""

from contextlib import ExitStack
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from . import incoming
from .reading import Sent

ENDINGS = {"audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


def missing(sent: Sent, by: Any) -> bool:
    """Whether a file that the record cites has not come whole yet."""
    return any(incoming.whole(by, each.id) is None for each in sent.files.values())


def opened(sent: Sent, by: Any, stack: ExitStack) -> dict[str, UploadedFile]:
    """The files of a record by their field, as a page's form would bring them; open until the stack closes."""
    found = {}
    for name, cited in sent.files.items():
        if path := incoming.whole(by, cited.id):
            plain = cited.type.partition(";")[0].strip().lower()
            stream = stack.enter_context(path.open("rb"))
            found[name] = UploadedFile(stream, f"{name}.{ENDINGS.get(plain, 'bin')}", plain, path.stat().st_size)
    return found


def let_go(sent: Sent, by: Any) -> None:
    """The record has them now."""
    for cited in sent.files.values():
        incoming.forget(by, cited.id)
