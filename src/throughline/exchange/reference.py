"""The format's reference page, made from the models: `make docs` writes it."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import models

from . import constraints, extras
from .faults import SHOWN_AT_MOST
from .format import FILLED_IN, FORMAT, LAWS_OWN, OURS, Table, table_of, tables
from .lines import LONGEST_LINE
from .sources import LARGEST_RATIO
from .values import LIMITS, LONGEST_ID

START = f"""# The exchange format

Made by `make docs` from the models. This is format {FORMAT}: how a provider moves in and out, and how one person's whole record moves.

- `throughline export FOLDER` writes everything, `throughline export FOLDER --person ID` one person's record. A name that ends in
  `.zip` makes a zip.
- `throughline import FOLDER --check` reports every fault and changes nothing. `throughline import FOLDER` is all or nothing.
  `--by ADDRESS` says who brings it in; without it, it is the first registered manager.

## The folder

| file | holds |
|---|---|
| `manifest.json` | `format`, `source` and, where wanted, `tables`, `files`, `person` |
| `<table>.jsonl` | one row a line: a JSON object in UTF-8, at most {LONGEST_LINE:,} bytes. A table without rows may be left out |
| `files/<sha256>` | a sound, photo or document, named by the SHA-256 checksum of its bytes; each one is named by a row of `people_file` |

In the manifest `format` is {FORMAT} and `source` names the system that the folder comes from (`{OURS}` for our own). `tables` has
the number of rows by table and `files` the number of files, so that what was cut off is missed; `person` says whose record it is, where
it is the record of one.

Nothing else may be in the folder. A zip is read without being unpacked; names that climb out, links, encrypted files, names that come
twice and zips that unpack to more than {LARGEST_RATIO} times their size are refused. Credentials, sessions, drafts and journals are
never in it.

## Values

- An **id** is a UUID, or any other text of at most {LONGEST_ID} characters: the other system's own id. Text ids are mapped to UUIDs by
  source and table, and the map is kept, so that the same folder means the same rows.
- A **time** has its zone: `2026-03-03T14:30:00Z`. A **day** is `2026-03-03`, a **time of day** `14:30:00`.
- A field that is left out gets its default. {", ".join(f"`{name}`" for name in sorted(FILLED_IN))} are then the time of the import.
- An unknown field, a value of another kind and a field that comes twice are faults. Of many faults the first {SHOWN_AT_MOST:,} are printed.

## What is asked of a row

- Its id stands once in its table. The same row again changes nothing; the same id with other content is a fault.
- What it cites is in the folder or here already, is of the same person, and was there when the row was written: up to five minutes are
  allowed for clocks that differ. A voice that was recorded after the decision that weighed it is let in, as a fact.
- A part (a row without an author, such as a line of a plan) comes with its record. What is kept already does not grow parts.
- A row that amends another one amends a row of the same table and person, keeps its number, and says why.
- Nothing has happened in the future. Numbers (D-118, T-41), NHS numbers and e-mail addresses belong to one row.

## What the law makes of it

The past is let in as it was. {", ".join(f"`{name}`" for name in sorted(LAWS_OWN))} of a decision or publication are worked out anew:
what is unlawful or incomplete comes in as `not_valid`, with the codes of the law in `faults`, and from another system as `historic`;
what was not valid stays so. A voice, conversation, review or response of another system that says too little comes in as `historic`.

## One person's record

It has the person's rows in every table that holds records of people, their files, and the users, homes and provider that the rows
name. Staff's keys are not in it. At another provider, homes, stays and the provider itself are left outside, and authors who are new
there cannot sign in.
"""

KINDS: tuple[tuple[type, str], ...] = (
    (models.BooleanField, "true or false"),
    (models.JSONField, "a list of codes"),
    (models.DateTimeField, "a time"),
    (models.DateField, "a day"),
    (models.TimeField, "a time of day"),
    (models.DecimalField, "pounds, as text, like `12.40`"),
    (models.EmailField, "an e-mail address"),
)


def reference_page() -> str:
    """The whole page."""
    return "\n".join([START, *(section for table in tables() for section in _of_table(table))])


def _of_table(table: Table) -> Iterator[str]:
    said = " ".join((table.model.__doc__ or "").strip().split("\n\n")[0].split())
    yield f"## {table.name}\n"
    yield f"{said}\n"
    yield "| field | holds | given |"
    yield "|---|---|---|"
    for field in table.columns:
        yield f"| `{field.name}` | {_holds(table, field)} | {_given(field)} |"
    yield ""
    if rules := [constraints.in_words(name) for name, _ in constraints.checks_of(table.model)]:
        yield f"Must hold: {', '.join(rules)}.\n"
    if once := [constraints.in_words(name) for name, _, _ in constraints.once_of(table.model)]:
        yield f"Only once: {', '.join(once)}.\n"


def _holds(table: Table, field: Any) -> str:
    if field.primary_key:
        return "the row's id"
    if field.is_relation:
        owner = ", the record that it is a part of" if field is table.owner else ""
        return f"the id of a row of `{table_of(field.related_model).name}`{owner}"
    if field.choices:
        return "one of " + ", ".join(f"`{value}`" for value, _ in field.flatchoices if value)
    if isinstance(field, models.UUIDField):
        return "an id that rows of several people share, when something was done together"
    return _kind(field)


def _kind(field: Any) -> str:
    for kind, said in KINDS:
        if isinstance(field, kind):
            return said
    if isinstance(field, models.IntegerField):
        low, high = next(limits for kind, limits in LIMITS.items() if isinstance(field, kind))
        return f"a whole number from {low} to {high}"
    return f"text of at most {field.max_length:,} characters"


def _given(field: Any) -> str:
    if field.name in extras.MADE_BY_THE_LAW or field.name in FILLED_IN:
        return "worked out where left out"
    if field.primary_key or not (field.null or field.has_default()):
        return "always"
    if field.null:
        return "may be null"
    return f"else {_shown(field.get_default())}"


def _shown(default: Any) -> str:
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return "empty" if default in ("", []) else f"`{default}`"


PAGES: dict[str, Callable[[], str]] = {"reference/exchange.md": reference_page}
