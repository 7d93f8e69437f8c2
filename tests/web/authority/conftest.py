from collections.abc import Iterator
from datetime import date

import pytest
from tests.web import arrange

from throughline.base import clock


@pytest.fixture
def home(db: None) -> Iterator[arrange.House]:
    """Elm Support on the afternoon of Tuesday 3 March 2026."""
    with clock.at(clock.moment(date(2026, 3, 3), 14, 0)):
        yield arrange.house()
