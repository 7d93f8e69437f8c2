from collections.abc import Iterator
from typing import Any

import pytest
from tests.web import arrange


@pytest.fixture
def home(db: None, at: Any) -> Iterator[arrange.House]:
    """Elm Support at two in the afternoon of a Tuesday."""
    with at("2026-05-19 14:00"):
        yield arrange.house()
