"""Serving: static files gathered once, then granian (WSGI), and beside it what the server notices by itself."""

import multiprocessing
import os
import sys

from django.conf import settings
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from . import noticing


def fill_with_demo() -> None:
    """The demo provider, into a database that nobody has begun; its sign-ins, where it is there already, and over no other provider's."""
    from throughline.demo import commands

    if commands.is_here():
        commands.sign_ins(sys.stdout)
    else:
        commands.demo(people=None, days=0, seed=0, out=sys.stdout)


def serve(host: str, port: int) -> None:
    """Serve until stopped. One process writes an SQLite file; on PostgreSQL there is one worker a core.

    Each worker begins afresh: a forked one goes on with the connections that were open here, so that two of them would read each other's
    rows from one PostgreSQL connection.
    """
    multiprocessing.set_start_method("spawn", force=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    is_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite")
    workers = 1 if is_sqlite else os.cpu_count() or 1
    address = {"localhost": "127.0.0.1"}.get(host, host)
    noticing.begin()
    print(f"Throughline is at http://{'localhost' if address == '127.0.0.1' else address}:{port}", flush=True)
    Granian(
        "throughline.config.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        backpressure=64,
        log_access=False,
        log_level=LogLevels.warning,
    ).serve()
