"""The program's own source, read once, as the walls look at it: text and syntax tree, module by module."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
SRC = HERE / "src"
HOUSE = SRC / "throughline"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file: its dotted name and its text."""

    name: str
    text: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def package(self) -> str:
        """The first package below `throughline`."""
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def parent(self) -> str:
        """The package from which its relative imports start."""
        return self.name if self.is_package else self.name.rpartition(".")[0]

    def functions(self) -> list[Function]:
        """Functions at the top of the file."""
        return [node for node in self.tree.body if isinstance(node, Function)]

    def imported(self) -> dict[str, str]:
        """What each imported name stands for: {"keep": "throughline.base.records.keep"}."""
        found = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                found |= {each.asname or each.name: f"{self._source(node)}.{each.name}" for each in node.names}
            elif isinstance(node, ast.Import):
                found |= {each.asname: each.name for each in node.names if each.asname}
        return found

    def _source(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        above = self.parent.rsplit(".", node.level - 1)[0] if node.level > 1 else self.parent
        return f"{above}.{node.module}" if node.module else above


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the program, migrations left out."""
    return tuple(_module(path) for path in sorted(HOUSE.rglob("*.py")) if "migrations" not in path.parts)


def _module(path: Path) -> Module:
    parts = path.relative_to(SRC).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    return Module(".".join(parts[:-1] if is_package else parts), path.read_text("utf-8"), is_package)


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """Every call inside a piece of code."""
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def dotted(node: ast.expr) -> str:
    """`a.b.c` as text; "" for what is no plain chain of names."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{left}.{node.attr}" if (left := dotted(node.value)) else ""
    return ""
