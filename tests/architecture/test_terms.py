"""A sentence that has room for the provider's words is said by what fills them in."""

import ast
from collections.abc import Iterator

import pytest

from throughline.base.terms import ready

from .sources import Module, modules

FILLING, MARKING = "throughline.base.terms", "throughline.base.sentences"


def has_room(text: str) -> bool:
    return ready(text, lambda _name: "") != text


def unfilled(module: Module) -> Iterator[str]:
    """Sentences with room, in a call of a function that fills nothing in."""
    imports = [node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom) and node.module in (FILLING, MARKING)]
    fills = {each.asname or each.name for node in imports for each in node.names}
    for call in (node for node in ast.walk(module.tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        texts = [each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if call.func.id not in fills and any(map(has_room, texts)) and (call.func.id.startswith(("_", "gettext", "say", "now_"))):
            yield f"{module.name}:{call.lineno}: {texts[0]}"


def test_every_sentence_with_room_is_filled() -> None:
    # It says all four words of the provider itself, under other names.
    found = [each for module in modules() if module.name != "throughline.web.setup.pages" for each in unfilled(module)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("gettext", ["gettext as _", "gettext_lazy as _"])
def test_a_planted_sentence_is_found(gettext: str) -> None:
    code = f'from django.utils.translation import {gettext}\nx = _("%(Staff)s follow it")'
    assert list(unfilled(Module("throughline.plan.policy", code)))
    assert not list(unfilled(Module("throughline.plan.policy", code.replace("django.utils.translation", FILLING))))
