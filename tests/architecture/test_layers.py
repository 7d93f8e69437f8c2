"""The order of the packages holds, as import-linter reads it, and a breach would be seen."""

import subprocess
import sys
from pathlib import Path

import pytest

from .sources import HERE

LINT = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]

CONTRACT = """
[tool.importlinter]
root_packages = ["hut"]

[[tool.importlinter.contracts]]
name = "Earlier knows nothing of later"
type = "layers"
containers = ["hut"]
exhaustive = true
layers = ["(plan)", "(decisions)", "(base)"]
"""


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(LINT, cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": str(folder), "PATH": ""}, check=False)


def test_every_package_imports_only_earlier_ones() -> None:
    done = lint(HERE)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def hut(tmp_path: Path) -> Path:
    """A house of three rooms, built rightly."""
    (tmp_path / "pyproject.toml").write_text(CONTRACT)
    for room, text in {"": "", "base": "", "decisions": "from hut import base\n", "plan": "from hut.decisions import base\n"}.items():
        (tmp_path / "hut" / room).mkdir(exist_ok=True)
        (tmp_path / "hut" / room / "__init__.py").write_text(text)
    return tmp_path


def test_a_sound_hut_passes(hut: Path) -> None:
    assert lint(hut).returncode == 0


def test_an_import_that_points_forward_is_found(hut: Path) -> None:
    (hut / "hut" / "base" / "late.py").write_text("def later():\n    from hut import plan\n    return plan\n")
    done = lint(hut)
    assert done.returncode == 1
    assert "hut.base" in done.stdout


def test_a_room_without_a_place_is_found(hut: Path) -> None:
    (hut / "hut" / "shed").mkdir()
    (hut / "hut" / "shed" / "__init__.py").write_text("")
    assert lint(hut).returncode == 1
