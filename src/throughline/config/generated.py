"""The pages under docs/reference, printed from the code: `python -m throughline.config.generated [--check]`.

A page that people keep by hand is wrong within a month. These cannot be: a test compares them with the code.
"""

import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import django
from django.apps import AppConfig, apps
from django.db import models
from django.utils import translation

from throughline.base.terms import filled

PROJECT = Path(__file__).resolve().parents[3]
FOLDER = PROJECT / "docs" / "reference"
LANGUAGE = "en-gb"

SETTINGS = {
    "DATABASE_URL": (
        "sqlite:///data/throughline.sqlite3",
        "Where the record lives: `sqlite:///path/to/file` or `postgresql://user@host/name`.",
    ),
    "THROUGHLINE_FILES": ("data/files", "Folder of sounds, photos and documents. The secret key lies beside it."),
    "THROUGHLINE_SECRET_KEY": ("made once, kept beside the files", "Signs sessions. Give it when several machines serve one provider."),
    "THROUGHLINE_HOSTS": ("localhost,127.0.0.1,[::1]", "Names under which the site is reached, with commas between them."),
    "THROUGHLINE_HTTPS": ("off", "`1` where the site is served over HTTPS: cookies and passkeys then need it."),
    "THROUGHLINE_STATIC": ("`static` beside the files", "Folder into which the site's own pictures, fonts and styles are collected."),
    "THROUGHLINE_PASSWORD": ("asked for", "Password for a command that makes a sign-in, where nobody is there to type it."),
}

# Where a package keeps its closed lists; `base` has them beside the row that they describe.
CHOICES = ("choices", "choices_daily", "models.recorded")

KINDS: list[tuple[type[models.Field], str]] = [
    (models.BooleanField, "yes or no"),
    (models.DateTimeField, "moment"),
    (models.DateField, "day"),
    (models.TimeField, "time of day"),
    (models.UUIDField, "UUIDv7"),
    (models.JSONField, "JSON"),
    (models.IntegerField, "whole number"),
    (models.DecimalField, "pounds"),
    (models.CharField, "text"),
    (models.TextField, "text"),
]


def page(title: str, intro: str, *sections: str) -> str:
    """One page, with a word about where it comes from."""
    return "\n\n".join([f"# {title}", f"{intro} Printed from the code by `make docs`.", *sections]) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown; a cell is one line."""
    head = list(head)
    cells = [[_cell(each) for each in row] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *cells])


def _cell(text: str) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")


def said_of(thing: Any) -> str:
    """Its docstring, paragraph by paragraph."""
    return "\n".join(line.strip() for line in (thing.__doc__ or "").strip().splitlines())


def our_apps() -> list[AppConfig]:
    return [app for app in apps.get_app_configs() if app.name.startswith("throughline.")]


def access() -> str:
    """Who may do what."""
    from throughline.access.roles import ROLES, Act

    roles = list(ROLES.values())
    who = table(["role", "what it is for", "ends by itself"], ([r.name, filled(r.description), "yes" if r.must_end else ""] for r in roles))
    may = table(["may", *(r.name for r in roles)], ([filled(act.value), *("yes" if act in r.acts else "" for r in roles)] for act in Act))
    return page(
        "Who may do what", "A role counts only through a dated assignment: for one person, one service, or the whole provider.", who, may
    )


def data() -> str:
    """Every table."""
    intro = "What one row of each table is, how it is kept, whose privacy it holds, and which line of the retention schedule governs it."
    return page("The tables", intro, *(section for app in our_apps() for section in _tables(app)))


def _tables(app: AppConfig) -> Iterator[str]:
    ours = sorted(app.get_models(), key=lambda model: model.__name__)
    if ours:
        yield f"## {app.label}"
        yield said_of(import_module(app.name))
    yield from map(_table, ours)


def _table(model: Any) -> str:
    declared = model.declared
    moves = "Goes out and comes in with the record." if declared.exchanged else "Does not leave with the record."
    kept = f"Kept: {declared.keeping}. Privacy: {declared.privacy}. Retention: {declared.retention}. {moves}"
    fields = table(["field", "holds", "may be empty"], ([f.name, _holds(f), _empty(f)] for f in model._meta.concrete_fields))
    return f"### {model._meta.label}\n\n{said_of(model)}\n\n{kept}\n\n{fields}"


def _empty(field: Any) -> str:
    return "yes" if (field.blank or field.null) and not field.primary_key else ""


def _holds(field: Any) -> str:
    """What a field holds, in words."""
    if field.is_relation:
        return f"one {field.related_model._meta.label}"
    if field.choices:
        return "one of: " + ", ".join(f"`{value}`" for value, _ in field.flatchoices if value)
    kind = next((words for each, words in KINDS if isinstance(field, each)), "number")
    return f"{kind}, at most {field.max_length:,} characters" if field.max_length and kind == "text" else kind


def states() -> str:
    """Every closed list."""
    return page(
        "The words of the record",
        "Every closed list: what is kept, and what people read.",
        *(section for app in our_apps() for section in _lists(app)),
    )


def _lists(app: AppConfig) -> Iterator[str]:
    found = [each for name in CHOICES for each in _enumerations(f"{app.name}.{name}")]
    if found:
        yield f"## {app.label}"
    for each in found:
        rows = ([f"`{value}`" if value else "", str(label)] for value, label in each.choices)
        yield f"### {each.__name__}\n\n{said_of(each)}\n\n{table(['kept', 'read'], rows)}"


def _enumerations(module_name: str) -> list[Any]:
    """The closed lists that a module defines, in the order in which it does."""
    try:
        everything = vars(import_module(module_name)).values()
    except ModuleNotFoundError:
        return []
    return [
        each for each in everything if isinstance(each, type) and issubclass(each, models.TextChoices) and each.__module__ == module_name
    ]


def law() -> str:
    """What keeps an act from taking effect."""
    intro = "What happened can always be written down. With one of these faults it never takes effect, and nothing later can rest on it."
    found = [
        (app, module)
        for app in our_apps()
        if find_spec(f"{app.name}.law") and hasattr(module := import_module(f"{app.name}.law"), "FAULTS")
    ]
    return page("The law, as the program holds it", intro, *(_faults(app.label, module) for app, module in found))


def _faults(label: str, module: Any) -> str:
    rows = ([f"`{fault.code}`", filled(fault.wrong), filled(fault.do)] for fault in module.FAULTS.values())
    return f"## {label}\n\n{said_of(module)}\n\n{table(['code', 'what is wrong', 'what to do'], rows)}"


def layers() -> str:
    """The order of the packages, with the reason that stands beside each."""
    text = (PROJECT / "pyproject.toml").read_text("utf-8")
    because = dict(re.findall(r'^\s+"(\(.+\))",\s*# (.+)$', text, re.M))
    contracts = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    intro = "Latest first. Each may import only what stands below it; import-linter holds it."
    return page("The order of the packages", intro, *(_contract(each, because) for each in contracts))


def _contract(contract: dict[str, Any], because: dict[str, str]) -> str:
    rows = ([re.sub(r"[()]", "", each).replace(" : ", ", "), because.get(each, "")] for each in contract.get("layers", ()))
    parts = [f"## {contract['name']}", table(["package", "because"], rows) if "layers" in contract else ""]
    parts.append(_listed("In", contract.get("containers", ())))
    parts.append(_listed("Held by", contract.get("source_modules", ())))
    parts.append(_listed("Never imported there", contract.get("forbidden_modules", ())))
    return "\n\n".join(part for part in parts if part)


def _listed(what: str, names: Iterable[str]) -> str:
    return f"{what}: " + ", ".join(f"`{each}`" for each in names) + "." if names else ""


def settings() -> str:
    """What differs between places."""
    rows = ([f"`{name}`", default, what] for name, (default, what) in SETTINGS.items())
    return page(
        "Settings", "What differs between places is read from the environment.", table(["variable", "unless given", "what it is"], rows)
    )


def exchange() -> str:
    """The format in which a record moves in and out; its package prints it."""
    home = "throughline.exchange.reference" if find_spec("throughline.exchange.reference") else "throughline.exchange"
    printed: Callable[[], str] | None = getattr(import_module(home), "reference_page", None)
    return printed() if printed else ""


PAGES: dict[str, Callable[[], str]] = {
    "access.md": access,
    "data.md": data,
    "exchange.md": exchange,
    "law.md": law,
    "layers.md": layers,
    "settings.md": settings,
    "states.md": states,
}


def pages() -> dict[Path, str]:
    """Every page as it should be now, in English whatever the machine speaks."""
    with translation.override(LANGUAGE):
        return {FOLDER / name: text.rstrip("\n") + "\n" for name, printed in PAGES.items() if (text := printed())}


def stale() -> dict[Path, str]:
    """Pages that are not as they should be."""
    return {path: text for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text}


def main(arguments: list[str]) -> int:
    """Write what is stale; with `--check`, only say so."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughline.config.settings")
    django.setup()
    found = stale()
    if "--check" in arguments:
        print("\n".join(f"docs/reference/{path.name} is not current: make docs" for path in found) or "The generated pages are current.")
        return 1 if found else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in found.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
