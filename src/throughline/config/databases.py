"""Where data lives: `DATABASE_URL` and `THROUGHLINE_FILES`."""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

from throughline.base.sqlite import PRAGMAS

DEFAULT_URL = "sqlite:///data/throughline.sqlite3"


def databases(url: str) -> dict[str, dict[str, Any]]:
    """The two aliases: `default` for the record, `readings` for the log of reading."""
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        path.parent.mkdir(parents=True, exist_ok=True)
        return {"default": sqlite(path), "readings": sqlite(path.with_name(path.stem + "-readings" + path.suffix))}
    return {"default": postgresql(url), "readings": postgresql(url) | {"TEST": {"MIRROR": "default"}}}


def sqlite(path: Path) -> dict[str, Any]:
    """One SQLite file, written by one process through a fair queue."""
    return {
        "ENGINE": "throughline.base.sqlite",
        "NAME": str(path),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": PRAGMAS, "timeout": 20},
        "CONN_MAX_AGE": None,
    }


def postgresql(url: str) -> dict[str, Any]:
    """A PostgreSQL database, through psycopg's pool."""
    settings: dict[str, Any] = dict(dj_database_url.parse(url))
    options = settings.setdefault("OPTIONS", {})
    options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 20}
    # What `base.prepared` gives the server once is planned once. Left alone, the server plans the larger ones anew each time as soon as
    # there is much history, which takes longer than answering them.
    options["options"] = f"{options.get('options', '')} -c plan_cache_mode=force_generic_plan".strip()
    settings["CONN_HEALTH_CHECKS"] = True
    return settings


def secret_key(folder: Path) -> str:
    """The provider's own secret: from the environment, or made once and kept beside the data, readable by its owner alone."""
    if given := os.environ.get("THROUGHLINE_SECRET_KEY"):
        return given
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "secret-key"
    if not file.exists():
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as out:
            out.write(secrets.token_urlsafe(50))
    return file.read_text().strip()
