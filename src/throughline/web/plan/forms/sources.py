"""Where each line comes from: something the person said, something somebody else told us, or nothing yet."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from throughline.plan.parts import Line

from ... import quotes
from ...forms import Choice, Form
from ..cited import short, speaker_of

NOT_ASKED = _("The team thinks so. Not asked yet.")


class SourcesForm(Form):
    """One list to choose from for each line."""

    def __init__(self, *args: Any, lines: Iterable[Line], offered: "Offered", known: Mapping[tuple[str, str], Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines, self.offered = list(lines), offered
        for n, line in enumerate(self.lines):
            field = Choice(line.text, choices=(), as_list=True, optional=True, initial=offered.key(known.get((line.part, line.text))))
            field.choices = offered.choices  # type: ignore[assignment]
            field.says_optional = False
            self.fields[f"line_{n}"] = field

    def sourced(self) -> list[Line]:
        """The lines, each with where it comes from."""
        for n, line in enumerate(self.lines):
            self.offered.give(line, self.cleaned_data[f"line_{n}"])
        return self.lines


class Offered:
    """The person's voices and what others told us, to choose from."""

    def __init__(self, voices: Iterable[Any], contributions: Iterable[Any], name: str) -> None:
        self.voices = {f"v:{voice.pk}": voice for voice in voices}
        self.contributions = {f"c:{each.pk}": each for each in contributions}
        self.name = name

    @property
    def choices(self) -> list[Any]:
        own = [(key, f"{short(voice)} {quotes.source_of(voice)}") for key, voice in self.voices.items()]
        others = [(key, f"{speaker_of(each, self.name).name}: {each.words[:70]}") for key, each in self.contributions.items()]
        groups = [(self.name, own)] if own else []
        return [("", NOT_ASKED), *groups, *([(str(_("Others")), others)] if others else [])]

    def key(self, source: Any) -> str:
        """The choice that stands for a source; empty when there is none or it is no longer offered."""
        return next((key for key, each in (self.voices | self.contributions).items() if each == source), "")

    def give(self, line: Line, key: str) -> None:
        """Say where a line comes from."""
        line.voice, line.contribution = self.voices.get(key), self.contributions.get(key)
