"""Django's SQLite backend, with writers of this process served in the order in which they came.

SQLite's own waiting is not fair: at saturation a single writer was seen to wait for seconds while others went
past it. One server process writes the file, so a queue in the process is enough. Other processes (a backup, the
command line) still wait by SQLite's busy timeout.
"""

import threading
from typing import Any

from django.db.backends.sqlite3 import base

from .turns import FairLock

_queues: dict[str, FairLock] = {}
_queues_guard = threading.Lock()


def queue_for(path: str) -> FairLock:
    """The one queue of a database file."""
    with _queues_guard:
        return _queues.setdefault(path, FairLock())


class DatabaseWrapper(base.DatabaseWrapper):
    """Takes its turn before a transaction begins and gives it up when the transaction ends."""

    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # Django's own, not in the stubs
        except BaseException:
            self._give_up_turn()
            raise

    def _commit(self) -> Any:
        result = super()._commit()  # type: ignore[misc]  # likewise
        self._give_up_turn()
        return result

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]  # likewise
        finally:
            self._give_up_turn()

    def close(self) -> None:
        try:
            super().close()
        finally:
            if not self.in_atomic_block:
                self._give_up_turn()

    def _take_turn(self) -> None:
        if not self._has_turn and not self.is_in_memory_db():
            queue_for(str(self.settings_dict["NAME"])).acquire()
            self._has_turn = True

    def _give_up_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            queue_for(str(self.settings_dict["NAME"])).release()
