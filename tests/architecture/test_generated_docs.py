"""The reference pages are what the code says now."""

import ast
from collections.abc import Iterable

import pytest

from throughline.config import generated

from .sources import Module, calls, dotted, modules

# Read by whoever builds or tests, and no setting of a provider's.
NOT_OURS = {"DJANGO_SETTINGS_MODULE"}


def test_every_page_is_current() -> None:
    assert [path.name for path in generated.stale()] == [], "run: make docs"


def test_no_page_lies_there_that_nobody_prints() -> None:
    there = {path.name for path in generated.FOLDER.glob("*.md")}
    assert there <= {path.name for path in generated.pages()}


def test_every_page_says_something() -> None:
    for path, text in generated.pages().items():
        assert text.startswith("# "), path.name
        assert "|" in text, path.name


def test_a_stale_page_is_found(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generated, "FOLDER", tmp_path)
    assert generated.main(["--check"]) == 1
    assert generated.main([]) == 0
    assert generated.main(["--check"]) == 0
    (tmp_path / "access.md").write_text("# Who may do what\n\nAnybody.\n")
    assert [path.name for path in generated.stale()] == ["access.md"]


def variables(among: Iterable[Module]) -> set[str]:
    """Names that the program reads from the environment."""
    found = set()
    for module in among:
        for call in calls(module.tree):
            if dotted(call.func) in ("os.environ.get", "os.environ.setdefault", "os.getenv", "environ.get", "getenv"):
                found |= {each.value for each in call.args[:1] if isinstance(each, ast.Constant)}
        subscripts = (
            node for node in ast.walk(module.tree) if isinstance(node, ast.Subscript) and dotted(node.value) in ("os.environ", "environ")
        )
        found |= {each.slice.value for each in subscripts if isinstance(each.slice, ast.Constant)}
    return found - NOT_OURS


def test_every_setting_is_described() -> None:
    """Settings of the test run are the real ones given a value, so they add none."""
    assert variables(modules()) == generated.SETTINGS.keys()


@pytest.mark.parametrize("code", ['os.environ.get("NEW")', 'os.environ["NEW"]', 'os.getenv("NEW", "")'])
def test_a_setting_that_nobody_described_is_found(code: str) -> None:
    assert variables([Module("throughline.config.settings", code)]) == {"NEW"}
