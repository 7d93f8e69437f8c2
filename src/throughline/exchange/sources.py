"""Where an import reads from: a folder, or a zip that is read without being unpacked."""

import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from .faults import CannotImport, Faults
from .format import MANIFEST

# Text packs to a tenth, sometimes to a fiftieth. What unpacks to more than this is made to fill a disk.
LARGEST_RATIO = 200
SMALL = 64 * 1024 * 1024  # bytes: up to here no ratio can do harm
ENCRYPTED = 0x1


class Source(Protocol):
    """Files by name, the names with forward slashes, relative to the manifest."""

    def names(self) -> frozenset[str]: ...

    def open(self, name: str) -> IO[bytes]: ...


class Folder:
    """A folder. Links are refused: what they point to is not part of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        faults, files = Faults(), set()
        for each in path.rglob("*"):
            name = each.relative_to(path).as_posix()
            if each.is_symlink() or not (each.is_file() or each.is_dir()):
                faults.add(_shown(name), 0, "", "a link or special file", "plain files and folders alone")
            elif each.is_file():
                files.add(name)
        self.files = frozenset(files)
        _stop_at(faults)

    def names(self) -> frozenset[str]:
        return self.files

    def open(self, name: str) -> IO[bytes]:
        return (self.path / name).open("rb")


class Zip:
    """A zip, looked at before anything in it is read. The manifest may stand in one folder inside."""

    def __init__(self, archive: zipfile.ZipFile, size: int) -> None:
        self.archive = archive
        members = [each for each in archive.infolist() if not each.is_dir()]
        _stop_at(_faults_of_zip(archive.infolist(), size))
        manifests = sorted((m.filename for m in members if m.filename.rpartition("/")[2] == MANIFEST), key=len)
        self.top = manifests[0].removesuffix(MANIFEST) if manifests else ""
        self.members = {m.filename.removeprefix(self.top): m for m in members}

    def names(self) -> frozenset[str]:
        return frozenset(self.members)

    def open(self, name: str) -> IO[bytes]:
        return self.archive.open(self.members[name])


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """The folder or zip at a path. Raises CannotImport with the faults of the container itself."""
    if path.is_dir():
        yield Folder(path)
    elif zipfile.is_zipfile(path):
        with _archive(path) as archive:
            yield Zip(archive, path.stat().st_size)
    else:
        found = "something else" if path.exists() else "nothing"
        raise CannotImport(_one(path.name, found, "a folder or a zip with manifest.json in it"))


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise CannotImport(_one(path.name, "a zip that cannot be read", "a whole zip")) from None


def _faults_of_zip(members: list[zipfile.ZipInfo], size: int) -> Faults:
    faults = Faults()
    seen: set[str] = set()
    for member in members:
        for found in _wrong_with(member):
            faults.add(_shown(member.filename), 0, "", found, "plain files, each in its place below the manifest")
        if member.filename in seen:
            faults.add(_shown(member.filename), 0, "", "this name twice", "every name once")
        seen.add(member.filename)
    unpacked = sum(member.file_size for member in members)
    if unpacked > SMALL and unpacked > size * LARGEST_RATIO:
        faults.add("the zip", 0, "", f"{unpacked:,} bytes packed into {size:,}", f"at most {LARGEST_RATIO} times the size of the zip")
    return faults


def _wrong_with(member: zipfile.ZipInfo) -> Iterator[str]:
    # `filename` is what zipfile made of it: it cuts at NUL and turns the system's separator into "/".
    name = member.orig_filename
    if "\x00" in name or "\\" in name:
        yield "a name with a character that no name here has"
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        yield "a path that climbs out of the folder"
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        yield "a link or special file"
    if member.flag_bits & ENCRYPTED:
        yield "an encrypted file"


def _shown(name: str) -> str:
    return name.encode("ascii", "backslashreplace").decode()[:100]


def _one(file: str, found: str, expected: str) -> Faults:
    faults = Faults()
    faults.add(file, 0, "", found, expected)
    return faults


def _stop_at(faults: Faults) -> None:
    if faults:
        raise CannotImport(faults)
