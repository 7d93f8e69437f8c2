"""Everything that people can read, wherever it stands in the source: (where, text)."""

import ast
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from django.apps import apps
from jinja2 import Environment, nodes

from throughline.access.roles import ROLES, Act

from .sources import HERE, HOUSE, Module, calls, dotted, modules

Text = tuple[str, str]

GETTEXTS = {"_", "N_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}
SAYS = GETTEXTS | {"No", "Invalid", "Refused", "Fault", "Role"}
SHOWN_ATTRIBUTES = {"alt", "title", "aria-label", "aria-description", "placeholder"}
JINJA = Environment(extensions=["jinja2.ext.i18n"])
HOLE = "q0q"  # where an expression stands in a template; the name of a tag may be one


def templates() -> list[Path]:
    """Templates of the program, in their order."""
    return sorted(HOUSE.rglob("*.jinja"))


def in_templates() -> Iterator[Text]:
    """Whole templates without their comments: a name there should be ours as well."""
    for path in templates():
        yield path.name, re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.S)


def in_code(among: Iterable[Module]) -> Iterator[Text]:
    """Sentences in messages, answers, refusals and faults."""
    for module in among:
        for call in calls(module.tree):
            if dotted(call.func).rpartition(".")[2] in SAYS:
                yield from ((f"{module.name}:{call.lineno}", text) for text in _strings(call))


def _strings(call: ast.Call) -> Iterator[str]:
    """Strings given to a call, keys of dictionaries left out: those are names of fields."""
    keys = {id(key) for node in ast.walk(call) if isinstance(node, ast.Dict) for key in node.keys}
    for node in ast.walk(call):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in keys:
            yield node.value


def in_choices() -> Iterator[Text]:
    for model in apps.get_models():
        if model.__module__.startswith("throughline."):
            for field in model._meta.concrete_fields:
                yield from ((f"{model._meta.label}.{field.name}", str(label)) for _, label in field.flatchoices)


def in_roles() -> Iterator[Text]:
    yield from (("access.roles", act.value) for act in Act)
    yield from ((f"access.roles {role.code}", f"{role.name}. {role.description}") for role in ROLES.values())


def in_catalogues() -> Iterator[Text]:
    for path in (HOUSE / "web" / "locale").glob("*.pot"):
        with path.open("rb") as file:
            for message in read_po(file):
                ids = message.id if isinstance(message.id, tuple | list) else [message.id]
                yield from ((path.name, text) for text in ids)


def in_guides() -> Iterator[Text]:
    """The guide for staff and the readme; what is set as code is not prose."""
    for path in [HERE / "README.md", *(HERE / "docs" / "guide").rglob("*.md")]:
        if path.exists():
            yield path.name, re.sub(r"```.*?```|`[^`\n]*`|\]\([^)]*\)", "", path.read_text("utf-8"), flags=re.S)


def everywhere() -> Iterator[Text]:
    for source in (in_templates(), in_code(modules()), in_choices(), in_roles(), in_catalogues(), in_guides()):
        yield from source


def bare(template: str) -> list[str]:
    """Words that a template shows and nobody can translate: outside `_()` and `{% trans %}`."""
    read, page = _Template(template), _Page()
    page.feed(read.html)
    page.close()
    texts = (" ".join(text.replace(HOLE, "…").split()) for text in page.texts)
    return [*(text for text in texts if re.search(r"[^\W\d_]", text)), *(text for each in read.expressions for text in _constants(each))]


class _Template:
    """A template as HTML with a hole for every expression and nothing for every statement; and the expressions."""

    def __init__(self, template: str) -> None:
        self.html, self.expressions = "", []
        self._inside, self._statement, self._quiet = "", [], [False]
        for _line, kind, text in JINJA.lex(template):
            getattr(self, f"_{kind}", self._other)(text)

    def _data(self, text: str) -> None:
        self.html += "" if self._quiet[-1] else text

    def _variable_begin(self, _: str) -> None:
        self._inside, self.html = "expression", self.html + HOLE
        self.expressions.append("")

    def _block_begin(self, _: str) -> None:
        self._inside, self._statement = "statement", []

    def _variable_end(self, _: str) -> None:
        self._inside = ""

    def _block_end(self, _: str) -> None:
        """What follows `{% trans %}` is translated, and a block with a name in `class` fills an attribute: both are quiet."""
        self._inside = ""
        match self._statement:
            case ["trans", *_]:
                self._quiet.append(True)
            case ["block", name, *_]:
                self._quiet.append(self._quiet[-1] or name.endswith("class"))
            case ["endtrans" | "endblock", *_]:
                self._quiet.pop()

    def _other(self, text: str) -> None:
        if self._inside == "expression":
            self.expressions[-1] += text
        elif self._inside == "statement" and text.strip():
            self._statement.append(text)


class _Page(HTMLParser):
    """Collects what a reader sees or hears of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style")
        self.texts += [value for name, value in attrs if name in SHOWN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


def _constants(expression: str) -> list[str]:
    """Sentences in an expression that no gettext gets: `"Save it" if x else "Leave it"`, `button("Save it")`."""
    tree = JINJA.parse("{{" + expression + "}}")
    return [each for each in _walk(tree) if re.match(r"[A-Z]\S* \S", each)]


def _walk(node: Any) -> Iterator[str]:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in GETTEXTS:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _walk(child)
