"""Choosing from what the person said: their words as the words of each choice, the latest first, older ones folded away."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ... import quotes
from ...forms import Choice, Choices
from ...forms.choices import FoldedBoxes, FoldedRadios
from ..cited import short


class OwnWords(Choice):
    """One of the person's voices, or none yet. Its value is the voice."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, choices=[], optional=True, **options)
        self.says_optional = False
        self.voices: dict[str, Any] = {}
        self.widget = FoldedRadios()

    def offer(self, voices: Iterable[Any], none: str) -> None:
        """The voices to choose from, and how it is said that there is none."""
        self.voices = {str(voice.pk): voice for voice in voices}
        self.choices = [*((key, short(voice, 160)) for key, voice in self.voices.items()), ("", none)]
        self.widget.hints = {key: quotes.source_of(voice) for key, voice in self.voices.items()}

    def clean(self, value: Any) -> Any:
        return self.voices.get(super().clean(value))


class Because(Choices):
    """Some of the person's voices. Its value is the voices."""

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, choices=[], optional=True, **options)
        self.voices: dict[str, Any] = {}
        self.widget = FoldedBoxes()

    def offer(self, voices: Iterable[Any]) -> None:
        """The voices to choose from."""
        self.voices = {str(voice.pk): voice for voice in voices}
        self.choices = [(key, short(voice, 160)) for key, voice in self.voices.items()]
        self.widget.hints = {key: quotes.source_of(voice) for key, voice in self.voices.items()}

    def clean(self, value: Any) -> list[Any]:
        return [self.voices[key] for key in super().clean(value)]


class Hidden(forms.CharField):
    """Something that the form carries and nobody reads."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label="", required=False, widget=forms.HiddenInput, **options)
        self.widget.template_name = "forms/hidden.jinja"


NOTHING_YET = _("No words of %(name)s’s yet")
