"""Houses for browser tests, arranged through actions, prepared once a session."""

from datetime import time, timedelta

from tests.practice.test_upset import short
from tests.practice.watching import BY_TEXT, TABLETS, followed, missed
from tests.web import arrange

from throughline.base import clock


def watched() -> arrange.House:
    """Jo missed a tablet three days ago; two in a week are too many. Jo texts at six, agreed yesterday: today too, whatever the hour."""
    with clock.at(clock.now() - timedelta(days=1)):
        home = arrange.house()
        followed(home, TABLETS, check_ins=[BY_TEXT])
    missed(home, days=3)
    return home


def asked() -> arrange.House:
    """Amina and Tom both recorded the same break, and Tom has kept the first of an upset."""
    home = arrange.house()
    version = arrange.routine(home, ("Offer Jo a break", time(0), time(0)))
    arrange.recorded(home, version)
    arrange.recorded(home, version, by=home.tom)
    short(home)
    return home
