"""Sound and photos on their way in: pieces with an offset, so that a broken connection costs one piece and not the whole.

A file waits in a folder of its sender's until a record cites it; nobody else can cite it. Nothing of it is in the record before.
"""

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from throughline.base import storage
from throughline.base.errors import Invalid

LARGEST = 20 * 1024 * 1024  # bytes, as `conversations.actions.files`
PIECE = 1024 * 1024  # bytes in one request, at most


@dataclass(frozen=True, slots=True)
class Coming:
    """A file as its sender announces it."""

    sender: Any
    id: UUID
    size: int
    sha256: str

    @property
    def path(self) -> Path:
        return folder(self.sender) / f"{self.id}.part"


class Elsewhere(Exception):
    """A piece that does not begin where the last one ended: `offset` is where the next one has to."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def folder(sender: Any) -> Path:
    """Where a sender's files wait."""
    return storage.root() / storage.INCOMING / str(sender.pk)


def there(sender: Any, file_id: UUID) -> int:
    """How many bytes of a file have come. None yet is 0."""
    for name in (f"{file_id}.whole", f"{file_id}.part"):
        if (path := folder(sender) / name).exists():
            return path.stat().st_size
    return 0


def add(coming: Coming, offset: int, piece: bytes) -> int:
    """Put a piece where the last one ended, durably; how many bytes have come. Raises Elsewhere, and Invalid for what can never be kept."""
    if not 0 < coming.size <= LARGEST:
        raise Invalid({"size": _("Choose a file that is not empty and at most 20 MB.")})
    if _is_whole(coming):
        return coming.size
    coming.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with open(os.open(coming.path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as out:
        fcntl.flock(out, fcntl.LOCK_EX)
        written = _append(out, coming, offset, piece)
        if written == coming.size:
            _finish(out, coming)
    return written


def _append(out: BinaryIO, coming: Coming, offset: int, piece: bytes) -> int:
    end = out.seek(0, os.SEEK_END)
    if offset != end or end + len(piece) > coming.size:
        raise Elsewhere(end)
    out.write(piece)
    out.flush()
    os.fsync(out.fileno())
    return end + len(piece)


def _finish(out: BinaryIO, coming: Coming) -> None:
    """The last piece came: these are the bytes that were announced, or it begins anew."""
    out.seek(0)
    if storage.measure(out).sha256 == coming.sha256:
        os.replace(coming.path, coming.path.with_suffix(".whole"))
        storage.sync(coming.path.parent)
    else:
        out.truncate(0)
        raise Elsewhere(0)


def _is_whole(coming: Coming) -> bool:
    return coming.path.with_suffix(".whole").exists()


def whole(sender: Any, file_id: UUID) -> Path | None:
    """A file that has come whole; None while it has not."""
    path = folder(sender) / f"{file_id}.whole"
    return path if path.exists() else None


def forget(sender: Any, file_id: UUID) -> None:
    """A record has it now."""
    (folder(sender) / f"{file_id}.whole").unlink(missing_ok=True)
