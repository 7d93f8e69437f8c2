"""Files and functions stay short. A breach is answered by splitting, not by raising the number."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

import pytest

from .sources import HERE, HOUSE, Function, Module, modules

PYTHON, TEST, TEMPLATE = 300, 500, 100
VIEW = 15
MEDIAN_FUNCTION = 10


def files() -> Iterator[tuple[Path, int]]:
    """Every file with a limit, and the limit."""
    yield from ((path, PYTHON) for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)
    yield from ((path, PYTHON) for path in (HERE / "scripts").glob("*.py"))
    yield from ((path, TEST) for path in (HERE / "tests").rglob("*.py"))
    yield from ((path, TEMPLATE) for path in HOUSE.rglob("*.jinja"))


def too_long(among: Iterable[tuple[Path, int]]) -> list[str]:
    """Files over their limit, one line each."""
    counted = ((path, len(path.read_text("utf-8").splitlines()), limit) for path, limit in among)
    return [f"{path.name}: {lines} lines, at most {limit}; split it" for path, lines, limit in counted if lines > limit]


def length(function: Function) -> int:
    """Lines from `def` to the end, the docstring left out."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return lines - ((first.end_lineno or 0) - first.lineno + 1) if is_docstring else lines


def long_views(among: Iterable[Module]) -> list[str]:
    """Views that do more than fetch, ask a form, call an action and send on."""
    views = [each for each in among if each.package == "web" and "views" in each.name.split(".")]
    return [
        f"{view.name}.{each.name}: {length(each)} lines, at most {VIEW}"
        for view in views
        for each in view.functions()
        if length(each) > VIEW
    ]


def test_every_file_is_short() -> None:
    found = too_long(files())
    assert not found, "\n".join(found)


def test_views_only_hand_on() -> None:
    found = long_views(modules())
    assert not found, "\n".join(found)


def test_the_median_function_is_short() -> None:
    lengths = [length(node) for module in modules() for node in ast.walk(module.tree) if isinstance(node, Function)]
    assert median(lengths) < MEDIAN_FUNCTION


@pytest.mark.parametrize(("lines", "found"), [(100, 0), (101, 1)])
def test_a_long_file_is_found(tmp_path: Path, lines: int, found: int) -> None:
    path = tmp_path / "page.jinja"
    path.write_text("x\n" * lines)
    assert len(too_long([(path, TEMPLATE)])) == found


@pytest.mark.parametrize(("lines", "found"), [(13, 0), (15, 1)])
def test_a_long_view_is_found(lines: int, found: int) -> None:
    text = 'def page(request):\n    """What it shows."""\n' + "    x = 1\n" * lines + "    return x\n"
    assert len(long_views([Module("throughline.web.plan.views", text)])) == found
