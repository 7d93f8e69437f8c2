"""What is wrong with a folder: where, what was found, what was expected. Never somebody's words."""

import re
from dataclasses import dataclass, field
from typing import Any, TextIO

SHOWN_AT_MOST = 1_000
SHORT = re.compile(r"[\w:+./@-]{1,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. line is 0 where no line is meant, field is empty where the whole line or file is."""

    file: str
    line: int
    field: str
    found: str
    expected: str

    def __str__(self) -> str:
        where = self.file + (f" line {self.line}" if self.line else "") + (f", {self.field}" if self.field else "")
        return f"{where}: found {self.found}; expected {self.expected}."


class CannotImport(Exception):
    """The folder cannot come in as it is; `faults` says why."""

    def __init__(self, faults: "Faults") -> None:
        super().__init__(f"{faults.count} faults")
        self.faults = faults


@dataclass(slots=True)
class Faults:
    """The faults of a folder: the first thousand, and how many there are."""

    kept: list[Fault] = field(default_factory=list)
    count: int = 0

    def add(self, file: str, line: int, field: str, found: str, expected: str) -> None:
        self.count += 1
        if len(self.kept) < SHOWN_AT_MOST:
            self.kept.append(Fault(file, line, field, found, expected.rstrip(".")))

    def __bool__(self) -> bool:
        return self.count > 0

    def print(self, out: TextIO) -> None:
        for fault in self.kept:
            print(fault, file=out)
        if self.count > len(self.kept):
            print(f"… and {self.count - len(self.kept):,} more.", file=out)


def described(value: Any) -> str:
    """A value in a few words: codes, ids, days and numbers as they are, somebody's words only by their length."""
    if value is None:
        return "nothing (null)"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {str(value)[:30]}"
    if isinstance(value, str):
        return f"“{value}”" if SHORT.fullmatch(value) else f"a text of {len(value):,} characters"
    return "a list" if isinstance(value, list) else "an object"
