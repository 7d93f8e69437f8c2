from collections.abc import Iterator
from typing import Any

import pytest
from tests.web import arrange

from .phone import Phone


@pytest.fixture
def home(db: None, at: Any) -> Iterator[arrange.House]:
    """Elm Support at two in the afternoon of a Tuesday."""
    with at("2026-05-19 14:00"):
        yield arrange.house()


@pytest.fixture
def version(home: arrange.House) -> Any:
    """Jo's quiet afternoon, which staff follow."""
    return arrange.routine(home)


@pytest.fixture
def phone(home: arrange.House) -> Phone:
    """The phone in Amina's hand."""
    return Phone(home.amina, home.jo)
