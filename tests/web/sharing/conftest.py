"""The house with Priya and Dan in Jo's life."""

from typing import Any

import pytest
from tests.web import arrange

from throughline.access import actions


@pytest.fixture
def home(db: None) -> arrange.House:
    return arrange.house()


@pytest.fixture
def priya(home: arrange.House) -> Any:
    return arrange.mum(home)


@pytest.fixture
def dan(home: arrange.House) -> Any:
    return actions.add_contact(person=home.jo, name="Dan", kind="circle", relationship="brother", by=home.ruth)


@pytest.fixture
def ruth(home: arrange.House) -> Any:
    """Ruth's browser."""
    return arrange.signed_in(home.ruth)


@pytest.fixture
def amina(home: arrange.House) -> Any:
    """Amina's browser."""
    return arrange.signed_in(home.amina)
