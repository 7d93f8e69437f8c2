"""Two who write in the same moment, on two connections of the database: what they cross together is crossed once."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections
from tests.web import arrange

from throughline.practice.models import Crossing, MissedMedicine

from .watching import TABLETS, followed, missed


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("at_least", [2, 4])
def test_several_at_once_open_one_crossing(at_least: int) -> None:
    """Without waiting for each other neither of two would see the other's, or both would open one."""
    if not connection.features.has_select_for_update:
        pytest.skip("SQLite has one writer at a time: the second begins when the first is done")
    home = arrange.house()
    followed(home, TABLETS | {"at_least": at_least})
    together(*[lambda by=by: missed(home, by=by) for by in (home.amina, home.tom, home.ruth, home.amina)])
    assert (MissedMedicine.objects.count(), Crossing.objects.count()) == (4, 1)


def together(*acts: Callable[[], Any]) -> None:
    """Each in a thread with a connection of its own, all let go at once. What goes wrong in one is raised here."""
    ready, wrong = threading.Barrier(len(acts)), []

    def run(act: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            ready.wait(timeout=30)
            act()
        except Exception as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
