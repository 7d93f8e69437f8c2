"""Databases of their own, for programs that run beside the tests: killed, measured, backed up while others write."""

import os
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Place:
    """Where one program keeps its data."""

    folder: Path
    url: str

    @property
    def environment(self) -> dict[str, str]:
        ours = {
            "DATABASE_URL": self.url,
            "THROUGHLINE_FILES": str(self.folder / "files"),
            "THROUGHLINE_SECRET_KEY": "a secret of tests alone, which opens nothing",
            "DJANGO_SETTINGS_MODULE": "throughline.config.settings",
        }
        return os.environ | ours

    @property
    def record(self) -> Path:
        """SQLite's file."""
        return self.folder / "record.sqlite3"

    def start(self, *arguments: str, **options: Any) -> "subprocess.Popen[str]":
        """A program of ours: `-m throughline.cli import …` or `-c …`."""
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **options,
        )

    def run(self, *arguments: str, expect: int = 0) -> str:
        process = self.start(*arguments)
        said, _ = process.communicate()
        assert process.returncode == expect, said
        return said

    def throughline(self, *arguments: str, expect: int = 0) -> str:
        return self.run("-m", "throughline.cli", *map(str, arguments), expect=expect)

    def python(self, code: str) -> str:
        """What a piece of code prints, with Django set up."""
        return self.run("-c", f"import django; django.setup()\n{code}")

    def count(self, model: str) -> int:
        app, name = model.split(".")
        return int(self.python(f"from django.apps import apps; print(apps.get_model({app!r}, {name!r})._base_manager.count())"))


class Places:
    """Makes places on the engine under test, each a copy of one that is migrated once."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.server = folder, url if url.startswith("postgres") else ""
        self.made: list[str] = []
        self.template = self._bare("template")
        self.template.throughline("migrate")

    def _bare(self, name: str) -> Place:
        folder = self.folder / name
        folder.mkdir()
        return Place(folder, self._create(name) if self.server else f"sqlite:///{folder / 'record.sqlite3'}")

    def empty(self, name: str | None = None) -> Place:
        """A place that is migrated and holds no record."""
        name = name or uuid.uuid4().hex[:8]
        folder = self.folder / name
        folder.mkdir()
        if self.server:
            return Place(folder, self._create(name, self.made[0]))
        for file in self.template.folder.glob("record*.sqlite3"):
            (folder / file.name).write_bytes(file.read_bytes())
        return Place(folder, f"sqlite:///{folder / 'record.sqlite3'}")

    def nothing(self, name: str) -> Place:
        """A place where nothing has been yet."""
        return self._bare(name)

    def _create(self, name: str, template: str = "template0") -> str:
        database = f"exchange_{os.getpid()}_{name}"
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(database), sql.Identifier(template)))
        self.made.append(database)
        start, _, rest = self.server.partition("://")
        authority, _, after = rest.partition("/")
        question = after.partition("?")[2]
        return f"{start}://{authority}/{database}" + (f"?{question}" if question else "")

    def close(self) -> None:
        if self.server:
            with psycopg.connect(self.server, autocommit=True) as connection:
                for database in self.made:
                    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))
