"""Write the pages that are made from the code; `--check` only compares.

A package that has such pages has a module `reference` with `PAGES`: for each path under docs/, a function that returns the page.
"""

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import django
from django.apps import AppConfig, apps
from django.db.models import Model

HERE = Path(__file__).resolve().parent.parent
DOCS = HERE / "docs"

TABLES = """# Tables

Made by `make docs` from the models. How a table is kept, whose privacy it holds, and which line of the retention schedule governs it.
"""


def ours() -> list[AppConfig]:
    return [app for app in apps.get_app_configs() if app.name.startswith("throughline.")]


def tables() -> str:
    return "\n".join([TABLES, *(section for app in ours() if (section := of_package(app)))])


def of_package(app: AppConfig) -> str:
    rows = [row(model) for model in sorted(app.get_models(), key=lambda model: model.__name__)]
    if not rows:
        return ""
    return "\n".join([f"## {app.label}\n", "| table | one row is | kept | privacy | retention |", "|---|---|---|---|---|", *rows, ""])


def row(model: type[Model]) -> str:
    said = " ".join((model.__doc__ or "").strip().split("\n\n")[0].split()).replace("|", "\\|")
    declared = getattr(model, "declared", None)
    kept = [str(declared.keeping), str(declared.privacy), str(declared.retention)] if declared else ["", "", ""]
    return "| " + " | ".join([model.__name__, said, *kept]) + " |"


def pages() -> Iterator[tuple[Path, Callable[[], str]]]:
    yield DOCS / "reference" / "tables.md", tables
    for app in ours():
        if find_spec(f"{app.name}.reference"):
            for path, page in import_module(f"{app.name}.reference").PAGES.items():
                yield DOCS / path, page


def main(check: bool) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.config.settings")
    django.setup()
    texts = [(path, page()) for path, page in pages()]
    stale = [(path, text) for path, text in texts if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        if check:
            print(f"{path.relative_to(HERE)} is not current: make docs")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    if check and not stale:
        print("The generated pages are current.")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
