"""The wall around writing: only actions, and the few doors that they write through, change a table."""

import ast
import re
from collections.abc import Iterable, Iterator

from .actions import is_actions
from .sources import Module, calls

# Who may write besides actions, and why. A pattern covers a module and what is in it.
MAY_WRITE = {
    r"throughline\.base\.records": "the one door for rows and their events",
    r"throughline\.base\.inserting": "the one INSERT of a table, for the door and the journal",
    r"throughline\.base\.numbers": "counts D-118 and T-41, for actions",
    r"throughline\.base\.bulk": "the door for many rows at once: import and demo",
    r"throughline\.base\.named": "gives PostgreSQL a statement that another door writes out once, to be run by its name",
    r"throughline\.base\.prepared": "gives PostgreSQL the SELECT of a built query once, to be asked by its name",
    r"throughline\.base\.triggers": "puts the append-only triggers on the tables",
    r"throughline\.access\.keys": "one SELECT written out, asked before every record that is saved",
    r"throughline\.access\.readings": "logs reading, in its own database; a reading is no action",
    r"throughline\.practice\.(tallies|recount)": "keep the derived counts, in the action's transaction",
    r"throughline\.exchange\.seen": "its own private database, which vanishes with the import",
    r"throughline\.exchange\.exporting": "begins a transaction that only reads",
    r"throughline\.exchange\.(postgresql|sqlite)": "copy a database, count its rows and look it over; a restore pours whole files",
    r"throughline\.demo\.synthetic\.filling": "has the database look at how its tables are filled",
    r"throughline\.bench(\..*)?": "measures the plain database driver beside the program, on a database of its own",
}
# Who may call the door besides actions.
MAY_KEEP = {
    r"throughline\.base\.(records|bulk)": "the door and its bulk wing",
    r"throughline\.exchange\.writing": "import: rows with the authors and times they came with, for its action",
    r"throughline\.demo\.synthetic\.filling": "a synthetic provider, through the bulk door, into an empty database",
}

ALWAYS = {"bulk_create", "bulk_update", "abulk_create", "execute", "executemany", "executescript", "get_or_create", "update_or_create"}
SAVE_OPTIONS = {"force_insert", "force_update", "using", "update_fields"}
DOOR = {"throughline.base.records", "throughline.base.events", "throughline.base.bulk", "throughline.base.inserting"}


def faults(modules: Iterable[Module]) -> list[str]:
    """Writes outside the actions, and calls of the door from outside."""
    outside = [module for module in modules if not is_actions(module)]
    return [
        *(
            f"{m.name}:{line} writes to a table ({what}); write an action"
            for m in outside
            if not _on(MAY_WRITE, m)
            for line, what in writes(m)
        ),
        *(f"{m.name} imports {name}; only actions keep records" for m in outside if not _on(MAY_KEEP, m) for name in _door(m)),
    ]


def _on(allowed: dict[str, str], module: Module) -> bool:
    return any(re.fullmatch(pattern, module.name) for pattern in allowed)


def unused(modules: Iterable[Module]) -> list[str]:
    """Leaves to write that nobody uses, of modules that are there: holes kept open."""
    made = [module for module in modules if module.functions() or any(isinstance(node, ast.ClassDef) for node in module.tree.body)]
    asleep = {pattern: [module for module in made if re.fullmatch(pattern, module.name)] for pattern in MAY_WRITE}
    return [pattern for pattern, among in asleep.items() if among and not any(True for module in among for _ in writes(module))]


def writes(module: Module) -> Iterator[tuple[int, str]]:
    """Calls that change a table, told from their namesakes by their arguments."""
    for call in calls(module.tree):
        if isinstance(call.func, ast.Attribute) and _writes(call.func.attr, call):
            yield call.lineno, f".{call.func.attr}()"


def _writes(verb: str, call: ast.Call) -> bool:
    """A queryset's `update` takes only names, a dict's takes a dict; a file's `save` and `delete` take a name first."""
    if verb in ALWAYS:
        return True
    if call.args:
        return False
    names = {keyword.arg for keyword in call.keywords}
    if verb in {"save", "asave"}:
        return names <= SAVE_OPTIONS
    if verb in {"delete", "adelete"}:
        return names <= {"using", "keep_parents"}
    return verb in {"create", "update", "acreate", "aupdate"} and bool(names)


def _door(module: Module) -> list[str]:
    """Names through which a module could keep a record."""
    if module.name.startswith("throughline.base."):
        return []
    return sorted(name for name in module.imported().values() if name in DOOR or name.rpartition(".")[0] in DOOR)
