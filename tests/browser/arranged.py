"""Houses for browser tests, arranged through actions, prepared once a session."""

from tests.practice.watching import BY_TEXT, TABLETS, followed, missed
from tests.web import arrange


def watched() -> arrange.House:
    """Jo missed a tablet three days ago; two in a week are too many. Jo texts at six."""
    home = arrange.house()
    followed(home, TABLETS, check_ins=[BY_TEXT])
    missed(home, days=3)
    return home
