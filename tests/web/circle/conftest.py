import pytest

from . import living


@pytest.fixture
def life(db: None) -> living.Life:
    return living.life()
