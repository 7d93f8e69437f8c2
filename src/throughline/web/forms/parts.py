"""The parts of a long form: what stands together under a heading, and what is folded away because it is rarely needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as say

from ..words import fill


@dataclass(frozen=True)
class Part:
    """Fields by name. The heading may say %(name)s. `note` stands beside a folded one; without it: whether something is filled in."""

    names: tuple[str, ...]
    heading: Any = ""
    folded: bool = False
    note: str = ""


@dataclass(frozen=True)
class ShownPart:
    """A part on its page. A folded one is open when something in it has to be put right."""

    heading: str
    fields: tuple[Any, ...]
    folded: bool
    note: str

    @property
    def is_open(self) -> bool:
        return any(field.errors for field in self.fields)


def shown(form: Any, parts: tuple[Part, ...], names: Mapping[str, str]) -> tuple[ShownPart, ...]:
    """The parts of a form as they are shown. What no part names comes first, so that nothing is left unasked."""
    named = {name for part in parts for name in part.names}
    rest = Part(tuple(field.name for field in form.visible_fields() if field.name not in named))
    return tuple(found for part in (rest, *parts) if (found := shown_part(form, part, names)).fields)


def shown_part(form: Any, part: Part, names: Mapping[str, str]) -> ShownPart:
    """One part, with those of its fields that the form has."""
    fields = tuple(form[name] for name in part.names if name in form.fields)
    note = part.note or (say("filled in") if part.folded and any(map(_is_changed, fields)) else "")
    return ShownPart(fill(part.heading, names), fields, part.folded, note)


def is_given(field: Any) -> bool:
    """Whether a box has something in it, or a mistake beside it."""
    value = field.value()
    boxes = value if isinstance(value, tuple | list) else (value,)
    return bool(field.errors) or any(str(box or "").strip() for box in boxes)


def _is_changed(field: Any) -> bool:
    """Whether something stands there that does not stand in every such form."""
    return is_given(field) and field.value() != field.field.initial
