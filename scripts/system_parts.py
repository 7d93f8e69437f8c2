"""The parts of the system that the tests use and Python cannot bring: a browser, and PostgreSQL's server programs.

Uses what is there. Installs what is missing when running as root or with ALLOW_INSTALL=1; otherwise says in one line a part
what is missing and how to get it, and fails.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

OLDEST_POSTGRESQL = 15


def chromium() -> str | None:
    """Path of the browser, or None."""
    candidates = [os.environ.get("CHROMIUM"), "/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome"]
    return next((found for name in candidates if name and (found := shutil.which(name))), None)


def postgresql_folder() -> Path | None:
    """Folder of the newest server programs (`initdb`, `postgres`), or None."""
    debian = Path("/usr/lib/postgresql")
    folders = [version / "bin" for version in debian.glob("[0-9]*") if int(version.name) >= OLDEST_POSTGRESQL]
    newest_first = sorted(folders, key=lambda folder: int(folder.parent.name), reverse=True)
    if on_path := shutil.which("initdb"):
        newest_first.append(Path(on_path).resolve().parent)
    return next((folder for folder in newest_first if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def postgresql() -> str | None:
    """Where PostgreSQL is: a server that we were given, or programs to start one with."""
    given = os.environ.get("DATABASE_URL", "")
    return given if given.startswith("postgres") else str(postgresql_folder() or "") or None


class Part(NamedTuple):
    name: str
    found: Callable[[], str | None]
    package: str
    otherwise: str


PARTS = [
    Part("Chromium, for the browser tests", chromium, "chromium", "set CHROMIUM to a browser's path"),
    Part(f"PostgreSQL {OLDEST_POSTGRESQL} or newer, the server", postgresql, "postgresql", "set DATABASE_URL to a server's address"),
]


def may_install() -> bool:
    allowed = os.geteuid() == 0 or os.environ.get("ALLOW_INSTALL") == "1"
    return allowed and shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    print(f"== Installing {' and '.join(packages)} ==", flush=True)
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    quiet = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*quiet, "update"], check=True, stdin=subprocess.DEVNULL)
    subprocess.run(
        [*quiet, "install", "--yes", "--no-install-recommends", *packages], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )


def main() -> int:
    missing = [part for part in PARTS if not part.found()]
    if missing and may_install():
        install([part.package for part in missing])
        missing = [part for part in missing if not part.found()]
    for part in missing:
        print(
            f"Missing: {part.name}. Get it with `apt-get install {part.package}` (or make with ALLOW_INSTALL=1), or {part.otherwise}.",
            file=sys.stderr,
        )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
