"""Rows of the bench: a figure beside its limit, and whether it is met."""

from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `ratio` is ours against the measure; `at_least` says on which side of the limit it has to be."""

    what: str
    ratio: float
    limit: float
    at_least: bool = False
    detail: str = ""

    @property
    def is_met(self) -> bool:
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit


def show(rows: list[Row], out: TextIO) -> None:
    """The table in Markdown, so that it can stand in the README as it was printed."""
    out.write("| what | limit | measured | | detail |\n|---|---|---|---|---|\n")
    for row in rows:
        sign = "≥" if row.at_least else "≤"
        met = "met" if row.is_met else "**not met**"
        out.write(f"| {row.what} | {sign} {row.limit:g} | {row.ratio:.2f} | {met} | {row.detail} |\n")
