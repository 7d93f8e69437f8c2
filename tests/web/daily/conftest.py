from datetime import date

import pytest
from tests.web import arrange

from throughline.base import clock


@pytest.fixture
def home(db: None) -> arrange.House:
    """Elm Support on an ordinary day."""
    return arrange.house()


@pytest.fixture
def march(db: None) -> arrange.House:
    """The same, begun on 2 March 2026, for tests that set the clock."""
    with clock.at(clock.moment(date(2026, 3, 2))):
        return arrange.house()
