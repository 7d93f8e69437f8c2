"""The wall around writing: only actions, and the few doors that they write through, change a table."""

import ast
import re
from collections.abc import Iterable, Iterator

from .actions import is_actions
from .sources import Module, calls

# Who may write besides actions, and why. A pattern covers a module and what is in it.
MAY_WRITE = {
    r"throughline\.base\.records": "the one door for rows and their events",
    r"throughline\.base\.events": "writes the journal, for the door",
    r"throughline\.base\.numbers": "counts D-118 and T-41, for actions",
    r"throughline\.base\.bulk": "the door for many rows at once: import and demo",
    r"throughline\.base\.triggers": "puts the append-only triggers on the tables",
    r"throughline\.base\.sqlite(\..*)?": "the database backend itself",
    r"throughline\.access\.readings": "logs reading, in its own database; a reading is no action",
    r"throughline\.practice\.(tallies|recount)": "keep the derived counts, in the action's transaction",
    r"throughline\.exchange(\..*)?": "lets a whole record in as it was, through the bulk door, and keeps its own map of ids",
    r"throughline\.bench(\..*)?": "measures the plain database driver beside the program, on a database of its own",
}
# Who may call the door. Exchange and the demo's filler bring rows that were written elsewhere or in bulk.
MAY_KEEP = {
    r"throughline\.base\.(records|bulk)": "the door and its bulk wing",
    r"throughline\.exchange(\..*)?": "import: rows with the authors and times they came with",
}

ALWAYS = {"bulk_create", "bulk_update", "abulk_create", "execute", "executemany", "executescript", "get_or_create", "update_or_create"}
SAVE_OPTIONS = {"force_insert", "force_update", "using", "update_fields"}
DOOR = {"throughline.base.records", "throughline.base.events", "throughline.base.bulk"}


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
