from collections.abc import Iterator
from typing import Any

import pytest
from tests.web import arrange


@pytest.fixture
def home(db: None, at: Any) -> Iterator[arrange.House]:
    """Elm Support at eleven in the morning of a Tuesday."""
    with at("2026-05-19 11:00"):
        yield arrange.house()


@pytest.fixture
def ladder(home: arrange.House) -> Any:
    """To the shop in three steps, with why in Jo's words."""
    return arrange.ladder(home, own_words=arrange.said(home, "I know the way."))
