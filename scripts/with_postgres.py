"""Run a command with DATABASE_URL pointing at PostgreSQL: `with_postgres.py [--durable] COMMAND…`

A server that DATABASE_URL already names is used as it is. Otherwise a server of our own is made for the time of the command: in a
temporary folder outside the checkout, reachable only through a socket in that folder, and taken away afterwards whatever happens.
It does not care for power cuts, which makes tests fast; `--durable` makes it care, for measuring.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from system_parts import postgresql_folder

SECONDS_TO_START = 30
FORGETFUL = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]


class Failed(Exception):
    """Says in one line what went wrong."""


def other_user() -> dict[str, object]:
    """PostgreSQL refuses to run as root: arguments that run a process as the user `postgres` when we are root."""
    if os.geteuid() != 0:
        return {}
    try:
        account = pwd.getpwnam("postgres")
    except KeyError:
        raise Failed("PostgreSQL does not run as root, and there is no user `postgres`. Run as an ordinary user.") from None
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def quietly(command: list[str | Path], **options: object) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)  # type: ignore[call-overload]
    if done.returncode:
        raise Failed(f"{Path(command[0]).name} failed:\n{done.stdout}")


def wait_until_ready(programs: Path, folder: Path, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while subprocess.run([programs / "pg_isready", "-q", "-h", folder], check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise Failed(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.05)


@contextmanager
def server(*, durable: bool) -> Iterator[str]:
    """Address of a database on a server that lives as long as the context."""
    programs = postgresql_folder()
    if programs is None:
        raise Failed("PostgreSQL's server programs are missing: run scripts/system_parts.py, or set DATABASE_URL.")
    # Short, since a socket's path may have 107 characters; and /tmp is often memory, where durability would cost nothing.
    folder = Path(tempfile.mkdtemp(prefix="throughline-pg-", dir="/var/tmp" if durable else "/tmp"))
    process = None
    try:
        as_other = other_user()
        if as_other:
            os.chown(folder, as_other["user"], as_other["group"])  # type: ignore[arg-type]
        there = {"cwd": folder, **as_other}
        data = folder / "data"
        syncing = [] if durable else ["--no-sync"]
        quietly([programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", *syncing], **there)
        settings = ["-c", "listen_addresses=", "-c", "shared_buffers=256MB", *([] if durable else FORGETFUL)]
        with open(folder / "log", "wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data, "-k", folder, *settings], stdout=log, stderr=log, start_new_session=True, **there
            )
        wait_until_ready(programs, folder, process)
        quietly([programs / "createdb", "-h", folder, "-U", "postgres", "throughline"])
        yield f"postgresql://postgres@/throughline?host={folder}"
    finally:
        if process is not None:
            process.send_signal(signal.SIGQUIT)  # at once: nobody will want the data
            process.wait()
        take_away(folder)


def take_away(folder: Path) -> None:
    """Again and again for a while: a child of an interrupted `initdb` may still be writing."""
    for _ in range(50):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)
    print(f"Could not take away {folder}.", file=sys.stderr)


def run(command: list[str], address: str) -> int:
    """Exit code of the command. A signal to us goes to it too, and we wait for it."""
    try:
        child = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": address})
    except OSError as problem:
        raise Failed(f"Could not run {command[0]}: {problem.strerror}.") from None
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _: child.send_signal(received))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to the command as well
    code = child.wait()
    return code if code >= 0 else 128 - code


def stop(received: int, _: object) -> None:
    raise SystemExit(128 + received)


def main(arguments: list[str]) -> int:
    durable = arguments[:1] == ["--durable"]
    command = arguments[1:] if durable else arguments
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    given = os.environ.get("DATABASE_URL", "")
    try:
        if given.startswith("postgres"):
            return run(command, given)
        with server(durable=durable) as address:
            return run(command, address)
    except Failed as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
