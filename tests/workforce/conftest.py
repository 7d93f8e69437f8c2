from collections.abc import Iterator
from typing import Any

import pytest
from tests.web import arrange


@pytest.fixture
def home(db: None, at: Any) -> Iterator[arrange.House]:
    """Elm Support at two in the afternoon of a Tuesday."""
    with at("2026-05-19 14:00"):
        yield arrange.house()


@pytest.fixture
def leader(home: arrange.House) -> Any:
    """Gwen leads the team at Elm House."""
    return arrange.worker("Gwen", home.ruth, role="team_leader", service=home.elm)
