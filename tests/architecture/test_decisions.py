"""Decision records are numbered once, in order, and each says what was weighed and how we would know that it was wrong."""

import re
from collections.abc import Sequence
from pathlib import Path

from .sources import HERE

DECISIONS = HERE / "docs" / "decisions"
HEADINGS = ["Context", "Options", "Decision", "Consequences", "How we would know that it was wrong"]
NAME = re.compile(r"\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md")
ONE_PAGE = 60  # lines


def files() -> list[Path]:
    return sorted(path for path in DECISIONS.glob("*.md"))


def misnumbered(names: Sequence[str]) -> list[str]:
    """Names that are not the next number with a title."""
    return [name for number, name in enumerate(names, 1) if not NAME.fullmatch(name) or int(name[:4]) != number]


def headings(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.M)


def test_decisions_are_numbered_once_and_in_order() -> None:
    assert files()
    assert misnumbered([path.name for path in files()]) == []


def test_every_decision_is_one_page_with_the_five_headings() -> None:
    for path in files():
        text = path.read_text("utf-8")
        assert text.startswith(f"# {int(path.name[:4])}. "), path.name
        assert headings(text) == HEADINGS, path.name
        assert len(text.splitlines()) <= ONE_PAGE, path.name


def test_decisions_that_the_code_names_exist() -> None:
    there = {path.name[:4] for path in files()}
    named = {number for path in (HERE / "src").rglob("*.py") for number in re.findall(r"\bdecision (0\d{3})\b", path.read_text("utf-8"))}
    assert named <= there


def test_a_gap_and_a_double_are_found() -> None:
    assert misnumbered(["0001-a.md", "0003-b.md"]) == ["0003-b.md"]
    assert misnumbered(["0001-a.md", "0001-b.md"]) == ["0001-b.md"]
    assert misnumbered(["0001_a.md"]) == ["0001_a.md"]
