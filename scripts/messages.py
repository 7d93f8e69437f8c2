"""Collect every sentence to be translated into one catalogue, and bring the translations up to it. `--check` only compares.

One catalogue for all packages, under the name Django looks for. No line numbers or dates in it: it changes only when words do.
"""

import ast
import io
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent.parent
SOURCE = HERE / "src" / "throughline"
LOCALE = SOURCE / "web" / "locale"
CATALOGUE = LOCALE / "django.pot"

# Migrations show nothing, and the gallery is for whoever builds with its parts.
LEFT_OUT = ["**/migrations/**", "web/gallery/**", "web/jinja2/gallery/**"]
OPTIONS = {"**.jinja": {"encoding": "utf-8", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TRANSLATION = ("django.utils.translation", "throughline.base.terms")
# Header lines that say when, by whom and with what the file was made: different every time, and nobody's business.
NOISE = ("POT-Creation-Date", "PO-Revision-Date", "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team", "Generated-By")


def python(file: BinaryIO, keywords: Collection[str], tags: Collection[str], options: Any) -> Iterator[tuple[Any, ...]]:
    """Babel's own way through a Python file, and what it does not see: other names for gettext (`gettext as say`), and f-strings."""
    tree = ast.parse(file.read())
    file.seek(0)
    names = {name: name for name in keywords} | _other_names(tree)
    for line, called, messages, comments in extract_python(file, names.keys(), tags, options):
        yield line, names.get(called, called), messages, comments
    for call in _in_f_strings(tree):
        if isinstance(call.func, ast.Name) and call.func.id in names:
            given = tuple(each.value if isinstance(each, ast.Constant) else None for each in call.args)
            yield call.lineno, names[call.func.id], given, []


def _other_names(tree: ast.Module) -> dict[str, str]:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module in TRANSLATION)
    return {each.asname: each.name for node in imports for each in node.names if each.asname}


def _in_f_strings(tree: ast.Module) -> Iterator[ast.Call]:
    written = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    return (each for node in written for each in ast.walk(node) if isinstance(each, ast.Call))


METHODS = [*((pattern, "ignore") for pattern in LEFT_OUT), ("**.py", python), ("**.jinja", "jinja2")]


def collected() -> Catalog:
    catalogue = Catalog(
        project="Throughline", version="0", charset="utf-8", fuzzy=False, header_comment="# Throughline's words. Made by `make messages`."
    )
    found = extract_from_dir(SOURCE, METHODS, OPTIONS, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True)
    for filename, _line, message, comments, context in found:
        catalogue.add(message, locations=[(filename, 0)], auto_comments=comments, context=context)
    return catalogue


def written(catalogue: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalogue, width=140, sort_output=True, include_lineno=False, omit_header=False, ignore_obsolete=True)
    noise = tuple(f'"{name}'.encode() for name in NOISE)
    return b"".join(line for line in out.getvalue().splitlines(keepends=True) if not line.startswith(noise))


def update(translation: Path, catalogue: Catalog) -> None:
    with translation.open("rb") as file:
        translated = read_po(file, locale=translation.parent.parent.name)
    translated.update(catalogue)
    translation.write_bytes(written(translated))
    with translation.with_suffix(".mo").open("wb") as file:
        write_mo(file, translated)


def main(check: bool) -> int:
    catalogue = collected()
    now = written(catalogue)
    if check:
        current = CATALOGUE.exists() and CATALOGUE.read_bytes() == now
        print("The catalogue of words is current." if current else "The catalogue of words is not current: make messages")
        return 0 if current else 1
    LOCALE.mkdir(exist_ok=True)
    CATALOGUE.write_bytes(now)
    for translation in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        update(translation, catalogue)
    return 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
