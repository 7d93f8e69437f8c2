"""Sounds, photos and documents, kept under the checksum of their bytes.

A file is written once and never again: the name says what is in it, so a row that names a checksum cannot come to mean other bytes.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.conf import settings

PIECE = 1024 * 1024
INCOMING = "incoming"  # the folder of what phones are sending, before a record has it
NAME = re.compile(r"[0-9a-f]{64}")


class NotStored(Exception):
    """No file has this checksum."""


class OtherBytes(Exception):
    """The bytes are not those that the checksum names."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A kept file: its checksum in hexadecimal, and its size in bytes."""

    sha256: str
    size: int


def root() -> Path:
    """The folder of all files."""
    return Path(settings.FILES)


def path(sha256: str) -> Path:
    """Where a file is kept: two levels of folders, so that none grows long. ValueError for what is no checksum."""
    if not NAME.fullmatch(sha256):
        raise ValueError("This is not a SHA-256 checksum in lower-case hexadecimal.")
    return root() / sha256[:2] / sha256[2:4] / sha256


def put(stream: IO[bytes], *, expected: str | None = None) -> Stored:
    """Keep a stream's bytes, durably, before this returns. The same bytes twice are one file.

    Raises OtherBytes when a checksum was expected and these are other bytes; nothing is kept then.
    """
    root().mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix=".coming-", dir=root())  # mkstemp gives 0600
    try:
        with os.fdopen(handle, "wb") as out:
            stored = copy(stream, out)
            out.flush()
            os.fsync(out.fileno())
        if expected is not None and stored.sha256 != expected:
            raise OtherBytes
        _settle(Path(name), path(stored.sha256))
    finally:
        Path(name).unlink(missing_ok=True)
    return stored


def measure(stream: IO[bytes]) -> Stored:
    """Checksum and size of a stream, without keeping it."""
    return copy(stream, None)


def copy(stream: IO[bytes], out: IO[bytes] | None) -> Stored:
    """Pour a stream into another one, where there is one; checksum and size of what went by."""
    digest, size = hashlib.sha256(), 0
    while piece := stream.read(PIECE):
        digest.update(piece)
        size += len(piece)
        if out is not None:
            out.write(piece)
    return Stored(digest.hexdigest(), size)


def _settle(coming: Path, target: Path) -> None:
    """Give written bytes their name; a crash leaves the old state or the new, never half a file."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.replace(coming, target)
    for folder in (target.parent, target.parent.parent, root()):
        sync(folder)


def sync(folder: Path) -> None:
    """What was named or renamed in a folder is on the disk before we go on."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def has(sha256: str) -> bool:
    """Whether a file is there."""
    return path(sha256).is_file()


def open(sha256: str) -> IO[bytes]:  # noqa: A001 - reads as storage.open
    """A kept file for reading. Raises NotStored when there is none."""
    try:
        return path(sha256).open("rb")
    except FileNotFoundError:
        raise NotStored(sha256) from None


def everything() -> Iterator[str]:
    """The checksum of every kept file, in order."""
    for found in sorted(root().glob("??/??/*")):
        if NAME.fullmatch(found.name):
            yield found.name


def on_their_way() -> Iterator[Path]:
    """Whole files that came from phones and that no record has yet: what they belong to is held, or comes next."""
    yield from sorted((root() / INCOMING).glob("*/*.whole"))


def put_on_its_way(name: str, stream: IO[bytes]) -> None:
    """Put one of them back, by its name below the folder, durably."""
    target = root() / INCOMING / name
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        copy(stream, out)
        out.flush()
        os.fsync(out.fileno())
    sync(target.parent)


def verify() -> Iterator[str]:
    """The checksums of kept files whose bytes have changed under them: none, on a sound disk."""
    for sha256 in everything():
        with open(sha256) as stream:
            if measure(stream).sha256 != sha256:
                yield sha256
