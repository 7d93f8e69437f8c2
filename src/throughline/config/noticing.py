"""While the pages are served: what did not come is noticed by the server itself, so that nobody has to set a timer outside."""

import logging
import threading
import time

from django.db import connections

EVERY = 60  # seconds
log = logging.getLogger(__name__)


def begin() -> None:
    """Notice from now on, in a thread beside the server that starts the workers: one of them, however many workers there are.

    Several servers on one PostgreSQL database are safe: what was noticed once is noticed by nobody else.
    """
    threading.Thread(target=_go_on, name="noticing", daemon=True).start()


def _go_on() -> None:
    while True:
        notice()
        time.sleep(EVERY)


def notice() -> int:
    """Look once; how many were noticed. What goes wrong is told in the log and tried again the next time. Lets go of its connections."""
    from throughline.practice import actions, queries_check_ins
    from throughline.practice.actions.check_ins import LOOK_BACK

    try:
        # Most looks find nothing. They take no turn among those who write.
        return actions.notice_missed() if queries_check_ins.unnoticed(LOOK_BACK) else 0
    except Exception:  # a database that is away for a moment ends no server
        log.exception("Looking for missed check-ins did not work. It is tried again in a minute.")
        return 0
    finally:
        connections.close_all()
