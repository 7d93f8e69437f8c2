"""The wall around sentences: what code says to a reader is a whole sentence that gettext gets."""

import ast
import re
from collections.abc import Iterator

from .sources import Function, Module, calls, dotted

MARKS = {"N_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}
TRANSLATION = re.compile(r"(django\.utils\.translation|throughline\.base\.terms)\.")  # the second fills in the provider's words
ANSWERS = {"No", "Refused", "Invalid"}
SENTENCE = re.compile(r"[A-Z][\w'’]*,? .*[.?!]", re.DOTALL)
LETTER = re.compile(r"[^\W\d_]")


def bare_answers(module: Module) -> Iterator[tuple[int, str]]:
    """Words given to No(), Refused() and Invalid() that stand in no gettext: (line, words). Names of fields are no words."""
    marks = _marks(module)
    for call in calls(module.tree):
        if dotted(call.func).rpartition(".")[2] in ANSWERS:
            for given in call.args:
                yield from ((line, text) for line, text, _node in _strings(given, marks) if LETTER.search(text))


def bare_sentences(module: Module) -> Iterator[tuple[int, str]]:
    """Whole sentences anywhere in a module that stand in no gettext; docstrings are for us and not for readers."""
    marks, ours = _marks(module), {id(each) for each in _docstrings(module.tree)}
    for line, text, node in _strings(module.tree, marks):
        if id(node) not in ours and SENTENCE.fullmatch(text):
            yield line, text


def for_translators(module: Module) -> Iterator[tuple[int, str]]:
    """Every sentence that a module gives to gettext, as Python reads it."""
    marks = _marks(module)
    for call in calls(module.tree):
        if dotted(call.func) in marks:
            yield from ((call.lineno, each.value) for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str))


def _marks(module: Module) -> frozenset[str]:
    """By what names a module calls gettext: `_`, or `say` after `gettext as say`."""
    return frozenset({"N_"} | {name for name, whole in module.imported().items() if TRANSLATION.sub("", whole) in MARKS})


def _strings(node: ast.AST, marks: frozenset[str]) -> Iterator[tuple[int, str, ast.AST]]:
    """Strings in a piece of code, with their lines; those inside gettext are done."""
    if isinstance(node, ast.Call) and dotted(node.func) in marks:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value, node
    for child in _children(node):
        yield from _strings(child, marks)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """What a reader may come to read of a piece of code: no keys, no conditions, nothing that is put into a sentence's places."""
    if isinstance(node, ast.Dict):
        yield from node.values
    elif isinstance(node, ast.DictComp):
        yield node.value
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        yield node.left
    elif isinstance(node, ast.IfExp):
        yield from (node.body, node.orelse)
    elif isinstance(node, ast.Subscript):
        yield node.value
    else:
        yield from ast.iter_child_nodes(node)


def _docstrings(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, Function | ast.Module | ast.ClassDef) and node.body and isinstance(node.body[0], ast.Expr):
            yield node.body[0].value
