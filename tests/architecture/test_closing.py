"""What opened a key closes it: doors call the actions of `agreements` that do both, never the earlier ones that they wrap."""

import re
from pathlib import Path

import pytest

import throughline

DOORS = sorted(path for door in ("web", "exchange") for path in (Path(throughline.__file__).parent / door).rglob("*.py"))
IMPORTED = re.compile(r"from throughline\.(conversations|decisions|authority) import actions(?: as (\w+))?")
WRAPPED = {
    "conversations": ("take_back", "move_voice"),
    "decisions": ("assess", "correct_assessment"),
    "authority": ("end_authority", "correct_authority", "keep_step", "take_back"),
}


def past_the_wrapper(text: str) -> list[str]:
    """Calls of an earlier action where the one that closes keys too is meant."""
    return [
        name
        for package, alias in IMPORTED.findall(text)
        for name in WRAPPED[package]
        if re.search(rf"(?<![\w.]){alias or 'actions'}\.{name}\b", text)
    ]


@pytest.mark.parametrize("path", DOORS, ids=lambda path: path.name)
def test_no_door_passes_by_what_closes_keys(path: Path) -> None:
    assert past_the_wrapper(path.read_text("utf-8")) == []


def test_one_that_does_is_found() -> None:
    assert past_the_wrapper("from throughline.decisions import actions as deciding\ndeciding.assess(by=by)") == ["assess"]
