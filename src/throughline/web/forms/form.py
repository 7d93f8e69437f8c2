"""The form that all of ours are, and the page that most of them stand on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from ..parts import Button, Link, Portrait, Quote
from ..shell import Shell
from ..words import fill
from . import parts
from .renderer import Renderer


class Asked(BoundField):
    """A field on a page: its sentences carry the person's name."""

    def __init__(self, form: "forms.BaseForm", field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        self.names: Mapping[str, str] = getattr(form, "names", {})
        self.label = fill(self.label, self.names)
        self.help_text = fill(self.help_text, self.names)
        field.widget.names = self.names  # type: ignore[attr-defined]

    @property
    def mistakes(self) -> list[str]:
        return [fill(text, self.names) for text in self.errors]

    @property
    def mistakes_apart(self) -> list[str]:
        """The mistakes as they read away from their box: with the question, unless the sentence was written for it."""
        own = fill(getattr(self.field, "own_missing", ""), self.names)
        return [text if text == own else f"{self.label} {text}" for text in self.mistakes]

    @property
    def optional(self) -> bool:
        return not self.field.required and getattr(self.field, "says_optional", False)

    @property
    def as_heading(self) -> bool:
        return getattr(self.field, "as_heading", False)

    @property
    def labels_itself(self) -> bool:
        """A single tick box has its words beside it, not above."""
        return isinstance(self.field, forms.BooleanField)

    @property
    def first_id(self) -> str:
        """Where a mistake's link goes: the box, or the first of several."""
        first = getattr(self.field.widget, "first_id", None)
        if first:
            return first(self.auto_id)
        return f"{self.auto_id}_0" if isinstance(self.field.widget, forms.RadioSelect) else self.auto_id


class Form(forms.Form):
    """Checks and returns values; never saves. `names` fills %(name)s in what the fields say."""

    PARTS: tuple[parts.Part, ...] = ()  # of a long form
    default_renderer = Renderer()  # one for all forms: each keeps its templates, ready made
    bound_field_class = Asked
    use_required_attribute = False

    def __init__(self, *args: Any, names: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names or {}
        self.ways: tuple[tuple[str, str], ...] = ()  # where else to go, when the form comes back: (words, address)

    @property
    def asked(self) -> list[Asked]:
        return [field for field in self if isinstance(field, Asked)]

    def set_choices(self, name: str, choices: Any) -> None:
        """What can be chosen in a field, known only once the form is made. Django's stubs know no choices of a plain field."""
        field: Any = self.fields[name]
        field.choices = choices

    def says_nothing_of_optional(self, name: str) -> None:
        """Leave "optional" out beside a field: what is missing is said elsewhere."""
        field: Any = self.fields[name]
        field.says_optional = False

    @property
    def in_parts(self) -> tuple[parts.ShownPart, ...]:
        """What is asked, in the order in which it stands on the page."""
        return parts.shown(self, self.PARTS, self.names)

    def fold(self, names: tuple[str, ...], heading: str) -> parts.ShownPart:
        """Some fields, folded: for a page that has a form of its own shape."""
        return parts.shown_part(self, parts.Part(names, heading, folded=True), self.names)

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """What has to be put right, with the address of the box; those of the whole form come first."""
        whole = [(fill(text, self.names), "") for text in self.non_field_errors()]
        return whole + list(self.ways) + [(text, f"#{field.first_id}") for field in self.asked for text in field.mistakes_apart]


@dataclass(frozen=True)
class FormPage:
    """A page with one form and one filled button. `heading` is empty when the only field is the heading."""

    form: Form
    button: Button
    heading: str = ""
    back: Link | None = None
    intro: str = ""
    law: tuple[str, ...] = ()  # what the law says of it, small
    quote: Quote | None = None
    portrait: Portrait | None = None
    who_will_see: str = ""
    instead: Link | None = None
    action: str = ""  # empty: the page's own address

    def titled(self, shell: Shell) -> str:
        """The page's title, which begins with "Error:" when the form came back."""
        return replace(shell, wrong=shell.wrong or bool(self.form.errors)).full_title
