"""Lines of JSON, one at a time, whatever a file holds: nothing here grows with the file."""

import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any

from .faults import Faults

# The longest row there can be has ten texts of 20,000 characters; half a megabyte above that, somebody lost the line ends.
LONGEST_LINE = 4 * 1024 * 1024
BROKEN = (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError)


class NotJson(ValueError):
    """A line is not one JSON object; the message says what it is instead."""


def of(opener: Callable[[], IO[bytes]], file: str, faults: Faults | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file with their line numbers. Lines that are none go to `faults`, when it is given, and are passed over."""
    number = 0
    try:
        with opener() as stream:
            for number, line in _lines(stream):
                try:
                    if (given := _object(line)) is not None:
                        yield number, given
                except NotJson as wrong:
                    if faults is not None:
                        faults.add(file, number, "", str(wrong), "one JSON object a line, whole and in UTF-8")
    except BROKEN:
        if faults is not None:
            faults.add(file, number + 1, "", "a place where the file cannot be read further", "a whole file")


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one that is too long, which is read past in pieces."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        yield number, None
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)


def _object(line: bytes | None) -> dict[str, Any] | None:
    """One line's object; None for an empty line."""
    if line is None:
        raise NotJson(f"a line of more than {LONGEST_LINE:,} bytes")
    if not line.strip():
        return None
    given = parsed(line)
    if not isinstance(given, dict):
        raise NotJson("JSON that is no object")
    return given


def parsed(text: bytes) -> Any:
    """JSON as Python has it; raises NotJson. A name twice in one object is a fault: one of the two would be lost."""
    try:
        return json.loads(text.decode(), object_pairs_hook=_once, parse_constant=_no_number)
    except NotJson:
        raise
    except UnicodeDecodeError:
        raise NotJson("bytes that are not UTF-8") from None
    except json.JSONDecodeError:
        raise NotJson("a line that is cut off or is no JSON") from None
    except (ValueError, RecursionError):
        raise NotJson("JSON that cannot be kept") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    given = dict(pairs)
    if len(given) != len(pairs):
        raise NotJson("a field twice")
    return given


def _no_number(name: str) -> Any:
    raise NotJson("a number that is none")
