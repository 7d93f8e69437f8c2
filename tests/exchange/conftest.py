from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def files(tmp_path: Path, settings) -> Path:
    """A store of files of each test's own."""
    settings.FILES = tmp_path / "store"
    return settings.FILES
