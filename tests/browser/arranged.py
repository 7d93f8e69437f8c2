"""Houses for browser tests, arranged through actions, prepared once a session."""

from datetime import timedelta

from tests.practice.watching import BY_TEXT, TABLETS, followed, missed
from tests.web import arrange

from throughline.base import clock


def watched() -> arrange.House:
    """Jo missed a tablet three days ago; two in a week are too many. Jo texts at six, as agreed yesterday: today too, whatever the hour is."""
    with clock.at(clock.now() - timedelta(days=1)):
        home = arrange.house()
        followed(home, TABLETS, check_ins=[BY_TEXT])
    missed(home, days=3)
    return home
