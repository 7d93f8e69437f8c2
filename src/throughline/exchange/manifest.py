"""The first page of a folder: which format it has, where it comes from, how much should be there."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from . import lines, values
from .faults import CannotImport, Faults, described
from .format import FILES, FORMAT, MANIFEST, OURS, by_file, tables
from .sources import Source

LARGEST = 1024 * 1024  # bytes
LONGEST_SOURCE = 60


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder says of itself. `tables` has the number of rows by table, where the folder says it."""

    source: str = OURS
    tables: dict[str, int] = field(default_factory=dict)
    files: int | None = None
    person: UUID | None = None

    @property
    def is_ours(self) -> bool:
        return self.source == OURS

    def written(self) -> dict[str, Any]:
        """As it stands in the file. It has no date, so that the same record is the same bytes."""
        person = {"person": str(self.person)} if self.person else {}
        return {"format": FORMAT, "source": self.source, **person, "tables": self.tables, "files": self.files}


def read(source: Source) -> Manifest:
    """The manifest of a folder. Raises CannotImport when it is missing, newer, or not what it should be."""
    faults = Faults()
    given = _given(source, faults)
    _check_format(given, faults)
    checked = {name: _checked(name, given, faults) for name in ("source", "tables", "files", "person")}
    for name in given.keys() - checked.keys() - {"format"}:
        faults.add(MANIFEST, 0, name[:40], "a field that the format does not have", "format, source, tables, files and person alone")
    if not given.get("source"):
        faults.add(MANIFEST, 0, "source", "nothing", f"the name of the system that the folder comes from, or “{OURS}”")
    if faults:
        raise CannotImport(faults)
    return Manifest(**{name: value for name, value in checked.items() if value is not None})


def _given(source: Source, faults: Faults) -> dict[str, Any]:
    if MANIFEST not in source.names():
        _stop(faults, "no manifest", f"a file {MANIFEST} that says the format and the source")
    try:
        with source.open(MANIFEST) as stream:
            given = lines.parsed(stream.read(LARGEST).removeprefix(b"\xef\xbb\xbf"))
    except (lines.NotJson, *lines.BROKEN) as wrong:
        _stop(faults, str(wrong) if isinstance(wrong, lines.NotJson) else "a file that cannot be read", "one JSON object")
    if not isinstance(given, dict):
        _stop(faults, "JSON that is no object", "one JSON object")
    return given


def _check_format(given: dict[str, Any], faults: Faults) -> None:
    version: Any = given.get("format")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        _stop(faults, described(version), f"the version of the format, a number up to {FORMAT}", "format")
    if version > FORMAT:
        newer = f"format {FORMAT} or earlier: a newer Throughline wrote this, so import it with that one"
        _stop(faults, f"format {str(version)[:20]}", newer, "format")


def _stop(faults: Faults, found: str, expected: str, name: str = "") -> None:
    faults.add(MANIFEST, 0, name, found, expected)
    raise CannotImport(faults)


def _checked(name: str, given: dict[str, Any], faults: Faults) -> Any:
    """One value of the manifest; None, and a fault, where it is not what it should be."""
    value = given.get(name)
    if value is None:
        return None
    read, expected = KINDS[name]
    if (good := read(value)) is None:
        faults.add(MANIFEST, 0, name, described(value), expected)
    return good


def _source(value: Any) -> str | None:
    good = isinstance(value, str) and value.strip() and len(value) <= LONGEST_SOURCE and value.isprintable()
    return value if good else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _counts(value: Any) -> dict[str, int] | None:
    known = {table.name for table in tables()}
    good = isinstance(value, dict) and value.keys() <= known and all(_count(each) is not None for each in value.values())
    return value if good else None


def _person(value: Any) -> UUID | None:
    return UUID(value) if isinstance(value, str) and values.UUID_TEXT.fullmatch(value) else None


KINDS = {
    "source": (_source, f"a name of at most {LONGEST_SOURCE} characters"),
    "tables": (_counts, "the number of rows by table, each one a table of the format"),
    "files": (_count, "the number of files"),
    "person": (_person, "the UUID of the person whose record this is"),
}


def strangers(source: Source) -> list[str]:
    """Names in the folder that are no part of the format."""
    known = by_file().keys() | {MANIFEST}
    return sorted(name for name in source.names() - known if not name.startswith(f"{FILES}/"))
