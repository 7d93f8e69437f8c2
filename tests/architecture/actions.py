"""The wall around actions: every one is atomic, attributed, permitted and recorded."""

import ast
from collections.abc import Iterable, Iterator, Sequence

from .sources import Function, Module, calls, dotted

Functions = dict[str, tuple[Module, Function]]

ASKS = {"throughline.base.answers.require"}
RECORDS = {
    "throughline.base.records.keep",
    "throughline.base.records.change",
    "throughline.base.records.amend",
    "throughline.base.events.record",
    "throughline.base.bulk.Bulk",
}


def is_actions(module: Module) -> bool:
    """Whether a module is `actions`, or a file of a folder of that name."""
    parts = module.name.split(".")
    return len(parts) > 2 and parts[2] == "actions"


def faults(modules: Sequence[Module]) -> list[str]:
    """What is wrong with the public functions of the actions, one line each."""
    house = functions(modules)
    ours = functions(module for module in modules if is_actions(module))
    return [
        f"{name} {fault}"
        for name, (module, function) in ours.items()
        if not function.name.startswith("_")
        for fault in _of_one(module, function, ours, house)
    ]


def functions(modules: Iterable[Module]) -> Functions:
    """Functions at the top of some modules, by their full names."""
    return {f"{module.name}.{function.name}": (module, function) for module in modules for function in module.functions()}


def _of_one(module: Module, function: Function, ours: Functions, house: Functions) -> Iterator[str]:
    """Asking has to stand in the actions, where its reader sees it; writing may be spread over the package."""
    if not any(dotted(_undressed(each)).rpartition(".")[2] == "atomic" for each in function.decorator_list):
        yield "is not @transaction.atomic"
    arguments = function.args
    if arguments.args or arguments.posonlyargs or arguments.vararg:
        yield "takes arguments by position; put * first"
    if "by" not in {each.arg for each in arguments.kwonlyargs}:
        yield "does not say by whom (by=)"
    if not reach(module, function, ours) & ASKS:
        yield "never asks require(...)"
    if not reach(module, function, house) & RECORDS:
        yield "records no event (keep, change, amend or events.record)"


def _undressed(decorator: ast.expr) -> ast.expr:
    """`transaction.atomic(...)` without its call."""
    return decorator.func if isinstance(decorator, ast.Call) else decorator


def reach(module: Module, function: Function, every: Functions, depth: int = 2) -> set[str]:
    """Full names of what a function calls, itself or through private helpers and other actions.

    A helper's helper is followed once; what lies deeper is too far from the action for a reader to see that it asks.
    """
    found = set(_called(module, function))
    if depth:
        for name in sorted(found):
            if home := _find(name, every):
                found |= reach(*home, every, depth - 1)
    return found


def _called(module: Module, function: Function) -> Iterator[str]:
    imported = module.imported()
    for call in calls(function):
        first, dot, rest = dotted(call.func).partition(".")
        if first:
            yield imported.get(first, f"{module.name}.{first}") + dot + rest


def _find(name: str, every: Functions) -> tuple[Module, Function] | None:
    """The action or helper of a name, also when a folder's `__init__` hands it on."""
    if name in every:
        return every[name]
    package, _, last = name.rpartition(".")
    handed_on = [home for full, home in every.items() if full.startswith(f"{package}.") and full.endswith(f".{last}")]
    return handed_on[0] if package.endswith(".actions") and handed_on else None
